"""The terms of a score that was published of a group as a whole, such as a national one."""

from __future__ import annotations

from decimal import Decimal

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.overall import WholeScore
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.compared import with_sides
from generator.news.evidence import Evidence, places_of
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import EvaluationTeller

FIFTIETH = 50
"""A score within such a part of the scale is near that of the whole group."""


class WholeScoreTerms(Terms, name="overall", role="overall"):
    """The score of the whole group; with ``mine``, how far above or below it a region's is."""

    def __init__(
        self,
        tell: EvaluationTeller,
        whole: WholeScore,
        mine: RegionFacts | None = None,
        points: Decimal = Decimal(0),
    ) -> None:
        self._tell = tell
        self._whole = whole
        self._mine = mine
        self._points = points

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("overall", self._whole.score),)

    @kept
    def points_facts(self) -> tuple[Evidence, ...]:
        scores = [self._whole.score, *([self._mine.score] if self._mine else [])]
        label = self._tell.label("beside", year=self._tell.year)
        shown = self._tell.words.decimal(abs(self._points))
        sources = sources_of(*scores)
        gap = Evidence(label, shown, places_of(*scores), sources, Rule.DIFFERENCE)
        return (with_sides(gap, *scores),)

    @property
    def near(self) -> bool:
        """Whether a region's score is within a fiftieth of the scale."""
        return abs(self._points) * FIFTIETH <= self._tell.evaluation.maximum

    @term(Kind.SCOPE, behind="points_facts")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.FIELD)
    def name(self) -> str:
        return self._tell.word(f"{self._whole.kind.value}-score")

    @term(Kind.SCORE)
    def value(self) -> str:
        return self._tell.words.decimal(self._whole.score.known)

    @term(Kind.DIFFERENCE, behind="points_facts")
    def points(self) -> str:
        return self._tell.words.decimal(abs(self._points))

    @term(Kind.SIDE, behind="points_facts")
    def side(self) -> str:
        return self._tell.word("above" if self._points > 0 else "below")
