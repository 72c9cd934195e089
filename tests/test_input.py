"""Every mistake is told with file, line, column, field, and what would be right; all at once."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import BASE, EDITION, ROOT, dataset_of, write_results, write_site

from generator.cli import main
from generator.format.problems import Problems
from generator.load.load import load

CASES = sorted((Path(__file__).parent / "cases" / "input").glob("*.yml"))


INSTRUMENT = """\
title: Kuesioner
year: 2024
stages: [{id: saq, name: SAQ, weight: 100}]
indicators: [{id: satu, stage: saq, name: Satu, weight: 100}]
"""


def report(root: Path) -> list[str]:
    problems = Problems()
    load(root, problems)
    return problems.report()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    data = yaml.safe_load(case.read_text(encoding="utf-8"))
    lines = report(write_results(tmp_path, data["files"]))
    expected = data["expect"]
    assert len(lines) == (len(expected) + 1 if expected else 0), lines
    for line, start in zip(lines, expected, strict=False):
        assert line.startswith(start), lines
        assert "; " in line, "a problem also says what would be right"


def test_not_utf8(tmp_path: Path) -> None:
    root = write_results(tmp_path, {})
    (root / "2024" / "alfa.yml").write_bytes(b"region: alfa\n# \xe9\n")
    assert report(root)[0].startswith("results/2024/alfa.yml:2:3: berkas ini bukan UTF-8")


def test_large_file_is_not_read(tmp_path: Path) -> None:
    root = write_results(tmp_path, {"2024/alfa.yml": "region: alfa\n" + "#" * 1024 * 1024})
    assert report(root)[0].startswith("results/2024/alfa.yml:1:1: berkas lebih besar dari 1 MiB")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_link_out_of_results(tmp_path: Path) -> None:
    root = write_results(tmp_path, {"2024/alfa.yml": None})
    (tmp_path / "secret.yml").write_text("region: alfa\n")
    (root / "2024" / "alfa.yml").symlink_to(tmp_path / "secret.yml")
    assert "menunjuk ke luar" in report(root)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and links of this kind there")
def test_files_that_are_none(tmp_path: Path) -> None:
    """A pipe would wait for a writer; links may lead nowhere or in a circle."""
    root = write_results(tmp_path, {"2024/alfa.yml": None})
    os.mkfifo(root / "2024/alfa.yml")
    (root / "2024/beta.yml").symlink_to("tidak-ada.yml")
    (root / "2024/gama.yml").symlink_to("gama.yml")
    (root / "2025").symlink_to(tmp_path)
    lines = report(root)
    assert [line.partition(";")[0] for line in lines[:-1]] == [
        "results/2024/alfa.yml:1:1: bukan berkas biasa",
        "results/2024/beta.yml:1:1: tidak dapat dibaca (tidak ada, atau tautan yang putus)",
        "results/2024/gama.yml:1:1: tidak dapat dibaca (tautan simbolis yang berputar)",
        "results/2025:1:1: tautan simbolis ini menunjuk ke luar folder results/",
    ]


Locked = Callable[[Path], None]


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> Locked:
    """Takes all rights to a file or folder away, also from root, who may run these tests."""

    def take(locked: Path) -> None:
        for name in ("stat", "lstat", "open", "scandir", "listdir"):
            real = getattr(os, name)
            seen = name in ("stat", "lstat")  # that it is there may still be seen

            def refusing(
                path: Any, *more: Any, real: Any = real, seen: bool = seen, **named: Any
            ) -> Any:
                inside = isinstance(path, str | os.PathLike) and Path(path).is_relative_to(locked)
                if inside and not (seen and Path(path) == locked):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
                return real(path, *more, **named)

            monkeypatch.setattr(os, name, refusing)

    return take


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another thing there")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("results", ["results:1:1"]),
        ("results/2024", ["results/2024:1:1"]),
        ("results/instruments", ["results/instruments:1:1"]),
        ("results/2024/edition.yml", ["results/2024/edition.yml:1:1"]),
        ("results/regions.yml", ["results/regions.yml:1:1"]),
        ("content/catatan.md", ["content/catatan.md:1:1"]),
        ("content/lain", ["content/lain:1:1"]),
        ("mkdocs.yml", ["mkdocs.yml:1:1"]),
    ],
)
def test_what_may_not_be_read(
    name: str, expected: list[str], lock: Locked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(
        tmp_path,
        {
            "2024/edition.yml": f"{EDITION}instrument: saq\ncomparable_with: [2023]\n",
            "2023/edition.yml": "year: 2023\ntitle: A\norganizer: B\nstatus: final\n",
            "instruments/saq.yml": INSTRUMENT,
        },
    )
    (site / "content/lain").mkdir()
    for prose in ("catatan.md", "lain/catatan.md"):
        (site / "content" / prose).write_text("# Catatan\n")
    assert main(["check", str(site)]) == 0
    lock(site / name)
    capsys.readouterr()
    assert main(["check", str(site)]) == 1
    lines = capsys.readouterr().err.splitlines()[:-1]
    told = [
        f"{place}: tidak dapat dibaca (tidak ada izin baca); periksa izin" for place in expected
    ]
    assert [line[: len(start)] for line, start in zip(lines, told, strict=True)] == told


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "region: &a [*a]\n", "region: " + "[" * 50_000, "- " * 50_000 + "x\n", "? " * 20_000],
    ids=["alias bomb", "recursive alias", "deep flow", "deep block", "deep keys"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits there")
def test_attack_is_bounded(text: str, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    root = write_results(tmp_path, {"2024/alfa.yml": text})

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check", str(root.parent)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 1, done.stderr[-500:]
    assert "alfa.yml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_sample_itself_is_right(tmp_path: Path) -> None:
    assert report(write_results(tmp_path, {})) == []
    assert "regions.yml" in BASE


REAL = ["results", *(f"examples/{name}/results" for name in ("banten", "contoh", "sulsel"))]


@pytest.mark.parametrize("folder", REAL)
def test_real_data_are_right(folder: str) -> None:
    assert report(ROOT / folder) == []


@pytest.mark.parametrize("folder", REAL)
def test_each_file_has_its_place(folder: str) -> None:
    """None is left out: each file in the folder of a year is its edition or a result that is shown."""
    dataset = dataset_of(ROOT / folder)
    there = {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).glob("2*/*")}
    placed = {f"{year}/edition.yml" for year in dataset.editions}
    placed |= {
        f"{year}/{id_}.yml" for (year, _), e in dataset.evaluations.items() for id_ in e.results
    }
    assert placed == there
