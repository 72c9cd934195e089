"""What the questionnaire tells: indicators, the question that cost most, claim and verdict, obstacles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.breakdown import Breakdown, IndicatorRow
from generator.facts.objections import objections_of
from generator.facts.own_word import is_own
from generator.news.passages.objections import moved
from generator.news.sentence import Sentence
from generator.news.tellers import RegionTeller
from generator.news.terms.obstacles import Named, ObjectionTerms, ObstaclesTerms
from generator.news.terms.questionnaire import (
    ClaimTerms,
    CostliestTerms,
    FirmnessTerms,
    IndicatorsTerms,
    QuestionnaireTerms,
    StrongestTerms,
    WeakestTerms,
)

DIVIDED = 50
"""Points of 100 between the strongest and the weakest indicator that make a result a divided one."""

MOST_LEVEL = 3
"""Names of indicators with the same score in a sentence; more say nothing."""


def told(tell: RegionTeller) -> Iterator[Sentence]:
    """What is known below the score; nothing where only the score is known."""
    found = tell.facts.breakdown(tell.evaluation, tell.mine.region.id)
    if found is not None:
        yield from _indicators(tell, found)
        yield from _costliest(tell, found)
        yield from claims(tell, found)


def computed(tell: RegionTeller) -> Iterator[Sentence]:
    """What the site computes beyond the evaluation, where its publisher wants it; marked once."""
    if tell.analysis:
        yield from _robustness(tell)


def _indicators(tell: RegionTeller, found: Breakdown) -> Iterator[Sentence]:
    """The strongest and the weakest indicator."""
    if not found.strongest or max(len(found.strongest), len(found.weakest)) > MOST_LEVEL:
        return
    if any(map(_is_one_answer, found.weakest)):
        return  # an answer is no weakness of all that is asked there
    alone = any(map(_is_one_answer, found.strongest))
    best, worst = found.strongest[0].score.known, found.weakest[0].score.known
    yield tell.say(
        "body.indicators",
        IndicatorsTerms(tell, sum(bool(row.score) for row in found.indicators)),
        StrongestTerms(tell, found.strongest),
        WeakestTerms(tell, found.weakest),
        name=tell.name(),
        divided=best - worst >= DIVIDED and not alone,
    )


def _is_one_answer(row: IndicatorRow) -> bool:
    """Whether the score of an indicator is what a single question gives, whatever it asks."""
    return sum(question.applies for question in row.questions) == 1


def _costliest(tell: RegionTeller, found: Breakdown) -> Iterator[Sentence]:
    """The question in which most points of the final score were not obtained; none at 0.

    It is named or left out: "three questions" tell nobody anything.
    """
    if _costly_question(tell):
        yield tell.say("body.costliest", CostliestTerms(tell, found.costliest))


def claims(tell: RegionTeller, found: Breakdown, *, explained: str = "") -> Iterator[Sentence]:
    """How far what the region answered and what was verified are apart, by stage; else nothing.

    ``explained``: the stage that is the questionnaire, where no sentence before has said what that is.
    """
    for row in found.stages:
        if row.claimed is None or row.verified is None or row.claimed == row.verified:
            continue
        terms = ClaimTerms(tell, row), QuestionnaireTerms(tell)
        yield tell.say("body.claim", *terms, explained=row.name == explained)


def obstacles(tell: RegionTeller) -> Iterator[Sentence]:
    """What the region named as standing in its way, no more than it said; then what others noted."""
    result = tell.result
    if result is None:
        return
    named: list[Named] = [
        (("obstacles", i, "text"), o.text, o.source)
        for i, o in enumerate(result.obstacles)
        if not _noted_by(tell, o.source)
    ]
    named += [
        (("answers", id_, "obstacle"), answer.obstacle, None)
        for id_, answer in result.answers.items()
        if answer.obstacle
    ]
    if named:
        asked = _asked(tell, named[0][0]) if len(named) == 1 else ""
        again = bool(asked) and asked == _costly_question(tell)
        obstacles_ = ObstaclesTerms(tell, named, asked)
        yield tell.say("body.obstacles", obstacles_, name=tell.name(), again=again)
    noted: dict[str, list[Named]] = {}
    for i, item in enumerate(result.obstacles):
        publisher = _noted_by(tell, item.source)
        if publisher:
            path = ("obstacles", i, "text")
            noted.setdefault(publisher, []).append((path, item.text, item.source))
    for publisher, those in noted.items():
        terms = ObstaclesTerms(tell, those, publisher=publisher)
        yield tell.say("body.obstacles_noted", terms, name=tell.name())


def _noted_by(tell: RegionTeller, id_: str | None) -> str:
    """Who noted an obstacle, where that is not the region itself; "" where it is, or nobody says."""
    source = tell.source(id_) if id_ else None
    if source is None or is_own(source.publisher or "", tell.mine.region):
        return ""
    return source.publisher or ""


def _costly_question(tell: RegionTeller) -> str:
    """The one question that cost most points of the final score; "" if there is none."""
    found = tell.facts.breakdown(tell.evaluation, tell.mine.region.id)
    one = found is not None and len(found.costliest) == 1 and bool(tell.mine.score.value)
    return found.costliest[0].question.text if found is not None and one else ""


def _asked(tell: RegionTeller, path: tuple[str | int, ...]) -> str:
    """The question at which an obstacle was named; "" if it was none."""
    instrument = tell.evaluation.instrument
    found = instrument.question(str(path[1])) if instrument and path[0] == "answers" else None
    return found.text if found else ""


def _robustness(tell: RegionTeller) -> Iterator[Sentence]:
    """Between which places the first rank lies, where a weight or the rounding moves it; of the others
    that is the business of the table."""
    found = tell.facts.rank_ranges(tell.evaluation).get(tell.mine.region.id)
    first = tell.mine.rank.settled and tell.mine.rank.known.place == 1
    if found is not None and not found.firm and first:
        yield tell.say("body.robustness", FirmnessTerms(tell, found), name=tell.name())


def objections(tell: RegionTeller) -> Iterator[Sentence]:
    """What the region objected to, and what was decided, dated."""
    made = objections_of(tell.evaluation, tell.mine)
    for one in sorted(made, key=lambda one: one.item.date.first_day):
        item = one.item
        found = ObjectionTerms(tell, one.index, item, None if item.by else tell.name())
        yield tell.say("body.objection", found)
        yield tell.say("body.objection_open" if item.is_open else "body.objection_decided", found)
        figures = moved(tell, one)
        if figures:
            yield tell.say("body.objection_moved", figures_moved=figures)
