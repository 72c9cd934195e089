"""A region in earlier editions: which of them compare, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from reader.naive.arithmetic import less
from reader.naive.folder import Edition, once
from reader.naive.questionnaire import stopped_at
from reader.naive.results import (
    NO_RESULT,
    Rank,
    category,
    is_exact,
    knows_anything,
    place_by_scores,
    rank,
    score,
    settled,
    state,
    took_part,
)


@once
def earlier(edition: Edition) -> list[Edition]:
    """The earlier editions of the same group and organizer, newest first."""
    return [
        other
        for other in edition.site.of_group(edition.group["id"])
        if other.year < edition.year and other.organizer == edition.organizer
    ]


def _compares(new: Edition, old: Edition) -> bool:
    """What the later edition says; else not where two questionnaires are named and differ."""
    told = new.settings.get("comparable_with")
    if told is not None:
        return str(old.year) in told
    named = [e.settings["instrument"] for e in (new, old) if "instrument" in e.settings]
    return len(set(named)) < 2


def points_compare(new: Edition, old: Edition) -> bool:
    """Whether scores may be subtracted: the same maximum, and nothing that forbids it."""
    scales = [e.settings["scale"] for e in (new, old) if "scale" in e.settings]
    maxima = {Decimal(scale.get("maximum", "100")) for scale in scales}
    return _compares(new, old) and len(maxima) < 2


def categories_compare(new: Edition, old: Edition) -> bool:
    """Whether categories may be compared: the same names in the same order, and the same bounds
    and requirements where both editions say them."""
    bounds = [tuple(map(str, _minima(edition))) for edition in (new, old)]
    same = not all(bounds) or (bounds[0] == bounds[1] and _requires(new) == _requires(old))
    return _compares(new, old) and new.names == old.names != [] and same


def differing(new: Edition, old: Edition) -> set[str]:
    """Which of scale, requirements of categories and questionnaire are known to differ; of the
    requirements only where the scale is the same."""
    found = set()
    scales = [e.settings["scale"] for e in (new, old) if "scale" in e.settings]
    maxima = {Decimal(scale.get("maximum", "100")) for scale in scales}
    bounds = [[str(bound) for bound in _minima(edition)] for edition in (new, old)]
    if (
        len(maxima) > 1
        or (new.names and old.names and new.names != old.names)
        or (all(bounds) and bounds[0] != bounds[1])
    ):
        found.add("scale")
    elif all(bounds) and _requires(new) != _requires(old):
        found.add("requirements")
    if len({e.settings["instrument"] for e in (new, old) if "instrument" in e.settings}) > 1:
        found.add("instrument")
    return found


def _requires(edition: Edition) -> list[Any]:
    """What each category requires besides the score."""
    steps = edition.settings.get("scale", {}).get("categories", [])
    return [step.get("requires", []) for step in steps]


def _minima(edition: Edition) -> list[Decimal]:
    steps = edition.settings.get("scale", {}).get("categories", [])
    return [Decimal(step["minimum"]).normalize() for step in steps if "minimum" in step]


def places_compare(new: Edition, old: Edition) -> bool:
    return _compares(new, old)


Compares = Callable[[Edition, Edition], bool]


def _base(
    edition: Edition,
    region: str,
    figure: Callable[[Edition, str], object],
    compares: Compares,
    settled_then: Callable[[Edition, str, str], bool] = settled,
) -> Edition | None:
    """The latest earlier edition that has a figure of the region and compares; None where one of
    the two is contested."""
    name = figure.__name__
    if figure(edition, region) is None or not settled(edition, region, name):
        return None
    for other in earlier(edition):
        if figure(other, region) is not None and compares(edition, other):
            return other if settled_then(other, region, name) else None
    return None


@once
def score_base(edition: Edition, region: str) -> Edition | None:
    """The edition with which the region's score is compared."""
    return _base(edition, region, score, points_compare)


@once
def category_base(edition: Edition, region: str) -> Edition | None:
    """The edition with which the region's category is compared."""
    return _base(edition, region, category, categories_compare)


@once
def rank_base(edition: Edition, region: str) -> Edition | None:
    """The edition with which the region's rank is compared."""
    # What is contested about the earlier rank is told beside it.
    base = _base(edition, region, rank, places_compare, is_exact)
    if base is not None and not _one_kind(edition, base, region):
        alike = [
            e
            for e in earlier(edition)
            if rank(e, region) is not None
            and places_compare(edition, e)
            and is_exact(e, region, "rank")
            and _one_kind(edition, e, region)
        ]
        base = alike[0] if alike else None
    now, before = rank(edition, region), rank(base, region) if base else None
    if base is None or now is None or before is None:
        return None
    return base if moved_for_certain(_numbered(edition, now), _numbered(base, before)) else None


