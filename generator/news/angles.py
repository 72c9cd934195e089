"""Which fact leads an article: one readable table, the first match wins.

Among angles of about the same value the one that the fewest peers have wins (``RARE``).

An entry has a name and its condition. Its sentences stand under the same name in
``sentences.<language>.yml``: ``headline`` and ``lead``, and ``told`` if it has something to say
where another angle leads. The facts that they rest on are the slots in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.evaluation.model import USUAL_MAXIMUM
from generator.evaluation.rounding import NEAR
from generator.facts.model import Fact, Outcome, Participation, Why
from generator.facts.sources import is_unsourced
from generator.facts.standing import LEAST
from generator.facts.states import withheld_of
from generator.news.case import Case, not_among
from generator.news.terms.standing import FIRST_PLACES, MANY, TEN


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


def _apart_far(case: Case) -> bool:
    """Whether the place moved as far as to be news beside the score: by more than one of eight."""
    of, change = case.mine.rank.known.of, case.mine.places.known
    return case.moved_far and (of is None or EIGHTH * abs(change.places) > of)


def _met_target(case: Case) -> bool:
    target = case.mine.target.value
    met = target is not None and target.outcome in (Outcome.MET, Outcome.EXCEEDED)
    return met and case.mine.category.settled


def _is(state: Participation) -> Callable[[Case], bool]:
    return lambda case: case.mine.participation is state


def _not_published(case: Case) -> bool:
    return case.mine.state.value is Why.NOT_PUBLISHED


def _withheld(case: Case) -> bool:
    """Whether a source says of a figure that it was not published, and the category is merely unknown."""
    mine = case.mine
    partly = mine.state.why is Why.UNKNOWN and mine.category.why is not Why.NOT_PUBLISHED
    return partly and bool(withheld_of(mine))


def _opens_category(case: Case) -> bool:
    """Whether it is the best of one of the two highest categories: of a low one that is no distinction,
    and sounds like scorn."""
    if not (case.place and case.high and _upper(case)) or case.sole is not None:
        return False
    return _on(case, case.whole.ladder.opens)


def _closes_category(case: Case) -> bool:
    """Whether it is the last of one of the two highest categories."""
    if not (case.place and _upper(case)) or case.sole is not None:
        return False
    return _on(case, case.whole.ladder.closes)


def _upper(case: Case) -> bool:
    """Whether its category is one of the two highest."""
    return case.mine.category.settled and case.mine.category.known.index < 2


def _sole_category(case: Case) -> bool:
    """Whether it alone has a category, and nobody a better one: else *satu-satunya* hides who has."""
    if case.sole is None or case.contested or case.sole_other is not None:
        return False
    return case.better == 0 and not (case.last or case.lowest)


def _on(case: Case, found: frozenset[str]) -> bool:
    return case.mine.region.id in found


def _places_moved(case: Case) -> bool:
    """Whether the place moved for certain, by a third of those who are ranked or more; or out of the
    first places, or into them, by as many as these are."""
    rank, change = case.mine.rank, case.mine.places.value
    of = rank.known.of if rank.settled else None
    if change is None or of is None or of < LEAST or change.others or rank.note:
        return False
    if case.mine.ranked_between:
        return False  # part of the move is that of another year
    first = of >= SOME and min(change.before.place, rank.known.place) <= FIRST_PLACES
    return 3 * abs(change.places) >= of or (first and abs(change.places) > FIRST_PLACES)


def _top_places(case: Case) -> bool:
    """Whether the place is among the first three, of many among the first ten; not the first."""
    of = case.mine.rank.known.of or 0 if case.place else 0
    return 1 < case.place <= (TEN if of >= MANY else FIRST_PLACES) and of >= SOME


def _short_of(case: Case) -> bool:
    """Whether the next category is near: within a twentieth of the scale, and half a point off."""
    scale, gap = case.evaluation.scale, case.mine.gap.value
    if gap is None or scale is None or not (case.place and case.mine.as_by_scale):
        return False
    return NEAR * scale.maximum <= gap.points * USUAL_MAXIMUM <= CLOSE * scale.maximum


def _score_moved(case: Case) -> bool:
    """Whether the score moved while the category stayed, or there is none; a long run says more."""
    held = case.mine.held.value
    long = held is not None and held.editions > 2
    placed = case.stayed or not case.mine.category
    return bool(case.mine.points) and case.mine.sure_score and placed and not long


def _placed(case: Case) -> bool:
    """Whether it is known who is right above and right below."""
    ladder = case.whole.ladder
    return bool(case.place and ladder.above(case.place) and ladder.below(case.place))


EIGHTH = 8
"""One place of so many is no news beside a score that moved the other way."""

CLOSE = 5
"""Within how many points of 100 the next category is near."""

SOME = 8
"""Of how many the first three are news."""

ANGLES: tuple[Angle, ...] = (
    Angle("corrected", lambda c: any(item.kind == "correction" for item in c.corrections)),
    Angle("comeback", lambda c: bool(c.mine.out_before) and c.mine.category.settled),
    Angle("sole_step", lambda c: c.sole_step and not c.contested),
    Angle("rose_several", lambda c: c.steps > 1),
    Angle("rose_to_top", lambda c: c.steps > 0 and c.mine.category.known.index == 0),
    Angle("places_moved", _places_moved),
    Angle("sole_other", lambda c: c.sole_other is not None and not c.contested),
    Angle("sole_category", _sole_category),
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
    Angle("moved_apart", _moved_apart, _apart_far),
    Angle(
        "best_of_kind", lambda c: bool(c.place) and c.high and _on(c, c.whole.ladder.best_of_kind)
    ),
    Angle("opens_category", _opens_category),
    Angle("closes_category", _closes_category),
    Angle("last_place", lambda c: c.last),
    Angle("top_places", _top_places),
    Angle(
        "best_near",
        lambda c: (
            bool(c.place)
            and c.high
            and c.whole.complete
            and c.mine.region.id in c.whole.ladder.near
        ),
    ),
    Angle("tied", lambda c: bool(c.mine.tied)),
    Angle("few", lambda c: bool(c.fellows) and c.better == 0 and not c.lowest),
    Angle("met_target", _met_target),
    Angle("score_moved", _score_moved, _far),
    Angle("short_of", _short_of),
    Angle("held", lambda c: bool(c.mine.held) and c.mine.held.known.editions > 1),
    Angle("stayed", lambda c: c.stayed),
    Angle("placed", _placed),
    Angle("bordering", lambda c: c.mine.category.settled and bool(c.bordering)),
    Angle("beside_whole", lambda c: c.mine.category.settled and c.beside_whole),
    Angle("scored", lambda c: c.mine.category.settled and c.mine.sure_score),
    Angle("category", lambda c: c.mine.category.settled),
    Angle("moved_whichever", lambda c: bool(c.mine.surely_moved)),
    Angle("disputed_category", lambda c: bool(c.mine.category)),
    Angle("rank", lambda c: c.mine.rank.settled and not c.mine.score),
    Angle("score", lambda c: c.mine.sure_score),
    Angle("disputed_score", lambda c: bool(c.mine.score)),
    Angle("disputed_rank", lambda c: bool(c.mine.rank)),
    Angle("not_announced", lambda c: c.mine.category.why is Why.NOT_ANNOUNCED),
    Angle("not_published", _not_published),
    Angle("withheld", _withheld),
    Angle("not_among", lambda c: not_among(c.evaluation, c.whole, c.mine)),
    Angle("unknown", _any),
)
"""In the order of their news value: what happens rarely and says most comes first."""

MOVED = frozenset({"sole_step", "rose_several", "rose_to_top", "rose", "fell"})
"""Angles that tell that the category is another one than before."""

KEPT = frozenset({"held", "stayed"})
CATEGORY = MOVED | KEPT
"""Angles that are one fact, what became of the category: it is told once."""

POINTS = frozenset({"most_improved", "largest_fall", "moved_apart", "score_moved"})
PLACES = frozenset({"places_moved", "moved_apart"})
"""Angles that tell what became of the score, and of the place."""

SCORED = POINTS | {"on_bound", "short_of", "bordering", "beside_whole", "scored", "score"}
"""Angles that are about the score."""

RARE = (
    (
        *("comeback", "rose_several", "rose_to_top", "sole_other", "sole_category"),
        *("rose", "fell"),
    ),
    (
        *("most_improved", "largest_fall", "moved_apart", "best_of_kind", "opens_category"),
        *("closes_category", "last_place", "top_places", "best_near"),
    ),
)
"""Angles of about the same news value: of those that hold, the one that the fewest peers have leads."""

NOTICES = frozenset({"not_announced", "not_published", "withheld", "not_among", "unknown"})
"""Angles that say nothing of a result: a short notice, not an article."""

DISPUTED = frozenset({"moved_whichever", "disputed_category", "disputed_score", "disputed_rank"})
"""Angles about a figure of which sources differ."""

OUT = frozenset({"absent", "absent_again", "not_returned", "not_assessed"})
"""Angles that say why a region has no result."""


def angles_of(case: Case) -> tuple[Angle, ...]:
    """All angles that hold, the leading one first; at least one."""
    found = [angle for angle in ANGLES if angle.holds(case)]
    first = next(angle for angle in found if _may_lead(case, angle))
    return (first, *(angle for angle in found if angle is not first))


def _may_lead(case: Case, angle: Angle) -> bool:
    return angle.leads(case) and not _rests_on_doubt(case, angle.name)


def _rests_on_doubt(case: Case, angle: str) -> bool:
    """Whether what an angle tells is a score, or a change from a figure, that is nobody's word, beside
    others whose source is known; or a change from one of which sources differ."""
    mine, steps, points = case.mine, case.mine.categories.value, case.mine.points.value
    changes = ((CATEGORY, steps), (POINTS, points), (PLACES, mine.places.value))
    earlier: list[Fact[Any]] = [
        change.earlier for names, change in changes if change is not None and angle in names
    ]
    if angle in CATEGORY and points is not None and steps is not None and steps.by_scale:
        earlier.append(points.earlier)  # a computed category is worth as much as its score
    if angle == "held" and mine.held:
        earlier += mine.held.known.earlier
    own = [mine.score] if angle in SCORED else []
    lacking = case.whole.sourced and any(map(is_unsourced, (*own, *earlier)))
    return lacking or any(fact.contested for fact in earlier)


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
        and _may_lead(case, angle)
        and (angle.name not in CATEGORY or angle is told)
    ]
    if not equal:
        return found
    first = min(equal, key=lambda angle: (rarity[angle.name], worth.index(angle.name)))
    return (first, *(angle for angle in found if angle is not first))
