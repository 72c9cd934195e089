"""Files of spreadsheets as grids of cells: XLSX by openpyxl, ODS and XLS by calamine, and CSV."""

from __future__ import annotations

import csv
import datetime
import io
import re
import stat
import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from generator.format.problems import Message, Place, Problems, message
from generator.format.problems import why as said_why
from generator.workbook.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Workbook,
    number_text,
    plain_number,
    sheet_of,
    shown_number,
)

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED = 500 * 1024 * 1024

SUFFIXES = (".xlsx", ".xlsm", ".ods", ".xls", ".csv", ".tsv", ".txt")

_UTF16 = (b"\xff\xfe", b"\xfe\xff")

_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!)")


def read_workbook(path: Path, problems: Problems) -> Workbook | None:
    """The cells of a file; None, with a problem noted, if it is none that can be read."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device has no end, a folder no content
            _refuse(name, message("bukan berkas biasa"), problems, message("sebut buku kerjanya"))
            return None
        if status.st_size > MOST_BYTES:
            _refuse(name, message("berkas lebih besar dari 50 MiB"), problems)
            return None
        raw = path.read_bytes()
    except PermissionError:
        _refuse(
            name,
            message("berkas ini sedang dibuka program lain, atau tidak ada izin baca"),
            problems,
            message("tutup berkas ini di Excel, lalu ulangi"),
        )
        return None
    except OSError as error:
        right = message("periksa nama berkas dan foldernya")
        why = message("tidak dapat dibaca ({reason})", reason=said_why(error))
        _refuse(name, why, problems, right)
        return None
    if not raw:
        _refuse(name, message("berkas kosong"), problems, message("isi, simpan, lalu ulangi"))
        return None
    try:
        return _of_kind(raw, path, problems)
    except Exception:  # whatever a library makes of a file that is damaged or something else
        _refuse(
            name,
            message("isi berkas ini tidak terbaca sebagai buku kerja"),
            problems,
            message("buka di Excel, lalu simpan sebagai XLSX (tanpa kata sandi)"),
        )
        return None


def _refuse(name: str, wrong: Message, problems: Problems, right: Message | None = None) -> None:
    right = right or message("simpan lembar yang dipakai saja sebagai XLSX, ODS, atau CSV")
    problems.add(Place(name), "", wrong, right)


def _of_kind(raw: bytes, path: Path, problems: Problems) -> Workbook | None:
    """By what the file is, whatever it is called."""
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = set(packed.namelist())
            if sum(item.file_size for item in packed.infolist()) > MOST_UNPACKED:
                _refuse(path.name, message("berkas ini terlalu besar sesudah dibuka"), problems)
                return None
        if "xl/workbook.xml" in names:
            return _xlsx(raw, path.name)
        return _calamine(raw, path.name)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return _calamine(raw, path.name)
    if b"\0" in raw[:4000] and not raw.startswith(_UTF16):
        raise ValueError(path.name)
    return _csv(raw, path.name)


def _xlsx(raw: bytes, file: str) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that are not read
        values = load_workbook(io.BytesIO(raw), data_only=True)
        formulas = load_workbook(io.BytesIO(raw))
    sheets = []
    for sheet in values.worksheets:
        source = formulas[sheet.title]
        merged = [
            (one.min_row, one.min_col, one.max_row, one.max_col)
            for one in sheet.merged_cells.ranges
        ]
        cells = [_of_openpyxl(cell) for cell in _cells(sheet, source)]
        sheets.append(
            sheet_of(
                file,
                sheet.title,
                cells,
                merged,
                hidden=sheet.sheet_state != "visible",
                hidden_rows=frozenset(
                    number
                    for number, one in sheet.row_dimensions.items()
                    if one.hidden or one.height == 0
                ),
                hidden_columns=_hidden_columns(sheet),
            )
        )
    return Workbook(file, tuple(sheets))


def _cells(sheet: Any, source: Any) -> Iterator[Any]:
    """The cells that hold a value, or a formula without one.

    By the cells that are in the file: one that somebody touched in the last row would make millions.
    """
    there = source._cells
    for (row, column), cell in sorted(sheet._cells.items()):
        if row > MOST_ROWS or column > MOST_COLUMNS:
            continue
        if cell.value is not None or (
            (row, column) in there and there[row, column].data_type == "f"
        ):
            yield cell


def _hidden_columns(sheet: Any) -> frozenset[int]:
    """Columns that are hidden, each or as part of a span."""
    found: set[int] = set()
    for one in sheet.column_dimensions.values():
        if one.hidden or one.width == 0:
            first = one.min or 0
            found.update(range(first, min(one.max or first, MOST_COLUMNS) + 1))
    return frozenset(found)


def _of_openpyxl(cell: Any) -> Cell:
    value, form = cell.value, cell.number_format or "General"
    if value is None:
        return Cell(cell.row, cell.column, "", "uncalculated")
    if cell.data_type == "e":
        return Cell(cell.row, cell.column, str(value), "error")
    if not isinstance(value, bool) and isinstance(value, int | float):
        if "%" in re.sub(r'"[^"]*"', "", form):
            return Cell(cell.row, cell.column, f"{shown_number(value * 100, form)}%", "percent")
        number = shown_number(value, form)
        return Cell(cell.row, cell.column, number_text(number), "number", number)
    return _of_value(cell.row, cell.column, value)


def _of_value(row: int, column: int, value: Any) -> Cell:
    """A cell of what a library makes of it, without a number format."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return Cell(row, column)
    if isinstance(value, bool):
        return Cell(row, column, "TRUE" if value else "FALSE", "truth")
    if isinstance(value, int | float):
        number = plain_number(Decimal(repr(value)))
        return Cell(row, column, number_text(number), "number", number, shown=False)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return Cell(row, column, str(value).removesuffix(" 00:00:00"), "date")
    text = " ".join(str(value).split())
    return Cell(row, column, text, "error" if _ERROR.fullmatch(text) else "text")


