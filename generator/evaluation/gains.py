"""Which questions would close a gap in points: the shortest lists, exactly. Arithmetic, not advice."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import TypeVar

from generator.evaluation.scoring import FULL, Scores, added, fraction, share
from generator.format import Instrument


@dataclass(frozen=True, slots=True)
class Gain:
    """What full points in a question would add to the final score (> 0, exact); and to the scores of
    its indicator and its stage."""

    question: str
    points: Fraction
    indicator: Fraction = Fraction(0)
    stage: Fraction = Fraction(0)


def gains(
    instrument: Instrument,
    scores: Scores,
    answers: Mapping[str, Decimal | None],
) -> list[Gain]:
    """The possible gains, in the order of the instrument.

    ``scores`` are those that follow from ``answers``. The weight of what does not apply is shared
    as in the score itself.
    """
    found = []
    for stage in instrument.stages:
        members = [item for item in instrument.of_stage(stage.id) if item.id in scores.indicators]
        total = added(fraction(item.weight) for item in members)
        if stage.id not in scores.stages or not total:
            continue
        for item in members:
            kept = [q for q in item.questions if answers.get(q.id) is not None]
            weights = added(fraction(q.weight) for q in kept)
            if not weights:
                continue
            in_stage, in_all = fraction(item.weight) / total, fraction(stage.weight) / FULL
            for question in kept:
                given = answers[question.id]
                assert given is not None
                missed = 1 - share(question, given)
                own = fraction(question.weight) / weights * missed * FULL
                if own > 0:
                    of_stage = own * in_stage
                    found.append(Gain(question.id, of_stage * in_all, own, of_stage))
    return found


def shortest(possible: Sequence[Gain], needed: Fraction, most: int) -> list[list[Gain]]:
    """At most ``most`` of the shortest lists whose sum is at least ``needed``, in their order.

    Lists of one length come in the order of their questions, the first differing question first.
    Every step of the search leads to a list, since it is only taken where the best that remains
    suffices: O(n²) to prepare and O(n) for each question of each list found.
    """
    if needed <= 0:
        return []
    best = largest_sums([gain.points for gain in possible], Fraction(0))
    size = next((k for k, total in enumerate(best[0]) if total >= needed), None)
    if size is None:
        return []
    found: list[list[Gain]] = []
    for chosen in _search(possible, best, needed, size, 0):
        found.append(chosen)
        if len(found) == most:
            break
    return found


Number = TypeVar("Number", int, Fraction)


def largest_sums(values: Sequence[Number], zero: Number) -> list[list[Number]]:
    """For each start the largest sum of 0, 1, 2 … of the values from there on."""
    falling: list[Number] = []
    found: list[list[Number]] = [[zero]]
    for value in reversed(values):
        insort(falling, value, key=lambda one: -one)
        found.append(list(accumulate(falling, initial=zero)))
    return found[::-1]


def _search(
    possible: Sequence[Gain],
    best: Sequence[Sequence[Fraction]],
    needed: Fraction,
    size: int,
    start: int,
) -> Iterator[list[Gain]]:
    if size == 0:
        if needed <= 0:
            yield []
        return
    for index in range(start, len(possible) - size + 1):
        if best[index][size] < needed:
            return  # nothing from here on suffices
        rest = needed - possible[index].points
        if best[index + 1][size - 1] >= rest:
            for more in _search(possible, best, rest, size - 1, index + 1):
                yield [possible[index], *more]
