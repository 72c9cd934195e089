"""CSV as programs read it: comma, decimal point, names of columns, UTF-8 with a byte order mark and
CRLF (RFC 4180). No cell is one that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from generator.files.column import Value
from generator.files.table import Table
from generator.language.catalogue import N_

NAME, ORDER, ENDING = "csv", 1, ".csv"
TITLE = N_("CSV")

MARK = b"\xef\xbb\xbf"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with, unless it is a number."""


def written(table: Table) -> bytes:
    return MARK + lines(_lines(table), ",")


def _lines(table: Table) -> Iterator[list[str]]:
    yield [column.name for column in table.columns]
    for row in table.rows:
        yield [cell(value) for value in table.programs(row)]


def lines(rows: Iterable[Iterable[str]], delimiter: str) -> bytes:
    """Rows as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode()


def cell(value: Value) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return format(value, "f") if not isinstance(value, int) else str(value)
