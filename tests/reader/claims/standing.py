"""What sets a region apart: alone in its category, best or last of some, and who is next to it."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, equals, holds
from reader.claims.change import sign
from reader.claims.rank import own_rank
from reader.naive.folder import Edition
from reader.naive.groups import (
    category_changes,
    category_open,
    count_of,
    is_partial,
    participants,
    reached_bounds,
)
from reader.naive.history import category_base
from reader.naive.results import category, rank, score, settled
from reader.naive.standing import (
    is_bottom_of_category,
    is_top_of_category,
    is_top_of_kind,
    neighbours_below,
    places,
    who_is,
)


@claim("sole_in_category")
def sole_in_category(case: Case, _: bool) -> str | None:
    """*Satu-satunya*: one has the category, exactly, and it is this one."""
    found = count_of(case.edition, category(case.edition, case.region) or "")
    return None if found == (1, True) else f"{found}"


@claim("kept_alone")
def kept_alone(case: Case, _: bool) -> str | None:
    """*Satu-satunya* of two years: one had the category before, exactly, this one, which has it still."""
    base = category_base(case.edition, case.region)
    mine = category(case.edition, case.region)
    if base is None or mine is None or category(base, case.region) != mine:
        return "tidak tetap"
    found = count_of(base, mine)
    return None if found == (1, True) else f"{found}"


holds(
    "top_of_category",
    lambda case: is_top_of_category(case.edition, case.region),
    "ada yang di atasnya dengan kategori itu, atau tidak diketahui",
)
holds(
    "bottom_of_category",
    lambda case: is_bottom_of_category(case.edition, case.region),
    "ada yang di bawahnya dengan kategori itu, atau tidak diketahui",
)
holds(
    "top_of_kind",
    lambda case: is_top_of_kind(case.edition, case.region),
    "ada yang sejenis di atasnya, atau tidak diketahui",
)


def _first_places(case: Case) -> int:
    """The first three, of thirty or more the first ten."""
    mine = own_rank(case)
    return 10 if mine is not None and (mine.of or 0) >= 30 else 3


@claim("own_kind", "kind")
def own_kind(case: Case, value: Collection[str]) -> str | None:
    found = case.site.regions[case.region]["kind"]
    return None if found in value else str(found)


@claim("last_of_all")
def last_of_all(case: Case, _: bool) -> str | None:
    """The place is as low as there are places, and nobody shares it."""
    mine = rank(case.edition, case.region)
    alone = mine is not None and len(who_is(case.edition, mine.place)) == 1
    return None if mine and mine.place == mine.of and alone else f"{mine}"


holds(
    "over_near",
    lambda case: neighbours_below(case.edition, case.region) is not None,
    "ada tetangga di atasnya, atau tidak diketahui",
)
equals("all_near", "together", lambda case: neighbours_below(case.edition, case.region))


def _beside(case: Case, step: int) -> str:
    """The one who is that many places below (above: negative); "" unless it is one alone."""
    mine = places(case.edition).get(case.region)
    if mine is None or (step > 0 and len(who_is(case.edition, mine)) > 1):
        return ""
    found = who_is(case.edition, mine + step)
    return found[0] if len(found) == 1 else ""


def _next(role: str, step: int) -> None:
    """Who is right above or below, and the score of that one."""

    @claim(role, "member")
    def name(case: Case, value: Collection[str]) -> str | None:
        found = _beside(case, step)
        return None if found and found in value else case.names([found])

    @claim(f"{role}_score", "decimal")
    def points(case: Case, value: str) -> str | None:
        found = score(case.edition, _beside(case, step))
        return None if found is not None and str(found) == value else f"{found}"


_next("next_above", -1)
_next("next_below", 1)
holds(
    "one_above",
    lambda case: places(case.edition).get(case.region) == 2,
    "tidak tepat satu yang di atasnya",
)
holds(
    "next_of_first",
    lambda case: places(case.edition).get(case.region, 9) <= 3,
    "tidak di antara tiga yang pertama",
)
holds(
    "under_next",
    lambda case: 1 < places(case.edition).get(case.region, 99) <= _first_places(case),
    "bukan di antara yang pertama",
)


@claim("in_the_middle")
def in_the_middle(case: Case, _: bool) -> str | None:
    """As many places are above as below, and nobody shares one."""
    mine, listed = own_rank(case), sorted(places(case.edition).values())
    found = mine is not None and mine.of is not None and 2 * mine.place == mine.of + 1
    return None if found and len(set(listed)) == len(listed) else f"{mine}"


@claim("short_of")
def short_of(case: Case, _: bool) -> str | None:
    """The gap that is named is there: the check of its points says how large."""
    return None if case.get("gap") and case.get("next_category") else "tanpa selisih"


def _base(case: Case) -> Edition | None:
    return category_base(case.edition, case.region)


def _changes(case: Case) -> dict[str, int]:
    base = _base(case)
    return category_changes(case.edition, base) if base else {}


equals("moved_known", "count", lambda case: len(_changes(case)))


@claim("only_mover")
def only_mover(case: Case, _: bool) -> str | None:
    """Nobody else moved that way by category."""
    moves = {id_: sign(steps) for id_, steps in _changes(case).items()}
    same = [id_ for id_, way in moves.items() if way == case.get("category_moved")]
    same += [
        id_
        for id_ in moves
        if id_ not in same and _by_bounds(case, id_) == case.get("category_moved")
    ]
    return None if same == [case.region] else case.names(same)


def _by_bounds(case: Case, region: str) -> int:
    """The way in which a region moved by the bounds of one of the two editions, whatever was announced."""
    base = _base(case)
    found, before = score(case.edition, region), category(base, region) if base else None
    edition = next((e for e in (case.edition, base) if e and reached_bounds(e)), None)
    if edition is None or found is None or before is None or base is None:
        return 0
    if not settled(case.edition, region, "score"):
        return 0
    now = next((n for n, least in enumerate(reached_bounds(edition)) if found >= least), None)
    return 0 if now is None else sign(base.names.index(before) - now)


@claim("sole_step")
def sole_step(case: Case, _: bool) -> str | None:
    """Nobody else moved that way by category, and nobody else's change can be one."""
    base = _base(case)
    if base is None:
        return "tanpa edisi pembanding"
    known = _changes(case)
    open_ = category_open(case.edition) & category_open(base)
    open_ |= {id_ for id_ in case.edition.members if id_ not in known and _may(case, base, id_)}
    if open_ or is_partial(case.edition):
        return f"ada yang perubahannya belum diketahui: {case.names(open_)}"
    return only_mover(case, True)


