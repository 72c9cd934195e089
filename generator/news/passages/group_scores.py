"""The ranking of a group in words: the first places, who held and who left them, the averages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest

from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.news.passages.figures import maximum
from generator.news.passages.overall import of_group
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING
from generator.news.tellers import EXAMPLES, LONGEST_LIST, EditionTeller
from generator.news.terms.places import AverageTerms, PlacesToldTerms
from generator.news.terms.ranking import (
    FirstAgainTerms,
    KnownScoresTerms,
    LevelFirstTerms,
    PlaceMovedTerms,
)

MOST_WORDS, MOST_AFTER_COUNT = 20, 12
"""Words of names with a score beside each that one sentence holds, and one that counts them first."""

FAR = 3
"""Places: a smaller move is a table's business."""


def scores(tell: EditionTeller, angle: str) -> Iterator[Sentence]:
    """The first places, who moved far, and in a complete group the averages; where there is no
    ranking, the highest score that is known."""
    whole = tell.whole
    top = first_places(tell)
    led = angle == "ranks" and len(top) > 2 and top[0].rank.known.place == 1
    # Who is the first has been said; the next ones are told by their places.
    after_first = led and all(facts.rank.rule is Rule.PUBLISHED for facts in top)
    if top:
        told = PlacesToldTerms(tell, top[1:] if after_first else top)
        in_order = after_first or _all_told(tell)
        yield tell.say("edition.first_places", told, all_ranks=in_order)
    first = [] if top or angle == "ranks" else level_first(tell)
    if first:
        yield tell.say("edition.level_first", LevelFirstTerms(tell, first))
    by_scores = any(facts.rank.rule is Rule.RANKED for facts in (*top, *first))
    yield from _first_again(tell, by_scores)
    yield from _moved_far(tell, by_scores)
    yield from _known_scores(tell)
    yield from of_group(tell)
    if whole.mean and whole.mean.known.n > 1:
        if angle != "averages":
            yield tell.say("edition.average", AverageTerms(tell))
        yield from maximum(tell)


def _all_told(tell: EditionTeller) -> bool:
    """Where only ranks were published, all of them are told if they are few."""
    return not tell.whole.scored and len(tell.whole.ranked) <= LONGEST_LIST


def first_places(tell: EditionTeller) -> list[RegionFacts]:
    """Those on the first places, one after the other; nobody where some share one of them."""
    ranked = tell.whole.ranked
    first = nsmallest(LONGEST_LIST, ranked, key=lambda facts: facts.rank.known.place)
    top = first[1:] if _all_told(tell) else first[:EXAMPLES]
    places = [facts.rank.known.place for facts in top]
    there = sum(facts.rank.known.place in places for facts in ranked)
    in_a_row = len(top) > 1 and places == list(range(places[0], places[0] + len(top)))
    return top if in_a_row and there == len(top) else []


def level_first(tell: EditionTeller) -> list[RegionFacts]:
    """Those on the first place, where they share it or those on the next places theirs; nobody where
    sources differ on who that is."""
    top = [facts for facts in tell.whole.ranked if facts.rank.known.place <= EXAMPLES]
    first = [facts for facts in top if facts.rank.known.place == 1]
    sure = all(facts.rank.settled for facts in first) and any(facts.tied for facts in top)
    return first if sure and len({facts.rank.rule for facts in first}) == 1 else []


def scored_by_name(tell: EditionTeller, named: Iterable[Region], most: int = MOST_WORDS) -> bool:
    """Whether those who are named have their score beside them: no first places tell it, few are
    known, and one sentence holds their names."""
    words = sum(len(tell.names.short(region).split()) + 1 for region in named)
    few = 0 < tell.whole.scored <= LONGEST_LIST and words <= most
    return few and not first_places(tell)


def _first_again(tell: EditionTeller, by_scores: bool) -> Iterator[Sentence]:
    """In which editions right before this one the first was the first as well; ``by_scores``: that
    the ranks follow from scores has been said."""
    first = [facts for facts in tell.whole.ranked if facts.rank.known.place == 1]
    if len(first) != 1:
        return
    (now,) = first
    held = []
    for _, then in tell.facts.history(now.region.id):
        if then.group != now.group or then.year >= now.year:
            continue
        if not (then.rank.settled and then.rank.known.place == 1 and not then.tied):
            break
        held.append(then)
    # One word for all of them: they were announced, or all follow from scores.
    if held and len({then.rank.rule for then in held}) == 1:
        yield tell.say("edition.first_again", FirstAgainTerms(tell, held), by_scores=by_scores)


def _moved_far(tell: EditionTeller, by_scores: bool) -> Iterator[Sentence]:
    """Who won and who lost most places, where it is one alone and they are many."""
    moved = [facts for facts in tell.whole.ranked if _certainly_moved(facts)]
    found = []
    for sign in (1, -1):
        far = [facts for facts in moved if facts.places.known.places * sign >= FAR]
        most = max((abs(facts.places.known.places) for facts in far), default=0)
        furthest = [facts for facts in far if abs(facts.places.known.places) == most]
        if len(furthest) == 1:
            found.append(PlaceMovedTerms(tell, furthest[0]))
    if len(found) == 2 and found[0].alike(found[1]):
        fell = tell.part("part.place_moved", found.pop())
        yield tell.say("edition.place_moved", *found, by_scores=by_scores, fall=fell)
        return
    for moved_far in found:
        yield tell.say("edition.place_moved", moved_far, by_scores=by_scores, fall=NOTHING)


def _certainly_moved(facts: RegionFacts) -> bool:
    """Whether nothing contradicts either rank, and both are of one kind."""
    change = facts.places.value
    return (
        change is not None
        and change.places != 0
        and not change.others
        and not facts.places.note
        and not facts.moved_apart
        and change.earlier.rule is facts.rank.rule
    )


def _known_scores(tell: EditionTeller) -> Iterator[Sentence]:
    """The highest of more scores than names can carry, of a group without ranks; which is the lowest
    of them depends on who told them, as lists begin with the best."""
    whole = tell.whole
    if whole.ranked or whole.mean or whole.unsure or whole.scored <= LONGEST_LIST:
        return
    scored = [facts for facts in whole.order if facts.score]
    values = [facts.score.known for facts in scored]
    if values.count(max(values)) == 1:
        yield tell.say("edition.known_scores", KnownScoresTerms(tell, scored))
