"""Evidence of what the data record in words: corrections, titles, absences, activities, speech."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.format import (
    Activity,
    Correction,
    Distinction,
    PartialDate,
    Response,
    Source,
    Stage,
    Statement,
)
from generator.format.problems import Place
from generator.language import indonesian as words
from generator.news.angles import Case
from generator.news.evidence import (
    Evidence,
    date_forms,
    publisher_forms,
    text_forms,
)
from generator.news.teller import EvaluationTeller, RegionTeller, Teller


def named(tell: RegionTeller, case: Case, name: str) -> list[Evidence]:
    """The evidence of a fact by its name: a figure of the region, or a record of its group."""
    if name == "corrections":
        return [correction(tell, item) for item in case.corrections]
    if name == "distinction":
        return [distinction(tell, case)] if case.distinction else []
    if name == "absence":
        return absence(tell)
    if name == "participants":
        return [tell.participants()]
    if name == "stage":
        return of_stage(tell, stopped_stage(tell))
    if name == "compared":
        return [tell.number_told("compared", case.whole.compared)]
    if name == "tied":
        return [
            tell.number_told("level", case.mine.tied),
            *tell.regions(case.mine.some_tied(MOST_TIED)),
        ]
    return [tell.own(name)]


def stopped_stage(tell: RegionTeller) -> Stage | None:
    """The stage whose threshold the region did not reach; None if there is none."""
    instrument = tell.evaluation.instrument
    file = tell.evaluation.results.get(tell.mine.region.id)
    if instrument is None or file is None or file.scores is None:
        return None
    return instrument.stage(file.scores.stopped)


def of_stage(tell: RegionTeller, stage: Stage | None) -> list[Evidence]:
    """A stage by its name, its threshold, and the region's score in it."""
    if stage is None:
        return []
    threshold = words.plain_number(stage.threshold) if stage.threshold is not None else ""
    named_ = Evidence(
        tell.label("threshold"), f"{stage.name}: {threshold}", (stage.name, threshold)
    )
    return [tell.figure("stage_score", tell.mine.stage_scores[stage.id], tell.year), named_]


MOST_TIED = 3
"""Names of those level in a sentence; more are a count."""


def shown(field: str, value: str) -> str:
    """A corrected value as the text says it: a score has its decimal comma."""
    return value.replace(".", ",") if field == "score" else value


def correction(tell: RegionTeller, item: Correction) -> Evidence:
    """A correction: what stood there, what stands there now, when, why, by which decision."""
    index = tell.evaluation.settings.corrections.index(item)
    return correction_of(tell, tell.evaluation, index, item)


def correction_of(tell: Teller, evaluation: Evaluation, index: int, item: Correction) -> Evidence:
    """A correction of any evaluation by its place in the list."""
    before, after = shown(item.field, item.from_), shown(item.field, item.to)
    forms = [before, after, *date_forms(item.date)]
    if item.decision:
        forms.append(item.decision)
    if item.reason:
        forms += text_forms(item.reason)
    return Evidence(
        tell.label("correction"),
        f"{before} → {after}",
        tuple(forms),
        (evaluation.place("corrections", index),),
        evaluation.source(item.source),
    )


def distinction(tell: RegionTeller, case: Case) -> Evidence:
    """A title that the organizer gave."""
    item = case.distinction
    assert item is not None
    return distinction_of(tell, tell.evaluation.settings.distinctions.index(item), item)


def distinction_of(tell: EvaluationTeller, index: int, item: Distinction) -> Evidence:
    """A title by its place in the list."""
    places = (tell.evaluation.place("distinctions", index),)
    return tell.text("distinction", item.title, places, tell.evaluation.source(item.source))


