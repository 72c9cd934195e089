"""How a region's score and rank went on over the years."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

from reader.claims.case import Case, claim, part
from reader.claims.change import sign
from reader.claims.running import editions, in_year
from reader.naive.folder import Edition
from reader.naive.history import places, points_compare, rank_base
from reader.naive.results import rank, score, settled

part("item_score_moved", "direction")
part("item_score_from", "decimal")
part("item_score_since", "year")
part("item_score_to", "decimal")
part("item_score_in", "year")


def _scored(case: Case, since: int) -> list[Edition]:
    """The editions with a score of the region from a year on, oldest first."""
    found = [e for e in reversed(editions(case)) if score(e, case.region) is not None]
    return [e for e in found if e.year >= since]


def _wrong_score(case: Case, year: int, said: Decimal | str) -> str | None:
    edition = in_year(case, year)
    found = score(edition, case.region) if edition else None
    return None if str(found) == str(said) else f"skor {year}: {found}"


@claim("score_moves", "series:&score_step")
def score_moves(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Each rise and fall, one after the other, to the latest score that is another one."""
    since = value[0].get("item_score_since")
    if since is None:
        return "tidak ada awalnya"
    found = _scored(case, since)
    if not all(settled(e, case.region, "score") for e in found) or not all(
        points_compare(new, old) for old, new in pairwise(found)
    ):
        return "tidak sebanding"
    wrong = [_wrong_score(case, since, value[0]["item_score_from"])]
    at, before = since, score(found[0], case.region)
    for item in value:
        year, now = item["item_score_in"], Decimal(str(item["item_score_to"]))
        between = [score(e, case.region) or Decimal(0) for e in found if at <= e.year <= year]
        wrong.append(_wrong_score(case, year, item["item_score_to"]))
        moves = {sign(new - old) for old, new in pairwise(between)} - {0}
        if before is None or moves != {item["item_score_moved"]}:
            wrong.append(f"{at}–{year}: {between}")
        at, before = year, now
    rest = {score(e, case.region) for e in found if e.year >= at}
    return "; ".join(filter(None, wrong)) or (None if len(rest) == 1 else f"kemudian: {rest}")


# The rank against that of an earlier edition.
def _ranked(case: Case) -> Edition | None:
    """The latest edition with a rank of the region."""
    return next((e for e in editions(case) if rank(e, case.region) is not None), None)


@claim("rank_moved", "direction")
def rank_moved(case: Case, value: int) -> str | None:
    found = _ranked(case)
    return None if found and sign(places(found, case.region)) == value else "arah lain"


@claim("rank_moved_from", "digits")
def rank_moved_from(case: Case, value: int) -> str | None:
    found = _ranked(case)
    base = rank_base(found, case.region) if found else None
    before = rank(base, case.region) if base else None
    return None if before and before.place == value and not before.others else f"{before}"


@claim("rank_moved_from_of", "digits")
def rank_moved_from_of(case: Case, value: int) -> str | None:
    found = _ranked(case)
    base = rank_base(found, case.region) if found else None
    before = rank(base, case.region) if base else None
    return None if before and before.of == value else f"{before}"


@claim("rank_moved_since", "year")
def rank_moved_since(case: Case, value: int) -> str | None:
    found = _ranked(case)
    base = rank_base(found, case.region) if found else None
    return None if base and base.year == value else f"{base and base.year}"


@claim("rank_moved_to", "digits")
def rank_moved_to(case: Case, value: int) -> str | None:
    found = _ranked(case)
    now = rank(found, case.region) if found else None
    return None if now and now.place == value and not now.others else f"{now}"


@claim("rank_moved_of", "digits")
def rank_moved_of(case: Case, value: int) -> str | None:
    found = _ranked(case)
    now = rank(found, case.region) if found else None
    return None if now and now.of == value else f"{now}"


@claim("rank_moved_in", "year")
def rank_moved_in(case: Case, value: int) -> str | None:
    found = _ranked(case)
    return None if found and found.year == value else f"{found and found.year}"
