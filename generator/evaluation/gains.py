"""Which questions would close a gap in points: the shortest lists, exactly. Arithmetic, not advice."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, count, islice

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
    A step after which the best that remains does not suffice ends at once: O(n²) to prepare and O(n)
    for each question of each list found.
    """
    if needed <= 0:
        return []
    found = shortest_lists([(gain.points,) for gain in possible], [needed], most, count())
    return [[possible[at] for at in chosen] for chosen in found]


Number = int | Fraction


def largest_sums(values: Sequence[Number]) -> list[list[Number]]:
    """For each start the largest sum of 0, 1, 2 … of the values from there on."""
    falling: list[Number] = []
    found: list[list[Number]] = [[0]]
    for value in reversed(values):
        insort(falling, value, key=lambda one: -one)
        found.append(list(accumulate(falling, initial=0)))
    return found[::-1]


def shortest_lists(
    adds: Sequence[Sequence[Number]], lacks: Sequence[Number], most: int, steps: Iterator[int]
) -> list[tuple[int, ...]]:
    """At most ``most`` of the shortest lists of places at which what they add to each sum is at least
    what that lacks, the first differing place first. TimeoutError where ``steps`` come to an end."""
    best = [largest_sums([one[at] for one in adds]) for at in range(len(lacks))]
    for size in range(1, len(adds) + 1):
        found = list(islice(_lists(adds, lacks, best, size, 0, steps), most))
        if found:
            return found
    return []


def _lists(
    adds: Sequence[Sequence[Number]],
    lacks: Sequence[Number],
    best: Sequence[Sequence[Sequence[Number]]],
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
    for index in range(start, len(adds) - size + 1):
        if any(b[index][size] < lack for b, lack in zip(best, lacks, strict=True)):
            return  # nothing from here on suffices
        rest = [lack - add for lack, add in zip(lacks, adds[index], strict=True)]
        for more in _lists(adds, rest, best, size - 1, index + 1, steps):
            yield (index, *more)
