"""What the questionnaire tells: indicators, the question that cost most, claim and verdict, obstacles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.breakdown import Breakdown, IndicatorRow
from generator.facts.model import Rule
from generator.facts.published import objected
from generator.format.problems import Place
from generator.language import indonesian as words
from generator.news import grammar
from generator.news.evidence import Evidence, date_forms, number_forms, text_forms
from generator.news.sentence import Sentence
from generator.news.teller import RegionTeller

MOST_LEVEL = 3
"""Names of indicators with the same score in a sentence; more say nothing."""


def told(tell: RegionTeller) -> Iterator[Sentence]:
    """What is known below the score; nothing where only the score is known."""
    found = tell.facts.breakdown(tell.evaluation, tell.mine.region.id)
    if found is not None:
        yield from _indicators(tell, found)
        yield from _costliest(tell, found)
        yield from _claims(tell, found)


def computed(tell: RegionTeller) -> Iterator[Sentence]:
    """What the site computes beyond the evaluation, where its publisher wants it; marked once."""
    if tell.analysis:
        said = list(_closing(tell))
        yield from said
        yield from _robustness(tell, again=bool(said))


def _indicators(tell: RegionTeller, found: Breakdown) -> Iterator[Sentence]:
    """The strongest and the weakest indicator."""
    if not found.strongest or max(len(found.strongest), len(found.weakest)) > MOST_LEVEL:
        return
    number = sum(bool(row.score) for row in found.indicators)
    yield tell.say(
        "body.indicators",
        *(_score(tell, row) for row in (*found.strongest, *found.weakest)),
        tell.number_told("indicators", number),
        short=tell.name(),
        number=number,
        strongest=[row.indicator.name for row in found.strongest],
        weakest=[row.indicator.name for row in found.weakest],
        high=words.decimal(found.strongest[0].score.known),
        low=words.decimal(found.weakest[0].score.known),
    )


def _score(tell: RegionTeller, row: IndicatorRow) -> Evidence:
    name, shown = row.indicator.name, words.decimal(row.score.known)
    label = tell.label("indicator", name=name, year=tell.year)
    return Evidence(label, shown, (name, shown), row.score.places, row.score.source, row.score.rule)


def _costliest(tell: RegionTeller, found: Breakdown) -> Iterator[Sentence]:
    """The question in which most points of the final score were not obtained; none at 0."""
    if not found.costliest or not tell.mine.score or not tell.mine.score.known:
        return
    first, number = found.costliest[0], len(found.costliest)
    points = words.decimal(first.points)
    indicator = next(
        row.indicator.name
        for row in found.indicators
        if any(q.question.id == first.question.id for q in row.questions)
    )
    yield tell.say(
        "body.costliest" if number == 1 else "body.costliest_several",
        Evidence(
            tell.label("lost", year=tell.year),
            points,
            (points, first.question.text, indicator, *number_forms(number)),
            _answers(tell, *(loss.question.id for loss in found.costliest)),
            rule=Rule.BY_INSTRUMENT,
        ),
        short=tell.name(),
        question=first.question.text,
        indicator=indicator,
        number=number,
        points=points,
    )


def _answers(tell: RegionTeller, *questions: str) -> tuple[Place, ...]:
    return tuple(place for id_ in questions for place in tell.at("answers", id_))


def _claims(tell: RegionTeller, found: Breakdown) -> Iterator[Sentence]:
    """How far what the region answered and what was verified are apart, by stage; else nothing."""
    for row in found.stages:
        if row.claimed is None or row.verified is None or row.claimed == row.verified:
            continue
        claimed, verified = words.decimal(row.claimed), words.decimal(row.verified)
        answers = tell.at("answers")
        yield tell.say(
            "body.claim",
            *(
                Evidence(label, shown, (shown, row.name), answers, rule=Rule.BY_INSTRUMENT)
                for label, shown in (
                    (tell.label("claim", stage=row.name, year=tell.year), claimed),
                    (tell.label("stage_score", year=tell.year), verified),
                )
            ),
            Evidence(
                tell.label("differing", year=tell.year),
                f"{row.differing} dari {row.compared}",
                (*number_forms(row.differing), *number_forms(row.compared)),
                answers,
                rule=Rule.COUNTED,
            ),
            short=tell.name(),
            stage=row.name,
            claimed=claimed,
            verified=verified,
            differing=row.differing,
            compared=row.compared,
        )


def obstacles(tell: RegionTeller) -> Iterator[Sentence]:
    """What the region named as standing in its way; no more than it said."""
    result = tell.result
    if result is None:
        return
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("obstacles", i, "text"), o.text) for i, o in enumerate(result.obstacles)
    ]
    named += [
        (("answers", id_, "obstacle"), answer.obstacle)
        for id_, answer in result.answers.items()
        if answer.obstacle
    ]
    texts = list(dict.fromkeys(text for _, text in named))
    asked = _asked(tell, named[0][0]) if len(named) == 1 else ""
    if not texts:
        return
    yield tell.say(
        "body.obstacles",
        *(tell.text("obstacle", text, tell.at(*path)) for path, text in named),
        tell.number_told("obstacles", len(texts)),
        *([tell.text("question", asked, tell.at(*named[0][0]))] if asked else []),
        short=tell.name(),
        question=asked,
        number=len(texts),
        texts=[grammar.clause(text) for text in texts],
    )


def _asked(tell: RegionTeller, path: tuple[str | int, ...]) -> str:
    """The question at which an obstacle was named; "" if it was none."""
    instrument = tell.evaluation.instrument
    found = instrument.question(str(path[1])) if instrument and path[0] == "answers" else None
    return found.text if found else ""


def _closing(tell: RegionTeller) -> Iterator[Sentence]:
    """What would close the gap to the next category: arithmetic, marked as the site's."""
    found = tell.facts.closing(tell.evaluation, tell.mine.region.id)
    if found is None:
        return
    losses = found.lists[0].losses if found.lists else ()
    texts = [loss.question.text for loss in losses]
    kind = "closing_none" if found.left else "closing_full"
    yield tell.say(
        "body.closing" if found.lists else f"body.{kind}",
        tell.own("gap"),
        Evidence(
            tell.label("closing", year=tell.year),
            "; ".join(texts) or found.category,
            (
                found.category,
                *number_forms(found.size),
                *number_forms(found.counted),
                *number_forms(1),
                *texts,
            ),
            _answers(tell, *(loss.question.id for loss in losses)) or tell.at("answers"),
            rule=Rule.BY_INSTRUMENT,
        ),
        size=found.size,
        counted=found.counted,
        more=found.more,
        question=texts[0] if found.size == 1 and found.single else "",
        category=found.category,
    )


