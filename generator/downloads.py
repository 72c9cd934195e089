"""The data as files that anyone can open: results, indicator scores, answers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.dataset import Evaluation
from generator.facts import Facts
from generator.facts.model import Fact, RegionFacts, Why
from generator.schema import Region

_BODY = ("year", "group", "region", "name")

INDICATOR_COLUMNS = (
    *_BODY,
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

ANSWER_COLUMNS = (
    *_BODY,
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

COLUMNS = (
    *_BODY,
    "kind",
    "code",
    "organizer",
    "published",
    "status",
    "participation",
    "category",
    "category_rule",
    "category_why",
    "category_change",
    "category_change_since",
    "score",
    "score_why",
    "score_change",
    "score_change_since",
    "rank",
    "rank_of",
    "rank_rule",
    "rank_why",
    "rank_change",
    "rank_change_since",
    "note",
    "source",
    "source_url",
    "file",
)


def table(rows_of: Callable[[int], bytes], years: Iterable[int]) -> bytes:
    """CSV (UTF-8 with a byte order mark, for spreadsheet programs; CRLF, as RFC 4180 says)."""
    head = MARK + _csv([COLUMNS])
    return head + b"".join(rows_of(year) for year in years)


MARK = b"\xef\xbb\xbf"


def indicators(facts: Facts, year: int) -> bytes:
    """The indicator scores of a year that are known, and those that do not apply."""
    return MARK + _csv([INDICATOR_COLUMNS, *_indicator_rows(facts, year)])


def answers(facts: Facts, year: int) -> bytes:
    """Every answer of a year: claim, verdict, points."""
    return MARK + _csv([ANSWER_COLUMNS, *_answer_rows(facts, year)])


def _indicator_rows(facts: Facts, year: int) -> Iterator[list[str]]:
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
                yield _line(
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
                yield _line(evaluation, region, *head, None, None, None, None, why)


def _answer_rows(facts: Facts, year: int) -> Iterator[list[str]]:
    for evaluation in facts.dataset.of_year(year):
        found = facts.questionnaire(evaluation)
        for question in (q for item in (found.indicators if found else ()) for q in item.questions):
            for marked in question.marked:
                answer = marked.answer
                yield _line(
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


def _line(evaluation: Evaluation, region: Region, *values: object) -> list[str]:
    file = evaluation.results[region.id].document.file
    head = (evaluation.year, evaluation.group.id, region.id, region.name)
    return [_cell(value) for value in (*head, *values, file)]


def rows(facts: Facts, year: int) -> bytes:
    """The rows of a year, which stand in its own file and in that of all years."""
    evaluations = facts.dataset.of_year(year)
    return _csv(row for evaluation in evaluations for row in _rows(evaluation, facts))


def _csv(lines: Iterable[Iterable[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode()


def _rows(evaluation: Evaluation, facts: Facts) -> Iterator[list[str]]:
    for item in facts.evaluation(evaluation).order:
        row = _row(evaluation, item)
        yield [_cell(row.get(column)) for column in COLUMNS]


def _row(evaluation: Evaluation, item: RegionFacts) -> dict[str, object]:
    region = item.region
    row: dict[str, object] = {
        "year": evaluation.year,
        "group": evaluation.group.id,
        "region": region.id,
        "name": region.name,
        "kind": region.kind,
        "code": region.code,
        "organizer": evaluation.organizer,
        "published": evaluation.published,
        "status": evaluation.status,
        "participation": item.participation.value,
        "category": item.category.value.name if item.category.value else None,
        "score": item.score.value,
        "rank": item.rank.value.place if item.rank.value else None,
        "rank_of": item.rank.value.of if item.rank.value else None,
        "rank_rule": item.rank.rule.value if item.rank else None,
        "category_rule": item.category.rule.value if item.category else None,
    }
    figures: dict[str, Fact[Any]] = {
        "category": item.category,
        "score": item.score,
        "rank": item.rank,
    }
    for name, fact in figures.items():
        row[f"{name}_why"] = fact.why.value if fact.why else None
    if item.categories.value is not None:
        row["category_change"] = item.categories.value.steps
        row["category_change_since"] = item.categories.value.year
    if item.points.value is not None:
        row["score_change"] = item.points.value.points
        row["score_change_since"] = item.points.value.year
    if item.places.value is not None:
        row["rank_change"] = item.places.value.places
        row["rank_change_since"] = item.places.value.year
    notes = [fact.note for fact in figures.values() if fact.note]
    row["note"] = " ".join(dict.fromkeys(notes))
    sources = {f.source.id: f.source for f in figures.values() if f.source is not None}
    row["source"] = "; ".join(
        f"{s.title} ({s.publisher})" if s.publisher else s.title for s in sources.values()
    )
    row["source_url"] = "; ".join(s.url for s in sources.values() if s.url)
    file = evaluation.results.get(region.id)
    row["file"] = file.document.file if file else evaluation.document.file
    return row


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    text = str(value)
    if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, int | Decimal):
        return f"'{text}"
    return text
