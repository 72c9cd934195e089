"""Who moved in a group since one earlier edition: by category, and most in points.

What is said of several regions at once holds since one edition, the same for all of them; whoever
can only be compared with another one is left out of it. An extreme is told only where nobody's
change is open: whoever's score of one side is not known may have moved more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from generator.evaluation.model import Evaluation
from generator.facts.compare import (
    History,
    Lack,
    category_change,
    compare_categories,
    compare_points,
    sure_steps,
)
from generator.facts.model import (
    WHY_OUT,
    Category,
    CategoryChange,
    Fact,
    Figures,
    Rule,
    Why,
    sign_of,
)
from generator.facts.region import RegionFacts
from generator.format import Region

NO_SCORE = frozenset((*WHY_OUT, Why.STOPPED))
"""Why somebody is known to have no score: there is no change that could be the largest."""


class CategoryMoves(NamedTuple):
    """The changes by category since ``year``, of those whose category is known in both editions.

    ``year`` is None, and nobody is in it, where no earlier edition compares.
    """

    year: int | None
    changes: Mapping[str, Fact[CategoryChange]]
    closed: bool = False
    """Whether nobody else can have moved: whoever is not in it is known to lack a category."""

    others: tuple[CategoryMoves, ...] = ()
    """Who moved for certain since other editions, the newest first."""

    alike: Mapping[tuple[Category, int], tuple[str, ...]] = {}
    """Who moved from a category by so many steps."""

    foremost: frozenset[str] = frozenset()
    """Who has the highest score of all who moved as it did, where nobody's is uncertain."""

    doubted: frozenset[int] = frozenset()
    """The ways (+1, −1) in which somebody moved by the only bounds that are known, though not by the
    categories that were announced: nobody is the only one who did."""

    def of(self, regions: Iterable[Region], sign: int) -> list[Region]:
        """Those who rose (+1), fell (−1) or stayed (0), in the order of ``regions``."""
        return [
            region
            for region in regions
            if region.id in self.changes and sign_of(self.changes[region.id].known.steps) == sign
        ]


@dataclass(frozen=True, slots=True)
class Extremes:
    """Who rose and fell most in points, among ``compared``; nobody where a change is open.

    So whoever is not among them is known to have no final score in one of the two editions.
    """

    compared: int = 0
    rise: tuple[Region, ...] = ()
    fall: tuple[Region, ...] = ()
    only_fall: bool = False
    """Whether a single one of them fell."""
    open: bool = False
    """Whether an objection of which nobody knows what was decided could make a rise or a fall larger."""


def category_moves(
    evaluation: Evaluation, regions: Mapping[str, RegionFacts], history: History
) -> CategoryMoves:
    """The changes by category of a group, since the earlier edition that shares most with it."""
    base, both = _base(
        evaluation, regions, history, lambda facts: facts.category, compare_categories
    )
    if base is None:
        return CategoryMoves(None, {}, others=_others(evaluation, regions, history, {}))
    then = history.regions(base)
    changes = {
        id_: category_change(regions[id_].category, then[id_].category, base.year) for id_ in both
    }
    left = [id_ for id_ in regions if id_ not in changes]
    closed = not evaluation.group.partial and all(
        _lacks_category(regions[id_]) or _lacks_category(then[id_]) for id_ in left
    )
    told = changes if len(changes) > 1 else {}
    others = _others(evaluation, regions, history, told)
    alike = _alike(changes)
    doubted = frozenset(_doubted(evaluation, base, regions, changes))
    first = frozenset(_foremost(alike, regions))
    return CategoryMoves(base.year, changes, closed, others, alike, first, doubted)


def _alike(
    changes: Mapping[str, Fact[CategoryChange]],
) -> dict[tuple[Category, int], tuple[str, ...]]:
    """Who moved from each category by so many steps."""
    found: dict[tuple[Category, int], list[str]] = {}
    for id_, change in changes.items():
        found.setdefault((change.known.before, change.known.steps), []).append(id_)
    return {moved: tuple(ids) for moved, ids in found.items()}


def _foremost(
    alike: Mapping[tuple[Category, int], Sequence[str]], regions: Mapping[str, RegionFacts]
) -> Iterator[str]:
    """Who alone has the highest score of all who moved alike; nobody of those of whom one score is
    not certain."""
    for (_, steps), ids in alike.items():
        if not steps or not all(regions[id_].sure_score for id_ in ids):
            continue
        scores = {id_: regions[id_].score.known for id_ in ids}
        highest = max(scores.values())
        first = [id_ for id_, score in scores.items() if score == highest]
        yield from first if len(first) == 1 else ()


def _doubted(
    evaluation: Evaluation,
    base: Evaluation,
    regions: Mapping[str, Figures],
    changes: Mapping[str, Fact[CategoryChange]],
) -> Iterator[int]:
    """The ways in which somebody moved by the bounds of one of two editions, and not as announced."""
    scale = next((e.scale for e in (evaluation, base) if e.scale and e.scale.minima), None)
    if scale is None or scale.minima is None:
        return
    for id_, change in changes.items():
        score = regions[id_].score
        if score.settled:
            index = next((n for n, least in enumerate(scale.minima) if score.known >= least), None)
            way = 0 if index is None else sign_of(change.known.before.index - index)
            if way and way != sign_of(change.known.steps):
                yield way


