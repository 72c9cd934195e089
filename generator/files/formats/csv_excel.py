"""CSV that opens right by a double click in Excel with Indonesian settings: semicolon, decimal comma,
titles of columns and words in the place of codes and of figures that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.files.column import Column, Type, Value
from generator.files.formats.csv import MARK, cell, lines
from generator.files.table import Table
from generator.language.catalogue import N_

NAME, ORDER, ENDING = "csv", 2, "-excel.csv"
TITLE = N_("CSV untuk Excel Indonesia")

_NUMBERLIKE = re.compile(r"[\d.,:/ -]*\d[\d.,:/ -]*%?|\d+[eE]\d+")
"""A text that a spreadsheet would take for a number, a time or a date: ``63.09`` is 63 hours there."""


def written(table: Table) -> bytes:
    return MARK + lines(_lines(table), ";")


def _lines(table: Table) -> Iterator[list[str]]:
    _ = table.around.language.gettext
    yield [cell(_(column.title)) for column in table.columns]
    for row in table.rows:
        shown = table.people(row)
        yield [_cell(column, value) for column, value in zip(table.columns, shown, strict=True)]


def _cell(column: Column, value: Value) -> str:
    if column.type is Type.TEXT and isinstance(value, str) and _NUMBERLIKE.fullmatch(value):
        return value if column.name == "published" else f"'{value}"
    told = cell(value)
    return told if isinstance(value, str) else told.replace(".", ",")
