"""A region over all its years: its latest result, its series, and the years without one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import pairwise
from typing import Any

from reader.claims.case import Case, claim, equals, holds, part
from reader.claims.change import sign
from reader.claims.moved_since import sure_base
from reader.claims.own import not_withheld, wrong_categories, wrong_organizer
from reader.claims.rank import wrong_of, wrong_places
from reader.naive.folder import Edition
from reader.naive.groups import is_other, stopped
from reader.naive.history import (
    categories_compare,
    category_base,
    earlier,
    steps,
)
from reader.naive.results import (
    KNOWN,
    NOT_ANNOUNCED,
    UNKNOWN,
    Rank,
    category,
    category_is_computed,
    has_result,
    knows_anything,
    published,
    rank,
    score,
    state,
)


def editions(case: Case) -> list[Edition]:
    """The editions of the region's group, newest first; an article tells of the earlier ones."""
    found = case.site.of_region(case.region)
    return found if case.kind == "running" else [e for e in found if e.year < case.edition.year]


def right_before(case: Case) -> set[int]:
    """The years of which an article tells what became of the region: the latest edition before it,
    and the latest of its own organizer."""
    found = [*editions(case)[:1], *earlier(case.edition)[:1]]
    return {edition.year for edition in found}


def in_year(case: Case, year: int) -> Edition | None:
    return next((e for e in editions(case) if e.year == year), None)


def latest(case: Case) -> Edition:
    """The newest edition with a result of the region."""
    known = [e for e in editions(case) if knows_anything(e, case.region)]
    return known[0] if known else editions(case)[0]


def _rank(case: Case) -> Rank | None:
    return rank(latest(case), case.region)


@claim("nothing_known")
def nothing_known(case: Case, _: bool) -> str | None:
    """No result is known, and of some edition nobody says why."""
    known = [e.year for e in editions(case) if knows_anything(e, case.region)]
    open_ = [e.year for e in editions(case) if _is_unknown(e, case.region)]
    return None if open_ and not known else f"diketahui: {known}, belum diketahui: {open_}"


@claim("years_taken_part", "series:year")
def years_taken_part(case: Case, value: list[int]) -> str | None:
    """The years of which only that it took part is known, by its name: all of them."""
    return _wrong_years(case, [value], _took_part_alone)


def _took_part_alone(edition: Edition, region: str) -> bool:
    named = region in edition.named() or has_result(edition, region)
    return _is_unknown(edition, region) and named


# The latest result.
equals("latest_year", "year", lambda case: latest(case).year)


@claim("latest_score", "alternatives:decimal")
def latest_score(case: Case, value: list[str]) -> str | None:
    """Every score that was published, or the one that was computed."""
    return _wrong_scores(latest(case), case.region, value)


def _wrong_scores(edition: Edition, region: str, value: list[str]) -> str | None:
    found = published(edition, region, "score") or (str(score(edition, region)),)
    return None if sorted(found) == sorted(value) else f"{list(found)}"


def _wrong_categories(edition: Edition, region: str, value: list[Collection[str]]) -> str | None:
    found = published(edition, region, "category") or (str(category(edition, region)),)
    return wrong_categories(found, value)


@claim("latest_organizer", "organizer")
def latest_organizer(case: Case, value: Collection[str]) -> str | None:
    return wrong_organizer(latest(case), value)


