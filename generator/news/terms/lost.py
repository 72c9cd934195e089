"""The terms of those who had the best category in an earlier edition, all of whom fell out of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.news.compared import compared
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import LONGEST_LIST, EvaluationTeller


class LostTerms(Terms, name="lost", role="lost"):
    """All (at least one) of whom it is known that they had a category in ``before``, as ``item`` counts
    it there, and who have a lower one now."""

    def __init__(
        self,
        tell: EvaluationTeller,
        before: Evaluation,
        item: CategoryCount,
        fallen: Sequence[RegionFacts],
    ) -> None:
        self._tell = tell
        self._before = before
        self._item = item
        self._fallen = fallen

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        """That each of them fell, whichever of several published categories is right."""
        found = []
        for item in self._fallen:
            change = item.categories if item.categories else item.surely_moved
            sides = item.category, change.known.earlier
            found.append(compared(self._tell, "categories", change, item.year, *sides))
        return tuple(found)

    @kept
    def count_facts(self) -> tuple[Evidence, ...]:
        year, name = self._before.year, self._item.category.name
        return (self._tell.figure("count", self._item.count, year, category=name), *self.facts)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._before),)

    @property
    def one(self) -> bool:
        return len(self._fallen) == 1

    @property
    def of_known(self) -> bool:
        """Whether others may have had the category as well, of whom that is not known."""
        return self._item.count.known.at_least

    @property
    def few(self) -> bool:
        return len(self._fallen) <= LONGEST_LIST

    @term(Kind.COUNT, behind="count_facts")
    def all(self) -> str:
        """All of them: ``ketiga``, ``semua dari tiga belas``."""
        number = len(self._fallen)
        if number < 12:
            return self._tell.words.together(number)
        return self._tell.word("all-of", number=self._tell.words.count(number))

    @term(Kind.SCOPE, "lost-alone", behind="count_facts")
    def only(self) -> str:
        return self._tell.word("sole")

    @term(Kind.YEAR, behind="year_facts")
    def year(self) -> str:
        return str(self._before.year)

    @term(Kind.CATEGORY, behind="count_facts")
    def category(self) -> str:
        return self._item.category.name

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        return self._tell.word_of("down", len(self._fallen))

    @term(Kind.REGION)
    def names(self) -> Item:
        return self._names()

    def _names(self) -> Item:
        found = self._tell.region_names([item.region for item in self._fallen], alphabetical=True)
        return self._tell.joined([slot._replace(role=self.role) for slot in found.slots])

    @term(Kind.REGION)
    def full(self) -> Item:
        """As a lead calls them: one of them by its full name."""
        if not self.one:
            return self._names()
        region = self._fallen[0].region
        name = self._tell.full_name(region)
        return Slot(Kind.REGION, self.role, name, (self._tell.region_fact(region),))
