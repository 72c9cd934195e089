"""The facts behind a sentence: what each is, in which forms a sentence may say it, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.facts.model import (
    Average,
    Category,
    CategoryChange,
    Count,
    Fact,
    Gap,
    Held,
    NearBound,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    TargetOutcome,
)
from generator.format import PartialDate, Region, Source
from generator.format.problems import Place
from generator.language import indonesian as words
from generator.news import grammar
from generator.news.names import Names, bare


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One fact: its name, its value in words, and every form in which a sentence may say it.

    Two are the same only if they are one object: comparing all their places takes longer than
    writing the sentence.

    ``rule`` says how it came about; ``places`` are where it, or what it was computed from, stands.
    """

    label: str
    value: str
    forms: tuple[str, ...]
    places: tuple[Place, ...] = ()
    source: Source | None = None
    rule: Rule = Rule.PUBLISHED


def number_forms(number: int) -> tuple[str, ...]:
    """``4``, ``empat`` and ``keempat``, ``1.250`` and ``1250``."""
    return (words.count(number), words.ordinal(number), words.digits(number), str(number))


def date_forms(date: PartialDate) -> tuple[str, ...]:
    """A date with and without its weekday."""
    return (words.show_date(date, weekday=True), words.show_date(date))


def text_forms(text: str) -> tuple[str, ...]:
    """A text of the data as it stands, or inside a sentence."""
    bare_text = text.rstrip(".")
    return (bare_text, grammar.lower_first(bare_text), grammar.sentence(text))


def score_forms(score: Decimal) -> tuple[str, ...]:
    """A score with its decimals; a bound without needless ones."""
    return (words.decimal(score), words.plain_number(score))


def region_forms(region: Region, names: Names) -> tuple[str, ...]:
    """All that a region is called: in full, short, without its kind, without its province."""
    return _different(
        region.name,
        names.short(region),
        region.name.partition(" Provinsi ")[0],
        bare(region.name),
    )


def publisher_forms(publisher: str) -> tuple[str, ...]:
    """An institution in full, and a government as it is shortened."""
    return _different(
        publisher,
        grammar.government(publisher, first=True),
        grammar.government(publisher, first=False),
    )


def _different(*forms: str) -> tuple[str, ...]:
    """Each form once: every sentence is searched for every form of its facts."""
    return tuple(dict.fromkeys(forms))


def _category(value: Category) -> tuple[str, tuple[str, ...]]:
    return value.name, (value.name,)


def _rank(value: Rank) -> tuple[str, tuple[str, ...]]:
    place, of = words.digits(value.place), words.digits(value.of) if value.of else ""
    return f"{place} dari {of}" if of else place, (place, of)


def _points(value: PointChange) -> tuple[str, tuple[str, ...]]:
    points, before = words.decimal(abs(value.points)), words.decimal(value.before)
    told = f"{words.signed(value.points)} poin dari {before} ({value.year})"
    return told, (points, before, str(value.year))


def _places(value: PlaceChange) -> tuple[str, tuple[str, ...]]:
    number, before = abs(value.places), words.digits(value.before.place)
    sign = "+" if value.places > 0 else "−" if value.places < 0 else ""
    told = f"{sign}{number} dari peringkat {before} ({value.year})"
    others = (words.digits(other) for other in value.others)
    of = (words.digits(value.before.of),) if value.before.of else ()
    return told, (*number_forms(number), before, *of, *others, str(value.year))


def _steps(value: CategoryChange) -> tuple[str, tuple[str, ...]]:
    number = abs(value.steps)
    sign = "+" if value.steps > 0 else "−" if value.steps < 0 else ""
    told = f"{sign}{number} dari {value.before.name} ({value.year})"
    return told, (value.before.name, *number_forms(number), str(value.year))


def _gap(value: Gap) -> tuple[str, tuple[str, ...]]:
    points, minimum = words.decimal(value.points), words.plain_number(value.minimum)
    return f"{points} poin ke {value.category} ({minimum})", (points, minimum, value.category)


def _near(value: NearBound) -> tuple[str, tuple[str, ...]]:
    points, minimum = words.decimal(abs(value.distance)), words.plain_number(value.minimum)
    told = f"{words.signed(value.distance)} poin dari {minimum} ({value.category})"
    return told, (points, minimum, value.category)


def _held(value: Held) -> tuple[str, tuple[str, ...]]:
    told = f"{value.editions} edisi sejak {value.since}"
    return told, (*number_forms(value.editions), words.ordinal(value.editions), str(value.since))


def _count(value: Count) -> tuple[str, tuple[str, ...]]:
    told = ("sedikitnya " if value.at_least else "") + words.digits(value.number)
    return told, number_forms(value.number)


def _average(value: Average) -> tuple[str, tuple[str, ...]]:
    told = words.decimal(value.value)
    return f"{told} dari {value.n} skor", (told, *number_forms(value.n))


def _target(value: TargetOutcome) -> tuple[str, tuple[str, ...]]:
    target = value.target
    at_least = target.at_least.replace(".", ",")
    forms = [target.at_least, at_least, *(text for text in (target.by, target.office) if text)]
    if target.date:
        forms += date_forms(target.date)
    return f"sedikitnya {at_least}", tuple(forms)


def _score(value: Decimal) -> tuple[str, tuple[str, ...]]:
    return words.decimal(value), score_forms(value)


def _whole(value: int) -> tuple[str, tuple[str, ...]]:
    return words.digits(value), number_forms(value)


_SHOWN: dict[type, Callable[[Any], tuple[str, tuple[str, ...]]]] = {
    Average: _average,
    Category: _category,
    CategoryChange: _steps,
    Count: _count,
    Decimal: _score,
    Gap: _gap,
    Held: _held,
    NearBound: _near,
    PlaceChange: _places,
    PointChange: _points,
    Rank: _rank,
    TargetOutcome: _target,
    int: _whole,
}


def of_fact(label: str, fact: Fact[Any], more: Iterable[str] = ()) -> Evidence:
    """A computed or published figure; for one that does not exist, why (in the label's words)."""
    if fact.value is None:
        return Evidence(label, "", tuple(more), fact.places, fact.source, fact.rule)
    value, forms = _SHOWN[type(fact.value)](fact.value)
    for other in fact.others:
        forms += _SHOWN[type(other.value)](other.value)[1]
    return Evidence(label, value, (*forms, *more), fact.places, fact.source, fact.rule)
