"""The figures of a group in one year: counts, averages, the best, who rose and who fell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.evaluation import rounding
from generator.evaluation.model import Evaluation
from generator.facts.apart import Since
from generator.facts.compare import History
from generator.facts.counts import CategoryCount, counts_of, unaccounted_of
from generator.facts.doors import Door, agreed, announced, doors_of
from generator.facts.everyone import Everyone, Several
from generator.facts.level import almost_level
from generator.facts.model import (
    Average,
    Fact,
    Participation,
    Rule,
    Why,
    missing,
)
from generator.facts.moves import CategoryMoves, category_moves, extremes
from generator.facts.peers import Peers
from generator.facts.published import inputs
from generator.facts.rows import Row, row_of
from generator.facts.standing import Ladder, ladder_of
from generator.facts.states import Stop, stops_of
from generator.format import PartialDate, Region
from generator.format.problems import Place


def evaluation_facts(
    evaluation: Evaluation, everyone: Everyone, history: History
) -> EvaluationFacts:
    """Every figure of the group as a whole; averages and bests only where it is complete."""
    regions = [row_of(facts) for facts in everyone.values()]
    group = history.peers(evaluation)
    took_part = _took_part(evaluation)
    participants = _participants(evaluation, regions, took_part, group.complete)
    counts = counts_of(evaluation, regions, took_part)
    order = sorted(regions, key=partial(_table_order, ranked=evaluation.ranked))
    moves = category_moves(evaluation, everyone, history)
    extreme = extremes(evaluation, everyone, history)

    def of(rows: Iterable[Row]) -> Several:
        return everyone.of(tuple([row.region for row in rows]))

    return EvaluationFacts(
        year=evaluation.year,
        group=evaluation.group.id,
        complete=group.complete,
        scored=len(group.scores),
        stops=stops_of(evaluation, of(row for row in regions if row.score.why is Why.STOPPED)),
        took_part=took_part,
        participants=participants,
        seen=sum(row.participation is Participation.TOOK_PART for row in regions),
        counts_assessed=not took_part and bool(evaluation.out_by("not_assessed")),
        doors=doors_of(evaluation, participants),
        counts=counts,
        unaccounted=unaccounted_of(counts, took_part, regions),
        averages=_averages(evaluation, history),
        best=_best(regions, group),
        most_improved=everyone.of(extreme.rise),
        largest_fall=everyone.of(extreme.fall),
        only_fall=extreme.only_fall,
        extreme_open=extreme.open,
        compared=extreme.compared,
        by_category=_by_category(order, counts),
        order=of(order),
        listed=None if evaluation.group.partial else len(regions),
        with_result=of(row for row in order if row.has_result),
        placed=of(row for row in order if row.category.settled),
        by_scale=of(row for row in order if row.category and row.category.rule is Rule.BY_SCALE),
        own_word=of(row for row in order if row.own_word),
        noted=of(row for row in order if row.category and row.category.note),
        disputed=of(row for row in order if row.category and not row.category.settled),
        unsure=of(row for row in order if row.score and not row.sure_score),
        unknown=of(row for row in order if row.category.why is Why.UNKNOWN),
        ranked=of(row for row in order if row.rank.settled),
        compared_with=_compared_with(order, moves),
        has_changes=any(row.has_changes for row in order),
        sourced=any(row.sourced for row in order),
        earlier=next((other.year for other in history.before(evaluation)), None),
        moves=moves,
        rose=everyone.of(moves.of(evaluation.regions, +1)),
        fell=everyone.of(moves.of(evaluation.regions, -1)),
        same=everyone.of(moves.of(evaluation.regions, 0)),
        ladder=ladder_of(evaluation, regions),
        almost_level=almost_level(evaluation, regions),
        published=evaluation.published,
    )


def _took_part(evaluation: Evaluation) -> Fact[int]:
    """How many took part, as announced, where sources agree."""
    told = evaluation.settings.participants.took_part
    return agreed(announced(evaluation, told, "participants", "took_part"))


def _best(rows: Sequence[Row], group: Peers) -> tuple[Region, ...]:
    """Those on the first place of a complete group."""
    first = (row.region for row in rows if group.ranks.get(row.region.id) == 1)
    return tuple(first) if group.complete else ()


def _averages(evaluation: Evaluation, history: History) -> tuple[Fact[Average], Fact[Average]]:
    """The mean and the median of the scores of a complete group."""
    group = history.peers(evaluation)
    if not group.complete:
        why = Why.UNKNOWN
        if group.scores:
            why = Why.SOME_PEERS_UNKNOWN if len(group.scores) > 1 else Why.PEERS_UNKNOWN
        return missing(why, Rule.AVERAGE), missing(why, Rule.AVERAGE)
    if not group.sure:
        return missing(Why.PEERS_UNSURE, Rule.AVERAGE), missing(Why.PEERS_UNSURE, Rule.AVERAGE)
    scores = [file.score for file in evaluation.results.values() if file.score is not None]
    # With the decimals that the most exact of them has: no scale invents more.
    finest = max(rounding.places(score) for score in scores)
    decimals = min(evaluation.decimals, finest)
    places = tuple(
        place
        for id_, file in evaluation.results.items()
        if id_ in group.scores
        for place in (
            inputs(file) if file.result.score is None else (file.document.at(("score", "value")),)
        )
    )
    mean, median = (
        Fact(
            Average(compute(scores, decimals), len(scores)),
            None,
            Rule.AVERAGE,
            places,
            basis=group.basis,
        )
        for compute in (rounding.mean, rounding.median)
    )
    return mean, median


def _participants(
    evaluation: Evaluation, regions: list[Row], took_part: Fact[int], complete: bool
) -> Fact[int]:
    """How many took part: announced; else counted where it is known of every region."""
    if took_part:
        return took_part
    known = [facts for facts in regions if facts.participation is not Participation.UNKNOWN]
    if evaluation.group.partial or not (complete or len(known) == len(regions)):
        return took_part
    taking = [facts for facts in regions if facts.participation is Participation.TOOK_PART]
    places = tuple(_place_of(evaluation, facts.region.id) for facts in taking)
    return Fact(len(taking), None, Rule.COUNTED, places)


def _place_of(evaluation: Evaluation, region: str) -> Place:
    """Where the data say that a region took part: its result, or its name among the participants."""
    file = evaluation.results.get(region)
    return file.document.at(()) if file else evaluation.place_of_listed("names", region)


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


def _compared_with(rows: Sequence[Row], moves: CategoryMoves) -> tuple[Since, ...]:
    """For each year with which anything is compared what that is, newest first."""
    category = {row.compared_with.category for row in rows} | {moves.year}
    score = {row.compared_with.score for row in rows}
    rank = {row.compared_with.rank for row in rows}
    years = sorted((year for year in category | score | rank if year is not None), reverse=True)
    return tuple(
        Since(*(year if year in found else None for found in (category, score, rank)))
        for year in years
    )


def _by_category(
    order: list[Row], counts: Sequence[CategoryCount]
) -> dict[int, tuple[Region, ...]]:
    """Who has each category; not where these are more than were announced: which of them are not
    the ones that were counted, nobody knows."""
    found: dict[int, list[Region]] = {}
    for facts in order:
        if facts.category.settled:
            found.setdefault(facts.category.known.index, []).append(facts.region)
    for item in counts:
        mine = found.get(item.category.index, [])
        if item.count and not item.count.known.at_least and len(mine) > item.count.known.number:
            mine.clear()
    return {index: tuple(regions) for index, regions in found.items() if regions}


def _table_order(facts: Row, ranked: bool) -> tuple[object, ...]:
    """Category, rank, score (unless nobody is ranked): best first; then by how much is known."""
    return (
        not facts.has_result,
        facts.category.known.index if facts.category else 99,
        facts.rank.known.place if facts.rank else 9999,
        facts.rank_in_category.known.place if facts.rank_in_category else 9999,
        -facts.score.known if facts.score and ranked else 0,
        list(Participation).index(facts.participation),
        facts.region.name,
    )


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """Every figure that looks at one group in one year as a whole."""

    year: int
    group: str
    complete: bool
    scored: int
    stops: tuple[Stop, ...]
    """Which stages stopped how many, who have no final score."""
    took_part: Fact[int]
    """As announced; unknown where sources do not agree."""
    participants: Fact[int]
    """``took_part`` as announced; else counted, where it is known of every region."""
    seen: int
    """How many are known to have taken part."""
    counts_assessed: bool
    """Whether those counted are who was assessed: who was not may have taken part all the same."""
    doors: tuple[Door, ...]
    """How many came through each door, as announced, in the order of the doors."""
    counts: tuple[CategoryCount, ...]
    unaccounted: Fact[int]
    """Participants whose category is not known."""
    averages: tuple[Fact[Average], Fact[Average]]
    """The ``mean`` and the ``median`` of the scores."""
    best: tuple[Region, ...]
    most_improved: Several
    largest_fall: Several
    only_fall: bool
    """Whether a single one of them fell."""
    extreme_open: bool
    """Whether an open objection could make one of the two extremes larger, and the change of all so."""
    compared: int
    """Regions whose change in points is known, where the two extremes above are told."""
    by_category: dict[int, tuple[Region, ...]]
    """The regions whose category is known, by its index, each list in the order of ``order``."""
    order: Several
    """All regions of the group, best first, in the order that a table shows them; below are some
    of them, in this order."""
    listed: int | None
    """How many the group has; None where only some of them are listed."""
    with_result: Several
    placed: Several
    """Those whose category is known."""
    by_scale: Several
    """Those whose category this product computed."""
    own_word: Several
    """Those whose category rests on the word of their own government alone."""
    noted: Several
    """Those whose category has a note."""
    disputed: Several
    """Those of whose category sources differ: they are counted nowhere."""
    unsure: Several
    """Those whose score may not be ranked and averaged."""
    unknown: Several
    """Those whose category is unknown, for no reason that was told."""
    ranked: Several
    """Those with one rank that nothing contradicts."""
    compared_with: tuple[Since, ...]
    """The earlier years since which it is known of any how it moved, newest first."""
    has_changes: bool
    """Whether it is known of any how it moved, or two ranks are that say no direction."""
    sourced: bool
    """Whether the source of any result is known."""
    earlier: int | None
    """The latest earlier edition of the group, comparable or not."""
    moves: CategoryMoves
    rose: Several
    fell: Several
    same: Several
    """By category since the edition of ``moves``."""
    ladder: Ladder
    almost_level: Mapping[str, tuple[Region, ...]]
    """By body the few whose score is almost its own, where nobody is ranked."""
    published: PartialDate | None = None

    @property
    def invited(self) -> Fact[int]:
        """How many were invited, where sources agree."""
        found = (agreed(door.number) for door in self.doors if door.kind == "invited")
        return next(found, missing(Why.UNKNOWN, Rule.PUBLISHED))

    @property
    def taking(self) -> int | None:
        """Of how many a result may be known: those who took part, else all of the group."""
        return self.listed if self.participants.value is None else self.participants.value

    @property
    def mean(self) -> Fact[Average]:
        return self.averages[0]

    @property
    def median(self) -> Fact[Average]:
        return self.averages[1]

    @property
    def stopped(self) -> int:
        """Participants without a final score: a stage below its threshold."""
        return sum(stop.number for stop in self.stops)

    @property
    def few_known(self) -> bool:
        """Whether so few results are known, less than a quarter, and no number of any category was
        announced or is certain, that how many have a category is what is known and no finding."""
        found = [item.count for item in self.counts if item.count]
        counted = bool(found) and all(
            fact.rule is Rule.COUNTED and fact.known.at_least for fact in found
        )
        return counted and (self.taking is None or 4 * len(self.with_result) < self.taking)

    @property
    def has_results(self) -> bool:
        """Whether anything of a result is known: of a region, or how many have a category."""
        return bool(self.with_result) or any(item.count for item in self.counts)
