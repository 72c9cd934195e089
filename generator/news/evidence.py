"""The facts behind a sentence, as a reader sees them: name, value in words, origin, places."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

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
from generator.language.base import Language


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
    quoted: bool = False
    """Whether the value is a text of the data as it stands."""
    one_sided: bool = False
    """Whether it compares what somebody said with what nobody did: no mark carries it."""

    @property
    def publishers(self) -> tuple[str, ...]:
        """Whose word it is, each once: the publishers of its sources."""
        return tuple(dict.fromkeys(source.publisher or source.title for source in self.sources))

    def __hash__(self) -> int:
        """Of what tells facts apart: a count may rest on thousands of places."""
        return hash((self.label, self.value, self.places[:1]))


class Wording(Protocol):
    """What is asked of the phrases of a language: its numbers, and its labels."""

    @property
    def words(self) -> Language: ...

    def label(self, name: str, /, **values: object) -> str: ...


def _signed_count(number: int) -> str:
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{abs(number)}"


def _steps(value: CategoryChange, say: Wording) -> str:
    steps = say.label("shown-or").join(map(_signed_count, (value.steps, *value.others)))
    return say.label("shown-categories", steps=steps, name=value.before.name, year=value.year)


def _rank(value: Rank, say: Wording) -> str:
    place = say.words.digits(value.place)
    of = say.words.digits(value.of) if value.of else ""
    return say.label("shown-rank", place=place, of=of) if of else place


def _count(value: Count, say: Wording) -> str:
    number = say.words.digits(value.number)
    return say.label("shown-at-least", number=number) if value.at_least else number


def _at_least(value: AtLeast, say: Wording) -> str:
    points, bound = say.words.signed(value.points), say.words.plain_number(value.bound)
    told = say.label("shown-points", points=points, before=bound, year=value.year)
    return say.label("shown-at-least", number=told)


def _places(value: PlaceChange, say: Wording) -> str:
    before, after = value.before.place, value.before.place - value.places
    digits = say.words.digits
    return say.label("shown-places", before=digits(before), after=digits(after), year=value.year)


def _points(value: PointChange, say: Wording) -> str:
    points, before = say.words.signed(value.points), say.words.decimal(value.before)
    return say.label("shown-points", points=points, before=before, year=value.year)


def _gap(value: Gap, say: Wording) -> str:
    points, least = say.words.decimal(value.points), say.words.plain_number(value.minimum)
    return say.label("shown-gap", points=points, category=value.category, minimum=least)


def _near(value: NearBound, say: Wording) -> str:
    points, least = say.words.signed(value.distance), say.words.plain_number(value.minimum)
    return say.label("shown-near", points=points, category=value.category, minimum=least)


def _target(value: TargetOutcome, say: Wording) -> str:
    return say.label("shown-at-least", number=say.words.written(value.target.at_least))


_SHOWN: dict[type, Callable[[Any, Wording], str]] = {
    AtLeast: _at_least,
    Category: lambda v, say: v.name,
    CategoryChange: _steps,
    Count: _count,
    Decimal: lambda v, say: say.words.decimal(v),
    Gap: _gap,
    Held: lambda v, say: say.label("shown-held", number=v.editions, since=v.since),
    HeldBack: lambda v, say: f"{v.category} ({say.words.plain_number(v.minimum)})",
    NearBound: _near,
    PlaceChange: _places,
    PointChange: _points,
    Rank: _rank,
    TargetOutcome: _target,
    int: lambda v, say: say.words.digits(v),
}


def shown(fact: Fact[Any], say: Wording) -> str:
    """The value of a figure in words; for a figure that does not exist, nothing."""
    return "" if fact.value is None else _SHOWN[type(fact.value)](fact.value, say)


def places_of(*facts: Fact[Any]) -> tuple[Place, ...]:
    """Where some figures, or what they were computed from, stand."""
    return tuple(place for fact in facts for place in fact.places)
