"""How many came through each door of an evaluation: invited, returned, took part, passed a stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, OtherValue, Rule, Why, missing
from generator.format import Figure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Door:
    """One door: ``kind`` is ``invited``, ``returned``, ``took-part`` or ``passed`` (a ``stage``)."""

    kind: str
    number: Fact[int]
    stage: str = ""


def announced(
    evaluation: Evaluation, figure: Figure[T] | None, *path: str, usual: bool = True
) -> Fact[T]:
    """A figure that stands at a path of the edition, or why there is none. ``usual``: the source of
    the edition is that of a figure that names none."""
    if figure is None:
        return missing(Why.UNKNOWN, Rule.PUBLISHED)
    place, source = (evaluation.place(*path),), evaluation.source
    if figure.value is None:
        own, why = source(figure.source), Why.NOT_PUBLISHED
        return Fact(None, why, Rule.PUBLISHED, place, own, figure.note)
    others = tuple(OtherValue(other.value, source(other.source)) for other in figure.others)
    own = evaluation.source_of(figure) if usual else source(figure.source)
    return Fact(figure.value, None, Rule.PUBLISHED, place, own, figure.note, others)


def agreed(number: Fact[int]) -> Fact[int]:
    """A number on which its sources agree; where they do not, nothing follows from any of them."""
    return missing(Why.UNKNOWN, Rule.PUBLISHED) if number.contested else number


def doors_of(evaluation: Evaluation, counted: Fact[int]) -> tuple[Door, ...]:
    """Every door of which something was announced, in order; and who took part, ``counted`` from
    the results where nobody announced it."""
    people = evaluation.settings.participants
    invited, returned, took_part = (
        announced(evaluation, getattr(people, name), "participants", name)
        for name in ("invited", "returned", "took_part")
    )
    found = [
        Door("invited", invited),
        Door("returned", returned),
        Door("took-part", took_part if took_part.places else counted),
    ]
    for id_, figure in people.passed.items():
        stage = evaluation.instrument.stage(id_) if evaluation.instrument else None
        number = announced(evaluation, figure, "participants", "passed", id_)
        found.append(Door("passed", number, stage.name if stage else id_))
    return tuple(door for door in found if door.number or door.number.places)


def least_took_part(evaluation: Evaluation, seen: int, places: Iterable[int]) -> int:
    """How many took part at least, where nobody says how many: those who are known to have (``seen``),
    and as many as one of the ``places`` that were given counts, be it one that was corrected."""
    own = {region.id for region in evaluation.regions}
    corrected = (
        value
        for item in evaluation.settings.corrections
        if item.field == "rank" and item.region in own
        for value in (item.from_, item.to)
    )
    return max([seen, *places, *(int(value) for value in corrected if value.isdecimal())])
