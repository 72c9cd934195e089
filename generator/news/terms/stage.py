"""The terms of a stage of the questionnaire that has a threshold."""

from __future__ import annotations

from decimal import Decimal

from generator.facts.kept import kept
from generator.facts.model import Fact, Rule
from generator.format import (
    Stage,
)
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import EvaluationTeller, RegionTeller, Teller


class StageTerms(Terms, name="stage"):
    """A stage of the questionnaire with a threshold, and the region's score in it."""

    def __init__(
        self,
        tell: Teller,
        stage: Stage,
        facts: tuple[Evidence, ...],
        score: Fact[Decimal] | None = None,
    ) -> None:
        self._tell = tell
        self._stage = stage
        self._score = score
        self._facts = facts

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return self._facts

    @kept
    def threshold_facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("threshold")
        return (Evidence(label, f"{self._stage.name}: {self._shown_threshold}"),)

    @property
    def computed(self) -> bool:
        """Whether nobody published a score below the threshold: the answers give it."""
        return any(fact.rule is Rule.BY_INSTRUMENT for fact in self._facts)

    @property
    def _shown_threshold(self) -> str:
        found = self._stage.threshold
        return self._tell.words.plain_number(found) if found is not None else ""

    @term(Kind.STATE, "stage")
    def state(self) -> str:
        return self._tell.word("stopped")

    @term(Kind.ORIGIN, "site")
    def origin(self) -> str:
        return self._tell.word("by-site")

    @term(Kind.ORIGIN, "answers")
    def by_instrument(self) -> str:
        return self._tell.word("by-instrument")

    @term(Kind.STAGE)
    def name(self) -> str:
        return self._stage.name

    @term(Kind.SCORE, "stage")
    def score(self) -> str:
        return self._tell.words.decimal(self._score.known) if self._score else ""

    @term(Kind.SIDE)
    def side(self) -> str:
        return self._tell.word("below")

    @term(Kind.SCORE, "threshold", behind="threshold_facts")
    def threshold(self) -> str:
        return self._shown_threshold


class LeftOutTerms(Terms, name="left_out", role="left-out"):
    """Those of the group whom a stage stopped: they took part, and are not among those ranked."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._stops = tell.whole.stops

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        year, told = self._tell.year, []
        for stop in self._stops:
            label = self._tell.label("stopped", stage=stop.stage.name, year=year)
            rule = Rule.BY_INSTRUMENT if stop.computed else Rule.COUNTED
            told.append(Evidence(label, str(stop.number), rule=rule))
        return tuple(told)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return self._tell.whole.stopped == 1

    @property
    def one_stage(self) -> bool:
        return len(self._stops) == 1

    @property
    def computed(self) -> bool:
        """Whether nobody published a score below the threshold of one of them."""
        return any(stop.computed for stop in self._stops)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._tell.whole.stopped)

    @term(Kind.STATE)
    def state(self) -> str:
        return self._tell.word("stopped" if self.one_stage else "stopped-somewhere")

    @term(Kind.STAGE)
    def stage(self) -> str:
        return self._stops[0].stage.name

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-site")


class StageKnownTerms(Terms, name="stage_known", role="known"):
    """A stage whose score is known where the final one is not."""

    def __init__(self, tell: RegionTeller, stage: Stage, score: Fact[Decimal]) -> None:
        self._tell = tell
        self._stage = stage
        self._score = score

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.figure("stage_score", self._score, self._tell.year),)

    @term(Kind.STAGE)
    def stage(self) -> str:
        return self._stage.name

    @term(Kind.SCORE, "of-stage")
    def score(self) -> str:
        return self._tell.words.decimal(self._score.known)
