"""How many of a group have each category, as announced or counted, and how many nobody accounts for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.evaluation.model import Evaluation
from generator.facts.apart import Since
from generator.facts.doors import announced
from generator.facts.model import (
    Category,
    Count,
    Fact,
    OtherValue,
    Participation,
    Rank,
    Rule,
    Why,
)
from generator.facts.region import RegionFacts
from generator.format import Region


@dataclass(frozen=True, slots=True)
class CategoryCount:
    category: Category
    count: Fact[Count]
    by_scale: str = ""
    """Whether no decision names the categories counted here: ``all``, ``some`` or "" for none."""
    contested: bool = False
    """Something is to be said about a region's category here: the count is as announced."""


class Row(NamedTuple):
    """What figures of the group look at in each region: a country has 84,000 of them."""

    region: Region
    participation: Participation
    score: Fact[Decimal]
    category: Fact[Category]
    rank: Fact[Rank]
    rank_in_category: Fact[Rank]
    compared_with: Since
    """The years since which it is known how it moved."""
    has_changes: bool
    """Whether anything is known of how it moved, or two ranks are that say no direction."""
    against_scale: bool
    """Whether the scale does not confirm a published category: it says otherwise, or has no bounds."""
    has_result: bool
    sure_score: bool

    @property
    def sourced(self) -> bool:
        """Whether the source of any of its figures is known."""
        return any(fact.source is not None for fact in (self.category, self.score, self.rank))


def row_of(facts: RegionFacts) -> Row:
    return Row(
        facts.region,
        facts.participation,
        facts.score,
        facts.category,
        facts.rank,
        facts.rank_in_category,
        facts.compared_with,
        bool(facts.categories or facts.points or facts.places or facts.rank_before),
        bool(facts.score) and facts.by_scale.value != facts.category.value,
        facts.has_result,
        facts.sure_score,
    )


def counts_of(
    evaluation: Evaluation, regions: list[Row], took_part: Fact[int]
) -> tuple[CategoryCount, ...]:
    """Regions in each category: as announced, else counted.

    An announced number is exact unless the list was "among others" (``complete: false``).
    A counted one is exact only if every participant's category is known, else "at least".
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
            at_least = Count(len(mine), at_least=True)
            count = Fact(at_least, None, Rule.COUNTED, places, basis=basis)
        else:
            why = told.why or Why.UNKNOWN
            count = Fact(None, why, Rule.COUNTED, told.places, told.source, told.note)
        contested = any(facts.category.note and facts.against_scale for facts in mine)
        fit = not count or count.known.at_least or len(mine) <= count.known.number
        computed = sum(facts.category.rule is Rule.BY_SCALE for facts in mine) if fit else 0
        by_scale = "" if not computed else "all" if computed == len(mine) else "some"
        found.append(CategoryCount(category, count, by_scale, contested))
    return tuple(found)


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
