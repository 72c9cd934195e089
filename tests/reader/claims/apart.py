"""Editions whose figures do not compare with those before them."""

from __future__ import annotations

from itertools import pairwise

from reader.claims.case import Case, claim
from reader.claims.running import editions
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, differing, earlier, points_compare
from reader.naive.results import category, score


@claim("category_years_apart", "series:year")
def category_years_apart(case: Case, value: list[int]) -> str | None:
    """Years whose category does not compare with the one before it; not always all of them."""
    found = [e for e in reversed(editions(case)) if category(e, case.region) is not None]
    right = [new.year for old, new in pairwise(found) if not categories_compare(new, old)]
    return None if set(value) <= set(right) and value == sorted(set(value)) else f"{right}"


def _pairs(case: Case) -> list[tuple[Edition, Edition]]:
    """The later and the earlier edition of which a sentence says that they do not compare."""
    year = case.get("incomparable_year")
    if year is not None:
        return [(case.edition, e) for e in earlier(case.edition) if e.year == year]
    told = case.get("category_years_apart")
    if told:
        found = [e for e in reversed(editions(case)) if category(e, case.region) is not None]
        return [(new, old) for old, new in pairwise(found) if new.year in told]
    figures = (score, points_compare), (category, categories_compare)
    found = [
        e
        for e in earlier(case.edition)
        for known, compares in figures
        if known(e, case.region) is not None
        and known(case.edition, case.region) is not None
        and not compares(case.edition, e)
    ]
    return [(case.edition, e) for e in found[:1]]


def _kept_apart(case: Case, new: Edition, old: Edition) -> set[str]:
    """What two editions differ in, as far as it keeps figures of the region apart: what a category
    requires besides the score is nothing to scores."""
    if case.region_ is None:
        return differing(new, old)
    scores, categories = (
        known(new, case.region) is not None
        and known(old, case.region) is not None
        and not compares(new, old)
        for known, compares in ((score, points_compare), (category, categories_compare))
    )
    return differing(new, old) - ({"requirements"} if scores and not categories else set())


def _because(role: str, *wanted: str) -> None:
    """A claim of what the editions differ in: exactly that."""

    @claim(role)
    def check(case: Case, _: bool) -> str | None:
        found = [_kept_apart(case, new, old) for new, old in _pairs(case)]
        return None if found and all(one == set(wanted) for one in found) else f"{found}"


_because("other_scale", "scale")
_because("other_instrument", "instrument")
_because("other_both", "scale", "instrument")
_because("other_requirements", "requirements")
_because("other_requirements_both", "requirements", "instrument")
_because("other_unnamed")


@claim("category_apart_from", "year")
def category_apart_from(case: Case, value: int) -> str | None:
    """The year of the category before the one that does not compare with it."""
    told = case.get("category_years_apart")
    years = [e.year for e in reversed(editions(case)) if category(e, case.region) is not None]
    right = [old for old, new in pairwise(years) if [new] == told]
    return None if right == [value] else f"{right}"
