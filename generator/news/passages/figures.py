"""What everybody needs first: the category and who else has it, the score, the rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.made_of import made_of
from generator.facts.model import Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import is_decided
from generator.facts.standing import LEAST
from generator.facts.states import stopping_stage
from generator.news.angles import CLOSE
from generator.news.case import Case
from generator.news.passages.moved import change_in_places, change_in_points, own_rank, place_now
from generator.news.passages.requirements import held_back, next_requires
from generator.news.passages.said import corrected_in, noted
from generator.news.passages.sources import lent_by, scale_source
from generator.news.passages.standing import stays_told
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said, Slot
from generator.news.tellers import EvaluationTeller, RegionTeller
from generator.news.terms.figures import GapTerms
from generator.news.terms.made import MadeTerms
from generator.news.terms.places import MaximumTerms
from generator.news.terms.sources import ScaleTerms, ScaleThenTerms
from generator.news.terms.stage import StageKnownTerms

SEVERAL = 8
"""In a group of so many what is so of most of them is no news of one."""

EXTREME = frozenset({"most_improved", "largest_fall"})
"""Angles that tell that a change of the score is the largest one, or the only fall."""


def category(tell: RegionTeller, moved: str = "", *, compared: bool = True) -> Iterator[Sentence]:
    """What the category is, and what is contested about it.

    ``moved`` is the angle that tells what became of it, if that leads no text and it did move;
    ``compared``: whether what became of it is told here, or in the lead.
    """
    mine, fact = tell.mine, tell.mine.category
    if not fact:
        yield from _no_category(tell)
        return
    if not fact.settled:
        if tell.angle not in ("disputed_category", "moved_whichever") and not tell.noted(fact):
            yield tell.say("body.category_contested", name=tell.name())
        yield from noted(tell, fact)
        return
    if not category_in_lead(tell):
        yield tell.say(f"told.{moved}", name=tell.name()) if moved else _category_stated(tell)
    yield from _category_computed(tell)
    if compared:
        yield from compared_computed(tell)
    if fact.rule is not Rule.BY_SCALE and mine.by_scale and mine.by_scale.value != fact.value:
        yield tell.say("body.category_against_scale")
    yield from noted(tell, fact)


def category_in_lead(tell: RegionTeller) -> bool:
    """Whether the lead says the category: one about a correction, or about the place, does not."""
    return (Kind.CATEGORY, "own") in tell.in_lead


def _category_stated(tell: RegionTeller) -> Sentence:
    """The category, with the score where that is known and the lead does not say it either."""
    scored = tell.mine.sure_score and (Kind.SCORE, "own") not in tell.in_lead
    stays, held = stays_told(tell), tell.mine.held.value
    two = stays and held is not None and held.editions == 2
    rule = "body.category_held" if two else "body.category_stated"
    said = tell.say(rule, name=tell.name(), scored=scored, stays=stays)
    if scored:
        tell.in_lead |= {(Kind.SCORE, "own")}
    return said


def _category_computed(tell: RegionTeller) -> Iterator[Sentence]:
    """That the category is the site's own, and that with which it is compared, if both are."""
    if tell.mine.category.rule is not Rule.BY_SCALE:
        return
    if _in_dateline(tell) or _in_lead_alone(tell):
        yield from scale_source(tell)
        return
    decided = is_decided(tell.evaluation, tell.mine.score)
    made = MadeTerms(tell, _editions_made(tell))
    source = lent_by(tell.evaluation, tell.mine)
    lent = (ScaleTerms(tell, source),) if source else ()
    more: dict[str, Said] = {} if lent else {"scale": NOTHING}
    both = as_before(tell)
    yield tell.caution("body.category_by_scale", made, *lent, both=both, decided=decided, **more)


