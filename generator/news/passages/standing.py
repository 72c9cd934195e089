"""What sets a region apart: who is next to it, and whether it alone moved by category."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.model import Why
from generator.facts.region import RegionFacts
from generator.facts.standing import LEAST
from generator.facts.states import stopping_stage
from generator.news.case import Case
from generator.news.passages.moved import among_finals
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said, Terms
from generator.news.tellers import RegionTeller
from generator.news.terms.history import YearsTerms
from generator.news.terms.stage import StageTerms
from generator.news.terms.standing import FIRST_PLACES


def parts(tell: RegionTeller, case: Case) -> dict[str, Said]:
    """What headline and lead say of the own rank in a few words."""
    mine = case.mine
    whole = len(tell.evaluation.regions)
    some = tell.evaluation.measure.taking_part and mine.rank.settled and mine.rank.known.of != whole
    ranked, among = NOTHING, NOTHING
    if mine.rank.settled:
        ranked = tell.part("part.ranked")
        among = tell.part("part.ranked_among", finals=among_finals(tell), some=some)
    return {"ranked_at": ranked, "ranked_among": among}


def figured(tell: RegionTeller, *, stepped: bool) -> Said:
    """Score and category beside the rank; ``stepped``: with the place of the category in the scale."""
    mine = tell.mine
    known = mine.rank.settled and (mine.sure_score or mine.category.settled)
    return tell.part("part.figured", stepped=stepped) if known else NOTHING


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
    told = (Kind.SIDE, "under") in tell.in_lead
    beside = ladder.above(place) if place > 1 and not told else ladder.below(place)
    if beside and ladder.alone(place) and (Kind.DIFFERENCE, "below") not in tell.in_lead:
        yield tell.say("body.neighbours", above_told=told)


def as_most(tell: RegionTeller) -> bool:
    """Whether it kept its category as most of its peers did, and no longer: that is no news of one."""
    change, moves, held = tell.mine.categories.value, tell.whole.moves, tell.mine.held.value
    if change is None or change.year != moves.year or len(moves.changes) < LEAST:
        return False
    long = held is not None and held.editions > 2
    kept = len(moves.changes) - len(tell.whole.rose) - len(tell.whole.fell)
    return not long and 2 * kept > len(moves.changes)


def stays_told(tell: RegionTeller) -> bool:
    """Whether the sentence that states the category also says that it stayed: where no lead tells the
    category, nothing is to be said against it, and it is news."""
    change, held = tell.mine.categories.value, tell.mine.held.value
    if (Kind.CATEGORY, "own") in tell.in_lead or not tell.mine.category.settled or tell.contested:
        return False
    long = held is not None and held.editions > 2
    return change is not None and not change.steps and not long and not as_most(tell)


def only_mover(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """That nobody else rose, or fell, among those whose categories of both years are known, where
    others may have as well."""
    change, moves = tell.mine.categories.value, tell.whole.moves
    if case.sole_step or case.step_doubted:
        return
    if change is None or change.year != moves.year or len(moves.changes) < LEAST:
        return
    same_way = tell.whole.rose if change.steps > 0 else tell.whole.fell
    if change.steps and len(same_way) == 1 and tell.mine in same_way:
        yield tell.say("body.only_mover", name=tell.name())
