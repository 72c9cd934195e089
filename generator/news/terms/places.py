"""The terms of the places of a ranking, and of the averages of its scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.own_word import has_firm_score
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence, places_of
from generator.news.slots import NOTHING, Item, Kind, Terms, term
from generator.news.tellers import EvaluationTeller


class AverageTerms(Terms, name="average", role="average"):
    """The mean and the median of a complete group's scores."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("mean", self._whole.mean),)

    @kept
    def median_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("median", self._whole.median),)

    @term(Kind.COUNT, "scores")
    def number(self) -> str:
        return self._tell.words.count(self._whole.mean.known.n)

    @term(Kind.SCORE, "mean")
    def mean(self) -> str:
        return self._tell.words.decimal(self._whole.mean.known.value)

    @term(Kind.SCORE, "median", behind="median_facts")
    def median(self) -> str:
        return self._tell.words.decimal(self._whole.median.known.value)


class ScoredTerms(Terms, name="scored", role="scored"):
    """How many scores of a group are known."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        scores = [facts.score for facts in self._tell.whole.order if facts.score]
        label = self._tell.label("scored", year=self._tell.year)
        return (
            Evidence(
                label, str(len(scores)), places_of(*scores), sources_of(*scores), Rule.COUNTED
            ),
        )

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._tell.whole.scored)


class MaximumTerms(Terms, name="maximum", role="maximum"):
    """The highest score that the scale has."""

    def __init__(self, tell: EvaluationTeller, maximum: Decimal) -> None:
        self._tell = tell
        self._maximum = maximum

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("maximum", year=self._tell.year)
        place = self._tell.evaluation.place("scale", "maximum")
        return (Evidence(label, self._tell.words.plain_number(self._maximum), (place,)),)

    @term(Kind.SCORE)
    def value(self) -> str:
        return self._tell.words.plain_number(self._maximum)


class PlacedTerms(Terms, name="placed", role="placed"):
    """A region on a place of the ranking, with its score where that is known.

    ``ranked``: whether the sentence tells its place, so that it rests on the rank as well.
    """

    def __init__(self, tell: EvaluationTeller, facts: RegionFacts, *, ranked: bool = True) -> None:
        self._tell = tell
        self._facts = facts
        self._ranked = ranked

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        region = self._tell.region_fact(self._facts.region)
        rank = self._facts.rank
        told = self._ranked and rank
        return (region, self._tell.whole_figure("rank", rank)) if told else (region,)

    @kept
    def score_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("score", self._facts.score),)

    @property
    def scored(self) -> bool:
        return has_firm_score(self._facts)

    @term(Kind.REGION)
    def name(self) -> str:
        return self._tell.short_name(self._facts.region)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> str:
        return self._tell.words.decimal(self._facts.score.known)


class PlacesToldTerms(Terms, name="places_told", role="told"):
    """The places of the ranking that are told, one after the other, and who is on them."""

    def __init__(self, tell: EvaluationTeller, top: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._top = top

    @kept
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
        return self._tell.words.rank(self._top[0].rank.known.place)

    @term(Kind.RANK, "to")
    def to(self) -> str:
        return self._tell.words.rank(self._top[-1].rank.known.place)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._top))

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
        return self._tell.joined(parts) if parts else NOTHING


class FirstTerms(Terms, name="first", role="first"):
    """The region that an edition's article leads with: the first, or the only one known."""

    def __init__(self, tell: EvaluationTeller, facts: RegionFacts) -> None:
        self._tell = tell
        self._facts = facts

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._facts.region),)

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("category", self._facts.category),)

    @kept
    def rank_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("rank", self._facts.rank),)

    @property
    def of_known(self) -> bool:
        return self._facts.rank.value is not None and bool(self._facts.rank.value.of)

    @property
    def by_scale(self) -> bool:
        return self._facts.category.rule is Rule.BY_SCALE

    @property
    def scored(self) -> bool:
        return self._facts.sure_score

    @term(Kind.ORIGIN, behind="category_facts")
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.REGION)
    def short(self) -> str:
        return self._tell.short_name(self._facts.region)

    @term(Kind.REGION)
    def full(self) -> str:
        return self._tell.full_name(self._facts.region)

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> str:
        return self._facts.category.known.name

    @kept
    def score_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("score", self._facts.score),)

    @term(Kind.SCORE, behind="score_facts")
    def score(self) -> str:
        return self._tell.words.decimal(self._facts.score.known)

    @term(Kind.RANK, behind="rank_facts")
    def rank(self) -> str:
        return self._tell.words.rank(self._facts.rank.known.place)

    @term(Kind.TOTAL, behind="rank_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._facts.rank.known.of or 0)
