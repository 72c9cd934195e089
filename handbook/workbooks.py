"""The workbooks of the tutorial: published results of Banten, as an office keeps them."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from generator.format.problems import Problems
from generator.load.load import load

RESULTS = Path(__file__).parent.parent / "examples" / "banten" / "results"
YEARS = (2019, 2021)

SLIPS = {(2021, "lebak"): Decimal("84.61")}
"""Digits that somebody exchanged: the tutorial corrects them to what was announced."""


def workbook(year: int) -> bytes:
    """A year's scores and categories by hand: a title, a row of headers, short names, a signature.

    Always the same bytes.
    """
    problems = Problems()
    dataset = load(RESULTS, problems)
    assert dataset is not None, problems.report()
    files = dataset.evaluations[year, "kabupaten-kota"].results
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(year, 12, 1)})
    bold = book.add_format({"bold": True})
    digits = book.add_format({"num_format": "0.00"})
    sheet = book.add_worksheet("Rekap")
    sheet.write(0, 0, f"REKAPITULASI NILAI KETERBUKAAN INFORMASI PUBLIK TAHUN {year}", bold)
    sheet.write(1, 0, "KOMISI INFORMASI PROVINSI BANTEN", bold)
    sheet.write_row(3, 0, ("No", "Badan Publik", "Nilai", "Kualifikasi"), bold)
    for number, (id_, file) in enumerate(files.items(), 1):
        name = dataset.regions[id_].name.replace("Kabupaten", "Kab.")
        assert file.score is not None and file.result.category is not None
        sheet.write_row(3 + number, 0, (number, name))
        sheet.write_number(3 + number, 2, float(SLIPS.get((year, id_), file.score)), digits)
        sheet.write(3 + number, 3, file.result.category.value)
    sheet.write(5 + len(files), 1, "Serang, ..........................")
    sheet.write(6 + len(files), 1, "Ketua,")
    sheet.set_column(1, 1, 28)
    sheet.set_column(3, 3, 20)
    book.close()
    return written.getvalue()
