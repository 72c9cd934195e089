"""What once stopped a site, with every command and a build: each takes it, and writes no data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EDITION, REGIONS, ROOT, mkdocs, write_site
from test_readonly import CALLS, commands
from test_safety import data_of

from generator.cli import main
from generator.command import WRITES_DATA

LONG = "Sangat Memperhatikan Keterbukaan Informasi Publik Menurut Penilaian Tahun Itu Se"
WORD = "Informatifseinformatifinformatifnyatanpaspasiyangdapatdipenggalolehperambanapapu"


def case(name: str) -> dict[str, Any]:
    """The files of a case for the checks."""
    text = (ROOT / f"tests/cases/input/{name}.yml").read_text("utf-8")
    files: dict[str, Any] = yaml.safe_load(text)["files"]
    return files


TAKEN: dict[str, dict[str, str | None]] = {
    "an edition without results": {"2025/edition.yml": EDITION.replace("2024", "2025")},
    "no results at all": {"2024/alfa.yml": None},
    "an edition of which nothing is known": {
        "2025/edition.yml": "year: 2025\ntitle: E\norganizer: Lembaga Lain\nstatus: sample\n"
    },
    "corrections as a chain": case("corrections-that-fit"),
    "long names": {
        "regions.yml": REGIONS.replace("Kabupaten Alfa", f"Kabupaten {LONG} {WORD}"),
        "2024/edition.yml": EDITION.replace("Menuju Informatif", LONG).replace(
            "Evaluasi 2024", WORD
        ),
    },
}

REFUSED = {
    "corrections that form no chain": case("corrections-that-form-no-chain"),
    "a name that is too long for a file": case("id-too-long"),
}

READ_NO_DATA = ("doctor", "schema")
"""They look at the set-up of a site, and at the format of any data, and are right about those."""


def calls() -> list[tuple[str, ...]]:
    """How the commands are run that write no data, and need no site that was built."""
    left_out = {*WRITES_DATA, "verify"}
    reading = [command for command in commands() if command not in left_out]
    return [call for command in reading for call in CALLS[command]]


@pytest.mark.parametrize("name", TAKEN)
def test_every_command_takes_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "situs", TAKEN[name])
    before = data_of(site)
    monkeypatch.chdir(site)
    for call in calls():
        status = main(list(call))  # 1 also where nobody is called what was looked for
        assert status == 0 or call[0] == "find", (call, capsys.readouterr())
    done = mkdocs("build", "-q", "--strict", cwd=site)
    assert done.returncode == 0, done.stdout
    for article in ("2024/alfa", "wilayah/alfa"):
        assert (site / f"site/{article}/index.html").exists()
    assert data_of(site) == before


@pytest.mark.parametrize("name", REFUSED)
def test_every_command_that_reads_data_refuses_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path / "situs", REFUSED[name])
    before = data_of(site)
    monkeypatch.chdir(site)
    for call in calls():
        refuses = call[0] not in READ_NO_DATA
        assert main(list(call)) == refuses, call
        assert capsys.readouterr().err.startswith("results/") == refuses, call
    assert mkdocs("build", "-q", cwd=site).returncode == 1
    assert data_of(site) == before
    assert not (site / "site").exists() and not (site / "keluar").exists()
