"""Which fact leads an article: one readable table, the first match wins.

Among angles of about the same value the one that the fewest peers have wins (``RARE``).

An entry has a name and its condition. Its sentences stand under the same name in
``sentences.<language>.yml``: ``headline`` and ``lead``, and ``told`` if it has something to say
where another angle leads. The facts that they rest on are the slots in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.evaluation.rounding import NEAR
from generator.facts.counts import CategoryCount
from generator.facts.group import EvaluationFacts
from generator.facts.model import Outcome, Participation, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.standing import LEAST
from generator.format import Correction, Distinction


@dataclass(frozen=True, slots=True)
class Case:
    """What a condition looks at: a region's figures, its group's, and the edition's own words."""

    evaluation: Evaluation
    mine: RegionFacts
    whole: EvaluationFacts

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The region's corrections, in the order of the file."""
        return tuple(c for _, c in self.evaluation.corrections_of(self.mine.region.id))

    @property
    def distinction(self) -> Distinction | None:
        """The title that the organizer gave to the region."""
        found = self.evaluation.distinction_of(self.mine.region.id)
        return found[1] if found else None

    @property
    def steps(self) -> int:
        """Categories risen (+) or fallen (−); 0 also where no change is known."""
        return self.mine.categories.value.steps if self.mine.categories.value else 0

    @property
    def stayed(self) -> bool:
        """Whether the category is known to be that of the compared edition."""
        return bool(self.mine.categories) and self.steps == 0

    @property
    def contested(self) -> bool:
        """Whether the published category has a note and the scale does not confirm it."""
        mine = self.mine
        return bool(mine.category.note and mine.score) and not mine.as_by_scale

    @property
    def rounded(self) -> bool:
        """Whether the score has more decimals, published or computed, than the site shows."""
        file, score = self.evaluation.results.get(self.mine.region.id), self.mine.score
        if file is None or score.value is None:
            return False
        whole = file.scores.final if file.scores and score.rule is Rule.BY_INSTRUMENT else None
        return (file.score if whole is None else whole) != score.value

    @property
    def moved_far(self) -> bool:
        """Whether the score moved by half a point or more; as large a part of another maximum."""
        scale, change = self.evaluation.scale, self.mine.points.value
        least = NEAR * (scale.maximum if scale else USUAL_MAXIMUM) / USUAL_MAXIMUM
        return change is not None and abs(change.points) >= least

    @property
    def sole(self) -> CategoryCount | None:
        """The count of the region's category, where it is one, exactly, of several participants."""
        mine, whole = self.mine.category, self.whole
        taking = whole.seen if whole.participants.value is None else whole.participants.value
        if not mine.settled or taking < LEAST:
            return None
        found = next((c for c in whole.counts if c.category.name == mine.known.name), None)
        count = found.count.value if found else None
        return found if count and count.number == 1 and not count.at_least else None

    @property
    def place(self) -> int:
        """The region's place, which it has for itself among several; 0 where there is none."""
        rank = self.mine.rank
        if self.contested or not rank.settled or rank.known.level or (rank.known.of or 0) < LEAST:
            return 0
        return rank.known.place


def _any(_: Case) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Angle:
    """``name`` is the key of its sentences, ``holds`` its condition.

    ``leads`` is what it needs besides to open an article; where it does not, it is told later.
    """

    name: str
    holds: Callable[[Case], bool]
    leads: Callable[[Case], bool] = _any


def _far(case: Case) -> bool:
    return case.moved_far


def _first_place(case: Case) -> bool:
    rank = case.mine.rank
    return rank.settled and rank.known.place == 1 and not rank.known.level


def _moved_apart(case: Case) -> bool:
    return case.mine.moved_apart and case.mine.places.known.agreed and case.mine.sure_score


def _met_target(case: Case) -> bool:
    target = case.mine.target.value
    met = target is not None and target.outcome in (Outcome.MET, Outcome.EXCEEDED)
    return met and case.mine.category.settled


def _is(state: Participation) -> Callable[[Case], bool]:
    return lambda case: case.mine.participation is state


def _not_published(case: Case) -> bool:
    return case.mine.state.value is Why.NOT_PUBLISHED


def _opens_category(case: Case) -> bool:
    """Whether it is the best of a category; of the lowest one that is no news, and sounds like scorn."""
    category = case.mine.category
    lowest = category.value is not None and category.value.index == category.value.of - 1
    return bool(case.place) and not lowest and _on(case, case.whole.ladder.opens)


def _on(case: Case, found: frozenset[str]) -> bool:
    return case.mine.region.id in found


def _places_moved(case: Case) -> bool:
    """Whether the place moved for certain, by a third of those who are ranked or more."""
    rank, change = case.mine.rank, case.mine.places.value
    of = rank.known.of if rank.settled else None
    if change is None or of is None or of < LEAST or change.others or rank.note:
        return False
    return 3 * abs(change.places) >= of


def _top_places(case: Case) -> bool:
    """Whether the place is among the first three, of many among the first ten; not the first."""
    of = case.mine.rank.known.of or 0 if case.place else 0
    return 1 < case.place <= (10 if of >= MANY else 3) and of >= SOME


def _last_place(case: Case) -> bool:
    return bool(case.place) and case.place == case.mine.rank.known.of


def _short_of(case: Case) -> bool:
    """Whether the next category is near: within a twentieth of the scale, and half a point off."""
    scale, gap = case.evaluation.scale, case.mine.gap.value
    if gap is None or scale is None or not (case.place and case.mine.as_by_scale):
        return False
    return NEAR * scale.maximum <= gap.points * USUAL_MAXIMUM <= 5 * scale.maximum


