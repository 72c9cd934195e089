"""Tables spoiled at random, and text in every form that a spreadsheet saves it in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import NAMES, results_of, write_office
from test_odd_workbooks import LIST, SCORED
from test_office_workbooks import CATEGORIES, RANKS, SCORES

from generator.cli import main
from generator.format.problems import Problems
from generator.load.load import load
from generator.workbook.cells import Cell, Workbook, sheet_of
from generator.workbook.context import Context
from generator.workbook.reading import understand


def delimited(sign: str, decimal: str, quote: str = "") -> str:
    lines = [("Wilayah", "Skor"), *((n, SCORES[i].replace(".", decimal)) for i, n, _ in LIST)]
    return "\r\n".join(sign.join(quote + one + quote for one in line) for line in lines)


DELIMITED = {
    "commas, and commas in quotes": ("\ufeff" + delimited(",", ",", '"')).encode(),
    "tabs in UTF-16": delimited("\t", ".").encode("utf-16"),
    "a line that names the sign": ("sep=|\r\n" + delimited("|", ",")).encode("cp1252"),
}


@pytest.mark.parametrize("case", DELIMITED)
def test_delimited_text_is_read(case: str, tmp_path: Path) -> None:
    site = write_office(tmp_path / "situs")
    book = tmp_path / "hasil.csv"
    book.write_bytes(DELIMITED[case])
    call = ["import", str(book), "--edition", "2026", "--site", str(site)]
    assert main(call) == 0 and results_of(site) == SCORED


def test_both_decimal_signs_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_office(tmp_path / "situs")
    book = tmp_path / "hasil.csv"
    book.write_text("sep=;\nWilayah;Skor\nKota Angan;80,5\nKota Serai;37.1\n", "utf-8")
    assert main(["import", str(book), "--edition", "2026", "--site", str(site)]) == 1
    assert "hasil.csv!B3: “80,5” adalah teks, bukan angka" in capsys.readouterr().err
    assert results_of(site) == {}


JUNK = (
    *(None, "x", "-", "Skor", "Kategori", "Kabupaten/Kota", "Jumlah", "Kab. Andai", "Kota Serai"),
    *("Serai", "37,1", "12.5", "99.01", 1, 850, -3, 5.5, "Informatif", "tidak ikut serta", "#REF!"),
    *("2026", "2024", "(1)", "50%", "\u200b", "No", "A. KOTA"),
)
changes = st.tuples(
    st.sampled_from(["cell", "row", "column", "exchange"]),
    *(st.integers(0, 8), st.integers(0, 4), st.integers(0, 4)),
    st.lists(st.sampled_from(JUNK), min_size=5, max_size=5),
)


def spoil(rows: list[list[Any]], change: tuple[str, int, int, int, list[Any]]) -> None:
    what, at, one, other, junk = change
    row = min(at, len(rows) - 1)
    if what == "cell":
        rows[row][one] = junk[0]
    elif what == "row":
        rows.insert(row, list(junk))
    elif what == "column":
        for cells in rows:
            cells.insert(one, None)
    else:
        for cells in rows:
            cells[one], cells[other] = cells[other], cells[one]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    site = write_office(tmp_path_factory.mktemp("situs"))
    dataset = load(site / "results", Problems())
    assert dataset is not None
    return Context(dataset, dataset.editions[2026], 2026)


@settings(max_examples=80, deadline=None)
@given(st.lists(changes, max_size=4))
def test_whatever_is_read_stands_in_the_row_of_its_region(
    context: Context, made: list[tuple[str, int, int, int, list[Any]]]
) -> None:
    """However a table is spoiled: it is refused, or each score is the one beside the name."""
    rows = [["No", "Kabupaten/Kota", "Skor", "Kategori", "Peringkat"]]
    for at, (id_, name_, _) in enumerate(LIST, 1):
        rows.append([at, name_, Decimal(SCORES[id_]), CATEGORIES[id_], RANKS[id_]])
    for change in made:
        spoil(rows, change)
    cells = [
        Cell(
            row,
            column,
            str(value),
            "text" if isinstance(value, str) else "number",
            number_of(value),
        )
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    ]
    sheet = sheet_of("nilai.xlsx", "Rekap", cells, [])
    reading = understand(Workbook("nilai.xlsx", (sheet,)), context, None, {})
    if not made:
        assert reading.findings.clear and len(reading.gathered.entries) == len(NAMES)
    if not reading.findings.clear:
        return
    for id_, entries in reading.gathered.entries.items():
        beside = [str(value) for value in rows[reading.gathered.rows[id_].row - 1]]
        for path, entry in entries.items():
            assert entry.cell.row == reading.gathered.rows[id_].row
            if path == ("score",):
                assert entry.said in beside
                assert entry.said == SCORES[id_] or entry.cell.text in map(str, JUNK)


def number_of(value: Any) -> Decimal | None:
    return None if isinstance(value, str) else Decimal(value)
