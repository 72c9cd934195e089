"""The figures of indicators and questions over all bodies of an evaluation: means, losses, failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.evaluation import rounding
from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.scoring import FULL, added, share
from generator.facts.compare import (
    Earlier,
    History,
    earlier_scores,
    indicator_change,
    lacking_before,
)
from generator.facts.model import Average, Fact, PointChange, Rule, Why
from generator.format import Indicator, Instrument, Question, Region, Source, Stage
from generator.format.result import Answer


@dataclass(frozen=True, slots=True)
class Marked:
    """How one body was marked in a question: ``points`` is None where it does not apply or is open."""

    region: Region
    answer: Answer
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question over the bodies to which it applies and whose points are known (``n``).

    ``mean`` is the share of its points in per cent; ``lost`` the points of an indicator score
    (0 to 100) that the bodies lost by it on average; ``failed`` how many have no point.
    """

    question: Question
    indicator: Indicator
    marked: tuple[Marked, ...]
    n: int
    mean: Decimal | None
    lost: Decimal | None
    failed: int
    not_applicable: int
    """Bodies to which it does not apply."""
    open: int
    """Bodies that have an answer or a score, and of whose points in it nothing is known."""

    @property
    def full(self) -> tuple[Marked, ...]:
        """Those who have all points."""
        return tuple(item for item in self.marked if item.points == self.question.scale.most)

    @property
    def marks(self) -> list[tuple[Decimal, int]]:
        """How many have so many points, the most points first."""
        counted = Counter(item.points for item in self.marked if item.points is not None)
        return sorted(counted.items(), reverse=True)


@dataclass(frozen=True, slots=True)
class Named:
    """A body that named an obstacle, the question at which it did, and whose word it is, if known."""

    region: Region
    question: Question | None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ObstacleFacts:
    """An obstacle in the words of those that named it, and who did (at least one)."""

    text: str
    named: tuple[Named, ...]

    @property
    def bodies(self) -> int:
        """How many bodies named it, at however many questions."""
        return len({item.region.id for item in self.named})


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """A body's score in an indicator, what its own answers would give, and its change."""

    region: Region
    score: Decimal
    claimed: Decimal | None
    change: Fact[PointChange]
    computed: bool
    """Whether nobody published it: the answers give it."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Claim against verdict: the means over the ``n`` bodies of which both are known."""

    claimed: Decimal
    verified: Decimal
    n: int


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator over all bodies: scores best first, its questions in their order, obstacles."""

    indicator: Indicator
    stage: Stage
    scores: tuple[IndicatorScore, ...]
    not_applicable: tuple[Region, ...]
    """Bodies to which no question of it applies."""
    claims: Claims | None
    mean: Decimal | None
    median: Decimal | None
    lost: Decimal | None
    questions: tuple[QuestionFacts, ...]
    obstacles: tuple[ObstacleFacts, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All of an evaluation's instrument; ``general`` are obstacles of no single indicator."""

    instrument: Instrument
    indicators: tuple[IndicatorFacts, ...]
    general: tuple[ObstacleFacts, ...]

    @property
    def has_obstacles(self) -> bool:
        """Whether any body named one."""
        return bool(self.general) or any(item.obstacles for item in self.indicators)

    def indicator(self, id_: str) -> IndicatorFacts | None:
        """The indicator of an id; None if there is none."""
        return next((found for found in self.indicators if found.indicator.id == id_), None)

    def question(self, id_: str) -> QuestionFacts | None:
        """The question of an id; None if there is none."""
        questions = (q for item in self.indicators for q in item.questions)
        return next((found for found in questions if found.question.id == id_), None)


