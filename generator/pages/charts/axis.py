"""What pictures have in common: they grow with the page, their texts with the letters.

A picture has no ``viewBox``: widths are in percent, heights in em, so that its texts never shrink.
"""

from __future__ import annotations

from decimal import Decimal


def across(share: Decimal | float) -> str:
    """A place or a width from left to right, in percent of the picture."""
    return f"{float(share):.2f}".rstrip("0").rstrip(".") + "%"


LONGEST = 46
"""Letters of a label that fit on a line of a phone; the table below the picture has all of it."""


def fitting(label: str, most: int = LONGEST) -> str:
    """A label that fits on its line."""
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"
