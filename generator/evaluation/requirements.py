"""What a category requires besides the score, and which categories a score can therefore have."""

from __future__ import annotations

from decimal import Decimal

from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.rounding import round_fraction
from generator.evaluation.scoring import FULL
from generator.format import CategoryStep, Requirement


def met(item: Requirement, evaluation: Evaluation, file: ResultFile) -> bool | None:
    """Whether a body meets a requirement; None where that is not known.

    What does not apply to the body is not required of it: its weight is shared among the others.
    A minimum is compared with the score as it is shown, rounded.
    """
    instrument, scores = evaluation.instrument, file.scores
    if instrument is None or scores is None:
        return None
    if item.question is not None:
        question = instrument.question(item.question)
        if question is None or item.question not in file.points:
            return None
        given = file.points[item.question]
        return given is None or given >= question.scale.most
    if item.indicator in scores.not_applicable:
        return True
    value = (
        scores.indicators.get(item.indicator)
        if item.indicator is not None
        else scores.stages.get(item.stage or "")
    )
    if value is None:
        return None
    if item.minimum is None:
        return value >= FULL
    return round_fraction(value, evaluation.decimals) >= item.minimum


def all_met(step: CategoryStep, evaluation: Evaluation, file: ResultFile) -> bool | None:
    """Whether a body meets all that a category requires; None where that is not known."""
    found = [met(item, evaluation, file) for item in step.requires]
    if False in found:
        return False
    return None if None in found else True


def categories_of(evaluation: Evaluation, file: ResultFile, score: Decimal) -> list[int]:
    """The places in the scale, best first, of the categories that a rounded score can have.

    The best one whose minimum and requirements hold; of those above it all whose minimum holds and
    of whose requirements that is not known. Empty only where the lowest category requires something.
    """
    found = []
    for index, step in enumerate(evaluation.scale.categories if evaluation.scale else ()):
        if step.minimum is None or score < step.minimum:
            continue
        holds = all_met(step, evaluation, file)
        if holds is not False:
            found.append(index)
        if holds:
            break
    return found
