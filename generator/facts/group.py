"""The figures of a group in one year: counts, averages, the best, who rose and who fell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.evaluation import rounding
from generator.evaluation.model import Evaluation
from generator.facts.compare import History
from generator.facts.everyone import Everyone, Several
from generator.facts.model import (
    Average,
    Category,
    Count,
    Fact,
    OtherValue,
    Participation,
    Rank,
    Rule,
    Why,
    missing,
)
from generator.facts.moves import CategoryMoves, category_moves, extremes
from generator.facts.published import inputs
from generator.facts.region import RegionFacts
from generator.format import Figure, PartialDate, Region


def evaluation_facts(
    evaluation: Evaluation, everyone: Everyone, history: History
) -> EvaluationFacts:
    """Every figure of the group as a whole; averages and bests only where it is complete."""
    regions = [_row(facts) for facts in everyone.values()]
    group = history.peers(evaluation)
    people = evaluation.settings.participants
    took_part = announced(evaluation, people.took_part, "participants", "took_part")
    counts = _counts(evaluation, regions, took_part)
    order = sorted(regions, key=partial(_table_order, ranked=evaluation.ranked))
    moves = category_moves(evaluation, everyone, history)
    extreme = extremes(evaluation, everyone, history)
    mean, median = _averages(evaluation, history)

    def of(rows: Iterable[_Row]) -> Several:
        return everyone.of(tuple([row.region for row in rows]))

    return EvaluationFacts(
        year=evaluation.year,
        group=evaluation.group.id,
        complete=group.complete,
        scored=len(group.scores),
        stopped=sum(row.score.why is Why.STOPPED for row in regions),
        took_part=took_part,
        participants=_participants(evaluation, regions, took_part, group.complete),
        invited=announced(evaluation, people.invited, "participants", "invited"),
        counts=counts,
        unaccounted=_unaccounted(counts, took_part, regions),
        mean=mean,
        median=median,
        best=tuple(
            row.region for row in regions if group.complete and group.ranks.get(row.region.id) == 1
        ),
        most_improved=everyone.of(extreme.rise),
        largest_fall=everyone.of(extreme.fall),
        only_fall=extreme.only_fall,
        compared=extreme.compared,
        by_category=_by_category(order),
        order=of(order),
        with_result=of(row for row in order if row.has_result),
        placed=of(row for row in order if row.category),
        by_scale=of(row for row in order if row.category and row.category.rule is Rule.BY_SCALE),
        noted=of(row for row in order if row.category and row.category.note),
        unknown=of(row for row in order if row.category.why is Why.UNKNOWN),
        ranked=of(row for row in order if row.rank and not row.rank.others),
        has_changes=any(row.has_changes for row in order),
        earlier=next((other.year for other in history.before(evaluation)), None),
        moves=moves,
        rose=everyone.of(moves.of(evaluation.regions, +1)),
        fell=everyone.of(moves.of(evaluation.regions, -1)),
        same=everyone.of(moves.of(evaluation.regions, 0)),
        published=evaluation.published,
    )


class _Row(NamedTuple):
    """What figures of the group look at in each region: a country has 84,000 of them."""

    region: Region
    participation: Participation
    score: Fact[Decimal]
    category: Fact[Category]
    rank: Fact[Rank]
    has_changes: bool
    """Whether anything is known of how it moved."""
    against_scale: bool
    """Whether the scale does not confirm a published category: it says otherwise, or has no bounds."""
    has_result: bool


def _row(facts: RegionFacts) -> _Row:
    return _Row(
        facts.region,
        facts.participation,
        facts.score,
        facts.category,
        facts.rank,
        bool(facts.categories or facts.points or facts.places),
        bool(facts.score) and facts.by_scale.value != facts.category.value,
        facts.has_result,
    )


def announced(evaluation: Evaluation, figure: Figure[int] | None, *path: str) -> Fact[int]:
    """A number that stands at a path of the edition, or why there is none."""
    if figure is None:
        return missing(Why.UNKNOWN, Rule.PUBLISHED)
    place, source = (evaluation.place(*path),), evaluation.source
    if figure.value is None:
        own, why = source(figure.source), Why.NOT_PUBLISHED
        return Fact(None, why, Rule.PUBLISHED, place, own, figure.note)
    others = tuple(OtherValue(other.value, source(other.source)) for other in figure.others)
    own = source(figure.source or evaluation.settings.source)
    return Fact(figure.value, None, Rule.PUBLISHED, place, own, figure.note, others)


def _counts(
    evaluation: Evaluation, regions: list[_Row], took_part: Fact[int]
) -> tuple[CategoryCount, ...]:
    """Regions in each category: as announced, else counted.

    An announced number is exact unless the list was "among others" (``complete: false``).
    A counted one is exact only if every participant's category is known, else "at least".
    """
    people = evaluation.settings.participants
    steps = evaluation.scale.categories if evaluation.scale else ()
    placed = [facts for facts in regions if facts.category]
    out = sum(
        facts.participation in (Participation.ABSENT, Participation.NOT_ASSESSED)
        for facts in regions
    )
    # Who did not pass a stage took part and has no category: it is known, and it is none.
    stopped = sum(facts.category.why is Why.STOPPED for facts in regions)
    everyone = (
        len(placed) + stopped == took_part.value
        if took_part
        else len(placed) + stopped + out == len(regions) and not evaluation.group.partial
    )
    found = []
    for index, step in enumerate(steps):
        mine = [facts for facts in placed if facts.category.known.index == index]
        places = tuple(place for facts in mine for place in facts.category.places)
        figure = people.categories.get(step.name)
        category = Category(step.name, index, len(steps), step.color)
        count: Fact[Count]
        told = announced(evaluation, figure, "participants", "categories", step.name)
        if told:
            number = told.known if people.complete else max(told.known, len(mine))
            others = tuple(OtherValue(Count(o.value), o.source) for o in told.others)
            count = Fact(
                Count(number, not people.complete),
                None,
                Rule.PUBLISHED,
                told.places,
                told.source,
                told.note,
                others,
            )
        elif placed and everyone:
            count = Fact(Count(len(mine)), None, Rule.COUNTED, places)
        elif mine:
            count = Fact(Count(len(mine), at_least=True), None, Rule.COUNTED, places)
        else:
            why = told.why or Why.UNKNOWN
            count = Fact(None, why, Rule.COUNTED, told.places, told.source, told.note)
        contested = any(facts.category.note and facts.against_scale for facts in mine)
        computed = sum(facts.category.rule is Rule.BY_SCALE for facts in mine)
        by_scale = "" if not computed else "all" if computed == len(mine) else "some"
        found.append(CategoryCount(category, count, by_scale, contested))
    return tuple(found)


def _unaccounted(
    counts: tuple[CategoryCount, ...], took_part: Fact[int], regions: list[_Row]
) -> Fact[int]:
    """Participants that no known category holds, less those who have none: a stage stopped them."""
    if not took_part:
        return Fact(None, took_part.why, Rule.COUNTED)
    known = sum(item.count.known.number for item in counts if item.count)
    known += sum(facts.category.why is Why.STOPPED for facts in regions)
    return Fact(max(0, took_part.known - known), None, Rule.COUNTED, took_part.places)


def _averages(evaluation: Evaluation, history: History) -> tuple[Fact[Average], Fact[Average]]:
    """The mean and the median of the scores of a complete group."""
    group = history.peers(evaluation)
    if not group.complete:
        why = Why.PEERS_UNKNOWN if group.scores else Why.UNKNOWN
        return missing(why, Rule.AVERAGE), missing(why, Rule.AVERAGE)
    scores = [file.score for file in evaluation.results.values() if file.score is not None]
    places = tuple(
        place
        for id_, file in evaluation.results.items()
        if id_ in group.scores
        for place in (
            inputs(file) if file.result.score is None else (file.document.at(("score", "value")),)
        )
    )
    mean, median = (
        Fact(Average(compute(scores, evaluation.decimals), len(scores)), None, Rule.AVERAGE, places)
        for compute in (rounding.mean, rounding.median)
    )
    return mean, median


def _participants(
    evaluation: Evaluation, regions: list[_Row], took_part: Fact[int], complete: bool
) -> Fact[int]:
    """How many took part: announced; else counted where it is known of every region."""
    if took_part:
        return took_part
    known = [facts for facts in regions if facts.participation is not Participation.UNKNOWN]
    if evaluation.group.partial or not (complete or len(known) == len(regions)):
        return took_part
    taking = [facts for facts in regions if facts.participation is Participation.TOOK_PART]
    places = tuple(evaluation.results[facts.region.id].document.at(()) for facts in taking)
    return Fact(len(taking), None, Rule.COUNTED, places)


def indicator_medians(evaluation: Evaluation) -> dict[str, Average]:
    """The median of each indicator's known scores (published or computed), rounded once."""
    decimals = evaluation.decimals
    values: dict[str, list[Decimal]] = {}
    for file in evaluation.results.values():
        for id_, value in (file.scores.indicators if file.scores else {}).items():
            values.setdefault(id_, []).append(rounding.round_fraction(value, decimals))
    return {
        id_: Average(rounding.median(found, decimals), len(found)) for id_, found in values.items()
    }


