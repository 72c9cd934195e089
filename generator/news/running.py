"""The running text of a region over all its years, for ``/wilayah/<id>/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.states import open_of, stopping_stage, withheld_of
from generator.format import Region
from generator.news.passages.cautions import bounds_over_the_years, with_organizer
from generator.news.passages.development import (
    developed,
    last_step_told,
    stayed,
    tell_development,
)
from generator.news.passages.history import (
    categories_apart,
    runs_of_categories,
    scores_apart,
    stopped_at,
    whose_word,
)
from generator.news.passages.own_word import with_own_word
from generator.news.passages.said import corrected_in, noted
from generator.news.passages.sources import with_cautions
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import joined
from generator.news.tellers import RegionTeller, Teller
from generator.news.terms.changes import StepsTerms
from generator.news.terms.founded import FoundedTerms
from generator.news.terms.history import (
    OpenTerms,
    SpellTerms,
    WithheldTerms,
    YearsTerms,
)
from generator.news.terms.latest import LatestTerms

LONGEST_SERIES = 6
"""Years that one sentence lists; of a longer series it lists the latest."""


@dataclass(slots=True)
class HistoryTeller(Teller):
    """Tells of one region over all years; ``history`` is newest first."""

    region_: Region = field(kw_only=True)
    history: list[tuple[Evaluation, RegionFacts]] = field(kw_only=True)

    def of_year(self, evaluation: Evaluation, facts: RegionFacts) -> RegionTeller:
        """Who tells of the region in one of the years."""
        whole = self.facts.evaluation(evaluation)
        return RegionTeller(
            self.facts,
            self.names,
            self.phrases,
            self.editions,
            evaluation=evaluation,
            whole=whole,
            mine=facts,
        )


def write_history(tell: HistoryTeller) -> tuple[Paragraph, ...]:
    """The text, oldest result last told first; empty where no edition covers the region."""
    oldest_first = [facts for _, facts in reversed(tell.history)]
    paragraphs = (
        tuple(_latest(tell)),
        (*_categories(tell), *_by_scale(tell, oldest_first)),
        (*_figures(tell, oldest_first), *_corrected(tell)),
        (*_gaps(tell, oldest_first), *_founded(tell, oldest_first)),
    )
    told = tuple(paragraph for paragraph in paragraphs if paragraph)
    told = with_cautions(tell, [facts for _, facts in tell.history], told)
    told = with_own_word(tell, [facts for _, facts in tell.history], told)
    told = bounds_over_the_years(tell, tell.history, told)
    latest = next((evaluation for evaluation, facts in tell.history if facts.has_result), None)
    return told if latest is None else with_organizer(tell, latest, "running", told)


def _latest(tell: HistoryTeller) -> Iterator[Sentence]:
    found = next(((e, f) for e, f in tell.history if f.has_result), None)
    if not tell.history:
        return
    if found is None and _nothing_known(tell):
        yield tell.say("running.nothing")
    if found is None:
        return  # what is the case is said with the years
    evaluation, facts = found
    rule = "latest_contested" if facts.category.contested else "latest"
    told = not facts.category.note  # else that says which there are
    yield tell.say(f"running.{rule}", LatestTerms(tell, evaluation, facts), told=told)
    for fact in (facts.category, facts.score):
        yield from noted(tell, fact)
    change = facts.categories.value
    # Where the whole development is told, its last step is part of it.
    if change is not None and change.steps and not last_step_told(tell, _placed(tell)):
        yield tell.say("running.change", StepsTerms(tell.of_year(evaluation, facts)))


def _categories(tell: HistoryTeller) -> Iterator[Sentence]:
    """How the category went on; else the categories from the oldest edition on, equal neighbours
    together."""
    placed = _placed(tell)
    development = developed(tell, placed)
    if development:
        yield from tell_development(tell, development)
        return
    held = list(stayed(tell, placed)) if _is_latest(tell, placed) else []
    if held:
        yield from held
        return
    runs = runs_of_categories(tell, placed)
    if len(placed) < 2 or (len(placed) == 2 and placed[-1].categories and len(runs) == 2):
        return  # two categories, and their change is told
    spells = (SpellTerms(tell, "category", group) for group in runs[-LONGEST_SERIES:])
    # Which of them are by the scale is told once, in the sentence after.
    parts = [tell.part("part.categories_of_years", spell) for spell in spells]
    yield tell.say("running.categories", series=joined(parts))
    yield from categories_apart(tell, [facts for run in runs[-LONGEST_SERIES:] for facts in run])


def _placed(tell: HistoryTeller) -> list[RegionFacts]:
    """The editions in which the region has a category, oldest first."""
    return [facts for _, facts in reversed(tell.history) if facts.category]


def _is_latest(tell: HistoryTeller, placed: list[RegionFacts]) -> bool:
    """Whether the text begins with the latest category: then that is what it speaks of."""
    latest = next((facts for _, facts in tell.history if facts.has_result), None)
    return bool(placed) and placed[-1] is latest and not latest.category.contested


def _by_scale(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Which categories and scores this product computed: nobody published them."""
    categories = [f for f in oldest_first if f.category and f.category.rule is Rule.BY_SCALE]
    scores = [f for f in oldest_first if f.score and f.score.rule is Rule.BY_INSTRUMENT]
    both = bool(scores) and [f.year for f in categories] == [f.year for f in scores]
    for rule, figure, found in (
        ("by_site" if both else "by_scale", "category", categories),
        ("scores_computed", "score", [] if both else scores),
    ):
        if found:
            yield tell.say(f"running.{rule}", YearsTerms(tell, figure, found, folded=True))


