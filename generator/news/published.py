"""All that was published for a figure, in words: where sources differ, none of them is chosen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.facts.model import Category, Fact, Rank
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, joined
from generator.news.tellers import Teller
from generator.news.words import words


def every(
    tell: Teller, kind: Kind, role: str, fact: Fact[Any], facts: tuple[Evidence, ...]
) -> Item:
    """All that was published for a figure: ``17 atau 14``, ``92,08 atau 92,84``, ``780+``."""
    values = (fact.known, *(other.value for other in fact.others))
    texts = dict.fromkeys(_in_words(value, exact=fact.exact) for value in values)
    return joined([Slot(kind, role, text, facts) for text in texts], tell.word("or"))


def _in_words(value: Category | Decimal | Rank, *, exact: bool) -> str:
    if isinstance(value, Category):
        return value.name
    if isinstance(value, Rank):
        return words.digits(value.place) + ("" if exact else "+")
    return words.figure(value, exact=exact)
