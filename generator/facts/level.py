"""Whose score is almost that of another, where nobody is ranked: some scores are missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.evaluation.model import Evaluation
from generator.facts.own_word import has_firm_score
from generator.facts.rows import Row
from generator.format import Region

FEW = 3
"""Of so many it is told that their scores are almost one's own; more are a crowd."""


def almost_level(evaluation: Evaluation, rows: Iterable[Row]) -> dict[str, tuple[Region, ...]]:
    """By body the others, one to three, whose score is less than half a point of a hundred away, the
    highest first; of nobody where somebody is ranked, nor where one of them has the very same score."""
    rows = tuple(rows)
    if any(row.rank for row in rows):
        return {}
    sure = filter(has_firm_score, rows)
    ordered = sorted(sure, key=_score)
    found = {}
    for at, row in enumerate(ordered):
        # Of thousands only the next few are looked at: who has more of them on one side has a crowd.
        beside = (*ordered[max(0, at - FEW - 1) : at], *ordered[at + 1 : at + FEW + 2])
        apart = [(abs(_score(other) - _score(row)), other.region) for other in beside]
        close = [region for points, region in apart if points < evaluation.near]
        if 0 < len(close) <= FEW and all(points for points, _ in apart):
            found[row.region.id] = tuple(reversed(close))
    return found


def _score(row: Row) -> Decimal:
    return row.score.known
