"""A sheet as a grid of cells: each with what it shows, and what may make it something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal

from generator.format.problems import Place

Kind = Literal["empty", "text", "number", "percent", "date", "truth", "error", "uncalculated"]

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
GENERAL_DIGITS = 11
"""The significant digits that a spreadsheet shows of a number without a format."""

MOST_PLACES = 6
"""Decimals beyond which a number without a format was computed and not typed."""


def letters(column: int) -> str:
    """The name of a column from 1: A, B, …, Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class CellPlace(Place):
    """Where a cell is: ``file`` names the workbook and its sheet."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{self.file}!{letters(self.column)}{self.line}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the text that it shows, "" if empty; row and column from 1.

    ``number`` is exact, with the digits that are shown; ``shown`` is False where the file does not
    tell how many these are. ``merged``: the cell is part of a merged range, the first included.
    """

    row: int
    column: int
    text: str = ""
    kind: Kind = "empty"
    number: Decimal | None = None
    shown: bool = True
    merged: tuple[int, int, int, int] | None = None
    """First row, first column, last row, last column."""

    @property
    def address(self) -> str:
        return f"{letters(self.column)}{self.row}"

    @property
    def is_first(self) -> bool:
        """False for a cell that shows nothing of its own, being merged with the one before."""
        return self.merged is None or (self.row, self.column) == self.merged[:2]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells by row and column, and what of it is hidden."""

    file: str
    """The workbook as messages name it."""
    name: str
    """"" for CSV, which has no sheets."""
    cells: dict[tuple[int, int], Cell]
    rows: int
    columns: int
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    by_row: dict[int, list[Cell]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """As messages name it."""
        return f"{self.file}!{self.name}" if self.name else self.file

    def at(self, row: int, column: int) -> Cell:
        return self.cells.get((row, column)) or Cell(row, column)

    def seen(self, row: int, column: int) -> Cell:
        """The cell that is seen there: of a merged range the first."""
        cell = self.at(row, column)
        return cell if cell.merged is None else self.at(*cell.merged[:2])

    def row(self, row: int) -> list[Cell]:
        """The cells of a row that show something, from left to right."""
        return self.by_row.get(row, [])

    def place(self, cell: Cell) -> CellPlace:
        return CellPlace(self.title, cell.row, cell.column)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file with its sheets; ``delimited``: every cell is text, as CSV has it."""

    file: str
    sheets: tuple[Sheet, ...]
    delimited: bool = False


def sheet_of(
    file: str, name: str, cells: list[Cell], merged: list[tuple[int, int, int, int]], **more: object
) -> Sheet:
    """A sheet of its cells; each merged range is told to all its cells."""
    found = {(cell.row, cell.column): cell for cell in cells if cell.kind != "empty"}
    for first_row, first, last_row, last in merged:
        for row in range(first_row, min(last_row, MOST_ROWS) + 1):
            for column in range(first, min(last, MOST_COLUMNS) + 1):
                old = found.get((row, column)) or Cell(row, column)
                found[row, column] = Cell(
                    *(row, column, old.text, old.kind, old.number, old.shown),
                    merged=(first_row, first, last_row, last),
                )
    rows: dict[int, list[Cell]] = {}
    for _, cell in sorted(found.items()):
        if cell.kind != "empty":
            rows.setdefault(cell.row, []).append(cell)
    last_row = max(rows, default=0)
    width = max((cell.column for row in rows.values() for cell in row), default=0)
    return Sheet(file, name, found, last_row, width, by_row=rows, **more)  # type: ignore[arg-type]


_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def decimals_shown(number_format: str, value: float) -> int | None:
    """The decimals that a number format shows; None where it shows as many as there are.

    Source: ECMA-376-1, 18.8.31: sections for positive, negative and zero; ``0``, ``#`` and ``?`` are
    digits, of which ``#`` shows no nought at the end (told as a negative number of decimals).
    """
    sections = _LITERAL.sub("", number_format).split(";")
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section = sections[1]
    elif value == 0 and len(sections) > 2 and sections[2]:
        section = sections[2]
    # A fraction, a power of ten, or thousands left out: no digits that could be taken over.
    if not re.search("[0#?]", section) or re.search(r"[eE/]|general|@|[0#?],+(?![0#?,.])", section):
        return None
    _, point, after = section.partition(".")
    if not point:
        return 0
    wanted = re.sub("[^0#?]", "", after)
    return -len(wanted) if "#" in wanted else len(wanted)


def shown_number(value: float, number_format: str) -> Decimal:
    """The number that a spreadsheet shows of a stored value, halves away from zero."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if isinstance(value, float):  # as every spreadsheet: no more than fifteen digits
        exact = Decimal(f"{exact:.15g}")
    places = decimals_shown(number_format, value)
    try:
        if places is None:
            return plain_number(Decimal(f"{exact:.{GENERAL_DIGITS}g}"))
        made = exact.quantize(Decimal(1).scaleb(-abs(places)), rounding=ROUND_HALF_UP)
        return plain_number(made) if places < 0 else made
    except InvalidOperation:
        return exact


def plain_number(number: Decimal) -> Decimal:
    """A number without noughts at its end and without a power of ten."""
    return Decimal(f"{number.normalize():f}")


def number_text(number: Decimal) -> str:
    """A number as the format has it."""
    return f"{number:f}"
