"""What full points in single questions would add: the largest losses, and what closes the gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from generator.evaluation import rounding
from generator.evaluation.gains import Gain, gains, shortest
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.requirements import all_met
from generator.facts.region import RegionFacts
from generator.format import Instrument, Question

T = TypeVar("T")

MOST_LISTS = 3
"""Lists that are told."""

MOST_COUNTED = 100
"""Lists of the same length that are counted; more are "more than" that many."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Points (≥ 0, rounded) of the final score that full points in a question would have added."""

    question: Question
    points: Decimal


@dataclass(frozen=True, slots=True)
class ClosingList:
    """Questions which, with full points, lift the score to ``sum``."""

    losses: tuple[Loss, ...]
    sum: Decimal


@dataclass(frozen=True, slots=True)
class Shortest:
    """The shortest lists of questions that reach something; ``counted`` is how many are as short,
    ``more`` whether there are more than were counted."""

    lists: tuple[ClosingList, ...]
    counted: int
    more: bool

    @property
    def size(self) -> int:
        """Questions of each list; 0 if there is none."""
        return len(self.lists[0].losses) if self.lists else 0


@dataclass(frozen=True, slots=True)
class Closing(Shortest):
    """How the gap to the next category could be closed; ``left`` questions could still gain."""

    category: str
    minimum: Decimal
    gap: Decimal
    left: int

    @property
    def single(self) -> bool:
        """Whether there is one list alone."""
        return self.counted == 1 and not self.more


def closing_of(
    evaluation: Evaluation, facts: RegionFacts, possible: Sequence[Gain] | None
) -> Closing | None:
    """The shortest lists that would lift the rounded score to the next category's minimum.

    None where nothing can be said for certain: the score or the category was published otherwise
    than it follows from the answers, or some of them are not known. ``possible`` is what
    ``possible_gains`` gives.
    """
    instrument = evaluation.instrument
    file = evaluation.results.get(facts.region.id)
    if instrument is None or file is None or not facts.gap or not facts.as_by_scale:
        return None
    if possible is None or file.scores is None or file.scores.final is None:
        return None
    decimals, final, gap = evaluation.decimals, file.scores.final, facts.gap.known
    steps = evaluation.scale.categories if evaluation.scale else ()
    if any(s.name == gap.category and not all_met(s, evaluation, file) for s in steps):
        return None  # points alone do not lead there
    rounded_up = rounding.lowest_shown(gap.minimum, decimals) - Fraction(1, 2 * 10**decimals)
    found = shortest(possible, rounded_up - final, MOST_COUNTED + 1)
    return Closing(
        *lists_of(
            found,
            lambda chosen: ClosingList(
                losses_of(instrument, chosen, decimals),
                rounding.round_fraction(final + sum(g.points for g in chosen), decimals),
            ),
        ),
        gap.category,
        gap.minimum,
        gap.points,
        len(possible),
    )


def lists_of(
    found: Sequence[T], listed: Callable[[T], ClosingList]
) -> tuple[tuple[ClosingList, ...], int, bool]:
    """Of at most ``MOST_COUNTED`` and one: those that are shown, how many are counted, whether there
    are more."""
    shown = tuple(map(listed, found[:MOST_LISTS]))
    return shown, min(len(found), MOST_COUNTED), len(found) > MOST_COUNTED


def costliest(evaluation: Evaluation, possible: Sequence[Gain] | None) -> tuple[Loss, ...]:
    """The questions with the largest loss; none where that cannot be said for certain."""
    instrument = evaluation.instrument
    if instrument is None or not possible:
        return ()
    most = max(gain.points for gain in possible)
    first = [gain for gain in possible if gain.points == most]
    return losses_of(instrument, first, evaluation.decimals)


def largest_losses(evaluation: Evaluation, possible: Sequence[Gain], most: int) -> tuple[Loss, ...]:
    """At most ``most`` questions, the largest loss first, equal ones in the order of the instrument."""
    assert evaluation.instrument is not None
    ordered = sorted(possible, key=lambda gain: -gain.points)
    return losses_of(evaluation.instrument, ordered[:most], evaluation.decimals)


def possible_gains(evaluation: Evaluation, facts: RegionFacts) -> tuple[Gain, ...] | None:
    """What each question could still add; None unless the whole score follows from the answers.

    A question that is not known, or a published score that its answers do not give, could hide
    a shorter list or a larger loss.
    """
    instrument, decimals = evaluation.instrument, evaluation.decimals
    file = evaluation.results.get(facts.region.id)
    if instrument is None or file is None or file.scores is None or file.below is None:
        return None
    if not instrument.questions or any(id_ not in file.points for id_ in instrument.questions):
        return None
    if facts.score and file.computed != facts.score.value:
        return None
    return tuple(gains(instrument, file.scores, file.points)) if _follows(file, decimals) else None


def _follows(file: ResultFile, decimals: int) -> bool:
    """Whether every published score of an indicator or stage is what its answers give."""
    assert file.below is not None
    for figures, below in (
        (file.result.indicators, file.below.indicators),
        (file.result.stage_scores, file.below.stages),
    ):
        for id_, figure in figures.items():
            value = below.get(id_)
            if figure.value is None or value is None:
                continue  # nothing stands below it
            if rounding.round_fraction(value, decimals) != rounding.round_half_up(
                figure.value, decimals
            ):
                return False
    return True


def losses_of(instrument: Instrument, chosen: Sequence[Gain], decimals: int) -> tuple[Loss, ...]:
    """What these questions cost, in their order."""
    return tuple(
        Loss(instrument.questions[gain.question], rounding.round_fraction(gain.points, decimals))
        for gain in chosen
    )
