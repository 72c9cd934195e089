"""The terms of a region's own figures in one evaluation: category, score, gap, rank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.facts.kept import kept
from generator.facts.model import Fact, Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format import Region
from generator.news.compared import with_sides
from generator.news.evidence import Evidence
from generator.news.published import each
from generator.news.scales import bound_fact, step_fact
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import RegionTeller, Teller


class RegionTerms(Terms, name="region", role="own"):
    """The region that a text is about, by its names."""

    def __init__(self, tell: Teller, region: Region) -> None:
        self._tell = tell
        self._region = region

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._region),)

    @term(Kind.REGION)
    def short(self) -> str:
        """Without its kind, where that is clear."""
        return self._tell.short_name(self._region)

    @term(Kind.REGION)
    def full(self) -> str:
        return self._tell.full_name(self._region)

    @term(Kind.REGION)
    def titled(self) -> str:
        """As a headline has room for it: without the province that an agency belongs to."""
        return self._tell.full_name(self._region).partition(" Provinsi ")[0]

    @term(Kind.STATE)
    def unknown_in_full(self) -> str:
        return self._tell.word("unknown-in-full")


class FigureTerms(Terms):
    """What the terms of one figure share: whether it exists, and why not."""

    label = ""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._fact = self.fact_of(tell.mine)
        self._value: Any = self._fact.value

    def fact_of(self, mine: RegionFacts) -> Fact[Any]:
        """The figure among those of the region."""
        found: Fact[Any] = getattr(mine, self.label)
        return found

    def __bool__(self) -> bool:
        return self._value is not None

    @property
    def exact(self) -> bool:
        return self._fact.exact

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure(self.label, self._fact),)

    def _every(self, kind: Kind, shown: Callable[[Any], str]) -> Item:
        """All that was published, each as those say who published it: ``17 dan 14``."""
        said = each(self._tell, self.label, self._fact, self._tell.year)
        role = type(self).role
        return self._tell.joined(
            [Slot(kind, role, shown(value), (told,)) for value, told in said.items()]
        )

    @term(Kind.STATE)
    def state(self) -> str:
        """Why there is no such figure, in a few words."""
        return self._tell.state(self._fact.why)

    @term(Kind.STATE)
    def state_in_full(self) -> str:
        """Why there is no such figure, with whose ignorance it is."""
        return self._tell.state(self._fact.why, in_full=True)


class CategoryTerms(FigureTerms, name="category", role="own"):
    """The category: as announced, or by the scale."""

    label = "category"

    @property
    def by_scale(self) -> bool:
        return self._fact.rule is Rule.BY_SCALE and bool(self._fact)

    @kept
    def step_facts(self) -> tuple[Evidence, ...]:
        return (step_fact(self._tell, self._tell.evaluation, self._value),)

    def __bool__(self) -> bool:
        """Whether one category is known: a headline says none of which sources differ."""
        return self._fact.settled

    @term(Kind.CATEGORY)
    def name(self) -> str:
        name: str = self._value.name
        return name

    @term(Kind.CATEGORY, behind="step_facts")
    def of_scale(self) -> str:
        """The category as a step of the scale, whoever has it."""
        name: str = self._value.name
        return name

    @term(Kind.CATEGORY)
    def values(self) -> Item:
        return self._every(Kind.CATEGORY, lambda value: value.name)

    @term(Kind.VERB)
    def placed(self) -> str:
        return self._tell.placed(contested=self._tell.contested, by_scale=self.by_scale)

    @term(Kind.STEP, behind="step_facts")
    def step(self) -> str:
        """``kedua dari lima``."""
        return self._tell.step(self._value)

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.STATE, "undecided")
    def undecided(self) -> str:
        return self._tell.word("undecided")

    @term(Kind.STATE)
    def unknown(self) -> str:
        return self._tell.word("unknown")


class ByScaleTerms(FigureTerms, name="by_scale", role="by-scale"):
    """What the scale says of the score, where another category was published."""

    label = "by_scale"

    @term(Kind.CATEGORY)
    def name(self) -> str:
        name: str = self._value.name
        return name


class ScoreTerms(FigureTerms, name="score", role="own"):
    """The score: as published, or computed."""

    label = "score"

    @property
    def by_instrument(self) -> bool:
        return self._fact.rule is Rule.BY_INSTRUMENT

    def __bool__(self) -> bool:
        return self._tell.mine.sure_score

    @term(Kind.SCORE)
    def value(self) -> str:
        return self._tell.words.figure(self._value, exact=self._fact.exact)

    @term(Kind.SCORE)
    def values(self) -> Item:
        return self._every(Kind.SCORE, self._tell.words.decimal)

    @term(Kind.ORIGIN, "score")
    def origin(self) -> str:
        return self._tell.word("by-instrument")


class GapTerms(FigureTerms, name="gap", role="bound"):
    """The gap to the next category."""

    label = "gap"

    @property
    def returns(self) -> bool:
        """Whether the next category is that of the compared edition, from which it fell."""
        change = self._tell.mine.categories.value
        return (
            change is not None and change.steps < 0 and change.before.name == self._value.category
        )

    @term(Kind.DIRECTION, "back-to")
    def back(self) -> str:
        return self._tell.word("back-to")

    @term(Kind.SIDE, "short")
    def short(self) -> str:
        return self._tell.word("short-of")

    @term(Kind.DIFFERENCE)
    def points(self) -> str:
        return self._tell.words.decimal(self._value.points)

    @kept
    def bound_facts(self) -> tuple[Evidence, ...]:
        """Where the bound stands in the scale, and whose word that is."""
        return (bound_fact(self._tell, self._value.category),)

    @term(Kind.SCORE, behind="bound_facts")
    def minimum(self) -> str:
        return self._tell.words.plain_number(self._value.minimum)

    @term(Kind.CATEGORY)
    def category(self) -> str:
        name: str = self._value.category
        return name


class BoundTerms(GapTerms, name="bound", role="bound"):
    """The bound of a category that the score is on."""

    label = "near_bound"

    @term(Kind.SIDE, "exactly")
    def exactly(self) -> str:
        return self._tell.word("exactly")


class HeldTerms(FigureTerms, name="held", role="editions"):
    """In how many editions in a row the category was the same."""

    label = "held"

    @property
    def long(self) -> bool:
        """Whether these are more than two editions, and how many is certain."""
        return self._value is not None and self._value.editions > 2 and not self._value.open

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        earlier = self._value.earlier if self._value is not None else ()
        sides = self._tell.mine.category, *earlier
        held = self._tell.own_figure(self.label, self._fact, sources_of(*sides))
        return (with_sides(held, *sides),)

    @kept
    def since_facts(self) -> tuple[Evidence, ...]:
        return (*self.facts, self._tell.edition_fact(self._tell.earlier(self._value.since)))

    @term(Kind.COUNT)
    def editions(self) -> str:
        return self._tell.words.count(self._value.editions)

    @term(Kind.STEP, "editions")
    def ordinal(self) -> str:
        return self._tell.words.in_order(self._value.editions)

    @term(Kind.YEAR, "before", behind="since_facts")
    def since(self) -> str:
        return str(self._value.since)

    @term(Kind.DIRECTION, "steps")
    def kept(self) -> str:
        return self._tell.word("kept")

    @term(Kind.DIRECTION, "same")
    def same(self) -> str:
        return self._tell.word("same")

    @term(Kind.DIRECTION, "same-as")
    def same_as(self) -> str:
        return self._tell.word("same-as")


class RankTerms(FigureTerms, name="rank", role="own"):
    """The rank: as published, or computed in a complete group."""

    label = "rank"

    @property
    def of_known(self) -> bool:
        return self._value is not None and bool(self._value.of)

    @property
    def computed(self) -> bool:
        return self._fact.rule is Rule.RANKED

    @property
    def plain(self) -> bool:
        """Whether the place says all: nobody shares it, disputes it or is left out of its number."""
        tell = self._tell
        left_out = self.computed and bool(tell.whole.stopped)
        return self._fact.settled and not tell.mine.tied and not left_out and not self._fact.note

    @kept
    def of_facts(self) -> tuple[Evidence, ...]:
        """How many took part, unless these are counted with the rank."""
        tell = self._tell
        if self.computed or tell.whole.complete or not tell.whole.took_part:
            return self.facts
        return (tell.participants_fact()._replace(alone=True),)

    @term(Kind.RANK)
    def place(self) -> str:
        return self._tell.words.rank(self._value.place)

    @term(Kind.TOTAL, behind="of_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._value.of)

    @term(Kind.RANK)
    def values(self) -> Item:
        return self._every(Kind.RANK, lambda value: self._tell.words.rank(value.place))

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scores")

    @term(Kind.ORIGIN, "ranked")
    def by_order(self) -> str:
        """The same beside a category, which has an origin of its own."""
        return self._tell.word("by-scores")

    @term(Kind.ORIGIN, "rank")
    def computed_from(self) -> str:
        return self._tell.word("rank-from-scores")

    @term(Kind.SCOPE, "sole")
    def sole(self) -> str:
        return self._tell.word("alone")
