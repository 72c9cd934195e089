"""What would be if some questions had full points, as sums of whole numbers. Arithmetic, not advice.

A body reaches a category where each of some sums is large enough: the score, and what the category
requires besides. A question with full points adds to each sum a part of its own, whatever the others
are: that is all that a page needs to compute it exactly, as this module does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from generator.evaluation.gains import Gain, largest_sums
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.requirements import met
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
        best = [largest_sums([one[at] for one in self.adds], 0) for at in range(len(lacks))]
        steps = iter(range(MOST_STEPS))
        try:
            for size in range(1, len(self.adds) + 1):
                found = []
                for chosen in self._search(lacks, best, size, 0, steps):
                    found.append(chosen)
                    if len(found) == most:
                        break
                if found:
                    return found
        except TimeoutError:
            return None
        return []

    def _search(
        self,
        lacks: Sequence[int],
        best: Sequence[Sequence[Sequence[int]]],
        size: int,
        start: int,
        steps: Iterator[int],
    ) -> Iterator[tuple[int, ...]]:
        if next(steps, None) is None:
            raise TimeoutError
        if size == 0:
            if all(lack <= 0 for lack in lacks):
                yield ()
            return
        for index in range(start, len(self.adds) - size + 1):
            if any(b[index][size] < lack for b, lack in zip(best, lacks, strict=True)):
                return  # nothing from here on suffices
            rest = [lack - add for lack, add in zip(lacks, self.adds[index], strict=True)]
            for more in self._search(rest, best, size - 1, index + 1, steps):
                yield (index, *more)


def sums_of(evaluation: Evaluation, file: ResultFile, possible: Sequence[Gain]) -> Sums | None:
    """The sums of a body with these gains; None without a score, or bounds, or what they require."""
    scale, scores, instrument = evaluation.scale, file.scores, evaluation.instrument
    if scale is None or instrument is None or scores is None or scores.final is None:
        return None
    steps = [step for step in scale.categories if step.minimum is not None]
    if len(steps) != len(scale.categories):
        return None
    unit = Fraction(1, 10**evaluation.decimals)
    bounds = tuple(_shown(step.minimum or Decimal(0), unit) for step in steps)
    score = Sum(scores.final + unit / 2, tuple(gain.points for gain in possible), bounds)
    found = [score.whole(2 * 10**evaluation.decimals)]
    items = list(dict.fromkeys(item for step in steps for item in step.requires))
    for item in items:
        holds = met(item, evaluation, file)
        if holds is None:
            return None
        if holds:
            continue  # more points do not undo it
        now, more, least = _required(item, instrument, file, possible, unit)
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


def _shown(minimum: Decimal, unit: Fraction) -> Fraction:
    """The lowest score that can be shown and reaches a minimum."""
    return -(-Fraction(minimum) // unit) * unit


def _required(
    item: Requirement,
    instrument: Instrument,
    file: ResultFile,
    possible: Sequence[Gain],
    unit: Fraction,
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
    return now + unit / 2, tuple(adds), _shown(item.minimum, unit)
