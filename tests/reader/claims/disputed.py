"""Of whose category sources differ, and whose score may not be ranked."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals
from reader.naive.groups import disputed
from reader.naive.results import unsure


@claim("all_disputed", "series:member")
def all_disputed(case: Case, value: list[Collection[str]]) -> str | None:
    """All of whose category sources differ."""
    found = disputed(case.edition)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("disputed_number", "count", lambda case: len(disputed(case.edition)))


@claim("all_unsure", "series:member")
def all_unsure(case: Case, value: list[Collection[str]]) -> str | None:
    """All whose score may not be ranked."""
    found = unsure(case.edition)
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


equals("unsure_number", "count", lambda case: len(unsure(case.edition)))
