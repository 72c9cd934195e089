"""A score among the categories of its scale: the next one, a bound close by, what holds it back."""

from __future__ import annotations

from decimal import Decimal

from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.requirements import met
from generator.evaluation.rounding import (
    category_index,
    gap_to_next,
    nearest_bound,
    round_known,
)
from generator.facts.model import (
    Category,
    Fact,
    Gap,
    HeldBack,
    NearBound,
    Required,
    Rule,
    Why,
    missing,
)
from generator.facts.published import places_required
from generator.format import Requirement
from generator.format.problems import Place


def gap(
    score: Fact[Decimal],
    category: Fact[Category],
    by_scale: Fact[Category],
    evaluation: Evaluation,
) -> Fact[Gap]:
    """Points to the next category by the scale of the edition.

    None where the score reaches that one already, and what it requires besides does not hold; above
    the highest there is none, also where score or bounds are not known.
    """
    top = category.settled and category.known.index == 0
    if top and by_scale.value in (None, category.value):
        return missing(Why.TOP_CATEGORY, Rule.GAP)
    if score and not score.settled:
        return missing(Why.UNSURE, Rule.GAP, score.places)
    scale = evaluation.scale
    minima = scale.minima if scale else None
    if score.value is None or by_scale.value is None or scale is None or minima is None:
        return Fact(None, by_scale.why, Rule.GAP, by_scale.places)
    if by_scale.value.index != category_index(score.value, minima):
        return missing(Why.REQUIREMENT, Rule.GAP, by_scale.places)
    points = gap_to_next(score.value, minima)
    if points is None:
        return missing(Why.TOP_CATEGORY, Rule.GAP)
    index = by_scale.value.index - 1
    return Fact(
        Gap(points, scale.categories[index].name, minima[index]),
        None,
        Rule.GAP,
        (*score.places, evaluation.place("scale", "categories", index)),
    )


def near_bound(
    score: Fact[Decimal], by_scale: Fact[Category], evaluation: Evaluation
) -> Fact[NearBound]:
    """The lower bound of the category by the scale, or of the next one, within half a point."""
    if score.value is None:
        return Fact(None, score.why, Rule.GAP, score.places)
    if not score.settled:
        return missing(Why.UNSURE, Rule.GAP, score.places)
    scale = evaluation.scale
    minima = scale.minima if scale else None
    if scale is None or minima is None:
        return missing(Why.NO_SCALE if scale is None else Why.NO_BOUNDS, Rule.GAP)
    index = nearest_bound(score.value, minima, scale.maximum)
    if index is None or by_scale.value is None:
        return missing(Why.NOT_NEAR, Rule.GAP)
    if by_scale.value.index != category_index(score.value, minima):
        return missing(Why.NOT_NEAR, Rule.GAP)  # the bound is not what it is short of
    near = NearBound(score.value - minima[index], scale.categories[index].name, minima[index])
    place = evaluation.place("scale", "categories", index)
    return Fact(near, None, Rule.GAP, (*score.places, place))


def next_requires(gap_: Fact[Gap], evaluation: Evaluation, region: str) -> Fact[HeldBack]:
    """What the next category requires besides the points to it, where that does not hold, or where
    it is not known whether it does: those points alone do not give it."""
    scale = evaluation.scale
    if gap_.value is None or scale is None:
        return missing(Why.NOT_HELD_BACK, Rule.GAP)
    number = next(
        index for index, step in enumerate(scale.categories) if step.name == gap_.value.category
    )
    found = _unfulfilled(gap_.value.minimum, number, evaluation, region)
    return (
        Fact(found[0], None, Rule.GAP, found[1]) if found else missing(Why.NOT_HELD_BACK, Rule.GAP)
    )


def held_back(score: Fact[Decimal], evaluation: Evaluation, region: str) -> Fact[HeldBack]:
    """The best category that the score reaches, where what it requires besides does not hold,
    or where that is not known."""
    scale = evaluation.scale
    minima = scale.minima if scale else None
    if score.value is None or not score.settled or scale is None or minima is None:
        return missing(Why.NOT_HELD_BACK, Rule.GAP)
    number = category_index(score.value, minima)
    found = _unfulfilled(minima[number], number, evaluation, region)
    if found is None:
        return missing(Why.NOT_HELD_BACK, Rule.GAP)
    return Fact(found[0], None, Rule.GAP, (*score.places, *found[1]))


def _unfulfilled(
    minimum: Decimal, number: int, evaluation: Evaluation, region: str
) -> tuple[HeldBack, tuple[Place, ...]] | None:
    """What of the requirements of a category does not hold, else what is not known of them, and
    where all that stands; None where all hold."""
    assert evaluation.scale is not None
    step, file = evaluation.scale.categories[number], evaluation.results[region]
    found = [(item, met(item, evaluation, file)) for item in step.requires]
    unmet = [item for item, holds in found if holds is False]
    looked_at = unmet or [item for item, holds in found if holds is None]
    if not looked_at:
        return None
    places = (p for item in looked_at for p in places_required(evaluation, file, number, item))
    held = HeldBack(step.name, minimum, tuple(_required(item, evaluation, file) for item in unmet))
    return held, (evaluation.place("scale", "categories", number), *places)


def _required(item: Requirement, evaluation: Evaluation, file: ResultFile) -> Required:
    """A requirement that does not hold: so its part and what the body has of it are known."""
    instrument, scores = evaluation.instrument, file.scores
    assert instrument is not None and scores is not None
    question = instrument.question(item.question)
    if question is not None:
        return Required(item, question.text, None)
    indicator = instrument.indicator(item.indicator)
    if indicator is not None:
        score = round_known(scores.indicators.get(indicator.id), evaluation.decimals)
        return Required(item, indicator.name, score)
    stage = instrument.stage(item.stage)
    assert stage is not None
    return Required(item, stage.name, round_known(scores.stages.get(stage.id), evaluation.decimals))
