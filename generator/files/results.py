"""The result of every region: category, score, rank, their changes, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.facts.group import EvaluationFacts
from generator.facts.model import (
    Category,
    CategoryChange,
    Fact,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    Why,
)
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.files.table import BODY, MARK, Download, body, cell, written
from generator.format import Source
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
    # New columns come last: whoever reads by position reads on.
    "score_rule",
    "category_values",
    "score_values",
    "rank_values",
    "category_source",
    "score_source",
    "rank_source",
    "rank_of_source",
    "category_change_why",
    "score_change_why",
    "rank_change_why",
)

FIGURES = ("category", "score", "rank")


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
        whole = facts.evaluation(evaluation)
        for item in whole.order:
            found = _row(evaluation, item, whole)
            yield [cell(found.get(column)) for column in COLUMNS]


def _row(evaluation: Evaluation, item: RegionFacts, whole: EvaluationFacts) -> dict[str, object]:
    region = item.region
    row: dict[str, object] = {
        **dict(zip(BODY, body(evaluation, region), strict=True)),
        "kind": region.kind,
        "code": region.code,
        "organizer": evaluation.organizer,
        "published": evaluation.published,
        "status": evaluation.status,
        "participation": item.participation.value if evaluation.measure.taking_part else None,
        "score_maximum": evaluation.scale.maximum if evaluation.scale else None,
        "rank_of": item.rank.value.of if item.rank.value else None,
    }
    if item.rank_in_category.value is not None:
        row["rank_in_category"] = item.rank_in_category.value.place
    figures: dict[str, Fact[Any]] = {name: getattr(item, name) for name in FIGURES}
    for name, fact in figures.items():
        row |= _figure(name, fact)
    if item.rank.rule is Rule.RANKED and item.rank:
        row["rank_source"] = _named(inputs_of(item.rank, item.score))
    elif item.rank.value is not None and item.rank.value.of == whole.took_part.value:
        row["rank_of_source"] = _named(inputs_of(whole.took_part))
    row |= _changes(item)
    notes = [fact.note for fact in figures.values() if fact.note]
    row["note"] = " ".join(dict.fromkeys(notes))
    sources = inputs_of(*figures.values(), item.state)
    row["source"] = _named(sources)
    row["source_url"] = "; ".join(s.url for s in sources if s.url)
    file = evaluation.results.get(region.id)
    row["file"] = file.document.file if file else evaluation.document.file
    return row


def _figure(name: str, fact: Fact[Any]) -> dict[str, object]:
    """A figure, how it came about and whose word it is; of a contested one all that was published,
    and none in its own column."""
    said = [(fact.value, fact.source), *((other.value, other.source) for other in fact.others)]
    several = fact.contested and fact.value is not None
    why = Why.UNSURE if several else fact.why
    return {
        name: None if several or fact.value is None else _value(fact.value),
        f"{name}_rule": fact.rule.value if fact else None,
        f"{name}_why": why.value if why else None,
        f"{name}_values": "; ".join(_said(*pair) for pair in said) if several else None,
        f"{name}_source": _named(inputs_of(fact)),
    }


def _changes(item: RegionFacts) -> dict[str, object]:
    """How far each figure moved and since when; from one of several published ranks nothing is
    counted."""
    found: dict[str, object] = {}
    for name, fact in (
        ("category", item.categories),
        ("score", item.points),
        ("rank", item.places),
    ):
        change, why = fact.value, fact.why
        if isinstance(change, PlaceChange) and change.earlier.contested:
            change, why = None, Why.UNSURE
        elif isinstance(change, PlaceChange) and not change.counted(item.rank.known):
            change, why = None, Why.OTHER_NUMBER
        found[f"{name}_change_why"] = why.value if why else None
        if change is not None:
            found[f"{name}_change"] = _moved(change)
            found[f"{name}_change_since"] = change.year
    return found


def _moved(change: CategoryChange | PointChange | PlaceChange) -> object:
    if isinstance(change, CategoryChange):
        return change.steps
    return change.points if isinstance(change, PointChange) else change.places


def _value(value: Category | Decimal | Rank) -> object:
    if isinstance(value, Category):
        return value.name
    return value.place if isinstance(value, Rank) else value


def _said(value: Category | Decimal | Rank, source: Source | None) -> str:
    """``92.08 (Koran)``."""
    told = str(_value(value))
    return f"{told} ({source.publisher or source.title})" if source else told


def _named(sources: Iterable[Source]) -> str:
    return "; ".join(
        f"{s.title} ({s.publisher})" if s.publisher_apart else s.title for s in sources
    )
