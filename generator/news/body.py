"""The paragraphs below the lead: category and peers, figures, target, activities, replies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator import words
from generator.facts.model import (
    CategoryCount,
    EvaluationFacts,
    Fact,
    Outcome,
    Participation,
    PlaceChange,
    PointChange,
    Rule,
    Why,
)
from generator.news.sentence import Sentence, Teller
from generator.schema import Statement

LONGEST_LIST = 6
"""More names than this are a table's business, not a sentence's."""


def paragraphs(tell: Teller) -> Iterator[tuple[Sentence, ...]]:
    """The body in order; a paragraph may be empty."""
    yield tuple(category(tell))
    yield tuple(figures(tell))
    yield tuple(before(tell))
    yield tuple(corrections(tell))
    yield tuple(target(tell))
    yield from activities(tell)
    yield tuple(responses(tell))


def category(tell: Teller) -> Iterator[Sentence]:
    """What the category is, who else has it, and what is not known."""
    mine, fact = tell.mine, tell.mine.category
    if fact.value is None:
        if tell.angle in ("rank", "score"):
            if fact.why is Why.NOT_PUBLISHED and mine.score.why is Why.NOT_PUBLISHED:
                yield tell.say("only_rank")
            elif fact.why is Why.NOT_PUBLISHED:
                yield tell.say("category_not_published")
            else:
                yield tell.say("category_unknown", short=tell.short)
        elif mine.participation is Participation.UNKNOWN and tell.angle == "unknown":
            yield from participation_unknown(tell)
        return
    value = fact.value
    yield tell.say("category_place", fact, category=value.name, index=value.index, of=value.of)
    if fact.rule is Rule.BY_SCALE:
        yield tell.say("category_by_scale", fact)
    elif mine.by_scale.value is not None and mine.by_scale.value != value:
        yield tell.say(
            "category_against_scale",
            mine.by_scale,
            score=words.decimal(mine.score.known),
            category=mine.by_scale.value.name,
        )
    if fact.note:
        yield tell.say("category_note", fact, note=fact.note)
    if mine.held and mine.held.known.editions > 2:
        held = mine.held.known
        yield tell.say("held", mine.held, editions=held.editions, since=held.since)
    yield from peers(tell)
    result = tell.evaluation.settings.distinctions
    for item in result:
        if item.region == mine.region.id:
            yield tell.say(
                "distinction",
                source=item.source,
                short=tell.short,
                title=item.title,
                group=tell.group_noun,
            )


def participation_unknown(tell: Teller) -> Iterator[Sentence]:
    """For a region of which the edition says nothing: who took part is known only as a number."""
    whole = tell.facts.evaluation(tell.evaluation)
    members = len(tell.evaluation.regions)
    if whole.took_part and not tell.evaluation.group.partial and whole.took_part.known < members:
        yield tell.say(
            "participation_unknown",
            whole.took_part,
            short=tell.short,
            took_part=whole.took_part.known,
            members=members,
            group=tell.group_noun,
        )


def peers(tell: Teller) -> Iterator[Sentence]:
    """How many share the category, with names when all are known and few."""
    whole = tell.facts.evaluation(tell.evaluation)
    item = _count_of(whole, tell.mine.category.known.name)
    if item is None or not item.count or item.count.known.number < 2:
        return
    count = item.count.known
    same = [
        facts.region
        for facts in whole.order
        if facts.category and facts.category.known.index == item.category.index
    ]
    named = sorted(tell.names.short(region) for region in same)
    if len(named) != count.number or len(named) > LONGEST_LIST:
        named = []
    earlier = _earlier_count(tell, item)
    yield tell.say(
        "peers",
        item.count,
        number=count.number,
        at_least=count.at_least,
        total=whole.took_part.value,
        group=tell.group_noun,
        category=item.category.name,
        names=named,
        **earlier,
    )


def _count_of(whole: EvaluationFacts, name: str) -> CategoryCount | None:
    return next((item for item in whole.counts if item.category.name == name), None)


def _earlier_count(tell: Teller, item: CategoryCount) -> dict[str, Any]:
    """The same category a year before: the region's name when there was just one."""
    nothing: dict[str, Any] = {
        "earlier_year": None,
        "earlier": "",
        "earlier_at_least": False,
        "earlier_only": False,
    }
    previous = tell.facts.dataset.evaluations.get(
        (tell.evaluation.year - 1, tell.evaluation.group.id)
    )
    if previous is None or previous.organizer != tell.evaluation.organizer:
        return nothing
    before = tell.facts.evaluation(previous)
    old = _count_of(before, item.category.name)
    if old is None or not old.count or old.count.known.at_least:
        return nothing
    number = old.count.known.number
    named = [f.region for f in before.order if f.category and f.category.known == old.category]
    one = number == 1 and len(named) == 1
    return {
        "earlier_year": previous.year,
        "earlier": tell.names.short(named[0])
        if one
        else words.count(number)
        if number
        else "tidak ada",
        "earlier_at_least": False,
        "earlier_only": one,
    }