@claim("latest_category", "alternatives:category")
def latest_category(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_categories(latest(case), case.region, value)


holds(
    "latest_by_scale",
    lambda case: (
        [e for e in editions(case) if category_is_computed(e, case.region)] == [latest(case)]
    ),
    "bukan kategori itu saja yang menurut skala",
)
holds(
    "latest_announced",
    lambda case: state(latest(case), case.region, "category") == KNOWN,
    "kategori itu tidak diumumkan siapa pun",
)


@claim("latest_rank", "alternatives:digits")
def latest_rank(case: Case, value: list[int]) -> str | None:
    return wrong_places(_rank(case), value)


@claim("latest_rank_of", "digits")
def latest_rank_of(case: Case, value: int) -> str | None:
    return wrong_of(_rank(case), value)


equals("latest_moved", "direction", lambda case: sign(steps(latest(case), case.region)))
equals("latest_steps", "count", lambda case: abs(steps(latest(case), case.region) or 0))
holds("latest_one_step", lambda case: abs(steps(latest(case), case.region) or 0) == 1, "bukan satu")


@claim("latest_before", "category")
def latest_before(case: Case, value: Collection[str]) -> str | None:
    base = category_base(latest(case), case.region)
    found = category(base, case.region) if base else None
    return None if found in value else f"{found}"


@claim("latest_base_year", "year")
def latest_base_year(case: Case, value: int) -> str | None:
    base = category_base(latest(case), case.region)
    return None if base and base.year == value else f"{base}"


# Series over the years.
part("item_by_scale", "words")
part("item_years", "series:years")
part("item_categories", "alternatives:category")
part("item_ranks", "alternatives:digits")
part("item_rank_of", "digits")


def years_of(item: dict[str, Any]) -> list[int]:
    return [year for years in item["item_years"] for year in years]


def wrong_series(
    case: Case,
    value: list[dict[str, Any]],
    known: Callable[[Edition, str], object],
    right: Callable[[Edition, dict[str, Any]], bool],
) -> str | None:
    """The first year of which something else is true.

    A series tells the latest years of which anything is known, in their order, and leaves none out.
    """
    years = [year for item in value for year in years_of(item)]
    found = sorted(e.year for e in editions(case) if known(e, case.region) is not None)
    if years != found[-len(years) :]:
        return f"diketahui: {found}"
    for item in value:
        for year in years_of(item):
            edition = in_year(case, year)
            if edition is None or not right(edition, item):
                return f"{year}: {edition and _known(edition, case.region)}"
    return None


def _known(edition: Edition, region: str) -> tuple[object, ...]:
    return category(edition, region), score(edition, region), rank(edition, region)


@claim("past_categories", "series:&category_in_years")
def past_categories(case: Case, value: list[dict[str, Any]]) -> str | None:
    def right(edition: Edition, item: dict[str, Any]) -> bool:
        computed = category_is_computed(edition, case.region)
        named = not _wrong_categories(edition, case.region, item["item_categories"])
        return named and (computed or item["item_by_scale"] is False)

    now = (case.edition, case.region)
    base = (category_base(*now) or sure_base(*now)) if case.kind == "article" else None
    told = {year for item in value for year in years_of(item)}

    def known(edition: Edition, region: str) -> object:
        """An article tells the category that it is compared with where it tells the change."""
        return None if edition is base and base.year not in told else category(edition, region)

    return wrong_series(case, value, known, right) or _wrong_runs(case, value)


def _wrong_runs(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Years under one name whose scales are not the same."""
    for item in value:
        for old, new in pairwise(in_year(case, year) for year in years_of(item)):
            if old and new and not categories_compare(new, old):
                return f"{new.year} tidak sebanding dengan {old.year}"
    return None


@claim("years_ranks_computed", "series:years")
def years_ranks_computed(case: Case, value: list[list[int]]) -> str | None:
    return _wrong_years(case, value, _rank_is_computed)


def _rank_is_computed(edition: Edition, region: str) -> bool:
    found = rank(edition, region)
    return found is not None and found.computed


@claim("scale_years", "series:years")
def scale_years(case: Case, value: list[list[int]]) -> str | None:
    """Years in which nobody decided the category; the text over all years tells all of them."""
    of_region = case.site.of_region(case.region)
    found = sorted(e.year for e in of_region if category_is_computed(e, case.region))
    said = [year for years in value for year in years]
    if case.kind == "running":
        return None if said == found else f"{found}"
    found = [year for year in found if year <= case.edition.year]
    return None if set(said) <= set(found) and said == sorted(set(said)) else f"{found}"


def _wrong_years(
    case: Case, value: list[list[int]], right: Callable[[Edition, str], bool]
) -> str | None:
    """The years of which something is true, all of them and no other."""
    said = [year for years in value for year in years]
    found = sorted(e.year for e in editions(case) if right(e, case.region))
    if said == found:
        return None
    wrong = [e for e in editions(case) if e.year in said and e.year not in found]
    return f"{found}; {[(e.year, not_withheld(e, case.region)) for e in wrong]}"


# Years without a result, by what is the case.
@claim("not_assessed_years", "series:year")
def not_assessed_years(case: Case, value: list[int]) -> str | None:
    return _wrong_listed(case, value, "not_assessed")


@claim("not_returned_years", "series:year")
def not_returned_years(case: Case, value: list[int]) -> str | None:
    return _wrong_listed(case, value, "not_returned")


def _wrong_listed(case: Case, value: list[int], name: str) -> str | None:
    """The years of which a list has the region: all of them; an article tells one before it."""
    found = [e.year for e in editions(case) if case.region in e.listed(name)]
    if case.kind == "article":
        found = [year for year in found if year in right_before(case) and year in value]
    return None if value == sorted(found) else f"{sorted(found)}"


@claim("listed_years_publisher", "publisher")
def listed_years_publisher(case: Case, value: Collection[str]) -> str | None:
    """Whose word it is that the region was not assessed, or did not return, in each of those years."""
    for name in ("not_assessed", "not_returned"):
        for edition in editions(case):
            if edition.year in case.get(f"{name}_years", ()):
                source = edition.listed(name).get(case.region, {}).get("source")
                found = edition.source(source).get("publisher")
                if found not in value:
                    return f"sumber {edition.year}: {found}"
    return None


@claim("withheld_years", "series:year")
def withheld_years(case: Case, value: list[int]) -> str | None:
    """The years of which a source says that neither category nor score nor rank was published; an
    article tells the latest before it."""
    if case.kind == "article":
        latest = editions(case)[0]
        return None if value == [latest.year] and not not_withheld(latest, case.region) else "–"
    return _wrong_years(case, [value], lambda e, region: not not_withheld(e, region))


@claim("unannounced_years", "series:year")
def unannounced_years(case: Case, value: list[int]) -> str | None:
    """The years whose results are still to come: all of them."""
    return _wrong_years(
        case, [value], lambda e, region: state(e, region, "category") == NOT_ANNOUNCED
    )


@claim("unknown_years", "series:year")
def unknown_years(case: Case, value: list[int]) -> str | None:
    """The years of which no result is known, and nobody says why or that it took part: all of them."""
    rest = [e for e in editions(case) if e.year in value and case.region in stopped(e)]
    without = [year for year in value if year not in [e.year for e in rest]]
    wrong = _wrong_years(
        case,
        [without],
        lambda e, region: _is_unknown(e, region) and not _took_part_alone(e, region),
    )
    if wrong is None and rest:
        return f"tidak lolos satu tahap: {[e.year for e in rest]}"
    return wrong


@claim("taken_part_before", "series:year")
def taken_part_before(case: Case, value: list[int]) -> str | None:
    """The edition before, of which only that the region took part is known."""
    before = editions(case)[0]
    return None if value == [before.year] and _took_part_alone(before, case.region) else f"{before}"


@claim("unknown_before", "series:year")
def unknown_before(case: Case, value: list[int]) -> str | None:
    """The edition before, of which no result is known, and nobody says why."""
    before = editions(case)[0]
    unknown = _is_unknown(before, case.region) and case.region not in stopped(before)
    return None if value == [before.year] and unknown else f"{before.year}"


def _is_unknown(edition: Edition, region: str) -> bool:
    """Whether of a result nothing is known, and of no figure anybody says that it is withheld."""
    told = (
        knows_anything(edition, region) or region in stopped(edition) or is_other(edition, region)
    )
    figures = {state(edition, region, name) for name in ("category", "score", "rank")}
    return not told and figures == {UNKNOWN}