def compared_computed(tell: RegionTeller) -> Iterator[Sentence]:
    """That the category with which one is compared is the site's own: said where that stands."""
    mine, change = tell.mine, tell.mine.categories.value
    if change is None or not change.by_scale:
        return
    if mine.category.rule is Rule.BY_SCALE and as_before(tell):
        return
    earlier = _compared(tell, change.year)
    decided = is_decided(earlier[0], earlier[1].score)
    lent = lent_by(*earlier)
    if lent == lent_by(tell.evaluation, mine) and _bounds_told(tell):
        lent = None  # said once
    scale = (ScaleThenTerms(tell, earlier[0], lent),) if lent else ()
    yield tell.caution(
        "body.before_by_scale",
        *(MadeTerms(tell, (earlier,)), *scale),
        decided=decided,
        **({} if scale else {"scale_then": NOTHING}),
    )


def made_by_site(tell: RegionTeller) -> MadeTerms | None:
    """Of what the site computed both the category and the score; None where one was published."""
    mine = tell.mine
    if (mine.category.rule, mine.score.rule) != (Rule.BY_SCALE, Rule.BY_INSTRUMENT):
        return None
    return MadeTerms(tell, _editions_made(tell)) if mine.category else None


def _editions_made(tell: RegionTeller) -> tuple[tuple[Evaluation, RegionFacts], ...]:
    """The edition, and before it that with which its category is compared, if both were computed alike."""
    change, own = tell.mine.categories.value, (tell.evaluation, tell.mine)
    return (_compared(tell, change.year), own) if change and as_before(tell) else (own,)


def _in_dateline(tell: RegionTeller) -> bool:
    """Whether the line above the text says that category and score are the site's own."""
    return tell.evaluation.published is not None and made_by_site(tell) is not None


def _in_lead_alone(tell: RegionTeller) -> bool:
    """Whether *menurut skala* in the lead says all: where nobody decides on categories."""
    told = (Kind.ORIGIN, "own") in tell.in_lead and category_in_lead(tell)
    decides = tell.evaluation.measure.taking_part or is_decided(tell.evaluation, tell.mine.score)
    return told and not decides and not as_before(tell)


def _compared(tell: RegionTeller, year: int) -> tuple[Evaluation, RegionFacts]:
    """The edition of an earlier year, and what is known of the region in it."""
    evaluation = tell.earlier(year)
    return evaluation, tell.facts.region(evaluation, tell.mine.region.id)


def as_before(tell: RegionTeller) -> bool:
    """Whether the category of the compared edition was computed of the same, and as little decided."""
    change = tell.mine.categories.value
    if change is None or not change.by_scale:
        return False
    earlier, then = _compared(tell, change.year)
    region = tell.mine.region.id
    both = ((tell.evaluation, tell.mine), (earlier, then))
    decided = {is_decided(evaluation, facts.score) for evaluation, facts in both}
    rules = {rule is Rule.BY_INSTRUMENT for rule in (then.score.rule, tell.mine.score.rule)}
    alike = rules == {False} or made_of(earlier, region).alike(made_of(tell.evaluation, region))
    return len(decided) == len(rules) == 1 and alike


def _no_category(tell: RegionTeller) -> Iterator[Sentence]:
    mine, why = tell.mine, tell.mine.category.why
    if why is Why.NO_CATEGORIES:
        return
    if mine.has_result:
        if why is Why.NOT_PUBLISHED and mine.score.why is Why.NOT_PUBLISHED:
            yield tell.say("body.only_rank")
        elif why is Why.NOT_PUBLISHED:
            yield tell.say("body.category_not_published")
        elif tell.whole.placed or len(tell.whole.with_result) < LEAST:
            # Else it is so of everybody: the figures beside the text say it.
            yield tell.say("body.category_unknown", name=tell.name())


