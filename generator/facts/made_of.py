"""Of what a score was computed that nobody published: answers, scores of indicators, of stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.evaluation.model import Evaluation, ResultFile
from generator.format import Stage


@dataclass(frozen=True, slots=True)
class MadeOf:
    """The parts that a computed score rests on; what was published stands for what lies below it."""

    answers: bool
    indicators: tuple[str, ...]
    """The indicators whose scores were published and used, by id."""
    stages: tuple[Stage, ...]
    """The stages whose scores were published."""

    def alike(self, other: MadeOf) -> bool:
        """Whether the same words say of what both were computed."""
        same = (self.answers, bool(self.indicators)) == (other.answers, bool(other.indicators))
        return same and [s.name for s in self.stages] == [s.name for s in other.stages]


def made_of(evaluation: Evaluation, region: str) -> MadeOf:
    """What the final score of a region was computed of."""
    instrument = evaluation.instrument
    return made_of_stages(evaluation, region, instrument.stages if instrument else ())


def made_of_stages(evaluation: Evaluation, region: str, stages: Iterable[Stage]) -> MadeOf:
    """What the scores of some stages were computed of."""
    file, stages = evaluation.results.get(region), tuple(stages)
    if file is None:
        return MadeOf(False, (), ())
    published = tuple(stage for stage in stages if stage.id in _scores(file, "stage_scores"))
    rest = [stage.id for stage in stages if stage not in published]
    below = [id_ for stage in rest for id_ in _indicators(evaluation, stage)]
    told = tuple(id_ for id_ in below if id_ in _scores(file, "indicators"))
    return MadeOf(len(told) < len(below), told, published)


def _scores(file: ResultFile, name: str) -> set[str]:
    return {id_ for id_, figure in getattr(file.result, name).items() if figure.value is not None}


def _indicators(evaluation: Evaluation, stage: str) -> Iterator[str]:
    instrument = evaluation.instrument
    return (item.id for item in instrument.of_stage(stage)) if instrument else iter(())
