"""The running text of a region over all its years, for ``/wilayah/<id>/``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.states import open_of, stopping_stage, withheld_of
from generator.format import Region
from generator.news.case import not_among
from generator.news.passages.cautions import bounds_over_the_years
from generator.news.passages.course import course
from generator.news.passages.development import before_that, chain, tell_development
from generator.news.passages.history import stopped_at, whose_word
from generator.news.passages.own_word import with_own_word
from generator.news.passages.requirements import kept_below
from generator.news.passages.said import corrected_in, noted
from generator.news.passages.sources import with_cautions
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import NOTHING, Said
from generator.news.tellers import Teller
from generator.news.terms.absence import NotAmongTerms, TakenPartTerms
from generator.news.terms.changes import StepsTerms, WhicheverTerms
from generator.news.terms.development import StayedTerms
from generator.news.terms.founded import FoundedTerms
from generator.news.terms.history import OpenTerms, WithheldTerms, YearsTerms
from generator.news.terms.latest import LatestTerms
from generator.news.terms.questionnaire import QuestionnaireTerms

SHORT = 4
"""Sentences of one paragraph; a longer text has two."""


@dataclass(slots=True)
class HistoryTeller(Teller):
    """Tells of one region over all years; ``history`` is newest first."""

    region_: Region = field(kw_only=True)
    history: list[tuple[Evaluation, RegionFacts]] = field(kw_only=True)


def write_history(tell: HistoryTeller) -> tuple[Paragraph, ...]:
    """The text, the latest result first; empty where no edition covers the region.

    It tells how the results went on: what each year had stands in the table below it.
    """
    oldest_first = [facts for _, facts in reversed(tell.history)]
    placed = [facts for facts in oldest_first if facts.category]
    runs = chain(tell, placed)
    told = (*_latest(tell, runs, oldest_first), *_categories(tell, runs, placed))
    rest = (*course(tell, oldest_first), *_corrected(tell), *_gaps(tell, oldest_first))
    rest += tuple(_founded(tell, oldest_first))
    one = len(told) + len(rest) <= SHORT
    paragraphs = ((*told, *rest),) if one else (told, rest)
    found = tuple(paragraph for paragraph in paragraphs if paragraph)
    found = with_cautions(tell, [facts for _, facts in tell.history], found)
    found = with_own_word(tell, [facts for _, facts in tell.history], found)
    return bounds_over_the_years(tell, tell.history, found)


def _latest(
    tell: HistoryTeller, runs: list[list[RegionFacts]], oldest_first: list[RegionFacts]
) -> Iterator[Sentence]:
    found = next(((e, f) for e, f in tell.history if f.has_result), None)
    if not tell.history:
        return
    if found is None and _nothing_known(tell):
        yield tell.say("running.nothing", _taken_part(tell))
    if found is None:
        return  # what is the case is said with the years
    evaluation, facts = found
    rule = "latest_contested" if facts.category.contested else "latest"
    listed = not facts.category.note  # else that says which there are
    before, how = _before(tell, runs, evaluation, facts)
    alone = _by_scale_alone(oldest_first, facts)
    whichever = WhicheverTerms(tell.of_year(evaluation, facts))
    sentence = tell.say(
        f"running.{rule}",
        LatestTerms(tell, evaluation, facts),
        whichever,
        told=listed,
        before=before,
        beside_score=how == "same_before" and bool(facts.score),
        latest_by_scale=alone,
    )
    yield sentence
    if facts.as_by_scale:
        yield from kept_below(tell.of_year(evaluation, facts))
    if not alone:
        yield from _by_scale(tell, oldest_first, facts)
    for fact in (facts.category, facts.score):
        yield from noted(tell, fact)
    if before and not any(slot in sentence.slots for slot in before.slots):  # there was no room
        yield tell.say(f"running.{how}", before=before)


def _taken_part(tell: HistoryTeller) -> TakenPartTerms:
    """The years in which it is known that the region took part, and nothing else."""
    found = [
        tell.of_year(evaluation, facts)
        for evaluation, facts in reversed(tell.history)
        if facts.took_part_alone and evaluation.measure.taking_part
    ]
    return TakenPartTerms(tell, found)


def _before(
    tell: HistoryTeller,
    runs: list[list[RegionFacts]],
    evaluation: Evaluation,
    facts: RegionFacts,
) -> tuple[Said, str]:
    """What the latest category has to do with those before it, unless that is a longer story; and
    the sentence that says so by itself."""
    is_latest = bool(runs) and runs[-1][-1] is facts
    if is_latest and not _is_told(runs, facts) and len(runs[-1]) > 1:
        return tell.part("part.same_as_before", StayedTerms(tell, runs[-1])), "same_before"
    change = facts.categories.value
    if change is not None and change.steps and not _is_told(runs, facts):
        return tell.part("part.changed", StepsTerms(tell.of_year(evaluation, facts))), "change"
    return NOTHING, ""


def _is_told(runs: list[list[RegionFacts]], latest: RegionFacts | None) -> bool:
    """Whether how the category went on needs a sentence of its own."""
    several = len(runs) > 2 or (len(runs) == 2 and len(runs[-1]) > 1)
    return several or (len(runs) == 2 and runs[-1][-1] is not latest)


def _categories(
    tell: HistoryTeller, runs: list[list[RegionFacts]], placed: list[RegionFacts]
) -> Iterator[Sentence]:
    """How the category went on, and the one before that, which does not compare."""
    latest = next((facts for _, facts in tell.history if facts.has_result), None)
    told = [facts for run in runs for facts in run]
    if _is_told(runs, latest):
        yield tell_development(tell, runs)
    elif told and told[-1] is not latest:
        told = []
    told = told or [facts for facts in placed if facts is latest]
    older = [facts for facts in placed if not told or facts.year < told[0].year]
    if older and told:
        yield before_that(tell, older[-1], told[0])
    elif older:
        yield before_that(tell, older[-1], older[-1])


def _by_scale_alone(oldest_first: list[RegionFacts], latest: RegionFacts) -> bool:
    """Whether this product computed the latest category, and no other category or score."""
    categories = [f for f in oldest_first if f.category and f.category.rule is Rule.BY_SCALE]
    scores = any(f.score and f.score.rule is Rule.BY_INSTRUMENT for f in oldest_first)
    return categories == [latest] and not scores and not latest.category.contested


def _by_scale(
    tell: HistoryTeller, oldest_first: list[RegionFacts], latest: RegionFacts
) -> Iterator[Sentence]:
    """Which categories and scores this product computed: nobody published them."""
    categories = [f for f in oldest_first if f.category and f.category.rule is Rule.BY_SCALE]
    scores = [f for f in oldest_first if f.score and f.score.rule is Rule.BY_INSTRUMENT]
    both = bool(scores) and [f.year for f in categories] == [f.year for f in scores]
    for rule, figure, found in (
        ("by_site" if both else "by_scale", "category", categories),
        ("scores_computed", "score", [] if both else scores),
    ):
        if found:
            years = YearsTerms(tell, figure, found)
            yield tell.say(f"running.{rule}", years, own=found == [latest])


def _corrected(tell: HistoryTeller) -> Iterator[Sentence]:
    """Which scores and ranks are corrected ones, and what stood there before."""
    for evaluation, _ in reversed(tell.history):
        yield from corrected_in(tell, evaluation, tell.region_.id)


def _gaps(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Editions without a result, by what is the case: the states are never mixed."""
    figure = _leading_figure(tell)
    left = [facts for facts in oldest_first if not facts.has_result]
    begun = len(left) < len(oldest_first)  # the text has named the region
    others = [facts for facts in left if _not_among(tell, facts)]
    for facts in others:
        then = NotAmongTerms(tell.of_year(tell.edition(facts), facts))
        yield tell.say("running.not_among", then, YearsTerms(tell, figure, [facts]))
    left = [facts for facts in left if facts not in others]
    taken = _taken_part(tell)
    if _nothing_known(tell):
        if not taken:
            return  # said of all years at the beginning
        begun = True
    elif taken:
        mine = [facts for facts in left if facts.took_part_alone]
        years = YearsTerms(tell, figure, mine, state=Why.UNKNOWN.value)
        yield tell.say("running.took_part", taken, years)
    left = [facts for facts in left if not (taken and facts.took_part_alone)]
    partly: dict[tuple[tuple[str, ...], tuple[str, ...]], list[RegionFacts]] = {}
    for facts in left:
        if facts.state.why is Why.UNKNOWN and withheld_of(facts):
            partly.setdefault((withheld_of(facts), open_of(facts)), []).append(facts)
            left = [other for other in left if other is not facts]
    for (names, unknown), mine in partly.items():
        years = YearsTerms(tell, names[0], mine, state=Why.NOT_PUBLISHED.value)
        rest = OpenTerms(tell, unknown, mine)
        yield tell.say(
            "running.partly_published", years, WithheldTerms(tell, names, mine), rest, begun=begun
        )
    for why in (*WHY_OUT, Why.STOPPED, Why.NOT_PUBLISHED, Why.NOT_ANNOUNCED, Why.UNKNOWN):
        mine = [facts for facts in left if why in (facts.state.value, facts.state.why)]
        if why is Why.STOPPED:
            yield from _stopped(tell, mine)
        elif mine:
            sources = whose_word(mine)
            years = YearsTerms(tell, figure, mine, state=why.value, sources=sources)
            yield tell.say(f"running.{why.value.replace('-', '_')}", years, begun=begun)


