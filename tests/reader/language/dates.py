"""Years and dates as sentences of any language say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reader.patterns import Line


@dataclass(frozen=True)
class Date:
    """``parts`` are year, month and day as far as they are said.

    ``right_weekday`` is false where a weekday is said that the day was not.
    """

    parts: tuple[int, ...]
    right_weekday: bool = True


_YEAR = re.compile(r"(?:19|20)\d\d(?!\d|[.,]\d)")
_YEARS = re.compile(r"((?:19|20)\d\d)–((?:19|20)\d\d)(?!\d)")


def year(line: Line, start: int) -> Iterator[tuple[int, int]]:
    found = _YEAR.match(line.folded, start)
    if found and not line.folded.startswith("–", found.end()):
        yield found.end(), int(found.group())


def years(line: Line, start: int) -> Iterator[tuple[int, list[int]]]:
    """One year, or ``2019–2023``: all of them."""
    found = _YEARS.match(line.folded, start)
    if found and found[1] < found[2]:
        yield found.end(), list(range(int(found[1]), int(found[2]) + 1))
    for end, one in year(line, start):
        yield end, [one]


@dataclass(frozen=True, eq=False)
class Calendar:
    """Dates without their preposition, ``Jumat, 19 Desember 2025``, ``Desember 2025``, ``2025``, by the
    names of days, from Monday on, and of months in small letters."""

    days: Sequence[str]
    months: Sequence[str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:(?:(?P<weekday>{'|'.join(self.days)}), )?(?P<day>\d{{1,2}}) )?"
            rf"(?:(?P<month>{'|'.join(self.months)}) )?(?P<year>\d{{4}})(?!\d)"
        )

    def read(self, line: Line, start: int) -> Iterator[tuple[int, Date]]:
        found = self._pattern.match(line.folded, start)
        if not found or (found["day"] and not found["month"]):
            return
        parts = [int(found["year"])]
        if found["month"]:
            parts.append(self.months.index(found["month"]) + 1)
        if found["day"]:
            parts.append(int(found["day"]))
        right = True
        if found["weekday"]:
            try:
                right = date(*parts).weekday() == self.days.index(found["weekday"])
            except ValueError:
                right = False
        yield found.end(), Date(tuple(parts), right)
