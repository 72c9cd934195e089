"""The ranking of a group over the years, and the scores that are known beside its names."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, equals, holds, part
from reader.claims.change import sign, year_of
from reader.claims.rank import wrong_of, wrong_place
from reader.naive.folder import Edition
from reader.naive.groups import with_category
from reader.naive.history import earlier, places_since, rank_base
from reader.naive.results import Rank, on_same_place, rank, score, scores


def named(case: Case, value: list[dict[str, Any]]) -> list[Collection[str]]:
    """The names of a list of regions, each perhaps with its score."""
    return [item["item_region"] for item in value]


def wrong_scores(case: Case, value: list[dict[str, Any]]) -> str | None:
    """What is wrong with the scores that stand beside names; None if each is right."""
    for item in value:
        id_ = case.member(item["item_region"])
        if "item_score" in item and str(score(case.edition, id_)) != item["item_score"]:
            return f"{case.names([id_])}: {score(case.edition, id_)}"
    return None


# Who was the first before.
part("again", "member")
part("again_place", "digits")


@claim("again_years", "series:year")
def again_years(case: Case, value: list[int]) -> str | None:
    """In each of these years, which are the last before this edition, it alone had that place."""
    id_, place = case.member(case.get("again")), case.get("again_place")
    last = [e.year for e in earlier(case.edition)]
    if sorted(value) != sorted(sorted(last)[-len(value) :]):
        return f"edisi sebelumnya: {last}"
    for edition in earlier(case.edition):
        found = rank(edition, id_)
        if edition.year in value and (wrong_place(found, place) or on_same_place(edition, id_)):
            return f"{edition.year}: {found}"
    return wrong_place(rank(case.edition, id_), place)


holds("also_first", lambda case: bool(case.get("again_years")), "tanpa tahun")


@claim("again_by_scores")
def again_by_scores(case: Case, _: bool) -> str | None:
    id_, years = case.member(case.get("again")), case.get("again_years")
    found = [rank(e, id_) for e in earlier(case.edition) if e.year in years]
    return None if all(r is not None and r.computed for r in found) else f"{found}"


# Who won or lost places.
part("mover", "member")


def _mover(case: Case) -> str:
    return case.member(case.get("mover"))


def _base(case: Case) -> Edition | None:
    return rank_base(case.edition, _mover(case))


def _now(case: Case) -> Rank | None:
    return rank(case.edition, _mover(case))


def _before(case: Case) -> Rank | None:
    base = _base(case)
    return rank(base, _mover(case)) if base else None


def _won(case: Case) -> int:
    base = _base(case)
    return (places_since(case.edition, _mover(case), base) or 0) if base else 0


equals("mover_moved", "direction", lambda case: sign(_won(case)))
equals("mover_year", "year", lambda case: year_of(_base(case)))


@claim("mover_before", "digits")
def mover_before(case: Case, value: int) -> str | None:
    return wrong_place(_before(case), value)


@claim("mover_before_of", "digits")
def mover_before_of(case: Case, value: int) -> str | None:
    return wrong_of(_before(case), value)


@claim("mover_rank", "digits")
def mover_rank(case: Case, value: int) -> str | None:
    return wrong_place(_now(case), value)


@claim("mover_rank_of", "digits")
def mover_rank_of(case: Case, value: int) -> str | None:
    return wrong_of(_now(case), value)


@claim("mover_by_scores")
def mover_by_scores(case: Case, _: bool) -> str | None:
    found = [_now(case), _before(case)]
    return None if all(r is not None and r.computed for r in found) else f"{found}"


# The highest and the lowest of all scores that are known.
part("highest_known", "member")
part("highest_score", "decimal")


def _is_highest(case: Case) -> bool:
    found = scores(case.edition)
    told = (case.member(case.get("highest_known")), case.get("highest_score"))
    return [(i, str(s)) for i, s in found.items() if s == max(found.values())] == [told]


holds("is_highest", _is_highest, "bukan yang tertinggi")


# How many of those who are known have each category.
@claim("known_counts", "series:&count_of_category")
def known_counts(case: Case, value: list[dict[str, Any]]) -> str | None:
    for item in value:
        (name,) = item["item_category"]
        found = with_category(case.edition, name)
        names = item.get("item_some_names", [])
        if names and sorted(case.members(named(case, names))) != sorted(found):
            return f"{name}: {case.names(found)}"
        if item["item_at_least"] or item["item_number"] != len(found):
            return f"{name}: {len(found)}"
    return None
