"""What pictures over scores from 0 to 100 have in common."""

from __future__ import annotations

from decimal import Decimal


def along(score: Decimal, length: int) -> str:
    """Where a score lies on an axis of a length, in units of the picture."""
    return f"{score * length / 100:.1f}"
