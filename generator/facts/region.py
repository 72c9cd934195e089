"""All figures of one region in one evaluation: its own, and against its earlier editions."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts import bounds, peers, published, states
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
)
from generator.facts.kept import kept
from generator.facts.model import (
    WHY_PEERS,
    Category,
    CategoryChange,
    Fact,
    Gap,
    Held,
    HeldBack,
    NearBound,
    Participation,
    PlaceChange,
    PointChange,
    Rank,
    Rule,
    TargetOutcome,
    Why,
    missing,
)
from generator.facts.target import target_outcome
from generator.format import Region


class RegionFacts:
    """Every figure of one region in one evaluation, each with its value or its reason.

    A figure is computed when it is first asked for: few are of use to who looks at all regions.
    """

    def __init__(self, region: Region, evaluation: Evaluation, history: History) -> None:
        self.region = region
        self.year = evaluation.year
        self.group = evaluation.group.id
        self._evaluation = evaluation
        self._history = history

    def __eq__(self, other: object) -> bool:
        """Whether they are of the same region and year; there is one truth about both."""
        return isinstance(other, RegionFacts) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, str]:
        return self.year, self.region.id

    @kept
    def participation(self) -> Participation:
        return published.participation(self._evaluation, self.region.id)

    @kept
    def score(self) -> Fact[Decimal]:
        return published.score(self._evaluation, self.region.id)

    @kept
    def by_scale(self) -> Fact[Category]:
        return published.category_by_scale(self._evaluation, self.region.id, self.score)

    @kept
    def category(self) -> Fact[Category]:
        return published.category(self._evaluation, self.region.id, self.by_scale)

    @kept
    def rank(self) -> Fact[Rank]:
        return peers.rank(self._evaluation, self.region.id, self._history.peers(self._evaluation))

    @kept
    def state(self) -> Fact[Why]:
        """What became of it, where no result of it is known."""
        return states.state(self._evaluation, self.region.id, self)

    @kept
    def rank_in_category(self) -> Fact[Rank]:
        return peers.rank_in_category(self._evaluation, self.region.id)

    @kept
    def points(self) -> Fact[PointChange]:
        return _points(self, self._evaluation, self._history)

    @kept
    def places(self) -> Fact[PlaceChange]:
        return _places(self, self._evaluation, self._history)

    @kept
    def categories(self) -> Fact[CategoryChange]:
        return _categories(self, self._evaluation, self._history)

    @kept
    def gap(self) -> Fact[Gap]:
        return bounds.gap(self.score, self.category, self.by_scale, self._evaluation)

    @kept
    def near_bound(self) -> Fact[NearBound]:
        return bounds.near_bound(self.score, self.by_scale, self._evaluation)

    @kept
    def held_back(self) -> Fact[HeldBack]:
        return bounds.held_back(self.score, self._evaluation, self.region.id)

    @kept
    def held(self) -> Fact[Held]:
        return _held(self.category, self._evaluation, self.region.id, self._history)

    @kept
    def target(self) -> Fact[TargetOutcome]:
        return target_outcome(self.score, self.category, self._evaluation, self.region.id)

    @kept
    def indicators(self) -> dict[str, Fact[Decimal]]:
        return published.part_scores(self._evaluation, self.region.id, "indicators")

    @kept
    def stage_scores(self) -> dict[str, Fact[Decimal]]:
        return published.part_scores(self._evaluation, self.region.id, "stage_scores")

    @kept
    def _before(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return _participation_before(self._evaluation, self.region.id, self._history)

    @property
    def took_part_before(self) -> tuple[int, ...]:
        """Earlier years in which it took part."""
        return self._before[0]

    @property
    def absent_before(self) -> tuple[int, ...]:
        """The years of the run of absences right before this edition."""
        return self._before[1]

    @property
    def sure_score(self) -> bool:
        """Whether there is a score that may lead, be ranked and averaged."""
        file = self._evaluation.results.get(self.region.id)
        return (
            bool(self.score) and file is not None and published.sure_score(self._evaluation, file)
        )

    @property
    def as_by_scale(self) -> bool:
        """Whether the category is the one that the scale gives: nothing about it is contested."""
        return bool(self.category) and self.category.value == self.by_scale.value

    @property
    def on_bound(self) -> bool:
        """Exactly on the lower bound of a category."""
        return bool(self.near_bound) and self.near_bound.known.distance == 0

    @property
    def first_known(self) -> bool:
        """Takes part for the first time in the data: every earlier edition was without it."""
        return (
            self.participation is Participation.TOOK_PART
            and bool(self.absent_before)
            and not self.took_part_before
        )

    @property
    def returned(self) -> bool:
        """Took part once, was absent last time, and is back."""
        return (
            self.participation is Participation.TOOK_PART
            and bool(self.absent_before)
            and bool(self.took_part_before)
        )

    @property
    def has_result(self) -> bool:
        return bool(self.score or self.category or self.rank)

    @property
    def took_part_alone(self) -> bool:
        """Whether that it took part is all that is known: nobody says why there is no result."""
        return self.participation is Participation.TOOK_PART and self.state.why is Why.UNKNOWN

    @property
    def rank_before(self) -> Fact[Rank] | None:
        """The earlier rank, where it does not follow from the two of them which is the better."""
        if self.places.why is not Why.OTHER_NUMBER:
            return None
        editions = self._history.before(self._evaluation)
        then = next(other for other in editions if other.year == self.places.lacking)
        return self._history.regions(then)[self.region.id].rank

    @property
    def tied(self) -> int:
        """How many others are on the same place."""
        level = self.rank.value.level if self.rank.value else ()
        return max(len(level) - 1, 0)

    def some_tied(self, most: int) -> tuple[Region, ...]:
        """At most ``most`` of the others on the same place: of many, all are not looked at."""
        level = self.rank.value.level if self.rank.value else ()
        others = (region for region in level if region.id != self.region.id)
        return tuple(islice(others, most))

    @property
    def moved_apart(self) -> bool:
        """Score and rank moved in opposite directions, both since the same edition."""
        return bool(
            self.points
            and self.places
            and self.points.known.year == self.places.known.year
            and self.points.known.points * self.places.known.places < 0
        )


def _points(mine: RegionFacts, evaluation: Evaluation, history: History) -> Fact[PointChange]:
    """Points against the latest earlier edition with a score that compares."""
    score = mine.score
    found = history.latest(evaluation, mine.region.id, lambda facts: facts.score, compare_points)
    if score.value is None or isinstance(found, Lack):
        return _unchanged(score, found, mine)
    other, before = found
    if not (score.settled and before.settled):
        return _unsure(score, before, other)
    return point_change(score, before, other.year)


def _unchanged(own: Fact[Any], found: Lack | tuple[Any, Any], mine: RegionFacts) -> Fact[Any]:
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


def _places(mine: RegionFacts, evaluation: Evaluation, history: History) -> Fact[PlaceChange]:
    """Places against the latest earlier edition with a rank, computed or published."""
    rank = mine.rank
    found = history.latest(evaluation, mine.region.id, lambda facts: facts.rank, compare_places)
    if rank.value is None or isinstance(found, Lack):
        return _unchanged(rank, found, mine)
    other, before = found
    if not rank.settled or not before.exact:
        return _unsure(rank, before, other)
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


def _categories(
    mine: RegionFacts, evaluation: Evaluation, history: History
) -> Fact[CategoryChange]:
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


def _held(
    category: Fact[Category], evaluation: Evaluation, region: str, history: History
) -> Fact[Held]:
    """Editions in a row with this category, this one included, as far back as is known."""
    if category.value is None:
        return Fact(None, category.why, Rule.HELD, category.places)
    if not category.settled:
        return missing(Why.UNSURE, Rule.HELD, category.places)
    earlier: list[Fact[Category]] = []
    since = evaluation.year
    for other in history.before(evaluation):
        before = history.regions(other)[region].category
        # A year of which this site has no edition may have had one, with another category.
        if other.year != since - 1 or not compare_categories(evaluation, other):
            break
        if not before.settled or before.value != category.value:
            break
        earlier.append(before)
        since = other.year
    held = Held(len(earlier) + 1, since, tuple(earlier))
    return Fact(held, None, Rule.HELD, category.places)


def _participation_before(
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
