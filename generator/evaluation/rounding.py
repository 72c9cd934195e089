"""The arithmetic of the evaluation: rounding, categories, ranks, averages. Nothing else.

Pure functions on exact decimals. A score is rounded once, here, before anything is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar


def round_half_up(score: Decimal, decimals: int) -> Decimal:
    """``score`` with exactly ``decimals`` (≥ 0) places, halves away from zero: 79.995 → 80.00.

    Source: the scale of the edition (`scale.rounding`); printed bounds have one decimal while
    scores have two, so a score must be rounded before it is compared.
    """
    return score.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def places(score: Decimal) -> int:
    """The decimals with which a score was printed: 1 for 37.1, 2 for 80.00."""
    exponent = score.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def as_printed(score: Decimal, decimals: int) -> Decimal:
    """A score with the decimals that its source printed; with more than the scale's ``decimals`` it
    is rounded. Digits are not invented: 37.1 is not 37.10."""
    return score if places(score) <= decimals else round_half_up(score, decimals)


def difference(now: Decimal, before: Decimal) -> Decimal:
    """A score less an earlier one, as exactly as the coarser of the two was printed: 40.00 − 37.1 = 2.9.

    A whole number beside one with decimals has lost its zeros, and is no coarser than a tenth:
    82.50 − 78 = 4.5. Where that would make nothing of a change there was, it is told exactly:
    3.5 − 3.49 = 0.01.
    """
    exact = now - before
    coarse, fine = sorted((places(now), places(before)))
    rounded = round_half_up(exact, coarse or min(1, fine))
    if rounded == 0 and exact != 0:
        return exact
    return rounded + 0  # which takes the sign from a zero


def category_index(score: Decimal, minima: Sequence[Decimal]) -> int:
    """The place (0 = best) of the category of a rounded score; each minimum is included.

    ``minima`` fall strictly and the last is the scale's lowest score. Raises ValueError below it.
    """
    for index, minimum in enumerate(minima):
        if score >= minimum:
            return index
    raise ValueError(f"score {score} is below the lowest minimum")


NEAR = Decimal("0.5")
"""Points from a bound within which a score is told to be close to it (the articles' own rule)."""


def nearest_bound(
    score: Decimal, minima: Sequence[Decimal], maximum: Decimal = Decimal(100)
) -> int | None:
    """The place (0 = best) of the category whose minimum is at most ``NEAR`` points away.

    On a scale with another end than 100 it is as large a part of that.

    The scale's lowest minimum is no bound between categories. Of two equally near the better one.
    """
    distances = [(abs(score - minimum), index) for index, minimum in enumerate(minima[:-1])]
    near = NEAR * maximum / 100
    distance, index = min(distances, default=(near + 1, 0))
    return index if distance <= near else None


def gap_to_next(score: Decimal, minima: Sequence[Decimal]) -> Decimal | None:
    """Points (> 0) from a rounded score to the next better category; None in the best one."""
    index = category_index(score, minima)
    return None if index == 0 else minima[index - 1] - score


Number = TypeVar("Number", Decimal, Fraction)


def competition_ranks(scores: Mapping[str, Number]) -> dict[str, int]:
    """Standard competition ranking ("1, 2, 2, 4") of scores that were rounded before, highest first.

    In the order of rank; equal scores keep the order of ``scores``.
    """
    ranks: dict[str, int] = {}
    before: Number | None = None
    rank = 0
    for position, (name, score) in enumerate(
        sorted(scores.items(), key=lambda item: item[1], reverse=True), 1
    ):
        if score != before:
            rank, before = position, score
        ranks[name] = rank
    return ranks


def mean(scores: Sequence[Decimal], decimals: int) -> Decimal:
    """The mean of published scores (at least one), computed exactly and rounded once, half up."""
    return round_fraction(exact_mean(scores), decimals)


def median(scores: Sequence[Decimal], decimals: int) -> Decimal:
    """The median of published scores (at least one), rounded once, half up."""
    return round_fraction(exact_median(scores), decimals)


def exact_mean(scores: Sequence[Decimal]) -> Fraction:
    """The mean before it is rounded."""
    return sum(map(Fraction, scores), Fraction(0)) / len(scores)


def exact_median(scores: Sequence[Decimal]) -> Fraction:
    """The median before it is rounded."""
    ordered = sorted(scores)
    middle = len(ordered) // 2
    return (Fraction(ordered[(len(ordered) - 1) // 2]) + Fraction(ordered[middle])) / 2


def round_fraction(value: Fraction, decimals: int) -> Decimal:
    """A fraction (≥ 0) half up: floor(value × 10^d + ½), without a binary float on the way."""
    units = (value * 10**decimals + Fraction(1, 2)).__floor__()
    return (
        Decimal(units)
        .scaleb(-decimals)
        .quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    )


def lowest_shown(minimum: Decimal, decimals: int) -> Fraction:
    """The lowest score that can be shown and reaches a minimum; half a unit below is rounded to it."""
    unit = Fraction(1, 10**decimals)
    return -(-Fraction(minimum) // unit) * unit


def round_known(value: Fraction | None, decimals: int) -> Decimal | None:
    """A fraction that may be unknown, rounded as ``round_fraction`` does."""
    return None if value is None else round_fraction(value, decimals)
