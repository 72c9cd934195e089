"""What a result file has of a figure that can be corrected, and which of an answer's keys counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from generator.evaluation.model import Evaluation, ResultFile
from generator.evaluation.rounding import round_fraction, round_half_up
from generator.evaluation.scoring import points
from generator.format import Answer, Question
from generator.format.corrected import Corrected
from generator.format.scalars import exact

Counted = Literal["verified", "points", "self"]
BETWEEN = ", "
"""What stands between several choices in the text of a correction."""


def counted(answer: Answer) -> Counted:
    """The key of an answer that counts: the verdict; else published points; else the body's own claim."""
    if answer.verified is not None:
        return "verified"
    return "points" if answer.points is not None else "self"


def said(answer: Answer) -> str:
    """What counts of an answer, as a correction writes it."""
    if answer.verified is None and answer.points is not None:
        return str(answer.points)
    return BETWEEN.join(answer.verified or answer.claim or ())


def choices(text: str) -> tuple[str, ...]:
    """The values of an answer in the text of a correction."""
    return tuple(part.strip() for part in text.split(","))


def as_answer(question: Question, text: str) -> Decimal | str | None:
    """An answer in one form however it is written, a number or points as that; None if it is none."""
    values = choices(text)
    number = exact(text)
    try:
        points(question, values)
    except ValueError:
        # Published points stand for a verdict that was not.
        return number if number is not None and 0 <= number <= question.scale.most else None
    numeric = question.scale.kind == "number" and number is not None
    return number if numeric else BETWEEN.join(sorted(values))


def is_points(question: Question, text: str) -> bool:
    """Whether the text of a correction gives points, where answers are words."""
    return question.scale.kind != "number" and isinstance(as_answer(question, text), Decimal)


def in_force(evaluation: Evaluation, file: ResultFile, item: Corrected) -> Decimal | str | None:
    """What stands in the data now of a score, category or part, in the form in which corrections are
    compared; None if it is not known. A rank is found among all."""
    if item.field == "category":
        return file.result.category.value if file.result.category is not None else None
    if item.field == "score":
        return None if file.score is None else round_half_up(file.score, evaluation.decimals)
    if item.field == "answer":
        answer = file.result.answers.get(item.of or "")
        question = evaluation.instrument.question(item.of) if evaluation.instrument else None
        if answer is None or question is None or not said(answer):
            return None
        return as_answer(question, said(answer))
    scores = file.scores
    if scores is None:
        return None
    found = (scores.stages if item.field == "stage" else scores.indicators).get(item.of or "")
    return None if found is None else round_fraction(found, evaluation.decimals)
