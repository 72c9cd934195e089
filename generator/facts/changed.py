"""How a region's figures moved since an earlier edition, and how long its category stayed."""

from __future__ import annotations

from typing import Any, Protocol

from generator.evaluation.model import Evaluation
from generator.facts.compare import (
    History,
    Lack,
    categories_differ,
    category_change,
    compare_categories,
    compare_places,
    compare_points,
    point_change,
    ranked,
    same_direction,
    sure_steps,
)
from generator.facts.model import (
    WHY_PEERS,
    Category,
    CategoryChange,
    Fact,
    Figures,
    Held,
    Participation,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    Why,
    missing,
)
from generator.format import Region


class Own(Figures, Protocol):
    """The figures of the later edition: also whose they are, and whether any of them is a result."""

    @property
    def region(self) -> Region: ...
    @property
    def has_result(self) -> bool: ...


def points(mine: Own, evaluation: Evaluation, history: History) -> Fact[PointChange]:
    """Points against the latest earlier edition with a score that compares."""
    score = mine.score
    found = history.latest(evaluation, mine.region.id, lambda facts: facts.score, compare_points)
    if score.value is None or isinstance(found, Lack):
        return _unchanged(score, found, mine)
    other, before = found
    if not (score.settled and before.settled):
        return _unsure(score, before, other)
    return point_change(score, before, other.year)


def _unchanged(own: Fact[Any], found: Lack | tuple[Any, Any], mine: Own) -> Fact[Any]:
    """Why there is no change. That nothing compares says more than what the own figure lacks, and
    that says more than what an earlier one lacks; least says what others keep from being ranked."""
    if isinstance(found, Lack):
        first = own.why is None or (
            mine.has_result
            and own.why not in (Why.NO_CATEGORIES, Why.NOT_RANKED)
            and (
                found.why in (Why.NO_EARLIER, Why.NOT_COMPARABLE)
                or (own.why in WHY_PEERS and found.why not in WHY_PEERS)
            )
        )
        if first:
            return missing(found.why, Rule.DIFFERENCE, lacking=found.year)
    return Fact(None, own.why, Rule.DIFFERENCE, own.places)


def _unsure(own: Fact[Any], before: Fact[Any], other: Evaluation) -> Fact[Any]:
    """That one of the two figures is contested or inexact: the own one, if both are."""
    year = other.year if own.settled else None
    return missing(Why.UNSURE, Rule.DIFFERENCE, (*own.places, *before.places), year)


def places(mine: Own, evaluation: Evaluation, history: History) -> Fact[PlaceChange]:
    """Places against the latest earlier edition with a rank of the same kind, computed or published;
    where there is none, why the two nearest do not say which is the better one."""
    rank, id_ = mine.rank, mine.region.id
    found = history.latest(evaluation, id_, lambda facts: facts.rank, compare_places)
    if rank.value is None or isinstance(found, Lack):
        return _unchanged(rank, found, mine)
    other, before = found
    if not rank.settled or not before.exact:
        return _unsure(rank, before, other)
    if _other_kind(id_, (rank, evaluation), (before, other), history):
        places = (*rank.places, *before.places)
        older = _of_same_kind(id_, (rank, evaluation), history)
        if older is None:
            return missing(Why.OTHER_KIND, Rule.DIFFERENCE, places, other.year)
        other, before = older
    pair = (
        ranked(one, edition, history.peers(edition).lowest)
        for one, edition in ((rank.value, evaluation), (before.known, other))
    )
    if not same_direction(*pair):
        places = (*rank.places, *before.places)
        return missing(Why.OTHER_NUMBER, Rule.DIFFERENCE, places, other.year)
    change = PlaceChange(before.known.place - rank.value.place, other.year, before)
    return Fact(
        change, None, Rule.DIFFERENCE, (*rank.places, *before.places), note=before.note or rank.note
    )


def _of_same_kind(
    region: str, now: tuple[Fact[Rank], Evaluation], history: History
) -> tuple[Evaluation, Fact[Rank]] | None:
    """The latest earlier edition that ranks like this one, with an exact rank of the region."""
    for other in history.before(now[1]):
        before = history.regions(other)[region].rank
        compares = bool(before) and before.exact and compare_places(now[1], other)
        if compares and not _other_kind(region, now, (before, other), history):
            return other, before
    return None


def _other_kind(
    region: str,
    now: tuple[Fact[Rank], Evaluation],
    before: tuple[Fact[Rank], Evaluation],
    history: History,
) -> bool:
    """Whether one of two ranks was announced and the other computed of scores: the organizer may
    have ranked by something else. Where the scores confirm what was announced, they are alike."""
    if now[0].rule is before[0].rule:
        return False
    return any(
        fact.rule is Rule.PUBLISHED and history.peers(edition).ranks.get(region) != fact.known.place
        for fact, edition in (now, before)
    )


def categories(mine: Own, evaluation: Evaluation, history: History) -> Fact[CategoryChange]:
    """Categories against the latest earlier edition with a category that compares."""
    category, id_ = mine.category, mine.region.id
    found = history.latest(
        evaluation, id_, lambda facts: facts.category, compare_categories, categories_differ
    )
    if category.value is None or isinstance(found, Lack):
        return _unchanged(category, found, mine)
    other, before = found
    if not (category.settled and before.settled):
        return _unsure(category, before, other)
    return category_change(category, before, other.year)


def surely_moved(mine: Own, evaluation: Evaluation, history: History) -> Fact[CategoryChange]:
    """The change of a contested category, where all that is published says the same way."""
    category, id_ = mine.category, mine.region.id
    found = history.latest(evaluation, id_, lambda facts: facts.category, compare_categories)
    if category.value is None or category.settled or isinstance(found, Lack):
        return missing(Why.NOT_APPLICABLE, Rule.DIFFERENCE)
    other, before = found
    steps, *more = sure_steps(category, before)
    if not (before.settled and steps):
        return missing(Why.NOT_APPLICABLE, Rule.DIFFERENCE)
    change = CategoryChange(steps, other.year, before, tuple(more))
    return Fact(change, None, Rule.DIFFERENCE, (*category.places, *before.places))


def held(
    category: Fact[Category], evaluation: Evaluation, region: str, history: History
) -> Fact[Held]:
    """Editions in a row with this category, this one included, as far back as is known."""
    if category.value is None:
        return Fact(None, category.why, Rule.HELD, category.places)
    if not category.settled:
        return missing(Why.UNSURE, Rule.HELD, category.places)
    earlier: list[Fact[Category]] = []
    since, open_ = evaluation.year, False
    for other in history.before(evaluation):
        before = history.regions(other)[region].category
        # A year of which this site has no edition may have had one, with another category.
        if other.year != since - 1 or not compare_categories(evaluation, other):
            break
        if not before.settled or before.value != category.value:
            open_ = before.why is Why.UNKNOWN
            break
        earlier.append(before)
        since = other.year
    held = Held(len(earlier) + 1, since, tuple(earlier), open_)
    return Fact(held, None, Rule.HELD, category.places)


def participation_before(
    evaluation: Evaluation, region: str, history: History
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Earlier years in which it took part, and the run of absences right before this edition."""
    took_part: list[int] = []
    absent: list[int] = []
    running = True
    for other in history.before(evaluation):
        state = history.regions(other)[region].participation
        if running and state is Participation.ABSENT:
            absent.append(other.year)
        else:
            running = False
        if state is Participation.TOOK_PART:
            took_part.append(other.year)
    return tuple(took_part), tuple(absent)
