"""What figures of a group look at in each of its regions."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.facts.apart import Since
from generator.facts.model import Category, Fact, Participation, Rank
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.format import Region


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
    own_word: bool
    """Whether only the government that was judged says the category."""

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
        is_own_word(facts.category, facts.region),
    )
