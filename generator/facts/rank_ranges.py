"""How firm a rank is: where each body would stand if a weight or the rounding were a little other.

The site's own arithmetic and nobody's decision. One weight at a time is moved by a tenth of itself
(up and down, never beyond all of its level), the others of its level keep their proportions and
fill up the rest; and the scores are rounded otherwise. O(w · n log n) for w weights and n bodies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import competition_ranks, round_fraction
from generator.evaluation.scoring import FULL, Scores, added, fraction
from generator.facts.peers import Peers
from generator.format import Indicator

TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Shift:
    """What was other: the weight of a stage or an indicator (``up``: larger), or the rounding.

    ``name`` is that of the stage or indicator, or of the rounding: ``none``, ``coarser``, ``down``.
    """

    kind: str
    name: str
    up: bool = False


@dataclass(frozen=True, slots=True)
class RankRange:
    """A rank (1 = best), and the best and the worst that any shift gives, with the first that does."""

    place: int
    best: int
    worst: int
    best_by: Shift | None
    worst_by: Shift | None

    @property
    def firm(self) -> bool:
        """Whether no shift moves it."""
        return self.best == self.worst


def rank_ranges(evaluation: Evaluation, group: Peers) -> dict[str, RankRange]:
    """The range of each ranked body; empty unless every score of a complete group follows from
    the instrument, for a published score that does not cannot be shifted."""
    finals: dict[str, Fraction] = {}
    scores: dict[str, Scores] = {}
    for id_ in group.ranks:
        file = evaluation.results[id_]
        final = file.scores.final if file.scores else None
        if final is None or file.scores is None or file.computed != group.scores[id_]:
            return {}
        finals[id_], scores[id_] = final, file.scores
    if not finals:
        return {}
    found = {id_: RankRange(place, place, place, None, None) for id_, place in group.ranks.items()}
    for shift, places in _shifted(evaluation, finals, scores):
        for id_, place in places.items():
            found[id_] = _widened(found[id_], place, shift)
    return {id_: item for id_, item in found.items() if not _told_otherwise(evaluation, id_, item)}


def _told_otherwise(evaluation: Evaluation, id_: str, found: RankRange) -> bool:
    """Whether another rank was published: the range would be that of a rank nobody sees."""
    rank = evaluation.results[id_].result.rank_in_group
    return rank is not None and (rank.value != found.place or bool(rank.others))


def _widened(old: RankRange, place: int, shift: Shift) -> RankRange:
    if old.best <= place <= old.worst:
        return old
    if place < old.best:
        return RankRange(old.place, place, old.worst, shift, old.worst_by)
    return RankRange(old.place, old.best, place, old.best_by, shift)


def _shifted(
    evaluation: Evaluation, finals: Mapping[str, Fraction], scores: Mapping[str, Scores]
) -> Iterator[tuple[Shift, dict[str, int]]]:
    """The ranks under each shift of the weights, then of the rounding."""
    decimals = evaluation.decimals

    def ranked(exact: Mapping[str, Fraction], to: int) -> dict[str, int]:
        return competition_ranks({id_: round_fraction(v, to) for id_, v in exact.items()})

    for shift, exact in reweighted(evaluation, finals, scores):
        yield shift, ranked(exact, decimals)
    yield Shift("rounding", "none"), competition_ranks(finals)
    if decimals:
        yield Shift("rounding", "coarser"), ranked(finals, decimals - 1)
    units = {id_: Fraction((final * 10**decimals).__floor__()) for id_, final in finals.items()}
    yield Shift("rounding", "down"), competition_ranks(units)


def reweighted(
    evaluation: Evaluation, finals: Mapping[str, Fraction], scores: Mapping[str, Scores]
) -> Iterator[tuple[Shift, dict[str, Fraction]]]:
    """The exact final scores with one weight moved at a time."""
    instrument = evaluation.instrument
    assert instrument is not None
    for stage in instrument.stages:
        share = Fraction(stage.weight) / FULL
        for up, other in _moved(share):
            yield (
                Shift("stage", stage.name, up),
                {
                    id_: _mixed(final, scores[id_].stages[stage.id], share, other)
                    for id_, final in finals.items()
                },
            )
        members = instrument.of_stage(stage.id)
        if any(_published_stage(evaluation, id_, stage.id, members) for id_ in finals):
            continue
        kept = {id_: _kept(members, found) for id_, found in scores.items()}
        for item in members:
            for up, other in _moved(Fraction(item.weight) / FULL):
                yield (
                    Shift("indicator", item.name, up),
                    {
                        id_: final + share * _change(scores[id_], stage.id, kept[id_], item, other)
                        for id_, final in finals.items()
                    },
                )


def _published_stage(
    evaluation: Evaluation, id_: str, stage: str, members: list[Indicator]
) -> bool:
    """Whether a body's score of the stage does not follow from the indicators of the stage."""
    file = evaluation.results[id_]
    figure = file.result.stage_scores.get(stage)
    known = file.scores.indicators if file.scores else {}
    return (figure is not None and figure.value is not None) or not any(
        item.id in known for item in members
    )


def _moved(share: Fraction) -> Iterator[tuple[bool, Fraction]]:
    """A share of its level (0 to 1) moved up and down; nothing where nothing stands beside it."""
    if 0 < share < 1:
        yield True, min(share * (1 + TENTH), Fraction(1))
        yield False, share * (1 - TENTH)


def _mixed(whole: Fraction, part: Fraction, share: Fraction, other: Fraction) -> Fraction:
    """A mean in which ``part`` has the share ``other`` instead, the rest in its proportions."""
    return other * part + (1 - other) * (whole - share * part) / (1 - share)


def _kept(members: list[Indicator], scores: Scores) -> Fraction:
    """The share (0 to 1) of a stage's weights that applies to a body."""
    return added(fraction(m.weight) for m in members if m.id in scores.indicators) / FULL


def _change(
    scores: Scores, stage: str, kept: Fraction, item: Indicator, other: Fraction
) -> Fraction:
    """How a stage's score changes if an indicator has another share of its level.

    The weight of what does not apply to this body is shared among the rest, as in the score.
    """
    if item.id not in scores.indicators:
        return Fraction(0)
    mine = Fraction(item.weight) / FULL
    if kept == mine:
        return Fraction(0)
    rest = (kept - mine) * (1 - other) / (1 - mine)
    whole = scores.stages[stage]
    mixed = _mixed(whole, scores.indicators[item.id], mine / kept, other / (other + rest))
    return mixed - whole
