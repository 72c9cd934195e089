"""A histogram of scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.axis import along
from generator.pages.markup import escape
from generator.templating import safe


def columns(counts: Sequence[int], middle: Decimal, title: str) -> Markup:
    """A histogram over 0 to 100: one column for each step, its count above, a line at ``middle``."""
    width, height, base, top = 380, 150, 128, 34
    step = width / len(counts)
    largest = max(counts, default=0) or 1
    parts = [
        f'<svg class="rk-bars" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
    ]
    for index, count in enumerate(counts):
        tall = (base - top) * count / largest
        x = index * step
        if count:
            parts.append(
                f'<rect class="rk-measure" x="{x + 1.5:.1f}" y="{base - tall:.1f}"'
                f' width="{step - 3:.1f}" height="{tall:.1f}"></rect>'
                f'<text class="rk-bars__label" font-size="13" text-anchor="middle" x="{x + step / 2:.1f}"'
                f' y="{base - tall - 4:.1f}">{count}</text>'
            )
    at_middle = along(middle, width)
    parts.append(
        f'<line class="rk-axis" x1="0" x2="{width}" y1="{base}" y2="{base}"></line>'
        f'<line class="rk-middle" x1="{at_middle}" x2="{at_middle}" y1="14" y2="{base}"></line>'
        + "".join(
            f'<text class="rk-bars__label" font-size="13" text-anchor="{anchor}" x="{along(Decimal(at), width)}"'
            f' y="{base + 17}">{at}</text>'
            for at, anchor in ((0, "start"), (50, "middle"), (100, "end"))
        )
    )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
