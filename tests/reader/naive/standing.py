"""What a place says among the places that are known: who is beside, and whether anybody can be better."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from reader.naive.folder import Edition, once
from reader.naive.results import (
    NO_RESULT,
    category,
    category_by_scale,
    is_exact,
    rank,
    score,
    settled,
    state,
)

_BORDERS = Path(__file__).parents[3] / "generator" / "boundaries" / "neighbours.json"


@once
def places(edition: Edition) -> dict[str, int]:
    """The place of every member of whom one is known, exactly."""
    found = {id_: rank(edition, id_) for id_ in edition.members}
    return {
        id_: mine.place
        for id_, mine in found.items()
        if mine and not mine.others and is_exact(edition, id_, "rank")
    }


def who_is(edition: Edition, place: int) -> list[str]:
    return [id_ for id_, other in places(edition).items() if other == place]


def betters(edition: Edition, region: str) -> list[str] | None:
    """All who are above; None unless every one of them is known."""
    mine = places(edition).get(region)
    if mine is None:
        return None
    found = [id_ for id_, place in places(edition).items() if place < mine]
    return found if len(found) == mine - 1 else None


def is_top_of_category(edition: Edition, region: str) -> bool:
    """Whether everybody above has a better category."""
    above, names = betters(edition, region), edition.names
    mine = category(edition, region)
    if not above or mine not in names or len(who_is(edition, places(edition)[region])) > 1:
        return False
    own = names.index(str(mine))
    return all(
        settled(edition, id_, "category") and category(edition, id_) in names[:own] for id_ in above
    )


def _follows_scores(edition: Edition) -> bool:
    """Whether bounds alone give every category, and none that is known is against them."""
    steps = edition.categories
    if not steps or any("minimum" not in step or step.get("requires") for step in steps):
        return False
    for id_ in edition.members:
        told = category(edition, id_)
        if score(edition, id_) is not None and told not in (None, category_by_scale(edition, id_)):
            return False
    return True


@once
def has_all_places(edition: Edition, name: str) -> bool:
    """Whether those with a category hold all the places that it can have.

    Right above them is a better category, or nobody; right below a worse one.
    """
    if not _follows_scores(edition):
        return False
    sure = {id_ for id_ in edition.members if settled(edition, id_, "category")}
    found = {
        id_: (place, score(edition, id_), edition.names.index(str(category(edition, id_))))
        for id_, place in places(edition).items()
        if id_ in sure
        and category(edition, id_)
        and settled(edition, id_, "score")
        and score(edition, id_) is not None
    }
    by_place = sorted(found.values())
    in_order = all(
        one == other or (one[0] < other[0] and one[1] > other[1] and one[2] <= other[2])
        for one, other in pairwise(by_place)
    )
    own = edition.names.index(name)
    mine = [item[0] for item in by_place if item[2] == own]
    if not in_order or len(mine) != sum(category(edition, id_) == name for id_ in sure):
        return False
    taken = Counter(item[0] for item in by_place)
    above = [place for place in taken if place < mine[0]]
    start = max(above, default=0)
    nobody_between = (start + taken[start] if above else 1) == mine[0]
    for place in sorted(set(mine)):
        if place + taken[place] not in taken:
            return False
    return nobody_between


def is_bottom_of_category(edition: Edition, region: str) -> bool:
    """Whether everybody below has a worse category: by bounds, so that it holds of the unknown."""
    if not _follows_scores(edition):
        return False
    known, mine = places(edition), category(edition, region)
    same = [id_ for id_ in edition.members if category(edition, id_) == mine]
    if any(id_ not in known for id_ in same) or mine not in edition.names:
        return False
    after = who_is(edition, known[region] + 1)
    worse = edition.names[edition.names.index(str(mine)) + 1 :]
    return (
        max(known[id_] for id_ in same) == known[region]
        and len(who_is(edition, known[region])) == 1
        and bool(after)
        and any(category(edition, id_) in worse for id_ in after)
    )


def is_top_of_kind(edition: Edition, region: str) -> bool:
    """Whether nobody of its kind is above it, or beside it."""
    above = betters(edition, region)
    if above is None:
        return False
    beside = [id_ for id_ in who_is(edition, places(edition)[region]) if id_ != region]
    kinds = {id_: edition.site.regions[id_]["kind"] for id_ in edition.members}
    return all(kinds[id_] != kinds[region] for id_ in (*above, *beside))


@cache
def _borders() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load(_BORDERS.read_text("utf-8"))
    return found


def borders(one: str, other: str) -> bool:
    """Whether two regions border each other, by their codes."""
    pairs = {
        (a[: len(one)], b[: len(one)])
        for a in _borders()
        if a.startswith(one)
        for b in _borders()[a]
    }
    return one != other and len(one) == len(other) and (one, other) in pairs


def around(code: str) -> set[str]:
    """The codes of all that border a region, of as many figures as its own."""
    size = len(code)
    near = {b[:size] for a in _borders() if code and a.startswith(code) for b in _borders()[a]}
    return near - {code}


@cache
def _corners() -> frozenset[frozenset[str]]:
    pairs = yaml.safe_load(_BORDERS.with_name("short.json").read_text("utf-8"))
    return frozenset(frozenset(pair) for pair in pairs)


def corner(one: str, other: str) -> bool:
    """Whether all that two neighbours share is so short that it may be a corner."""
    shared = [
        frozenset((a, b))
        for a in _borders()
        if a.startswith(one)
        for b in _borders()[a]
        if b.startswith(other)
    ]
    return bool(shared) and all(pair in _corners() for pair in shared)


@once
def neighbours_below(edition: Edition, region: str) -> int | None:
    """How many participants border a region, if all of them are below it; None if any is not."""
    code = edition.site.regions[region].get("code", "")
    pairs = {
        (one[: len(code)], other[: len(code)]) for one in _borders() for other in _borders()[one]
    }
    codes = {edition.site.regions[id_].get("code"): id_ for id_ in edition.members}
    near = [codes[other] for one, other in pairs if one == code != other and other in codes]
    if any(corner(code, edition.site.regions[id_]["code"]) for id_ in near):
        return None
    ranked = [id_ for id_ in near if id_ in places(edition)]
    out = [id_ for id_ in near if state(edition, id_, "rank") in NO_RESULT]
    mine = places(edition).get(region)
    if mine is None or {*ranked, *out} != set(near):
        return None
    return len(ranked) if all(places(edition)[id_] > mine for id_ in ranked) else None
