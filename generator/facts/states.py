"""What became of a region of which no result is known: one of the states, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Figures, Rule, Why, missing
from generator.format import Region, Stage


@dataclass(frozen=True, slots=True)
class Stop:
    """How many a stage stopped, whose final scores therefore do not exist; ``computed``: nobody
    published the score below the threshold of one of them."""

    stage: Stage
    number: int
    computed: bool


_NONE = (Why.NOT_PUBLISHED, Why.NO_CATEGORIES, Why.NOT_RANKED)


def state(evaluation: Evaluation, region: str, mine: Figures) -> Fact[Why]:
    """Why there is no result of a region. It is unknown where nobody says why, and there is no such
    fact (``NOT_APPLICABLE``) where there is a result."""
    figures: tuple[Fact[Any], ...] = (mine.category, mine.score, mine.rank)
    if region in evaluation.out:
        name, item = evaluation.out[region]
        place = (evaluation.place_of_listed(name, region),)
        # A note says what it follows from; then nobody is named for it who is not named there.
        usual = None if item.note else evaluation.settings.source
        source = evaluation.source(item.source or usual)
        why = Why(name.replace("_", "-"))
        return Fact(why, None, Rule.PUBLISHED, place, source, item.note)
    if any(figures):
        return missing(Why.NOT_APPLICABLE, Rule.PUBLISHED)
    if mine.score.why is Why.STOPPED:
        return Fact(Why.STOPPED, None, Rule.BY_INSTRUMENT, mine.score.places)
    withheld = [fact for fact in figures if fact.why is Why.NOT_PUBLISHED]
    if withheld and all(fact.why in _NONE for fact in figures):
        places = tuple(dict.fromkeys(place for fact in withheld for place in fact.places))
        return Fact(Why.NOT_PUBLISHED, None, Rule.PUBLISHED, places, withheld[0].source)
    if not evaluation.announced:
        place = (evaluation.place("published"),)
        return Fact(Why.NOT_ANNOUNCED, None, Rule.PUBLISHED, place)
    return missing(Why.UNKNOWN, Rule.PUBLISHED)


def _figures(mine: Figures) -> dict[str, Fact[Any]]:
    return {"category": mine.category, "score": mine.score, "rank": mine.rank}


def withheld_of(mine: Figures) -> tuple[str, ...]:
    """Which figures of a region a source says not to be published."""
    return tuple(name for name, fact in _figures(mine).items() if fact.why is Why.NOT_PUBLISHED)


def open_of(mine: Figures) -> tuple[str, ...]:
    """Which figures of a region are merely unknown: there may be such, and no source says that not."""
    return tuple(name for name, fact in _figures(mine).items() if fact.why is Why.UNKNOWN)


def stopping_stage(evaluation: Evaluation, region: str) -> Stage | None:
    """The stage whose threshold a region did not reach; None if there is none."""
    instrument, file = evaluation.instrument, evaluation.results.get(region)
    if instrument is None or file is None or file.scores is None:
        return None
    return instrument.stage(file.scores.stopped)


class Staged(Figures, Protocol):
    """The figures of a region with those of its stages."""

    @property
    def region(self) -> Region: ...
    @property
    def stage_scores(self) -> dict[str, Fact[Decimal]]: ...


def stops_of(evaluation: Evaluation, stopped: Iterable[Staged]) -> tuple[Stop, ...]:
    """By which stages those were stopped who have no final score, in the order of the stages."""
    found: dict[str, list[Staged]] = {}
    for facts in stopped:
        stage = stopping_stage(evaluation, facts.region.id)
        if stage is not None:
            found.setdefault(stage.id, []).append(facts)
    stages = evaluation.instrument.stages if evaluation.instrument else []
    return tuple(
        Stop(stage, len(all_), any(is_computed(stage, facts) for facts in all_))
        for stage in stages
        if (all_ := found.get(stage.id))
    )


def is_computed(stage: Stage, facts: Staged) -> bool:
    """Whether nobody published the score of a stage: the answers give it."""
    score = facts.stage_scores.get(stage.id)
    return score is not None and score.rule is Rule.BY_INSTRUMENT
