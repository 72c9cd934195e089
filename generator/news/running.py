"""The running text of a region over all its years, for ``/wilayah/<id>/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator import words
from generator.dataset import Evaluation
from generator.facts.model import Fact, Participation, Rank, RegionFacts, Rule, Why
from generator.news.background import runs_of_categories, years_of
from generator.news.evidence import Evidence
from generator.news.pinned import corrected_in
from generator.news.sentence import Paragraph, Sentence
from generator.news.teller import Teller
from generator.schema import Region

LONGEST_SERIES = 6
"""Years that one sentence lists; of a longer series it lists the latest."""


@dataclass(slots=True)
class HistoryTeller(Teller):
    """Tells of one region over all years; ``history`` is newest first."""

    region_: Region = field(kw_only=True)
    history: list[tuple[Evaluation, RegionFacts]] = field(kw_only=True)
    _own: dict[tuple[str, int], Evidence] = field(default_factory=dict, kw_only=True)

    @property
    def short(self) -> str:
        return self.names.short(self.region_)

    def own(self, name: str, facts: RegionFacts) -> Evidence:
        """One of the region's own figures in a year; a text names most of them twice."""
        found = self._own.get((name, facts.year))
        if found is None:
            found = self.figure(name, getattr(facts, name), facts.year)
            self._own[name, facts.year] = found
        return found

    def organizer(self, evaluation: Evaluation) -> Evidence:
        return self.once(
            lambda: self.institution(
                "organizer", evaluation.organizer, (evaluation.place("organizer"),)
            ),
            "organizer",
            evaluation.year,
            evaluation.group.id,
        )

    def of(self, facts: Sequence[RegionFacts]) -> list[Evidence]:
        return self.years(self.region_.group, [item.year for item in facts])


def write_history(tell: HistoryTeller) -> tuple[Paragraph, ...]:
    """The text, oldest result last told first; empty where no edition covers the region."""
    oldest_first = [facts for _, facts in reversed(tell.history)]
    paragraphs = tuple(
        paragraph
        for paragraph in (
            tuple(_latest(tell)),
            (*_categories(tell, oldest_first), *_by_scale(tell, oldest_first)),
            (*_figures(tell, oldest_first), *_corrected(tell)),
            tuple(_gaps(tell, oldest_first)),
        )
        if paragraph
    )
    tell.check()
    return paragraphs


def _latest(tell: HistoryTeller) -> Iterator[Sentence]:
    found = next(((e, f) for e, f in tell.history if f.has_result), None)
    if not tell.history:
        return
    if found is None and not any(evaluation.announced for evaluation, _ in tell.history):
        return  # said with the years
    if found is None:
        yield tell.say("running.nothing", full=tell.region_.name)
        return
    evaluation, facts = found
    rank = facts.rank.value
    yield tell.say(
        "running.latest",
        tell.own("category", facts),
        *([tell.own("score", facts)] if facts.score else []),
        *([tell.own("rank", facts)] if rank else []),
        *tell.of([facts]),
        tell.organizer(evaluation),
        full=tell.region_.name,
        organizer=evaluation.organizer,
        category=facts.category.value.name if facts.category.value else "",
        contested=bool(facts.category.note and facts.score)
        and facts.by_scale.value != facts.category.value,
        score=words.decimal(facts.score.known) if facts.score else "",
        rank=words.digits(rank.place) if rank else "",
        of=words.digits(rank.of) if rank and rank.of else "",
        year=facts.year,
    )
    for fact in (facts.category, facts.score):
        yield from tell.noted(fact)
    change = facts.categories.value
    if change is not None and change.steps:
        yield tell.say(
            "running.change",
            tell.own("categories", facts),
            steps=change.steps,
            number=abs(change.steps),
            before=change.before.name,
            year=change.year,
        )


