"""The indicators of a region against those of its earlier editions."""

from __future__ import annotations

from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.facts.compare import History, same_indicator
from generator.facts.model import Fact, PointChange, Rule, Why, missing

Earlier = list[tuple[Evaluation, dict[str, Fact[Decimal]]]]
"""A region's indicator scores in the earlier editions that have any, newest first."""


def earlier_scores(evaluation: Evaluation, region: str, history: History) -> Earlier:
    """The indicator scores with which those of an edition may compare."""
    found = (
        (other, history.regions(other)[region].indicators) for other in history.before(evaluation)
    )
    return [(other, scores) for other, scores in found if scores]


def indicator_change(
    evaluation: Evaluation, id_: str, score: Fact[Decimal], earlier: Earlier
) -> Fact[PointChange]:
    """Points of an indicator against the latest earlier edition that has it and compares."""
    if score.value is None:
        return Fact(None, score.why, Rule.DIFFERENCE, score.places)
    why = Why.NO_EARLIER
    for other, scores in earlier:
        name = same_indicator(evaluation, other, id_)
        before = scores.get(name) if name else None
        if before:
            change = PointChange(score.value - before.known, other.year, before.known)
            return Fact(change, None, Rule.DIFFERENCE, (*score.places, *before.places))
        if name is None:
            why = Why.NOT_COMPARABLE
    return missing(why, Rule.DIFFERENCE)
