"""The page of an edition: who rose and who fell, who was out, and what does not compare."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from reader.claims.case import Case, claim, equals, exactly, holds, part, plain
from reader.claims.change import sign
from reader.claims.leading import wrong_order
from reader.naive.answers import stage_names
from reader.naive.folder import Edition
from reader.naive.groups import (
    category_changes,
    may_have_moved,
    participants,
    point_changes,
    stopped,
)
from reader.naive.history import categories_compare, earlier, points_compare
from reader.naive.objections import extreme_is_sure
from reader.naive.questionnaire import stop_is_computed, stopped_at
from reader.naive.results import category_is_computed


def _edition_of(case: Case, role: str) -> Edition | None:
    wanted = case.get(role)
    return next((e for e in earlier(case.edition) if e.year == wanted), None)


# Categories.
def _moves(case: Case) -> dict[str, int]:
    since = _edition_of(case, "moved_since")
    return category_changes(case.edition, since) if since else {}


def _who(case: Case, direction: int) -> list[str]:
    return sorted(id_ for id_, steps in _moves(case).items() if sign(steps) == direction)


@claim("moved_since", "year")
def moved_since(case: Case, value: int) -> str | None:
    """An earlier edition with which categories compare."""
    since = _edition_of(case, "moved_since")
    return None if since and categories_compare(case.edition, since) else "tidak dibandingkan"


equals("moved_number", "count", lambda case: len(_moves(case)))
equals("risen_number", "count", lambda case: len(_who(case, 1)))
equals("same_number", "count", lambda case: len(_who(case, 0)))
equals("fallen_number", "count", lambda case: len(_who(case, -1)))
holds("some_rose", lambda case: bool(_who(case, 1)), "tidak ada yang naik")
holds("none_rose", lambda case: not _who(case, 1), "ada yang naik")
holds("some_same", lambda case: bool(_who(case, 0)), "tidak ada yang bertahan")
holds("none_same", lambda case: not _who(case, 0), "ada yang bertahan")
holds("some_fell", lambda case: bool(_who(case, -1)), "tidak ada yang turun")
holds("none_fell", lambda case: not _who(case, -1), "ada yang turun")


@claim("risen_names", "series:member")
def risen_names(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_set(case, value, _who(case, 1))


@claim("fallen_names", "series:member")
def fallen_names(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_set(case, value, _who(case, -1))


def _wrong_set(case: Case, value: list[Collection[str]], found: Collection[str]) -> str | None:
    return None if sorted(case.members(value)) == sorted(found) else case.names(found)


@claim("movers", "series:member")
def movers(case: Case, value: list[Collection[str]]) -> str | None:
    """All who moved that way, among those whose category is known in both editions."""
    if len(_moves(case)) < 2:
        return "satu saja yang dibandingkan"
    found, named = _who(case, case.get("movers_moved")), set(case.members(value))
    if named < set(found):
        return f"juga: {case.names(set(found) - named)}"
    return _wrong_set(case, value, found) or wrong_order(case, _moves(case), case.members(value))


@claim("all_moved", "together")
def all_moved(case: Case, value: int) -> str | None:
    """``ketiga``: as many as are known in both editions, and all of them moved that way."""
    moved = _who(case, case.get("movers_moved"))
    return None if len(moved) == len(_moves(case)) == value else f"{_moves(case)}"


part("movers_moved", "direction")
equals("many_moved", "count", lambda case: len(_who(case, case.get("movers_moved"))))


@claim("some_of_many", "series:member")
def some_of_many(case: Case, value: list[Collection[str]]) -> str | None:
    """Examples, whoever moved furthest first."""
    found, named = _who(case, case.get("movers_moved")), case.members(value)
    if len(named) >= len(found) or not set(named) <= set(found):
        return case.names(found)
    return wrong_order(case, _moves(case), named)


equals("same_since", "year", lambda case: case.get("moved_since"))
holds(
    "moved_since_last_year",
    lambda case: case.get("moved_since") == case.edition.year - 1,
    "pembandingnya bukan tahun sebelumnya",
)
part("by_scale_then", "series:member")


@claim("by_scale_year", "year")
def by_scale_year(case: Case, value: int) -> str | None:
    """An earlier edition in which nobody decided the categories that are named."""
    then = _edition_of(case, "by_scale_year")
    ids = case.members(case.get("by_scale_then"))
    wrong = [id_ for id_ in ids if not then or not category_is_computed(then, id_)]
    return f"bukan menurut skala: {case.names(wrong)}" if wrong else None


# Points. No change of the set that is named may be unknown; one that is not is all who took part.
@claim("of_whole_group")
def of_whole_group(case: Case, _: bool) -> str | None:
    """No set is named: the change of everybody who took part is known."""
    found = participants(case.edition)
    return None if found == len(_points(case)) else f"{len(_points(case))} dari {found}"


@claim("all_finals")
def all_finals(case: Case, _: bool) -> str | None:
    """Whoever is not in the set that is named is known to have no final score."""
    since = _edition_of(case, "extreme_year")
    open_ = may_have_moved(case.edition, since) if since else frozenset(case.edition.members)
    return f"skornya belum diketahui: {case.names(open_)}" if open_ else None


equals("compared_here", "count", lambda case: len(_points(case)))


def _points(case: Case) -> dict[str, Decimal]:
    since = _edition_of(case, "extreme_year")
    return point_changes(case.edition, since) if since else {}


def _wrong_extreme(case: Case, value: list[Collection[str]], direction: int) -> str | None:
    moves = {id_: change * direction for id_, change in _points(case).items()}
    largest = max(moves.values(), default=Decimal(0))
    found = sorted(id_ for id_, change in moves.items() if change == largest)
    if largest <= 0 or sorted(case.members(value)) != found:
        return f"{case.names(found)} ({largest})"
    since = _edition_of(case, "extreme_year")
    if since is None or not extreme_is_sure(case.edition, since, found, direction):
        return "ada sanggahan yang belum diketahui keputusannya"
    open_ = may_have_moved(case.edition, since)
    return f"perubahannya belum diketahui: {case.names(open_)}" if open_ else None


@claim("risers", "series:member")
def risers(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_extreme(case, value, 1)


@claim("fallers", "series:member")
def fallers(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_extreme(case, value, -1)


@claim("only_faller")
def only_faller(case: Case, _: bool) -> str | None:
    """*Hanya*: nobody else fell."""
    fell = [id_ for id_, change in _points(case).items() if change < 0]
    return None if len(fell) == 1 else case.names(fell)


holds("risers_rose", lambda case: case.get("risers") is not None, "tanpa nama")
holds("fallers_fell", lambda case: case.get("fallers") is not None, "tanpa nama")
holds("largest_risers", lambda case: case.get("risers") is not None, "tanpa nama")
holds("largest_fallers", lambda case: case.get("fallers") is not None, "tanpa nama")


@claim("largest_of_both")
def largest_of_both(case: Case, _: bool) -> str | None:
    """The largest change of all, up or down."""
    named = case.members(case.get("risers") or case.get("fallers") or ())
    most = max((abs(change) for change in _points(case).values()), default=Decimal(0))
    right = named and all(abs(_points(case).get(id_, Decimal(0))) == most for id_ in named)
    return None if right else f"{most}"


@claim("extreme_points", "decimal")
def extreme_points(case: Case, value: str) -> str | None:
    """The points that each of those named won or lost."""
    ids = case.members(case.get("risers") or case.get("fallers"))
    found = {str(abs(_points(case)[id_])) if id_ in _points(case) else "–" for id_ in ids}
    return None if found == {value} else f"{sorted(found)}"


@claim("fall_points", "decimal")
def fall_points(case: Case, value: str) -> str | None:
    """The points that each of those who fell lost, where the sentence tells who rose as well."""
    found = {str(-_points(case).get(id_, Decimal(0))) for id_ in case.members(case.get("fallers"))}
    return None if found == {value} else f"{sorted(found)}"


@claim("extreme_year", "year")
def extreme_year(case: Case, value: int) -> str | None:
    since = _edition_of(case, "extreme_year")
    return None if since and points_compare(case.edition, since) else "tidak dibandingkan"


@claim("incomparable_year", "year")
def incomparable_year(case: Case, value: int) -> str | None:
    """An earlier edition with which neither scores nor categories are compared."""
    other = _edition_of(case, "incomparable_year")
    if other is None:
        return "tidak ada edisi itu"
    compared = points_compare(case.edition, other) or categories_compare(case.edition, other)
    return "keduanya dibandingkan" if compared else None


# Who was out, and who was stopped.
def _wrong_publisher(case: Case, listed: str, value: Collection[str]) -> str | None:
    """Whose word each of them is: of all that the sentence speaks of."""
    items = case.edition.listed(listed).values()
    found = {case.edition.source(item.get("source")).get("publisher") for item in items}
    return None if len(found) == 1 and found <= set(value) else f"sumber: {found}"


def _wrong_some(case: Case, value: list[Collection[str]], found: Collection[str]) -> str | None:
    named = case.members(value)
    right = set(named) < set(found) and len(set(named)) == len(named)
    return None if right else case.names(found)


def _out(listed: str, all_: str, some: str, number: str, publisher: str) -> None:
    """The claims about those whom the edition lists as ``absent``, or as ``not_assessed``."""
    claim(all_, "series:member")(
        lambda case, value: _wrong_set(case, value, case.edition.listed(listed))
    )
    claim(some, "series:member")(
        lambda case, value: _wrong_some(case, value, case.edition.listed(listed))
    )
    equals(number, "count", lambda case: len(case.edition.listed(listed)))
    claim(publisher, "publisher")(lambda case, value: _wrong_publisher(case, listed, value))


_out("absent", "all_absent", "some_absent", "absent_number", "absences_publisher")
_out(
    "not_assessed",
    "all_not_assessed",
    "some_not_assessed",
    "not_assessed_number",
    "not_assessed_publisher",
)
_out(
    "not_returned",
    "all_not_returned",
    "some_not_returned",
    "not_returned_number",
    "not_returned_publisher",
)


@claim("stopping_stage", "stage")
def stopping_stage(case: Case, value: Collection[str]) -> str | None:
    return None if _stage(case) else f"tahap: {list(stage_names(case.edition).values())}"


def _stage(case: Case) -> str:
    named = case.get("stopping_stage", ())
    return next((id_ for id_, name in stage_names(case.edition).items() if name in named), "")


def _stopped_here(case: Case) -> list[str]:
    """Who was stopped at the stage that the sentence names."""
    found = stopped(case.edition)
    return sorted(id_ for id_ in found if stopped_at(case.edition, id_) == _stage(case))


@claim("all_stopped", "series:member")
def all_stopped(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_set(case, value, _stopped_here(case))


@claim("some_stopped", "series:member")
def some_stopped(case: Case, value: list[Collection[str]]) -> str | None:
    return _wrong_some(case, value, _stopped_here(case))


exactly(
    "stops_here_computed",
    lambda case: any(stop_is_computed(case.edition, id_) for id_ in _stopped_here(case)),
    "skor tahap itu dihitung dari jawaban",
)
equals("stopped_number", "count", lambda case: len(_stopped_here(case)))


@claim("stopping_threshold", "decimal")
def stopping_threshold(case: Case, value: str) -> str | None:
    stages = (case.edition.instrument or {}).get("stages", [])
    found = next((plain(s.get("threshold")) for s in stages if s["id"] == _stage(case)), None)
    return None if found == value else f"batas: {found}"
