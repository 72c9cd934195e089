"""Numbers, dates and lists as words of a language; the catalogues of messages.

Everything that depends on a language's grammar of numbers and dates is here; sentences are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from generator.format import PartialDate

SITE_LANGUAGE = "id"

KEPT = 20_000
"""Numbers and dates kept in words; scores with two decimals have 10,001 values."""

_ONES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]


def decimal(value: Decimal, language: str = SITE_LANGUAGE) -> str:
    """A number with the decimals that it has: ``Decimal("80.00")`` → ``80,00``."""
    # By its text: 80.0 and 80.00 are equal as keys, and are not shown alike.
    return _decimal(str(value), language)


@lru_cache(maxsize=KEPT)
def _decimal(text: str, language: str) -> str:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"{value:,.{places}f}".replace("-", "−").translate(_marks(language))


@cache
def _marks(language: str) -> dict[int, str]:
    """Python's marks in a number, and a language's: Babel asked for a number takes 60 times as long."""
    return str.maketrans({",": get_group_symbol(language), ".": get_decimal_symbol(language)})


def signed(value: Decimal, language: str = SITE_LANGUAGE) -> str:
    """A difference with its sign: ``+12,48``, ``−0,83``, ``0,00``."""
    return ("+" if value > 0 else "") + decimal(value, language)


@lru_cache(maxsize=KEPT)
def plain_number(value: Decimal, language: str = SITE_LANGUAGE) -> str:
    """A bound without needless decimals: ``90`` for 90.00, ``89,5`` for 89.50."""
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        normal = normal.quantize(Decimal(1))
    return decimal(normal, language)


@lru_cache(maxsize=KEPT)
def count(number: int, language: str = SITE_LANGUAGE) -> str:
    """A count in letters when that takes one or two words, else in digits: ``dua belas``, ``69``."""
    return _in_letters(number) or digits(number, language)


@lru_cache(maxsize=KEPT)
def digits(number: int, language: str = SITE_LANGUAGE) -> str:
    """A whole number in digits with the language's grouping: ``1.250``."""
    return f"{number:,}".translate(_marks(language))


def _in_letters(number: int) -> str | None:
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100 and number % 10 == 0:
        return f"{_ONES[number // 10]} puluh"
    if number == 100:
        return "seratus"
    if number < 1000 and number % 100 == 0:
        return f"{_ONES[number // 100]} ratus"
    return None


@lru_cache(maxsize=KEPT)
def ordinal(number: int, language: str = SITE_LANGUAGE) -> str:
    """``ketiga``, ``ke-21``."""
    letters = _in_letters(number)
    if number == 1:
        return "pertama"
    return f"ke{letters}" if letters else f"ke-{digits(number, language)}"


def join(items: Sequence[str], word: str = "dan") -> str:
    """A series with a comma before the last *dan* of three: ``A, B, dan C``.

    Where an item has its own *dan*, the last word is *serta*: ``A dan B serta C``.
    """
    if word == "dan" and any(" dan " in item for item in items):
        word = "serta"
    if len(items) < 3:
        return f" {word} ".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def capitalised(text: str) -> str:
    """The first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=KEPT)
def show_date(value: PartialDate, language: str = SITE_LANGUAGE, *, weekday: bool = False) -> str:
    """A date as precisely as it is known: ``21 Oktober 2025``, ``Desember 2025``, ``2025``."""
    if value.month is None:
        return str(value.year)
    first = date(value.year, value.month, value.day or 1)
    if value.day is None:
        return format_date(first, "MMMM y", locale=language)
    return format_date(first, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=language)
