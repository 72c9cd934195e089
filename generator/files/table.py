"""A table of a site: its columns, its typed rows, where they come from. No format is known here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.evaluation.model import Evaluation, ResultFile
from generator.facts import Facts
from generator.files.column import Column, Value
from generator.format import Region, Source
from generator.format.site import Publisher
from generator.language.base import Language

Row = tuple[Value, ...]
"""The cells of a row, in the order of the columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What tables are of, such as results: one for each year that has any, and one for all.

    ``about`` says what the table of all years holds, ``about_year`` (with ``%(year)s``) that of one;
    ``key`` are the columns that tell rows apart. ``always``: there is a table of all years even if
    one year alone has rows.
    """

    id: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    about: str
    about_year: str
    years: Callable[[Facts], Sequence[int]]
    rows: Callable[[Facts, int], Iterable[Row]]
    always: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a file tells beside its table: whose site it is, and in which language it says words."""

    language: Language
    title: str
    publisher: Publisher


@dataclass(frozen=True, eq=False)
class Table:
    """A table of one year, or of all years (``year`` is None); rows are made when asked for."""

    subject: Subject
    facts: Facts
    year: int | None
    years: tuple[int, ...]
    made: Callable[[int], Sequence[Row]]
    around: Around

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.subject.columns

    @property
    def stem(self) -> str:
        """The path of its files from the root of the site, without what they end with."""
        year = f"-{self.year}" if self.year is not None else ""
        return f"data/{self.facts.dataset.prefix}{self.subject.id}{year}"

    @property
    def about(self) -> str:
        """What it holds, in the language of the site."""
        return self.about_in(self.around.language)

    def about_in(self, language: Language) -> str:
        """What it holds, in a language."""
        if self.year is None:
            return language.gettext(self.subject.about)
        return language.gettext(self.subject.about_year, year=self.year)

    @property
    def rows(self) -> Iterable[Row]:
        for year in self.years:
            yield from self.made(year)

    @cached_property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(self.made(year)) for year in self.years)

    @cached_property
    def date(self) -> str:
        """The day of its newest results (``2025-12-19``); "" where no day is known."""
        days = [
            str(evaluation.published)
            for year in self.years
            for evaluation in self.facts.dataset.of_year(year)
            if evaluation.published is not None and evaluation.published.day
        ]
        return max(days, default="")

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """All sources of its years, each once: what the columns of sources name by title."""
        found: dict[tuple[object, ...], Source] = {}
        for year in self.years:
            for evaluation in self.facts.dataset.of_year(year):
                files = evaluation.results.values()
                own = (source for file in files for source in file.result.sources)
                for source in (*evaluation.sources.values(), *own):
                    key = (source.title, source.publisher, str(source.date), source.url)
                    found.setdefault(key, source)
        return tuple(found.values())

    def programs(self, row: Row) -> list[Value]:
        """A row for programs: codes stay codes, but for columns that are words everywhere."""
        return [
            self._word(column, value) if column.said else value
            for column, value in zip(self.columns, row, strict=True)
        ]

    def people(self, row: Row) -> list[Value]:
        """A row for people: codes as words, and in the place of a figure that lacks its state."""
        at = self._states
        return [
            self._word(column, value)
            if value is not None or column.name not in at
            else self._word(self.columns[at[column.name]], row[at[column.name]])
            for column, value in zip(self.columns, row, strict=True)
        ]

    def _word(self, column: Column, value: Value) -> Value:
        words = column.words
        return self.around.language.gettext(words[value]) if value in words else value  # type: ignore[index]

    @cached_property
    def _states(self) -> dict[str, int]:
        places = {column.name: index for index, column in enumerate(self.columns)}
        return {column.name: places[column.state] for column in self.columns if column.state}


def results_of(facts: Facts, year: int) -> list[ResultFile]:
    """The result files of a year that were scored by an instrument."""
    asked = [e for e in facts.dataset.of_year(year) if e.instrument is not None]
    return [file for evaluation in asked for file in evaluation.results.values()]


def years_with(facts: Facts, known: Callable[[ResultFile], object]) -> list[int]:
    """The years in which something is known of any body that was scored by an instrument."""
    return [year for year in facts.dataset.years if any(map(known, results_of(facts, year)))]


def body(evaluation: Evaluation, region: Region) -> Row:
    """The cells of the columns of ``BODY``."""
    measure, year = evaluation.measure_id, evaluation.year
    return measure, year, evaluation.group.id, region.id, region.name


def group_of(evaluation: Evaluation) -> Row:
    """The cells of the columns of ``WHOLE``."""
    group = evaluation.group
    return evaluation.measure_id, evaluation.year, group.id, group.name


def file_of(evaluation: Evaluation, region: Region) -> str:
    """The file in which the result of a region stands."""
    file = evaluation.results.get(region.id)
    return file.document.file if file else evaluation.document.file


def named(sources: Iterable[Source]) -> str | None:
    """Sources by title and publisher; None of none."""
    return (
        "; ".join(f"{s.title} ({s.publisher})" if s.publisher_apart else s.title for s in sources)
        or None
    )
