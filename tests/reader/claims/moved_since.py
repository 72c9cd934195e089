"""Who moved by category since another edition than most of a group are compared with; the score of the
one of whom alone a result is known."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, holds, part
from reader.claims.change import sign
from reader.naive.folder import Edition
from reader.naive.groups import category_changes
from reader.naive.history import categories_compare, earlier
from reader.naive.results import category, published, score


def _all_of(edition: Edition, region: str) -> tuple[str, ...]:
    """Every category that was published; else the one that the scale gives."""
    found = category(edition, region)
    return published(edition, region, "category") or (() if found is None else (found,))


def own_base(edition: Edition, region: str) -> Edition | None:
    """The latest earlier edition that compares and has a category of a region, be it contested."""
    if not _all_of(edition, region):
        return None
    return next(
        (e for e in earlier(edition) if _all_of(e, region) and categories_compare(edition, e)), None
    )


def fewest_steps(edition: Edition, region: str, base: Edition) -> int:
    """The fewest steps that anything published says; 0 where not all of it says the same way."""
    found = [
        base.names.index(old) - edition.names.index(new)
        for new in _all_of(edition, region)
        for old in _all_of(base, region)
    ]
    return min(found, key=abs) if len({sign(steps) for steps in found}) == 1 else 0


def _moved(case: Case) -> dict[str, int]:
    """Who moved since the year that is named, of whom no later category compares."""
    found = {}
    for id_ in case.edition.members:
        base = own_base(case.edition, id_)
        if base is not None and base.year == case.get("moved_since"):
            found[id_] = fewest_steps(case.edition, id_, base)
    return found


def _wrong(case: Case, value: list[Collection[str]], way: int) -> str | None:
    """All of them, but for whoever moved the same way since an older edition: that is told there.
    Whoever moved furthest comes first."""
    moved, named = _moved(case), case.members(value)
    same = {id_ for id_, steps in moved.items() if sign(steps) == way}
    older = [e for e in earlier(case.edition) if e.year != case.get("moved_since")]
    told = {
        id_
        for base in older
        if categories_compare(case.edition, base)
        for id_, steps in category_changes(case.edition, base).items()
        if sign(steps) == way
    }
    if not set(named) <= same or not same - set(named) <= told:
        return case.names(same)
    order = [abs(moved[id_]) for id_ in named]
    return None if order == sorted(order, reverse=True) else f"urutannya: {order}"


@claim("movers_since", "series:member")
def movers_since(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong(case, [*value, *(case.get("rest_since") or [])], case.get("movers_moved"))


part("rest_since", "series:member")
holds("rest_moved", lambda case: bool(case.get("rest_since")), "tanpa nama")


@claim("fallers_since", "series:member")
def fallers_since(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong(case, value, -1) if case.get("movers_moved") == 1 else "yang lain pun turun"


holds("fallers_since_fell", lambda case: bool(case.get("fallers_since")), "tanpa nama")


def _score(case: Case) -> object:
    return score(case.edition, case.member(case.get("member")))


def sure_base(edition: Edition, region: str) -> Edition | None:
    """The edition since which all that is published of a contested category says the same way."""
    base, now = own_base(edition, region), _all_of(edition, region)
    if base is None or len(now) < 2 or len(_all_of(base, region)) != 1:
        return None
    return base if fewest_steps(edition, region, base) else None


def _base(case: Case) -> Edition | None:
    return own_base(case.edition, case.region)


@claim("moved_whichever", "direction")
def moved_whichever(case: Case, value: int) -> str | None:
    """Sources differ, and all that they say is higher, or all is lower, than one earlier category."""
    base = sure_base(case.edition, case.region)
    if base is None:
        return "tidak dibandingkan"
    steps = fewest_steps(case.edition, case.region, base)
    return None if sign(steps) == value else f"{steps}"


@claim("category_before_all", "category")
def category_before_all(case: Case, value: Collection[str]) -> str | None:
    base = _base(case)
    found = category(base, case.region) if base else None
    return None if found in value else f"{found}"


equals("whichever_year", "year", lambda case: getattr(_base(case), "year", None))
holds(
    "whichever_last_year",
    lambda case: getattr(_base(case), "year", None) == case.edition.year - 1,
    "pembandingnya bukan tahun sebelumnya",
)


equals("member_score", "decimal", _score)


# The same of the newest result, in the text over all years.
def _newest(case: Case) -> tuple[Edition, Edition | None]:
    editions = case.site.of_region(case.region)
    found = next((e for e in editions if _all_of(e, case.region)), editions[0])
    return found, sure_base(found, case.region)


@claim("latest_surely_moved", "direction")
def latest_surely_moved(case: Case, value: int) -> str | None:
    newest, base = _newest(case)
    steps = fewest_steps(newest, case.region, base) if base else 0
    return None if steps and sign(steps) == value else f"{steps}"


@claim("latest_category_before", "category")
def latest_category_before(case: Case, value: Collection[str]) -> str | None:
    base = _newest(case)[1]
    found = category(base, case.region) if base else None
    return None if found in value else f"{found}"


equals("latest_moved_since", "year", lambda case: getattr(_newest(case)[1], "year", None))


@claim("movers_steps", "count")
def movers_steps(case: Case, value: int) -> str | None:
    """By how many categories the one who is named moved."""
    moved, named = _moved(case), case.members(case.get("movers_since"))
    found = [abs(moved.get(id_, 0)) for id_ in named]
    return None if set(found) == {value} else f"{found}"
