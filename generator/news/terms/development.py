"""The terms of how the category of a region went on from one edition to the next."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.apart import UNNAMED, Apart
from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.published import every
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import Teller
from generator.news.terms.earlier import WITH_OTHER
from generator.news.terms.history import years_of


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
        return self._tell.words.count(abs(self._steps))

    @term(Kind.CATEGORY)
    def category(self) -> str:
        return self._run[0].category.known.name

    @term(Kind.YEAR)
    def year(self) -> Item:
        return self._year("step", str(self._run[0].year), self._run[0])

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
        return self._tell.joined([self._year("later", year, *rest) for year in years_of(rest)])


class ThenTerms(Terms, name="then", role="then"):
    """A category that does not compare with the one after it."""

    def __init__(
        self, tell: Teller, older: RegionFacts, other: Apart | None, *, compares: bool
    ) -> None:
        """``other``: what its edition is known to differ in."""
        self._tell = tell
        self._older = older
        self._compares = compares
        self._other = other.other if other else UNNAMED

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        category = self._older.category
        return (self._tell.figure("category", category, self._older.year, sources_of(category)),)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.edition(self._older)),)

    @property
    def apart(self) -> bool:
        """Whether it is known what is other."""
        return self._other != UNNAMED

    @property
    def alone(self) -> bool:
        """Whether it does not compare, and nothing says why."""
        return not self._compares and not self.apart

    @term(Kind.STATE, "not-compared")
    def not_compared(self) -> str:
        return self._tell.word("not-compared")

    @term(Kind.STATE, "with-other", behind="year_facts")
    def with_other(self) -> str:
        return self._tell.word(WITH_OTHER[self._other])

    @term(Kind.YEAR, behind="year_facts")
    def year(self) -> str:
        return str(self._older.year)

    @term(Kind.CATEGORY)
    def category(self) -> Item:
        return every(self._tell, Kind.CATEGORY, "then", self._older.category, self.facts)


class StayedTerms(Terms, name="stayed_on", role="stayed-on"):
    """The latest editions of a region, which have the same category."""

    def __init__(self, tell: Teller, run: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._run = run

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(
            self._tell.figure("category", item.category, item.year, sources_of(item.category))
            for item in self._run
        )

    @term(Kind.DIRECTION, "same-in")
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.YEAR, "earlier")
    def years(self) -> Item:
        """The years before the latest."""
        before = self._run[:-1]
        editions = (self._tell.edition_fact(self._tell.edition(item)) for item in before)
        facts = (*self.facts, *editions)
        return self._tell.joined(
            [Slot(Kind.YEAR, "earlier", year, facts) for year in years_of(before)]
        )


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

    @term(Kind.YEAR, "before")
    def since(self) -> Item:
        return self._year("before", str(self._before.year), self._before)


class ScoreStepTerms(Terms, name="score_on", role="score-step"):
    """How the score went from one edition to a later one."""

    def __init__(self, tell: Teller, before: RegionFacts, facts: RegionFacts) -> None:
        self._tell = tell
        self._before = before
        self._then = facts

    def _figure(self, item: RegionFacts) -> Evidence:
        return self._tell.figure("score", item.score, item.year, sources_of(item.score))

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._figure(self._then),)

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        return (self._figure(self._before),)

    @kept
    def both_facts(self) -> tuple[Evidence, ...]:
        return (*self.before_facts, *self.facts)

    def _year(self, role: str, item: RegionFacts) -> Slot:
        return Slot(
            Kind.YEAR, role, str(item.year), (self._tell.edition_fact(self._tell.edition(item)),)
        )

    @term(Kind.DIRECTION, behind="both_facts")
    def direction(self) -> str:
        return self._tell.word(
            "points-up" if self._then.score.known > self._before.score.known else "points-down"
        )

    @term(Kind.SCORE, "before", behind="before_facts")
    def before(self) -> str:
        return self._tell.words.decimal(self._before.score.known)

    @term(Kind.SCORE)
    def score(self) -> str:
        return self._tell.words.decimal(self._then.score.known)

    @term(Kind.YEAR, "before")
    def since(self) -> Item:
        return self._year("before", self._before)

    @term(Kind.YEAR)
    def year(self) -> Item:
        return self._year("score-step", self._then)


class RankMovesTerms(Terms, name="rank_moves", role="rank-moves"):
    """How the rank went from an earlier edition to the latest one that has one."""

    def __init__(self, tell: Teller, facts: RegionFacts) -> None:
        self._tell = tell
        self._mine = facts
        self._change = facts.places.known

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        rank = self._mine.rank
        return (self._tell.figure("rank", rank, self._mine.year, sources_of(rank)),)

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        rank = self._change.earlier
        return (self._tell.figure("rank", rank, self._change.year, sources_of(rank)),)

    @kept
    def both_facts(self) -> tuple[Evidence, ...]:
        return (*self.before_facts, *self.facts)

    def _edition(self, year: int) -> tuple[Evidence, ...]:
        evaluations = self._tell.facts.dataset.evaluations
        return (self._tell.edition_fact(evaluations[year, self._mine.group]),)

    @property
    def of_known(self) -> bool:
        return bool(self._mine.rank.known.of)

    @property
    def other_number(self) -> bool:
        """Whether it is known that it was one of more or fewer."""
        now, then = self._mine.rank.known.of, self._change.before.of
        return bool(now and then) and now != then

    @term(Kind.DIRECTION, behind="both_facts")
    def direction(self) -> str:
        return self._tell.word("places-up" if self._change.places > 0 else "places-down")

    @term(Kind.RANK, "before", behind="before_facts")
    def before(self) -> str:
        return self._tell.words.rank(self._change.before.place)

    @term(Kind.TOTAL, "before", behind="before_facts")
    def of_before(self) -> str:
        return self._tell.words.digits(self._change.before.of or 0)

    @term(Kind.RANK)
    def rank(self) -> str:
        return self._tell.words.rank(self._mine.rank.known.place)

    @term(Kind.TOTAL)
    def of(self) -> str:
        return self._tell.words.digits(self._mine.rank.known.of or 0)

    @term(Kind.YEAR, "before")
    def since(self) -> Item:
        year = self._change.year
        return Slot(Kind.YEAR, "before", str(year), self._edition(year))

    @term(Kind.YEAR)
    def year(self) -> Item:
        year = self._mine.year
        return Slot(Kind.YEAR, "rank-moves", str(year), self._edition(year))
