"""Objections of an edition: how many, what became of them, and what is known of what they moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import as_printed
from generator.facts.model import Fact, Rank
from generator.facts.region import RegionFacts
from generator.format import Objection, Region
from generator.format.problems import Place

OPEN, OTHERWISE = "open", "otherwise"
STATES = ("granted", "partly", "refused", OTHERWISE, OPEN)
"""What can be known of an objection: the three outcomes, another decision, no decision."""

UPHELD = ("granted", "partly")
"""The outcomes that changed a verdict."""


@dataclass(frozen=True, slots=True)
class ScoreMoved:
    """The rounded score before an objection was decided, and the one that stands now."""

    before: Decimal
    now: Fact[Decimal]

    @property
    def same(self) -> bool:
        return self.before == self.now.known


@dataclass(frozen=True, slots=True)
class RankMoved:
    """The rank in the group before an objection was decided, and the one that stands now."""

    before: int
    now: Fact[Rank]

    @property
    def same(self) -> bool:
        return self.before == self.now.known.place


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """An objection with whose it is; ``score`` and ``rank`` where both sides of it are known."""

    region: Region
    index: int
    item: Objection
    place: Place
    score: ScoreMoved | None
    rank: RankMoved | None

    @property
    def state(self) -> str:
        return OPEN if self.item.is_open else self.item.result or OTHERWISE

    @property
    def upheld(self) -> bool:
        """Whether it was granted, in whole or in part: what was verified is what stands after it."""
        return self.state in UPHELD


def objections_of(evaluation: Evaluation, facts: RegionFacts) -> tuple[ObjectionFacts, ...]:
    """A region's objections, in the order of the file."""
    file = evaluation.results.get(facts.region.id)
    if file is None:
        return ()
    return tuple(
        ObjectionFacts(
            facts.region,
            index,
            item,
            file.document.at(("objections", index)),
            _score(evaluation, facts, item),
            _rank(evaluation, facts, item),
        )
        for index, item in enumerate(file.result.objections)
    )


def _score(evaluation: Evaluation, facts: RegionFacts, item: Objection) -> ScoreMoved | None:
    """Of a score that is inexact or told differently, none is the one that stands now."""
    before = item.before.score if item.before is not None else None
    if before is None or not facts.score.settled:
        return None
    if _corrected(evaluation, facts, "score", before):
        return None
    return ScoreMoved(as_printed(before, evaluation.decimals), facts.score)


def _rank(evaluation: Evaluation, facts: RegionFacts, item: Objection) -> RankMoved | None:
    """The same of the rank in the group."""
    before = item.before.rank if item.before is not None else None
    if before is None or not facts.rank.settled:
        return None
    if _corrected(evaluation, facts, "rank", Decimal(before)):
        return None
    return RankMoved(before, facts.rank)


def _corrected(evaluation: Evaluation, facts: RegionFacts, field: str, before: Decimal) -> bool:
    """Whether what stands now came about by a correction from another figure than ``before``."""
    mine = [c for _, c in evaluation.corrections_of(facts.region.id) if c.field == field]
    return bool(mine) and before not in {_number(c.from_) for c in mine}


def _number(text: str) -> Decimal | None:
    """A corrected figure, which is a text, by its value; None if it is no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def counted(objections: Iterable[ObjectionFacts]) -> dict[str, tuple[ObjectionFacts, ...]]:
    """The objections by what became of them, in the order of ``STATES``; none without any."""
    listed = list(objections)
    found = {state: tuple(o for o in listed if o.state == state) for state in STATES}
    return {state: items for state, items in found.items() if items}