def _not_among(tell: HistoryTeller, facts: RegionFacts) -> bool:
    """Whether all who took part are known by name, and the region is none of them."""
    evaluation = tell.edition(facts)
    return not_among(evaluation, tell.facts.evaluation(evaluation), facts)


def _founded(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """When it was founded, where that is of a year without a result: earlier ones cannot have any."""
    founded = tell.region_.founded
    first = oldest_first[0] if oldest_first else None
    if founded is not None and first and not first.has_result and founded.date.year == first.year:
        yield tell.say("running.founded", FoundedTerms(tell, tell.region_))


def _leading_figure(tell: HistoryTeller) -> str:
    """What a result is first of all: a category, or a score where there are none."""
    categorised = all(evaluation.measure.categories for evaluation, _ in tell.history)
    return "category" if categorised else "score"


def _nothing_known(tell: HistoryTeller) -> bool:
    """Whether of no year anything is known: no result, and no reason why there is none."""
    return all(f.state.why is Why.UNKNOWN and not withheld_of(f) for _, f in tell.history)


def _stopped(tell: HistoryTeller, stopped: list[RegionFacts]) -> Iterator[Sentence]:
    """In which years which stage was not passed."""
    by_stage: dict[str, list[RegionFacts]] = {}
    for facts in stopped:
        stopping = stopping_stage(tell.edition(facts), tell.region_.id)
        by_stage.setdefault(stopping.name if stopping else "", []).append(facts)
    for stage, mine in by_stage.items():
        asked = QuestionnaireTerms(tell.of_year(tell.edition(mine[0]), mine[0]))
        terms = YearsTerms(tell, "score", mine), stopped_at(tell, mine), asked
        yield tell.say(
            "running.stopped", *terms, explained=bool(asked) and stage == asked.abbreviation
        )
