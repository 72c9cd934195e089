"""A score among the known ones of a group in which nobody is ranked."""

from __future__ import annotations

from typing import Any

from reader.claims.case import Case, claim
from reader.naive.arithmetic import less
from reader.naive.beside import sure_scores
from reader.naive.results import score


def _others(case: Case) -> list[Any]:
    known = sure_scores(case.edition)
    return [value for id_, value in known.items() if id_ != case.region]


@claim("level_scored", "series:&name_and_score")
def level_scored(case: Case, value: list[dict[str, Any]]) -> str | None:
    """All who are less than half a point of a hundred away, the highest first, with their scores."""
    known, mine = sure_scores(case.edition), score(case.edition, case.region)
    told = [(case.member(one["item_region"]), one.get("item_score")) for one in value]
    found = sorted(
        (
            (id_, other)
            for id_, other in known.items()
            if id_ != case.region
            and mine is not None
            and abs(less(other, mine)) * 200 < case.edition.maximum
        ),
        key=lambda item: -item[1],
    )
    return None if told == [(id_, str(other)) for id_, other in found] else f"{found}"


@claim("almost_level")
def almost_level(case: Case, _: bool) -> str | None:
    """Nobody has the very same score: that would not be almost."""
    mine = score(case.edition, case.region)
    return "skornya sama" if mine in _others(case) else None
