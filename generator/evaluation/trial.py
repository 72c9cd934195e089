"""What would be if some questions had full points, as sums of whole numbers. Arithmetic, not advice.

A body reaches a category where each of some sums is large enough: the score, and what the category
requires besides. A question with full points adds to each sum a part of its own, whatever the others
are: that is all that a page needs to compute it exactly, as this module does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from generator.evaluation.gains import Gain, shortest_lists
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.requirements import met
from generator.evaluation.rounding import lowest_shown
from generator.evaluation.scoring import FULL
from generator.format import Instrument, Requirement

MOST_STEPS = 20_000
"""So long the shortest lists are searched; beyond it none is named."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum: what it is now, what each question adds, and how much each category asks, best first."""

    now: Fraction
    adds: tuple[Fraction, ...]
    least: tuple[Fraction, ...]

    def whole(self, of: int = 1) -> tuple[int, int, list[int], list[int]]:
        """How many whole numbers are one, a multiple of ``of``; and the same in these."""
        size = lcm(of, *(one.denominator for one in (self.now, *self.adds, *self.least)))
        adds, least = ([int(one * size) for one in part] for part in (self.adds, self.least))
        return size, int(self.now * size), adds, least


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a body: the first is its score and half a unit, which rounds it by cutting off.

    ``unit`` of the first is one of the last decimal.
    """

    questions: tuple[str, ...]
    unit: int
    now: tuple[int, ...]
    adds: tuple[tuple[int, ...], ...]
    """By question what it adds to each sum."""
    least: tuple[tuple[int, ...], ...]
    """By category what it asks of each sum."""

    def outcome(self, chosen: Iterable[int]) -> tuple[int, int | None]:
        """The score in units of its last decimal, and the place of the category, with full points in
        the questions at these places."""
        sums = [sum(one) for one in zip(self.now, *(self.adds[at] for at in chosen), strict=True)]
        reached = (
            index
            for index, least in enumerate(self.least)
            if all(one >= bound for one, bound in zip(sums, least, strict=True))
        )
        return sums[0] // self.unit, next(reached, None)

    def shortest(self, category: int, most: int) -> list[tuple[int, ...]] | None:
        """At most ``most`` of the shortest lists that reach a category, in the order of the questions;
        None where that takes too long to tell."""
        lacks = [least - now for least, now in zip(self.least[category], self.now, strict=True)]
        try:
            return shortest_lists(self.adds, lacks, most, iter(range(MOST_STEPS)))
        except TimeoutError:
            return None


def sums_of(evaluation: Evaluation, file: ResultFile, possible: Sequence[Gain]) -> Sums | None:
    """The sums of a body with these gains; None without a score, or bounds, or what they require."""
    scale, scores, instrument = evaluation.scale, file.scores, evaluation.instrument
    if scale is None or instrument is None or scores is None or scores.final is None:
        return None
    steps = [step for step in scale.categories if step.minimum is not None]
    if len(steps) != len(scale.categories):
        return None
    half = Fraction(1, 2 * 10**evaluation.decimals)
    bounds = tuple(lowest_shown(step.minimum or Decimal(0), evaluation.decimals) for step in steps)
    score = Sum(scores.final + half, tuple(gain.points for gain in possible), bounds)
    found = [score.whole(2 * 10**evaluation.decimals)]
    items = list(dict.fromkeys(item for step in steps for item in step.requires))
    for item in items:
        holds = met(item, evaluation, file)
        if holds is None:
            return None
        if holds:
            continue  # more points do not undo it
        now, more, least = _required(item, instrument, file, possible, evaluation.decimals)
        asks = tuple(least if item in step.requires else Fraction(0) for step in steps)
        found.append(Sum(now, more, asks).whole())
    sizes, sums, adds, asked = zip(*found, strict=True)
    return Sums(
        tuple(gain.question for gain in possible),
        sizes[0] // 10**evaluation.decimals,
        sums,
        tuple(zip(*adds, strict=True)),
        tuple(zip(*asked, strict=True)),
    )


def _required(
    item: Requirement,
    instrument: Instrument,
    file: ResultFile,
    possible: Sequence[Gain],
    decimals: int,
) -> tuple[Fraction, tuple[Fraction, ...], Fraction]:
    """A requirement that does not hold, as a sum: what it is, what each question adds, what is asked."""
    if item.question is not None:
        full = tuple(Fraction(gain.question == item.question) for gain in possible)
        return Fraction(0), full, Fraction(1)
    assert file.scores is not None
    owner = {q.id: part for part in instrument.indicators for q in part.questions}
    if item.indicator is not None:
        now = file.scores.indicators[item.indicator]
        adds = (gain.indicator * (owner[gain.question].id == item.indicator) for gain in possible)
    else:
        now = file.scores.stages[item.stage or ""]
        adds = (gain.stage * (owner[gain.question].stage == item.stage) for gain in possible)
    if item.minimum is None:
        return now, tuple(adds), Fraction(FULL)
    return now + Fraction(1, 2 * 10**decimals), tuple(adds), lowest_shown(item.minimum, decimals)
