"""The terms of how many of a group have a category."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation, is_whole_group
from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.format import Region
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import EvaluationTeller
from generator.news.terms.places import PlacedTerms


class CountTerms(Terms, name="count", role="count"):
    """How many of the group have a category in an edition, and who as far as is known.

    ``named`` are those to name; ``known`` all whose category it is known to be; ``scored`` tells
    the score beside each name, ``of_known`` counts those alone whose category is known.
    """

    def __init__(
        self,
        tell: EvaluationTeller,
        item: CategoryCount,
        known: Sequence[Region] = (),
        named: Sequence[Region] = (),
        *,
        scored: bool = False,
        of_known: bool = False,
    ) -> None:
        self._scored = scored
        self._of_known = of_known
        self._tell = tell
        self._item = item
        self._count = item.count.known
        self._known = known
        self._named = named

    @property
    def _evaluation(self) -> Evaluation:
        return self._tell.evaluation

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        name = self._item.category.name
        year = self._evaluation.year
        return (self._tell.figure("count", self._item.count, year, category=name),)

    @kept
    def all_facts(self) -> tuple[Evidence, ...]:
        return (*self.facts, self._tell.participants_fact())

    @kept
    def sole_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._known[0]),) if self._known else ()

    @property
    def _total(self) -> int | None:
        return self._tell.facts.evaluation(self._evaluation).participants.value

    @property
    def sole(self) -> bool:
        """Whether it is one region alone, and known which."""
        return self._count.number == len(self._known) == 1 and not self._count.at_least

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return self._count.number == 1

    @property
    def one_named(self) -> bool:
        """Whether a single one is named."""
        return len(self._named) == 1

    @property
    def nobody(self) -> bool:
        return self._count.number == 0

    @property
    def everyone(self) -> bool:
        """Whether all participants have the category, and it is not contested how many were asked."""
        asked = (door for door in self._tell.whole.doors if door.kind in ("invited", "returned"))
        if any(door.number.contested for door in asked):
            return False
        return self._count.number == self._total != 1 and not self._count.at_least

    @property
    def one_of_one(self) -> bool:
        """Whether a single one took part: it is no share of anything."""
        return self._total == 1

    @property
    def of_all(self) -> bool:
        """Whether the participants are all of the group: else a text says that it counts those."""
        evaluation = self._evaluation
        return is_whole_group(evaluation, self._total) or not evaluation.measure.taking_part

    @property
    def contested(self) -> bool:
        return self._item.contested

    @property
    def all_by_scale(self) -> bool:
        return self._item.by_scale == "all"

    @property
    def some_by_scale(self) -> bool:
        return self._item.by_scale == "some"

    @term(Kind.COUNT)
    def number(self) -> str:
        """``empat``, ``sedikitnya empat``."""
        told = self._tell.words.count(self._count.number)
        at_least = self._count.at_least and not self._of_known
        return f"{self._tell.word('at-least')} {told}" if at_least else told

    @term(Kind.COUNT)
    def opening(self) -> str:
        """As it may open a sentence: ``empat``, ``sebanyak 21``, ``sedikitnya empat``."""
        if self._count.at_least:
            return f"{self._tell.word('at-least')} {self._tell.words.count(self._count.number)}"
        return self._tell.words.opening_count(self._count.number)

    @term(Kind.COUNT, "all", behind="all_facts")
    def all(self) -> str:
        """All of the participants: ``kesembilan``, ``semua dari dua belas``."""
        number = self._count.number
        if number < 12:
            return self._tell.words.together(number)
        return self._tell.word("all-of", number=self._tell.words.count(number))

    @term(Kind.SCOPE, "whole", behind="all_facts")
    def whole(self) -> str:
        return self._tell.word("whole")

    @term(Kind.SCOPE, "none")
    def none(self) -> str:
        return self._tell.word("none")

    @term(Kind.SCOPE, "only")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.SCOPE, "also")
    def also(self) -> str:
        return self._tell.word("also")

    @property
    def at_least(self) -> bool:
        """Whether there may be more."""
        return self._count.at_least

    @term(Kind.SCOPE, "also-peers")
    def too(self) -> str:
        return self._tell.word("also")

    @term(Kind.REGION, "peer", behind="sole_facts")
    def sole_short(self) -> str:
        return self._tell.short_name(self._known[0])

    @term(Kind.REGION, "peer", behind="sole_facts")
    def sole_full(self) -> str:
        return self._tell.full_name(self._known[0])

    @term(Kind.REGION, "peer")
    def names(self) -> Item:
        if not self._scored:
            return self._tell.region_names(self._named)
        mine = [self._tell.facts.region(self._evaluation, region.id) for region in self._named]
        return self._tell.joined(
            [self._tell.part("part.scored", PlacedTerms(self._tell, f, ranked=False)) for f in mine]
        )

    @term(Kind.REGION, "peer")
    def others(self) -> Item:
        """The same names, of whom a sentence says what is counted."""
        slots = self._tell.region_names(self._named).slots
        return self._tell.joined(
            [slot._replace(facts=(*slot.facts, *self.facts)) for slot in slots]
        )

    @term(Kind.CATEGORY)
    def category(self) -> str:
        return self._item.category.name

    @term(Kind.VERB)
    def placed(self) -> str:
        return self._tell.placed(contested=self._item.contested, by_scale=self.all_by_scale)

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")


class CountBeforeTerms(CountTerms, name="count_before", role="before"):
    """The count of a category in the edition a year before."""

    def __init__(
        self,
        tell: EvaluationTeller,
        item: CategoryCount,
        known: Sequence[Region],
        evaluation: Evaluation,
    ) -> None:
        super().__init__(tell, item, known)
        self._earlier = evaluation

    @property
    def _evaluation(self) -> Evaluation:
        return self._earlier

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._earlier),)

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._earlier.year)
