"""Who leads the article of an edition: whoever moved by most categories, where that is known of most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.facts.counts import CategoryCount
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.format import Region
from generator.news.tellers import EXAMPLES, EditionTeller
from generator.news.terms.counts import CountTerms

LEAST_CHANGE = Decimal("0.5")
"""Points: no text begins with less."""


def sole(tell: EditionTeller, known: Sequence[CategoryCount]) -> str | None:
    """Who alone has the best known category; None if it is nobody, or several, or not certain."""
    if not known or known[0].contested:
        return None
    regions = tell.whole.by_category.get(known[0].category.index, ())
    return regions[0].id if CountTerms(tell, known[0], regions).sole else None


def leading_movers(tell: EditionTeller, known: Sequence[CategoryCount]) -> tuple[RegionFacts, ...]:
    """Those who moved by most categories, from one category to one other; the rarer direction.

    Nobody where it is known only of a few of those who have a category whether they moved: these
    few lead because of what is known of them, and not because of what they did. Nor where another
    region alone has the best category, unless somebody moved further than to the next one.
    """
    whole = tell.whole
    changes = whole.moves.changes
    if len(changes) < 2 or 2 * len(changes) < len(whole.placed):
        return ()
    steps = {id_: abs(change.known.steps) for id_, change in changes.items()}
    most = max(steps.values())
    groups = [
        tuple(facts for facts in moved if steps[facts.region.id] == most)
        for moved in (whole.rose, whole.fell)
    ]
    furthest = (_furthest(group, up=up) for group, up in zip(groups, (True, False), strict=True))
    found = min((group for group in furthest if group), key=len, default=())
    alone = sole(tell, known)
    if alone is not None and most < 2 and [facts.region.id for facts in found] != [alone]:
        return ()
    return found if _told_together(tell, found) else ()


def largest_change(tell: EditionTeller, known: Sequence[CategoryCount]) -> tuple[RegionFacts, ...]:
    """Those whose score moved most of all, up or down, where it is more than next to nothing and no
    region alone has the best category; the group is complete, so that it is certain."""
    whole = tell.whole
    extremes = [tuple(found) for found in (whole.most_improved, whole.largest_fall) if found]
    found = max(extremes, key=_points, default=())
    few = 0 < len(found) <= EXAMPLES and not whole.extreme_open
    doubted = any(_doubted(tell, facts) for facts in found)
    told = few and not doubted and sole(tell, known) is None and _points(found) >= LEAST_CHANGE
    return found if told else ()


def named_best(tell: EditionTeller, known: Sequence[CategoryCount]) -> tuple[Region, ...]:
    """Who has the best known category, where they are few and there may be more: their names are
    news, so many of whom a result is known are none."""
    if not known or tell.whole.noted or tell.whole.disputed:
        return ()
    best, count = known[0], known[0].count.known
    regions = tell.whole.by_category.get(best.category.index, ())
    if not count.at_least or not count.number == len(regions) <= EXAMPLES:
        return ()
    ids = {region.id for region in regions}  # a record is compared field by field, which is dear
    mine = [facts.category for facts in tell.whole.placed if facts.region.id in ids]
    doubted = tell.whole.sourced and any(map(is_unsourced, mine))
    plain = best.by_scale != "some" and not (best.contested or best.own_word or doubted)
    return tuple(regions) if plain else ()


def _points(found: Sequence[RegionFacts]) -> Decimal:
    return abs(found[0].points.known.points)


def _furthest(moved: Sequence[RegionFacts], *, up: bool) -> tuple[RegionFacts, ...]:
    """Of those who moved by as many categories, who rose highest or fell lowest."""
    places = [facts.category.known.index for facts in moved]
    end = (min if up else max)(places, default=0)
    return tuple(facts for facts in moved if facts.category.known.index == end)


def _told_together(tell: EditionTeller, found: Sequence[RegionFacts]) -> bool:
    """Whether one sentence is true of all of them, and nothing that was noted has to be said first."""
    noted = {facts.region.id for facts in tell.whole.noted}
    return (
        0 < len(found) <= EXAMPLES
        and len({facts.category.known for facts in found}) == 1
        and len({facts.category.rule is Rule.BY_SCALE for facts in found}) == 1
        and not any(facts.region.id in noted for facts in found)
        and not any(_doubted(tell, facts) for facts in found)
    )


def _doubted(tell: EditionTeller, facts: RegionFacts) -> bool:
    """Whether a figure of one who moved is nobody's word, beside others whose source is known."""
    changes = (tell.whole.moves.changes.get(facts.region.id), facts.points)
    earlier = (change.known.earlier for change in changes if change)
    return tell.whole.sourced and any(map(is_unsourced, (facts.category, facts.score, *earlier)))
