"""What was published of a group as a whole, and how far from it the score of a region is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reader.claims.case import Case, equals, holds
from reader.naive.arithmetic import less, printed
from reader.naive.results import score, score_is_computed

FIELDS = {"overall_score": ("overall_national", "overall_whole"), "mean_score": ("overall_mean",)}


def _figures(case: Case) -> Iterator[tuple[str, Decimal]]:
    """Each that sources agree on, by its field."""
    for field in FIELDS:
        told = case.edition.settings.get(field)
        told = told if isinstance(told, dict) else {"value": told}
        values = {told.get("value"), *(other["value"] for other in told.get("others", []))}
        value = values.pop()
        if not values and value is not None:
            yield field, printed(str(value), case.edition.decimals)


def _said(case: Case) -> Decimal | None:
    """The one of which the sentence speaks: in an article the first of them."""
    found = dict(_figures(case))
    if case.kind == "article":
        return next(iter(found.values()), None)
    named = [field for field, roles in FIELDS.items() if any(map(case.says, roles))]
    return found.get(named[0]) if named else None


def _points(case: Case) -> Decimal | None:
    mine, whole = score(case.edition, case.region), _said(case)
    if mine is None or whole is None or score_is_computed(case.edition, case.region):
        return None
    return less(mine, whole)


def _provinces(case: Case) -> bool:
    return all(case.site.regions[id_]["kind"] == "provinsi" for id_ in case.edition.members)


def _first(case: Case) -> str:
    return next((field for field, _ in _figures(case)), "")


equals("overall_score", "decimal", _said)
equals("overall_points", "decimal", lambda case: abs(_points(case) or Decimal(0)) or None)
holds("over_overall", lambda case: (_points(case) or 0) > 0, "skornya tidak di atas")
holds("under_overall", lambda case: (_points(case) or 0) < 0, "skornya tidak di bawah")
holds(
    "overall_near",
    lambda case: abs(_points(case) or case.edition.maximum) * 50 <= case.edition.maximum,
    "jauh dari skor itu",
)
holds("overall_national", _provinces, "bukan kelompok provinsi")
holds("overall_whole", lambda case: not _provinces(case), "kelompok provinsi")
holds(
    "overall_mean",
    lambda case: case.kind != "article" or _first(case) == "mean_score",
    "skor seluruh kelompok diketahui",
)
