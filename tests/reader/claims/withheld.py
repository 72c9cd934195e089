"""Figures of a region that a source says not to be published, beside others that are merely unknown."""

from __future__ import annotations

from collections.abc import Callable

from reader.claims.case import Case, claim, part
from reader.naive.folder import Edition
from reader.naive.results import NOT_PUBLISHED, UNKNOWN, knows_anything, state

FIGURES = ("category", "score", "rank")


def _in_state(edition: Edition, region: str, wanted: str) -> set[str]:
    return {name for name in FIGURES if state(edition, region, name) == wanted}


@claim("partly_withheld_years", "series:year")
def partly_withheld_years(case: Case, value: list[int]) -> str | None:
    """The years of which a source says that these figures were not published, and no others; and
    nobody says anything of the rest."""
    said, unknown = (set(case.get(role, ())) for role in ("withheld_figures", "unknown_figures"))
    for edition in (e for e in case.site.of_region(case.region) if e.year in value):
        found = _in_state(edition, case.region, NOT_PUBLISHED)
        rest = _in_state(edition, case.region, UNKNOWN)
        if (found, rest) != (said, unknown) or knows_anything(edition, case.region):
            return f"{edition.year}: {sorted(found)}, belum diketahui: {sorted(rest)}"
    return None


part("withheld_figures", "series:field")
part("unknown_figures", "series:field")


def _in_article(
    wanted: str, left: frozenset[str] = frozenset()
) -> Callable[[Case, list[str]], str | None]:
    """The figures of an article that are in a state, ``left`` aside, of which its lead tells."""

    def check(case: Case, value: list[str]) -> str | None:
        found = _in_state(case.edition, case.region, wanted) - left
        return None if set(value) == found else f"{sorted(found)}"

    return check


CATEGORY = frozenset({"category"})
claim("withheld_here", "series:field")(_in_article(NOT_PUBLISHED, CATEGORY))
claim("unknown_here", "series:field")(_in_article(UNKNOWN, CATEGORY))
claim("withheld_figures_here", "series:field")(_in_article(NOT_PUBLISHED))
claim("open_figures_here", "series:field")(_in_article(UNKNOWN))
