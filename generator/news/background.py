"""The background: earlier editions, corrections, target, activities, statements, replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator import words
from generator.facts.model import Outcome, Participation, RegionFacts, Rule, Why
from generator.news import records
from generator.news.angles import Case
from generator.news.sentence import Paragraph, Sentence
from generator.news.teller import RegionTeller
from generator.schema import PartialDate

MOST_EARLIER = 4
"""Earlier editions that one sentence lists; a longer history is the region page's business."""


def absence(tell: RegionTeller) -> Iterator[Sentence]:
    """That there is no result, which is no result of zero; and earlier absences."""
    evidence = records.absence(tell)
    yield tell.say("body.no_result", evidence[0], short=tell.name())
    years = [str(year) for year in sorted(tell.mine.absent_before)]
    if years and tell.angle == "absent_again":
        yield tell.say("body.absent_too", *evidence, short=tell.name(), years=years)


def before(tell: RegionTeller) -> Iterator[Sentence]:
    """What the earlier editions say: absences, then earlier categories, then why nothing compares."""
    mine = tell.mine
    if mine.absent_before and mine.participation is Participation.TOOK_PART:
        years = [str(year) for year in sorted(mine.absent_before)]
        evidence = [records.earlier_absence(tell, year) for year in mine.absent_before]
        source = evidence[0].source
        according_to = tell.government(source.publisher) if source and source.publisher else ""
        yield tell.say(
            "body.absent_before",
            *evidence,
            short=tell.name(),
            years=years,
            according_to=according_to,
        )
        if not mine.categories and not mine.points:
            yield tell.say("body.no_comparison", *evidence, years=years)
    if mine.has_result and Why.NOT_COMPARABLE in (mine.points.why, mine.categories.why):
        yield tell.say("body.not_comparable", tell.own("points"), tell.own("categories"))
    yield from _history(tell)


def _history(tell: RegionTeller) -> Iterator[Sentence]:
    """The earlier categories that the lead does not tell, oldest first; else an earlier rank."""
    earlier = [facts for _, facts in tell.history if facts.year < tell.year]
    placed = [facts for facts in earlier if facts.category][:MOST_EARLIER]
    told, held = tell.mine.categories.value, tell.mine.held.value
    untold = [facts for facts in placed if told is None or facts.year != told.year]
    if held is not None and held.editions > len(placed) > 1:
        yield tell.say("body.held_since", tell.own("held"), short=tell.name(), since=held.since)
    elif len(placed) > 1 and untold:
        evidence = [tell.figure("category", f.category, f.year) for f in placed]
        runs = runs_of_categories(reversed(placed))
        yield tell.say(
            "body.history",
            *evidence,
            *tell.editions(*(facts.year for facts in placed)),
            short=tell.name(),
            parts=[
                tell.part(
                    "part.category_years",
                    category=name,
                    years=years_of(group),
                    by_scale=all(f.category.rule is Rule.BY_SCALE for f in group),
                )
                for name, group in runs
            ],
        )
    elif untold:
        yield _earlier_category(tell, untold[0])
    elif not placed and not tell.mine.places:
        ranked = next((facts for facts in earlier if facts.rank), None)
        if ranked is not None:
            yield _earlier_rank(tell, ranked)


def runs_of_categories(
    oldest_first: Iterable[RegionFacts],
) -> list[tuple[str, list[RegionFacts]]]:
    """Neighbouring editions with the same category together."""
    runs = groupby(oldest_first, key=lambda facts: facts.category.known.name)
    return [(name, list(group)) for name, group in runs]


def years_of(group: Sequence[RegionFacts]) -> list[str]:
    """All years of a run, or the first and the last of many that leave none out."""
    years = [facts.year for facts in group]
    unbroken = years[-1] - years[0] == len(years) - 1
    if len(years) > 3 and unbroken:
        return [f"{years[0]}–{years[-1]}"]
    return [str(year) for year in years]


def _earlier_category(tell: RegionTeller, facts: RegionFacts) -> Sentence:
    value = facts.category.known
    earlier = tell.facts.dataset.evaluations[facts.year, facts.group]
    return tell.say(
        "body.earlier_category",
        tell.figure("category", facts.category, facts.year),
        tell.step(earlier, value),
        *tell.editions(facts.year),
        year=facts.year,
        short=tell.short,
        category=value.name,
        by_scale=facts.category.rule is Rule.BY_SCALE,
        step=tell.common_part("part.step", index=value.index, of=value.of),
    )


def _earlier_rank(tell: RegionTeller, facts: RegionFacts) -> Sentence:
    place = facts.rank.known
    return tell.say(
        "body.earlier_rank",
        tell.figure("rank", facts.rank, facts.year),
        *tell.editions(facts.year),
        year=facts.year,
        short=tell.name(),
        rank=words.digits(place.place),
        of=words.digits(place.of) if place.of else "",
    )