def _by_category(order: list[_Row]) -> dict[int, tuple[Region, ...]]:
    found: dict[int, list[Region]] = {}
    for facts in order:
        if facts.category:
            found.setdefault(facts.category.known.index, []).append(facts.region)
    return {index: tuple(regions) for index, regions in found.items()}


def _table_order(facts: _Row, ranked: bool) -> tuple[object, ...]:
    """Category, rank, score (unless nobody is ranked): best first; then by how much is known."""
    states = list(Participation)
    return (
        not facts.has_result,
        facts.category.known.index if facts.category else 99,
        facts.rank.known.place if facts.rank else 9999,
        -facts.score.known if facts.score and ranked else 0,
        states.index(facts.participation),
        facts.region.name,
    )


@dataclass(frozen=True, slots=True)
class CategoryCount:
    category: Category
    count: Fact[Count]
    by_scale: str = ""
    """Whether no decision names the categories counted here: ``all``, ``some`` or "" for none."""
    contested: bool = False
    """Something is to be said about a region's category here: the count is as announced."""


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """Every figure that looks at one group in one year as a whole."""

    year: int
    group: str
    complete: bool
    scored: int
    stopped: int
    """Participants without a final score: a stage below its threshold."""
    took_part: Fact[int]
    participants: Fact[int]
    """``took_part`` as announced; else counted, where it is known of every region."""
    invited: Fact[int]
    counts: tuple[CategoryCount, ...]
    unaccounted: Fact[int]
    """Participants whose category is not known."""
    mean: Fact[Average]
    median: Fact[Average]
    best: tuple[Region, ...]
    most_improved: Several
    largest_fall: Several
    only_fall: bool
    """Whether a single one of them fell."""
    compared: int
    """Regions whose change in points is known, where the two extremes above are told."""
    by_category: dict[int, tuple[Region, ...]]
    """The regions whose category is known, by its index, each list in the order of ``order``."""
    order: Several
    """All regions of the group, best first, in the order that a table shows them; below are some
    of them, in this order."""
    with_result: Several
    placed: Several
    """Those whose category is known."""
    by_scale: Several
    """Those whose category this product computed."""
    noted: Several
    """Those whose category has a note."""
    unknown: Several
    """Those whose category is unknown, for no reason that was told."""
    ranked: Several
    """Those with one rank that nothing contradicts."""
    has_changes: bool
    """Whether it is known of any how it moved."""
    earlier: int | None
    """The latest earlier edition of the group, comparable or not."""
    moves: CategoryMoves
    rose: Several
    fell: Several
    same: Several
    """By category since the edition of ``moves``."""
    published: PartialDate | None = None

    @property
    def has_results(self) -> bool:
        """Whether anything of a result is known: of a region, or how many have a category."""
        return bool(self.with_result) or any(item.count for item in self.counts)
