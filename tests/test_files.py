"""The files to download: their columns, states, sums, formats."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, dataset_of, whole_of, write_results, write_site

from generator.files import subjects
from generator.files.column import STATE, Type
from generator.files.exact import exactly
from generator.files.table import Table
from generator.format.problems import Problems
from generator.settings import read_settings
from generator.site import Whole, read_site

GOLDEN = ROOT / "tests/golden/columns.yml"

HOSTILE = "=cmd|'/c calc'!A1"
FILES: dict[str, str | None] = {
    "2024/alfa.yml": "region: alfa\nscore: 87.40\n",
    "2024/beta.yml": "region: beta\nscore: {value: 0, note: '"
    + HOSTILE.replace("'", "''")
    + "'}\n",
}


def whole(folder: Path, files: dict[str, str | None] | None = None) -> Whole:
    return whole_of(dataset_of(write_results(folder, FILES if files is None else files)))


def text_of(site: Whole, path: str) -> str:
    return site.files[path]().decode("utf-8-sig")


def tables(site: Whole) -> dict[str, Table]:
    return {file.table.stem: file.table for file in site.site.downloads}


@pytest.fixture(scope="module")
def packages(kalsel: Path, contoh: Path, ikip: Path) -> list[Path]:
    return [site / "data/datapackage.json" for site in (kalsel, contoh, ikip)]


def test_names_of_columns_stay() -> None:
    """What was published is read by name and by place: new columns come last."""
    golden = yaml.safe_load(GOLDEN.read_text("utf-8"))
    found = {subject.id: [column.name for column in subject.columns] for subject in subjects()}
    assert found == golden
    for subject in subjects():
        assert set(subject.key) <= set(found[subject.id])
        for column in subject.columns:
            assert not column.state or column.state in found[subject.id], column.name


def test_no_state_is_an_empty_cell(packages: list[Path]) -> None:
    words = {STATE[code] for code in STATE}
    for package in packages:
        for path in package.parent.rglob("*.csv"):
            if path.name.endswith("-excel.csv"):
                continue
            with path.open(encoding="utf-8-sig", newline="") as stream:
                for row in csv.DictReader(stream):
                    for name, cell in row.items():
                        if name == "state" or name.endswith("_state"):
                            assert cell in words, (path, name, cell)
                            figure = name.removesuffix("state").rstrip("_") or "value"
                            known = cell in ("diketahui", "nol", "sedikitnya", STATE["about"])
                            assert bool(row[figure]) is known, (path, name, row)


def test_people_read_words_in_the_place_of_figures(tmp_path: Path) -> None:
    import openpyxl

    site = whole(tmp_path)
    table = text_of(site, "data/hasil-2024-excel.csv").splitlines()
    heads, rows = table[0].split(";"), [line.split(";") for line in table[1:]]
    by_name = {row[heads.index("Nama")]: dict(zip(heads, row, strict=False)) for row in rows}
    assert by_name["Kabupaten Alfa"]["Skor"] == "87,40"
    assert by_name["Kabupaten Alfa"]["Kode"] == "'99.01", "no time of day"
    assert (
        by_name["Kabupaten Beta"]["Skor"] == "0"
        and by_name["Kabupaten Beta"]["Keadaan skor"] == "nol"
    )
    assert by_name["Kota Gama"]["Skor"] == by_name["Kota Gama"]["Kategori"] == "belum diketahui"

    book = openpyxl.load_workbook(io.BytesIO(site.files["data/hasil-2024.xlsx"]()))
    data, meaning, sources = book.worksheets
    assert data.freeze_panes == "F2" and data.auto_filter.ref.startswith("A1:")
    at = {cell.value: cell.column for cell in data[1]}
    alfa = next(
        row for row in data.iter_rows(min_row=2) if row[at["Nama"] - 1].value == "Kabupaten Alfa"
    )
    score, code = alfa[at["Skor"] - 1], alfa[at["Kode"] - 1]
    assert score.value == 87.4 and score.number_format == "0.00" and score.data_type == "n"
    assert code.value == "99.01" and code.data_type == "s"
    assert [row[1].value for row in meaning.iter_rows(min_row=2)][: len(at)] == [
        column.name for column in tables(site)["data/hasil-2024"].columns
    ]
    assert [row[0].value for row in sources.iter_rows(min_row=2)] == ["Hasil evaluasi"]


def test_no_cell_starts_a_formula(tmp_path: Path) -> None:
    site = whole(tmp_path)
    for path, make in site.files.items():
        content = make()
        if path.endswith(".csv"):
            for row in csv.reader(
                io.StringIO(content.decode("utf-8-sig")), delimiter=";" if "excel" in path else ","
            ):
                bad = [cell for cell in row if re.match(r"[=+@\t\r]|-(?![\d.,]+$)", cell)]
                assert not bad, path
        elif path.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                sheets = [name for name in parts.namelist() if "/sheet" in name]
                assert sheets and all(b"<f>" not in parts.read(name) for name in sheets)
                assert not [name for name in parts.namelist() if "_rels/sheet" in name], "no links"
    assert HOSTILE in json.loads(text_of(site, "data/hasil.json"))["rows"][1]["note"]


def test_the_same_data_are_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is built: a workbook has the day of its data."""
    one, other = (whole(tmp_path / name) for name in ("one", "other"))
    assert {p: make() for p, make in one.files.items()} == {
        p: make() for p, make in other.files.items()
    }
    core = zipfile.ZipFile(io.BytesIO(one.files["data/hasil.xlsx"]())).read("docProps/core.xml")
    assert b"1980-01-01T00:00:00Z" in core


