"""The shapes of facts: a value, or the reason why there is none; and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from generator.format import Region, Requirement, Source, Target
from generator.format.problems import Place

T = TypeVar("T")


class Why(StrEnum):
    """Why a figure does not exist. The first seven are different things and never swapped."""

    UNKNOWN = "unknown"
    NOT_ANNOUNCED = "not-announced"
    NOT_PUBLISHED = "not-published"
    ABSENT = "absent"
    NOT_RETURNED = "not-returned"
    STOPPED = "stopped"
    NOT_ASSESSED = "not-assessed"
    PEERS_UNKNOWN = "peers-unknown"
    SOME_PEERS_UNKNOWN = "some-peers-unknown"
    PEERS_UNSURE = "peers-unsure"
    SOLE_PARTICIPANT = "sole-participant"
    NO_BOUNDS = "no-bounds"
    NO_SCALE = "no-scale"
    NO_EARLIER = "no-earlier"
    NOT_COMPARABLE = "not-comparable"
    NOT_APPLICABLE = "not-applicable"
    UNSURE = "unsure"
    OTHER_NUMBER = "other-number"
    OTHER_KIND = "other-kind"
    TOP_CATEGORY = "top-category"
    NOT_NEAR = "not-near"
    NO_TARGET = "no-target"
    NOT_RANKED = "not-ranked"
    NO_CATEGORIES = "no-categories"
    REQUIREMENT = "requirement"
    NOT_HELD_BACK = "not-held-back"


WHY_OUT = (Why.ABSENT, Why.NOT_RETURNED, Why.NOT_ASSESSED)
"""What a list of the edition can say of a region without a result."""

WHY_PEERS = (Why.PEERS_UNKNOWN, Why.SOME_PEERS_UNKNOWN, Why.PEERS_UNSURE, Why.SOLE_PARTICIPANT)
"""Why there is no rank though the score is known: it is not of the region alone."""


class Rule(StrEnum):
    """How a figure came about."""

    PUBLISHED = "published"
    BY_SCALE = "by-scale"
    BY_INSTRUMENT = "by-instrument"
    RANKED = "ranked"
    DIFFERENCE = "difference"
    GAP = "gap"
    COUNTED = "counted"
    AVERAGE = "average"
    HELD = "held"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class OtherValue(Generic[T]):
    """Another published value of the same figure."""

    value: T
    source: Source | None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One figure of the site. Exactly one of ``value`` and ``why`` is set.

    ``places`` are where its inputs stand; ``note`` and ``others`` what was published about it.
    ``exact`` is False for one that its source gives as about or at least so much. ``source`` is who
    said the figure itself, ``basis`` who said what it was computed from. ``lacking`` is of a change
    that does not exist: the earlier edition of which ``why`` speaks, None for the own one.
    """

    value: T | None
    why: Why | None
    rule: Rule
    places: tuple[Place, ...] = ()
    source: Source | None = None
    note: str | None = None
    others: tuple[OtherValue[T], ...] = ()
    exact: bool = True
    basis: tuple[Source, ...] = ()
    lacking: int | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.why is None):
            raise ValueError("a fact has a value or a reason, never both or neither")

    def __bool__(self) -> bool:
        """Whether the figure exists (a score of 0 does)."""
        return self.why is None

    @property
    def settled(self) -> bool:
        """Whether the figure exists, exactly, and nobody published another one."""
        return self.why is None and self.exact and not self.contested

    @property
    def contested(self) -> bool:
        """Whether sources give several values, so that nothing follows from one of them."""
        return any(other.value != self.value for other in self.others)

    @property
    def known(self) -> T:
        """The value of a fact that exists; ValueError otherwise."""
        if self.value is None:
            raise ValueError(f"there is no value: {self.why}")
        return self.value


def missing(
    why: Why, rule: Rule, places: tuple[Place, ...] = (), lacking: int | None = None
) -> Fact[T]:
    """A fact that does not exist, and why."""
    if places:
        return Fact(None, why, rule, places, lacking=lacking)
    return _nowhere(why, rule, lacking)


@cache
def _nowhere(why: Why, rule: Rule, lacking: int | None) -> Fact[Any]:
    # One for all: a large site has a hundred thousand of them.
    return Fact(None, why, rule, lacking=lacking)


def sign_of(number: Decimal | int) -> int:
    """+1, 0 or −1."""
    return (number > 0) - (number < 0)


