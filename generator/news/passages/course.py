"""How the score and the rank of a region went on over the years, as far as they compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.facts.compare import compare_places, compare_points
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.news.passages.history import Compares
from generator.news.sentence import Sentence
from generator.news.tellers import Teller
from generator.news.terms.development import RankMovesTerms, ScoreStepTerms
from generator.news.terms.history import SpellTerms, YearsTerms

MOST_TURNS = 3
"""Rises and falls of the score that one sentence holds."""

Run = Sequence[RegionFacts]


def course(tell: Teller, oldest_first: Run) -> Iterator[Sentence]:
    """The rises and falls of the score, and what the rank did; a list of figures is the table's."""
    scored = _turns(tell, [facts for facts in oldest_first if facts.score])
    ranked = [facts for facts in oldest_first if facts.rank]
    moved = ranked[-1] if ranked and _has_moved(ranked[-1]) else None
    beside = moved if len(scored) == 2 and moved and moved.year == scored[-1].year else None
    if len(scored) > 1:
        yield _score_moves(tell, scored, beside)
    if moved is not None:
        if beside is None:
            yield tell.say("running.rank_moves", RankMovesTerms(tell, moved))
        since = moved.places.known.year
        between = [f for f in ranked if since < f.year < moved.year and f.rank.settled]
        if between:  # of another kind or number: a move may be one of theirs
            spells = (SpellTerms(tell, "rank", [facts]) for facts in between)
            series = tell.joined([tell.part("part.rank_years", spell) for spell in spells])
            yield tell.say("running.ranks_between", series=series)
        yield from _computed(tell, ranked)
    elif len(ranked) > 1 and _same_place(tell, ranked):
        series = tell.part("part.rank_years", SpellTerms(tell, "rank", ranked))
        yield tell.say("running.ranks", series=series)
        yield from _computed(tell, ranked)


def _score_moves(tell: Teller, scored: Run, beside: RegionFacts | None) -> Sentence:
    """With the rank, where it moved between the same two editions or since another one."""
    steps = [ScoreStepTerms(tell, old, new) for old, new in pairwise(scored)]
    parts = [tell.part("part.score_opens", steps[0])]
    parts += (tell.part("part.score_on", step) for step in steps[1:])
    places = beside.places.known if beside else None
    # The number of one year alone is that of its own year: 2 of nobody knows how many, 20 of 38.
    uneven = beside is not None and bool(beside.places.known.before.of) != bool(
        beside.rank.known.of
    )
    return tell.say(
        "running.score_moves",
        series=tell.joined(parts),
        rank_moves=RankMovesTerms(tell, beside) if beside else None,
        other_year=places is not None and (uneven or places.year != scored[0].year),
        opposite=places is not None and places.places * _way(*scored[:2]) < 0,
    )


def _computed(tell: Teller, ranked: Run) -> Iterator[Sentence]:
    """Which of the ranks follow from the scores, in the table too."""
    computed = [facts for facts in ranked if facts.rank.rule is Rule.RANKED]
    if computed:
        yield tell.say("running.ranks_computed", YearsTerms(tell, "rank", computed))


def _has_moved(facts: RegionFacts) -> bool:
    """Whether the rank moved for certain, whatever was published of it."""
    change = facts.places.value
    sure = change is not None and change.places != 0 and change.agreed and not change.others
    return sure and facts.rank.settled and not facts.rank.note


def _same_place(tell: Teller, ranked: Run) -> bool:
    """Whether the place was the same one of as many in all editions, and these compare."""
    settled = all(facts.rank.settled and not facts.rank.note for facts in ranked)
    if not settled or len({(f.rank.known.place, f.rank.known.of) for f in ranked}) > 1:
        return False
    return all(_compare(tell, new, old, compare_places) for old, new in pairwise(ranked))


def _turns(tell: Teller, scored: Run) -> list[RegionFacts]:
    """Where the score turned: the latest editions whose scores compare, without those between which
    it went on in one direction; fewer than two where it did not move."""
    ends: list[RegionFacts] = []
    for facts in _comparable(tell, scored):
        way = _way(ends[-1], facts) if ends else 0
        if len(ends) > 1 and way == _way(ends[-2], ends[-1]):
            ends[-1] = facts
        elif way or not ends:
            ends.append(facts)
    return ends[-MOST_TURNS - 1 :]


def _comparable(tell: Teller, scored: Run) -> list[RegionFacts]:
    found: list[RegionFacts] = []
    for facts in reversed(scored):
        if not facts.score.settled or (
            found and not _compare(tell, found[-1], facts, compare_points)
        ):
            break
        found.append(facts)
    return found[::-1]


def _compare(tell: Teller, new: RegionFacts, old: RegionFacts, compares: Compares) -> bool:
    editions = tell.edition(new), tell.edition(old)
    return editions[0].organizer == editions[1].organizer and compares(*editions)


def _way(old: RegionFacts, new: RegionFacts) -> int:
    return (new.score.known > old.score.known) - (new.score.known < old.score.known)
