"""The facts of a scale behind a sentence: its steps and bounds, and whose word they are."""

from __future__ import annotations

from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.facts.model import Category
from generator.format import Source
from generator.news.evidence import Evidence
from generator.news.tellers import EvaluationTeller, Teller


def step_fact(tell: Teller, evaluation: Evaluation, category: Category) -> Evidence:
    """Which step of the scale a category is; where the scale says so."""
    place = evaluation.place("scale", "categories", category.index)
    told = tell.label("shown-step", number=category.index + 1, of=category.of)
    label = tell.label("step", year=evaluation.year)
    return Evidence(label, told, (place,), _sources(evaluation), alone=True)


def bound_fact(tell: EvaluationTeller, name: str) -> Evidence:
    """The lower bound of a category, by its name."""
    evaluation = tell.evaluation
    steps = evaluation.scale.categories if evaluation.scale else ()
    index, step = next((i, step) for i, step in enumerate(steps) if step.name == name)
    place = evaluation.place("scale", "categories", index)
    least = tell.words.plain_number(step.minimum or Decimal(0))
    label = tell.label("bound", year=tell.year)
    return Evidence(label, least, (place,), _sources(evaluation), alone=True)


def scale_fact(
    tell: EvaluationTeller, source: Source, evaluation: Evaluation | None = None
) -> Evidence:
    """That a source gives the scale, of this edition or another."""
    evaluation = evaluation or tell.evaluation
    place = evaluation.place("scale", "source")
    label = tell.label("scale", year=evaluation.year)
    return Evidence(label, source.title, (place,), (source,), quoted=True)


def _sources(evaluation: Evaluation) -> tuple[Source, ...]:
    source = evaluation.source(evaluation.scale.source if evaluation.scale else None)
    return (source,) if source else ()
