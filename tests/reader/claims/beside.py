"""Who is beside a region: by score, by border, in its category; and what it moved by at least."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, equals, holds, plain
from reader.claims.change import sign
from reader.naive.beside import at_least, moved_like, near, next_to, points_to
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
    """All who moved so are neighbours, and named."""
    found = moved_like(case.edition, case.region)
    if not set(found) <= set(near(case.edition, case.region)):
        return f"bukan tetangga: {found}"
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


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
