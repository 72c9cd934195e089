"""Of how many of a group anything is known, where that is little."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, exactly
from reader.claims.edition import open_category
from reader.naive.groups import is_partial, participants, stopped
from reader.naive.results import NOT_PUBLISHED, category, knows_anything, state


def _known(case: Case) -> list[str]:
    return [id_ for id_ in case.edition.members if knows_anything(case.edition, id_)]


equals("known_number", "count", lambda case: len(_known(case)))


@claim("known_of", "count")
def known_of(case: Case, value: int) -> str | None:
    """Of the participants, else of all members of a group that is listed in full."""
    number = participants(case.edition)
    found = None if is_partial(case.edition) and number is None else len(case.edition.members)
    found = found if number is None else number
    return None if found == value else f"{found}"


exactly("known_taking", lambda case: participants(case.edition) is not None, "peserta")


@claim("known_members", "series:member")
def known_members(case: Case, value: list[Collection[str]]) -> str | None:
    found = _known(case)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


@claim("open_number", "count")
def open_number(case: Case, value: int) -> str | None:
    """All members whose category is open, if nobody's is withheld."""
    left = [id_ for id_ in case.edition.members if category(case.edition, id_) is None]
    withheld = [id_ for id_ in left if state(case.edition, id_, "category") == NOT_PUBLISHED]
    found = sum(open_category(case, id_) for id_ in left)
    return None if found == value and not withheld else f"{found}, {case.names(withheld)}"


@claim("other_categories_unknown")
def other_categories_unknown(case: Case, _: bool) -> str | None:
    """The category of every member that has none is open, if it is neither out nor stopped."""
    left = [
        id_
        for id_ in case.edition.members
        if category(case.edition, id_) is None and id_ not in stopped(case.edition)
    ]
    withheld = [id_ for id_ in left if state(case.edition, id_, "category") == NOT_PUBLISHED]
    some = any(open_category(case, id_) for id_ in left)
    return None if some and not withheld else f"tidak dipublikasikan: {case.names(withheld)}"
