"""What people and institutions did and said: corrections, target, activities, statements, replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact
from generator.format import PartialDate
from generator.news.sentence import Paragraph, Sentence
from generator.news.tellers import EvaluationTeller, RegionTeller, Teller
from generator.news.terms.records import CorrectionsTerms, CorrectionTerms
from generator.news.terms.said import ActivityTerms, NoteTerms, ResponseTerms, StatementTerms
from generator.news.terms.target import TargetTerms


def noted(tell: Teller, fact: Fact[Any]) -> Iterator[Sentence]:
    """What the data say about a figure, if they say anything."""
    if fact.note:
        yield tell.say("body.note", NoteTerms(tell, fact))


def corrections_in(tell: Teller, evaluation: Evaluation) -> list[CorrectionTerms]:
    """All corrections of an edition's group, in the order of the file."""
    numbered = enumerate(evaluation.settings.corrections)
    return [CorrectionTerms(tell, evaluation, index, item) for index, item in numbered]


def of_results(found: Iterable[CorrectionTerms]) -> list[CorrectionTerms]:
    """Those of scores, categories and ranks: of stages, indicators and answers the box below the
    text tells, with all that moved."""
    return [terms for terms in found if terms.item.of is None]


def corrections_of(tell: Teller, evaluation: Evaluation, region: str) -> list[CorrectionTerms]:
    """Those of one region."""
    numbered = evaluation.corrections_of(region)
    return [CorrectionTerms(tell, evaluation, index, item) for index, item in numbered]


def since_announced(
    tell: EvaluationTeller, found: Iterable[CorrectionTerms]
) -> tuple[CorrectionsTerms, ...]:
    """The latest of some corrections, where it is of after the announcement for certain; else
    nothing."""
    published = tell.evaluation.published
    later = [terms for terms in found if published and published.before(terms.item.date)]
    if not later:
        return ()
    latest = max(later, key=lambda terms: terms.item.date.first_day)
    return (CorrectionsTerms(tell, [latest], tell.evaluation),)


def corrections(tell: RegionTeller) -> Iterator[Sentence]:
    """What was published, what stands now, when, why and by which decision; one act at a time."""
    mine = of_results(corrections_of(tell, tell.evaluation, tell.mine.region.id))
    for _, group in groupby(
        mine,
        key=lambda t: (t.item.date, t.item.kind, t.item.reason, t.item.decision, t.item.source),
    ):
        items = list(group)
        found = CorrectionsTerms(tell, items, tell.evaluation)
        yield tell.say("body.correction", found)
        if items[0].item.reason:
            yield tell.say("body.correction_reason", found)


def corrected_in(tell: Teller, evaluation: Evaluation, region: str) -> Iterator[Sentence]:
    """Which score and rank of a region in an edition are corrected ones, and what stood there."""
    items = [
        terms
        for terms in of_results(corrections_of(tell, evaluation, region))
        if terms.item.field != "category"
    ]
    if items:
        yield tell.say("body.before_corrected", CorrectionsTerms(tell, items, evaluation))


def target(tell: RegionTeller) -> Iterator[Sentence]:
    """The target that somebody set, the hopes of the same person, and whether it was met."""
    if not tell.mine.target or tell.result is None:
        return
    found = TargetTerms(tell)
    rule = "target" if tell.mine.target.known.target.by else "target_anonymous"
    yield tell.say(f"body.{rule}", found, wanted=tell.part("part.wanted", found))
    # What was said before the results stands before them: else it reads as what led to them.
    before = tuple(_also_said(tell, found, later=False))
    yield from before
    if tell.evaluation.announced:
        yield tell.say(f"body.{found.rule}", found, apart=bool(before))
    yield from _also_said(tell, found, later=True)


def _also_said(tell: RegionTeller, target_: TargetTerms, *, later: bool) -> Iterator[Sentence]:
    """What the one who set the target said besides; ``later``: what may be of after the results."""
    result = tell.result
    if result is None or result.target is None or not result.target.by:
        return
    for index, item in enumerate(result.statements):
        if item.speaker != result.target.by or target_.tells(item):
            continue
        if target_.may_be_later(item.date) is later:
            dated = later or (item.date is not None and item.date != result.target.date)
            yield tell.say("body.statement_too", StatementTerms(tell, [(index, item)], dated=dated))


def activities(tell: RegionTeller) -> Iterator[Paragraph]:
    """Activities by date, then the statements, each speaker's together and dated."""
    result = tell.result
    if result is None:
        return
    done: list[Sentence] = []
    dated: set[PartialDate] = set()
    if result.target and result.target.date and tell.mine.target and TargetTerms(tell).dated:
        dated.add(result.target.date)
    for index, item in sorted(enumerate(result.activities), key=lambda a: a[1].date.first_day):
        places = tell.at("activities", index)
        found = ActivityTerms(tell, item, places, tell.source(item.source))
        done.append(tell.say("body.activity" if item.by else "body.activity_anonymous", found))
        dated.add(item.date)
    yield (*done, *_statements(tell, dated))


def _statements(tell: RegionTeller, dated: set[PartialDate]) -> Iterator[Sentence]:
    """``dated``: dates that the text has just given; they are not said again."""
    result = tell.result
    assert result is not None
    told = result.target.by if result.target else None
    numbered = [(i, item) for i, item in enumerate(result.statements) if item.speaker != told]
    known: set[str] = set()
    for (speaker, _, date), group in groupby(
        numbered, key=lambda s: (s[1].speaker, s[1].office, s[1].date)
    ):
        found = StatementTerms(
            tell, list(group), known=speaker in known, dated=date is not None and date not in dated
        )
        yield tell.say("body.statement", found)
        known.add(speaker)


def responses(tell: RegionTeller) -> Iterator[Sentence]:
    """The right of reply, dated and attributed."""
    for index, item in enumerate(tell.result.responses if tell.result else ()):
        yield tell.say("body.response", ResponseTerms(tell, index, item))
