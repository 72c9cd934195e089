"""The ranking of a group over the years, and the scores that are known beside its names."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, equals, holds, part
from reader.claims.change import sign, year_of
from reader.claims.rank import wrong_of, wrong_place
from reader.naive.groups import with_category
from reader.naive.history import earlier, rank_base
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


# Who won or lost places; ``other_…`` are those of a second one in the same sentence, since the same edition.
def _ranks(case: Case, role: str) -> tuple[Rank | None, Rank | None]:
    """The rank of who is named in a role, and that in the edition that the sentence names."""
    id_ = case.member(case.get(role))
    base = rank_base(case.edition, id_)
    if base is None or base.year != case.get("mover_year"):
        return rank(case.edition, id_), None
    return rank(case.edition, id_), rank(base, id_)


def _won(case: Case, role: str) -> int:
    now, before = _ranks(case, role)
    return 0 if now is None or before is None else before.place - now.place


def _mover(role: str, moved: str, before: str, now: str) -> None:
    part(role, "member")
    equals(moved, "direction", lambda case: sign(_won(case, role)))
    for name, at in ((now, 0), (before, 1)):
        claim(name, "digits")(lambda case, value, at=at: wrong_place(_ranks(case, role)[at], value))
        claim(f"{name}_of", "digits")(
            lambda case, value, at=at: wrong_of(_ranks(case, role)[at], value)
        )


_mover("mover", "mover_moved", "mover_before", "mover_rank")
_mover("other_mover", "other_moved", "other_before", "other_rank")
equals(
    "mover_year",
    "year",
    lambda case: year_of(rank_base(case.edition, case.member(case.get("mover")))),
)


@claim("mover_by_scores")
def mover_by_scores(case: Case, _: bool) -> str | None:
    roles = [role for role in ("mover", "other_mover") if case.get(role, None) is not None]
    found = [one for role in roles for one in _ranks(case, role)]
    return None if all(r is not None and r.computed for r in found) else f"{found}"


# Who is on the first place.
def _first(case: Case) -> dict[str, Rank]:
    found = {id_: rank(case.edition, id_) for id_ in case.edition.results}
    return {id_: one for id_, one in found.items() if one is not None and one.place == 1}


@claim("on_first_place", "series:member")
def on_first_place(case: Case, value: list[Collection[str]]) -> str | None:
    found = _first(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


@claim("score_on_first", "decimal")
def score_on_first(case: Case, value: str) -> str | None:
    found = {str(score(case.edition, id_)) for id_ in _first(case)}
    return None if found == {value} else f"{found}"


equals("first_place", "digits", lambda case: 1)
equals("number_on_first", "count", lambda case: len(_first(case)))
holds("first_shared", lambda case: len(_first(case)) > 1, "satu saja di tempat itu")
holds("first_alone", lambda case: len(_first(case)) == 1, "ada yang berbagi tempat itu")
holds(
    "first_by_scores",
    lambda case: all(one.computed for one in _first(case).values()),
    "peringkatnya diumumkan",
)


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
