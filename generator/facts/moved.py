"""Which figures move when the data change: all of a dataset before, against all of it after."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import as_printed
from generator.facts import Facts
from generator.facts.group import EvaluationFacts
from generator.format.record import Moved, MovedFigure

Figures = dict[tuple[MovedFigure, str | None], str]
"""Figures that exist, as the record of a correction writes them; of a count and a part also which."""


def figures_moved(before: Facts, after: Facts, groups: set[str], since: int) -> Iterator[Moved]:
    """The figures of some groups' editions from a year on that are not what they were, the newest
    edition last: those of the group, then of each region in the order of the list."""
    for key in sorted(before.dataset.evaluations):
        year, group = key
        if group not in groups or year < since or key not in after.dataset.evaluations:
            continue
        yield from _of_edition(
            (before, before.dataset.evaluations[key]), (after, after.dataset.evaluations[key])
        )


def _of_edition(
    before: tuple[Facts, Evaluation], after: tuple[Facts, Evaluation]
) -> Iterator[Moved]:
    wholes = [_of_group(facts.evaluation(evaluation)) for facts, evaluation in (before, after)]
    yield from _differing(before[1], None, *wholes)
    for region in before[1].regions:
        was, now = (e.results.get(region.id) for _, e in (before, after))
        parts = was is not None and now is not None and was.scores != now.scores
        own = [_of_region(f, e, region.id, parts=parts) for f, e in (before, after)]
        yield from _differing(before[1], region.id, *own)


def _differing(
    evaluation: Evaluation, region: str | None, before: Figures, after: Figures
) -> Iterator[Moved]:
    for figure, name in dict.fromkeys((*before, *after)):
        was, now = before.get((figure, name)), after.get((figure, name))
        if was != now:
            yield Moved.model_construct(
                year=evaluation.year,
                group=evaluation.group.id,
                region=region,
                figure=figure,
                name=name,
                from_=was,
                to=now,
            )


def _of_group(facts: EvaluationFacts) -> Figures:
    found: Figures = {("scored", None): str(facts.scored)}
    if facts.mean.value is not None:
        found["mean", None] = str(facts.mean.known.value)
    if facts.median.value is not None:
        found["median", None] = str(facts.median.known.value)
    for item in facts.counts:
        if item.count.value is not None:
            found["count", item.category.name] = str(item.count.known.number)
    return found


def _of_region(of: Facts, evaluation: Evaluation, region: str, *, parts: bool) -> Figures:
    facts = of.region(evaluation, region)

    def exactly(value: Decimal) -> str:
        return str(as_printed(value, evaluation.decimals))

    found: Figures = {}
    if facts.score.value is not None:
        found["score", None] = exactly(facts.score.known)
    if facts.category.value is not None:
        found["category", None] = facts.category.known.name
    if facts.rank.value is not None:
        found["rank", None] = str(facts.rank.known.place)
    if facts.points.value is not None:
        found["points", None] = exactly(facts.points.known.points)
    if facts.places.value is not None:
        found["places", None] = str(facts.places.known.places)
    if facts.gap.value is not None:
        found["gap", None] = exactly(facts.gap.known.points)
    below = of.breakdown(evaluation, region) if parts else None
    if below is None:
        return found
    for stage, row in zip(below.instrument.stages, below.stages, strict=True):
        if row.score.value is not None:
            found["stage", stage.id] = exactly(row.score.known)
    for item in below.indicators:
        if item.score.value is not None:
            found["indicator", item.indicator.id] = exactly(item.score.known)
    return found
