"""What sets a region apart: who is next to it, and whether it alone moved by category."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.model import Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.standing import LEAST, bordering
from generator.facts.states import stopping_stage
from generator.news.case import Case
from generator.news.passages.figures import SEVERAL
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said, Terms, joined
from generator.news.tellers import EXAMPLES, RegionTeller
from generator.news.terms.beside import BesideTerms, NearTerms
from generator.news.terms.history import YearsTerms
from generator.news.terms.stage import StageTerms

FIRST_PLACES = 3
"""Next to whom the first of a ranking are is news; of the others it is a table's business."""


def parts(tell: RegionTeller, case: Case) -> dict[str, Said]:
    """What headline and lead say of the own figures in a few words: the rank, score and category."""
    mine = case.mine
    finals = mine.rank.rule is Rule.RANKED and bool(tell.whole.stopped)
    known = mine.rank.settled and (mine.sure_score or mine.category.settled)
    whole = len(tell.evaluation.regions)
    some = tell.evaluation.measure.taking_part and mine.rank.settled and mine.rank.known.of != whole
    ranked, among = NOTHING, NOTHING
    if mine.rank.settled:
        ranked = tell.part("part.ranked")
        among = tell.part("part.ranked_among", finals=finals, some=some)
    return {
        "ranked_at": ranked,
        "ranked_among": among,
        "figured": tell.part("part.figured") if known else NOTHING,
    }


def out_before(tell: RegionTeller, year: int) -> tuple[Terms, ...]:
    """What kept the region without a result in the edition before."""
    then = tell.facts.region(tell.earlier(year), tell.mine.region.id)
    why = Why.STOPPED if then.score.why is Why.STOPPED else Why.NOT_RETURNED
    years = YearsTerms(tell, "score", [then], state=why.value)
    return (years, *_stage(tell, then)) if why is Why.STOPPED else (years,)


def _stage(tell: RegionTeller, then: RegionFacts) -> Iterator[StageTerms]:
    stage = stopping_stage(tell.earlier(then.year), then.region.id)
    if stage is not None:
        figure = tell.figure("stage_score", then.stage_scores[stage.id], then.year)
        yield StageTerms(tell, stage, (figure,))


def neighbours(tell: RegionTeller) -> Iterator[Sentence]:
    """Who is right above and right below one of the first places."""
    rank, ladder = tell.mine.rank, tell.whole.ladder
    if not rank.settled or rank.known.place > FIRST_PLACES:
        return
    place = rank.known.place
    if (rank.known.of or len(ladder.at)) < LEAST:
        return
    beside = ladder.above(place) if place > 1 else ladder.below(place)
    if beside and ladder.alone(place) and (Kind.DIFFERENCE, "below") not in tell.in_lead:
        yield tell.say("body.neighbours")


def close(tell: RegionTeller) -> Iterator[Sentence]:
    """That those right above and right below are less than half a point away."""
    beside, rank = BesideTerms(tell), tell.mine.rank
    first = rank.settled and rank.known.place <= FIRST_PLACES
    if beside.close and not first:
        yield tell.say("body.close", name=tell.name())


def near(tell: RegionTeller) -> Iterator[Sentence]:
    """Which categories the few have who border the region, where one has another than it and many of
    its peers lead with the same."""
    known = len(tell.whole.placed)
    if known < SEVERAL or 3 * tell.led_alike <= known or not tell.mine.category:
        return
    borders = bordering(tell.evaluation, tell.mine.region)
    found = [tell.facts.region(tell.evaluation, region.id) for region in borders]
    placed = [facts for facts in found if facts.category.settled]
    if not 1 < len(placed) == len(found) <= EXAMPLES:
        return
    own = tell.mine.category.known.index
    if all(facts.category.known.index == own for facts in placed):
        return
    groups: dict[tuple[int, Rule], list[RegionFacts]] = {}
    for facts in placed:
        groups.setdefault((facts.category.known.index, facts.category.rule), []).append(facts)
    terms = [NearTerms(tell, groups[key]) for key in sorted(groups)]
    parts = [tell.part("part.near", item) for item in terms]
    yield tell.say("body.near", terms[0], near_told=joined(parts))


def as_most(tell: RegionTeller) -> bool:
    """Whether it kept its category as most of its peers did, and no longer: that is no news of one."""
    change, moves, held = tell.mine.categories.value, tell.whole.moves, tell.mine.held.value
    if change is None or change.year != moves.year or len(moves.changes) < LEAST:
        return False
    long = held is not None and held.editions > 2
    kept = len(moves.changes) - len(tell.whole.rose) - len(tell.whole.fell)
    return not long and 2 * kept > len(moves.changes)


def only_mover(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """That nobody else rose, or fell, among those whose categories of both years are known, where
    others may have as well."""
    change, moves = tell.mine.categories.value, tell.whole.moves
    if case.sole_step:
        return
    if change is None or change.year != moves.year or len(moves.changes) < LEAST:
        return
    same_way = tell.whole.rose if change.steps > 0 else tell.whole.fell
    if change.steps and len(same_way) == 1 and tell.mine in same_way:
        yield tell.say("body.only_mover", name=tell.name())
