"""The files to download, one module each: path, what it holds in words, columns, rows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts import Facts
from generator.files import answers, indicators, results
from generator.files.table import Download

__all__ = ["Download", "downloads"]

OF_A_YEAR = (indicators, answers)
"""What there is for a year by itself, where it is known."""


def downloads(facts: Facts) -> Iterator[Download]:
    """Every file of a site, in the order in which they are listed."""
    yield from results.downloads(facts)
    for year in facts.dataset.years:
        for file in OF_A_YEAR:
            yield from file.downloads(facts, year)
