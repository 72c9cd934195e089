"""The manual: what of it is made is current, it builds, its links hold, and its tutorial works."""

from __future__ import annotations

import argparse
import os
import re
import shlex
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, mkdocs, rapor

from generator.cli import command_line
from generator.format import manual
from generator.format.measure import Measure
from generator.format.site import Options, Publisher, SiteFile
from generator.news.angles import ANGLES
from handbook import tutorial
from handbook.__main__ import DOCS, MARKS, PAGES, books, main, written
from handbook.angles import WHEN

LARGEST = 60_000
"""Bytes of a picture of the manual."""


@pytest.mark.parametrize("name", PAGES)
def test_what_is_made_is_current(name: str) -> None:
    if os.environ.get("RAPOR_UPDATE_GOLDEN"):
        main()
    text = (DOCS / "acuan" / f"{name}.md").read_text("utf-8")
    assert written(name, text) == text, "run “python -m handbook”"
    assert len(MARKS.findall(text)) == 1


def test_the_workbooks_are_current_and_the_command_writes_all(tmp_path: Path) -> None:
    (tmp_path / "acuan").mkdir()
    for name in PAGES:
        text = (DOCS / "acuan" / f"{name}.md").read_text("utf-8")
        (tmp_path / "acuan" / f"{name}.md").write_text(MARKS.sub(r"\1\2", text), encoding="utf-8")
    main(tmp_path)
    for path in sorted(tmp_path.rglob("*.*")):
        there = DOCS / path.relative_to(tmp_path)
        assert there.read_bytes() == path.read_bytes(), f"{there.name}: run “python -m handbook”"
    assert sorted(path.name for path in (DOCS / "berkas").iterdir()) == sorted(books())


def test_every_command_option_key_and_angle_is_in_it() -> None:
    told = {name: (DOCS / "acuan" / f"{name}.md").read_text("utf-8") for name in PAGES}
    parser = command_line(str)
    found = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in found.choices.items():
        section = told["perintah"].partition(f"\n## rapor {name}\n")[2].partition("\n## ")[0]
        assert section, name
        for action in command._actions:
            for flag in action.option_strings:
                general = action.dest in ("help", "quiet", "verbose")
                assert general or f"`{flag}`" in section, f"{name} {flag}"
    for model in (SiteFile, Options, Publisher):
        for key, _, _ in manual.fields(model):
            inside = key in ("plugins", "publisher")
            assert inside or f"\n### {key}\n" in told["pengaturan"], key
    for key, _, _ in manual.fields(Measure):
        assert f"\n## {key}\n" in told["ukuran"], key
    assert WHEN.keys() == {angle.name for angle in ANGLES}, "tell it in handbook/angles.py"
    for place, angle in enumerate(ANGLES, 1):
        assert f"\n## {place}. {angle.name}\n{WHEN[angle.name]}" in told["sudut"]


def test_the_options_are_written_where_they_count() -> None:
    text = (DOCS / "acuan/pengaturan.md").read_text("utf-8")
    examples = [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    options: dict[str, object] = {}
    publisher: dict[str, object] = {}
    for example in examples:
        if "plugins" in example:
            (plugin,) = example["plugins"]
            given = dict(plugin["rapor"])
            publisher |= given.pop("publisher", {})
            options |= given
    assert options.keys() == {k for k, _, _ in manual.fields(Options)} - {"publisher"}
    assert publisher.keys() == {k for k, _, _ in manual.fields(Publisher)}


def test_the_manual_builds_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    """Strict: a link or an anchor that leads nowhere, or a page outside of the menu, is an error."""
    built = mkdocs(
        *("build", "--strict", "-f", "mkdocs.docs.yml", "--site-dir", str(tmp_path)), cwd=ROOT
    )
    assert built.returncode == 0, built.stdout
    loads = re.compile(
        r"<(?:script|img|iframe)[^>]*\ssrc=\"?([^\"\s>]+)|<link[^>]*\shref=\"?([^\"\s>]+)"
    )
    for path in tmp_path.rglob("*.html"):
        text = path.read_text("utf-8")
        outside = [a or b for a, b in loads.findall(text) if "//" in (a or b)]
        assert not outside, f"{path.name}: {outside}"
    assert (tmp_path / "berkas/rekap-2019.xlsx").is_file()


GUIDES = sorted((DOCS / "panduan").glob("*.md"))
OF_OTHERS = {
    "'rapor' is not recognized",
    "path too long",
    "No such file",
    "WinError 32",
    "Address already in use",
}
"""What Windows, pip and MkDocs say."""


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_the_guides_call_what_there_is_and_quote_what_is_told(path: Path) -> None:
    text = path.read_text("utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            program, *arguments = shlex.split(line)
            if program == "rapor":
                command_line(str).parse_args(arguments)
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        assert yaml.safe_load(block), block
    said = (
        (ROOT / "generator/locale/en/LC_MESSAGES/rapor.po").read_text("utf-8").replace('"\n"', "")
    )
    said += "".join(p.read_text("utf-8") for p in (ROOT / "generator/starting/steps").iterdir())
    for table in re.findall(
        r"^\| (?:Pesan|Gejala) .*?\n\n", text + "\n\n", re.DOTALL | re.MULTILINE
    ):
        for row in table.splitlines()[2:]:
            quoted = re.findall("`([^`]+)`", row.split(" | ")[0])
            missing = [one for one in quoted if one not in said and one not in OF_OTHERS]
            assert not missing, row


def test_the_pictures_are_small_and_shown() -> None:
    pages = "".join(path.read_text("utf-8") for path in DOCS.rglob("*.md"))
    pictures = sorted((DOCS / "gambar").glob("*.webp"))
    assert pictures
    for path in pictures:
        assert path.stat().st_size <= LARGEST and path.name in pages, path.name


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    def call(words: tuple[str, ...], here: Path) -> tuple[int, str]:
        program, *arguments = words
        done = (rapor if program == "rapor" else mkdocs)(*arguments, cwd=here)
        return done.returncode, done.stdout + (done.stderr or "")

    wrong = tutorial.follow(tmp_path, call)
    assert not wrong, "\n".join(wrong)
    laporan = (tmp_path / "situs/site/2021/lebak/index.html").read_text("utf-8")
    assert "84,16" in laporan and "84,61" in laporan  # what stood there is told too


def test_a_step_that_goes_otherwise_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "```sh\nrapor check\n```\n```text\nbenar\n```\n<!-- lewati -->\n```sh\nserve\n```\n"
    (tmp_path / "mulai.md").write_text(
        text + '```yaml title="a.yml"\nx: 1\n```\n', encoding="utf-8"
    )
    monkeypatch.setattr(tutorial, "TUTORIAL", tmp_path / "mulai.md")
    assert tutorial.follow(tmp_path, lambda words, here: (0, "benar sekali\n")) == [
        "not told: benar",
        "nothing made a.yml",
    ]
    assert len(tutorial.follow(tmp_path, lambda words, here: (1, "benar\n"))) == 1
    with pytest.raises(ValueError, match="no step"):
        list(tutorial.steps("```python\nx\n```\n"))
