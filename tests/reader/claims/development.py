"""How a region's category went on over the years, step by step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any

from reader.claims.case import Case, claim, part
from reader.claims.change import sign
from reader.claims.own import wrong_categories
from reader.claims.running import editions, in_year, latest
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, steps_since
from reader.naive.results import category, published, settled

part("item_moved", "direction")
part("item_steps", "count")
part("item_into", "category")
part("item_in_year", "year")
part("item_since", "year")
part("item_stayed", "words")
part("item_last", "year")
part("item_same", "words")
part("item_later", "series:years")


def _known(case: Case) -> list[Edition]:
    """The editions with a category of the region, oldest first."""
    return [e for e in reversed(editions(case)) if category(e, case.region) is not None]


def _flat(value: Iterable[Iterable[int]]) -> list[int]:
    return [year for years in value for year in years]


def _years(item: dict[str, Any]) -> list[int]:
    if "item_years" in item:
        return _flat(item["item_years"])
    first = item["item_in_year"]
    if item.get("item_stayed"):
        return list(range(first, item["item_last"] + 1))
    return [first, *_flat(item.get("item_later", ()))]


def _certain(case: Case, *found: Edition) -> bool:
    """Whether the categories of some editions are certain, and each compares with the one before."""
    sure = all(settled(edition, case.region, "category") for edition in found)
    return sure and all(categories_compare(new, old) for old, new in pairwise(found))


def _wrong_item(case: Case, item: dict[str, Any]) -> Iterator[str]:
    """What is not so in the years of one part."""
    found = [in_year(case, year) for year in _years(item)]
    named = item.get("item_categories") or [item["item_into"]]
    for edition in found:
        said = published(edition, case.region, "category") if edition else ()
        own = said or (str(category(edition, case.region)) if edition else "",)
        if wrong_categories(own, named):
            yield f"{edition and edition.year}: {own}"
    if len(found) > 1 and not all(categories_compare(b, a) for a, b in pairwise(found) if a and b):
        yield "tidak sebanding"


def _wrong_step(case: Case, item: dict[str, Any], old: Edition, new: Edition) -> Iterator[str]:
    """What is not so in a step from the edition before."""
    steps = steps_since(new, case.region, old) or 0
    if not _certain(case, old, new) or sign(steps) != item["item_moved"] or not steps:
        yield f"{old.year}–{new.year}: {steps}"
    if item.get("item_steps", 1) != abs(steps):
        yield f"{abs(steps)} tingkat"
    # A year that is left out is named: it may have been another category there.
    if item.get("item_since", new.year - 1) != old.year:
        yield f"dibanding {old.year}"


@claim("development", "series:&category_step")
def development(case: Case, value: list[dict[str, Any]]) -> str | None:
    known = _known(case)
    years = [year for item in value for year in _years(item)]
    if years != [edition.year for edition in known][-len(years) :]:
        return f"diketahui: {[edition.year for edition in known]}"
    wrong = [told for item in value for told in _wrong_item(case, item)]
    before: Edition | None = None
    for item in value:
        first, last = in_year(case, _years(item)[0]), in_year(case, _years(item)[-1])
        if "item_moved" in item:
            assert before and first
            wrong += _wrong_step(case, item, before, first)
        before = last
    return "; ".join(wrong) or None


# The same way each year.
@claim("every_since", "year")
def every_since(case: Case, value: int) -> str | None:
    """The year of the first of the categories that are told."""
    return None if any(e.year == value for e in _known(case)) else "tidak ada edisi itu"


def _run(case: Case) -> list[Edition]:
    since, until = case.get("every_since"), case.get("every_until")
    return [e for e in _known(case) if since <= e.year <= until]


@claim("every_moved", "direction")
def every_moved(case: Case, value: int) -> str | None:
    found = _run(case)
    steps = [steps_since(new, case.region, old) or 0 for old, new in pairwise(found)]
    right = len(steps) > 1 and {sign(step) for step in steps} == {value}
    return None if right and _certain(case, *found) else f"{steps}"


@claim("every_year")
def every_year(case: Case, _: bool) -> str | None:
    """*Tiap tahun*: no year between is left out."""
    found = [edition.year for edition in _run(case)]
    whole = list(range(case.get("every_since"), case.get("every_until") + 1))
    return None if found == whole else f"{found}"


@claim("every_left", "category")
def every_left(case: Case, value: Collection[str]) -> str | None:
    found = _run(case)
    return None if found and category(found[0], case.region) in value else "kategori pertama"


@claim("every_category", "category")
def every_category(case: Case, value: Collection[str]) -> str | None:
    found = _run(case)
    return None if found and category(found[-1], case.region) in value else "kategori terakhir"


@claim("every_until", "year")
def every_until(case: Case, value: int) -> str | None:
    """The year of the last move: whatever came after it is told."""
    newest = _known(case)[-1].year
    told = case.get("every_last", value)
    return None if told == newest else f"terbaru: {newest}"


@claim("every_stayed")
def every_stayed(case: Case, _: bool) -> str | None:
    return _wrong_stay(case, case.get("every_until"), case.get("every_last"))


@claim("every_last", "year")
def every_last(case: Case, value: int) -> str | None:
    return None if value > case.get("every_until") else "bukan sesudahnya"


def _wrong_stay(case: Case, first: int, last: int) -> str | None:
    """Whether the category was the same in each year from one to another."""
    found = [e for e in _known(case) if first <= e.year <= last]
    names = {category(edition, case.region) for edition in found}
    whole = [e.year for e in found] == list(range(first, last + 1))
    return None if whole and len(names) == 1 and _certain(case, *found) else f"{names}"


@claim("category_stayed")
def category_stayed(case: Case, _: bool) -> str | None:
    """*Itu*: the category of the latest edition, with which the text begins."""
    if category(latest(case), case.region) is None:
        return "edisi terbaru tanpa kategori"
    return _wrong_stay(case, case.get("stayed_since"), latest(case).year)


@claim("stayed_since", "year")
def stayed_since(case: Case, value: int) -> str | None:
    """The first year of which the category is known."""
    first = _known(case)[0].year
    return None if value == first < latest(case).year else f"{first}"


@claim("category_same_before")
def category_same_before(case: Case, _: bool) -> str | None:
    """*Itu*: in each of the years that are named it was that of the latest edition."""
    years = sorted(_flat(case.get("same_years")))
    return _wrong_stay(case, years[0], latest(case).year)


@claim("same_years", "series:years")
def same_years(case: Case, value: list[list[int]]) -> str | None:
    """All years before the latest of which the category is known; one before them is open."""
    known = [edition.year for edition in _known(case)]
    open_ = [e.year for e in editions(case) if e.year < known[0]]
    return None if sorted(_flat(value)) == known[:-1] and open_ else f"{known[:-1]}"
