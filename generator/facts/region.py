"""All figures of one region in one evaluation: its own, and against its earlier editions."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from generator.evaluation.model import Evaluation
from generator.facts import at_least, bounds, changed, peers, published, states
from generator.facts.apart import Apart, Since, apart, apart_from
from generator.facts.at_least import AtLeast
from generator.facts.compare import (
    History,
)
from generator.facts.kept import kept
from generator.facts.model import (
    Category,
    CategoryChange,
    Fact,
    Figures,
    Gap,
    Held,
    HeldBack,
    NearBound,
    Participation,
    PlaceChange,
    PointChange,
    Rank,
    TargetOutcome,
    Why,
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
        if not self.region.existed(self.year):
            return Participation.UNKNOWN
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
        return changed.points(self, self._evaluation, self._history)

    @kept
    def at_least(self) -> Fact[AtLeast]:
        """By how many points it moved at least, where the earlier score is not known."""
        found = self._evaluation, self.region.id, self._history
        return at_least.at_least(self, self.points, *found)

    @kept
    def places(self) -> Fact[PlaceChange]:
        return changed.places(self, self._evaluation, self._history)

    @kept
    def categories(self) -> Fact[CategoryChange]:
        return changed.categories(self, self._evaluation, self._history)

    @kept
    def surely_moved(self) -> Fact[CategoryChange]:
        """By how many categories it moved at least, whichever of several that are published is right."""
        return changed.surely_moved(self, self._evaluation, self._history)

    @property
    def apart(self) -> Apart | None:
        """What keeps it from the latest earlier edition with a figure of it that does not compare."""
        history, region = self._history, self.region.id
        before = history.before(self._evaluation)
        return apart_from(
            self._evaluation, self, ((other, history.regions(other)[region]) for other in before)
        )

    def apart_of(self, year: int) -> Apart | None:
        """What is known to be other in the earlier edition of a year; None where there is none."""
        found = self.apart
        if found is not None and found.year == year:
            return found
        before = self._history.before(self._evaluation)
        return next(
            (apart(self._evaluation, other) for other in before if other.year == year), None
        )

    def known_in(self, name: str, year: int) -> bool:
        """Whether a figure (``category``, ``score``, ``rank``) is known of an earlier edition."""
        before = self._history.before(self._evaluation)
        return any(bool(getattr(self._then(e), name)) for e in before if e.year == year)

    def _then(self, evaluation: Evaluation) -> Figures:
        """The same region in another edition."""
        return self._history.regions(evaluation)[self.region.id]

    @property
    def compared_with(self) -> Since:
        """The years since which its category, its score and its rank changed or stayed."""
        category, score, rank = self.categories.value, self.points.value, self.places.value
        return Since(
            category.year if category else None,
            score.year if score else None,
            rank.year if rank else None,
        )

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
    def next_requires(self) -> Fact[HeldBack]:
        return bounds.next_requires(self.gap, self._evaluation, self.region.id)

    @kept
    def held(self) -> Fact[Held]:
        return changed.held(self.category, self._evaluation, self.region.id, self._history)

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
        return changed.participation_before(self._evaluation, self.region.id, self._history)

    @property
    def took_part_before(self) -> tuple[int, ...]:
        """Earlier years in which it took part."""
        return self._before[0]

    @property
    def absent_before(self) -> tuple[int, ...]:
        """The years of the run of absences right before this edition."""
        return self._before[1]

    @kept
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
    def out_before(self) -> int | None:
        """The year of the edition before, if a stage stopped it there or it did not return the
        questionnaire."""
        before = self._history.before(self._evaluation)
        if not before or self.participation is not Participation.TOOK_PART:
            return None
        then = self._then(before[0])
        kept_out = then.participation is Participation.NOT_RETURNED or (
            then.score.why is Why.STOPPED and not then.category and not then.rank
        )
        return before[0].year if kept_out else None

    @property
    def ranked_between(self) -> bool:
        """Whether a rank is known of an edition between this one and that with which it is compared."""
        change, before = self.places.value, self._history.before(self._evaluation)
        return change is not None and any(
            self._then(e).rank for e in before if e.year > change.year
        )

    @property
    def back(self) -> bool:
        """Has the category of the compared edition again, after one in which it had not."""
        change = self.categories.value
        if change is None or change.steps:
            return False
        return self._history.left_between(self._evaluation, self.region.id, change.year)

    @kept
    def has_result(self) -> bool:
        return bool(self.score or self.category or self.rank)

    @property
    def took_part_alone(self) -> bool:
        """Whether that it took part is all that is known: nobody says why there is no result.

        Who is named took part, and who has a part of a result; that as many took part as there are
        members names nobody, and no source says it of one of them.
        """
        id_, evaluation = self.region.id, self._evaluation
        took_part = self.participation is Participation.TOOK_PART
        told = id_ in evaluation.names or published.has_part(evaluation, id_)
        unknown = self.state.why is Why.UNKNOWN and not states.withheld_of(self)
        return took_part and told and unknown

    @property
    def rank_before(self) -> Fact[Rank] | None:
        """The earlier rank, where it does not follow from the two of them which is the better."""
        if self.places.why not in (Why.OTHER_NUMBER, Why.OTHER_KIND):
            return None
        editions = self._history.before(self._evaluation)
        then = next(other for other in editions if other.year == self.places.lacking)
        return self._then(then).rank

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
