"""Who is beside a region by score, who borders it, and what its earlier category says of its score."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reader.naive.arithmetic import less
from reader.naive.folder import Edition, once
from reader.naive.history import categories_compare, category_base, earlier, points_compare, steps
from reader.naive.results import (
    NO_RESULT,
    category,
    category_by_scale,
    figure,
    minimum,
    rank,
    score,
    settled,
    state,
    unsure,
)
from reader.naive.standing import around, borders, corner, places, who_is


@once
def sure_scores(edition: Edition) -> dict[str, Decimal]:
    """The scores of members that nothing contests."""
    found = {id_: score(edition, id_) for id_ in edition.members if id_ not in unsure(edition)}
    return {id_: value for id_, value in found.items() if value is not None}


def next_to(edition: Edition, region: str, step: int) -> str:
    """Who is right above (−1) or below (+1): by place where there is one, else by the known scores;
    "" where that is nobody, or several."""
    known = sure_scores(edition)
    if region in places(edition):
        found = who_is(edition, places(edition)[region] + step)
    elif region in known:
        side = {
            v for v in known.values() if (v < known[region]) == (step > 0) and v != known[region]
        }
        value = (max if step > 0 else min)(side) if side else None
        found = [id_ for id_, other in known.items() if other == value]
    else:
        return ""
    return found[0] if len(found) == 1 and found[0] in known else ""


def points_to(edition: Edition, region: str, step: int) -> Decimal | None:
    """How far away the next one's score is."""
    other, known = next_to(edition, region, step), sure_scores(edition)
    return abs(less(known[region], known[other])) if other and region in known else None


def near(edition: Edition, region: str) -> list[str]:
    """The members that border a region by more than what may be a corner."""
    code = edition.site.regions[region].get("code", "")
    return [
        id_
        for id_ in edition.members
        if code
        and (
            borders(code, (other := edition.site.regions[id_].get("code", "")))
            and not corner(code, other)
        )
    ]


def borders_only(edition: Edition, region: str, found: Iterable[str]) -> bool:
    """Whether nobody else borders a region, of this site or another."""
    code = edition.site.regions[region].get("code", "")
    return around(code) == {edition.site.regions[id_].get("code", "") for id_ in found}


def moved_like(edition: Edition, region: str) -> list[str]:
    """Those whose category moved from the same one to the same one, since the same year."""
    base = category_base(edition, region)
    if base is None or not steps(edition, region):
        return []
    mine = (base, category(edition, region), category(base, region))
    return [
        id_
        for id_ in edition.members
        if id_ != region
        and (category_base(edition, id_), category(edition, id_), category(base, id_)) == mine
    ]


def overtaken(edition: Edition, region: str) -> list[str]:
    """Those who were ahead in the edition since which it rose, and have a lower score now."""
    base, known = category_base(edition, region), sure_scores(edition)
    if base is None or (steps(edition, region) or 0) <= 0 or region not in known or places(edition):
        return []
    names = base.names
    was = {
        id_: names.index(str(category(base, id_)))
        for id_ in edition.members
        if settled(base, id_, "category") and category(base, id_) in names
    }
    marks, firm = sure_scores(base), [id_ for id_ in was if settled(base, id_, "rank")]
    place = {id_: found.place for id_ in firm if (found := rank(base, id_))}

    def ahead(id_: str) -> bool:
        if id_ not in was or region not in was or was[id_] != was[region]:
            return was.get(id_, len(names)) < was.get(region, 0)
        if id_ in place and region in place:
            return place[id_] < place[region]
        return id_ in marks and region in marks and marks[id_] > marks[region]

    return [id_ for id_ in known if known[id_] < known[region] and ahead(id_)]


def at_least(edition: Edition, region: str) -> tuple[Decimal, int, Decimal] | None:
    """The points moved at least, the year since which, and the bound of the category of then."""
    mine = score(edition, region)
    if mine is None or not settled(edition, region, "score"):
        return None
    for other in earlier(edition):
        told = category(other, region)
        if told is None and score(other, region) is None:
            continue
        if state(other, region, "category") in NO_RESULT:
            continue
        if score(other, region) is not None or not _bounded(edition, other, region):
            return None
        index = other.names.index(str(told))
        least = minimum(other, str(told))
        most = minimum(other, other.names[index - 1]) if index else None
        if most is not None and mine > most:
            return mine - most, other.year, most
        if least is not None and mine < least:
            return mine - least, other.year, least
        return None
    return None


def _bounded(edition: Edition, other: Edition, region: str) -> bool:
    """Whether an earlier category says between what its score was."""
    steps_, told = other.categories, figure(other, region, "category")
    of_bounds = other.settings.get("scale", {}).get("source")
    usual = None if told.get("unsourced") == "true" else other.settings.get("source")
    if "value" in told and of_bounds and of_bounds != told.get("source", usual):
        return False
    if any("minimum" not in step or step.get("requires") for step in steps_):
        return False
    for id_ in other.members:
        told, by_scale = category(other, id_), category_by_scale(other, id_)
        both = all(settled(other, id_, name) for name in ("score", "category"))
        if both and None not in (told, by_scale, score(other, id_)) and told != by_scale:
            return False
    return (
        settled(other, region, "category")
        and points_compare(edition, other)
        and categories_compare(edition, other)
    )
