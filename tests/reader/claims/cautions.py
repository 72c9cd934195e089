"""What limits a whole text: bounds that are not known of categories that are compared."""

from __future__ import annotations

from collections.abc import Iterator

from reader.claims.case import Case, claim, holds
from reader.claims.moved_since import sure_base
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, category_base, earlier, held


def _without_bounds(edition: Edition) -> bool:
    steps = edition.settings.get("scale", {}).get("categories", [])
    return not all("minimum" in step for step in steps)


def _open(editions: Iterator[Edition]) -> set[int]:
    return {edition.year for edition in editions if _without_bounds(edition)}


def _compared(edition: Edition, region: str) -> Iterator[Edition]:
    """An edition and those with which the category of a region is compared there."""
    base = category_base(edition, region)
    since = held(edition, region)[1] if base else edition.year
    if base:
        yield from (edition, base)
    yield from (other for other in earlier(edition) if since <= other.year < edition.year)


def _all_compared(case: Case) -> Iterator[Edition]:
    """What must be told of: of the region, in the article's edition or in all; of every member."""
    if case.kind == "running":
        for edition in case.site.of_region(case.region):
            base = category_base(edition, case.region) or sure_base(edition, case.region)
            yield from (edition, base) if base else ()
    elif case.kind == "article":
        yield from _compared(case.edition, case.region)
        base = sure_base(case.edition, case.region)
        yield from (case.edition, base) if base else ()
    else:
        for id_ in case.edition.members:
            base = category_base(case.edition, id_)
            yield from (case.edition, base) if base else ()


@claim("open_bounds", "series:years")
def open_bounds(case: Case, value: list[list[int]]) -> str | None:
    """All years of which the bounds are unknown, of the editions that are compared; on the page of an
    edition also those since which it is told how others moved."""
    told = [year for years in value for year in years]
    found = _open(_all_compared(case))
    also = set(found)
    if case.kind == "edition":
        comparable = [e for e in earlier(case.edition) if categories_compare(case.edition, e)]
        also |= _open(iter((case.edition, *comparable))) if comparable else set()
    right = told == sorted(set(told)) and found <= set(told) <= also
    return None if right and told else f"tanpa batas: {sorted(found)}"


holds("bounds_unknown", lambda case: case.get("open_bounds") is not None, "tahunnya tidak disebut")
