"""What score and category a body would have with full points in some questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation import rounding
from generator.evaluation.gains import Gain
from generator.evaluation.model import Evaluation
from generator.evaluation.trial import Sums, sums_of
from generator.facts.closing import MOST_COUNTED, MOST_LISTS, ClosingList, Loss
from generator.facts.region import RegionFacts


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions that have not all their points, and what each would add.

    ``full`` is the score with full points in all of them. ``lists`` are the shortest that reach the
    next category, at the place ``next``; ``counted`` is how many are as short, ``more`` whether there
    are more than were counted; ``searched`` is False where the search was given up.
    """

    sums: Sums
    losses: tuple[Loss, ...]
    now: int
    next: int
    full: Decimal
    lists: tuple[ClosingList, ...]
    counted: int
    more: bool
    searched: bool

    @property
    def size(self) -> int:
        """Questions of each list; 0 if none reaches the category."""
        return len(self.lists[0].losses) if self.lists else 0


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
    losses = tuple(
        Loss(instrument.questions[gain.question], rounding.round_fraction(gain.points, decimals))
        for gain in possible
    )
    following = category.known.index - 1
    found = sums.shortest(following, MOST_COUNTED + 1)
    lists = tuple(
        ClosingList(
            tuple(losses[at] for at in chosen),
            Decimal(sums.outcome(chosen)[0]).scaleb(-decimals),
        )
        for chosen in (found or [])[:MOST_LISTS]
    )
    count = len(found or ())
    return Trial(
        sums,
        losses,
        category.known.index,
        following,
        Decimal(sums.outcome(range(len(losses)))[0]).scaleb(-decimals),
        lists,
        min(count, MOST_COUNTED),
        count > MOST_COUNTED,
        found is not None,
    )
