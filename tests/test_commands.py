"""The command ``rapor``: what each of its commands answers, and how it says what is wrong."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from conftest import ROOT, write_site

from generator import cli
from generator.cli import main


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in the folder in which the command is run, by somebody without a language set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path)


def broken(site: Path) -> None:
    (site / "results/2024/alfa.yml").write_text("region: alfa\nskor: 80\n")


def test_every_file_of_the_folder_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    names = [command.NAME for command in cli.commands()]
    files = (path.stem for path in (ROOT / "generator/command").glob("[!_]*.py"))
    # A file of Python's has no hyphen, and none is called like a word of the language.
    assert sorted(names) == sorted(name.rstrip("_").replace("_", "-") for name in files)
    assert "check" in names
    for command in cli.commands():
        assert command.NAME in told and command.HELP.text() in told
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2


def test_check(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    found, *advice = capsys.readouterr().out.splitlines()
    assert found == "Data benar: 3 wilayah, 1 edisi, 1 berkas hasil."
    assert advice and all(line.startswith("Saran: ") for line in advice)
    assert main(["check", str(site)]) == 0
    broken(site)
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("results/2024/alfa.yml:2:1: skor: kunci ini tidak dikenal")


def test_messages_in_english(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(site)
    assert main(["--messages", "en", "check"]) == 1
    assert "did you mean “score”" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["explain"], ["render", "keluar"]])
def test_there_are_no_results(
    command: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "results").rename(site / "hasil")
    assert main(command) == 1
    told = capsys.readouterr().err
    assert re.match("mkdocs.yml:4:\\d+: plugins.rapor.results: folder “results” tidak ada; ", told)
    assert not (site / "keluar").exists()


def test_render_writes_every_page_and_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/tentang.md").write_text("# Tentang kami\n\nOleh [[penerbit]].\n")
    assert main(["render", "keluar"]) == 0
    assert capsys.readouterr().out == "22 halaman ditulis ke keluar.\n"
    assert len(list((site / "keluar").rglob("index.md"))) == 22
    assert "Oleh belum disebut." in (site / "keluar/tentang/index.md").read_text("utf-8")
    assert (site / "keluar/data/hasil-2024.csv").is_file()
    assert [path.name for path in site.glob(".rapor-*")] == []


def test_render_of_broken_data_writes_nothing(site: Path) -> None:
    broken(site)
    assert main(["render", "keluar"]) == 1
    assert not (site / "keluar").exists()


def test_drafts_are_checked_and_not_rendered(site: Path) -> None:
    edition = site / "results/2024/edition.yml"
    edition.write_text(edition.read_text("utf-8").replace("final", "draft"), "utf-8")
    assert main(["explain", "2024", "alfa"]) == 0
    assert main(["render", "keluar"]) == 0
    assert not (site / "keluar/2024").exists()


def test_schema(site: Path) -> None:
    assert main(["schema", "skema"]) == 0
    found = {path.name for path in (site / "skema").iterdir()}
    names = ("correction", "edition", "import", "instrument", "measure", "regions", "result")
    assert found == {f"{name}.schema.json" for name in names}
    assert "score" in json.loads((site / "skema/result.schema.json").read_text())["properties"]


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        (["2024", "alfa"], "/2024/alfa/ (sudut: "),
        (["2024"], "/2024/ Kabupaten/kota (sudut: "),
        (["alfa"], "/wilayah/alfa/"),
    ],
)
def test_explain_a_text(
    what: list[str], begins: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(begins)
    assert any(line.startswith("   aturan: ") for line in lines)
    assert "     results/2024/alfa.yml:2:8" in lines


def test_explain_counts_all_sentences(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert "kalimat dalam 7 teks" in capsys.readouterr().out


@pytest.mark.parametrize(
    "what", [["2023"], ["delta"], ["2024", "2024"], ["alfa", "beta"], ["2024", "delta"]]
)
def test_explain_what_there_is_none_of(
    what: list[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *what]) == 1
    told = capsys.readouterr()
    assert told.out == "" and "bukan tahun edisi dan bukan id wilayah" in told.err


@pytest.mark.parametrize("name", ["Kabupaten Alfa", "kab-alfa", "ALFA"])
def test_explain_a_region_by_its_name(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "2024", name]) == 1
    assert f"“{name}” bukan tahun" in (told := capsys.readouterr().err)
    assert "mungkin maksudnya “alfa”" in told


def test_explain_of_broken_data(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(site)
    assert main(["explain"]) == 1
    assert "results/2024/alfa.yml:2:1" in capsys.readouterr().err


def test_explain_a_year_without_the_region(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    regions = site / "results/regions.yml"
    text = regions.read_text("utf-8").replace(
        "regions:\n", "  - {id: dinas, name: Dinas}\nregions:\n"
    )
    text += "  - {id: esdm, name: Dinas ESDM, kind: dinas, group: dinas}\n"
    regions.write_text(text, "utf-8")
    assert main(["explain", "2024", "esdm"]) == 1
    assert capsys.readouterr().err == "Tidak ada halaman /2024/esdm/.\n"


def test_a_reader_that_has_seen_enough(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in ``rapor explain | head``: no traceback, and what comes after goes nowhere."""

    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return target.fileno()

    with (site / "keluar").open("w") as target:
        monkeypatch.setattr("sys.stdout", Closed())
        assert main(["check"]) == 0


def test_a_mistake_is_shown_in_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sign below the column; a file as a whole has no line, and a long one is cut."""
    (site / "results/2024/beta.yml").write_text(f"region: beta\nscore: {'9' * 300}\n", "utf-8")
    (site / "results/2024/alfa.yml").write_text("region: alfa\n  \u0007skor: 80\n", "utf-8")
    (site / "results/2024/lain.txt").write_text("x")
    assert main(["check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    for at, line in enumerate(lines):
        found = re.match(r"results/2024/(\w+)\.yml:(\d+):(\d+): ", line)
        if found:
            file = (site / f"results/2024/{found[1]}.yml").read_text("utf-8")
            sign = file.splitlines()[int(found[2]) - 1][int(found[3]) - 1]
            assert lines[at + 1].startswith("    ") and len(lines[at + 1]) < 120
            assert lines[at + 1][lines[at + 2].index("^")] in (sign, "\\")
    assert sum(line.strip() == "^" for line in lines) == 2
