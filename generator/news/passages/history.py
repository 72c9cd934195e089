"""What the earlier editions say of a region: absences, categories, why nothing compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.facts.model import Participation, Why
from generator.facts.region import RegionFacts
from generator.news.sentence import Sentence
from generator.news.slots import joined
from generator.news.tellers import RegionTeller
from generator.news.terms.history import ComparisonTerms, EarlierTerms, SpellTerms

MOST_EARLIER = 4
"""Earlier editions that one sentence lists; a longer history is the region page's business."""


def absence(tell: RegionTeller) -> Iterator[Sentence]:
    """That there is no result, which is no result of zero; and earlier absences."""
    yield tell.say("body.no_result", name=tell.name())
    if tell.mine.absent_before and tell.angle == "absent_again":
        yield tell.say("body.absent_too", name=tell.name())


def before(tell: RegionTeller) -> Iterator[Sentence]:
    """What the earlier editions say: absences, then earlier categories, then why nothing compares."""
    mine = tell.mine
    if mine.absent_before and mine.participation is Participation.TOOK_PART:
        yield tell.say("body.absent_before", name=tell.name())
        if not mine.categories and not mine.points:
            yield tell.say("body.no_comparison")
    if mine.has_result and Why.NOT_COMPARABLE in (mine.points.why, mine.categories.why):
        facts = (
            tell.figure("points", mine.points, tell.year),
            tell.figure("categories", mine.categories, tell.year),
        )
        yield tell.say("body.not_comparable", ComparisonTerms(tell, facts))
    yield from _history(tell)


def _history(tell: RegionTeller) -> Iterator[Sentence]:
    """The earlier categories that the lead does not tell, oldest first; else an earlier rank."""
    earlier = [facts for _, facts in tell.history if facts.year < tell.year]
    placed = [facts for facts in earlier if facts.category][:MOST_EARLIER]
    told, held = tell.mine.categories.value, tell.mine.held.value
    untold = [facts for facts in placed if told is None or facts.year != told.year]
    if held is not None and held.editions > len(placed) > 1:
        yield tell.say("body.held_since", name=tell.name())
    elif len(placed) > 1 and untold:
        spells = (
            SpellTerms(tell, "category", group) for _, group in runs_of_categories(reversed(placed))
        )
        series = joined([tell.part("part.category_years", spell) for spell in spells])
        yield tell.say("body.history", name=tell.name(), series=series)
    elif untold:
        yield _earlier(tell, "body.earlier_category", untold[0])
    elif not placed and not tell.mine.places:
        ranked = next((facts for facts in earlier if facts.rank), None)
        if ranked is not None:
            yield _earlier(tell, "body.earlier_rank", ranked)


def runs_of_categories(
    oldest_first: Iterable[RegionFacts],
) -> list[tuple[str, list[RegionFacts]]]:
    """Neighbouring editions with the same category together."""
    runs = groupby(oldest_first, key=lambda facts: facts.category.known.name)
    return [(name, list(group)) for name, group in runs]


def _earlier(tell: RegionTeller, rule: str, facts: RegionFacts) -> Sentence:
    name = tell.name() if rule == "body.earlier_rank" else None
    return tell.say(rule, EarlierTerms(tell, tell.earlier(facts.year), facts), name=name)
