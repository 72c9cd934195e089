"""The files to download: what tables there are, times the formats that the site wants.

A module of this folder with a ``SUBJECT`` is a table of each year and of all; those of ``formats``
write it. Both are found by listing. Nothing is made before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules

from generator.facts import Facts
from generator.files.formats import csv, formats
from generator.files.package import PATH, package
from generator.files.record import SCHEMA, path_of, record
from generator.files.record_schema import record_schema
from generator.files.table import Around, Row, Subject, Table

RECORDS = "region_json"
"""What switches on the records of bodies."""

__all__ = [
    "PATH",
    "RECORDS",
    "Around",
    "Download",
    "downloads",
    "files_of",
    "records",
    "subjects",
    "tables",
]


class Download:
    """A file by its path from the root, what it holds in words, and its content.

    ``format`` is what kind of file it is, a message; ``table`` what it is made of.
    """

    def __init__(
        self, path: str, format_: str, table: Table, make: Callable[[Table], bytes]
    ) -> None:
        self.path = path
        self.format = format_
        self.table = table
        self._make = make
        self._size: int | None = None

    @property
    def year(self) -> int | None:
        return self.table.year

    def content(self) -> bytes:
        """Its bytes, made anew each time."""
        made = self._make(self.table)
        self._size = len(made)
        return made

    @property
    def size(self) -> int:
        """How many bytes it has; it is made for that only if it was not yet."""
        return len(self.content()) if self._size is None else self._size


@cache
def subjects() -> tuple[Subject, ...]:
    """What tables can be of: results first, the others by their names."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    found = [module.SUBJECT for module in modules if hasattr(module, "SUBJECT")]
    return tuple(sorted(found, key=lambda subject: (not subject.always, subject.id)))


def tables(facts: Facts, around: Around) -> Iterator[Table]:
    """Every table of a site: those of all years first, then year by year, the newest first."""
    known: list[tuple[Subject, tuple[int, ...], Callable[[int], Sequence[Row]]]] = []
    for subject in subjects():
        years = tuple(subject.years(facts))
        made: Callable[[int], Sequence[Row]] = cache(partial(_made, subject, facts))
        known.append((subject, years, made))
        if subject.always or len(years) > 1:
            yield Table(subject, facts, None, years, made, around)
    for year in facts.dataset.years:
        for subject, years, made in known:
            if year in years:
                yield Table(subject, facts, year, (year,), made, around)


def _made(subject: Subject, facts: Facts, year: int) -> Sequence[Row]:
    return tuple(subject.rows(facts, year))


def downloads(facts: Facts, around: Around, names: Collection[str]) -> Iterator[Download]:
    """Every file of a site in the formats of ``names``, in the order in which they are listed."""
    wanted = formats(names)
    for table in tables(facts, around):
        for found in wanted:
            yield Download(f"{table.stem}{found.ending}", found.title, table, found.written)


def files_of(listed: Collection[Download]) -> dict[str, Callable[[], bytes]]:
    """What stands at each path: the files that are listed, and what describes those of programs."""
    found = {file.path: file.content for file in listed}
    told = [file.table for file in listed if file.path == file.table.stem + csv.ENDING]
    if told:
        found[PATH] = partial(package, told, csv.ENDING, told[0].around)
    return found


def records(series: Sequence[Facts], around: Around) -> dict[str, Callable[[], bytes]]:
    """The record of each body by its path, and the schema that describes them."""
    bodies = series[0].dataset.regions.values()
    found: dict[str, Callable[[], bytes]] = {SCHEMA: partial(record_schema, around)}
    return found | {path_of(one.id): partial(record, series, one, around) for one in bodies}