@pytest.mark.parametrize(
    ("value", "shown", "told"),
    [
        (Decimal("83.4567"), Decimal("83.46"), "83.4567"),
        (Decimal("83.40"), Decimal("83.4"), None),
        ("1/8", Decimal("0.13"), "0.125"),
        ("187/3", Decimal("62.33"), "187/3"),
        ("1/40", Decimal("0.03"), "0.025"),
        ("5/1", Decimal("5"), None),
        (None, Decimal("5"), None),
    ],
)
def test_exact_values(value: Any, shown: Decimal, told: str | None) -> None:
    exact = Fraction(value) if isinstance(value, str) else value
    assert exactly(exact, shown) == told


def test_what_is_shown_rounded_has_its_exact_value_beside_it(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        **{f"2024/{id_}.yml": f"region: {id_}\nscore: {score}\n" for id_, score in
           (("alfa", "83.4567"), ("beta", "80"), ("kota-gama", "90.5"))},
    }  # fmt: skip
    site = whole(tmp_path, files)
    rows = {
        row["region"]: row for row in csv.DictReader(text_of(site, "data/hasil.csv").splitlines())
    }
    assert (rows["alfa"]["score"], rows["alfa"]["score_exact"]) == ("83.46", "83.4567")
    assert rows["beta"]["score_exact"] == ""
    groups = list(csv.DictReader(text_of(site, "data/kelompok-2024.csv").splitlines()))
    (mean,) = (row for row in groups if row["figure"] == "mean")
    exact = (Fraction("83.4567") + 80 + Fraction("90.5")) / 3
    assert (mean["value"], mean["value_exact"], mean["n"]) == ("84.65", str(exact), "3")


def test_sums_add_up_or_the_file_says_why(packages: list[Path]) -> None:
    """Counts of categories against who took part, contributions of stages against the score."""
    reasons = set()
    for package in packages:
        for path in package.parent.rglob("kelompok.csv"):
            reasons |= _sums_of_groups(path)
        for path in package.parent.rglob("tahap-*.csv"):
            if not path.name.endswith("-excel.csv"):
                reasons |= _sums_of_stages(path)
    assert len(reasons) >= 3, reasons


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _sums_of_groups(path: Path) -> set[str]:
    found = set()
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _rows(path):
        groups.setdefault((row["year"], row["group"]), []).append(row)
    for rows in groups.values():
        counts = [int(row["value"]) for row in rows if row["figure"] == "category" and row["value"]]
        took_part = next(row["value"] for row in rows if row["figure"] == "took-part")
        for row in rows:
            if row["figure"] == "categories-sum":
                assert row["value"] == (str(sum(counts)) if counts else "")
                if counts and took_part:
                    difference = int(took_part) - sum(counts)
                    assert int(row["difference"]) == difference
                    assert bool(row["difference_reason"]) is bool(difference)
                    found |= {row["difference_reason"]} - {""}
    return found


