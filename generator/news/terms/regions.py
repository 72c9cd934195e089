"""The terms of some regions of a group together: those level, missing, computed by the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.facts.kept import kept
from generator.facts.model import Category, Fact, Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format import Region
from generator.news.evidence import Evidence, places_of
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import EvaluationTeller


class RegionsTerms(Terms):
    """Some regions of the group: all by name where they are few, else a number and examples.

    ``evidence`` is what is known of them together.
    """

    def __init__(
        self, tell: EvaluationTeller, regions: Sequence[Region], named: Sequence[Region]
    ) -> None:
        self._tell = tell
        self._regions = regions
        self._named = named

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._regions) == 1

    @property
    def few(self) -> bool:
        """Whether all of them are named."""
        return 0 < len(self._named) == len(self._regions)

    @property
    def many(self) -> bool:
        """Whether only some of them are named."""
        return 0 < len(self._named) < len(self._regions)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._regions))

    @term(Kind.COUNT)
    def opening(self) -> str:
        return self._tell.words.opening_count(len(self._regions))

    @term(Kind.REGION)
    def names(self) -> Item:
        return self._tell.region_names(self._named)


class TiedTerms(RegionsTerms, name="tied", role="level"):
    """Those level with a region."""

    def __init__(self, tell: EvaluationTeller, mine: RegionFacts, most: int) -> None:
        super().__init__(tell, (), mine.some_tied(most))
        self._mine = mine

    def __bool__(self) -> bool:
        return self._mine.tied > 0

    @property
    def few(self) -> bool:
        return self._mine.tied == len(self._named)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        rank = self._tell.figure("rank", self._mine.rank, self._tell.year)
        number = self._tell.number_fact("level", self._mine.tied, self._mine.rank)
        return (rank, number)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._mine.tied)


class MissingTerms(RegionsTerms, name="missing", role="missing"):
    """Regions without a result, and why."""

    def __init__(
        self,
        tell: EvaluationTeller,
        regions: Sequence[Region],
        named: Sequence[Region],
        facts: tuple[Evidence, ...],
        state: str = "",
    ) -> None:
        """``state`` is the word for why: ``absent``, ``not-assessed``."""
        super().__init__(tell, regions, named)
        self._facts = facts
        self._state = state

    @property
    def facts(self) -> tuple[Evidence, ...]:
        return self._facts

    @property
    def _publisher(self) -> str:
        found = {s.publisher or "" for fact in self._facts for s in fact.sources}
        whole = all(fact.sources for fact in self._facts)
        return found.pop() if len(found) == 1 and whole else ""

    @property
    def told(self) -> bool:
        """Whether it is one publisher that says so of all."""
        return bool(self._publisher)

    @term(Kind.STATE)
    def state(self) -> str:
        return self._tell.word_of(self._state, len(self._regions))

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        return self._tell.government(self._publisher)


class UnaccountedTerms(MissingTerms, name="unaccounted", role="missing"):
    """Participants whose category is not known: named where it can only be these."""

    def __init__(self, tell: EvaluationTeller, number: int, named: Sequence[Region]) -> None:
        facts = (tell.number_fact("unaccounted", number, tell.whole.unaccounted),)
        super().__init__(tell, named, named, facts)
        self._number = number

    @property
    def one(self) -> bool:
        return self._number == 1

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._number)


class WithheldTerms(UnaccountedTerms, name="unpublished", role="missing"):
    """Participants of whose category a source says that it is not published."""

    def __init__(
        self,
        tell: EvaluationTeller,
        number: int,
        named: Sequence[Region],
        withheld: Sequence[RegionFacts],
    ) -> None:
        super().__init__(tell, number, named)
        figures = [item.category for item in withheld]
        label = tell.label("unpublished", year=tell.year)
        places = tuple(dict.fromkeys(places_of(*figures)))
        self._facts = (Evidence(label, str(number), places, sources_of(*figures), Rule.COUNTED),)


class ComputedTerms(RegionsTerms, name="computed", role="computed"):
    """Regions whose category was computed by the scale in each of ``years``: no decision names it.

    Nobody's word is named beside that: the site made it.
    """

    def __init__(
        self,
        tell: EvaluationTeller,
        found: Sequence[RegionFacts],
        named: Sequence[Region],
        years: Mapping[int, Sequence[Fact[Category]]],
    ) -> None:
        super().__init__(tell, [facts.region for facts in found], named)
        self._years = years

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(
                self._tell.label("by_scale_count", year=year),
                str(len(figures)),
                places_of(*figures),
                sources_of(*figures),
                Rule.COUNTED,
            )
            for year, figures in self._years.items()
        )

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")
