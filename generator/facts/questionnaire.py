"""The figures of indicators and questions over all bodies of an evaluation: means, losses, failures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator import rules
from generator.dataset import Evaluation, ResultFile
from generator.facts.model import Average, Fact
from generator.schema import Indicator, Instrument, Question, Region
from generator.schema.result import Answer
from generator.scoring import earned, share


@dataclass(frozen=True, slots=True)
class Marked:
    """How one body was marked in a question: ``points`` is None where it does not apply or is open."""

    region: Region
    answer: Answer
    points: Decimal | None

    @property
    def applies(self) -> bool:
        return self.points is not None


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


@dataclass(frozen=True, slots=True)
class Named:
    """An obstacle as a body named it, with the question it was named at, if any."""

    region: Region
    text: str
    question: Question | None


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator over all bodies: scores best first, its questions by what was lost, obstacles."""

    indicator: Indicator
    scores: tuple[tuple[Region, Decimal], ...]
    mean: Decimal | None
    median: Decimal | None
    lost: Decimal | None
    questions: tuple[QuestionFacts, ...]
    obstacles: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All of an evaluation's instrument; ``general`` are obstacles of no single indicator."""

    instrument: Instrument
    indicators: tuple[IndicatorFacts, ...]
    general: tuple[Named, ...]

    def indicator(self, id_: str) -> IndicatorFacts:
        """The indicator of an id; StopIteration if there is none."""
        return next(found for found in self.indicators if found.indicator.id == id_)

    def question(self, id_: str) -> QuestionFacts:
        """The question of an id; StopIteration if there is none."""
        return next(q for i in self.indicators for q in i.questions if q.question.id == id_)


def questionnaire(
    evaluation: Evaluation, medians: Mapping[str, Fact[Average]]
) -> Questionnaire | None:
    """The figures of an evaluation's instrument; None without one.

    ``medians`` are those of the indicators whose score is known of somebody.
    """
    instrument = evaluation.instrument
    if instrument is None:
        return None
    decimals = evaluation.decimals
    regions = {region.id: region for region in evaluation.regions}
    files = [(regions[id_], file) for id_, file in evaluation.results.items()]
    files.sort(key=lambda item: item[0].name)
    return Questionnaire(
        instrument,
        tuple(
            _indicator(indicator, files, medians, decimals) for indicator in instrument.indicators
        ),
        tuple(
            Named(region, item.text, None)
            for region, file in files
            for item in file.result.obstacles
            if item.indicator is None
        ),
    )


def _indicator(
    indicator: Indicator,
    files: Sequence[tuple[Region, ResultFile]],
    medians: Mapping[str, Fact[Average]],
    decimals: int,
) -> IndicatorFacts:
    exact = [
        (region, file.scores.indicators[indicator.id])
        for region, file in files
        if file.scores is not None and indicator.id in file.scores.indicators
    ]
    exact.sort(key=lambda item: -item[1])
    scores = tuple((region, rules.round_fraction(value, decimals)) for region, value in exact)
    mean = _mean([value for _, value in exact])
    return IndicatorFacts(
        indicator,
        scores,
        _rounded(mean, decimals),
        medians[indicator.id].known.value if scores else None,
        _rounded(None if mean is None else 100 - mean, decimals),
        tuple(_question(question, indicator, files, decimals) for question in indicator.questions),
        tuple(_obstacles(indicator, files)),
    )


def _obstacles(indicator: Indicator, files: Sequence[tuple[Region, ResultFile]]) -> list[Named]:
    found = []
    for region, file in files:
        found += [
            Named(region, item.text, None)
            for item in file.result.obstacles
            if item.indicator == indicator.id
        ]
        for question in indicator.questions:
            answer = file.result.answers.get(question.id)
            if answer is not None and answer.obstacle:
                found.append(Named(region, answer.obstacle, question))
    return found


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
            earned(question, file.result.answers[question.id]),
        )
        for region, file in files
        if question.id in file.result.answers
    )
    shares = [share(question, item.points) for item in marked if item.points is not None]
    mean = _mean(shares)
    lost = None if mean is None else (1 - mean) * Fraction(question.weight)
    return QuestionFacts(
        question,
        indicator,
        marked,
        len(shares),
        _rounded(None if mean is None else mean * 100, decimals),
        _rounded(lost, decimals),
        sum(share == 0 for share in shares),
    )


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _rounded(value: Fraction | None, decimals: int) -> Decimal | None:
    return None if value is None else rules.round_fraction(value, decimals)