def _sums_of_stages(path: Path) -> set[str]:
    found = set()
    sums: dict[str, Decimal] = {}
    for row in _rows(path):
        if row["stage"] != "final":
            sums[row["region"]] = sums.get(row["region"], Decimal(0)) + Decimal(row["adds"] or 0)
        elif row["score"] and row["adds_difference"]:
            difference = sums[row["region"]] - Decimal(row["score"])
            assert Decimal(row["adds_difference"]) == difference
            assert bool(row["adds_reason"]) is bool(difference)
            found |= {row["adds_reason"]} - {""}
    return found


@pytest.mark.parametrize(
    ("option", "endings"),
    [
        ("[]", set()),
        ("[csv]", {".csv", "-excel.csv"}),
        ("[xlsx]", {".xlsx"}),
        ("[json]", {".json"}),
        ("[region_json]", set()),
    ],
)
def test_each_kind_of_file_can_be_done_without(
    option: str, endings: set[str], tmp_path: Path
) -> None:
    site = write_site(tmp_path, more=f"plugins:\n  - rapor:\n      files: {option}\n")
    problems = Problems()
    found = read_site(read_settings(site, problems), problems)
    assert found is not None, problems.report()
    package = {"data/datapackage.json"} if ".csv" in endings else set()
    if option == "[region_json]":
        package = {f"data/wilayah/{id_}.json" for id_ in ("alfa", "beta", "kota-gama")}
        package.add("data/skema/wilayah.json")
    wanted = {f"data/hasil{end}" for end in endings} | {f"data/hasil-2024{end}" for end in endings}
    wanted |= {f"data/kelompok-2024{end}" for end in endings}
    # What the search by name and the comparison read in a browser has switches of its own.
    own = ("data/cari/indeks.json", "data/banding/0.json")
    read_by_scripts = {*own, *(f"en/{name}" for name in own)}
    assert set(found.files) == wanted | package | read_by_scripts
    page = found.page("data/").markdown
    assert ("Semua berkas" in page) is bool(endings)
    assert ("pandas" in page) is (".csv" in endings)
    assert ("skema/wilayah.json" in page) is (option == "[region_json]")


def test_every_table_says_its_rows_and_sizes(tmp_path: Path) -> None:
    site = whole(tmp_path)
    page = site.page("data/").markdown
    first = page.index("rk-take-first")
    for file in site.site.downloads:
        assert file.size == len(file.content())
        assert f"{-(-file.size // 1000)} kB" in page
        if file.table.stem == "data/hasil-2024" and "excel" not in file.path:
            assert first < page.index(file.path.removeprefix("data/")) < page.index("Semua berkas")
    assert "3 baris" in page


def test_types_are_what_the_rows_hold(tmp_path: Path) -> None:
    kinds = {Type.TEXT: str, Type.COUNT: int, Type.YEAR: int, Type.NUMBER: Decimal}
    for table in tables(whole(tmp_path)).values():
        for row in table.rows:
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or isinstance(value, kinds[column.type]), column.name
                assert value is not None or not column.required, column.name


def test_means_are_those_of_the_scores(contoh: Path) -> None:
    """Rounded once: the exact value beside each is the mean of the exact scores."""
    scores: dict[str, list[Fraction]] = {}
    for row in _rows(contoh / "data/indikator-2025.csv"):
        if row["score"]:
            exact = Fraction(row["score_exact"] or row["score"])
            scores.setdefault(row["indicator"], []).append(exact)
    means = [row for row in _rows(contoh / "data/rata-rata-2025.csv") if row["item"] == "indicator"]
    assert {row["id"] for row in means} == scores.keys()
    for row in means:
        exact = sum(scores[row["id"]], Fraction(0)) / len(scores[row["id"]])
        assert int(row["n"]) == len(scores[row["id"]])
        assert Fraction(row["mean_exact"] or row["mean"]) == exact
        assert abs(Fraction(row["mean"]) - exact) <= Fraction(1, 200)