def corrections(tell: RegionTeller, case: Case) -> Iterator[Sentence]:
    """What was published, what stands now, when, why and by which decision; one act at a time."""
    for (date, reason, decision, _), group in groupby(
        case.corrections, key=lambda c: (c.date, c.reason, c.decision, c.source)
    ):
        items = list(group)
        evidence = [records.correction(tell, item) for item in items]
        figures = [
            [
                tell.part(
                    "part.corrected",
                    field=tell.part("part.field", name=item.field),
                    value=records.shown(item.field, text),
                )
                for item, text in ((item, getattr(item, name)) for item in items)
            ]
            for name in ("from_", "to")
        ]
        yield tell.say(
            "body.correction",
            *evidence,
            before=figures[0],
            after=figures[1],
            date=words.show_date(date, weekday=True),
            decision=decision,
        )
        if reason:
            yield tell.say(
                "body.correction_reason", *evidence, reason=tell.names.inside(reason).rstrip(".")
            )


def target(tell: RegionTeller) -> Iterator[Sentence]:
    """The target that somebody set, the hopes of the same person, and whether it was met."""
    fact, result = tell.mine.target, tell.result
    if fact.value is None or result is None:
        return
    wanted, outcome = fact.value.target, fact.value.outcome
    scale = tell.evaluation.scale
    is_category = scale is not None and wanted.at_least in [s.name for s in scale.categories]
    change = tell.mine.categories.value
    published = tell.evaluation.published
    evidence = [tell.own("target"), *records.target_texts(tell)]
    hopes = [
        records.inside(tell, item.text)
        for item in result.statements
        if item.speaker == wanted.by and item.verb == "berharap"
    ]
    earlier = bool(wanted.date and published and wanted.date.first_day < published.first_day)
    yield tell.say(
        "body.target" if wanted.by else "body.target_anonymous",
        *evidence,
        before=earlier,
        date="" if earlier or not wanted.date else words.show_date(wanted.date, weekday=True),
        who=f"{wanted.office} {wanted.by}" if wanted.office else wanted.by,
        hope=words.join(hopes),
        short=tell.short,
        keep=change is not None and change.before.name == wanted.at_least,
        is_category=is_category,
        at_least=wanted.at_least if is_category else wanted.at_least.replace(".", ","),
    )
    rule = "target_open" if outcome is None else "target_met"
    rule = "target_missed" if outcome is Outcome.MISSED else rule
    result_figure = "category" if is_category else "score"
    if tell.evaluation.announced:
        yield tell.say(f"body.{rule}", tell.own("target"), tell.own(result_figure), year=tell.year)
    yield from _also_said(tell)


def _also_said(tell: RegionTeller) -> Iterator[Sentence]:
    """What the one who set the target said besides the target and the hopes."""
    result = tell.result
    if result is None or result.target is None or not result.target.by:
        return
    said = [
        (index, item)
        for index, item in enumerate(result.statements)
        if item.speaker == result.target.by and item.verb != "berharap"
    ]
    for index, item in said:
        other_day = item.date is not None and item.date != result.target.date
        yield tell.say(
            "body.statement_too",
            records.statement(tell, index, item),
            who=item.speaker,
            date=words.show_date(item.date, weekday=True) if item.date and other_day else "",
            parts=[f"{item.verb} {item.text.rstrip('.')}"],
        )


def activities(tell: RegionTeller) -> Iterator[Paragraph]:
    """Activities by date, then the statements, each speaker's together and dated."""
    result = tell.result
    if result is None:
        return
    done: list[Sentence] = []
    dated: set[PartialDate] = (
        {result.target.date} if result.target and result.target.date else set()
    )
    for index, item in sorted(enumerate(result.activities), key=lambda a: a[1].date.first_day):
        done.append(
            tell.say(
                "body.activity" if item.by else "body.activity_anonymous",
                records.activity(tell, index, item),
                date=words.show_date(item.date, weekday=True),
                by=item.by,
                title=item.title.rstrip("."),
            )
        )
        dated.add(item.date)
    yield (*done, *_statements(tell, dated))


def _statements(tell: RegionTeller, dated: set[PartialDate]) -> Iterator[Sentence]:
    """``dated``: dates that the text has just given; they are not said again."""
    result = tell.result
    assert result is not None
    told = result.target.by if result.target else None
    numbered = [(i, item) for i, item in enumerate(result.statements) if item.speaker != told]
    known: set[str] = set()
    for (speaker, office, date), group in groupby(
        numbered, key=lambda s: (s[1].speaker, s[1].office, s[1].date)
    ):
        mine = list(group)
        yield tell.say(
            "body.statement",
            *(records.statement(tell, index, item) for index, item in mine),
            who=f"{office} {speaker}" if office and speaker not in known else speaker,
            date=words.show_date(date, weekday=True) if date and date not in dated else "",
            parts=[f"{item.verb} {item.text.rstrip('.')}" for _, item in mine],
        )
        known.add(speaker)


def responses(tell: RegionTeller) -> Iterator[Sentence]:
    """The right of reply, dated and attributed."""
    for index, item in enumerate(tell.result.responses if tell.result else ()):
        yield tell.say(
            "body.response",
            records.response(tell, index, item),
            by=item.by,
            date=words.show_date(item.date, weekday=True),
            text=item.text,
        )
