"""What changed since the edition with which a region's result is compared, and targets."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal

from reader.claims.case import Case, claim, equals, exactly, holds
from reader.claims.rank import wrong_of, wrong_place
from reader.naive.folder import Edition
from reader.naive.groups import may_have_moved, point_changes
from reader.naive.history import (
    absent_before,
    category_base,
    earlier,
    had_another,
    held,
    points,
    rank_base,
    rank_before,
    score_base,
    steps,
)
from reader.naive.objections import extreme_is_sure
from reader.naive.results import (
    category,
    exact_score,
    has_result,
    rank,
    score,
)


def sign(number: Decimal | int | None) -> int:
    """+1, −1, or 0 where nothing moved or nothing is known."""
    return 0 if not number else 1 if number > 0 else -1


def year_of(edition: Edition | None) -> int | None:
    return edition.year if edition else None


# Categories.
equals("category_moved", "direction", lambda case: sign(steps(case.edition, case.region)))
equals("category_steps", "count", lambda case: abs(steps(case.edition, case.region) or 0))
equals("category_year", "year", lambda case: year_of(category_base(case.edition, case.region)))
holds(
    "since_last_year",
    lambda case: year_of(category_base(case.edition, case.region)) == case.edition.year - 1,
    "pembandingnya bukan tahun sebelumnya",
)
holds("category_held", lambda case: steps(case.edition, case.region) == 0, "kategorinya berubah")
holds(
    "category_kept",
    lambda case: (
        steps(case.edition, case.region) == 0
        and year_of(category_base(case.edition, case.region)) == case.edition.year - 1
    ),
    "kategorinya berubah, atau edisi tahun sebelumnya tidak diketahui",
)


@claim("category_back")
def category_back(case: Case, _: bool) -> str | None:
    """*Kembali*: the same as then, after another or none; or announced once more, a year later."""
    base = category_base(case.edition, case.region)
    if base is None or steps(case.edition, case.region) != 0:
        return "kategorinya berubah"
    if case.says("announced") and base.year == case.edition.year - 1:
        return None
    between = [e for e in earlier(case.edition) if e.year > base.year]
    left = any(had_another(e, case.region, category(base, case.region)) for e in between)
    return None if left else "tidak diketahui apakah kategorinya pernah lain"


equals("held_editions", "count", lambda case: held(case.edition, case.region)[0])
equals("held_ordinal", "ordinal", lambda case: held(case.edition, case.region)[0])
equals("held_since", "year", lambda case: held(case.edition, case.region)[1])


equals("held_throughout", "year", lambda case: held(case.edition, case.region)[1])


@claim("category_before", "category")
def category_before(case: Case, value: Collection[str]) -> str | None:
    base = category_base(case.edition, case.region)
    found = category(base, case.region) if base else None
    return None if found in value else f"kategori {year_of(base)}: {found}"


# Points.
equals("points_moved", "direction", lambda case: sign(points(case.edition, case.region)))
equals("points", "decimal", lambda case: _absolute(points(case.edition, case.region)))
equals("points_year", "year", lambda case: year_of(score_base(case.edition, case.region)))
holds(
    "points_since_last_year",
    lambda case: year_of(score_base(case.edition, case.region)) == case.edition.year - 1,
    "pembandingnya bukan tahun sebelumnya",
)


@claim("points_hidden")
def points_hidden(case: Case, _: bool) -> str | None:
    """*Hampir tidak berubah*: the digits hide a difference."""
    return None if _hidden(case) is True else "skornya berubah, atau sama persis"


@claim("points_equal")
def points_equal(case: Case, _: bool) -> str | None:
    """*Sama seperti*: the same score, in every digit that is known."""
    return None if _hidden(case) is False else "skornya tidak sama persis"


def _hidden(case: Case) -> bool | None:
    """Whether two scores differ that are printed alike; None where they are not."""
    base = score_base(case.edition, case.region)
    if base is None or points(case.edition, case.region) != 0:
        return None
    return exact_score(case.edition, case.region) != exact_score(base, case.region)


holds("points_rose", lambda case: sign(points(case.edition, case.region)) > 0, "skornya tidak naik")
holds(
    "points_fell", lambda case: sign(points(case.edition, case.region)) < 0, "skornya tidak turun"
)


def _absolute(number: Decimal | None) -> Decimal | None:
    return None if number is None else abs(number)


@claim("points_before", "decimal")
def points_before(case: Case, value: str) -> str | None:
    base = score_base(case.edition, case.region)
    found = score(base, case.region) if base else None
    return None if str(found) == value else f"skor {year_of(base)}: {found}"


# Ranks.
def _all_moves(case: Case) -> set[int]:
    """The places won, by every value that was published for the rank and for the earlier one."""
    mine, before = rank(case.edition, case.region), rank_before(case.edition, case.region)
    if mine is None or before is None:
        return set()
    return {
        was - now for now in (mine.place, *mine.others) for was in (before.place, *before.others)
    }


@claim("places_moved", "direction")
def places_moved(case: Case, value: int) -> str | None:
    """A direction that holds for every published value."""
    found = {sign(move) for move in _all_moves(case)}
    return None if found == {value} else f"{sorted(_all_moves(case))}"


equals("rank_year", "year", lambda case: year_of(rank_base(case.edition, case.region)))


@claim("places_same")
def places_same(case: Case, _: bool) -> str | None:
    """*Sama seperti*: the same place among the same number, which both editions say."""
    mine, before = rank(case.edition, case.region), rank_before(case.edition, case.region)
    of = {found.of for found in (mine, before) if found is not None}
    right = _all_moves(case) == {0} and len(of) == 1 and None not in of
    return None if right else f"{sorted(_all_moves(case))}, {of}"


exactly(
    "same_place",
    lambda case: _all_moves(case) == {0} and not _two_numbers(case),
    "tempatnya sama, dan tidak diketahui bahwa banyaknya lain",
)


def _two_numbers(case: Case) -> bool:
    found = (rank(case.edition, case.region), rank_before(case.edition, case.region))
    return len({one.of for one in found if one is not None and one.of is not None}) == 2


@claim("rank_before", "digits")
def place_before(case: Case, value: int) -> str | None:
    return wrong_place(rank_before(case.edition, case.region), value)


@claim("rank_before_of", "digits")
def of_before(case: Case, value: int) -> str | None:
    return wrong_of(rank_before(case.edition, case.region), value)


@claim("rank_values_before", "series:digits")
def rank_values_before(case: Case, value: list[int]) -> str | None:
    before = rank_before(case.edition, case.region)
    found = [before.place, *before.others] if before else []
    right = len(found) > 1 and sorted(found) == sorted(value)
    return None if right else f"{found}"


holds("rank_better", lambda case: {sign(n) for n in _all_moves(case)} == {1}, "tidak lebih tinggi")
holds("rank_worse", lambda case: {sign(n) for n in _all_moves(case)} == {-1}, "tidak lebih rendah")
holds("both_ranks", lambda case: len(case.get("rank_values_before", ())) == 2, "bukan dua nilai")
holds("all_ranks", lambda case: len(case.get("rank_values_before", ())) > 2, "bukan lebih dari dua")


# The largest of a group. Where a sentence names or counts the set, it speaks of those whose change
# is known; where it does not, of the whole group, and no change of it may be unknown.
def _moves(case: Case) -> dict[str, Decimal]:
    base = score_base(case.edition, case.region)
    return dict(point_changes(case.edition, base)) if base else {}


def _largest(case: Case, direction: int) -> bool:
    moves = {id_: change * direction for id_, change in _moves(case).items()}
    mine = moves.get(case.region, Decimal(0))
    first = [id_ for id_, change in moves.items() if change == mine]
    return mine > 0 and mine == max(moves.values()) and _sure(case, first, direction)


def _sure(case: Case, named: Collection[str], direction: int) -> bool:
    base = score_base(case.edition, case.region)
    return base is not None and extreme_is_sure(case.edition, base, named, direction)


def _only_fall(case: Case) -> bool:
    fell = [id_ for id_, change in _moves(case).items() if sign(change) < 0]
    return fell == [case.region] and _sure(case, fell, -1)


def _whole(case: Case) -> bool:
    base = score_base(case.edition, case.region)
    return base is not None and not may_have_moved(case.edition, base)


def _superlative(role: str, true: Callable[[Case], bool], otherwise: str) -> None:
    """A claim over a set that is named (``…_of``), and the same over the whole group."""
    holds(f"{role}_of", true, otherwise)

    @claim(role)
    def of_all(case: Case, _: bool) -> str | None:
        if true(case) and not _whole(case):
            return "ada perubahan yang belum diketahui"
        return None if true(case) else otherwise


_superlative("largest_rise", lambda case: _largest(case, 1), "kenaikan lain lebih besar")
_superlative("largest_fall", lambda case: _largest(case, -1), "penurunan lain lebih besar")
_superlative("only_fall", _only_fall, "skor lain juga turun")
holds("both_years_scored", _whole, "ada skor akhir yang belum diketahui")
equals("number_compared", "count", lambda case: len(_moves(case)))


# Editions with which nothing compares, and years without a result.
@claim("incomparable")
def incomparable(case: Case, _: bool) -> str | None:
    """There was a result before, and neither its score nor its category is compared with this one."""
    before = [e for e in earlier(case.edition) if has_result(e, case.region)]
    compared = score_base(case.edition, case.region) or category_base(case.edition, case.region)
    if compared:
        return f"hasil ini dibandingkan dengan {compared.year}"
    return None if before else "tidak ada hasil sebelumnya"


@claim("absent_years", "series:year")
def absent_years(case: Case, value: list[int]) -> str | None:
    """Years in which the region was absent; an article tells all of its organizer's editions that
    lie right before it, or the edition before it, whoever organized that."""
    editions = case.site.of_region(case.region)
    absent = {e.year for e in editions if case.region in e.listed("absent")}
    if case.kind == "article":
        latest = {e.year for e in editions if e.year < case.edition.year}
        run = set(absent_before(case.edition, case.region))
        before = absent & {max(latest, default=0)}
        absent = before if before and set(value) == before and not before & run else run or before
    return None if set(value) == absent else f"tidak ikut serta: {sorted(absent)}"


@claim("absent_years_publisher", "publisher")
def absent_years_publisher(case: Case, value: Collection[str]) -> str | None:
    """Whose word each of those absences is."""
    for edition in case.site.of_region(case.region):
        if edition.year in case.get("absent_years"):
            source = edition.listed("absent").get(case.region, {}).get("source")
            found = edition.source(source).get("publisher")
            if found not in value:
                return f"sumber {edition.year}: {found}"
    return None
