"""Whom a body has overtaken since an earlier edition, where nobody is ranked."""

from __future__ import annotations

from collections.abc import Callable

from generator.facts.group import EvaluationFacts
from generator.facts.own_word import has_firm_score
from generator.facts.region import RegionFacts

FEW, MANY = 3, 100
"""So many are named, and of a group of more nobody is looked for: that is a table's business."""


def overtaken(
    whole: EvaluationFacts, mine: RegionFacts, then: Callable[[str], RegionFacts]
) -> tuple[RegionFacts, ...]:
    """Those who were ahead in the edition since which the region rose, and have a lower score now, the
    lowest first; nobody of more than three.

    ``then`` gives the facts of a body in that edition. Both are orders within one edition: they hold
    where the scales of the two differ or are unknown.
    """
    change = mine.categories.value
    if change is None or change.steps <= 0 or not change.earlier.settled:
        return ()
    if whole.ranked or len(whole.order) > MANY or not has_firm_score(mine):
        return ()
    earlier = then(mine.region.id)
    found = [
        other
        for other in whole.order
        if has_firm_score(other)
        and other.score.known < mine.score.known
        and _ahead(then(other.region.id), earlier)
    ]
    found.sort(key=lambda facts: facts.score.known)
    return tuple(found) if len(found) <= FEW else ()


def _ahead(one: RegionFacts, other: RegionFacts) -> bool:
    """Whether one of two had the better category in an edition, or of one category the better rank or
    score."""
    if not (one.category.settled and other.category.settled):
        return False
    apart = one.category.known.index - other.category.known.index
    if apart or not (one.rank.settled and other.rank.settled):
        higher = (
            has_firm_score(one) and has_firm_score(other) and one.score.known > other.score.known
        )
        return apart < 0 or (apart == 0 and higher)
    return one.rank.known.place < other.rank.known.place
