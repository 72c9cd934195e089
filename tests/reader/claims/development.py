"""How a region's category went on over the years, step by step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Any

from reader.claims.case import Case, claim, holds, part
from reader.claims.change import sign
from reader.claims.own import wrong_categories
from reader.claims.running import editions, in_year, latest
from reader.naive.folder import Edition
from reader.naive.history import categories_compare, differing, steps_since
from reader.naive.results import category, published, settled

part("item_moved", "direction")
part("item_steps", "count")
part("item_into", "category")
part("item_in_year", "year")
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


@claim("development", "series:&category_step")
def development(case: Case, value: list[dict[str, Any]]) -> str | None:
    known = _known(case)
    while not settled(known[-1], case.region, "category"):
        known.pop()  # what is said of it in different ways is told by itself
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


@claim("category_same_before")
def category_same_before(case: Case, _: bool) -> str | None:
    """*Sama seperti*: in each of the years that are named it was that of the latest edition."""
    years = [*_flat(case.get("same_years")), latest(case).year]
    found = [e for e in _known(case) if e.year in years]
    names = {category(edition, case.region) for edition in found}
    right = len(names) == 1 and len(found) == len(years) and _certain(case, *found)
    return None if right else f"{names}"


@claim("same_years", "series:years")
def same_years(case: Case, value: list[list[int]]) -> str | None:
    """The years right before the latest of which the category is known."""
    known = [edition.year for edition in _known(case)]
    said = sorted(_flat(value))
    return None if said == known[:-1][-len(said) :] else f"{known[:-1]}"


# An earlier category that does not compare with the one after it.
def _then(case: Case) -> tuple[Edition, Edition] | None:
    """The edition of that year, and the next of which a category is known, if there is one."""
    known = _known(case)
    at = next((n for n, e in enumerate(known) if e.year == case.get("then_year")), None)
    return None if at is None else (known[at], known[min(at + 1, len(known) - 1)])


@claim("then_year", "year")
def then_year(case: Case, value: int) -> str | None:
    return None if _then(case) and value < latest(case).year else "bukan edisi sebelumnya"


@claim("then_category", "alternatives:category")
def then_category(case: Case, value: list[Collection[str]]) -> str | None:
    then = _then(case)
    if then is None:
        return "tidak ada edisi"
    own = published(then[0], case.region, "category") or (str(category(then[0], case.region)),)
    return wrong_categories(own, value)


def _differs(role: str, *wanted: str) -> None:
    def found(case: Case) -> bool:
        then = _then(case)
        return then is not None and differing(then[1], then[0]) == set(wanted)

    holds(role, found, "tidak berbeda dalam hal itu")


_differs("scale_then", "scale")
_differs("instrument_then", "instrument")
_differs("both_then", "scale", "instrument")


@claim("then_apart")
def then_apart(case: Case, value: bool) -> str | None:
    """Said where the two do not compare, and it is not said what is other."""
    then = _then(case)
    if then is None or then[0] is then[1]:
        return "tidak ada edisi" if value or then is None else None
    told = any(case.says(role) for role in ("scale_then", "instrument_then", "both_then"))
    compares = categories_compare(then[1], then[0]) and then[1].organizer == then[0].organizer
    sure = all(settled(edition, case.region, "category") for edition in then)
    right = not compares and not told
    return None if value is right or not sure else f"{right}"
