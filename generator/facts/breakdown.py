"""From the answers to the score of one region: stages as a sum, indicators, questions, what is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.evaluation.gains import Gain
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.rounding import round_known
from generator.evaluation.scoring import (
    FULL,
    Scores,
    same_answer,
)
from generator.facts.closing import Loss, costliest, possible_gains
from generator.facts.compare import Earlier, History, earlier_scores, indicator_change
from generator.facts.model import (
    Average,
    Fact,
    PointChange,
    Rule,
    Why,
    missing,
)
from generator.facts.published import inputs
from generator.facts.region import RegionFacts
from generator.format import Indicator, Instrument, Question, Stage
from generator.format.result import Answer


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage with its score and what it adds to the final one: score × weight.

    ``claimed`` is what the region's own answers would give, ``verified`` what the verified ones
    give; ``otherwise`` what the level below gives where another score was published. ``differing`` of its ``compared``
    answers (those with claim and verdict) were verified otherwise than claimed.
    """

    name: str
    weight: Decimal
    score: Fact[Decimal]
    claimed: Decimal | None
    verified: Decimal | None
    otherwise: Decimal | None
    adds: Decimal | None
    threshold: Decimal | None
    passed: bool | None
    compared: int
    differing: int


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as this region answered it.

    ``points`` is None where it does not apply, and where nobody has verified it.
    """

    question: Question
    answer: Answer | None
    points: Decimal | None
    applies: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its score, the claim, the peers' median, its questions.

    ``n`` is over how many known scores the median is; 0, and no median, where nobody has a peer.
    ``otherwise`` is what the verified answers give where another score was published.
    """

    indicator: Indicator
    score: Fact[Decimal]
    claimed: Decimal | None
    otherwise: Decimal | None
    change: Fact[PointChange]
    median: Decimal | None
    n: int
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How a score came about, as far as it is known.

    ``gains`` are what single questions could still add to the final score, None where that is not
    certain; ``costliest`` are the questions with the largest loss; ``sum`` is the rounded sum of what the
    stages add, None where one of them is not known.
    """

    instrument: Instrument
    stages: tuple[StageRow, ...]
    indicators: tuple[IndicatorRow, ...]
    strongest: tuple[IndicatorRow, ...]
    weakest: tuple[IndicatorRow, ...]
    gains: tuple[Gain, ...] | None
    costliest: tuple[Loss, ...]
    sum: Decimal | None

    @property
    def compared(self) -> int:
        """Answers with claim and verdict."""
        return sum(stage.compared for stage in self.stages)

    @property
    def differing(self) -> int:
        """Answers that were verified otherwise than claimed."""
        return sum(stage.differing for stage in self.stages)

    @property
    def withheld(self) -> bool:
        """Whether an indicator has an earlier score with which it does not compare."""
        return any(row.change.why is Why.NOT_COMPARABLE for row in self.indicators)


def breakdown_of(
    evaluation: Evaluation,
    facts: RegionFacts,
    medians: dict[str, Average],
    history: History,
) -> Breakdown | None:
    """The breakdown of a region's score; None without an instrument or anything below the score."""
    instrument = evaluation.instrument
    file = evaluation.results.get(facts.region.id)
    if instrument is None or file is None or not (facts.stage_scores or facts.indicators):
        return None
    decimals = evaluation.decimals
    possible = possible_gains(evaluation, facts)
    earlier = earlier_scores(evaluation, facts.region.id, history)
    indicators = tuple(
        _indicator(item, evaluation, file, facts, medians, earlier)
        for item in instrument.indicators
    )
    scored = [row for row in indicators if row.score]
    best = max((row.score.known for row in scored), default=None)
    worst = min((row.score.known for row in scored), default=None)
    several = best != worst
    return Breakdown(
        instrument,
        tuple(_stage(stage, file, facts, indicators, decimals) for stage in instrument.stages),
        indicators,
        tuple(row for row in scored if several and row.score.known == best),
        tuple(row for row in scored if several and row.score.known == worst),
        possible,
        costliest(evaluation, possible),
        file.computed,
    )