def _placed(case: Case) -> bool:
    """Whether it is known who is right above and right below."""
    ladder = case.whole.ladder
    return bool(case.place and ladder.above(case.place) and ladder.below(case.place))


MANY, SOME = 30, 8
"""Of how many the first ten, and of how many the first three, are news."""

ANGLES: tuple[Angle, ...] = (
    Angle("corrected", lambda c: bool(c.corrections)),
    Angle("comeback", lambda c: bool(c.mine.out_before) and c.mine.category.settled),
    Angle("rose_several", lambda c: c.steps > 1),
    Angle("rose_to_top", lambda c: c.steps > 0 and c.mine.category.known.index == 0),
    Angle("places_moved", _places_moved),
    Angle("sole_category", lambda c: c.sole is not None and not c.contested),
    Angle("rose", lambda c: c.steps > 0),
    Angle("fell", lambda c: c.steps < 0),
    Angle("named", lambda c: c.distinction is not None),
    Angle("first_place", _first_place),
    Angle("entered", lambda c: c.mine.first_known and c.mine.category.settled),
    Angle("returned", lambda c: c.mine.returned and c.mine.category.settled),
    Angle(
        "absent_again",
        lambda c: c.mine.participation is Participation.ABSENT and bool(c.mine.absent_before),
    ),
    Angle("absent", _is(Participation.ABSENT)),
    Angle("not_returned", _is(Participation.NOT_RETURNED)),
    Angle("not_assessed", _is(Participation.NOT_ASSESSED)),
    Angle("stopped", lambda c: c.mine.score.why is Why.STOPPED),
    Angle("on_bound", lambda c: c.mine.on_bound and c.mine.as_by_scale),
    Angle("most_improved", lambda c: c.mine in c.whole.most_improved, _far),
    Angle("largest_fall", lambda c: c.mine in c.whole.largest_fall, _far),
    Angle("moved_apart", _moved_apart, _far),
    Angle("best_of_kind", lambda c: bool(c.place) and _on(c, c.whole.ladder.best_of_kind)),
    Angle("opens_category", _opens_category),
    Angle("closes_category", lambda c: bool(c.place) and _on(c, c.whole.ladder.closes)),
    Angle("last_place", _last_place),
    Angle("top_places", _top_places),
    Angle("best_near", lambda c: bool(c.place) and c.mine.region.id in c.whole.ladder.near),
    Angle("tied", lambda c: bool(c.mine.tied)),
    Angle("met_target", _met_target),
    Angle("short_of", _short_of),
    Angle("held", lambda c: bool(c.mine.held) and c.mine.held.known.editions > 1),
    Angle("stayed", lambda c: c.stayed),
    Angle("placed", _placed),
    Angle("scored", lambda c: c.mine.category.settled and c.mine.sure_score),
    Angle("category", lambda c: c.mine.category.settled),
    Angle("disputed_category", lambda c: bool(c.mine.category)),
    Angle("rank", lambda c: c.mine.rank.settled and not c.mine.score),
    Angle("score", lambda c: c.mine.sure_score),
    Angle("disputed_score", lambda c: bool(c.mine.score)),
    Angle("disputed_rank", lambda c: bool(c.mine.rank)),
    Angle("not_announced", lambda c: c.mine.category.why is Why.NOT_ANNOUNCED),
    Angle("not_published", _not_published),
    Angle("unknown", _any),
)
"""In the order of their news value: what happens rarely and says most comes first."""

CATEGORY = frozenset({"rose_several", "rose_to_top", "rose", "fell", "held", "stayed"})
"""Angles that are one fact, what became of the category: it is told once."""

RARE = (
    ("comeback", "rose_several", "rose_to_top", "sole_category", "rose", "fell"),
    (
        *("most_improved", "largest_fall", "moved_apart", "best_of_kind", "opens_category"),
        *("closes_category", "last_place", "top_places", "best_near"),
    ),
)
"""Angles of about the same news value: of those that hold, the one that the fewest peers have leads."""

NOTICES = frozenset({"not_announced", "not_published", "unknown"})
"""Angles that say nothing of a result: a short notice, not an article."""

OUT = frozenset({"absent", "absent_again", "not_returned", "not_assessed"})
"""Angles that say why a region has no result."""


def angles_of(case: Case) -> tuple[Angle, ...]:
    """All angles that hold, the leading one first; at least one."""
    found = [angle for angle in ANGLES if angle.holds(case)]
    first = next(angle for angle in found if angle.leads(case))
    return (first, *(angle for angle in found if angle is not first))


def rarest_first(
    case: Case, found: tuple[Angle, ...], rarity: Mapping[str, int]
) -> tuple[Angle, ...]:
    """The angles of a case, led by the rarest of those that are worth as much as the first."""
    worth = next((names for names in RARE if found[0].name in names), ())
    told = next((angle for angle in found if angle.name in CATEGORY), None)
    # What became of the category is one fact: its first angle stands for it.
    equal = [
        angle
        for angle in found
        if angle.name in worth
        and angle.leads(case)
        and (angle.name not in CATEGORY or angle is told)
    ]
    if not equal:
        return found
    first = min(equal, key=lambda angle: (rarity[angle.name], worth.index(angle.name)))
    return (first, *(angle for angle in found if angle is not first))
