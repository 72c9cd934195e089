"""What an evaluation knows of all its regions at once: rounded scores, places, who shares one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.model import Evaluation, ResultFile, is_complete, is_contested
from generator.evaluation.rounding import (
    competition_ranks,
    round_half_up,
)
from generator.facts.model import (
    Fact,
    Rank,
    Rule,
    Why,
    missing,
)
from generator.facts.published import inputs, published, sure_score
from generator.format import Region, Source


@dataclass(frozen=True, slots=True)
class Peers:
    """What an evaluation knows of all its regions at once.

    ``scores`` are rounded; ``ranks`` are computed only in a complete group of at least two.
    ``level`` are all who share a place, computed or published, by each of their ids.
    """

    scores: Mapping[str, Decimal]
    ranks: Mapping[str, int]
    complete: bool
    sure: bool
    """Whether nothing contests one of the scores, so that they may be ranked and averaged."""
    level: Mapping[str, tuple[Region, ...]]
    lowest: int = 0
    """How many are ranked at least: the lowest place that was announced, be it contested or corrected
    since, all who have a result, or all whose categories were counted."""
    basis: tuple[Source, ...] = ()
    """Whose word the scores are, of those that somebody published."""


def peers(evaluation: Evaluation) -> Peers:
    """The rounded scores of a group, and the ranks if every participant's score is known."""
    scores = {}
    published = {}
    basis: dict[Source, None] = {}
    sure = True
    announced = evaluation.settings.participants.categories.values()
    counted = sum(f.value or 0 for f in announced if not is_contested(f))
    with_result = 0
    for id_, file in evaluation.results.items():
        score, rank, category = file.score, file.result.rank_in_group, file.result.category
        placed = any(figure is not None and figure.value is not None for figure in (rank, category))
        with_result += score is not None or placed
        if score is not None:
            scores[id_] = round_half_up(score, evaluation.decimals)
            sure = sure and sure_score(evaluation, file)
            basis |= dict.fromkeys(_whose_score(evaluation, file))
        if rank is not None and rank.value is not None and rank.exact and not rank.others:
            published[id_] = rank.value
    complete = is_complete(evaluation, len(scores))
    ranked = complete and sure and evaluation.ranked and len(scores) > 1
    ranks = competition_ranks(scores) if ranked else {}
    known = ranks or published
    lowest = max(with_result, counted, *known.values(), *_announced(evaluation))
    return Peers(scores, ranks, complete, sure, _level(evaluation, known), lowest, tuple(basis))


def _whose_score(evaluation: Evaluation, file: ResultFile) -> tuple[Source, ...]:
    """Whose word a score is; nobody's where it was computed."""
    figure = file.result.score
    if figure is None or figure.value is None:
        return ()
    source = evaluation.source_of(figure, file.result.region)
    return (source,) if source else ()


def _announced(evaluation: Evaluation) -> Iterator[int]:
    """Places that were announced of anybody: there were as many. Of several for one body, the best."""
    for file in evaluation.results.values():
        rank = file.result.rank_in_group
        if rank is not None and rank.value is not None and rank.exact:
            yield min([rank.value, *(other.value for other in rank.others)])
    own = {region.id for region in evaluation.regions}
    for item in evaluation.settings.corrections:
        if item.field == "rank" and item.region in own and item.from_.isdecimal():
            yield int(item.from_)


def _level(evaluation: Evaluation, ranks: Mapping[str, int]) -> dict[str, tuple[Region, ...]]:
    """For each region that shares its place: all who are there, one tuple for all of them."""
    by_rank: dict[int, list[str]] = {}
    for id_, rank in ranks.items():
        by_rank.setdefault(rank, []).append(id_)
    shared = [ids for ids in by_rank.values() if len(ids) > 1]
    if not shared:
        return {}
    regions = {region.id: region for region in evaluation.regions}
    level: dict[str, tuple[Region, ...]] = {}
    for ids in shared:
        level |= dict.fromkeys(ids, tuple(regions[id_] for id_ in ids))
    return level


def rank(evaluation: Evaluation, region: str, group: Peers) -> Fact[Rank]:
    """The published rank; without one, the computed rank of a complete group.

    ``of`` is the number of participants: announced, or counted in a complete group.
    """
    if not evaluation.ranked:
        return missing(Why.NOT_RANKED, Rule.RANKED)
    announced = evaluation.settings.participants.took_part
    agreed = announced is not None and not is_contested(announced)
    of = announced.value if announced is not None and agreed else None
    if group.complete:
        of = len(group.scores)  # those announced, less those whom a threshold stopped

    file = evaluation.results.get(region)
    within = file is not None and file.result.rank_in_category is not None
    figure = file.result.rank_in_group if file is not None else None
    # Who is given two places shares none of them for certain, whatever the scores say.
    level = () if figure is not None and figure.others else group.level.get(region, ())

    def placed(value: int) -> Rank | None:
        return None if within else Rank(value, of, level)

    told = published(evaluation, region, "rank", placed)
    if told:
        return told
    if region in evaluation.out:
        return told
    if region in group.ranks:
        own = evaluation.results[region]
        places = inputs(own) if own.result.score is None else (own.document.at(("score", "value")),)
        found = Rank(group.ranks[region], of, group.level.get(region, ()))
        return Fact(found, None, Rule.RANKED, places, basis=group.basis)
    if told.why is Why.UNKNOWN and file is not None and file.scores and file.scores.stopped:
        return missing(Why.STOPPED, Rule.RANKED, inputs(file))
    if told.why is Why.UNKNOWN and region in group.scores:
        return missing(_unranked(group), Rule.RANKED)
    return told


def _unranked(group: Peers) -> Why:
    """Why a known score has no place."""
    if not group.complete:
        return Why.SOME_PEERS_UNKNOWN if len(group.scores) > 1 else Why.PEERS_UNKNOWN
    return Why.PEERS_UNSURE if len(group.scores) > 1 else Why.SOLE_PARTICIPANT


def rank_in_category(evaluation: Evaluation, region: str) -> Fact[Rank]:
    """A rank that was published as one among those of the same category; nothing is computed."""
    file = evaluation.results.get(region)
    if file is None or file.result.rank_in_category is None:
        return missing(Why.UNKNOWN, Rule.PUBLISHED)

    def placed(value: int) -> Rank | None:
        return Rank(value, None)

    return published(evaluation, region, "rank", placed)