def _others(
    evaluation: Evaluation,
    regions: Mapping[str, Figures],
    history: History,
    told: Mapping[str, Fact[CategoryChange]],
) -> tuple[CategoryMoves, ...]:
    """Who moved for certain since the latest edition that has a category of theirs, the newest first;
    also of whom several categories are published that all say the same way. Left out is whoever
    moved the same way in the changes that are ``told``."""
    found: dict[int, dict[str, Fact[CategoryChange]]] = {}
    for id_, facts in regions.items():
        latest = history.latest(evaluation, id_, lambda f: f.category, compare_categories)
        if not facts.category or isinstance(latest, Lack):
            continue
        other, before = latest
        steps, *more = sure_steps(facts.category, before)
        there = told.get(id_)
        if not steps or (there is not None and sign_of(there.known.steps) == sign_of(steps)):
            continue
        change = CategoryChange(steps, other.year, before, tuple(more))
        places = (*facts.category.places, *before.places)
        found.setdefault(other.year, {})[id_] = Fact(change, None, Rule.DIFFERENCE, places)
    return tuple(CategoryMoves(year, found[year]) for year in sorted(found, reverse=True))


def _lacks_category(facts: Figures) -> bool:
    """Whether it is known that there is none: the region was out, or a stage stopped it."""
    return not facts.category and facts.category.why in NO_SCORE


def extremes(
    evaluation: Evaluation, regions: Mapping[str, RegionFacts], history: History
) -> Extremes:
    """The largest rise and fall in points of a complete group that is ranked."""
    if not (history.peers(evaluation).complete and evaluation.ranked):
        return Extremes()
    base, both = _base(evaluation, regions, history, lambda facts: facts.score, compare_points)
    if base is None or len(both) < 2 or _open(evaluation, base, regions, history):
        return Extremes()
    own = [regions[id_].points for id_ in both]
    if any(change.value is None or change.value.year != base.year for change in own):
        return Extremes()  # their articles compare some of them with another edition
    changes = {id_: change.known.points for id_, change in zip(both, own, strict=True)}
    then, now = _objected(base), _objected(evaluation)
    rise, fall = _most(evaluation, changes, +1), _most(evaluation, changes, -1)
    # An objection that is granted adds points to the score of its edition, nobody knows how many.
    rise_open = now or any(region.id in then for region in rise)
    fall_open = then or any(region.id in now for region in fall)
    return Extremes(
        len(changes),
        () if rise_open else rise,
        () if fall_open else fall,
        sum(points < 0 for points in changes.values()) == 1 and not fall_open,
        bool(rise_open or fall_open),
    )


def _objected(evaluation: Evaluation) -> set[str]:
    """Whose result was objected to, and nobody knows what was decided, by id."""
    return {
        id_
        for id_, file in evaluation.results.items()
        if any(objection.is_open for objection in file.result.objections)
    }


def _base(
    evaluation: Evaluation,
    regions: Mapping[str, Figures],
    history: History,
    figure: Callable[[Figures], Fact[Any]],
    compares: Callable[[Evaluation, Evaluation], bool],
) -> tuple[Evaluation | None, list[str]]:
    """The earlier edition in which the figure is known of most of those of whom it is known now
    (of two, the later), and who they are."""
    now = [id_ for id_, facts in regions.items() if figure(facts).settled]
    best: tuple[Evaluation | None, list[str]] = (None, [])
    for other in history.before(evaluation) if now else ():
        if not compares(evaluation, other):
            continue
        then = history.regions(other)
        both = [id_ for id_ in now if figure(then[id_]).settled]
        if len(both) > len(best[1]):
            best = other, both
    return best


def _open(
    evaluation: Evaluation, base: Evaluation, regions: Mapping[str, Figures], history: History
) -> bool:
    """Whether anybody may have a change in points that is not known."""
    then = history.regions(base)
    return any(
        not (now.score.settled and then[id_].score.settled)
        and not _known_to_lack(evaluation, now, history)
        and not _known_to_lack(base, then[id_], history)
        for id_, now in regions.items()
    )


def _known_to_lack(evaluation: Evaluation, facts: Figures, history: History) -> bool:
    """Whether it is known that there is no score: out, stopped, or nobody else took part."""
    return not facts.score and (facts.score.why in NO_SCORE or history.peers(evaluation).complete)


def _most(evaluation: Evaluation, changes: Mapping[str, Decimal], sign: int) -> tuple[Region, ...]:
    """Those with the largest rise (``sign`` +1) or fall (−1), if anyone moved so."""
    largest = max((points * sign for points in changes.values()), default=Decimal(0))
    if largest <= 0:
        return ()
    return tuple(
        region
        for region in evaluation.regions
        if region.id in changes and changes[region.id] * sign == largest
    )
