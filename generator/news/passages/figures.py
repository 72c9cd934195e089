"""What everybody needs first: the category and who else has it, the score, the rank."""

from __future__ import annotations

from collections.abc import Iterator

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.compare import compare_categories
from generator.facts.counts import CategoryCount
from generator.facts.group import EvaluationFacts
from generator.facts.model import Category, Participation, Rule, Why
from generator.facts.sources import sources_of
from generator.format import Region
from generator.news.angles import Case
from generator.news.evidence import Evidence, places_of
from generator.news.passages.doors import participants
from generator.news.passages.moved import change_in_places, change_in_points, rank_then
from generator.news.passages.requirements import held_back, next_requires
from generator.news.passages.said import corrected_in, noted
from generator.news.passages.sources import scale_source
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Kind, Said, joined
from generator.news.tellers import LONGEST_LIST, EvaluationTeller, RegionTeller
from generator.news.terms.absence import ParticipationTerms
from generator.news.terms.counts import CountBeforeTerms, CountTerms
from generator.news.terms.history import EarlierTerms
from generator.news.terms.places import MaximumTerms
from generator.news.terms.records import CorrectionTerms, PeerCorrectionsTerms
from generator.news.terms.regions import MissingTerms, UnscoredTerms
from generator.news.terms.stage import StageKnownTerms


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
    yield tell.say("body.category_stated" if stated else "body.category_place")
    change = mine.categories.value
    before_by_scale = change is not None and change.by_scale
    if fact.rule is Rule.BY_SCALE:
        yield tell.say("body.category_by_scale", both=before_by_scale)
    elif mine.by_scale and mine.by_scale.value != fact.value:
        yield tell.say("body.category_against_scale")
    yield from noted(tell, fact)
    if before_by_scale and fact.rule is not Rule.BY_SCALE:
        yield tell.say("body.before_by_scale")
    yield from _peers(tell)


def _no_category(tell: RegionTeller) -> Iterator[Sentence]:
    mine, why = tell.mine, tell.mine.category.why
    if why is Why.NO_CATEGORIES:
        return
    if mine.has_result:
        if why is Why.NOT_PUBLISHED and mine.score.why is Why.NOT_PUBLISHED:
            yield tell.say("body.only_rank")
        elif why is Why.NOT_PUBLISHED:
            yield tell.say("body.category_not_published")
        else:
            yield tell.say("body.category_unknown", name=tell.name())
    elif mine.region.id in tell.evaluation.names and mine.participation is Participation.TOOK_PART:
        yield tell.say("body.took_part", ParticipationTerms(tell), name=tell.name())
    elif (
        mine.participation is Participation.UNKNOWN
        and tell.angle == "unknown"
        and tell.evaluation.measure.taking_part
    ):
        yield from _participation_unknown(tell)


def _participation_unknown(tell: RegionTeller) -> Iterator[Sentence]:
    """For a region of which the edition says nothing: who took part is known only as a number."""
    took_part, partial = tell.whole.took_part, tell.evaluation.group.partial
    if took_part and took_part.known <= len(tell.evaluation.names):
        return  # every participant is named
    if not took_part or took_part.known < len(tell.evaluation.regions) or partial:
        numbers = bool(took_part) and not partial
        yield tell.say("body.participation_unknown", name=tell.name(), numbers=numbers)
        yield from participants(tell)


