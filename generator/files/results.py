"""The result of every region: category, score, rank, their changes, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.facts.model import Category, Fact
from generator.facts.region import RegionFacts
from generator.files.table import BODY, MARK, Download, body, cell, written
from generator.language.catalogue import N_

COLUMNS = (
    *BODY,
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
    "score_maximum",
    "score_why",
    "score_change",
    "score_change_since",
    "rank",
    "rank_of",
    "rank_rule",
    "rank_why",
    "rank_change",
    "rank_change_since",
    "rank_in_category",
    "note",
    "source",
    "source_url",
    "file",
)


def of_site(facts: Facts) -> Iterator[Download]:
    """``data/hasil.csv`` with all years, and one file for each; the rows of a year are made once,
    when first asked for."""
    rows_of = cache(lambda year: written(rows(facts, year)))

    def content(*years: int) -> bytes:
        return MARK + written([COLUMNS]) + b"".join(rows_of(year) for year in years)

    years = facts.dataset.years
    yield Download(
        f"data/{facts.dataset.prefix}hasil.csv", N_("hasil, semua edisi"), partial(content, *years)
    )
    for year in years:
        about = N_("hasil, edisi %(year)s")
        yield Download(
            f"data/{facts.dataset.prefix}hasil-{year}.csv", about, partial(content, year), year
        )


def rows(facts: Facts, year: int) -> Iterator[list[str]]:
    """The result of every region of a year: the figures, their changes, the source."""
    for evaluation in facts.dataset.of_year(year):
        for item in facts.evaluation(evaluation).order:
            found = _row(evaluation, item)
            yield [cell(found.get(column)) for column in COLUMNS]


def _categories(fact: Fact[Category]) -> str:
    """A category; where sources differ, each of those that they say."""
    if fact.value is None:
        return ""
    said = (fact.value, *(other.value for other in fact.others))
    return "; ".join(dict.fromkeys(category.name for category in said))


def _row(evaluation: Evaluation, item: RegionFacts) -> dict[str, object]:
    region = item.region
    row: dict[str, object] = {
        **dict(zip(BODY, body(evaluation, region), strict=True)),
        "kind": region.kind,
        "code": region.code,
        "organizer": evaluation.organizer,
        "published": evaluation.published,
        "status": evaluation.status,
        "participation": item.participation.value if evaluation.measure.taking_part else None,
        "category": _categories(item.category),
        "score": item.score.value,
        "score_maximum": evaluation.scale.maximum if evaluation.scale else None,
        "rank": item.rank.value.place if item.rank.value else None,
        "rank_of": item.rank.value.of if item.rank.value else None,
        "rank_rule": item.rank.rule.value if item.rank else None,
        "category_rule": item.category.rule.value if item.category else None,
    }
    if item.rank_in_category.value is not None:
        row["rank_in_category"] = item.rank_in_category.value.place
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
    told = (*figures.values(), item.state)
    sources = {f.source.id: f.source for f in told if f.source is not None}
    row["source"] = "; ".join(
        f"{s.title} ({s.publisher})" if s.publisher_apart else s.title for s in sources.values()
    )
    row["source_url"] = "; ".join(s.url for s in sources.values() if s.url)
    file = evaluation.results.get(region.id)
    row["file"] = file.document.file if file else evaluation.document.file
    return row
