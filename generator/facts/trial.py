"""What score and category a body would have with full points in some questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.gains import Gain
from generator.evaluation.model import Evaluation
from generator.evaluation.trial import Sums, sums_of
from generator.facts.closing import (
    MOST_COUNTED,
    ClosingList,
    Loss,
    Shortest,
    lists_of,
    losses_of,
)
from generator.facts.region import RegionFacts


@dataclass(frozen=True, slots=True)
class Trial(Shortest):
    """Questions that have not all their points, and what each would add.

    ``full`` is the score with full points in all of them. The lists are those that reach the next
    category, at the place ``next``; ``searched`` is False where the search was given up.
    """

    sums: Sums
    losses: tuple[Loss, ...]
    now: int
    next: int
    full: Decimal
    searched: bool


def trial_of(
    evaluation: Evaluation, facts: RegionFacts, possible: Sequence[Gain] | None
) -> Trial | None:
    """None in the best category, and where nothing can be said for certain: the score or the category
    was published otherwise than it follows from the answers, or some of them are not known."""
    file, instrument = evaluation.results.get(facts.region.id), evaluation.instrument
    if not possible or file is None or instrument is None or not facts.score.settled:
        return None
    category = facts.category
    if not facts.as_by_scale or not category.settled or category.known.index == 0:
        return None
    decimals, sums = evaluation.decimals, sums_of(evaluation, file, possible)
    now = (int(facts.score.known.scaleb(decimals)), category.known.index)
    if sums is None or sums.outcome(()) != now:
        return None
    losses = losses_of(instrument, possible, decimals)
    following = category.known.index - 1
    found = sums.shortest(following, MOST_COUNTED + 1)
    return Trial(
        *lists_of(
            found or (),
            lambda chosen: ClosingList(
                tuple(losses[at] for at in chosen),
                Decimal(sums.outcome(chosen)[0]).scaleb(-decimals),
            ),
        ),
        sums,
        losses,
        category.known.index,
        following,
        Decimal(sums.outcome(range(len(losses)))[0]).scaleb(-decimals),
        found is not None,
    )
