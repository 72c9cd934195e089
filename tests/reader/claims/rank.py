"""The rank of an article's region: its place, among how many, with whom, and why there is none."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, exactly, holds
from reader.naive.groups import participants, stopped
from reader.naive.results import (
    Rank,
    category,
    is_complete,
    on_same_place,
    rank,
    rank_in_category,
    scores,
)


def own_rank(case: Case) -> Rank | None:
    return rank(case.edition, case.region)


def _computed(case: Case) -> bool:
    mine = own_rank(case)
    return mine is not None and mine.computed


def wrong_place(found: Rank | None, value: int) -> str | None:
    """What is wrong with a place; None if it is right.

    Where several were published, none of them is the region's: which of them holds is not known.
    """
    if found is None:
        return "peringkatnya tidak diketahui"
    values = (found.place, *found.others)
    if value in values:
        return f"disebut berbeda oleh sumbernya: {values}" if found.others else None
    return f"peringkat {values}"


def wrong_places(found: Rank | None, value: list[int]) -> str | None:
    """Places that are not all of those which were published, each once."""
    right = {found.place, *found.others} if found else set()
    same = right == set(value) and len(value) == len(right)
    return None if same else f"peringkat {sorted(right)}"


def wrong_of(found: Rank | None, value: int) -> str | None:
    """What is wrong with the number of those who were ranked; None if it is right."""
    return None if found is not None and found.of == value else f"{found}"


@claim("rank", "digits")
def own_place(case: Case, value: int) -> str | None:
    return wrong_place(own_rank(case), value)


@claim("rank_of", "digits")
def own_of(case: Case, value: int) -> str | None:
    return wrong_of(own_rank(case), value)


exactly("rank_computed", _computed, "peringkat dihitung dari skor")
exactly(
    "of_finals",
    lambda case: _computed(case) and bool(stopped(case.edition)),
    "peringkat dari yang memiliki skor akhir saja",
)
holds(
    "share_place",
    lambda case: bool(on_same_place(case.edition, case.region)),
    "tidak ada yang seperingkat",
)


@claim("all_level", "series:member")
def all_level(case: Case, value: list[Collection[str]]) -> str | None:
    """All others on the same place."""
    found = on_same_place(case.edition, case.region)
    same = sorted(case.members(value)) == sorted(found)
    return None if same else f"seperingkat: {case.names(found)}"


equals("number_level", "count", lambda case: len(on_same_place(case.edition, case.region)))


@claim("rank_values", "series:digits")
def rank_values(case: Case, value: list[int]) -> str | None:
    """Every value that was published for the rank."""
    mine = own_rank(case)
    found = [mine.place, *mine.others] if mine else []
    return None if sorted(found) == sorted(value) else f"{found}"


holds("no_rank", lambda case: own_rank(case) is None, "peringkat itu diketahui")
holds(
    "sole_participant",
    lambda case: (
        is_complete(case.edition)
        and len(scores(case.edition)) == 1
        and (participants(case.edition) == 1 or case.says("sole_with_score"))
    ),
    "bukan peserta tunggal, atau tidak diketahui",
)
exactly(
    "sole_with_score",
    lambda case: bool(stopped(case.edition)),
    "ada peserta tanpa skor akhir",
)


# A rank that was published as one within the category.
@claim("category_rank", "digits")
def category_rank(case: Case, value: int) -> str | None:
    found = rank_in_category(case.edition, case.region)
    right = set(found) == {value} and not _is_about(case)
    return None if right else f"peringkat dalam kategori: {found}"


def _is_about(case: Case) -> bool:
    """Whether the source gives the rank within the category as about so much."""
    told = case.edition.results.get(case.region, {}).get("rank")
    return isinstance(told, dict) and told.get("exact") == "false"


holds("category_rank_about", _is_about, "peringkat itu disebut tepat")


@claim("category_ranks", "series:digits")
def category_ranks(case: Case, value: list[int]) -> str | None:
    found = rank_in_category(case.edition, case.region)
    return None if sorted(found) == sorted(value) else f"peringkat dalam kategori: {found}"


holds(
    "category_ranks_differ",
    lambda case: len(set(rank_in_category(case.edition, case.region))) > 1,
    "sumbernya menyebut satu peringkat",
)


@claim("ranked_category", "category")
def ranked_category(case: Case, value: Collection[str]) -> str | None:
    """The category in which the region is ranked: its own."""
    found = category(case.edition, case.region)
    return None if found in value else f"kategori: {found}"
