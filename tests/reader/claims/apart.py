"""Editions whose figures do not compare with those before them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reader.claims.case import Case, claim
from reader.claims.running import editions
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, points_compare
from reader.naive.results import category, score


@claim("years_apart", "series:year")
def years_apart(case: Case, value: list[int]) -> str | None:
    """Years whose score does not compare with the one before it; not always all of them."""
    return _wrong_apart(case, value, score, points_compare)


@claim("category_years_apart", "series:year")
def category_years_apart(case: Case, value: list[int]) -> str | None:
    return _wrong_apart(case, value, category, categories_compare)


def _wrong_apart(
    case: Case,
    value: list[int],
    known: Callable[[Edition, str], object],
    compares: Callable[[Edition, Edition], bool],
) -> str | None:
    found = [e for e in reversed(editions(case)) if known(e, case.region) is not None]
    right = [new.year for old, new in pairwise(found) if not compares(new, old)]
    return None if set(value) <= set(right) and value == sorted(set(value)) else f"{right}"
