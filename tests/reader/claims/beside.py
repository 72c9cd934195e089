"""Who is beside a region: by score, by border, in its category; and what it moved by at least."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, equals, holds, plain
from reader.claims.change import sign
from reader.naive.beside import (
    at_least,
    borders_only,
    moved_like,
    near,
    next_to,
    overtaken,
    points_to,
    sure_scores,
)
from reader.naive.groups import count_of, with_category
from reader.naive.results import category, category_is_computed, score


def _scored(role: str, step: int) -> None:
    """Who is right above or below, and that one's score."""

    @claim(f"scored_{role}", "member")
    def name(case: Case, value: Collection[str]) -> str | None:
        found = next_to(case.edition, case.region, step)
        return None if found and found in value else case.names([found])

    equals(
        f"score_{role}",
        "decimal",
        lambda case: score(case.edition, next_to(case.edition, case.region, step)),
    )


_scored("above", -1)
_scored("below", 1)
equals("points_to_next", "decimal", lambda case: points_to(case.edition, case.region, -1))
equals("points_over_next", "decimal", lambda case: points_to(case.edition, case.region, 1))


# One of few in a category.
def _of_category(case: Case) -> list[str]:
    return sorted(with_category(case.edition, category(case.edition, case.region) or ""))


@claim("only_few")
def only_few(case: Case, _: bool) -> str | None:
    found = count_of(case.edition, category(case.edition, case.region) or "")
    return None if found == (len(case.get("all_of_category")), True) else f"{found}"


@claim("all_of_category", "series:member")
def all_of_category(case: Case, value: list[Collection[str]]) -> str | None:
    found = _of_category(case)
    own = case.member(value[0]) == case.region
    return None if own and sorted(case.members(value)) == found else case.names(found)


@claim("awarded")
def awarded(case: Case, _: bool) -> str | None:
    """*Predikat* is said of the highest category, where it was announced."""
    mine = category(case.edition, case.region)
    top = mine is not None and mine == case.edition.names[0]
    right = top and not category_is_computed(case.edition, case.region)
    return None if right else f"{mine}"


# Those who border it.
@claim("moved_alike", "series:member")
def moved_alike(case: Case, value: list[Collection[str]]) -> str | None:
    """All neighbours who moved so, and no others."""
    found = sorted(
        set(moved_like(case.edition, case.region)) & set(near(case.edition, case.region))
    )
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


def _alike(case: Case) -> list[str]:
    return [id_ for id_ in moved_like(case.edition, case.region) if id_ in _near(case)]


def _near(case: Case) -> list[str]:
    return near(case.edition, case.region)


def _all_alike(case: Case) -> bool:
    return borders_only(case.edition, case.region, _alike(case))


holds("every_alike", _all_alike, "ada tetangga yang lain")
holds(
    "every_bordering",
    lambda case: borders_only(case.edition, case.region, _scored_near(case)),
    "ada tetangga yang lain",
)
holds("one_bordering", lambda case: len(_scored_near(case)) == 1, "bukan satu")
holds(
    "some_bordering",
    lambda case: not borders_only(case.edition, case.region, _scored_near(case)),
    "itu semua tetangganya",
)


# Before those who moved as it did.
equals("moved_alike_number", "count", lambda case: len(moved_like(case.edition, case.region)) + 1)


@claim("ahead")
def ahead(case: Case, _: bool) -> str | None:
    """The highest score of all who moved so, each of which is certain."""
    known, others = sure_scores(case.edition), moved_like(case.edition, case.region)
    if case.region not in known or not set(others) <= set(known):
        return "ada skor yang tidak pasti"
    above = [id_ for id_ in others if known[id_] >= known[case.region]]
    return case.names(above) if above else None


# Whose score is known of those who border it.
def _scored_near(case: Case) -> list[str]:
    return [id_ for id_ in _near(case) if id_ in sure_scores(case.edition)]


def _bordering(case: Case, above: bool) -> list[str]:
    """Those above or below, the highest first."""
    known, mine = sure_scores(case.edition), score(case.edition, case.region)
    found = [
        id_
        for id_ in near(case.edition, case.region)
        if id_ in known and mine is not None and (known[id_] > mine) == above
    ]
    return sorted(found, key=lambda id_: -known[id_])


def _bordering_named(side: str, above: bool) -> None:
    @claim(f"bordering_scored_{side}", "series:&name_and_score")
    def scored(case: Case, value: list[dict[str, Any]]) -> str | None:
        told = [(case.member(one["item_region"]), one.get("item_score")) for one in value]
        known = sure_scores(case.edition)
        found = [(id_, str(known[id_])) for id_ in _bordering(case, above)]
        return None if told == found else f"{found}"


_bordering_named("above", True)
_bordering_named("below", False)
holds("under_bordering", lambda case: bool(_bordering(case, True)), "tidak ada di atasnya")
holds("over_bordering", lambda case: bool(_bordering(case, False)), "tidak ada di bawahnya")


# By how many points at least.
def _least(case: Case) -> tuple[Any, int, Any]:
    return at_least(case.edition, case.region) or (None, 0, None)


equals("points_moved_at_least", "direction", lambda case: sign(_least(case)[0]))
holds("at_least_points", lambda case: _least(case)[0] is not None, "tidak diketahui")
equals(
    "least_points",
    "decimal",
    lambda case: None if _least(case)[0] is None else abs(_least(case)[0]),
)
equals("least_year", "year", lambda case: _least(case)[1])
equals("bound_then", "decimal", lambda case: plain(_least(case)[2]))
holds("bound_above", lambda case: sign(_least(case)[0]) > 0, "skornya turun")
holds("bound_below", lambda case: sign(_least(case)[0]) < 0, "skornya naik")


# Whom it has overtaken.
@claim("overtaken", "series:member")
def overtaken_all(case: Case, value: list[Collection[str]]) -> str | None:
    """All who were in a better category then, and nobody else."""
    found = overtaken(case.edition, case.region)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


holds(
    "overtook", lambda case: bool(overtaken(case.edition, case.region)), "tidak ada yang terlampaui"
)
