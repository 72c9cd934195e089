"""Every answer of a year, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.facts import Facts
from generator.files.table import BODY, Download, line, results_of, table
from generator.language.catalogue import N_

COLUMNS = (
    *BODY,
    "indicator",
    "question",
    "question_text",
    "question_weight",
    "self",
    "verified",
    "points",
    "points_most",
    "note",
    "obstacle",
    "file",
)
"""One row a region and question; several choices are separated by a semicolon."""


def of_year(facts: Facts, year: int) -> Iterator[Download]:
    """``data/jawaban-<year>.csv``, where any body's answers are known."""
    if any(file.result.answers for file in results_of(facts, year)):
        content = cache(lambda: table(COLUMNS, rows(facts, year)))
        about = N_("tiap jawaban, edisi %(year)s")
        yield Download(f"data/{facts.dataset.prefix}jawaban-{year}.csv", about, content, year)


def rows(facts: Facts, year: int) -> Iterator[list[str]]:
    """Every answer of a year: claim, verdict, points."""
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        for question in (q for item in (found.indicators if found else ()) for q in item.questions):
            for marked in question.marked:
                answer = marked.answer
                yield line(
                    evaluation,
                    marked.region,
                    question.indicator.id,
                    question.question.id,
                    question.question.text,
                    question.question.weight,
                    ";".join(answer.claim or ()),
                    ";".join(answer.verified or ()),
                    marked.points,
                    question.question.scale.most,
                    answer.note,
                    answer.obstacle,
                )
