"""The score of every indicator of a year, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.facts import Facts
from generator.facts.model import Why
from generator.files.table import BODY, Download, line, results_of, table
from generator.language.catalogue import N_

COLUMNS = (
    *BODY,
    "stage",
    "stage_weight",
    "indicator",
    "indicator_name",
    "indicator_weight",
    "score",
    "claimed",
    "score_change",
    "score_change_since",
    "why",
    "file",
)
"""One row a region and indicator; ``claimed`` is what the region's own answers would give."""


def of_year(facts: Facts, year: int) -> Iterator[Download]:
    """``data/indikator-<year>.csv``, where the score of any indicator is known."""
    if any(file.scores and file.scores.indicators for file in results_of(facts, year)):
        content = cache(lambda: table(COLUMNS, rows(facts, year)))
        about = N_("skor tiap indikator, edisi %(year)s")
        yield Download(f"data/{facts.dataset.prefix}indikator-{year}.csv", about, content, year)


def rows(facts: Facts, year: int) -> Iterator[list[str]]:
    """The indicator scores of a year that are known, and those that do not apply."""
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        for item in found.indicators if found else ():
            head = (
                item.stage.id,
                item.stage.weight,
                item.indicator.id,
                item.indicator.name,
                item.indicator.weight,
            )
            for score in item.scores:
                change = score.change.value
                yield line(
                    evaluation,
                    score.region,
                    *head,
                    score.score,
                    score.claimed,
                    change.points if change else None,
                    change.year if change else None,
                    None,
                )
            for region in item.not_applicable:
                why = Why.NOT_APPLICABLE.value
                yield line(evaluation, region, *head, None, None, None, None, why)
