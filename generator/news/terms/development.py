"""The terms of how the category of a region went on from one edition to the next."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, joined, term
from generator.news.tellers import Teller
from generator.news.terms.history import years_of
from generator.news.words import words


class StepTerms(Terms, name="step_on", role="step"):
    """What became of the category after ``before``: a run of editions with another one."""

    def __init__(self, tell: Teller, before: RegionFacts, run: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._before = before
        self._run = run
        self._steps = before.category.known.index - run[0].category.known.index

    def _figures(self, group: Sequence[RegionFacts]) -> tuple[Evidence, ...]:
        return tuple(
            self._tell.figure("category", item.category, item.year, sources_of(item.category))
            for item in group
        )

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return self._figures(self._run[:1])

    @kept
    def both_facts(self) -> tuple[Evidence, ...]:
        return self._figures((self._before, self._run[0]))

    @kept
    def kept_facts(self) -> tuple[Evidence, ...]:
        return self._figures(self._run)

    def _year(self, role: str, year: str, *items: RegionFacts) -> Slot:
        facts = tuple(self._tell.edition_fact(self._tell.edition(item)) for item in items)
        return Slot(Kind.YEAR, role, year, facts)

    @property
    def several(self) -> bool:
        return abs(self._steps) > 1

    @property
    def skips(self) -> bool:
        """Whether the edition before it is not that of the year before."""
        return self._run[0].year != self._before.year + 1

    @property
    def stays(self) -> bool:
        return len(self._run) > 1

    @property
    def long(self) -> bool:
        return len(self._run) > 2

    @property
    def unbroken(self) -> bool:
        """Whether the run leaves no year out: only then did it stay."""
        return self._run[-1].year - self._run[0].year == len(self._run) - 1

    @term(Kind.DIRECTION, behind="both_facts")
    def direction(self) -> str:
        return self._tell.word("up" if self._steps > 0 else "down")

    @term(Kind.COUNT, behind="both_facts")
    def number(self) -> str:
        return words.count(abs(self._steps))

    @term(Kind.CATEGORY)
    def category(self) -> str:
        return self._run[0].category.known.name

    @term(Kind.YEAR)
    def year(self) -> Item:
        return self._year("step", str(self._run[0].year), self._run[0])

    @term(Kind.YEAR, "before")
    def since(self) -> Item:
        return self._year("before", str(self._before.year), self._before)

    @term(Kind.DIRECTION, "stayed", behind="kept_facts")
    def held(self) -> str:
        return self._tell.word("kept")

    @term(Kind.DIRECTION, "same-in", behind="kept_facts")
    def same(self) -> str:
        return self._tell.word("same")

    @term(Kind.YEAR, "last")
    def last(self) -> Item:
        return self._year("last", str(self._run[-1].year), self._run[-1])

    @term(Kind.YEAR, "later")
    def later(self) -> Item:
        rest = self._run[1:]
        return joined([self._year("later", year, *rest) for year in years_of(rest)])


class StayedTerms(Terms, name="stayed_on", role="stayed-on"):
    """A run of editions with the same category, which leaves no year out."""

    def __init__(self, tell: Teller, run: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._run = run

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(
            self._tell.figure("category", item.category, item.year, sources_of(item.category))
            for item in self._run
        )

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.edition(self._run[0])),)

    @term(Kind.DIRECTION)
    def held(self) -> str:
        return self._tell.word("kept")

    @term(Kind.DIRECTION, "same-in")
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.YEAR, "earlier", behind="year_facts")
    def years(self) -> Item:
        """The years before the latest."""
        editions = (self._tell.edition(item) for item in self._run[:-1])
        return joined(
            [
                Slot(Kind.YEAR, "earlier", str(e.year), (*self.facts, self._tell.edition_fact(e)))
                for e in editions
            ]
        )

    @term(Kind.YEAR, "first", behind="year_facts")
    def since(self) -> str:
        return str(self._run[0].year)


class EveryYearTerms(StepTerms, name="every_year", role="every-year"):
    """That it went on in one direction each year, until a run of the last category."""

    def __init__(self, tell: Teller, runs: Sequence[Sequence[RegionFacts]]) -> None:
        super().__init__(tell, runs[0][0], runs[-1])
        self._all = [run[0] for run in runs]

    @kept
    def both_facts(self) -> tuple[Evidence, ...]:
        return self._figures(self._all)

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        return self._figures((self._before,))

    @term(Kind.CATEGORY, "left", behind="before_facts")
    def before(self) -> str:
        return self._before.category.known.name
