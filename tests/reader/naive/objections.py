"""The objections of an edition: what became of each, and what is known of what it moved."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from reader.naive.arithmetic import printed
from reader.naive.folder import Edition, Record
from reader.naive.results import rank, score, settled

MEANT = {"diterima": "granted", "diterima sebagian": "partly", "ditolak": "refused"}


def outcome(item: Record) -> str:
    """``granted``, ``partly``, ``refused``; ``otherwise`` for other words, ``open`` for none."""
    if "outcome" in item:
        return str(item["outcome"])
    if "decision" not in item:
        return "open"
    return MEANT.get(item["decision"].lower().rstrip("."), "otherwise")


def objections(edition: Edition) -> list[tuple[str, Record]]:
    """All objections of the group, each with whose it is."""
    return [
        (id_, item)
        for id_, result in edition.results.items()
        for item in result.get("objections", [])
    ]


def extreme_is_sure(new: Edition, old: Edition, named: Collection[str], direction: int) -> bool:
    """Whether no objection of which nobody knows what was decided can change whose rise (+1) or fall
    (−1) is the largest: one that is granted lifts the score of its edition by nobody knows how much."""
    then, now = (
        {id_ for id_, item in objections(edition) if outcome(item) == "open"}
        for edition in (old, new)
    )
    of_named, of_any = (then, now) if direction > 0 else (now, then)
    return not of_any and of_named.isdisjoint(named)


def moves(edition: Edition, region: str, item: Record) -> dict[str, tuple[Decimal, Decimal]]:
    """The score and the rank before an objection and now, where both are known.

    Where a correction came from another figure, what stands now is not what the objection left.
    """
    before = item.get("before", {})
    mine, place = score(edition, region), rank(edition, region)
    found = {}
    if "score" in before and mine is not None and settled(edition, region, "score"):
        found["score"] = (printed(str(before["score"]), edition.decimals), mine)
    if "rank" in before and place is not None and settled(edition, region, "rank"):
        found["rank"] = (Decimal(before["rank"]), Decimal(place.place))
    for field in list(found):
        corrected = [
            Fraction(c["from"])
            for c in edition.records("corrections")
            if c["region"] == region and c["field"] == field
        ]
        if corrected and Fraction(before[field]) not in corrected:
            del found[field]
    return found
