"""Whom a body has overtaken since an earlier edition, where nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable

from generator.facts.group import EvaluationFacts
from generator.facts.model import Category, Fact
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts

FEW, MANY = 3, 100
"""So many are named, and of a group of more nobody is looked for: that is a table's business."""


def overtaken(
    whole: EvaluationFacts, mine: RegionFacts, then: Callable[[str], Fact[Category]]
) -> tuple[RegionFacts, ...]:
    """Those who had a better category in the edition since which the region rose, and have a lower score
    now, the lowest first; nobody of more than three.

    ``then`` gives the category of a body in that edition. Both are orders within one edition: they hold
    where the scales of the two differ or are unknown.
    """
    change = mine.categories.value
    if change is None or change.steps <= 0 or not change.earlier.settled:
        return ()
    if whole.ranked or len(whole.order) > MANY or not _sure(mine):
        return ()
    found = []
    for other in whole.order:
        if not _sure(other) or other.score.known >= mine.score.known:
            continue
        before = then(other.region.id)
        if before.settled and before.known.index < change.before.index:
            found.append(other)
    found.sort(key=lambda facts: facts.score.known)
    return tuple(found) if len(found) <= FEW else ()


def _sure(facts: RegionFacts) -> bool:
    """Whether its score is certain, and not its own government's word alone."""
    return facts.sure_score and not is_own_word(facts.score, facts.region)