def _calamine(raw: bytes, file: str) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    sheets = []
    for about in book.sheets_metadata:
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = book.get_sheet_by_name(about.name)
        rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
        cells = [
            _of_value(number, column, value)
            for number, row in enumerate(rows, 1)
            for column, value in enumerate(row[:MOST_COLUMNS], 1)
        ]
        merged = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
        hidden = about.visible != SheetVisibleEnum.Visible
        sheets.append(sheet_of(file, about.name, cells, merged, hidden=hidden))
    return Workbook(file, tuple(sheets))


def _csv(raw: bytes, file: str) -> Workbook:
    lines = list(_rows(_text(raw)))
    cells = [
        _of_value(number, column, value)
        for number, row in enumerate(lines[:MOST_ROWS], 1)
        for column, value in enumerate(row[:MOST_COLUMNS], 1)
    ]
    return Workbook(file, (sheet_of(file, "", cells, []),), delimited=True)


def _text(raw: bytes) -> str:
    """The text of a file as Excel may have saved it; ValueError if it is none."""
    if raw.startswith(_UTF16):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def _rows(text: str) -> Iterator[list[str]]:
    """The rows, by the sign that most evenly divides the lines."""
    named = re.match(r"sep=(.)\r?\n", text)  # which Excel writes and reads
    if named:
        rest = csv.reader(io.StringIO(text[named.end() :], newline=""), delimiter=named[1])
        return chain([[]], rest)  # that line counts
    signs = {sign: _evenness(text, sign) for sign in (";", "\t", ",", "|")}
    best = max(signs, key=lambda sign: signs[sign])
    return csv.reader(io.StringIO(text, newline=""), delimiter=best)


def _evenness(text: str, sign: str) -> tuple[int, int]:
    """How many of the first rows have the number of cells that most have, if that is two or more."""
    rows = [
        len(row)
        for row, _ in zip(
            csv.reader(io.StringIO(text, newline=""), delimiter=sign), range(200), strict=False
        )
    ]
    counts = {count: rows.count(count) for count in set(rows) if count > 1}
    return (max(counts.values()), max(counts)) if counts else (0, 0)
