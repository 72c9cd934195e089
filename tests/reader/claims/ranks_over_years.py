"""The claims of texts over the years about ranks."""

from __future__ import annotations

from typing import Any

from reader.claims.case import Case, claim
from reader.claims.rank import wrong_places
from reader.claims.running import editions, wrong_series, years_of
from reader.naive.folder import Edition
from reader.naive.results import rank


@claim("past_ranks", "series:&rank_in_years")
def past_ranks(case: Case, value: list[dict[str, Any]]) -> str | None:
    known = [e.year for e in editions(case) if rank(e, case.region) is not None]
    told = [year for item in value for year in years_of(item)]

    def right(edition: Edition, item: dict[str, Any]) -> bool:
        return _ranked_so(case, edition, item)

    return wrong_series(case, value, rank, right) or (
        None if len(told) == len(known) else f"diketahui: {known}"
    )


@claim("ranks_between", "series:&rank_in_years")
def ranks_between(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Ranks of years between two others that are compared: none of those between is left out."""
    known = sorted(e.year for e in editions(case) if rank(e, case.region) is not None)
    told = sorted(year for item in value for year in years_of(item))
    inside = [year for year in known[1:-1] if told[0] <= year <= told[-1]]
    if told != inside:
        return f"diketahui: {known}"
    editions_of = {edition.year: edition for edition in editions(case)}
    wrong = (
        year
        for item in value
        for year in years_of(item)
        if not _ranked_so(case, editions_of[year], item)
    )
    return next((f"{year}: lain" for year in wrong), None)


def _ranked_so(case: Case, edition: Edition, item: dict[str, Any]) -> bool:
    found = rank(edition, case.region)
    if found is None:
        return False
    same = not wrong_places(found, item["item_ranks"])
    return same and bool(item.get("item_rank_of", found.of) == found.of)
