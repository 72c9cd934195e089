"""What ``rapor check`` asks to look at again: each where there is cause, and not else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, write_site

from generator.advice.second_look import second_look
from generator.cli import main
from generator.format.problems import Problems
from generator.settings import read_settings

NEXT = EDITION.replace("2024", "2025")
BARE = EDITION.replace("sources: [{id: koran, title: Hasil evaluasi}]\n", "")
OFFICIAL = "plugins: [{rapor: {publisher: {official: false}}}]\n"


@pytest.mark.parametrize(
    ("files", "more", "asked"),
    [
        ({}, OFFICIAL, ""),
        ({}, "plugins: [rapor]\n", "official: true atau false"),
        ({"2024/edition.yml": BARE}, OFFICIAL, "edisi 2024 (Kabupaten/kota) tanpa sumber"),
        ({"2025/alfa.yml": "region: alfa\nscore: 57.44\n"}, OFFICIAL, "dari 87.45 (2024) ke 57.44"),
        ({"2025/alfa.yml": "region: alfa\nscore: 57.45\n"}, OFFICIAL, ""),
        (
            {"2025/alfa.yml": "region: alfa\ntarget: {at_least: Informatif}\n"},
            OFFICIAL,
            "Kabupaten Alfa mempunyai target 2025",
        ),
    ],
)
def test_each(files: dict[str, str | None], more: str, asked: str, tmp_path: Path) -> None:
    later = {"2025/edition.yml": NEXT} if "2025/alfa.yml" in files else {}
    site = write_site(tmp_path, later | files, more)
    settings = read_settings(site, Problems())
    told = [one.text() for one in second_look(settings, dataset_of(site / "results"))]
    contact, *others = sorted(told, key=lambda text: "kontak" not in text)
    assert "3 badan publik tanpa kontak PPID, misalnya Kabupaten Alfa" in contact
    assert len(others) == bool(asked) and all(asked in text for text in others)


def test_problems_and_advice_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path, {"2024/alfa.yml": "region: alfa\nscore: 50%, ya\n"}, OFFICIAL)
    assert main(["--messages", "id", "check", str(site), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = told["problems"][0]
    assert (found["file"], found["line"], found["column"], found["field"]) == (
        *("results/2024/alfa.yml", 2, 8, "score"),
    )
    assert found["wrong"] and found["right"] and told["advice"] == []
    assert main(["--messages", "id", "check", str(site), "--format", "github"]) == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("::error file=results/2024/alfa.yml,line=2,col=8::score: “50%25, ya”")
    (site / "results/2024/alfa.yml").write_text("region: alfa\nscore: 87.45\n", encoding="utf-8")
    assert main(["--messages", "id", "check", str(site), "--format", "github"]) == 0
    assert "::notice::Saran: 3 badan publik tanpa kontak" in capsys.readouterr().out
