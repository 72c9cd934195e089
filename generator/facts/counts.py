"""How many of a group have each category, as announced or counted, and how many nobody accounts for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.closed import closed_by_rank
from generator.facts.doors import announced
from generator.facts.model import (
    Category,
    Count,
    Fact,
    OtherValue,
    Rule,
    Why,
)
from generator.facts.rows import Row


@dataclass(frozen=True, slots=True)
class CategoryCount:
    category: Category
    count: Fact[Count]
    by_scale: str = ""
    """Whether no decision names the categories counted here: ``all``, ``some`` or "" for none. That
    nobody has one is by the scale where all categories of the edition are."""
    by_ranks: bool = False
    """Whether only the ranks prove that nobody else has the category."""
    own_word: str = ""
    """Whether those counted have it by the word of their own government alone: ``all``, ``some``."""
    contested: bool = False
    """Something is to be said about a region's category here: the count is as announced."""


def counts_of(
    evaluation: Evaluation, regions: list[Row], took_part: Fact[int]
) -> tuple[CategoryCount, ...]:
    """Regions in each category: as announced, else counted.

    An announced number is exact unless the list was "among others" (``complete: false``).
    A counted one is exact if every participant's category is known, or where the ranks prove that
    nobody whose category is unknown can have this one; else it is "at least".
    """
    people = evaluation.settings.participants
    steps = evaluation.scale.categories if evaluation.scale else ()
    placed = [facts for facts in regions if facts.category.settled]
    out = sum(facts.region.id in evaluation.out for facts in regions)
    # Who did not pass a stage took part and has no category: it is known, and it is none.
    stopped = sum(facts.category.why is Why.STOPPED for facts in regions)
    everyone = (
        len(placed) + stopped == took_part.value
        if took_part
        else len(placed) + stopped + out == len(regions) and not evaluation.group.partial
    )
    closed = {} if everyone else closed_by_rank(evaluation, regions)
    found = []
    for index, step in enumerate(steps):
        mine = [facts for facts in placed if facts.category.known.index == index]
        places = tuple(place for facts in mine for place in facts.category.places)
        named = (facts.category.source for facts in mine)
        basis = tuple(dict.fromkeys(source for source in named if source is not None))
        figure = people.categories.get(step.name)
        category = Category(step.name, index, len(steps), step.color)
        count: Fact[Count]
        told = announced(evaluation, figure, "participants", "categories", step.name)
        if told and not (told.known == 0 and not mine and not people.complete):  # at least none
            number = told.known if people.complete else max(told.known, len(mine))
            others = tuple(OtherValue(Count(o.value), o.source) for o in told.others)
            count = Fact(
                Count(number, not people.complete),
                None,
                Rule.PUBLISHED,
                told.places,
                told.source,
                told.note,
                others,
            )
        elif placed and everyone:
            count = Fact(Count(len(mine)), None, Rule.COUNTED, places, basis=basis)
        elif mine:
            counted = Count(len(mine), at_least=index not in closed)
            proven = (*places, *closed.get(index, ()))
            count = Fact(counted, None, Rule.COUNTED, proven, basis=basis)
        else:
            why = told.why or Why.UNKNOWN
            count = Fact(None, why, Rule.COUNTED, told.places, told.source, told.note)
        contested = any(facts.category.note and facts.against_scale for facts in mine)
        fit = not count or count.known.at_least or len(mine) <= count.known.number
        by_scale = _by_scale(mine, placed if count.rule is Rule.COUNTED else []) if fit else ""
        by_ranks = index in closed and count.rule is Rule.COUNTED
        own = sum(facts.own_word for facts in mine) if count.rule is Rule.COUNTED else 0
        own_word = "" if not own else "all" if own == len(mine) else "some"
        found.append(CategoryCount(category, count, by_scale, by_ranks, own_word, contested))
    return tuple(found)


def _by_scale(mine: list[Row], placed: list[Row]) -> str:
    """Whether no decision names the categories of those counted; of nobody, those of all."""
    computed = sum(facts.category.rule is Rule.BY_SCALE for facts in mine or placed)
    if computed == len(mine or placed):
        return "all" if computed else ""
    return "some" if computed and mine else ""


def unaccounted_of(
    counts: tuple[CategoryCount, ...], took_part: Fact[int], regions: list[Row]
) -> Fact[int]:
    """Participants that no known category holds, less those who have none, because a stage stopped
    them, and those of whom several are published."""
    if not took_part:
        return Fact(None, took_part.why, Rule.COUNTED)
    known = sum(item.count.known.number for item in counts if item.count)
    known += sum(facts.category.why is Why.STOPPED for facts in regions)
    known += sum(bool(facts.category) and not facts.category.settled for facts in regions)
    return Fact(max(0, took_part.known - known), None, Rule.COUNTED, took_part.places)
