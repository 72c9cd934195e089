"""The facts behind a sentence, as a reader sees them: name, value in words, origin, places."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from generator.facts.at_least import AtLeast
from generator.facts.model import (
    Category,
    CategoryChange,
    Count,
    Fact,
    Gap,
    Held,
    HeldBack,
    NearBound,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    TargetOutcome,
)
from generator.format import Source
from generator.format.problems import Place
from generator.news.words import words


class Evidence(NamedTuple):
    """One fact for a reader: its name, its value in words, how it came about, where it stands.

    ``places`` are where it, or what it was computed from, stands in the data; ``sources`` whose
    word it is: for a comparison those of both sides. ``alone``: whoever is named for its neighbours
    in a sentence is not named for it: it has a source of its own, or none.
    """

    label: str
    value: str
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()
    rule: Rule = Rule.PUBLISHED
    alone: bool = False

    @property
    def publishers(self) -> tuple[str, ...]:
        """Whose word it is, each once: the publishers of its sources."""
        return tuple(dict.fromkeys(source.publisher or source.title for source in self.sources))

    def __hash__(self) -> int:
        """Of what tells facts apart: a count may rest on thousands of places."""
        return hash((self.label, self.value, self.places[:1]))


def _signed_count(number: int) -> str:
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{abs(number)}"


def _steps(value: CategoryChange) -> str:
    return " atau ".join(map(_signed_count, (value.steps, *value.others)))


def _rank(value: Rank) -> str:
    place = words.digits(value.place)
    return f"{place} dari {words.digits(value.of)}" if value.of else place


def _count(value: Count) -> str:
    return ("sedikitnya " if value.at_least else "") + words.digits(value.number)


_SHOWN: dict[type, Callable[[Any], str]] = {
    AtLeast: lambda v: (
        f"sedikitnya {words.signed(v.points)} poin dari {words.plain_number(v.bound)} ({v.year})"
    ),
    Category: lambda v: v.name,
    CategoryChange: lambda v: f"{_steps(v)} dari {v.before.name} ({v.year})",
    Count: _count,
    Decimal: words.decimal,
    Gap: lambda v: (
        f"{words.decimal(v.points)} poin ke {v.category} ({words.plain_number(v.minimum)})"
    ),
    Held: lambda v: f"{v.editions} edisi sejak {v.since}",
    HeldBack: lambda v: f"{v.category} ({words.plain_number(v.minimum)})",
    NearBound: lambda v: (
        f"{words.signed(v.distance)} poin dari {words.plain_number(v.minimum)} ({v.category})"
    ),
    PlaceChange: lambda v: (
        f"dari peringkat {words.digits(v.before.place)} ({v.year})"
        f" ke {words.digits(v.before.place - v.places)}"
    ),
    PointChange: lambda v: (
        f"{words.signed(v.points)} poin dari {words.decimal(v.before)} ({v.year})"
    ),
    Rank: _rank,
    TargetOutcome: lambda v: f"sedikitnya {v.target.at_least.replace('.', ',')}",
    int: words.digits,
}


def shown(fact: Fact[Any]) -> str:
    """The value of a figure in words; for a figure that does not exist, nothing."""
    return "" if fact.value is None else _SHOWN[type(fact.value)](fact.value)


def places_of(*facts: Fact[Any]) -> tuple[Place, ...]:
    """Where some figures, or what they were computed from, stand."""
    return tuple(place for fact in facts for place in fact.places)