def figures(tell: Teller) -> Iterator[Sentence]:
    """Score, gap, rank: what is known of them, and what is not and why."""
    mine = tell.mine
    if tell.angle in ("unknown", "not_published", "absent", "not_assessed"):
        return
    change, moved = _points(tell, mine.points), _places(tell, mine.places)
    told_rank = False
    if mine.score.value is not None:
        score = words.decimal(mine.score.value)
        if mine.moved_apart:
            yield tell.say(
                "score_and_rank_apart",
                mine.score,
                mine.points,
                mine.places,
                short=tell.short,
                score=score,
                change=change,
                rank_change=moved,
            )
            told_rank = True
        elif tell.angle not in ("entered", "scored", "score"):
            yield tell.say(
                "score", mine.score, mine.points, short=tell.short, score=score, change=change
            )
        elif change:
            yield tell.say("score_changed", mine.score, mine.points, change=change)
        if mine.score.note:
            yield tell.say("score_has_note", mine.score, note=mine.score.note)
        if mine.on_bound and mine.by_scale:
            yield tell.say("on_bound", mine.score, category=mine.by_scale.known.name)
    elif mine.score.why is Why.NOT_PUBLISHED:
        if mine.category:
            yield tell.say("score_not_published")
    else:
        yield tell.say("score_unknown", short=tell.short)
    if mine.gap:
        gap = mine.gap.known
        yield tell.say(
            "gap",
            mine.gap,
            next_category=gap.category,
            minimum=words.plain_number(gap.minimum),
            points=words.decimal(gap.points),
        )
    yield from rank(tell, "" if told_rank else moved)


def rank(tell: Teller, moved: str) -> Iterator[Sentence]:
    """The rank with its n and those level; a contested one with the other values."""
    mine = tell.mine
    if mine.rank.value is None:
        if mine.rank.why is Why.PEERS_UNKNOWN:
            whole = tell.facts.evaluation(tell.evaluation)
            others = whole.took_part.value - 1 if whole.took_part.value else None
            if whole.scored == 1 or others is None:
                yield tell.say("rank_not_computed", mine.rank, others=others)
            else:
                unknown = (whole.took_part.value or 0) - whole.scored
                yield tell.say("rank_not_computed", mine.rank, others=max(unknown, 0))
        return
    place = mine.rank.value
    if tell.angle == "rank" and moved and not place.tied:
        yield tell.say("rank_moved", mine.places, rank_change=moved)
    elif tell.angle != "rank" or place.tied:
        yield tell.say(
            "rank",
            mine.rank,
            mine.places,
            short=tell.short,
            rank=words.digits(place.place),
            of=words.digits(place.of) if place.of else "",
            tied=[tell.names.short(region) for region in place.tied],
            rank_change=moved,
        )
    if mine.rank.note:
        yield tell.say("category_note", mine.rank, note=mine.rank.note)
    elif mine.places and mine.places.note:
        year = mine.places.known.year
        yield tell.say("earlier_rank_note", mine.places, year=year, note=mine.places.note)
    elif mine.rank.others:
        others_said = [words.digits(other.value.place) for other in mine.rank.others]
        yield tell.say("rank_contested", mine.rank, others=others_said)


def _points(tell: Teller, fact: Fact[PointChange]) -> str:
    change = fact.value
    if change is None:
        return ""
    direction = "up" if change.points > 0 else "down" if change.points < 0 else "same"
    return tell.phrases.say(
        f"change.{direction}",
        points=words.decimal(abs(change.points)),
        before=words.decimal(change.before),
        year=change.year,
    )


def _places(tell: Teller, fact: Fact[PlaceChange]) -> str:
    change = fact.value
    if change is None:
        return ""
    direction = "up" if change.places > 0 else "down" if change.places < 0 else "same"
    return tell.phrases.say(
        f"change.place_{direction}",
        places=abs(change.places),
        before=words.digits(change.before.place),
        year=change.year,
    )


def before(tell: Teller) -> Iterator[Sentence]:
    """What the earlier editions say where no change could be told."""
    mine = tell.mine
    if mine.absent_before and mine.participation is Participation.TOOK_PART:
        years = [str(year) for year in sorted(mine.absent_before)]
        source = _absence_source(tell, mine.absent_before[0])
        yield tell.say("absent_before", short=tell.short, years=years, according_to=source)
        yield tell.say("no_comparison", years=years)
        return
    if mine.has_result and Why.NOT_COMPARABLE in (mine.points.why, mine.categories.why):
        yield tell.say("not_comparable", mine.points)
    if tell.angle in ("unknown", "absent", "not_assessed", "rank"):
        yield from _earlier_result(tell)


def _absence_source(tell: Teller, year: int) -> str:
    """Whose word an absence is; empty where the edition names none."""
    earlier = tell.facts.dataset.evaluations.get((year, tell.evaluation.group.id))
    if earlier is None:
        return ""
    source = earlier.source(earlier.absent[tell.mine.region.id].source)
    return source.publisher or "" if source else ""


