"""The objections of an edition, and what an objection moved."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from reader.claims.case import Case, claim, equals, holds, part
from reader.naive.folder import Record
from reader.naive.objections import moves, objections, outcome

STATES = ("granted", "partly", "refused", "otherwise", "open")


def _count(case: Case, state: str) -> int:
    return sum(outcome(item) == state for _, item in objections(case.edition))


equals("objections_number", "count", lambda case: len(objections(case.edition)))
holds(
    "several_objections",
    lambda case: len(objections(case.edition)) > 1,
    "tidak lebih dari satu sanggahan",
)
part("item_granted", "words")
part("item_partly", "words")
part("item_refused", "words")
part("item_otherwise", "words")
part("item_open", "words")


@claim("objection_counts", "series:&objections_of")
def objection_counts(case: Case, value: list[dict[str, Any]]) -> str | None:
    """Of each state there is, how many; of no other."""
    said = {
        state: item["item_number"] for item in value for state in STATES if f"item_{state}" in item
    }
    found = {state: _count(case, state) for state in STATES if _count(case, state)}
    return None if said == found and len(value) == len(found) else f"sanggahan: {found}"


def _all(case: Case, state: str) -> bool:
    return _count(case, state) == len(objections(case.edition)) > 0


holds("all_granted", lambda case: _all(case, "granted"), "tidak semuanya")
holds("all_partly", lambda case: _all(case, "partly"), "tidak semuanya")
holds("all_refused", lambda case: _all(case, "refused"), "tidak semuanya")
holds("all_otherwise", lambda case: _all(case, "otherwise"), "tidak semuanya")
holds("all_open", lambda case: _all(case, "open"), "tidak semuanya")

# What one of them moved: of the region of an article, or of one that an edition names.
part("item_score_now", "decimal")
part("item_score_before", "decimal")
part("item_rank_now", "digits")
part("item_rank_before", "digits")
part("item_unmoved", "words")


def _objecting(case: Case) -> list[tuple[str, Record]]:
    named = case.get("objecting")
    region = case.member(named) if named is not None else case.region
    return [(id_, item) for id_, item in objections(case.edition) if id_ == region]


@claim("objecting", "member")
def objecting(case: Case, value: Collection[str]) -> str | None:
    return None if _objecting(case) else "tanpa sanggahan"


def _moving(case: Case, state: str) -> bool:
    return any(
        outcome(item) == state and moves(case.edition, id_, item) for id_, item in _objecting(case)
    )


holds("moving_granted", lambda case: _moving(case, "granted"), "sanggahan itu lain keputusannya")
holds("moving_partly", lambda case: _moving(case, "partly"), "sanggahan itu lain keputusannya")


@claim("moved_figures", "series:&figure_moved")
def moved_figures(case: Case, value: list[dict[str, Any]]) -> str | None:
    """The figures before and now of one of the objections, and all that is known of them."""
    known = [moves(case.edition, id_, item) for id_, item in _objecting(case)]
    said = dict(map(_figure, value))
    right = len(said) == len(value) and said in [
        {field: (str(before), str(now)) for field, (before, now) in found.items()}
        for found in known
    ]
    return None if right else f"semula dan kini: {known}"


def _figure(item: dict[str, Any]) -> tuple[str, tuple[str, str]]:
    field = "score" if "item_score_now" in item else "rank"
    now = item[f"item_{field}_now"]
    before = item.get(f"item_{field}_before", now)
    unmoved = "item_unmoved" in item
    # That it did not move is said with one figure, that it moved with two.
    return field, (str(before) if unmoved is (Decimal(before) == Decimal(now)) else "?", str(now))
