"""A workbook of a table: the data, what its columns mean, its sources.

Cells are typed: a number has the decimals that pages show, a text is never a formula, a link or a
date. The bytes depend on the data alone: its times are the day of the newest results.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.evaluation.rounding import places
from generator.files.column import Value
from generator.files.table import Table
from generator.language.catalogue import N_

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME, ORDER, ENDING = "xlsx", 3, ".xlsx"
TITLE = N_("Excel")

EARLIEST = datetime(1980, 1, 1)
"""Where no day is known: a ZIP file knows no earlier one."""

LONGEST = 32_767
"""Characters that Excel takes in a cell."""

NARROWEST, WIDEST = 8, 44
FIXED = 5
"""Columns that stay in sight: whose row it is."""

ASIDE: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def written(table: Table) -> bytes:
    from xlsxwriter import Workbook  # only who writes such a file pays for it

    _ = table.around.language.gettext
    stream = BytesIO()
    book = Workbook(stream, ASIDE)
    book.set_properties(
        {
            "title": table.about,
            "author": table.around.publisher.name or table.around.title,
            "comments": table.around.publisher.data_license,
            "created": datetime.fromisoformat(table.date) if table.date else EARLIEST,
        }
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    formats = _Formats(book)
    _data(table, book.add_worksheet(_("Data")), bold, formats)
    _definitions(table, book.add_worksheet(_("Definisi")), bold)
    _sources(table, book.add_worksheet(_("Sumber")), bold)
    book.close()
    return stream.getvalue()


class _Formats:
    """The formats of numbers, one for each number of decimals."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[int, Any] = {}

    def of(self, value: Decimal) -> Any:
        """That with the decimals of a number."""
        decimals = places(value)
        if decimals not in self._made:
            pattern = f"0.{'0' * decimals}" if decimals else "0"
            self._made[decimals] = self._book.add_format({"num_format": pattern})
        return self._made[decimals]


def _data(table: Table, sheet: Worksheet, bold: Any, formats: _Formats) -> None:
    _ = table.around.language.gettext
    widths = []
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, _(column.title), bold)
        widths.append(NARROWEST)
    row = 0
    for row, values in enumerate(map(table.people, table.rows), 1):
        for at, value in enumerate(values):
            _write(sheet, row, at, value, formats)
            if isinstance(value, str) and len(value) > widths[at]:
                widths[at] = len(value)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, min(width + 2, WIDEST))
    sheet.freeze_panes(1, min(FIXED, len(table.columns)))
    sheet.autofilter(0, 0, max(row, 1), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, at: int, value: Value, formats: _Formats) -> None:
    if isinstance(value, str):
        sheet.write_string(row, at, value[:LONGEST])
    elif isinstance(value, Decimal):
        sheet.write_number(row, at, float(value), formats.of(value))
    elif value is not None:
        sheet.write_number(row, at, value)


def _definitions(table: Table, sheet: Worksheet, bold: Any) -> None:
    _ = table.around.language.gettext
    heads = (N_("Judul kolom"), N_("Nama dalam CSV dan JSON"), N_("Satuan"), N_("Arti"))
    rows = [(_(c.title), c.name, _(c.unit) if c.unit else "", _(c.about)) for c in table.columns]
    publisher = table.around.publisher
    about = [
        (_("Isi"), table.about),
        (_("Situs"), table.around.title),
        (_("Penerbit"), publisher.name or _("belum disebut")),
        (_("Lisensi data"), publisher.data_license or _("belum disebut")),
    ]
    _lines(sheet, [_(head) for head in heads], [*rows, ("", ""), *about], bold)


def _sources(table: Table, sheet: Worksheet, bold: Any) -> None:
    _ = table.around.language.gettext
    heads = [_("Judul"), _("Penerbit"), _("Tanggal"), _("Alamat")]
    rows = [
        (s.title, s.publisher or "", str(s.date) if s.date else "", s.url or "")
        for s in table.sources
    ]
    _lines(sheet, heads, rows, bold)


def _lines(sheet: Worksheet, heads: list[str], rows: Sequence[tuple[str, ...]], bold: Any) -> None:
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, bold)
    for row, texts in enumerate(rows, 1):
        for at, text in enumerate(texts):
            if text:
                sheet.write_string(row, at, text[:LONGEST])
    for at in range(len(heads)):
        longest = max((len(texts[at]) for texts in rows if at < len(texts)), default=0)
        sheet.set_column(at, at, max(NARROWEST, min(longest + 2, WIDEST + WIDEST)))
    sheet.freeze_panes(1, 0)
