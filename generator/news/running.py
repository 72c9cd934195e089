"""The running text of a region over all its years, for ``/wilayah/<id>/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from generator.evaluation.model import Evaluation
from generator.facts.compare import compare_points
from generator.facts.model import Participation, Rule, Why
from generator.facts.region import RegionFacts
from generator.format import Region, Source
from generator.news.passages.history import apart, categories_apart, runs_of_categories
from generator.news.passages.said import corrected_in, noted
from generator.news.sentence import Paragraph, Sentence
from generator.news.slots import joined
from generator.news.tellers import RegionTeller, Teller
from generator.news.terms.changes import StepsTerms
from generator.news.terms.history import ComparisonTerms, LatestTerms, SpellTerms, YearsTerms

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
        (*_categories(tell, oldest_first), *_by_scale(tell, oldest_first)),
        (*_figures(tell, oldest_first), *_corrected(tell)),
        tuple(_gaps(tell, oldest_first)),
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _latest(tell: HistoryTeller) -> Iterator[Sentence]:
    found = next(((e, f) for e, f in tell.history if f.has_result), None)
    if not tell.history:
        return
    if found is None and not any(evaluation.announced for evaluation, _ in tell.history):
        return  # said with the years
    if found is None:
        yield tell.say("running.nothing")
        return
    evaluation, facts = found
    yield tell.say("running.latest", LatestTerms(tell, evaluation, facts))
    for fact in (facts.category, facts.score):
        yield from noted(tell, fact)
    change = facts.categories.value
    if change is not None and change.steps:
        yield tell.say("running.change", StepsTerms(tell.of_year(evaluation, facts)))


def _categories(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The categories from the oldest edition on, equal neighbours together."""
    placed = [facts for facts in oldest_first if facts.category]
    runs = runs_of_categories(tell, placed)
    if len(placed) < 2 or (len(placed) == 2 and placed[-1].categories and len(runs) == 2):
        return  # two categories, and their change is told
    spells = (SpellTerms(tell, "category", group) for group in runs[-LONGEST_SERIES:])
    # Which of them are by the scale is told once, in the sentence after.
    parts = [tell.part("part.categories_of_years", spell) for spell in spells]
    yield tell.say("running.categories", series=joined(parts))
    yield from categories_apart(tell, [facts for run in runs[-LONGEST_SERIES:] for facts in run])


def _by_scale(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    computed = [f for f in oldest_first if f.category and f.category.rule is Rule.BY_SCALE]
    if computed:
        yield tell.say("running.by_scale", YearsTerms(tell, "category", computed, folded=True))


def _figures(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The scores and the ranks that are known, each with its years."""
    scored = [facts for facts in oldest_first if facts.score][-LONGEST_SERIES:]
    if len(scored) > 1:
        yield _series(tell, "score", scored, _score)
        found = apart(tell, scored, compare_points)
        if found:
            years = YearsTerms(tell, "score", found)
            yield tell.say("running.scores_apart", years, ComparisonTerms(tell, years.facts))
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
    categorised = all(evaluation.measure.categories for evaluation, _ in tell.history)
    figure = "category" if categorised else "score"
    states: tuple[tuple[str, Callable[[RegionFacts], bool]], ...] = (
        ("absent", lambda f: f.participation is Participation.ABSENT),
        ("not_assessed", lambda f: f.participation is Participation.NOT_ASSESSED),
        ("not_published", lambda f: getattr(f, figure).why is Why.NOT_PUBLISHED),
        ("not_announced", lambda f: getattr(f, figure).why is Why.NOT_ANNOUNCED),
        ("unknown", lambda f: True),
    )
    left = [facts for facts in oldest_first if not facts.has_result]
    if len(left) == len(oldest_first) and not any(
        state(f) for _, state in states[:-1] for f in left
    ):
        return
    for name, state in states:
        mine = [facts for facts in left if state(facts)]
        left = [facts for facts in left if not state(facts)]
        if mine:
            sources = _whose_word(tell, mine) if name == "absent" else ()
            word = name.replace("_", "-")
            years = YearsTerms(tell, figure, mine, state=word, sources=sources)
            yield tell.say(f"running.{name}", years)


def _whose_word(tell: HistoryTeller, absent: list[RegionFacts]) -> tuple[Source, ...]:
    """The sources that say a region was absent, if one publisher says it of all the years."""
    found: list[Source] = []
    for facts in absent:
        evaluation = tell.edition(facts)
        source = evaluation.source(evaluation.absent[tell.region_.id].source)
        if source is None or not source.publisher:
            return ()
        found.append(source)
    return tuple(dict.fromkeys(found)) if len({s.publisher for s in found}) == 1 else ()