def _peers(tell: RegionTeller) -> Iterator[Sentence]:
    """How many share the category, with names when all are known and few, else examples."""
    whole = tell.whole
    item = count_of(whole, tell.mine.category.known.name)
    if item is None or not item.count or item.count.known.number < 2:
        return
    number = item.count.known.number
    listed = whole.by_category.get(item.category.index, ())
    few = listed if len(listed) == number <= LONGEST_LIST else ()
    by_name = sorted(few, key=tell.names.short)
    count = CountTerms(tell, item, listed, by_name)
    earlier, said = _earlier_count(tell, item)
    yield tell.say(
        "body.peers" if few else "body.peers_counted",
        count,
        how_many=tell.part("part.how_many", count),
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
            yield tell.say("body.score_stopped", name=tell.name())
        elif mine.score.why is not Why.NOT_PUBLISHED:
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
    moved = change_in_points(tell)
    apart = mine.moved_apart and not mine.places.known.others
    told = _score_told(tell, case)
    if apart:
        rank_moved = change_in_places(tell)
        yield tell.say(
            "body.score_and_rank_apart", name=tell.name(), moved=moved, rank_moved=rank_moved
        )
    elif not told:
        yield tell.say("body.score", name=tell.name(), moved=moved)
    elif moved:
        yield tell.say("body.score_changed", moved=moved)
    if mine.score.rule is Rule.BY_INSTRUMENT and mine.category.rule is not Rule.BY_SCALE:
        yield tell.say("body.score_computed")
    said = not apart and (not told or bool(moved))
    yield from maximum(tell)
    if mine.near_bound and mine.near_bound.known.distance >= 0 and mine.as_by_scale:
        yield tell.say("body.on_bound" if mine.on_bound else "body.above_bound")
        said = True
    if mine.gap and mine.as_by_scale:
        if tell.angle != "short_of":
            yield tell.say("body.gap", follows=said)
        yield from scale_source(tell)
        yield from next_requires(tell)
    yield from held_back(tell)
    yield from noted(tell, mine.score)


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


def rank(tell: RegionTeller) -> Iterator[Sentence]:
    """The rank with its n and those level; a contested one with the other values."""
    mine, within = tell.mine, tell.mine.rank_in_category
    if within:
        rule = "rank_in_category" if within.settled else "rank_in_category_contested"
        yield tell.say(f"body.{rule}", name=tell.name())
        yield from noted(tell, within)
    if not mine.rank:
        if mine.rank.why in (Why.PEERS_UNKNOWN, Why.SOME_PEERS_UNKNOWN) and not within:
            yield from _rank_not_computed(tell)
        elif mine.rank.why is Why.PEERS_UNSURE:
            yield _rank_unsure(tell)
        elif mine.rank.why is Why.SOLE_PARTICIPANT:
            finals = bool(tell.whole.stopped)
            yield tell.say("body.sole_participant", name=tell.name(), finals=finals)
        return
    if not mine.rank.settled:
        if tell.angle != "disputed_rank" and not mine.rank.note:
            yield tell.say("body.rank_contested", name=tell.name())
        yield from noted(tell, mine.rank)
        return
    contested = mine.places.value is not None and mine.places.value.others
    moved = NOTHING if mine.moved_apart or contested else change_in_places(tell)
    then = NOTHING if moved or contested else rank_then(tell)
    computed = mine.rank.rule is Rule.RANKED
    tied = mine.tied > 0
    if (Kind.RANK, "own") in tell.in_lead and (tell.angle == "tied" or not tied):
        if computed:
            yield tell.say("body.rank_computed")
        if tell.angle == "places_moved":
            pass  # the lead gives both places
        elif moved:
            yield tell.say("body.rank_moved", rank_moved=moved)
        elif then:
            yield tell.say("body.rank_then", rank_then=then)
    else:
        finals = computed and bool(tell.whole.stopped)
        yield tell.say(
            "body.rank", name=tell.name(), finals=finals, rank_moved=moved, rank_then=then
        )
    peers = corrected_peers(tell)
    if peers:
        yield tell.say("body.tied_corrected", PeerCorrectionsTerms(tell, peers, tell.evaluation))
    yield from noted(tell, mine.rank)
    yield from _earlier_rank(tell)
    if mine.places.why is Why.OTHER_NUMBER:
        yield from _rank_before(tell)


def corrected_peers(tell: RegionTeller) -> list[CorrectionTerms]:
    """Corrections of the score or rank of the first of those level with the region."""
    evaluation = tell.evaluation
    if not evaluation.settings.corrections or not tell.mine.rank.value:
        return []
    level = {region.id for region in tell.mine.rank.value.level} - {tell.mine.region.id}
    found = sorted(
        (at for id_ in level for at in evaluation.corrections_of(id_) if at[1].field != "category"),
        key=lambda at: at[0],
    )
    return [
        CorrectionTerms(tell, evaluation, index, item)
        for index, item in found
        if item.region == found[0][1].region
    ]


def _earlier_rank(tell: RegionTeller) -> Iterator[Sentence]:
    """What is contested about the earlier rank, and whether the direction holds all the same."""
    change = tell.mine.places.value
    if change is not None and change.others:
        agreed = bool(change.agreed and change.places)
        yield tell.say("body.earlier_rank_contested", agreed=agreed)


def _rank_before(tell: RegionTeller) -> Iterator[Sentence]:
    """The earlier rank by itself, where it is not certain which of the two is the better one."""
    before = (pair for pair in tell.history if pair[0].year < tell.year and pair[1].rank)
    found = next(before, None)
    if found is not None:
        yield tell.say("body.earlier_rank", EarlierTerms(tell, *found), name=tell.name())


def _rank_not_computed(tell: RegionTeller) -> Iterator[Sentence]:
    whole = tell.whole
    others = whole.took_part.known - whole.scored - whole.stopped if whole.took_part else 0
    some = whole.scored > 1
    yield tell.say("body.rank_not_computed", UnscoredTerms(tell, max(others, 0)), some=some)


def _rank_unsure(tell: RegionTeller) -> Sentence:
    """Whose score keeps all from being ranked."""
    found = tell.whole.unsure
    named = found.regions if len(found) <= LONGEST_LIST else ()
    scores = [facts.score for facts in found]
    label, number = tell.label("unsure", year=tell.year), str(len(found))
    told = Evidence(label, number, places_of(*scores), sources_of(*scores), Rule.COUNTED)
    return tell.say("body.rank_unsure", MissingTerms(tell, found.regions, named, (told,)))