def _compared(rows: Iterable[IndicatorRow]) -> tuple[int, int]:
    """How many answers have both a claim and a verdict, and in how many of them these differ."""
    answered = [q for row in rows for q in row.questions if q.answer is not None]
    both = [q for q in answered if q.answer and q.answer.claim and q.answer.verified]
    return len(both), sum(q.differs for q in both)


def _stage(
    stage: Stage,
    file: ResultFile,
    facts: RegionFacts,
    indicators: tuple[IndicatorRow, ...],
    decimals: int,
) -> StageRow:
    score = score_of_stage(stage.id, file, facts.stage_scores)
    return StageRow(
        stage.name,
        stage.weight,
        score,
        round_known(_of(file.claimed, stage.id), decimals),
        round_known(_of(file.verified, stage.id), decimals),
        _otherwise(_of(file.below, stage.id), score, decimals),
        round_known(adds(file, stage.id, stage.weight), decimals),
        stage.threshold,
        _passed(stage.threshold, score),
        *_compared(row for row in indicators if row.indicator.stage == stage.id),
    )


def score_of_stage(id_: str, file: ResultFile, scores: dict[str, Fact[Decimal]]) -> Fact[Decimal]:
    """The score of a stage among those of a region, or why there is none."""
    if id_ not in scores and file.scores is not None and file.scores.stopped:
        # What lies behind a stage that was not passed was not reached.
        return missing(Why.STOPPED, Rule.BY_INSTRUMENT, inputs(file))
    return _known(scores, id_)


def _of(scores: Scores | None, stage: str) -> Fraction | None:
    return scores.stages.get(stage) if scores else None


def _part(scores: Scores | None, indicator: str) -> Fraction | None:
    return scores.indicators.get(indicator) if scores else None


def _known(scores: dict[str, Fact[Decimal]], id_: str) -> Fact[Decimal]:
    return scores[id_] if id_ in scores else missing(Why.UNKNOWN, Rule.BY_INSTRUMENT)


def _otherwise(below: Fraction | None, score: Fact[Decimal], decimals: int) -> Decimal | None:
    """What the level below gives, where another score was published."""
    value = round_known(below, decimals)
    return None if value == score.value else value


def adds(file: ResultFile, stage: str, weight: Decimal) -> Fraction | None:
    """What a stage adds to the final score, exactly; None where there is no such sum."""
    if file.scores is None or file.scores.stopped is not None:
        return None
    value = file.scores.stages.get(stage)
    return None if value is None else value * Fraction(weight) / FULL


def _passed(threshold: Decimal | None, score: Fact[Decimal]) -> bool | None:
    return None if threshold is None or not score else score.known >= threshold


def _indicator(
    indicator: Indicator,
    evaluation: Evaluation,
    file: ResultFile,
    facts: RegionFacts,
    medians: dict[str, Average],
    earlier: Earlier,
) -> IndicatorRow:
    middle = medians.get(indicator.id)
    median, n = (middle.value, middle.n) if middle and middle.n > 1 else (None, 0)
    questions = tuple(_question(q, file) for q in indicator.questions)
    score = _known(facts.indicators, indicator.id)
    if file.scores is not None and indicator.id in file.scores.not_applicable:
        score = missing(Why.NOT_APPLICABLE, Rule.BY_INSTRUMENT, inputs(file))
    claimed = round_known(_part(file.claimed, indicator.id), evaluation.decimals)
    change = indicator_change(evaluation, indicator.id, score, earlier)
    otherwise = _otherwise(_part(file.below, indicator.id), score, evaluation.decimals)
    return IndicatorRow(indicator, score, claimed, otherwise, change, median, n, questions)


def _question(question: Question, file: ResultFile) -> QuestionRow:
    answer = file.result.answers.get(question.id)
    if answer is None:
        return QuestionRow(question, None, None, True, False)
    return QuestionRow(
        question,
        answer,
        file.points.get(question.id),
        answer.applies,
        answer.claim is not None
        and answer.verified is not None
        and not same_answer(question, answer.claim, answer.verified),
    )
