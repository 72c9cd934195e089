"""That all who had the best category in the edition before fell out of it, or the only one who had."""

from __future__ import annotations

from generator.facts.compare import compare_categories
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.news.tellers import EditionTeller
from generator.news.terms.lost import LostTerms


def lost(tell: EditionTeller) -> tuple[LostTerms, tuple[RegionFacts, ...]] | None:
    """What is said of them, and who they are; None where one of them kept it, or may have, where more
    had it than are known by name, or where a figure of it is nobody's decision.

    The edition before is the latest that compares by category and has any.
    """
    mine = tell.evaluation
    key = mine.group.id
    earlier = (
        evaluation
        for evaluation in tell.facts.dataset.of_group(key)
        if evaluation.year < mine.year
        and evaluation.organizer == mine.organizer
        and compare_categories(mine, evaluation)
        and tell.facts.evaluation(evaluation).placed
    )
    before = max(earlier, key=lambda evaluation: evaluation.year, default=None)
    if before is None:
        return None
    then = tell.facts.evaluation(before)
    best = next((item for item in then.counts if item.count), None)
    if best is None or best.category.index or best.by_scale or best.own_word or best.contested:
        return None
    count, had = best.count, then.by_category.get(0, ())
    number = len(had)
    alone_unsure = number == 1 and count.known.at_least
    if not number or count.known.number != number or not count.settled or alone_unsure:
        return None
    members = {region.id for region in mine.regions}
    fallen = tuple(tell.facts.region(mine, region.id) for region in had if region.id in members)
    if len(fallen) != number or not all(_fell(tell, facts, before.year) for facts in fallen):
        return None
    if len(tell.whole.fell) > number and len(tell.whole.fell) == len(tell.whole.moves.changes):
        return None  # all fell: these are no exception
    return LostTerms(tell, before, best, fallen), fallen


def _fell(tell: EditionTeller, facts: RegionFacts, since: int) -> bool:
    """Whether it fell since that year for certain, by decisions whose source is known."""
    change = facts.categories.value or facts.surely_moved.value
    if change is None or change.year != since or change.steps >= 0:
        return False
    computed = change.by_scale or facts.category.rule is Rule.BY_SCALE
    return not computed and not (tell.whole.sourced and is_unsourced(change.earlier))
