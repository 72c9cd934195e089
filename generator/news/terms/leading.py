"""The terms of who leads the article of an edition: whoever moved by most categories."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, term
from generator.news.tellers import EvaluationTeller
from generator.news.terms.moves import MoversTerms


class LeadingTerms(MoversTerms, name="leading", role="leading"):
    """Some (at least one) who moved from one category to another, the same for all of them.

    ``sole`` is the count of that category where it is this one alone that has it.
    """

    def __init__(
        self,
        tell: EvaluationTeller,
        moved: Sequence[RegionFacts],
        sole: CategoryCount | None,
    ) -> None:
        super().__init__(tell, moved)
        self._sole = sole

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.whole_figure("category", item.category) for item in self._moved)

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        found = []
        for change in self._changes:
            earlier, year = change.known.earlier, change.known.year
            found.append(self._tell.figure("category", earlier, year, sources_of(earlier)))
        return tuple(found)

    @kept
    def sole_facts(self) -> tuple[Evidence, ...]:
        if self._sole is None:
            return ()
        year, name = self._tell.year, self._sole.category.name
        return (self._tell.figure("count", self._sole.count, year, category=name),)

    @property
    def alone(self) -> bool:
        return self._sole is not None

    @property
    def several(self) -> bool:
        """Whether it is more than one category."""
        return abs(self._change.steps) > 1

    @property
    def far_alone(self) -> bool:
        """Whether nobody else moved by as many, several categories the same way."""
        changes = self._tell.whole.moves.changes.values()
        alike = sum(change.known.steps == self._change.steps for change in changes)
        return self.several and alike == len(self._moved)

    @property
    def skips(self) -> bool:
        """Whether the compared edition is not that of the year before."""
        return self._change.year != self._tell.year - 1

    @property
    def by_scale(self) -> bool:
        return self._moved[0].category.rule is Rule.BY_SCALE

    @term(Kind.REGION)
    def short(self) -> Item:
        return self._largest_first()

    @term(Kind.REGION)
    def full(self) -> Item:
        """As the lead calls them: one of them by its full name."""
        if len(self._moved) > 1:
            return self._largest_first()
        region = self._moved[0].region
        name = self._tell.full_name(region)
        return Slot(Kind.REGION, self.role, name, (self._tell.region_fact(region),))

    @term(Kind.COUNT, "steps")
    def number(self) -> str:
        return self._tell.words.count(abs(self._change.steps))

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> str:
        return self._moved[0].category.known.name

    @term(Kind.CATEGORY, "left", behind="before_facts")
    def before(self) -> str:
        name: str = self._change.before.name
        return name

    @term(Kind.ORIGIN, behind="category_facts")
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.SCOPE, "sole-in", behind="sole_facts")
    def only(self) -> str:
        return self._tell.word("sole")
