"""What the tables of a workbook say of each region, each value with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.workbook.cells import Cell, CellPlace, Sheet
from generator.workbook.regions import Match

Path_ = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell says: a value of the format, or (``state``) that it was not published."""

    said: str | tuple[str, ...]
    sheet: Sheet
    cell: Cell
    state: bool = False

    @property
    def place(self) -> CellPlace:
        return self.sheet.place(self.cell)


@dataclass(slots=True)
class Gathered:
    """What all tables say: by region what stands in its file, and who has no result and why."""

    entries: dict[str, dict[Path_, Entry]] = field(default_factory=dict)
    states: dict[str, Entry] = field(default_factory=dict)
    """The list of the edition; "" for one who took part."""
    rows: dict[str, Cell] = field(default_factory=dict)
    passed: list[tuple[Sheet, int, str, str]] = field(default_factory=list)
    """Rows that are no region's: sheet, row, what they begin with, and why they are passed over."""
    named: dict[str, Match] = field(default_factory=dict)
    """What was written for each region that is called otherwise in the list of regions."""
    count: dict[str, int] = field(default_factory=dict)
    """Rows of regions by sheet."""