def score(tell: RegionTeller, case: Case, rank_told: Said) -> Iterator[Sentence]:
    """The score with its change and the gap to the next category, or else with the rank; or why there
    is none."""
    mine = tell.mine
    if not mine.score:
        if mine.score.why is Why.STOPPED:
            yield _stopped(tell)
        elif mine.score.why is not Why.NOT_PUBLISHED:
            if not _scores_few(tell.whole):
                yield tell.say("body.score_unknown", name=tell.name())
        elif mine.category.why is not Why.NOT_PUBLISHED and not _of_all(tell):
            # Else one sentence has told of both; or it is so of all, and the edition's page says it.
            yield tell.say("body.score_not_published", name=tell.name())
        yield from stages_known(tell)
        return
    if not mine.score.settled:
        if tell.angle != "disputed_score" and not tell.noted(mine.score):
            yield tell.say("body.score_contested", name=tell.name())
        yield from maximum(tell)
        yield from noted(tell, mine.score)
        return
    moved = NOTHING if (Kind.SCORE, "before") in tell.in_lead else change_in_points(tell)
    apart = mine.moved_apart and not mine.places.known.others
    apart = apart and (Kind.RANK, "before") not in tell.in_lead
    told = _score_told(tell, case)
    at_bound = _at_bound(tell)
    gap = tell.part("part.gap") if _gap_is_news(tell) else NOTHING
    with_gap = NOTHING if at_bound or tell.angle == "short_of" else gap
    said: tuple[Slot, ...] = ()
    if apart:
        yield _score_and_rank(tell, told=told, moved=moved)
    elif not told or moved:
        rank = NOTHING if with_gap else rank_told
        extreme = bool(moved) and extreme_told(case, tell.angle)
        sentence = (
            _changed_said(tell, moved=moved, gap_told=with_gap, far=extreme, rank_told=rank)
            if told
            else _score_said(tell, moved=moved, gap_told=with_gap, far=extreme, rank_told=rank)
        )
        said = sentence.slots
        yield sentence
    if mine.score.rule is Rule.BY_INSTRUMENT and mine.category.rule is not Rule.BY_SCALE:
        made = MadeTerms(tell, ((tell.evaluation, mine),), "score")
        yield tell.caution("body.score_computed", made)
    yield from maximum(tell)
    if at_bound:
        yield tell.say("body.on_bound", gap_told=gap)
    elif gap and tell.angle != "short_of" and not any(slot in said for slot in gap.slots):
        yield tell.say("body.gap", gap_told=gap)
    if gap:
        yield from next_requires(tell)
    held = list(held_back(tell))
    yield from held
    if (at_bound or held) and not mine.gap:
        yield from _bounds(tell)
    yield from noted(tell, mine.score)


def _score_and_rank(tell: RegionTeller, *, told: bool, moved: Said) -> Sentence:
    """A score and a rank that moved in opposite directions; of a lead that says so, the figures."""
    led = {(Kind.DIRECTION, "points"), (Kind.DIRECTION, "places")} <= tell.in_lead
    if led and not told and tell.mine.rank.settled:
        was, rank_was = (tell.part(f"change.{name}_was") for name in ("score", "place"))
        rank = own_rank(tell, rank_then=rank_was)
        return _score_said(tell, "body.score_and_rank_then", score_was=was, rank_told=rank)
    placed = tell.mine.rank.settled and (Kind.RANK, "own") not in tell.in_lead
    since = place_now(tell) if placed else change_in_places(tell, "change.place_before")
    return _score_said(tell, "body.score_and_rank_apart", told=told, moved=moved, rank_from=since)


def _score_said(tell: RegionTeller, rule: str = "body.score", /, **more: Any) -> Sentence:
    """The score: *skornya*, unless the lead, or a note of the data, names others whose it might be."""
    others = any(kind is Kind.REGION and role != "own" for kind, role in tell.in_lead)
    if not tell.mine.category.note and not tell.elsewhere and (tell.named or not others):
        return tell.say(rule, named=False, **more)
    return tell.say(rule, named=True, name=tell.name(), **more)


def _changed_said(tell: RegionTeller, **more: Any) -> Sentence:
    """The change of a score that the lead tells: *skor itu*, unless a sentence about something else, such
    as a note, which may name others, is between."""
    named = bool(tell.mine.category.note) or tell.elsewhere
    return tell.say("body.score_changed", **tell.whose(named), **more)


