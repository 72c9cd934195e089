"""The questions that cost a body most of its score, each with the peers that have all its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.evaluation.gains import Gain
from generator.evaluation.model import Evaluation
from generator.facts.closing import Loss, largest_losses
from generator.format import Region

FIRST, NAMED, ALL = 3, 3, 7
"""So many questions are told; so many peers are named with each, or all where they are no more."""


@dataclass(frozen=True, slots=True)
class FirstLoss:
    """A question with what it cost, and the first peers that have all its points; ``more`` have as well.

    ``n``: of so many peers the points in it are known.
    """

    loss: Loss
    met: tuple[Region, ...]
    more: int
    n: int


@dataclass(frozen=True, slots=True)
class FirstLosses:
    """The largest losses, largest first; ``tied``: so many that are left out are as large as the last."""

    items: tuple[FirstLoss, ...]
    tied: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Of each question who has all its points, and of how many the points are known."""

    full: Mapping[str, tuple[Region, ...]]
    known: Mapping[str, int]


def marks_of(evaluation: Evaluation) -> Marks:
    """The marks of all bodies of an evaluation, in the order of their names."""
    full: dict[str, list[Region]] = {}
    known: dict[str, int] = {}
    questions = evaluation.instrument.questions if evaluation.instrument else {}
    for region in sorted(evaluation.regions, key=lambda one: one.name):
        file = evaluation.results.get(region.id)
        for id_, points in file.points.items() if file else ():
            if points is None or id_ not in questions:
                continue
            known[id_] = known.get(id_, 0) + 1
            if points == questions[id_].scale.most:
                full.setdefault(id_, []).append(region)
    return Marks({id_: tuple(who) for id_, who in full.items()}, known)


def first_losses(evaluation: Evaluation, possible: Sequence[Gain], marks: Marks) -> FirstLosses:
    """The largest losses of a body by what single questions could still add (at least one)."""
    found = []
    for loss in largest_losses(evaluation, possible, FIRST):
        id_ = loss.question.id
        met = marks.full.get(id_, ())
        others = marks.known[id_] - 1  # its own points are known
        named = met if len(met) <= ALL else met[:NAMED]
        found.append(FirstLoss(loss, named, len(met) - len(named), others))
    ordered = sorted((gain.points for gain in possible), reverse=True)
    last = ordered[FIRST - 1 : FIRST]
    return FirstLosses(tuple(found), sum([points] == last for points in ordered[FIRST:]))
