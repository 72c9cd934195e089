"""Who leads the page of an edition: where they came from, where they went, who went the same way."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, exactly, holds
from reader.claims.change import sign
from reader.claims.group import wrong_count
from reader.naive.folder import Edition
from reader.naive.groups import category_changes, with_category
from reader.naive.history import categories_compare, earlier
from reader.naive.results import category, category_is_computed


def _base(case: Case) -> Edition | None:
    """The edition that is named; where none is, that of the year before."""
    wanted = case.get("leaders_since", case.edition.year - 1)
    return next((e for e in earlier(case.edition) if e.year == wanted), None)


def _changes(case: Case) -> dict[str, int]:
    base = _base(case)
    return category_changes(case.edition, base) if base else {}


def _leaders(case: Case) -> list[str]:
    return case.members(case.get("leaders"))


def _steps(case: Case) -> set[int | None]:
    return {_changes(case).get(id_) for id_ in _leaders(case)}


@claim("leaders", "series:member")
def leaders(case: Case, value: list[Collection[str]]) -> str | None:
    """Members who moved, all by as much; and nobody moved further."""
    changes = _changes(case)
    found = {abs(changes.get(id_, 0)) for id_ in case.members(value)}
    most = max(map(abs, changes.values()), default=0)
    return None if most and found == {most} else f"{changes}"


@claim("leaders_moved", "direction")
def leaders_moved(case: Case, value: int) -> str | None:
    found = {sign(steps) for steps in _steps(case)}
    return None if found == {value} else f"{found}"


@claim("leaders_steps", "count")
def leaders_steps(case: Case, value: int) -> str | None:
    found = {abs(steps or 0) for steps in _steps(case)}
    return None if found == {value} else f"{found}"


holds(
    "leaders_one_step",
    lambda case: {abs(steps or 0) for steps in _steps(case)} == {1},
    "bukan satu kategori",
)


def _far_together(case: Case) -> bool:
    """Whether somebody who does not lead moved by as many, the same way."""
    found = {id_ for id_, steps in _changes(case).items() if steps in _steps(case)}
    return bool(found - set(_leaders(case)))


holds(
    "leaders_not_told_far",
    lambda case: {abs(steps or 0) for steps in _steps(case)} == {1} or _far_together(case),
    "naik atau turun beberapa kategori sendiri",
)


@claim("leaders_since", "year")
def leaders_since(case: Case, value: int) -> str | None:
    base = _base(case)
    return None if base and categories_compare(case.edition, base) else "tidak dibandingkan"


holds(
    "leaders_since_last_year",
    lambda case: _base(case) is not None,
    "pembandingnya bukan tahun sebelumnya",
)


@claim("leaders_category", "category")
def leaders_category(case: Case, value: Collection[str]) -> str | None:
    found = {category(case.edition, id_) for id_ in _leaders(case)}
    return None if len(found) == 1 and found <= set(value) else f"{found}"


@claim("leaders_left", "category")
def leaders_left(case: Case, value: Collection[str]) -> str | None:
    base = _base(case)
    found = {category(base, id_) if base else None for id_ in _leaders(case)}
    return None if len(found) == 1 and found <= set(value) else f"{found}"


exactly(
    "leaders_by_scale",
    lambda case: any(category_is_computed(case.edition, id_) for id_ in _leaders(case)),
    "kategori menurut skala",
)


@claim("sole_of_leaders")
def sole_of_leaders(case: Case, _: bool) -> str | None:
    """*Satu-satunya*: one, and nobody else can have the category."""
    (name, *_more) = case.get("leaders_category")
    if with_category(case.edition, name) != set(_leaders(case)):
        return case.names(with_category(case.edition, name))
    return wrong_count(case.edition, name, 1, at_least=False)


# The others.
def _since(case: Case) -> dict[str, int]:
    base = next((e for e in earlier(case.edition) if e.year == case.get("moved_since")), None)
    return category_changes(case.edition, base) if base else {}


def wrong_order(case: Case, changes: dict[str, int], named: list[str]) -> str | None:
    """Whoever moved by most stands first."""
    steps = [abs(changes.get(id_, 0)) for id_ in named]
    return None if steps == sorted(steps, reverse=True) else f"urutan: {steps}"


@claim("movers_too", "series:member")
def movers_too(case: Case, value: list[Collection[str]]) -> str | None:
    """Everybody who moved that way, but for some of those who moved furthest: these lead."""
    changes, named = _since(case), case.members(value)
    same = {id_ for id_, steps in changes.items() if sign(steps) == case.get("movers_moved")}
    most = max(map(abs, changes.values()), default=0)
    left = same - set(named)
    wrong = not set(named) <= same or any(abs(changes[id_]) < most for id_ in left)
    return case.names(same) if wrong else wrong_order(case, changes, named)


@claim("movers_too_steps", "count")
def movers_too_steps(case: Case, value: int) -> str | None:
    changes = _since(case)
    found = {abs(changes.get(id_, 0)) for id_ in case.members(case.get("movers_too"))}
    return None if found == {value} else f"{found}"


@claim("moved_like_others")
def moved_like_others(case: Case, _: bool) -> str | None:
    """*Juga*: somebody who is not named here moved the same way."""
    named = set(case.members(case.get("movers_too")))
    same = {id_ for id_, s in _since(case).items() if sign(s) == case.get("movers_moved")}
    return None if same - named else "tidak ada yang lain"


@claim("fallers_named", "series:member")
def fallers_named(case: Case, value: list[Collection[str]]) -> str | None:
    changes, named = _since(case), case.members(value)
    found = sorted(id_ for id_, steps in changes.items() if steps < 0)
    if sorted(named) != found:
        return case.names(found)
    return wrong_order(case, changes, named)


@claim("all_by_scale_year", "year")
def all_by_scale_year(case: Case, value: int) -> str | None:
    """An earlier edition in which nobody decided any category."""
    base = next((e for e in earlier(case.edition) if e.year == value), None)
    known = [id_ for id_ in base.members if category(base, id_)] if base else []
    right = known and base and all(category_is_computed(base, id_) for id_ in known)
    return None if right else "bukan menurut skala"
