"""From the answers to the score, as a page shows it: stages as a sum, indicators, questions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator import rules
from generator.closing import gains, shortest
from generator.dataset import Evaluation, ResultFile
from generator.facts.model import Average, Fact, RegionFacts, Why, missing
from generator.facts.model import Rule as FactRule
from generator.pages.page import Site
from generator.schema import Indicator, Instrument, Question
from generator.schema.instrument import NO, NOT_APPLICABLE, YES
from generator.schema.result import Answer
from generator.scoring import earned, given_points


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage with its score and what it adds to the final one: score × weight."""

    name: str
    weight: Decimal
    score: Fact[Decimal]
    adds: Decimal | None
    threshold: Decimal | None
    passed: bool | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as this region answered it; ``claim`` and ``verdict`` in words."""

    question: Question
    answer: Answer | None
    claim: str
    verdict: str
    points: Decimal | None
    differs: bool


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its score, the peers' median (over ``n`` known) and its questions."""

    indicator: Indicator
    score: Fact[Decimal]
    median: Decimal | None
    n: int
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """How the gap to the next category could be closed: ``lists`` of questions with their gains.

    ``sums`` are the scores that each list would give; ``left`` questions could still gain.
    """

    category: str
    minimum: Decimal
    gap: Decimal
    lists: tuple[tuple[tuple[Question, Decimal], ...], ...]
    sums: tuple[Decimal, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How a score came about, as far as it is known."""

    instrument: Instrument
    stages: tuple[StageRow, ...]
    indicators: tuple[IndicatorRow, ...]
    strongest: tuple[IndicatorRow, ...]
    weakest: tuple[IndicatorRow, ...]
    closing: Closing | None


def breakdown(site: Site, evaluation: Evaluation, facts: RegionFacts) -> Breakdown | None:
    """The breakdown of a region's score; None without an instrument or anything below the score."""
    instrument = evaluation.instrument
    file = evaluation.results.get(facts.region.id)
    if instrument is None or file is None or not (facts.stage_scores or facts.indicators):
        return None
    decimals = evaluation.decimals
    medians = site.facts.indicator_medians(evaluation)
    indicators = tuple(
        _indicator(indicator, file, facts, medians) for indicator in instrument.indicators
    )
    scored = [row for row in indicators if row.score]
    best = max((row.score.known for row in scored), default=None)
    worst = min((row.score.known for row in scored), default=None)
    several = best != worst
    return Breakdown(
        instrument,
        tuple(
            StageRow(
                stage.name,
                stage.weight,
                _known(facts.stage_scores, stage.id),
                _adds(file, stage.id, stage.weight, decimals),
                stage.threshold,
                _passed(stage.threshold, _known(facts.stage_scores, stage.id)),
            )
            for stage in instrument.stages
        ),
        indicators,
        tuple(row for row in scored if several and row.score.known == best),
        tuple(row for row in scored if several and row.score.known == worst),
        _closing(instrument, file, facts, decimals) if site.analysis else None,
    )


def _closing(
    instrument: Instrument, file: ResultFile, facts: RegionFacts, decimals: int
) -> Closing | None:
    """The shortest lists that would lift the rounded score to the next category's minimum."""
    scores = file.scores
    if not facts.gap or scores is None or scores.final is None:
        return None
    gap = facts.gap.known
    published = frozenset(
        id_
        for figures in (file.result.indicators, file.result.stage_scores)
        for id_, figure in figures.items()
        if figure.value is not None
    )
    answers = given_points(instrument, file.result.answers)
    possible = gains(instrument, scores, answers, published)
    # Half a unit below the minimum is rounded up to it.
    needed = Fraction(gap.minimum) - Fraction(1, 2 * 10**decimals) - scores.final
    questions = {q.id: q for item in instrument.indicators for q in item.questions}
    found = shortest(possible, needed)
    return Closing(
        gap.category,
        gap.minimum,
        gap.points,
        tuple(
            tuple((questions[g.question], rules.round_fraction(g.points, decimals)) for g in chosen)
            for chosen in found
        ),
        tuple(
            rules.round_fraction(scores.final + sum(g.points for g in chosen), decimals)
            for chosen in found
        ),
        len(possible),
    )


def _known(scores: dict[str, Fact[Decimal]], id_: str) -> Fact[Decimal]:
    return scores.get(id_) or missing(Why.UNKNOWN, FactRule.BY_INSTRUMENT)


def _adds(file: ResultFile, stage: str, weight: Decimal, decimals: int) -> Decimal | None:
    value = file.scores.stages.get(stage) if file.scores else None
    return None if value is None else rules.round_fraction(value * Fraction(weight) / 100, decimals)


def _passed(threshold: Decimal | None, score: Fact[Decimal]) -> bool | None:
    return None if threshold is None or not score else score.known >= threshold


def _indicator(
    indicator: Indicator,
    file: ResultFile,
    facts: RegionFacts,
    medians: dict[str, Fact[Average]],
) -> IndicatorRow:
    middle = medians.get(indicator.id)
    median, n = (middle.known.value, middle.known.n) if middle else (None, 0)
    questions = tuple(_question(q, file.result.answers.get(q.id)) for q in indicator.questions)
    score = _known(facts.indicators, indicator.id)
    return IndicatorRow(indicator, score, median, n, questions)


def _question(question: Question, answer: Answer | None) -> QuestionRow:
    if answer is None:
        return QuestionRow(question, None, "", "", None, False)
    return QuestionRow(
        question,
        answer,
        in_words(question, answer.claim),
        in_words(question, answer.verified),
        earned(question, answer),
        answer.claim is not None
        and answer.verified is not None
        and answer.claim != answer.verified,
    )


def in_words(question: Question, values: tuple[str, ...] | None) -> str:
    """An answer as its reader says it: the names of what was chosen."""
    if values is None:
        return ""
    names = {option.id: option.name for option in question.scale.options}
    plain = {YES: "ya", NO: "tidak", NOT_APPLICABLE: "tidak berlaku"}
    return "; ".join(
        names.get(value) or plain.get(value) or value.replace(".", ",") for value in values
    )
