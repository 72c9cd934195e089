"""Another result of an article's region: its category, its rank, and how it differs from now."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, holds
from reader.claims.own import wrong_categories, wrong_step
from reader.claims.rank import wrong_of, wrong_places
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, differing, earlier
from reader.naive.results import Rank, category, category_is_computed, published, rank, score


def _past(case: Case) -> Edition | None:
    """One other edition, whoever organized it: a later one only where no earlier one has a result."""
    wanted = case.get("past_year")
    found = case.site.editions.get((wanted, case.edition.group["id"]))
    figures = (category, score, rank)
    first = not any(f(e, case.region) is not None for e in earlier(case.edition) for f in figures)
    return found if found and (found.year < case.edition.year or first) else None


@claim("past_year", "year")
def past_year(case: Case, value: int) -> str | None:
    past = _past(case)
    return None if past and past is not case.edition else "tidak ada edisi seperti itu"


@claim("past_category", "alternatives:category")
def past_category(case: Case, value: list[Collection[str]]) -> str | None:
    past = _past(case)
    if past is None:
        return "tidak ada edisi"
    known = str(category(past, case.region))
    return wrong_categories(published(past, case.region, "category") or (known,), value)


@claim("past_contested")
def past_contested(case: Case, value: bool) -> str | None:
    past = _past(case)
    found = past is not None and len(published(past, case.region, "category")) > 1
    return None if value is found else f"disebut berbeda: {found}"


@claim("past_by_scale")
def past_by_scale(case: Case, value: bool) -> str | None:
    past = _past(case)
    found = past is not None and category_is_computed(past, case.region)
    return None if found is value else f"menurut skala: {found}"


@claim("past_step", "step")
def past_step(case: Case, value: tuple[str, int]) -> str | None:
    past = _past(case)
    return wrong_step(past.names, category(past, case.region), value) if past else "tidak ada edisi"


@claim("past_categories_number", "count")
def past_categories_number(case: Case, value: int) -> str | None:
    past = _past(case)
    return None if past and len(past.names) == value else "jumlah kategori lain"


@claim("past_score", "alternatives:decimal")
def past_score(case: Case, value: list[str]) -> str | None:
    past = _past(case)
    known = score(past, case.region) if past else None
    found = published(past, case.region, "score") or (str(known),) if past else ()
    return None if sorted(found) == sorted(map(str, value)) else f"{list(found)}"


@claim("past_rank", "alternatives:digits")
def past_rank(case: Case, value: list[int]) -> str | None:
    past = _past(case)
    return wrong_places(rank(past, case.region) if past else None, value)


def _past_and_own_rank(case: Case) -> tuple[Rank | None, Rank | None]:
    past = _past(case)
    return rank(past, case.region) if past else None, rank(case.edition, case.region)


@claim("past_rank_announced")
def past_rank_announced(case: Case, _: bool) -> str | None:
    """That rank was announced, and that of the article was not."""
    then, now = _past_and_own_rank(case)
    right = then is not None and not then.computed and now is not None and now.computed
    return None if right else f"{then}, {now}"


@claim("past_rank_computed")
def past_rank_computed(case: Case, value: bool) -> str | None:
    then, now = _past_and_own_rank(case)
    found = then is not None and then.computed and not (now is not None and now.computed)
    return None if found is value else f"dihitung: {found}"


@claim("past_rank_of", "digits")
def past_rank_of(case: Case, value: int) -> str | None:
    past = _past(case)
    return wrong_of(rank(past, case.region) if past else None, value)


# Of what else than the next result with a category that earlier one was made; of nothing else where
# the result of the article is known to be of the same scale and questionnaire.
def _then_differing(case: Case) -> set[str] | None:
    past = _past(case)
    if past and _as_now(case, past):
        return set()
    editions = case.site.of_region(case.region)  # newest first
    later = [e for e in editions if past and past.year < e.year <= case.edition.year]
    placed = [e for e in later if category(e, case.region) is not None]
    return differing(placed[-1] if placed else case.edition, past) if past else None


def _as_now(case: Case, past: Edition) -> bool:
    steps = [e.settings.get("scale", {}).get("categories", []) for e in (case.edition, past)]
    bounds = all(step and all("minimum" in one for one in step) for step in steps)
    found = category(case.edition, case.region) is not None
    return found and bounds and categories_compare(case.edition, past)


@claim("then_newer", "year")
def then_newer(case: Case, value: int) -> str | None:
    """The next edition with a category, which is not that of the article."""
    past = _past(case)
    editions = case.site.of_region(case.region)
    later = [e for e in editions if past and past.year < e.year <= case.edition.year]
    placed = [e.year for e in later if category(e, case.region) is not None]
    right = bool(placed) and placed[-1] == value != case.edition.year
    return None if right else f"{placed}"


def _then(role: str, *wanted: str) -> None:
    holds(role, lambda case: _then_differing(case) == set(wanted), "tidak berbeda dalam hal itu")


_then("other_scale_then", "scale")
_then("other_instrument_then", "instrument")
_then("other_both_then", "scale", "instrument")
