"""The terms of a score beside those of the regions that border, where nobody is ranked."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.facts.standing import borders_all
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, term
from generator.news.tellers import RegionTeller
from generator.news.terms.places import PlacedTerms
from generator.news.terms.sides import SideTerms


class BorderingTerms(SideTerms, name="bordering", role="bordering"):
    """Those who border a region and have a known score: who is above it and who below. False where
    there are none of whom that is said."""

    def __init__(self, tell: RegionTeller, near: Sequence[RegionFacts]) -> None:
        """``near`` are the neighbours with a known score (``Case.bordering``)."""
        self._tell = tell
        self._above: list[RegionFacts] = []
        self._below: list[RegionFacts] = []
        for facts in sorted(near, key=lambda facts: -facts.score.known):
            higher = facts.score.known > tell.mine.score.known
            (self._above if higher else self._below).append(facts)

    def __bool__(self) -> bool:
        return bool(self._above or self._below)

    @property
    def every(self) -> bool:
        """Whether they are all that border the region."""
        found = (facts.region for facts in (*self._above, *self._below))
        return borders_all(self._tell.mine.region, found)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        own = self._tell.own_figure("score", self._tell.mine.score)
        beside = (*self._above, *self._below)
        return (own, *(self._tell.figure("score", f.score, f.year) for f in beside))

    @property
    def single(self) -> bool:
        """Whether it is one, above or below."""
        return len(self._above) + len(self._below) == 1

    @term(Kind.SCOPE, "sole-neighbour")
    def sole(self) -> str:
        return self._tell.word("sole-neighbour")

    @property
    def one_above(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._above) == 1

    @property
    def one_below(self) -> bool:
        return len(self._below) == 1

    @property
    def has_above(self) -> bool:
        return bool(self._above)

    @property
    def has_below(self) -> bool:
        return bool(self._below)

    @term(Kind.PART, "bordering-above")
    def above(self) -> Item:
        return self._named(self._above)

    @term(Kind.PART, "bordering-below")
    def below(self) -> Item:
        return self._named(self._below)

    def _named(self, found: Sequence[RegionFacts]) -> Item:
        terms = (PlacedTerms(self._tell, facts, ranked=False) for facts in found)
        return self._tell.joined([self._tell.part("part.scored", one) for one in terms])