def absence(tell: RegionTeller) -> list[Evidence]:
    """Where the edition says that the region was absent or not assessed, and its earlier absences."""
    fact = tell.mine.category
    source = None
    for listed in (tell.evaluation.absent, tell.evaluation.not_assessed):
        if tell.mine.region.id in listed:
            source = tell.source(listed[tell.mine.region.id].source)
    found = [
        Evidence(
            tell.label("absence", year=tell.year),
            tell.short,
            publisher_forms(source.publisher) if source and source.publisher else (),
            fact.places,
            source,
        ),
    ]
    return found + [earlier_absence(tell, year) for year in tell.mine.absent_before]


def absence_publisher(tell: RegionTeller) -> str:
    """Whose word it is that a region was absent or not assessed; "" if nobody is named."""
    source = absence(tell)[0].source
    return source.publisher or "" if source else ""


def corrected_peers(tell: RegionTeller) -> list[tuple[int, Correction]]:
    """Corrections of the score or rank of those level with the region."""
    corrections = tell.evaluation.settings.corrections
    if not corrections or not tell.mine.rank.value:
        return []
    level = {region.id for region in tell.mine.rank.value.level} - {tell.mine.region.id}
    return [
        (index, item)
        for index, item in enumerate(corrections)
        if item.region in level and item.field != "category"
    ]


def earlier_absence(tell: RegionTeller, year: int) -> Evidence:
    """An earlier edition that lists the region as absent, and whose word that is."""
    evaluation = tell.facts.dataset.evaluations[year, tell.evaluation.group.id]
    listed = evaluation.absent[tell.mine.region.id]
    source = evaluation.source(listed.source)
    forms = [str(year), *(publisher_forms(source.publisher or "") if source else ())]
    return Evidence(
        tell.label("absence", year=year),
        tell.short,
        tuple(forms),
        (evaluation.place_of_absence("absent", tell.mine.region.id),),
        source,
    )


def activity(tell: RegionTeller, index: int, item: Activity) -> Evidence:
    """A step of the cycle that the region's file tells."""
    return activity_of(tell, item, tell.at("activities", index), tell.source(item.source))


def activity_of(
    tell: Teller, item: Activity, places: tuple[Place, ...], source: Source | None
) -> Evidence:
    """A step of the cycle: its date, who did it, what."""
    return Evidence(
        tell.label("activity"),
        words.show_date(item.date),
        (
            *date_forms(item.date),
            *(publisher_forms(item.by) if item.by else ()),
            *text_forms(item.title),
        ),
        places,
        source,
    )


def statement(tell: RegionTeller, index: int, item: Statement) -> Evidence:
    """Indirect speech: who, in which office, when, what."""
    texts = (*text_forms(item.text), item.text.removeprefix(f"{tell.short} "), item.verb)
    who = [item.speaker, *([item.office] if item.office else [])]
    return _said("statement", tell, item.speaker, (*texts, *who), item.date, index, item.source)


def response(tell: RegionTeller, index: int, item: Response) -> Evidence:
    """The right of reply: who, when, what."""
    forms = (*text_forms(item.text), item.by)
    return _said("response", tell, item.by, forms, item.date, index, item.source)


def _said(
    kind: str,
    tell: RegionTeller,
    who: str,
    forms: tuple[str, ...],
    date: PartialDate | None,
    index: int,
    source: str | None,
) -> Evidence:
    places: tuple[Place, ...] = tell.at(f"{kind}s", index)
    found: Source | None = tell.source(source)
    dates = date_forms(date) if date else ()
    return Evidence(tell.label(kind), who, (*forms, *dates), places, found)


def target_texts(tell: RegionTeller) -> list[Evidence]:
    """The hopes of the one who set the target, which its sentence takes in."""
    result = tell.result
    if result is None or result.target is None:
        return []
    return [
        statement(tell, index, item)
        for index, item in enumerate(result.statements)
        if item.speaker == result.target.by and item.verb == "berharap"
    ]


def inside(tell: RegionTeller, text: str) -> str:
    """A clause after a subject that is the region itself: its name is not said twice."""
    return tell.names.inside(text.removeprefix(f"{tell.short} "))
