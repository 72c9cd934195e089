"""What everybody needs first: the category and who else has it, the score, the rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.compare import compare_categories
from generator.facts.group import CategoryCount, EvaluationFacts
from generator.facts.model import Category, Participation, Rule, Why
from generator.format import Region
from generator.language import indonesian as words
from generator.news import records
from generator.news.angles import Case
from generator.news.sentence import Sentence
from generator.news.teller import EvaluationTeller, RegionTeller, Teller

LONGEST_LIST = 6
"""More names than this are a table's business, not a sentence's."""

_SCORE_IN_LEAD = ("entered", "returned", "scored", "score", "on_bound", "near_bound")


def category(tell: RegionTeller) -> Iterator[Sentence]:
    """What the category is, what is contested about it, and who else has it."""
    mine, fact = tell.mine, tell.mine.category
    if fact.value is None:
        yield from _no_category(tell)
        return
    value = fact.value
    yield tell.say(
        # A lead about a correction does not say the category.
        "body.category_stated" if tell.angle == "corrected" else "body.category_place",
        tell.own("category"),
        tell.step(tell.evaluation, value),
        short=tell.short,
        category=value.name,
        step=tell.common_part("part.step", index=value.index, of=value.of),
        of=value.of,
    )
    if fact.rule is Rule.BY_SCALE:
        earlier = mine.categories.value
        both = earlier is not None and earlier.by_scale
        yield tell.say(
            "body.category_by_scale",
            tell.own("category"),
            *([tell.own("categories")] if both else []),
            short=tell.short,
            year=tell.year,
            before_year=earlier.year if earlier is not None and both else "",
            score_computed=mine.score.rule is Rule.BY_INSTRUMENT,
        )
    elif mine.by_scale and mine.by_scale.value != value:
        yield tell.say(
            "body.category_against_scale",
            tell.own("by_scale"),
            tell.own("score"),
            score=words.decimal(mine.score.known),
            category=mine.by_scale.known.name,
        )
    yield from tell.noted(fact)
    change = mine.categories.value
    if change is not None and change.by_scale and fact.rule is not Rule.BY_SCALE:
        yield tell.say(
            "body.before_by_scale", tell.own("categories"), year=change.year, short=tell.short
        )
    yield from _peers(tell)


def _no_category(tell: RegionTeller) -> Iterator[Sentence]:
    mine, why = tell.mine, tell.mine.category.why
    if mine.has_result:
        if why is Why.NOT_PUBLISHED and mine.score.why is Why.NOT_PUBLISHED:
            yield tell.say(
                "body.only_rank", tell.own("category"), tell.own("score"), year=tell.year
            )
        elif why is Why.NOT_PUBLISHED:
            yield tell.say("body.category_not_published", tell.own("category"), year=tell.year)
        else:
            yield tell.say("body.category_unknown", tell.own("category"), short=tell.name())
    elif mine.participation is Participation.UNKNOWN and tell.angle == "unknown":
        yield from _participation_unknown(tell)


def _participation_unknown(tell: RegionTeller) -> Iterator[Sentence]:
    """For a region of which the edition says nothing: who took part is known only as a number."""
    took_part = tell.whole.took_part
    members = len(tell.evaluation.regions)
    partial = tell.evaluation.group.partial
    if not took_part or took_part.known < members or partial:
        numbers = bool(took_part) and not partial
        yield tell.say(
            "body.participation_unknown",
            *([tell.participants(), tell.members()] if numbers else []),
            short=tell.name(),
            took_part=took_part.value if numbers else None,
            members=members,
            group=tell.group,
        )


def _peers(tell: RegionTeller) -> Iterator[Sentence]:
    """How many share the category, with names when all are known and few, else examples."""
    whole = tell.whole
    item = count_of(whole, tell.mine.category.known.name)
    if item is None or not item.count or item.count.known.number < 2:
        return
    count = item.count.known
    listed = whole.by_category.get(item.category.index, ())
    few = listed if len(listed) == count.number <= LONGEST_LIST else ()
    names = sorted(tell.names.short(region) for region in few)
    evidence = [tell.count(tell.evaluation, item)]
    if whole.participants:
        evidence.append(tell.participants())
    earlier, earlier_evidence = _earlier_count(tell, item)
    how_many = tell.common_part(
        "part.how_many",
        number=count.number,
        at_least=count.at_least,
        total=whole.participants.value,
        group=tell.group,
        category=item.category.name,
        contested=item.contested,
        by_scale=item.by_scale,
    )
    yield tell.say(
        "body.peers" if names else "body.peers_counted",
        *evidence,
        *earlier_evidence,
        *tell.regions(few),
        how_many=how_many,
        names=names,
        **earlier,
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


def _earlier_count(tell: RegionTeller, item: CategoryCount) -> tuple[dict[str, Any], list[Any]]:
    """The same category a year before: the region's name when there was just one."""
    nothing = {"earlier_year": None, "earlier": "", "earlier_only": False, "earlier_same": False}
    found = count_before(tell, item.category)
    if found is None:
        return nothing, []
    previous, old, named_before = found
    number = old.count.known.number
    one = number == 1 and len(named_before) == 1
    values = {
        "earlier_year": previous.year,
        "earlier": tell.names.short(named_before[0])
        if one
        else f"{words.count(number)} {tell.group}"
        if number
        else tell.part("part.none"),
        "earlier_only": one,
        "earlier_same": not one and item.count.known == old.count.known and number > 0,
    }
    evidence = [tell.count(previous, old), tell.edition_year(previous)]
    return values, evidence + (tell.regions(named_before) if one else [])


