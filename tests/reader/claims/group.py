"""How many of a group have a category, who they are, and how it was a year before."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from reader.claims.case import Case, claim, exactly, holds
from reader.claims.ranking import named, wrong_scores
from reader.naive.folder import Edition
from reader.naive.groups import count_of, is_announced, is_partial, participants, with_category
from reader.naive.history import categories_compare, earlier
from reader.naive.results import (
    KNOWN,
    category,
    category_is_computed,
    published_numbers,
    settled,
    state,
)


def counted(case: Case) -> str:
    """The category that a sentence counts; where it names none, the best that has a count."""
    named = case.get("counted_category")
    if named:
        return str(next(iter(named)))
    known = (name for name in case.edition.names if count_of(case.edition, name))
    return next(known, "")


def wrong_count(edition: Edition, name: str, number: int, at_least: bool) -> str | None:
    """What is wrong with a number of regions in a category; None if it is right."""
    found = count_of(edition, name)
    if found == (number, not at_least):
        return None
    if found is None:
        return f"jumlah berkategori {name} tidak diketahui"
    return f"{'' if found[1] else 'sedikitnya '}{found[0]}"


@claim("counted_category", "category")
def counted_category(case: Case, value: Collection[str]) -> str | None:
    """A category of the scale; on the page of a region its own."""
    return None if set(value) & set(case.edition.names) else f"{case.edition.names}"


@claim("number", "count")
def number(case: Case, value: int) -> str | None:
    return wrong_count(case.edition, counted(case), value, case.says("at_least"))


# With the number: "at least" is exact or it is not.
holds("at_least", lambda case: case.get("number") is not None, "tanpa jumlah")


@claim("of_participants", "count")
def of_participants(case: Case, value: int) -> str | None:
    found = participants(case.edition)
    return None if found == value else f"peserta: {found}"


@claim("all_together", "together")
def all_together(case: Case, value: int) -> str | None:
    """``kedelapan``: as many as took part, and exactly."""
    found = participants(case.edition)
    if found != value:
        return f"peserta: {found}"
    return _unsaid(case, value) or wrong_count(case.edition, counted(case), value, at_least=False)


def _unsaid(case: Case, value: int) -> str | None:
    """*Semua* and *seluruh* of the participants say out of how many who were asked."""
    for name, role in (("invited", "invited"), ("returned", "forms_returned")):
        found = published_numbers(case.edition, name)
        if len(found) > 1:
            return f"{name}: {found}"
        if found and found[0] > value:
            return None if case.get(role) == found[0] else f"dari {found[0]} ({name})"
    return None


@claim("all_of")
def all_of(case: Case, _: bool) -> str | None:
    return all_together(case, case.get("of_participants"))


@claim("whole_group")
def whole_group(case: Case, _: bool) -> str | None:
    """*Seluruh*: everyone of the group, all of whom took part."""
    found, members = participants(case.edition), len(case.edition.members)
    if is_partial(case.edition):
        return "kelompok itu tidak tercatat seluruhnya"
    return (
        whole_of_participants(case, _) if found == members else f"peserta: {found} dari {members}"
    )


@claim("some_of_group")
def some_of_group(case: Case, _: bool) -> str | None:
    """*… peserta*, of a number: they are fewer than the group, or nobody knows how many that has."""
    found, members = participants(case.edition), len(case.edition.members)
    return None if is_partial(case.edition) or found != members else "peserta: semua"


@claim("whole_of_participants")
def whole_of_participants(case: Case, _: bool) -> str | None:
    """*Seluruh … peserta*: everyone who took part, and that is known exactly."""
    found = participants(case.edition)
    if found is None:
        return "jumlah peserta tidak diketahui"
    return _unsaid(case, found) or wrong_count(case.edition, counted(case), found, at_least=False)


@claim("none_with_category")
def none_with_category(case: Case, _: bool) -> str | None:
    return wrong_count(case.edition, counted(case), 0, at_least=False)


@claim("only_with_category")
def only_with_category(case: Case, _: bool) -> str | None:
    """*Hanya*: one, and exactly one."""
    return wrong_count(case.edition, counted(case), 1, at_least=False)


@claim("sole_member", "member")
def sole_member(case: Case, value: Collection[str]) -> str | None:
    found = with_category(case.edition, counted(case))
    return None if found == {case.member(value)} else case.names(found)


@claim("announced_count")
def announced_count(case: Case, value: bool) -> str | None:
    """*Diumumkan*: somebody announced at least one of the categories that are counted."""
    ids = with_category(case.edition, counted(case))
    some = any(state(case.edition, id_, "category") == KNOWN for id_ in ids)
    return None if some or not value else "kategori itu tidak diumumkan siapa pun"


def _by_scale(case: Case, edition: Edition | None = None) -> list[bool]:
    """Of those with the category; where nobody is known to have it and no number was announced, of
    all with a category."""
    edition = edition or case.edition
    ids = with_category(edition, counted(case))
    if not ids and not is_announced(edition, counted(case)):
        placed = [
            id_
            for id_ in edition.members
            if category(edition, id_) is not None and settled(edition, id_, "category")
        ]
        return [bool(placed) and all(category_is_computed(edition, id_) for id_ in placed)]
    return [category_is_computed(edition, id_) for id_ in ids]


exactly(
    "all_by_scale",
    lambda case: all(_by_scale(case)) and bool(_by_scale(case)),
    "semua menurut skala",
)
exactly(
    "some_by_scale",
    lambda case: any(_by_scale(case)) and not all(_by_scale(case)),
    "sebagian menurut skala",
)

holds(
    "before_by_scale",
    lambda case: (
        (found := _before(case)) is not None
        and bool(scaled := _by_scale(case, found))
        and all(scaled)
    ),
    "bukan menurut skala",
)
holds(
    "before_partly_by_scale",
    lambda case: (found := _before(case)) is not None and any(_by_scale(case, found)),
    "tidak ada yang menurut skala",
)


@claim("others_with_category", "series:member")
def others_with_category(case: Case, value: list[Collection[str]]) -> str | None:
    """Everybody who is known to have it, by name, but the region of the page, who is one of them; and
    nobody else can, unless it is said that no more is known."""
    found = with_category(case.edition, counted(case))
    if case.region not in found or sorted([case.region, *case.members(value)]) != sorted(found):
        return case.names(found)
    exact = not case.says("known_others")
    return wrong_count(case.edition, counted(case), len(found), at_least=not exact)


holds("known_others", lambda case: bool(case.get("others_with_category")), "tanpa nama")
holds(
    "counted_too",
    lambda case: category(case.edition, case.region) == counted(case),
    "bukan kategori wilayah itu",
)


@claim("all_with_category", "series:&name_and_score")
def all_with_category(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Everybody who is counted, by name."""
    found = with_category(case.edition, counted(case))
    if sorted(case.members(named(case, value))) != sorted(found):
        return case.names(found)
    told = case.get("number") or case.get("all_together") or case.get("of_participants")
    return wrong_scores(case, value) if told == len(value) else f"{len(value)} nama untuk {told}"


