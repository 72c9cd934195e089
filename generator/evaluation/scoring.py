"""From answers to a score: points → question → indicator → stage → score. Exact fractions, no rounding.

Source of the rule: the instrument of the edition. A question gives the share of its points; the
weights of questions that do not apply are shared among the others of the indicator by their own
weights, and so are those of an indicator in which nothing applies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.evaluation.rounding import round_fraction
from generator.format import Answer
from generator.format.instrument import NO, NOT_APPLICABLE, YES, Instrument, Question

_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
"""How a number is written in an answer: plainly, with a decimal point."""

FULL = 100
"""The score of an indicator, a stage, or a body that has all points."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What can be computed; an id is missing where something that it needs is not known.

    ``stopped`` is the first stage whose score is below its threshold: there is no final score.
    """

    indicators: Mapping[str, Fraction]
    stages: Mapping[str, Fraction]
    final: Fraction | None
    stopped: str | None
    not_applicable: frozenset[str] = frozenset()
    """Indicators of which no question applies."""


def points(question: Question, values: tuple[str, ...]) -> Decimal | None:
    """The points (0 to the scale's most) of an answer; None where it does not apply.

    Raises ValueError with what may be answered if the answer is none of it.
    """
    scale = question.scale
    if values == (NOT_APPLICABLE,) and question.not_applicable:
        return None
    if scale.kind == "yes-no":
        if len(values) == 1 and values[0] in (YES, NO):
            return Decimal(values[0] == YES)
        raise ValueError(allowed(question))
    if scale.kind == "number":
        number = _number(values)
        if isinstance(number, tuple) or number > scale.most:
            raise ValueError(allowed(question))
        return number
    if scale.kind == "choices" and values == (NO,):
        return Decimal(0)
    options = {option.id: option.points for option in scale.options}
    one = scale.kind == "levels"
    if any(v not in options for v in values) or (one and len(values) != 1) or _repeats(values):
        raise ValueError(allowed(question))
    return sum((options[value] for value in values), Decimal(0))


def allowed(question: Question) -> str:
    """What may be answered, in a list for messages."""
    scale = question.scale
    if scale.kind == "yes-no":
        return _allowed(question, (YES, NO))
    if scale.kind == "number":
        return _allowed(question, (f"0–{scale.most}",))
    none = (NO,) if scale.kind == "choices" else ()
    return _allowed(question, (*(option.id for option in scale.options), *none))


def same_answer(question: Question, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two answers say the same: choices in any order, numbers by their value."""
    if question.scale.kind == "number":
        return _number(one) == _number(other)
    return set(one) == set(other)


def _number(values: tuple[str, ...]) -> Decimal | tuple[str, ...]:
    """A number by its value, so that 4.0 is 4; what is no number as it stands."""
    plain = len(values) == 1 and _NUMBER.fullmatch(values[0])
    return Decimal(values[0]) if plain else values


def given_points(
    instrument: Instrument, answers: Mapping[str, Answer]
) -> dict[str, Decimal | None]:
    """The points of each question that was verified; None where it does not apply.

    An answer that is none of its scale's is left out: the checks tell it.
    """
    told = {
        id_: answer
        for id_, answer in answers.items()
        if answer.verified is not None or answer.points is not None
    }
    # Points that were published stand for a verdict that was not.
    return _points_by(
        instrument, told, lambda q, a: points(q, a.verified) if a.verified is not None else a.points
    )


def claimed_points(
    instrument: Instrument, answers: Mapping[str, Answer]
) -> dict[str, Decimal | None]:
    """The points that a body's own answers would give; None where it says: does not apply."""
    told = {id_: answer for id_, answer in answers.items() if answer.claim is not None}
    return _points_by(instrument, told, lambda q, a: points(q, a.claim or ()))


def _points_by(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    of: Callable[[Question, Answer], Decimal | None],
) -> dict[str, Decimal | None]:
    found: dict[str, Decimal | None] = {}
    for id_, question in instrument.questions.items():
        if id_ in answers:
            with suppress(ValueError):
                found[id_] = of(question, answers[id_])
    return found


def _repeats(values: tuple[str, ...]) -> bool:
    return len(set(values)) != len(values)


def _allowed(question: Question, values: Iterable[str]) -> str:
    more = (NOT_APPLICABLE,) if question.not_applicable else ()
    return ", ".join((*values, *more))


def weighted(parts: Iterable[tuple[Decimal, Fraction | None]]) -> Fraction | None:
    """The mean by weight of the parts that apply (None: does not); None if nothing does."""
    kept = [(fraction(weight), value) for weight, value in parts if value is not None]
    total = added(weight for weight, _ in kept)
    return added(weight * value for weight, value in kept) / total if total else None


def added(values: Iterable[Fraction]) -> Fraction:
    """The exact sum. Many values share few denominators: each group is a sum of whole numbers."""
    tops: dict[int, int] = {}
    for value in values:
        tops[value.denominator] = tops.get(value.denominator, 0) + value.numerator
    return sum((Fraction(top, bottom) for bottom, top in tops.items()), Fraction(0))


@lru_cache(maxsize=10_000)
def fraction(value: Decimal) -> Fraction:
    """A decimal as a fraction; the same few weights and points come back for every body."""
    return Fraction(value)


@lru_cache(maxsize=10_000)
def _ratio(given: Decimal, most: Decimal) -> Fraction:
    return Fraction(given) / Fraction(most)


@lru_cache(maxsize=10_000)
def _percent_of(given: Decimal, most: Decimal) -> Fraction:
    return _ratio(given, most) * FULL


def compute(
    instrument: Instrument,
    answers: Mapping[str, Decimal | None],
    indicators: Mapping[str, Decimal],
    stages: Mapping[str, Decimal],
    decimals: int,
) -> Scores:
    """Every score that follows from what is known.

    A stage's score is compared with its threshold as it is shown, rounded to ``decimals``.

    ``answers`` are points by question (None: does not apply); ``indicators`` and ``stages`` are
    scores that were published: they stand, whatever the answers below them give.
    """
    by_indicator: dict[str, Fraction | None] = {}
    for item in instrument.indicators:
        if item.id in indicators:
            by_indicator[item.id] = Fraction(indicators[item.id])
        elif item.questions and all(question.id in answers for question in item.questions):
            by_indicator[item.id] = weighted(
                (question.weight, _percent(question, answers[question.id]))
                for question in item.questions
            )
    by_stage: dict[str, Fraction] = {}
    for stage in instrument.stages:
        members = instrument.of_stage(stage.id)
        if stage.id in stages:
            by_stage[stage.id] = Fraction(stages[stage.id])
        elif members and all(item.id in by_indicator for item in members):
            value = weighted((item.weight, by_indicator[item.id]) for item in members)
            if value is not None:
                by_stage[stage.id] = value
    stopped = next(
        (s.id for s in instrument.stages if _below(s.threshold, by_stage.get(s.id), decimals)), None
    )
    final = None
    if stopped is None and all(stage.id in by_stage for stage in instrument.stages):
        final = weighted((stage.weight, by_stage[stage.id]) for stage in instrument.stages)
    known = {id_: value for id_, value in by_indicator.items() if value is not None}
    return Scores(known, by_stage, final, stopped, frozenset(by_indicator.keys() - known.keys()))


def share(question: Question, given: Decimal) -> Fraction:
    """The points given as a share (0 to 1) of all that the question has."""
    return _ratio(given, question.scale.most)


def _percent(question: Question, given: Decimal | None) -> Fraction | None:
    return None if given is None else _percent_of(given, question.scale.most)


def _below(threshold: Decimal | None, score: Fraction | None, decimals: int) -> bool:
    if threshold is None or score is None:
        return False
    return round_fraction(score, decimals) < threshold
