"""``data/wilayah/<id>.json``: all that the site knows of one body, edition by edition.

The figures are those of the tables, made by the same functions: one description of each, whatever
reads it. Numbers with decimals are texts of exact decimals, as in every JSON of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import places
from generator.facts import Facts
from generator.facts.breakdown import Breakdown, IndicatorRow, QuestionRow
from generator.facts.model import Fact
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.files.column import STATE, Value
from generator.files.formats.json import plain, text, told
from generator.files.results import FIGURES, row_of
from generator.files.states import state_of
from generator.files.table import Around
from generator.format import Correction, Region, Source

FOLDER = "data/wilayah/"
"""Where the records stand."""

SCHEMA = "data/skema/wilayah.json"
"""Where what they hold is described."""

VERSION = 1
"""Of the shape: a field that is new does not change it, one that is gone or means another does."""


def path_of(region: str) -> str:
    """Where the record of a body stands."""
    return f"{FOLDER}{region}.json"


def record(series: Sequence[Facts], region: Region, around: Around) -> bytes:
    """The record of a body by every measure of a site, the main one first."""
    sources = _Sources()
    editions = [
        _edition(facts, evaluation, own, around, sources)
        for facts in series
        for evaluation, own in facts.history(region.id)
    ]
    groups = series[0].dataset.groups
    found = {
        "$schema": "../skema/wilayah.json",
        "version": VERSION,
        "id": region.id,
        "name": region.name,
        "kind": region.kind,
        "group": region.group,
        "group_name": groups[region.group].name,
        "code": region.code,
        "parent": region.parent,
        "page": f"wilayah/{region.id}/",
        "site": around.title,
        "publisher": around.publisher.name or None,
        "license": around.publisher.data_license or None,
        "language": around.language.code,
        "editions": editions,
        "sources": sources.listed,
    }
    return f"{text(found)}\n".encode()


class _Sources:
    """The sources of a record, each once; figures name them by their place in the list."""

    def __init__(self) -> None:
        self._places: dict[tuple[object, ...], int] = {}
        self.listed: list[dict[str, str | None]] = []

    def __call__(self, sources: Iterable[Source | None]) -> list[int]:
        """The places of some sources, each once."""
        return list(dict.fromkeys(self._place(source) for source in sources if source is not None))

    def _place(self, source: Source) -> int:
        key = (source.title, source.publisher, str(source.date), source.url)
        if key not in self._places:
            self._places[key] = len(self.listed)
            self.listed.append(told(source))
        return self._places[key]


def _edition(
    facts: Facts, evaluation: Evaluation, own: RegionFacts, around: Around, sources: _Sources
) -> dict[str, Any]:
    row = row_of(evaluation, own, facts.evaluation(evaluation))
    found = facts.breakdown(evaluation, own.region.id)
    figures = {name: _figure(name, row, getattr(own, name), around, sources) for name in FIGURES}
    figures["score"]["maximum"] = plain(row.get("score_maximum"))
    figures["rank"]["of"] = row.get("rank_of")
    figures["rank"]["in_category"] = row.get("rank_in_category")
    return {
        "measure": evaluation.measure_id,
        "measure_name": evaluation.measure.short.of(around.language.code),
        "year": evaluation.year,
        "title": evaluation.title,
        "organizer": evaluation.organizer,
        "published": row.get("published"),
        "status": evaluation.status,
        "article": f"{facts.dataset.prefix}{evaluation.year}/{own.region.id}/",
        "participation": row.get("participation"),
        **figures,
        "note": row.get("note"),
        "sources": sources(inputs_of(*(getattr(own, name) for name in FIGURES), own.state)),
        "corrections": [
            _correction(evaluation, one, sources)
            for _, one in evaluation.corrections_of(own.region.id)
        ],
        "stages": _stages(found, around, sources),
        "indicators": [
            _indicator(one, around, sources) for one in (found.indicators if found else ())
        ],
        "answers": list(_answers(found, around)),
        "file": row["file"],
    }


def _said(code: str, around: Around) -> str:
    return around.language.gettext(STATE[code])


def _figure(
    name: str, row: dict[str, Value], fact: Fact[Any], around: Around, sources: _Sources
) -> dict[str, Any]:
    """A figure with its state in a word, its origin, its sources, and how far it moved."""
    value = row.get(name)
    found: dict[str, Any] = {"value": plain(value)}
    if name == "score":
        found["decimals"] = places(value) if isinstance(value, Decimal) else None
        found["exact"] = row.get("score_exact")
    return {
        **found,
        "state": _said(str(row[f"{name}_state"]), around),
        "why": row.get(f"{name}_why"),
        "rule": row.get(f"{name}_rule"),
        "note": fact.note,
        "values": row.get(f"{name}_values"),
        "sources": sources(inputs_of(fact)),
        "change": plain(row.get(f"{name}_change")),
        "change_since": row.get(f"{name}_change_since"),
        "change_why": row.get(f"{name}_change_why"),
    }


def _correction(evaluation: Evaluation, one: Correction, sources: _Sources) -> dict[str, Any]:
    return {
        "date": str(one.date),
        "field": one.field,
        "of": one.of,
        "from": one.from_,
        "to": one.to,
        "reason": one.reason,
        "decision": one.decision,
        "sources": sources((evaluation.source(one.source, one.region),)),
    }


def _part(fact: Fact[Decimal], around: Around, sources: _Sources) -> dict[str, Any]:
    """The score of a stage or an indicator."""
    return {
        "score": None if fact.value is None or fact.contested else plain(fact.value),
        "state": _said(state_of(fact), around),
        "rule": fact.rule.value if fact else None,
        "note": fact.note,
        "sources": sources(inputs_of(fact)),
    }


def _stages(found: Breakdown | None, around: Around, sources: _Sources) -> list[dict[str, Any]]:
    if found is None:
        return []
    return [
        {
            "id": stage.id,
            "name": row.name,
            "weight": plain(row.weight),
            **_part(row.score, around, sources),
            "adds": plain(row.adds),
        }
        for stage, row in zip(found.instrument.stages, found.stages, strict=True)
    ]


def _indicator(row: IndicatorRow, around: Around, sources: _Sources) -> dict[str, Any]:
    change = row.change.value
    return {
        "id": row.indicator.id,
        "name": row.indicator.name,
        "stage": row.indicator.stage,
        "weight": plain(row.indicator.weight),
        **_part(row.score, around, sources),
        "claimed": plain(row.claimed),
        "median": plain(row.median),
        "n": row.n,
        "change": plain(change.points) if change else None,
        "change_since": change.year if change else None,
    }


def _answers(found: Breakdown | None, around: Around) -> Iterator[dict[str, Any]]:
    for indicator in found.indicators if found else ():
        for row in indicator.questions:
            if row.answer is not None:
                yield _answer(indicator.indicator.id, row, around)


def _answer(indicator: str, row: QuestionRow, around: Around) -> dict[str, Any]:
    answer, points = row.answer, row.points
    lacking = "unknown" if row.applies else "not-applicable"
    known = "known" if points else "zero"
    return {
        "indicator": indicator,
        "question": row.question.id,
        "text": row.question.text,
        "weight": plain(row.question.weight),
        "self": list((answer.claim if answer else None) or ()),
        "verified": list((answer.verified if answer else None) or ()),
        "points": plain(points),
        "points_most": plain(row.question.scale.most),
        "state": _said(lacking if points is None else known, around),
        "note": answer.note if answer else None,
        "obstacle": answer.obstacle if answer else None,
    }