def _bounds(tell: RegionTeller) -> Iterator[Sentence]:
    """Whose word the bounds are, where no line of the table says it with the distance to the next; of
    a computed category that is told with how it was computed."""
    if tell.mine.category.rule is not Rule.BY_SCALE:
        yield from scale_source(tell)


def _bounds_told(tell: RegionTeller) -> bool:
    """Whether the sentences of the score will say whose word the bounds are."""
    mine = tell.mine
    at = (_at_bound(tell) or bool(mine.held_back)) and not mine.gap
    return mine.score.settled and mine.category.rule is not Rule.BY_SCALE and at


def extreme_told(case: Case, angle: str) -> bool:
    """Whether the sentence of the score says that its change is the largest, where no lead does."""
    whole, mine = case.whole, case.mine
    apart = mine.moved_apart and not mine.places.known.others
    extreme = mine in whole.most_improved or mine in whole.largest_fall
    return extreme and not apart and angle not in EXTREME


def _scores_few(whole: EvaluationFacts) -> bool:
    """Whether it is so of most of many that no score is known: the figures beside the text say it."""
    return len(whole.with_result) >= SEVERAL and 2 * whole.scored < len(whole.with_result)


def _of_all(tell: RegionTeller) -> bool:
    """Whether the edition says of its whole group that scores are not published."""
    return "score" in tell.evaluation.settings.not_published


def _at_bound(tell: RegionTeller) -> bool:
    """Whether the score is exactly on the bound of its category: one just above it is no news."""
    return tell.mine.on_bound and tell.mine.as_by_scale


def _gap_is_news(tell: RegionTeller) -> bool:
    """Whether the next category is near, or the one from which it fell; else the box tells the gap."""
    mine, scale = tell.mine, tell.evaluation.scale
    if scale is None or not mine.gap or not mine.as_by_scale:
        return False
    near = mine.gap.known.points * USUAL_MAXIMUM <= CLOSE * scale.maximum
    return near or GapTerms(tell).returns


def _stopped(tell: RegionTeller) -> Sentence:
    """The score of the stage that stopped the region, and of what it was computed."""
    stage = stopping_stage(tell.evaluation, tell.mine.region.id)
    made = MadeTerms(tell, ((tell.evaluation, tell.mine),), "score", stage)
    return tell.say("body.score_stopped", made, name=tell.name())


def stages_known(tell: RegionTeller) -> Iterator[Sentence]:
    """The scores of single stages where there is no final one: they are none of the region."""
    mine, instrument = tell.mine, tell.evaluation.instrument
    if instrument is None or mine.score or mine.score.why is Why.STOPPED:
        return
    known = [
        StageKnownTerms(tell, stage, mine.stage_scores[stage.id])
        for stage in instrument.stages
        if mine.stage_scores.get(stage.id)
    ]
    if known:
        parts = [tell.part("part.stage_known", terms) for terms in known]
        yield tell.say("body.stages_known", stages_told=tell.joined(parts))


def maximum(tell: EvaluationTeller) -> Iterator[Sentence]:
    """The end of the scale, where it is not the usual 100."""
    scale = tell.evaluation.scale
    if scale is not None and scale.maximum != USUAL_MAXIMUM:
        yield tell.say("body.maximum", MaximumTerms(tell, scale.maximum))


def corrected_before(tell: RegionTeller) -> Iterator[Sentence]:
    """That the earlier score or rank, with which this one is compared, was corrected."""
    change = tell.mine.points.value
    if change is not None:
        yield from corrected_in(tell, tell.earlier(change.year), tell.mine.region.id)


def _score_told(tell: RegionTeller, case: Case) -> bool:
    """Whether the lead, or the paragraph of corrections after it, gives the score."""
    if tell.angle == "corrected":
        return any(item.field == "score" for item in case.corrections)
    return (Kind.SCORE, "own") in tell.in_lead
