"""The terms of what moved in a group: the extremes, who rose and fell, the first places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.facts.model import RegionFacts, Rule
from generator.language import indonesian as words
from generator.news.evidence import Evidence, places_of, sources_of
from generator.news.slots import NOTHING, Item, Kind, Terms, joined, term
from generator.news.tellers import EvaluationTeller


class ExtremeTerms(Terms, name="extreme", role="points"):
    """That a region's change is the largest of its group, or the only fall in it."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        """Over how many the comparison holds, with every change that was compared."""
        changes = [facts.points for facts in self._whole.order if facts.points]
        label = self._tell.label("compared", year=self._tell.year)
        return (Evidence(label, str(self._whole.compared), places_of(*changes), rule=Rule.COUNTED),)

    @property
    def alone(self) -> bool:
        """Whether a single one fell."""
        return self._whole.only_fall

    @term(Kind.COUNT, "compared")
    def compared(self) -> str:
        return words.count(self._whole.compared)

    @term(Kind.SUPERLATIVE)
    def largest(self) -> str:
        return self._tell.word("largest")

    @term(Kind.SCOPE, "only")
    def only(self) -> str:
        return self._tell.word("only")


class ExtremesTerms(ExtremeTerms, name="extremes", role="points"):
    """Who moved most in points (``extreme``, at least one), of whom ``named`` are named."""

    def __init__(
        self, tell: EvaluationTeller, extreme: Sequence[RegionFacts], named: Sequence[RegionFacts]
    ) -> None:
        super().__init__(tell)
        self._named = named
        self._change = extreme[0].points.known

    @cached_property
    def change_facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._named:
            sources = sources_of(item.score, item.points.known.earlier)
            found.append(self._tell.figure("points", item.points, self._tell.year, sources))
        return tuple(found)

    @cached_property
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @term(Kind.REGION, "peer")
    def names(self) -> Item:
        return self._tell.region_names([item.region for item in self._named])

    @term(Kind.DIRECTION, behind="change_facts")
    def direction(self) -> str:
        return self._tell.word("up" if self._change.points > 0 else "down")

    @term(Kind.SUPERLATIVE, "step")
    def most(self) -> str:
        return self._tell.word("largest-step")

    @term(Kind.DIFFERENCE, behind="change_facts")
    def points(self) -> str:
        return words.decimal(abs(self._change.points))

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year)


class MovesTerms(Terms, name="moves", role="moved"):
    """How many rose, stayed and fell by category, among all whose categories of both are known."""

    def __init__(
        self,
        tell: EvaluationTeller,
        year: int,
        risen: Sequence[RegionFacts],
        fallen: Sequence[RegionFacts],
    ) -> None:
        """``risen`` and ``fallen`` are those who did and are named; empty where they are many."""
        self._tell = tell
        self._whole = tell.whole
        self._year = year
        self._risen = risen
        self._fallen = fallen

    def _counted(self, label: str, found: Sequence[RegionFacts]) -> tuple[Evidence, ...]:
        figures = [item.categories for item in found]
        both = [f for item in found for f in (item.category, item.categories.known.earlier)]
        told = self._tell.label(label, year=self._tell.year)
        number = str(len(found))
        return (Evidence(told, number, places_of(*figures), sources_of(*both), Rule.COUNTED),)

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        moved = (*self._whole.rose, *self._whole.fell, *self._whole.same)
        return self._counted("compared_categories", moved)

    @cached_property
    def rose_facts(self) -> tuple[Evidence, ...]:
        return self._counted("rose", self._whole.rose)

    @cached_property
    def same_facts(self) -> tuple[Evidence, ...]:
        return self._counted("same", self._whole.same)

    @cached_property
    def fell_facts(self) -> tuple[Evidence, ...]:
        return self._counted("fell", self._whole.fell)

    @cached_property
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._year)),)

    @property
    def rose(self) -> bool:
        return bool(self._whole.rose)

    @property
    def same(self) -> bool:
        return bool(self._whole.same)

    @property
    def fell(self) -> bool:
        return bool(self._whole.fell)

    @property
    def risen_few(self) -> bool:
        return bool(self._risen)

    @property
    def fallen_few(self) -> bool:
        return bool(self._fallen)

    @term(Kind.COUNT)
    def number(self) -> str:
        return words.count(len(self._whole.rose) + len(self._whole.same) + len(self._whole.fell))

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._year)

    @term(Kind.COUNT, "rose", behind="rose_facts")
    def risen(self) -> str:
        return words.count(len(self._whole.rose))

    @term(Kind.COUNT, "same", behind="same_facts")
    def kept(self) -> str:
        return words.count(len(self._whole.same))

    @term(Kind.COUNT, "fell", behind="fell_facts")
    def fallen(self) -> str:
        return words.count(len(self._whole.fell))

    @term(Kind.DIRECTION, "rose", behind="rose_facts")
    def up(self) -> str:
        return self._tell.word("up")

    @term(Kind.DIRECTION, "same", behind="same_facts")
    def held(self) -> str:
        return self._tell.word("kept")

    @term(Kind.DIRECTION, "fell", behind="fell_facts")
    def down(self) -> str:
        return self._tell.word("down")

    @term(Kind.DIRECTION, "none-rose", behind="rose_facts")
    def none_up(self) -> str:
        return self._none("up")

    @term(Kind.DIRECTION, "none-same", behind="same_facts")
    def none_held(self) -> str:
        return self._none("kept")

    @term(Kind.DIRECTION, "none-fell", behind="fell_facts")
    def none_down(self) -> str:
        return self._none("down")

    def _none(self, word: str) -> str:
        return self._tell.word("nobody", what=self._tell.word(word))

    @term(Kind.REGION, "rose")
    def risen_names(self) -> Item:
        return self._tell.region_names([item.region for item in self._risen])

    @term(Kind.REGION, "fell")
    def fallen_names(self) -> Item:
        return self._tell.region_names([item.region for item in self._fallen])


