"""A cycle: a new edition, the workbook to fill in, what was filled in, and the way back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from conftest import ROOT
from office import EDITION, NAMES, Of, files_of, results_of, write_book, write_office
from test_office_workbooks import CATEGORIES, SCORES, number

from generator.cli import main
from generator.format.problems import Problems
from generator.load.load import load
from generator.workbook import write

SITES = [ROOT, *sorted(path.parent.parent for path in ROOT.glob("examples/*/results/regions.yml"))]


def run(site: Path, command: str, *arguments: str) -> int:
    return main([command, *arguments, "--site", str(site)])


def figures(data: dict[str, Any]) -> dict[str, Any]:
    """What of a result file a workbook holds, without what is said about it."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict) and ("value" in value or "not_published" in value):
            return {k: v for k, v in value.items() if k in ("value", "within", "not_published")}
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        return {"value": value} if isinstance(value, str) else value

    keys = ("category", "score", "rank", "stage_scores", "indicators")
    found = {key: plain(data[key]) for key in keys if key in data}
    return found | ({"answers": data["answers"]} if "answers" in data else {})


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_what_is_exported_is_read_back(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reading an export changes nothing; without the result files it makes the same figures anew."""
    copy = tmp_path / "situs"
    shutil.copytree(site / "results", copy / "results")
    shutil.copytree(site / "content", copy / "content")
    shutil.copy(site / "mkdocs.yml", copy)
    before = files_of(copy)
    years = sorted(path.name for path in (copy / "results").glob("20*"))
    for year in years:
        book = tmp_path / f"{year}.xlsx"
        assert run(copy, "export", "--edition", year, "-o", str(book)) == 0
        assert run(copy, "import", str(book), "--edition", year) == 0
        assert "0 nilai baru, 0 berubah" in capsys.readouterr().out
    after = files_of(copy)
    assert {name for name in after if "import/" not in name} == set(before)
    assert all(after[name] == content for name, content in before.items())
    year = years[-1]
    was = {
        id_: said for id_, data in results_of(copy, int(year)).items() if (said := figures(data))
    }
    shutil.rmtree(copy / "results/import")
    for path in (copy / f"results/{year}").glob("*.yml"):
        if path.name != "edition.yml":
            path.unlink()
    # What was noted is not in a workbook: without the notes the checks would find contradictions.
    monkey = pytest.MonkeyPatch()
    monkey.setattr(write, "new_problems", lambda *_: [])
    assert run(copy, "import", str(tmp_path / f"{year}.xlsx"), "--edition", year) == 0
    monkey.undo()
    assert {id_: figures(data) for id_, data in results_of(copy, int(year)).items()} == was


def test_a_template_that_is_filled_in_is_clear(tmp_path: Path) -> None:
    site = write_office(tmp_path / "situs")
    book = tmp_path / "nilai 2026.xlsx"
    assert run(site, "template", "2026", "-o", str(book)) == 0
    assert run(site, "template", "2026", "-o", str(book)) == 1  # it may be filled in already
    assert run(site, "import", str(book), "--edition", "2026") == 1  # nothing is filled in
    filled = openpyxl.load_workbook(book)
    sheet, answers = filled["Hasil"], filled["Jawaban"]
    head = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.protection.sheet and sheet["A1"].protection.locked
    assert not sheet.cell(2, head["Skor"]).protection.locked
    assert sheet["A2"].value == "99.01" and sheet["A6"].value == "99.10"
    rules = {str(r.sqref): r.formula1 for r in sheet.data_validations.dataValidation}
    assert '"Informatif,Menuju Informatif,Cukup Informatif,Kurang Informatif,Tidak Informatif"' in (
        rules.values()
    )
    ids = list(NAMES)
    for row, id_ in enumerate(ids, 2):
        if id_ == "khayal":
            sheet.cell(row, head["Keadaan"]).value = "tidak dinilai"
            continue
        sheet.cell(row, head["Kategori"]).value = CATEGORIES[id_]
        sheet.cell(row, head["Skor"]).value = float(SCORES[id_])
    filled.save(book)
    assert run(site, "import", str(book), "--edition", "2026") == 0
    found = results_of(site)
    assert set(found) == set(NAMES) - {"khayal"}
    for id_, said in found.items():
        assert said["category"] == CATEGORIES[id_]
        assert float(said["score"]) == float(SCORES[id_]) and said["score"].index(".") > 0
    assert "not_assessed: [khayal]" in (site / "results/2026/edition.yml").read_text("utf-8")
    # Answers beside it, in the rows that are there for them.
    at = {cell.value: cell.column for cell in answers[1]}
    for row in range(2, answers.max_row + 1):
        if answers.cell(row, at["Wilayah"]).value == "Kabupaten Andai":
            said = {"berkala": "ya", "pelatihan": 5, "kanal": "situs, medsos", "lengkap": "penuh"}
            value = said[answers.cell(row, at["Kode pertanyaan"]).value]
            answers.cell(row, at["Klaim"]).value = answers.cell(row, at["Verifikasi"]).value = value
    sheet.cell(2, head["Skor"]).value = sheet.cell(2, head["Kategori"]).value = None
    filled.save(book)
    assert run(site, "import", str(book), "--edition", "2026", "--dry-run") == 0
    assert "answers" not in results_of(site)["andai"]


def test_a_new_edition_follows_the_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_office(tmp_path)
    assert run(site, "new-edition", "2027") == 0
    text = (site / "results/2027/edition.yml").read_text("utf-8")
    assert "title: Evaluasi 2027" in text and "instrument: saq" in text
    assert "- {name: Informatif, minimum: 90}" in text and "status: draft" in text
    assert "\npublished" not in text and "# isi: published: 2027" in text
    problems = Problems()
    assert load(site / "results", problems) is not None and not len(problems)
    before = files_of(site)
    capsys.readouterr()
    assert run(site, "new-edition", "2027") == 1
    assert "results/2027/edition.yml sudah ada" in capsys.readouterr().err
    assert run(site, "new-edition", "2028", "--from", "1999") == 1
    assert "Edisi 1999 tidak ada; yang ada: 2026, 2027" in capsys.readouterr().err
    assert files_of(site) == before


@pytest.mark.parametrize("site", SITES, ids=lambda path: path.name)
def test_a_new_edition_of_every_example_is_right(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "situs"
    for name in ("results", "content"):
        shutil.copytree(site / name, copy / name)
    shutil.copy(site / "mkdocs.yml", copy)
    assert run(copy, "new-edition", "2031") == 0
    # Each marked line holds as it stands once the mark is taken away and the words are filled in.
    path = copy / "results/2031/edition.yml"
    text = path.read_text("utf-8")
    marked = [line for line in text.splitlines() if line.startswith("# isi: ")]
    assert "published: 2031-12-19" in str(marked)
    given = yaml.safe_load("\n".join(line.removeprefix("# isi: ") for line in marked))
    assert str(given["published"]) == "2031-12-19" and given["source"] == given["sources"][0]["id"]
    assert run(copy, "template", "2031", "-o", str(tmp_path / "nilai.xlsx")) == 0


def test_categories_that_the_last_edition_lacks_are_asked_for(tmp_path: Path) -> None:
    """Those of the latest that has some stand there, marked; without the marks they are right."""
    bare = EDITION.partition("scale:")[0].replace("2026", "2027").replace("2026-12", "2027-12")
    site = write_office(tmp_path, **{"2027/edition.yml": bare})
    assert run(site, "new-edition", "2028") == 0
    path = site / "results/2028/edition.yml"
    head, mark, asked = path.read_text("utf-8").partition("# isi: scale:")
    assert mark and "scale" not in head
    path.write_text(head + "scale:" + asked.replace("# isi: ", ""), "utf-8")
    problems = Problems()
    dataset = load(site / "results", problems)
    assert dataset is not None and not len(problems), problems.report()
    scale = dataset.editions[2028].scale
    assert scale is not None and scale.names[0] == "Informatif" and scale.minima


def test_a_first_edition(tmp_path: Path) -> None:
    site = write_office(tmp_path)
    shutil.rmtree(site / "results/2026")
    assert run(site, "new-edition", "2026") == 0
    assert run(site, "template", "2026", "-o", str(tmp_path / "nilai")) == 0
    assert (tmp_path / "nilai.xlsx").is_file()


def test_only_what_changed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand = (
        "# Ditulis tangan\nregion: andai\nscore: {value: 79.00, note: Menurut surat.}  # cek\n"
        "target: {at_least: Informatif}\n"
    )
    same = "region: dongeng\r\nscore: 37.10   # sama\r\n"
    edition = EDITION + "absent: [kota-serai]  # sementara\n"
    files = {"2026/andai.yml": by_hand, "2026/dongeng.yml": same, "2026/edition.yml": edition}
    site = write_office(tmp_path / "situs", **files)
    rows = [["Wilayah", "Skor"], *([n, number(id_)] for id_, (n, _) in NAMES.items())]
    book = write_book(tmp_path / "nilai.xlsx", Of(rows))
    before = files_of(site)
    call = ("import", str(book), "--edition", "2026")
    assert run(site, *call) == 1
    said = capsys.readouterr()
    assert "berubah: andai: score: 79.00 → 80.00 (nilai.xlsx!Rekap!B2)" in said.out
    assert "edition.yml: kota-serai: absent → –" in said.out
    assert "--accept timpa" in said.err and files_of(site) == before
    assert run(site, *call, "--accept", "timpa") == 0
    after = files_of(site)
    assert after["results/2026/andai.yml"].decode() == by_hand.replace("79.00", "80.00")
    assert after["results/2026/dongeng.yml"].decode() == same
    assert "absent: []  # sementara" in after["results/2026/edition.yml"].decode()


def test_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is open in another program stops the whole import, and all is as it was."""
    site = write_office(tmp_path / "situs", **{"2026/andai.yml": "region: andai\nscore: 79.00\n"})
    rows = [["Wilayah", "Skor"], *([n, number(id_)] for id_, (n, _) in NAMES.items())]
    book = write_book(tmp_path / "nilai.xlsx", Of(rows))
    before = files_of(site)
    replace, done = os.replace, []

    def locked(source: Any, target: Any) -> None:
        if len(done) == 3:
            raise PermissionError(13, "Permission denied", str(target))
        done.append(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    assert run(site, "import", str(book), "--edition", "2026", "--accept", "timpa") == 1
    assert len(done) == 3 and files_of(site) == before


def test_the_name_of_a_mapping_leads_nowhere_else(tmp_path: Path) -> None:
    site = write_office(tmp_path / "situs")
    rows = [["Wilayah", "Skor"], *([n, number(id_)] for id_, (n, _) in NAMES.items())]
    book = write_book(tmp_path / "nilai.xlsx", Of(rows))
    before = files_of(site)
    for name in ("../regions", "con", "A b", ""):
        call = ("import", str(book), "--edition", "2026", "--mapping", name)
        assert run(site, *call) == 1 and files_of(site) == before
    assert run(site, *call[:-1], "lain") == 0
    assert (site / "results/import/lain.yml").is_file()


def test_states_go_where_the_group_has_its_own(tmp_path: Path) -> None:
    edition = EDITION + "groups:\n  kabupaten-kota:\n    absent:\n      - andai\n    notes: []\n"
    site = write_office(tmp_path / "situs", **{"2026/edition.yml": edition})
    rows = [
        ["Wilayah", "Skor", "Status"],
        ["Kabupaten Andai", (80.0, "0.00"), None],
        ["Kabupaten Dongeng", None, "tidak ikut serta"],
        ["Kota Angan", None, "tidak dinilai"],
    ]
    book = write_book(tmp_path / "nilai.xlsx", Of(rows))
    assert run(site, "import", str(book), "--edition", "2026", "--accept", "timpa") == 0
    made = (site / "results/2026/edition.yml").read_text("utf-8")
    assert "    absent:\n      - dongeng\n    notes: []\n" in made
    assert "\nnot_assessed: [kota-angan]\n" in made
    assert results_of(site) == {"andai": {"score": "80.00"}}


def test_what_the_checks_refuse_is_told_at_the_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_office(tmp_path / "situs")
    rows = [["Wilayah", "Skor", "Peringkat"]]
    rows += [[n, number(id_), at] for at, (id_, (n, _)) in enumerate(NAMES.items(), 1)]
    book = write_book(tmp_path / "nilai.xlsx", Of(rows))
    before = files_of(site)
    assert run(site, "import", str(book), "--edition", "2026") == 1
    assert "nilai.xlsx!Rekap!C2: rank: peringkat 1 bertentangan" in capsys.readouterr().err
    assert files_of(site) == before
    assert run(site, "import", str(book), "--edition", "2026", "--accept", "Peringkat=abaikan") == 0


def test_a_mapping_is_part_of_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping = "tables:\n  - {sheet: X, header: 1, columns: {Wilayah: region, Angka: skore}}\n"
    site = write_office(tmp_path, **{"import/lama.yml": mapping})
    assert run(site, "import", str(tmp_path / "mkdocs.yml"), "--edition", "2026") == 1
    capsys.readouterr()
    assert main(["check", str(site)]) == 1
    assert "results/import/lama.yml:2:61: tables[1].columns.Angka: “skore” bukan kunci kolom" in (
        capsys.readouterr().err
    )


def test_a_mapping_by_hand_says_what_no_header_does(tmp_path: Path) -> None:
    mapping = """\
# Dari aplikasi
tables:
  - sheet: data
    header: 1
    columns: {bp_id: region, v_total: score, k: category}  # tiga kolom
regions: {"BP-1": andai, "BP-2": ignore}
values: {A: Informatif, X: belum diketahui}
"""
    site = write_office(tmp_path / "situs", **{"import/aplikasi.yml": mapping})
    rows = [
        ["bp_id", "v_total", "k"],
        ["BP-1", (95.0, "0.00"), "A"],
        ["BP-2", 12.0, "A"],
        ["Kota Angan", (50.0, "0.00"), "X"],
    ]
    book = write_book(tmp_path / "export.xlsx", Of(rows, "data"))
    assert run(site, "import", str(book), "--edition", "2026") == 0
    assert results_of(site) == {
        "andai": {"category": "Informatif", "score": "95.00"},
        "kota-angan": {"score": "50.00"},
    }
    assert (site / "results/import/aplikasi.yml").read_text("utf-8") == mapping
