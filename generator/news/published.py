"""All that was published for a figure, in words: where sources differ, none of them is chosen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.facts.model import Category, Fact, Rank
from generator.format import Source
from generator.language.base import Language
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot
from generator.news.tellers import Teller


def every(
    tell: Teller, kind: Kind, role: str, fact: Fact[Any], facts: tuple[Evidence, ...]
) -> Item:
    """All that was published for a figure: ``17 atau 14``, ``92,08 atau 92,84``, ``780+``."""
    values = (fact.known, *(other.value for other in fact.others))
    texts = dict.fromkeys(in_words(value, tell.words, exact=fact.exact) for value in values)
    return tell.joined([Slot(kind, role, text, facts) for text in texts], tell.word("or"))


def each(
    tell: Teller, label: str, fact: Fact[Any], year: int, **values: object
) -> dict[Any, Evidence]:
    """Every value that was published for a figure, with those alone who say it."""
    said: dict[Any, list[Source]] = {}
    for value, source in ((fact.known, fact.source), *((o.value, o.source) for o in fact.others)):
        said.setdefault(value, []).extend([source] if source else [])
    found = {}
    for value, sources in said.items():
        one = replace(fact, value=value, others=(), source=None)
        told = tell.figure(label, one, year, tuple(dict.fromkeys(sources)), **values)
        found[value] = told._replace(alone=True) if len(said) > 1 else told
    return found


def in_words(value: Category | Decimal | Rank | int, words: Language, *, exact: bool = True) -> str:
    """A published value as a text says it."""
    if isinstance(value, int):
        return words.digits(value)
    if isinstance(value, Category):
        return value.name
    if isinstance(value, Rank):
        return words.rank(value.place) + ("" if exact else "+")
    return words.figure(value, exact=exact)
