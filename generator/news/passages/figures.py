"""What everybody needs first: the category and who else has it, the score, the rank."""

from __future__ import annotations

from collections.abc import Iterator

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.compare import compare_categories
from generator.facts.counts import CategoryCount
from generator.facts.group import EvaluationFacts
from generator.facts.made_of import made_of
from generator.facts.model import Category, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.standing import LEAST
from generator.facts.states import stopping_stage
from generator.format import Region
from generator.news.angles import CLOSE
from generator.news.case import Case
from generator.news.passages.moved import change_in_places, change_in_points
from generator.news.passages.requirements import held_back, next_requires
from generator.news.passages.said import corrected_in, noted
from generator.news.passages.sources import scale_source
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said, Slot, joined
from generator.news.tellers import LONGEST_LIST, EvaluationTeller, RegionTeller
from generator.news.terms.counts import CountBeforeTerms, CountTerms
from generator.news.terms.figures import GapTerms
from generator.news.terms.known import KnownTerms
from generator.news.terms.made import MadeTerms
from generator.news.terms.places import MaximumTerms
from generator.news.terms.stage import StageKnownTerms

SEVERAL = 8
"""In a group of so many what is so of most of them is no news of one."""


def category(tell: RegionTeller) -> Iterator[Sentence]:
    """What the category is, what is contested about it, and who else has it."""
    mine, fact = tell.mine, tell.mine.category
    if not fact:
        yield from _no_category(tell)
        return
    if not fact.settled:
        if tell.angle != "disputed_category" and not fact.note:
            yield tell.say("body.category_contested", name=tell.name())
        yield from noted(tell, fact)
        return
    # A lead about a correction, or about the place, does not say the category.
    stated = (Kind.CATEGORY, "own") not in tell.in_lead
    peers = list(_peers(tell, step=not stated))
    if stated:
        yield tell.say("body.category_stated")
    elif not peers:
        yield tell.say("body.category_place")
    yield from _category_computed(tell)
    if fact.rule is not Rule.BY_SCALE and mine.by_scale and mine.by_scale.value != fact.value:
        yield tell.say("body.category_against_scale")
    yield from noted(tell, fact)
    yield from peers
    if tell.whole.few_known and len(tell.whole.with_result) > 1:
        yield tell.say("body.known", KnownTerms(tell))


def _category_computed(tell: RegionTeller) -> Iterator[Sentence]:
    """That a category is the site's own, this one or that with which it is compared."""
    mine, change = tell.mine, tell.mine.categories.value
    before = change is not None and change.by_scale
    now = mine.category.rule is Rule.BY_SCALE
    decided = tell.evaluation.settings.decision is not None
    both = before and now and _as_before(tell)
    own = (tell.evaluation, mine)
    if now:
        editions = (_compared(tell, change.year), own) if both and change is not None else (own,)
        made = MadeTerms(tell, editions)
        yield tell.caution("body.category_by_scale", made, both=both, decided=decided)
    if before and not both and change is not None:
        earlier = _compared(tell, change.year)
        decided = earlier[0].settings.decision is not None
        made = MadeTerms(tell, (earlier,))
        yield tell.caution("body.before_by_scale", made, decided=decided)


def _compared(tell: RegionTeller, year: int) -> tuple[Evaluation, RegionFacts]:
    """The edition of an earlier year, and what is known of the region in it."""
    evaluation = tell.earlier(year)
    return evaluation, tell.facts.region(evaluation, tell.mine.region.id)


def _as_before(tell: RegionTeller) -> bool:
    """Whether the category of the compared edition was computed of the same, and as little decided."""
    change = tell.mine.categories.value
    if change is None:
        return False
    earlier, then = _compared(tell, change.year)
    region = tell.mine.region.id
    decided = {bool(e.settings.decision) for e in (tell.evaluation, earlier)}
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


def _peers(tell: RegionTeller, *, step: bool) -> Iterator[Sentence]:
    """How many share the category, and its ``step`` in the scale; the others' names if they are few."""
    whole = tell.whole
    item = count_of(whole, tell.mine.category.known.name)
    if item is None or not item.count or item.count.known.number < 2 or whole.few_known:
        return
    if tell.angle == "few":
        return
    number = item.count.known.number
    listed = whole.by_category.get(item.category.index, ())
    few = len(listed) == number <= LONGEST_LIST
    others = sorted((r for r in listed if r is not tell.mine.region), key=tell.names.short)
    count = CountTerms(tell, item, listed, others)
    earlier, said = _earlier_count(tell, item)
    yield tell.say(
        "body.peers" if few and not count.everyone else "body.peers_counted",
        count,
        how_many=tell.part("part.how_many", count, step=step),
        count_before=earlier,
        earlier=said,
    )