def _may(case: Case, base: Edition, region: str) -> bool:
    """Whether there may be a category in both editions that is not known in one of them."""
    return not any(
        category(e, region) is None and region not in category_open(e) for e in (case.edition, base)
    )


@claim("moved_of_all", "count")
def moved_of_all(case: Case, value: int) -> str | None:
    """All who took part, and of all of them it is known how they moved."""
    found = len(_changes(case))
    return None if value == found == participants(case.edition) else f"{found}"


@claim("sole_other")
def sole_other(case: Case, _: bool) -> str | None:
    """*Satu-satunya yang tidak*: all other participants have that category, exactly."""
    found = count_of(case.edition, _of_others(case))
    taking = participants(case.edition)
    own = category(case.edition, case.region)
    right = taking is not None and found == (taking - 1, True) and own != _of_others(case)
    return None if right and own else f"{found} dari {taking}"


def _of_others(case: Case) -> str:
    return next(iter(case.get("category_of_others", ())), "")


@claim("category_of_others", "category")
def category_of_others(case: Case, value: Collection[str]) -> str | None:
    """A better one than the own."""
    names, own = case.edition.names, category(case.edition, case.region)
    found = _of_others(case)
    right = found in names and own in names and names.index(found) < names.index(str(own))
    return None if right else f"{own}"


@claim("back_up")
def back_up(case: Case, _: bool) -> str | None:
    """*Kembali ke*: the category that is named is the one that it fell from."""
    base = _base(case)
    before = category(base, case.region) if base else None
    names = case.edition.names
    mine = category(case.edition, case.region)
    fell = before in names and mine in names and names.index(before) < names.index(mine)
    return (
        None if fell and before in case.get("next_category") else f"kategori sebelumnya: {before}"
    )
