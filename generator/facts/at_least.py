"""By how many points a score moved at least, where of the earlier one only the category is known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.facts.compare import History, compare_categories, compare_points
from generator.facts.model import WHY_OUT, Category, Fact, Figures, PointChange, Rule, Why, missing


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least so many points since ``year`` (positive: rose): its category there ended at ``bound``."""

    points: Decimal
    year: int
    earlier: Fact[Category]
    bound: Decimal


Interval = tuple[Decimal, Decimal]
"""The least score, and the one that it does not reach (or the highest of the scale)."""


def interval(facts: Figures, evaluation: Evaluation, region: str) -> Interval | None:
    """Between what a score lies: itself where it is known, else by the bounds of the category.

    An announced category says nothing of the score where others of the edition were announced
    against its scale, or where a category requires more than points.
    """
    if facts.score:
        return (facts.score.known, facts.score.known) if facts.score.settled else None
    scale, category = evaluation.scale, facts.category
    if scale is None or scale.minima is None or any(scale.required) or not category.settled:
        return None
    index = category.known.index
    if index >= len(scale.minima):
        return None
    upper = scale.minima[index - 1] if index else scale.maximum
    return scale.minima[index], upper


def at_least(
    mine: Figures, points: Fact[PointChange], evaluation: Evaluation, region: str, history: History
) -> Fact[AtLeast]:
    """Against the latest earlier edition that compares and has a category, and no score, of it."""
    if points or not mine.score.settled:
        return missing(Why.NOT_APPLICABLE, Rule.DIFFERENCE)
    for other in history.before(evaluation):
        then = history.regions(other)[region]
        if then.category.why in WHY_OUT or (not then.category and not then.score):
            continue
        found = interval(then, other, region)
        if found is None or then.score or not compare_points(evaluation, other):
            break
        if not compare_categories(evaluation, other) or not history.by_bounds(other):
            break
        if _of_another(other, then.category):
            break
        return _least(mine, then, evaluation, other, found)
    return missing(Why.UNKNOWN, Rule.DIFFERENCE)


def _of_another(evaluation: Evaluation, category: Fact[Category]) -> bool:
    """Whether the bounds are not the word of who said the category: nobody says that it meant them."""
    source = evaluation.source(evaluation.scale.source) if evaluation.scale else None
    return source is not None and category.rule is Rule.PUBLISHED and source != category.source


def _least(
    mine: Figures, then: Figures, evaluation: Evaluation, other: Evaluation, found: Interval
) -> Fact[AtLeast]:
    score, (lower, upper) = mine.score.known, found
    bound = upper if score > upper else lower
    if lower <= score <= upper or abs(score - bound) < evaluation.near:
        return missing(Why.UNKNOWN, Rule.DIFFERENCE)
    value = AtLeast(score - bound, other.year, then.category, bound)
    index = then.category.known.index - (score > upper)
    places = (*mine.score.places, *then.category.places)
    return Fact(value, None, Rule.DIFFERENCE, (*places, other.place("scale", "categories", index)))