class MoversTerms(Terms, name="movers", role="moved"):
    """Who moved by category since one year, in one direction (at least one)."""

    def __init__(self, tell: EvaluationTeller, moved: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._moved = moved
        self._change = moved[0].categories.known

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._moved:
            sources = sources_of(item.category, item.categories.known.earlier)
            found.append(self._tell.figure("categories", item.categories, item.year, sources))
        return tuple(found)

    @cached_property
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year)

    @term(Kind.REGION, "moved")
    def names(self) -> Item:
        return self._tell.region_names([item.region for item in self._moved], alphabetical=True)

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        return self._tell.word("up" if self._change.steps > 0 else "down")


class AverageTerms(Terms, name="average", role="average"):
    """The mean and the median of a complete group's scores."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("mean", self._whole.mean),)

    @cached_property
    def median_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("median", self._whole.median),)

    @term(Kind.COUNT, "scores")
    def number(self) -> str:
        return words.count(self._whole.mean.known.n)

    @term(Kind.SCORE, "mean")
    def mean(self) -> str:
        return words.decimal(self._whole.mean.known.value)

    @term(Kind.SCORE, "median", behind="median_facts")
    def median(self) -> str:
        return words.decimal(self._whole.median.known.value)


class PlacedTerms(Terms, name="placed", role="placed"):
    """A region on a place of the ranking, with its score where that is known."""

    def __init__(self, tell: EvaluationTeller, facts: RegionFacts) -> None:
        self._tell = tell
        self._facts = facts

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return (
            self._tell.region_fact(self._facts.region),
            self._tell.whole_figure("rank", self._facts.rank),
        )

    @cached_property
    def score_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("score", self._facts.score),)

    @property
    def scored(self) -> bool:
        return bool(self._facts.score)

    @term(Kind.REGION)
    def name(self) -> str:
        return self._tell.names.short(self._facts.region)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> str:
        return words.decimal(self._facts.score.known)


class PlacesToldTerms(Terms, name="places_told", role="told"):
    """The places of the ranking that are told, one after the other, and who is on them."""

    def __init__(self, tell: EvaluationTeller, top: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._top = top

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.whole_figure("rank", item.rank) for item in self._top)

    @property
    def computed(self) -> bool:
        return any(item.rank.rule is Rule.RANKED for item in self._top)

    @property
    def from_first(self) -> bool:
        return self._top[0].rank.known.place == 1

    @term(Kind.RANK, "from")
    def from_(self) -> str:
        return words.digits(self._top[0].rank.known.place)

    @term(Kind.RANK, "to")
    def to(self) -> str:
        return words.digits(self._top[-1].rank.known.place)

    @term(Kind.COUNT)
    def number(self) -> str:
        return words.count(len(self._top))

    @term(Kind.SUPERLATIVE, "top")
    def top(self) -> str:
        return self._tell.word("top")

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scores")

    @term(Kind.PART, "placed")
    def scored(self) -> Item:
        """``Kota Contoh (93,20), Umpama (88,27), dan …``."""
        parts = [self._tell.part("part.scored", PlacedTerms(self._tell, f)) for f in self._top]
        return joined(parts) if parts else NOTHING


class FirstTerms(Terms, name="first", role="first"):
    """The region that an edition's article leads with: the first, or the only one known."""

    def __init__(self, tell: EvaluationTeller, facts: RegionFacts) -> None:
        self._tell = tell
        self._facts = facts

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._facts.region),)

    @cached_property
    def category_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("category", self._facts.category),)

    @cached_property
    def rank_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("rank", self._facts.rank),)

    @property
    def of_known(self) -> bool:
        return self._facts.rank.value is not None and bool(self._facts.rank.value.of)

    @term(Kind.REGION)
    def short(self) -> str:
        return self._tell.names.short(self._facts.region)

    @term(Kind.REGION)
    def full(self) -> str:
        return self._facts.region.name

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> str:
        return self._facts.category.known.name

    @term(Kind.RANK, behind="rank_facts")
    def rank(self) -> str:
        return words.digits(self._facts.rank.known.place)

    @term(Kind.TOTAL, behind="rank_facts")
    def of(self) -> str:
        return words.digits(self._facts.rank.known.of or 0)
