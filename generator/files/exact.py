"""Exact values beside rounded ones: a decimal if there is one, else a fraction."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def exactly(value: Fraction | Decimal | None, shown: Decimal | None) -> str | None:
    """The exact value as text where it differs from what is shown; None where it does not.

    ``62.345`` for a number with finitely many decimals, ``187/3`` for any other.
    """
    if value is None or shown is None or value == shown:
        return None
    if isinstance(value, Decimal):
        return format(value, "f")
    denominator = value.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        return str(value)
    places = max(twos, fives)
    digits = str(value.numerator * 10**places // value.denominator)
    digits = digits.rjust(places + 1, "0")  # no value here is below 0
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