def _categories(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The categories from the oldest edition on, equal neighbours together."""
    placed = [facts for facts in oldest_first if facts.category]
    runs = runs_of_categories(placed)
    if len(placed) < 2 or (len(placed) == 2 and placed[-1].categories and len(runs) == 2):
        return  # two categories, and their change is told
    shown = runs[-LONGEST_SERIES:]
    told = [facts for _, group in shown for facts in group]
    yield tell.say(
        "running.categories",
        *(tell.own("category", facts) for facts in told),
        *tell.of(told),
        short=tell.short,
        parts=[
            tell.part("part.category_years", category=name, years=years_of(group), by_scale=False)
            for name, group in shown
        ],
    )


def _by_scale(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    computed = [f for f in oldest_first if f.category and f.category.rule is Rule.BY_SCALE]
    if computed:
        yield tell.say(
            "running.by_scale",
            *(tell.own("category", facts) for facts in computed),
            *tell.of(computed),
            years=years_of(computed),
        )


def _figures(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The scores and the ranks that are known, each with its years."""
    scored = [facts for facts in oldest_first if facts.score][-LONGEST_SERIES:]
    if len(scored) > 1:
        yield _series(tell, "score", scored, lambda facts: words.decimal(facts.score.known))
        apart = [f for f in scored if f.points.why is Why.NOT_COMPARABLE]
        if apart:
            yield tell.say(
                "running.scores_apart",
                *(tell.own("points", facts) for facts in apart),
                *tell.of(apart),
                years=[str(facts.year) for facts in apart],
            )
    ranked = [facts for facts in oldest_first if facts.rank][-LONGEST_SERIES:]
    if len(ranked) > 1:
        yield _series(tell, "rank", ranked, lambda facts: _rank(tell, facts.rank))
        computed = [facts for facts in ranked if facts.rank.rule is Rule.RANKED]
        if computed:
            yield tell.say(
                "running.ranks_computed",
                *(tell.own("rank", facts) for facts in computed),
                *tell.of(computed),
                years=years_of(computed),
            )
        for facts in ranked:
            yield from tell.noted(facts.rank)


def _corrected(tell: HistoryTeller) -> Iterator[Sentence]:
    """Which scores and ranks are corrected ones, and what stood there before."""
    for evaluation, _ in reversed(tell.history):
        yield from corrected_in(tell, evaluation, tell.region_.id)


def _series(
    tell: HistoryTeller, name: str, facts: list[RegionFacts], shown: Callable[[RegionFacts], str]
) -> Sentence:
    """``skornya 91,13 pada 2019 dan 88,54 pada 2021``; equal neighbours together."""
    return tell.say(
        f"running.{name}s",
        *(tell.own(name, item) for item in facts),
        *tell.of(facts),
        parts=[
            tell.part("part.in_year", value=value, years=years_of(list(group)))
            for value, group in groupby(facts, key=shown)
        ],
    )


def _rank(tell: HistoryTeller, fact: Fact[Rank]) -> str:
    place = fact.known
    values = (place.place, *(other.value.place for other in fact.others))
    return tell.part(
        "part.rank",
        values=[words.digits(value) for value in values],
        of=words.digits(place.of) if place.of else "",
    )


def _gaps(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Editions without a result, by what is the case: the states are never mixed."""
    states: tuple[tuple[str, Callable[[RegionFacts], bool]], ...] = (
        ("absent", lambda f: f.participation is Participation.ABSENT),
        ("not_assessed", lambda f: f.participation is Participation.NOT_ASSESSED),
        ("not_published", lambda f: f.category.why is Why.NOT_PUBLISHED),
        ("not_announced", lambda f: f.category.why is Why.NOT_ANNOUNCED),
        ("unknown", lambda f: True),
    )
    left = [facts for facts in oldest_first if not facts.has_result]
    if len(left) == len(oldest_first) and not any(
        state(f) for _, state in states[:-1] for f in left
    ):
        return
    for name, state in states:
        mine = [facts for facts in left if state(facts)]
        left = [facts for facts in left if facts not in mine]
        if mine:
            according_to, evidence = _whose_word(tell, mine) if name == "absent" else ("", [])
            yield tell.say(
                f"running.{name}",
                *(tell.own("category", facts) for facts in mine),
                *evidence,
                *tell.of(mine),
                short=tell.short,
                according_to=according_to,
                years=[str(facts.year) for facts in mine],
            )


def _whose_word(tell: HistoryTeller, absent: list[RegionFacts]) -> tuple[str, list[Evidence]]:
    """The publisher that says a region was absent, if it is one for all the years."""
    found: dict[str, Evidence] = {}
    for facts in absent:
        evaluation = tell.facts.dataset.evaluations[facts.year, facts.group]
        source = evaluation.source(evaluation.absent[tell.region_.id].source)
        if source is None or not source.publisher:
            return "", []
        place = (evaluation.place("absent"),)
        found[source.publisher] = tell.institution("source", source.publisher, place, source)
    if len(found) != 1:
        return "", []
    return tell.government(next(iter(found))), list(found.values())