def _earlier_result(tell: Teller) -> Iterator[Sentence]:
    for evaluation, facts in tell.facts.history(tell.mine.region.id):
        if evaluation.year >= tell.evaluation.year:
            continue
        if facts.category:
            value = facts.category.known
            yield tell.say(
                "earlier_category",
                facts.category,
                year=evaluation.year,
                short=tell.short,
                category=value.name,
                index=value.index,
                of=value.of,
            )
            return
        if facts.rank and not tell.mine.places:
            place = facts.rank.known
            yield tell.say(
                "earlier_rank",
                facts.rank,
                year=evaluation.year,
                short=tell.short,
                rank=words.digits(place.place),
                of=words.digits(place.of) if place.of else "",
            )
            return


_FIELDS = {"score": "skor", "category": "kategori", "rank": "peringkat"}


def corrections(tell: Teller) -> Iterator[Sentence]:
    """What was published, what stands now, when, why and by which decision; one act, one sentence."""
    mine = [c for c in tell.evaluation.settings.corrections if c.region == tell.mine.region.id]
    for (date, reason, decision, source), group in groupby(
        mine, key=lambda c: (c.date, c.reason, c.decision, c.source)
    ):
        items = list(group)
        yield tell.say(
            "correction",
            source=source,
            before=[_figure(item.field, item.from_) for item in items],
            after=[_figure(item.field, item.to) for item in items],
            date=words.show_date(date),
            decision=decision,
            reason=reason[:1].lower() + reason[1:] if reason else "",
        )


def _figure(field: str, value: str) -> str:
    return f"{_FIELDS[field]} {value.replace('.', ',') if field == 'score' else value}"


def target(tell: Teller) -> Iterator[Sentence]:
    """The target that somebody set, the hopes of the same person, and whether it was met."""
    fact = tell.mine.target
    if fact.value is None:
        return
    wanted, outcome = fact.value.target, fact.value.outcome
    scale = tell.evaluation.scale
    is_category = scale is not None and wanted.at_least in [s.name for s in scale.categories]
    change = tell.mine.categories.value
    keep = change is not None and change.before.name == wanted.at_least
    published = tell.evaluation.settings.published
    values = {
        "short": tell.short,
        "keep": keep,
        "is_category": is_category,
        "at_least": wanted.at_least if is_category else wanted.at_least.replace(".", ","),
    }
    if wanted.by:
        yield tell.say(
            "target",
            fact,
            source=wanted.source,
            before=bool(wanted.date and published and wanted.date.first_day < published.first_day),
            who=f"{wanted.office} {wanted.by}" if wanted.office else wanted.by,
            hope=words.join([_inside(tell, s.text) for s in _hopes(tell, wanted.by)]),
            **values,
        )
    else:
        yield tell.say("target_anonymous", fact, source=wanted.source, **values)
    if outcome is Outcome.MISSED:
        yield tell.say("target_missed", fact, year=tell.evaluation.year)
    elif outcome is not None:
        yield tell.say("target_met", fact, year=tell.evaluation.year)


def _hopes(tell: Teller, speaker: str) -> list[Statement]:
    statements = tell.result.statements if tell.result else ()
    return [s for s in statements if s.speaker == speaker and s.verb == "berharap"]


def _inside(tell: Teller, text: str) -> str:
    """A clause after a subject that is the region itself: its name is not said twice."""
    return text.removeprefix(f"{tell.short} ")


def activities(tell: Teller) -> Iterator[tuple[Sentence, ...]]:
    """Activities by date, then the statements, each speaker's together."""
    result = tell.result
    if result is None:
        return
    done: list[Sentence] = []
    for item in sorted(result.activities, key=lambda a: a.date.first_day):
        date = words.show_date(item.date, weekday=True)
        rule = "activity" if item.by else "activity_anonymous"
        done.append(tell.say(rule, source=item.source, date=date, by=item.by, title=item.title))
    speaker_of_target = result.target.by if result.target else None
    spoken: list[Sentence] = []
    for (speaker, office), group in groupby(result.statements, key=lambda s: (s.speaker, s.office)):
        mine = [s for s in group if not (speaker == speaker_of_target and s.verb == "berharap")]
        if not mine:
            continue
        who = f"{office} {speaker}" if office and speaker != speaker_of_target else speaker
        parts = [f"{s.verb} {s.text}" for s in mine]
        spoken.append(tell.say("statement", source=mine[0].source, who=who, parts=parts))
    yield tuple(done + spoken)


def responses(tell: Teller) -> Iterator[Sentence]:
    """The right of reply, dated and attributed."""
    for item in tell.result.responses if tell.result else ():
        yield tell.say(
            "response",
            source=item.source,
            by=item.by,
            date=words.show_date(item.date),
            text=item.text,
        )
