"""Scores that were published of a group as a whole: one of its own, such as a national one, and a mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import difference
from generator.facts.doors import announced
from generator.facts.model import Fact, Rule
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts


class WholeKind(StrEnum):
    """What a score of a whole group is: by the field of the edition that has it."""

    NATIONAL = "national"
    """Of the country: the group is its provinces."""
    OVERALL = "overall"
    MEAN = "published-mean"


@dataclass(frozen=True, slots=True)
class WholeScore:
    """A published score of a group, and what it is of; ``field`` is its name in edition.yml."""

    kind: WholeKind
    field: str
    score: Fact[Decimal]


def whole_scores(evaluation: Evaluation) -> tuple[WholeScore, ...]:
    """What was published of the group as a whole, its own score first; nothing is computed here."""
    settings = evaluation.settings
    provinces = all(region.kind == "provinsi" for region in evaluation.regions)
    found = []
    for field, kind in (
        ("overall_score", WholeKind.NATIONAL if provinces else WholeKind.OVERALL),
        ("mean_score", WholeKind.MEAN),
    ):
        score = announced(evaluation, getattr(settings, field), field)
        if score or score.places:
            found.append(WholeScore(kind, field, score))
    return tuple(found)


def beside_whole(evaluation: Evaluation, mine: RegionFacts) -> tuple[WholeScore, Decimal] | None:
    """The first of those scores that nobody contests, and by how many points a published score is above
    it (below 0: under it), no finer than both were printed; None where it says nothing."""
    if not mine.sure_score or mine.score.rule is not Rule.PUBLISHED:
        return None
    if is_own_word(mine.score, mine.region):
        return None
    for whole in whole_scores(evaluation):
        if whole.score.settled:
            points = difference(mine.score.known, whole.score.known)
            return (whole, points) if points else None
    return None
