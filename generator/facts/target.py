"""A target against the result that it speaks of."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from generator.evaluation.model import Evaluation
from generator.facts import published
from generator.facts.model import (
    Category,
    Fact,
    Outcome,
    Rule,
    TargetOutcome,
    Why,
    missing,
    sign_of,
)
from generator.format.problems import Place


def target_outcome(
    score: Fact[Decimal], category: Fact[Category], evaluation: Evaluation, region: str
) -> Fact[TargetOutcome]:
    """A target against the result: at least a category of the scale, or at least a score."""
    file = evaluation.results.get(region)
    if file is None or file.result.target is None:
        return missing(Why.NO_TARGET, Rule.TARGET)
    target = file.result.target
    places: tuple[Place, ...] = (file.document.at(("target",)),)
    source = evaluation.source(target.source, region)
    outcome: Outcome | None = None
    wanted = published.named_category(evaluation.scale, target.at_least)
    if wanted is not None:
        if category.value is not None and category.settled:
            outcome = _outcome(wanted.index - category.value.index)
            places = (*places, *category.places)
    elif score.value is not None and score.settled:
        try:
            outcome = _outcome(sign_of(score.value - Decimal(target.at_least)))
        except InvalidOperation:  # checked when the data were read
            outcome = None
        places = (*places, *score.places)
    return Fact(TargetOutcome(target, outcome), None, Rule.TARGET, places, source)


def _outcome(above: int) -> Outcome:
    return Outcome.EXCEEDED if above > 0 else Outcome.MISSED if above < 0 else Outcome.MET