def questionnaire_of(
    evaluation: Evaluation, medians: Mapping[str, Average], history: History
) -> Questionnaire | None:
    """The figures of an evaluation's instrument; None without one.

    ``medians`` are those of the indicators whose score is known of somebody.
    """
    instrument = evaluation.instrument
    if instrument is None:
        return None
    stages = {stage.id: stage for stage in instrument.stages}
    regions = {region.id: region for region in evaluation.regions}
    files = [(regions[id_], file) for id_, file in evaluation.results.items()]
    files.sort(key=lambda item: item[0].name)
    bodies = [
        _Body(
            region,
            file,
            history.regions(evaluation)[region.id].indicators,
            earlier_scores(evaluation, region.id, history),
            lacking_before(evaluation, region.id, history),
        )
        for region, file in files
    ]
    return Questionnaire(
        instrument,
        tuple(
            _indicator(evaluation, stages[indicator.stage], indicator, bodies, medians)
            for indicator in instrument.indicators
        ),
        _gathered(
            (item.text, Named(region, None, evaluation.source(item.source, region.id)))
            for region, file in files
            for item in file.result.obstacles
            if item.indicator is None
        ),
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """What the figures of all indicators need of one body."""

    region: Region
    file: ResultFile
    scores: Mapping[str, Fact[Decimal]]
    earlier: Earlier
    lacking: Why
    """Why no earlier edition has a score of it."""

    @property
    def claims(self) -> Mapping[str, Fraction]:
        """What the body's own answers would give."""
        return self.file.claimed.indicators if self.file.claimed else {}

    @property
    def verified(self) -> Mapping[str, Fraction]:
        """What the verified answers give, whatever was published."""
        return self.file.verified.indicators if self.file.verified else {}


def _indicator(
    evaluation: Evaluation,
    stage: Stage,
    indicator: Indicator,
    bodies: Sequence[_Body],
    medians: Mapping[str, Average],
) -> IndicatorFacts:
    decimals, id_ = evaluation.decimals, indicator.id
    exact = [
        (body, body.file.scores.indicators[id_])
        for body in bodies
        if body.file.scores is not None and id_ in body.file.scores.indicators
    ]
    exact.sort(key=lambda item: -item[1])
    scores = tuple(
        IndicatorScore(
            body.region,
            rounding.round_fraction(value, decimals),
            rounding.round_known(body.claims.get(id_), decimals),
            indicator_change(evaluation, id_, body.scores[id_], body.earlier, body.lacking),
            body.scores[id_].rule is Rule.BY_INSTRUMENT,
        )
        for body, value in exact
    )
    mean = _mean([value for _, value in exact])
    files = [(body.region, body.file) for body in bodies]
    return IndicatorFacts(
        indicator,
        stage,
        scores,
        tuple(
            body.region
            for body in bodies
            if body.file.scores is not None and id_ in body.file.scores.not_applicable
        ),
        _claims(
            [
                (body.claims[id_], body.verified[id_])
                for body in bodies
                if id_ in body.claims and id_ in body.verified
            ],
            decimals,
        ),
        rounding.round_known(mean, decimals),
        medians[id_].value if scores else None,
        rounding.round_known(None if mean is None else FULL - mean, decimals),
        tuple(_question(question, indicator, files, decimals) for question in indicator.questions),
        _gathered(_obstacles(evaluation, indicator, files)),
    )


def _claims(pairs: Sequence[tuple[Fraction, Fraction]], decimals: int) -> Claims | None:
    claimed, verified = _mean([a for a, _ in pairs]), _mean([b for _, b in pairs])
    if claimed is None or verified is None:
        return None
    return Claims(
        rounding.round_fraction(claimed, decimals),
        rounding.round_fraction(verified, decimals),
        len(pairs),
    )


def _obstacles(
    evaluation: Evaluation, indicator: Indicator, files: Sequence[tuple[Region, ResultFile]]
) -> Iterator[tuple[str, Named]]:
    for region, file in files:
        for item in file.result.obstacles:
            if item.indicator == indicator.id:
                yield item.text, Named(region, None, evaluation.source(item.source, region.id))
        for question in indicator.questions:
            answer = file.result.answers.get(question.id)
            if answer is not None and answer.obstacle:
                yield answer.obstacle, Named(region, question)


def _gathered(found: Iterable[tuple[str, Named]]) -> tuple[ObstacleFacts, ...]:
    """The same words once, with all who said them; what most bodies named first."""
    by_text: dict[str, list[Named]] = {}
    for text, named in found:
        by_text.setdefault(text, []).append(named)
    listed = [ObstacleFacts(text, tuple(named)) for text, named in by_text.items()]
    return tuple(sorted(listed, key=lambda item: -item.bodies))


def _question(
    question: Question,
    indicator: Indicator,
    files: Sequence[tuple[Region, ResultFile]],
    decimals: int,
) -> QuestionFacts:
    marked = tuple(
        Marked(
            region,
            file.result.answers[question.id],
            file.points.get(question.id),
        )
        for region, file in files
        if question.id in file.result.answers
    )
    shares = [share(question, item.points) for item in marked if item.points is not None]
    mean = _mean(shares)
    exempt = sum(not item.answer.applies for item in marked)
    lost = None if mean is None else (1 - mean) * Fraction(question.weight)
    return QuestionFacts(
        question,
        indicator,
        marked,
        len(shares),
        rounding.round_known(None if mean is None else mean * FULL, decimals),
        rounding.round_known(lost, decimals),
        sum(share == 0 for share in shares),
        exempt,
        len(files) - exempt - len(shares),
    )


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return added(values) / len(values) if values else None