def count_of(whole: EvaluationFacts, name: str) -> CategoryCount | None:
    """The count of a category by its name."""
    return next((item for item in whole.counts if item.category.name == name), None)


def count_before(
    tell: EvaluationTeller, category: Category
) -> tuple[Evaluation, CategoryCount, tuple[Region, ...]] | None:
    """The count of a category in the edition a year before, and those known to have had it.

    None where that edition had another organizer, does not compare, or did not count it exactly.
    """
    previous = tell.facts.dataset.evaluations.get((tell.year - 1, tell.evaluation.group.id))
    if previous is None or previous.organizer != tell.evaluation.organizer:
        return None
    if not compare_categories(tell.evaluation, previous):
        return None
    before = tell.facts.evaluation(previous)
    old = count_of(before, category.name)
    if old is None or not old.count or old.count.known.at_least:
        return None
    return previous, old, before.by_category.get(old.category.index, ())


def _earlier_count(tell: RegionTeller, item: CategoryCount) -> tuple[CountBeforeTerms | None, Said]:
    """The same category a year before: the region's name when there was just one."""
    found = count_before(tell, item.category)
    if found is None:
        return None, NOTHING
    previous, old, named = found
    earlier = CountBeforeTerms(tell, old, named, previous)
    same = item.count.known == old.count.known
    return earlier, tell.part("part.earlier", earlier, same_number=same)


def score(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """The score with its change and the gap to the next category; or why there is none."""
    mine = tell.mine
    if not mine.score:
        if mine.score.why is Why.STOPPED:
            yield _stopped(tell)
        elif mine.score.why is not Why.NOT_PUBLISHED:
            if not _scores_few(tell.whole):
                yield tell.say("body.score_unknown", name=tell.name())
        elif mine.category:
            yield tell.say("body.score_not_published")
        yield from stages_known(tell)
        return
    if not mine.score.settled:
        if tell.angle != "disputed_score" and not mine.score.note:
            yield tell.say("body.score_contested", name=tell.name())
        yield from maximum(tell)
        yield from noted(tell, mine.score)
        return
    moved = NOTHING if (Kind.SCORE, "before") in tell.in_lead else change_in_points(tell)
    apart = mine.moved_apart and not mine.places.known.others
    told = _score_told(tell, case)
    at_bound = bool(mine.near_bound) and mine.near_bound.known.distance >= 0 and mine.as_by_scale
    gap = tell.part("part.gap") if _gap_is_news(tell) else NOTHING
    with_gap = NOTHING if at_bound else gap
    said: tuple[Slot, ...] = ()
    if apart:
        since = change_in_places(tell, "change.place_before")
        yield tell.say("body.score_and_rank_apart", name=tell.name(), moved=moved, rank_from=since)
    elif not told or moved:
        rule, name = ("body.score_changed", None) if told else ("body.score", tell.name())
        sentence = tell.say(rule, name=name, moved=moved, gap_told=with_gap)
        said = sentence.slots
        yield sentence
    if mine.score.rule is Rule.BY_INSTRUMENT and mine.category.rule is not Rule.BY_SCALE:
        made = MadeTerms(tell, ((tell.evaluation, mine),), "score")
        yield tell.caution("body.score_computed", made)
    yield from maximum(tell)
    if at_bound:
        rule = "body.on_bound" if mine.on_bound else "body.above_bound"
        yield tell.say(rule, gap_told=gap)
    elif gap and tell.angle != "short_of" and not any(slot in said for slot in gap.slots):
        yield tell.say("body.gap", gap_told=gap)
    if at_bound or gap:
        yield from scale_source(tell)
    if gap:
        yield from next_requires(tell)
    held = list(held_back(tell))
    yield from held
    if held and not (at_bound or gap):
        yield from scale_source(tell)
    yield from noted(tell, mine.score)


def _scores_few(whole: EvaluationFacts) -> bool:
    """Whether it is so of most of many that no score is known: the figures beside the text say it."""
    return len(whole.with_result) >= SEVERAL and 2 * whole.scored < len(whole.with_result)


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
        yield tell.say("body.stages_known", stages_told=joined(parts))


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
