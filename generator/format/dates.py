"""Dates as far as they are known, and which of two is the earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precisely as it is known: year, year and month, or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day that it can mean (for sorting)."""
        return date(self.year, self.month or 1, self.day or 1)

    def before(self, other: PartialDate) -> bool:
        """Whether it is earlier than another date for certain, as far as both are known."""
        mine, theirs = ((d.year, d.month, d.day) for d in (self, other))
        for a, b in zip(mine, theirs, strict=True):
            if a is None or b is None:
                return False
            if a != b:
                return a < b
        return False
