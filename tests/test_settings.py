"""mkdocs.yml is read by one model: `mkdocs build` and `rapor check` refuse the same in the same words.

What MkDocs refuses before it asks any plugin (a file that is no YAML, a key of its own) it tells in
its own words; such a case names them under ``mkdocs_says``.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import mkdocs, write_results, write_site
from mkdocs.__main__ import cli
from test_keys import leaves
from test_site import digest

from generator.cli import main
from generator.format.problems import Problems
from generator.format.site import SiteFile
from generator.settings import Settings, read_settings


@pytest.fixture(scope="module", autouse=True)
def as_loud_as_before() -> Iterator[None]:
    """MkDocs runs in this process, and ``-q`` would keep it quiet for the tests after these."""
    log = logging.getLogger("mkdocs")
    level, handlers, propagate = log.level, list(log.handlers), log.propagate
    yield
    log.setLevel(level)
    log.handlers, log.propagate = handlers, propagate


CASES = sorted((Path(__file__).parent / "cases" / "settings").glob("*.yml"))


def site_of(case: dict[str, Any], folder: Path) -> Path:
    site = folder / "situs"
    write_results(site, {})
    (site / "content").mkdir()
    files = {"mkdocs.yml": case["mkdocs"], **case.get("files", {})}
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        encoding = case.get("encoding", "utf-8") if name == "mkdocs.yml" else "utf-8"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return site


def built(site: Path, *more: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["build", "-q", "-f", str(site / "mkdocs.yml"), *more])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.exit_code, done.output


def told(output: str) -> list[str]:
    """The lines that the plugin logged as mistakes, without the count that comes last."""
    lines = [line.removeprefix("ERROR   -  ") for line in output.splitlines()]
    return [line for line in lines if re.match(r"\S+:\d+:\d+: ", line)]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_both_doors(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = yaml.safe_load(case.read_text(encoding="utf-8"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in data.get("environment", {}).items():
        monkeypatch.setenv(name, value)
    site = site_of(data, tmp_path)
    expected = data["expect"]
    assert main(["check", str(site)]) == bool(expected)
    assert told(capsys.readouterr().err) == expected
    status, output = built(site)
    assert status == bool(expected), output
    if "mkdocs_says" in data:
        assert data["mkdocs_says"] in output and told(output) == []
    else:
        assert told(output) == expected


def test_as_it_is_run(tmp_path: Path) -> None:
    """The exit status is 1, there is no traceback, and the site of the last build stays."""
    site = write_site(tmp_path, None, "plugins: [rapor: {publisher: {nama: x}}]\n")
    done = mkdocs("build", cwd=site, LC_ALL="C")
    assert done.returncode == 1
    assert "mkdocs.yml:4:31: plugins.rapor.publisher.nama: kunci ini tidak dikenal" in done.stdout
    assert "Traceback" not in done.stdout and not (site / "site").exists()


def settings(site: Path) -> Settings:
    problems = Problems()
    found = read_settings(site, problems)
    assert problems.report() == []
    return found


def test_another_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`rapor check lain.yml` reads what `mkdocs build -f lain.yml` reads, and names it so."""
    site = write_site(tmp_path)
    (site / "lain.yml").write_text(
        "site_name: Lain\ndocs_dir: content\ntheme: {name: rapor}\nplugins: [rapor: {nama: x}]\n"
    )
    assert main(["check", str(site / "lain.yml")]) == 1
    assert told(capsys.readouterr().err)[0].startswith("lain.yml:4:19: plugins.rapor.nama: ")
    done = CliRunner().invoke(cli, ["build", "-q", "-f", str(site / "lain.yml")])
    assert done.exit_code == 1 and told(done.output)[0].startswith("lain.yml:4:19: ")
    assert main(["check", str(site)]) == 0


