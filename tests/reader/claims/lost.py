"""That all who had the best category in an earlier edition fell out of it."""

from __future__ import annotations

from collections.abc import Collection

from reader.claims.case import Case, claim, exactly, holds
from reader.claims.moved_since import fewest_steps, own_base
from reader.naive.folder import Edition
from reader.naive.groups import count_of, with_category
from reader.naive.history import categories_compare, earlier


def _base(case: Case) -> Edition | None:
    """The year that is named: the latest edition that compares in which anybody has a category."""
    known = (
        e
        for e in earlier(case.edition)
        if categories_compare(case.edition, e) and any(with_category(e, name) for name in e.names)
    )
    found = next(known, None)
    return found if found is not None and found.year == case.get("lost_year", found.year) else None


def _had(case: Case) -> frozenset[str]:
    base = _base(case)
    return with_category(base, base.names[0]) if base else frozenset()


@claim("lost_year", "year")
def lost_year(case: Case, _: int) -> str | None:
    return None if _base(case) else "bukan edisi terakhir yang sebanding"


@claim("lost_category", "category")
def lost_category(case: Case, value: Collection[str]) -> str | None:
    base = _base(case)
    return None if base and base.names[0] in value else "bukan kategori tertinggi"


@claim("lost_all", "together")
def lost_all(case: Case, value: int) -> str | None:
    return None if len(_had(case)) == value else case.names(_had(case))


def _more_unknown(case: Case) -> bool:
    """Whether others may have had it too."""
    base = _base(case)
    found = count_of(base, base.names[0]) if base else None
    return found is not None and not found[1]


exactly("lost_of_known", _more_unknown, "kategori sebagian belum diketahui")


@claim("lost_one", "member")
def lost_one(case: Case, value: Collection[str]) -> str | None:
    return None if {case.member(value)} == _had(case) else case.names(_had(case))


@claim("lost_alone")
def lost_alone(case: Case, _: bool) -> str | None:
    base = _base(case)
    return None if base and count_of(base, base.names[0]) == (1, True) else "ada yang lain"


@claim("lost_named", "series:member")
def lost_named(case: Case, value: list[Collection[str]]) -> str | None:
    named = case.members(value)
    return None if sorted(named) == sorted(_had(case)) else case.names(_had(case))


def _all_fell(case: Case) -> bool:
    base = _base(case)
    return base is not None and all(
        (own := own_base(case.edition, id_)) is not None
        and own.year == base.year
        and fewest_steps(case.edition, id_, base) < 0
        for id_ in _had(case)
    )


holds("lost_fell", _all_fell, "tidak semua turun")
