"""Rounding, means, medians and ranks: schoolbook methods on exact fractions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor


def rounded(value: Fraction | Decimal, decimals: int) -> Decimal:
    """Half up: 79.995 → 80.00."""
    units = floor(Fraction(value) * 10**decimals + Fraction(1, 2))
    return Decimal(units).scaleb(-decimals)


def mean(values: Collection[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def median(values: Collection[Fraction]) -> Fraction:
    """The middle one, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def place(id_: str, scores: Mapping[str, Decimal | Fraction]) -> int:
    """The rank of one among all: one more than there are better scores ("1, 2, 2, 4")."""
    return 1 + sum(other > scores[id_] for other in scores.values())


def printed(text: str, decimals: int) -> Decimal:
    """A published score with the decimals that it has, and no more than the scale."""
    return rounded(Fraction(text), min(decimals, len(text.partition(".")[2])))


def decimals_of(value: Decimal) -> int:
    return len(str(value).partition(".")[2])


def less(now: Decimal, before: Decimal) -> Decimal:
    """A difference with the decimals of the less exact of the two, and more where it would vanish."""
    exact = abs(Fraction(now) - Fraction(before))
    places = min(decimals_of(now), decimals_of(before))
    if places == 0 and decimals_of(now) != decimals_of(before):
        places = 1  # a whole number that lost its zeros
    if exact and not rounded(exact, places):
        places = max(decimals_of(now), decimals_of(before))
    size = rounded(exact, places)
    return size if now >= before else -size
