"""Every mistake is told with file, line, column, field, and what would be right; all at once."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import BASE, ROOT, write_results

from generator.format.problems import Problems
from generator.load.load import load

CASES = sorted((Path(__file__).parent / "cases" / "input").glob("*.yml"))


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


@pytest.mark.parametrize(
    "folder", ["results", "examples/banten/results", "examples/sulsel/results"]
)
def test_real_data_are_right(folder: str) -> None:
    assert report(ROOT / folder) == []