def _robustness(tell: RegionTeller, *, again: bool) -> Iterator[Sentence]:
    """Between which places the rank lies, where a weight or the rounding moves it."""
    found = tell.facts.rank_ranges(tell.evaluation).get(tell.mine.region.id)
    if found is None or found.firm or not tell.mine.rank:
        return
    best, worst = words.digits(found.best), words.digits(found.worst)
    yield tell.say(
        "body.robustness",
        tell.own("rank"),
        Evidence(
            tell.label("rank_range", year=tell.year),
            f"{best}–{worst}",
            (best, worst, *number_forms(1)),  # one weight at a time
            tell.mine.rank.places,
            rule=Rule.BY_INSTRUMENT,
        ),
        short=tell.name(),
        again=again,
        best=best,
        worst=worst,
    )


def objections(tell: RegionTeller) -> Iterator[Sentence]:
    """What the region objected to, and what was decided, dated."""
    numbered = list(enumerate(tell.result.objections if tell.result else ()))
    for index, item in sorted(numbered, key=lambda pair: pair[1].date.first_day):
        question, indicator = objected(tell.evaluation, item)
        what = {
            "question": question.text if question else "",
            "indicator": indicator.name if indicator else "",
        }
        evidence = Evidence(
            tell.label("objection"),
            words.show_date(item.date),
            (
                *date_forms(item.date),
                *text_forms(item.text),
                *(text for text in what.values() if text),
                *(text_forms(item.decision) if item.decision else ()),
                *((item.by,) if item.by else ()),
                *(date_forms(item.decided) if item.decided else ()),
                *(number_forms(1) if item.question else ()),
            ),
            tell.at("objections", index),
            tell.source(item.source),
        )
        yield tell.say(
            "body.objection",
            evidence,
            who=item.by or tell.name(),
            date=words.show_date(item.date, weekday=True),
            text=grammar.clause(item.text),
            **what,
        )
        yield tell.say(
            "body.objection_decided" if item.decision else "body.objection_open",
            evidence,
            decision=grammar.clause(item.decision or ""),
            decided=words.show_date(item.decided, weekday=True) if item.decided else "",
        )