@claim("exactly_with_category", "series:&name_and_score")
def exactly_with_category(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Everybody who has the category: nobody else can."""
    found = with_category(case.edition, counted(case))
    if sorted(case.members(named(case, value))) != sorted(found):
        return case.names(found)
    wrong = wrong_count(case.edition, counted(case), len(value), at_least=False)
    return wrong or wrong_scores(case, value)


@claim("known_with_category", "series:&name_and_score")
def known_with_category(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Everybody who is known to have the category."""
    found = with_category(case.edition, counted(case))
    right = sorted(case.members(named(case, value))) == sorted(found)
    return wrong_scores(case, value) if right else case.names(found)


@claim("some_with_category", "series:&name_and_score")
def some_with_category(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Some of those who have the category, and not all."""
    found = with_category(case.edition, counted(case))
    told = set(case.members(named(case, value)))
    exact = count_of(case.edition, counted(case)) == (len(value), True)
    right = told <= found and len(told) == len(value) and not exact
    return wrong_scores(case, value) if right else case.names(found)


# The same category in the edition before.
def _before(case: Case) -> Edition | None:
    wanted = case.get("count_year")
    return next(
        (
            e
            for e in earlier(case.edition)
            if e.year == wanted and categories_compare(case.edition, e)
        ),
        None,
    )


@claim("count_year", "year")
def count_year(case: Case, value: int) -> str | None:
    """An earlier edition of the same group and organizer with the same categories."""
    return None if _before(case) else "tidak ada edisi yang sebanding"


def _wrong_before(case: Case, value: int) -> str | None:
    before = _before(case)
    if before is None:
        return "tidak ada edisi yang sebanding"
    return wrong_count(before, counted(case), value, at_least=False)


@claim("number_before", "count")
def number_before(case: Case, value: int) -> str | None:
    return _wrong_before(case, value)


@claim("none_before")
def none_before(case: Case, _: bool) -> str | None:
    return _wrong_before(case, 0)


@claim("some_before")
def some_before(case: Case, _: bool) -> str | None:
    """*… peserta* of an earlier year: they were not known to be the whole group."""
    before = _before(case)
    if before is None:
        return "tidak ada edisi yang sebanding"
    all_ = participants(before) == len(before.members) and not is_partial(before)
    return "peserta: semua" if all_ else None


@claim("only_before")
def only_before(case: Case, _: bool) -> str | None:
    return _wrong_before(case, 1)


@claim("as_many_before")
def as_many_before(case: Case, _: bool) -> str | None:
    """*Juga*: as many as now."""
    now = case.get("number") or case.get("all_together") or case.get("of_participants")
    same = now == case.get("number_before") and not case.says("at_least")
    return None if same else f"kini {now}"


@claim("name_before", "member")
def name_before(case: Case, value: Collection[str]) -> str | None:
    before = _before(case)
    found = with_category(before, counted(case)) if before else frozenset()
    return None if found == {case.member(value)} else case.names(found)
