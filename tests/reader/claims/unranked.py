"""Whose ranks are not known, or not published, where an edition tells those of others."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals
from reader.claims.edition import open_category
from reader.naive.results import NOT_PUBLISHED, knows_anything, rank, state


def _rank_withheld(case: Case) -> list[str]:
    return [
        id_
        for id_ in case.edition.members
        if rank(case.edition, id_) is None and state(case.edition, id_, "rank") == NOT_PUBLISHED
    ]


@claim("rank_withheld_of", "series:member")
def rank_withheld_of(case: Case, value: list[Collection[str]]) -> str | None:
    found = _rank_withheld(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("rank_withheld_number", "count", lambda case: len(_rank_withheld(case)))


def _rank_unknown(case: Case) -> list[str]:
    """Of whom nothing is known, not even that they are out."""
    return [
        id_
        for id_ in case.edition.members
        if not knows_anything(case.edition, id_)
        and open_category(case, id_)
        and state(case.edition, id_, "rank") != NOT_PUBLISHED
    ]


@claim("rank_unknown_of", "series:member")
def rank_unknown_of(case: Case, value: list[Collection[str]]) -> str | None:
    found = _rank_unknown(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("rank_unknown_number", "count", lambda case: len(_rank_unknown(case)))
