"""What all files have in common: CSV that spreadsheet programs open safely (UTF-8 with a byte order
mark; CRLF, as RFC 4180 says)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.model import Evaluation, ResultFile
from generator.facts import Facts
from generator.format import Region

BODY = ("measure", "year", "group", "region", "name")
"""The columns with which every row begins."""

MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Download:
    """A file by its path from the root, what it holds in words, and its content.

    ``about`` is a message; its ``%(year)s`` is the year of the file.
    """

    path: str
    about: str
    content: Callable[[], bytes]
    year: int | None = None


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A file with its head."""
    return MARK + written([columns, *rows])


def results_of(facts: Facts, year: int) -> list[ResultFile]:
    """The result files of a year that were scored by an instrument."""
    asked = [e for e in facts.dataset.of_year(year) if e.instrument is not None]
    return [file for evaluation in asked for file in evaluation.results.values()]


def line(evaluation: Evaluation, region: Region, *values: object) -> list[str]:
    """A row: whose it is, the values, and the file where they stand."""
    file = evaluation.results[region.id].document.file
    return [cell(value) for value in (*body(evaluation, region), *values, file)]


def body(evaluation: Evaluation, region: Region) -> tuple[object, ...]:
    """The values of the columns of ``BODY``."""
    measure, year = evaluation.measure_id, evaluation.year
    return measure, year, evaluation.group.id, region.id, region.name


def written(lines: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode()


def cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    text = str(value)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, int | Decimal):
        return f"'{text}"
    return text