def test_the_other_name_of_the_file(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    (site / "mkdocs.yml").rename(site / "mkdocs.yaml")
    assert settings(site).title == "Situs Contoh"


def test_data_alone_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of results without mkdocs.yml has the settings that are the default."""
    write_results(tmp_path, {})
    assert settings(tmp_path).title == tmp_path.name
    assert main(["check", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["check", str(tmp_path / "results")]) == 1
    assert capsys.readouterr().err.startswith("mkdocs.yml:1:1: berkas ini tidak ada; ")
    assert main(["check", str(tmp_path / "lain.yml")]) == 1
    assert capsys.readouterr().err.startswith("lain.yml:1:1: berkas ini tidak ada; ")


def test_what_is_no_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, a link to itself and a pipe in the place of mkdocs.yml, by the commands that read it."""
    write_results(tmp_path, {})
    config = tmp_path / "mkdocs.yml"
    makers: list[Callable[[], object]] = [config.mkdir, lambda: config.symlink_to(config.name)]
    if hasattr(os, "mkfifo"):
        makers.append(lambda: os.mkfifo(config))
    for make in makers:
        make()
        for call in (
            ["check", str(tmp_path)],
            ["preview", str(tmp_path / "p"), "--site", str(tmp_path)],
        ):
            assert main(call) == 1, call
            assert capsys.readouterr().err.startswith("mkdocs.yml:1:1: "), call
        config.rmdir() if config.is_dir() else config.unlink()
    assert main(["preview", str(tmp_path / "p"), "--site", str(tmp_path)]) == 1, (
        "data alone are no site"
    )
    assert capsys.readouterr().err.startswith("mkdocs.yml:1:1: berkas ini tidak ada; jalankan")


HOOK = """\
from mkdocs.plugins import event_priority
@event_priority(100)
def on_config(config):
"""
"""The head of a hook that changes the configuration before the plugin reads it."""


def test_what_mkdocs_has_wins(tmp_path: Path) -> None:
    """A hook changes the name of the site and an option: the site is that of the changed values."""
    hook = HOOK + (
        "    config.site_name = 'Nama dari kait'\n"
        "    config.plugins['rapor'].config['publisher'] = {'data_license': 'CC0 dari kait'}\n"
    )
    site = write_site(tmp_path, None, "hooks: [kait.py]\nplugins: [rapor]\n")
    (site / "kait.py").write_text(hook)
    assert built(site)[0] == 0
    assert "CC0 dari kait" in (site / "site/data/index.html").read_text("utf-8")
    assert "Nama dari kait" in (site / "site/index.html").read_text("utf-8")


def test_a_wrong_value_of_a_hook_is_told_where_the_option_would_stand(tmp_path: Path) -> None:
    hook = HOOK + ("    config.plugins['rapor'].config['analysis'] = 3\n")
    site = write_site(tmp_path, None, "hooks: [kait.py]\nplugins:\n  - rapor: {messages: id}\n")
    (site / "kait.py").write_text(hook)
    status, output = built(site)
    assert status == 1
    assert told(output) == [
        "mkdocs.yml:6:12: plugins.rapor.analysis: “3” bukan true atau false; tulis true atau false"
    ]


def test_an_option_of_the_mkdocs_command_wins(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert built(site, "--no-directory-urls")[0] == 0
    assert 'href="wilayah/index.html"' in (site / "site/index.html").read_text("utf-8")


PLAIN = """\
site_name: Situs
docs_dir: content
theme: {name: rapor}
plugins:
  - rapor: {search: false}
"""
EXAMPLES = {
    ("site_name",): "site_name: Situs lain",
    ("site_url",): "site_url: https://contoh.go.id/",
    ("docs_dir",): "docs_dir: prosa",
    ("exclude_docs",): "exclude_docs: catatan.md",
    ("use_directory_urls",): "use_directory_urls: false",
    ("plugins", "rapor", "results"): "results: data",
    ("plugins", "rapor", "language"): "language: en",
    ("plugins", "rapor", "languages"): "languages: [id]",
    ("plugins", "rapor", "analysis"): "analysis: true",
    ("plugins", "rapor", "design_page"): "design_page: true",
    ("plugins", "rapor", "files"): "files: [csv]",
    ("plugins", "rapor", "find"): "find: false",
    ("plugins", "rapor", "compare"): "compare: false",
    ("plugins", "rapor", "search"): "search: true",
    ("plugins", "rapor", "preview"): "preview: true",
    ("plugins", "rapor", "manifest"): "manifest: false",
    ("plugins", "rapor", "enabled"): "enabled: false",
    ("plugins", "rapor", "publisher", "name"): "publisher: {name: Penerbit lain}",
    ("plugins", "rapor", "publisher", "official"): "publisher: {official: true}",
    ("plugins", "rapor", "publisher", "responsible"): "publisher: {responsible: Seseorang}",
    ("plugins", "rapor", "publisher", "contact"): "publisher: {contact: a@contoh.id}",
    ("plugins", "rapor", "publisher", "text_license"): "publisher: {text_license: CC0}",
    ("plugins", "rapor", "publisher", "data_license"): "publisher: {data_license: CC0}",
}
"""A line with each key, put in the place of what stands above."""

SPOKEN = {("plugins", "rapor", "messages"), ("plugins", "rapor", "measure"), ("theme",)}
"""What changes messages alone (the case ``messages-in-english``), what needs a measure's file
(tests/test_measures.py), and what may have one value (the cases of another theme)."""


def full_site(folder: Path, config: str) -> Path:
    """A site whose analysis has something to say, with prose and data in two folders each."""
    for name in ("results", "data"):
        shutil.copytree(Path(__file__).parent / "full", folder / name)
    for name, contested in (
        ("2024/alfa.yml", r"(?m)^((?:score|category): .*?), others: \[.*?\]"),
        ("2024/edition.yml", r"()(?<=\d), requires: \[.*?\](?=\})"),
    ):
        for results in ("results", "data"):  # from what is contested no list of questions follows
            path = folder / results / name
            path.write_text(re.sub(contested, r"\1", path.read_text("utf-8")), encoding="utf-8")
    (folder / "data/2022/beta.yml").write_text("region: beta\nscore: 71.00\n", encoding="utf-8")
    for name in ("content", "prosa"):
        (folder / name).mkdir()
        (folder / name / "tentang.md").write_text(f"# {name}\n\n[[status]]", encoding="utf-8")
        (folder / name / "catatan.md").write_text("# Catatan", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = full_site(tmp_path_factory.mktemp("plain"), PLAIN)
    assert built(site)[0] == 0
    return digest(site / "site")


@pytest.mark.parametrize("keys", sorted(EXAMPLES), ids=".".join)
def test_every_key_changes_the_site(keys: tuple[str, ...], plain: str, tmp_path: Path) -> None:
    line = EXAMPLES[keys]
    kept = [old for old in PLAIN.splitlines() if not old.startswith(f"{keys[0]}:")]
    if len(keys) > 1:
        kept = [*PLAIN.splitlines()[:-2], "plugins:", "  - rapor:", f"      {line}"]
        kept += ["      search: false"] if keys[-1] != "search" else []
    else:
        kept.append(line)
    site = full_site(tmp_path, "\n".join(kept) + "\n")
    status, output = built(site)
    assert status == 0, output
    assert digest(site / "site") != plain


def test_no_key_is_forgotten() -> None:
    assert set(leaves(SiteFile)) == EXAMPLES.keys() | SPOKEN