class Participation(StrEnum):
    """What the edition says of a region's part in it."""

    TOOK_PART = "took-part"
    ABSENT = "absent"
    NOT_RETURNED = "not-returned"
    NOT_ASSESSED = "not-assessed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Category:
    """``index`` 0 is the best of ``of`` categories."""

    name: str
    index: int
    of: int
    color: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place (1 = best) among ``of`` participants (None: not known).

    ``level``: all who share the place, the region itself too; empty if nobody else does. One
    tuple serves them all, however many they are.
    """

    place: int
    of: int | None
    level: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class PointChange:
    """Points since ``year`` (positive: rose); ``earlier`` is the score that they are counted from."""

    points: Decimal
    year: int
    earlier: Fact[Decimal]

    @property
    def before(self) -> Decimal:
        """The earlier score."""
        return self.earlier.known


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """Places won since ``year`` (positive: closer to the first place), from the ``earlier`` rank."""

    places: int
    year: int
    earlier: Fact[Rank]

    @property
    def before(self) -> Rank:
        """The earlier rank."""
        return self.earlier.known

    def same_of(self, now: Rank) -> bool:
        """Whether the rank is the same: the place, and how many were ranked, which is known."""
        return self.places == 0 and now.of is not None and now.of == self.before.of

    def counted(self, now: Rank) -> bool:
        """Whether the number of places means something: as many were ranked, and that is known."""
        return now.of is not None and now.of == self.before.of

    @property
    def others(self) -> tuple[int, ...]:
        """Other values that were published for the earlier place."""
        return tuple(other.value.place for other in self.earlier.others)

    @property
    def agreed(self) -> bool:
        """Whether every published value of the earlier place says the same direction."""
        now = self.before.place - self.places
        return all(sign_of(other - now) == sign_of(self.places) for other in self.others)


@dataclass(frozen=True, slots=True)
class CategoryChange:
    """Categories since ``year`` (positive: better), from the ``earlier`` category."""

    steps: int
    year: int
    earlier: Fact[Category]
    others: tuple[int, ...] = ()
    """The steps by the other categories that were published; ``steps`` is the least."""

    @property
    def before(self) -> Category:
        """The earlier category."""
        return self.earlier.known

    @property
    def by_scale(self) -> bool:
        """The earlier category was computed by the scale; no decision names it."""
        return self.earlier.rule is Rule.BY_SCALE


@dataclass(frozen=True, slots=True)
class Gap:
    """Points (> 0) to the lower bound ``minimum`` of the next better ``category``."""

    points: Decimal
    category: str
    minimum: Decimal


@dataclass(frozen=True, slots=True)
class NearBound:
    """Points from the lower bound ``minimum`` of ``category``: 0 is on it, below it is negative."""

    distance: Decimal
    category: str
    minimum: Decimal


@dataclass(frozen=True, slots=True)
class Required:
    """What a category requires of one body: a ``minimum`` of None is all points.

    ``score`` is what it has, rounded; None of a question, and where it is not known.
    """

    item: Requirement
    name: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The best ``category`` whose ``minimum`` the score reaches and which the scale does not give.

    ``unmet`` are the requirements that do not hold; empty where it is not known whether all do.
    """

    category: str
    minimum: Decimal
    unmet: tuple[Required, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """In how many editions in a row the category was the same, and since which year.

    ``earlier`` are the categories of the editions before, newest first.
    """

    editions: int
    since: int
    earlier: tuple[Fact[Category], ...]
    open: bool = False
    """Whether the category of the edition before is not known: there may be more of them."""


class Outcome(StrEnum):
    MET = "met"
    EXCEEDED = "exceeded"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    target: Target
    outcome: Outcome | None
    """None while the result that the target speaks of is not known."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of regions; ``at_least``: the list behind it is not complete."""

    number: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Average:
    """``value`` over ``n`` published scores."""

    value: Decimal
    n: int


class Figures(Protocol):
    """The figures of a region in one edition that those of later ones are compared with."""

    @property
    def participation(self) -> Participation: ...
    @property
    def score(self) -> Fact[Decimal]: ...
    @property
    def category(self) -> Fact[Category]: ...
    @property
    def rank(self) -> Fact[Rank]: ...
    @property
    def indicators(self) -> dict[str, Fact[Decimal]]: ...