def _one_kind(edition: Edition, base: Edition, region: str) -> bool:
    """Whether two ranks were both announced or both computed, or the scores give the announced one."""
    now, before = rank(edition, region), rank(base, region)
    if now is None or before is None or now.computed is before.computed:
        return True
    told, where = (before, base) if now.computed else (now, edition)
    return place_by_scores(where, region) == told.place


def _numbered(edition: Edition, found: Rank) -> tuple[int, int, int]:
    """A place, and the smallest and the largest number of bodies of which it can be one."""
    if found.of is not None:
        return found.place, found.of, found.of
    others = [rank(edition, id_) for id_ in edition.members]
    results = sum(knows_anything(edition, id_) for id_ in edition.members)
    told = edition.settings.get("participants", {}).get("categories", {})
    values = [n.get("value", 0) if isinstance(n, dict) else n for n in told.values()]
    least = max(
        2,
        found.place,
        results,
        sum(map(int, values)),
        *(min(r.place, *map(int, r.others)) if r.others else r.place for r in others if r),
        *_corrected_ranks(edition),
    )
    partial = edition.group.get("partial") == "true"
    return found.place, least, max(10**6 if partial else len(edition.members), least)


def _corrected_ranks(edition: Edition) -> list[int]:
    """Ranks that were announced and are no longer: there were as many bodies."""
    found = edition.settings.get("corrections", [])
    return [
        int(item["from"])
        for item in found
        if item["field"] == "rank" and item["region"] in edition.members
    ]


def moved_for_certain(now: tuple[int, int, int], before: tuple[int, int, int]) -> bool:
    """Whether two ranks say which is the better one, for every number of ranked bodies there can be."""
    (place, least, most), (place_then, least_then, most_then) = now, before
    known = least == most and least_then == most_then
    if place == place_then or (known and least == least_then):
        return True
    if known and abs(place - place_then) <= abs(least - least_then):
        return False
    signs = set()
    for new in (least, most):
        for old in (least_then, most_then):
            one, other = (place - 1) * max(old - 1, 1), (place_then - 1) * max(new - 1, 1)
            signs.add((one > other) - (one < other))
    return signs == {1 if place > place_then else -1}


def points_since(edition: Edition, region: str, base: Edition) -> Decimal | None:
    """Points won (+) or lost (−) between two editions; None where a score is not known."""
    now, before = score(edition, region), score(base, region)
    return None if now is None or before is None else less(now, before)


def steps_since(edition: Edition, region: str, base: Edition) -> int | None:
    """Categories risen (+) or fallen (−) between two editions with the same categories."""
    now, before = category(edition, region), category(base, region)
    if now is None or before is None:
        return None
    return base.names.index(before) - edition.names.index(now)


def places_since(edition: Edition, region: str, base: Edition) -> int | None:
    """Places won (+) or lost (−) between two editions."""
    now, before = rank(edition, region), rank(base, region)
    return None if now is None or before is None else before.place - now.place


def points(edition: Edition, region: str) -> Decimal | None:
    base = score_base(edition, region)
    return points_since(edition, region, base) if base else None


def steps(edition: Edition, region: str) -> int | None:
    base = category_base(edition, region)
    return steps_since(edition, region, base) if base else None


def places(edition: Edition, region: str) -> int | None:
    base = rank_base(edition, region)
    return places_since(edition, region, base) if base else None


def rank_before(edition: Edition, region: str) -> Rank | None:
    base = rank_base(edition, region)
    return rank(base, region) if base else None


def had_another(edition: Edition, region: str, name: str | None) -> bool:
    """Whether it is known that the region had another category in an edition, or none."""
    found = category(edition, region)
    if found is not None:
        return found != name and settled(edition, region, "category")
    out = state(edition, region, "category") in NO_RESULT
    return out or stopped_at(edition, region) is not None


@once
def held(edition: Edition, region: str) -> tuple[int, int]:
    """In how many editions in a row the category was this one, and since which year."""
    count, since = 1, edition.year
    for other in earlier(edition):
        same = category(other, region) == category(edition, region)
        sure = settled(edition, region, "category") and settled(other, region, "category")
        next_to = other.year == since - 1
        if not same or not sure or not next_to or not categories_compare(edition, other):
            break
        count, since = count + 1, other.year
    return count, since


@once
def absent_before(edition: Edition, region: str) -> list[int]:
    """The years right before this edition in which the region was absent, without a break."""
    years: list[int] = []
    for other in earlier(edition):
        if region not in other.listed("absent"):
            break
        years.append(other.year)
    return years


@once
def took_part_before(edition: Edition, region: str) -> bool:
    """Whether the region is known to have taken part in an earlier edition."""
    return any(took_part(other, region) for other in earlier(edition))