def _figures(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The scores and the ranks that are known, each with its years."""
    scored = [facts for facts in oldest_first if facts.score][-LONGEST_SERIES:]
    if len(scored) > 1:
        yield _series(tell, "score", scored, _score)
        yield from scores_apart(tell, scored)
    ranked = [facts for facts in oldest_first if facts.rank][-LONGEST_SERIES:]
    if len(ranked) > 1:
        yield _series(tell, "rank", ranked, _rank)
        computed = [facts for facts in ranked if facts.rank.rule is Rule.RANKED]
        if computed:
            yield tell.say(
                "running.ranks_computed", YearsTerms(tell, "rank", computed, folded=True)
            )
        for facts in ranked:
            yield from noted(tell, facts.rank)


def _corrected(tell: HistoryTeller) -> Iterator[Sentence]:
    """Which scores and ranks are corrected ones, and what stood there before."""
    for evaluation, _ in reversed(tell.history):
        yield from corrected_in(tell, evaluation, tell.region_.id)


def _series(
    tell: HistoryTeller, label: str, facts: list[RegionFacts], same: Callable[[RegionFacts], object]
) -> Sentence:
    """``skornya 91,13 pada 2019 dan 88,54 pada 2021``; equal neighbours together."""
    spells = (SpellTerms(tell, label, list(group)) for _, group in groupby(facts, key=same))
    series = joined([tell.part(f"part.{label}_years", spell) for spell in spells])
    return tell.say(f"running.{label}s", series=series)


def _score(facts: RegionFacts) -> object:
    """All that was published of a score."""
    others = (str(other.value) for other in facts.score.others)
    return (str(facts.score.known), facts.score.exact, *others)


def _rank(facts: RegionFacts) -> object:
    """All that was published of a rank, and of how many."""
    place = facts.rank.known
    return (place.place, place.of, tuple(other.value.place for other in facts.rank.others))


def _gaps(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Editions without a result, by what is the case: the states are never mixed."""
    figure = _leading_figure(tell)
    left = [facts for facts in oldest_first if not facts.has_result]
    if _nothing_known(tell):
        return  # said at the beginning
    partly: dict[tuple[tuple[str, ...], tuple[str, ...]], list[RegionFacts]] = {}
    for facts in left:
        if facts.state.why is Why.UNKNOWN and withheld_of(facts):
            partly.setdefault((withheld_of(facts), open_of(facts)), []).append(facts)
            left = [other for other in left if other is not facts]
    for (names, unknown), mine in partly.items():
        years = YearsTerms(tell, names[0], mine, state=Why.NOT_PUBLISHED.value)
        rest = OpenTerms(tell, unknown, mine)
        yield tell.say("running.partly_published", years, WithheldTerms(tell, names, mine), rest)
    for why in (*WHY_OUT, Why.STOPPED, Why.NOT_PUBLISHED, Why.NOT_ANNOUNCED, Why.UNKNOWN):
        mine = [facts for facts in left if why in (facts.state.value, facts.state.why)]
        if why is Why.STOPPED:
            yield from _stopped(tell, mine)
        elif mine:
            sources = whose_word(mine)
            years = YearsTerms(tell, figure, mine, state=why.value, sources=sources)
            yield tell.say(f"running.{why.value.replace('-', '_')}", years)


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
        stage = stopping_stage(tell.edition(facts), tell.region_.id)
        by_stage.setdefault(stage.name if stage else "", []).append(facts)
    for mine in by_stage.values():
        yield tell.say("running.stopped", YearsTerms(tell, "score", mine), stopped_at(tell, mine))