def score(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """The score with its change and the gap to the next category; or why there is none."""
    mine = tell.mine
    if mine.score.value is None:
        if mine.score.why is Why.STOPPED:
            yield from _stopped(tell)
        elif mine.score.why is not Why.NOT_PUBLISHED:
            yield tell.say("body.score_unknown", tell.own("score"), short=tell.name())
        elif mine.category:
            yield tell.say("body.score_not_published", tell.own("score"), year=tell.year)
        return
    shown, change = words.decimal(mine.score.value), change_in_points(tell)
    if mine.moved_apart and not mine.places.known.others:
        yield tell.say(
            "body.score_and_rank_apart",
            tell.own("score"),
            tell.own("points"),
            tell.own("places"),
            short=tell.name(),
            score=shown,
            change=change,
            rank_change=change_in_places(tell),
        )
    elif not _score_told(tell, case):
        yield tell.say(
            "body.score",
            tell.own("score"),
            tell.own("points"),
            short=tell.name(),
            score=shown,
            change=change,
        )
    elif change:
        yield tell.say("body.score_changed", tell.own("points"), change=change)
    if mine.score.rule is Rule.BY_INSTRUMENT and mine.category.rule is not Rule.BY_SCALE:
        yield tell.say("body.score_computed", tell.own("score"))
    apart = mine.moved_apart and not mine.places.known.others
    said = not apart and (not _score_told(tell, case) or bool(change))
    if mine.near_bound and mine.near_bound.known.distance >= 0 and mine.as_by_scale:
        near = mine.near_bound.known
        yield tell.say(
            "body.on_bound" if mine.on_bound else "body.above_bound",
            tell.own("score"),
            tell.own("near_bound"),
            category=near.category,
            minimum=words.plain_number(near.minimum),
            points=words.decimal(near.distance),
            rounded=case.rounded,
        )
        said = True
    if mine.gap and mine.as_by_scale:
        gap = mine.gap.known
        yield tell.say(
            "body.gap",
            tell.own("gap"),
            follows=said,
            next_category=gap.category,
            minimum=words.plain_number(gap.minimum),
            points=words.decimal(gap.points),
        )
    yield from tell.noted(mine.score)


def _stopped(tell: RegionTeller) -> Iterator[Sentence]:
    """Which stage a body did not pass: it has no final score, and that is no score of zero."""
    stage = records.stopped_stage(tell)
    assert stage is not None and stage.threshold is not None
    yield tell.say(
        "body.score_stopped",
        *records.of_stage(tell, stage),
        short=tell.name(),
        stage=stage.name,
        score=words.decimal(tell.mine.stage_scores[stage.id].known),
        threshold=words.plain_number(stage.threshold),
    )


def corrected_before(tell: RegionTeller) -> Iterator[Sentence]:
    """That the earlier score or rank, with which this one is compared, was corrected."""
    change = tell.mine.points.value
    if change is None:
        return
    earlier = tell.facts.dataset.evaluations[change.year, tell.evaluation.group.id]
    yield from corrected_in(tell, earlier, tell.mine.region.id)


def corrected_in(tell: Teller, evaluation: Evaluation, region: str) -> Iterator[Sentence]:
    """Which score and rank of a region in an edition are corrected ones, and what stood there."""
    items = [
        (index, item)
        for index, item in enumerate(evaluation.settings.corrections)
        if item.region == region and item.field != "category"
    ]
    if items:
        yield tell.say(
            "body.before_corrected",
            *(records.correction_of(tell, evaluation, index, item) for index, item in items),
            tell.edition_year(evaluation),
            fields=[tell.part("part.field", name=item.field) for _, item in items],
            year=evaluation.year,
            values=[records.shown(item.field, item.from_) for _, item in items],
        )


def _score_told(tell: RegionTeller, case: Case) -> bool:
    """Whether the lead, or the paragraph of corrections after it, gives the score."""
    if tell.angle == "corrected":
        return any(item.field == "score" for item in case.corrections)
    return tell.angle in _SCORE_IN_LEAD


def rank(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """The rank with its n and those level; a contested one with the other values."""
    mine = tell.mine
    if mine.rank.value is None:
        if mine.rank.why is Why.PEERS_UNKNOWN:
            yield from _rank_not_computed(tell)
        elif mine.rank.why is Why.SOLE_PARTICIPANT:
            yield tell.say("body.sole_participant", tell.own("rank"), short=tell.name())
        return
    if mine.rank.others:
        yield _contested_rank(tell)
        return
    place = mine.rank.value
    contested = mine.places.value is not None and mine.places.value.others
    moved = "" if mine.moved_apart or contested else change_in_places(tell)
    computed = mine.rank.rule is Rule.RANKED
    evidence = [
        tell.own("rank"),
        *([tell.own("places")] if moved else []),
        *records.named(tell, case, "tied"),
    ]
    tied = [tell.names.short(region) for region in mine.some_tied(records.MOST_TIED)]
    many = mine.tied if mine.tied > records.MOST_TIED else 0
    if tell.angle in ("first_place", "tied") or (tell.angle == "rank" and not tied):
        if computed:
            yield tell.say("body.rank_computed", tell.own("rank"), year=tell.year)
        if moved:
            yield tell.say("body.rank_moved", *evidence, short=tell.short, rank_change=moved)
    else:
        yield tell.say(
            "body.rank",
            *evidence,
            short=tell.name(),
            computed=computed,
            rank=words.digits(place.place),
            of=words.digits(place.of) if place.of else "",
            finals=computed and bool(tell.whole.stopped),
            tied=[] if many else tied,
            many=many,
            group=tell.group,
            rank_change=moved,
        )
    peers = records.corrected_peers(tell)
    if peers:
        peer = tell.facts.dataset.regions[peers[0][1].region]
        yield tell.say(
            "body.tied_corrected",
            *(records.correction_of(tell, tell.evaluation, *peer) for peer in peers),
            tell.region(peer),
            fields=[
                tell.part("part.field", name=item.field)
                for _, item in peers
                if item.region == peers[0][1].region
            ],
            other=tell.names.short(peer),
            date=words.show_date(peers[0][1].date, weekday=True),
        )
    yield from tell.noted(mine.rank)
    yield from _earlier_rank(tell)


def _contested_rank(tell: RegionTeller) -> Sentence:
    """A rank for which several values were published: none of them is chosen."""
    fact = tell.mine.rank
    if fact.note:
        return tell.say("body.note", tell.note(fact), tell.own("rank"), note=fact.note)
    values = [
        words.digits(place) for place in (fact.known.place, *(o.value.place for o in fact.others))
    ]
    return tell.say("body.rank_contested", tell.own("rank"), short=tell.name(), values=values)


def _earlier_rank(tell: RegionTeller) -> Iterator[Sentence]:
    """What is contested about the earlier rank, and whether the direction holds all the same."""
    change = tell.mine.places.value
    if change is None or not change.others:
        return
    agreed = change.agreed and change.places
    direction = tell.part("part.better" if change.places > 0 else "part.worse") if agreed else ""
    yield tell.say(
        "body.earlier_rank_contested",
        tell.own("places"),
        year=change.year,
        this_year=tell.year,
        values=[words.digits(place) for place in (change.before.place, *change.others)],
        direction=direction,
    )


def _rank_not_computed(tell: RegionTeller) -> Iterator[Sentence]:
    whole = tell.whole
    others = max(whole.took_part.known - whole.scored, 0) if whole.took_part else 0
    evidence = [tell.own("rank")]
    if others:
        evidence.append(tell.unscored(others))
    some = whole.scored > 1
    yield tell.say("body.rank_not_computed", *evidence, others=others, some=some)


def change_in_points(tell: RegionTeller) -> str:
    """``naik 2,45 poin dari 90,10 pada 2024``; empty where no change is known."""
    change = tell.mine.points.value
    if change is None:
        return ""
    direction = "up" if change.points > 0 else "down" if change.points < 0 else "same"
    return tell.part(
        f"change.{direction}",
        points=words.decimal(abs(change.points)),
        before=words.decimal(change.before),
        year=change.year,
    )


def change_in_places(tell: RegionTeller) -> str:
    """``turun satu tempat dari peringkat 5 pada 2020``; empty where no change is known."""
    change = tell.mine.places.value
    if change is None:
        return ""
    direction = "up" if change.places > 0 else "down" if change.places < 0 else "same"
    return tell.part(
        f"change.place_{direction}",
        places=abs(change.places),
        before=words.digits(change.before.place),
        of=words.digits(change.before.of) if _other_number(tell) and change.before.of else "",
        year=change.year,
    )


def _other_number(tell: RegionTeller) -> bool:
    """Whether another number of bodies was ranked in the edition that the rank is compared with."""
    change, rank = tell.mine.places.value, tell.mine.rank.value
    if change is None or rank is None or rank.of is None:
        return False
    return change.before.of not in (None, rank.of)
