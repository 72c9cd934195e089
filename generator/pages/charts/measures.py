"""Scores as bars on a track, with the middle of the peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.axis import across, fitting
from generator.pages.markup import escape
from generator.templating import safe

LONGEST = 38
"""Letters of a label that fit beside the figure; the list below the picture has all of it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A score (0 to 100) with its name, and where the middle of the peers lies, if known."""

    label: str
    score: Decimal
    text: str
    middle: Decimal | None = None
    weight: Decimal = Decimal(0)
    """How much it counts: the height of its bar."""


LOWEST, HIGHEST = 0.4, 1.3
"""How high the bar of no weight and that of the largest are, in em."""


def measures(items: Sequence[Measure], title: str) -> Markup:
    """Bars from 0 to 100 on a track, with a mark where the peers' median lies."""
    largest = max((item.weight for item in items), default=Decimal(0)) or Decimal(1)
    parts, y = [], 0.0
    for item in items:
        tall = LOWEST + (HIGHEST - LOWEST) * float(item.weight / largest)
        parts.append(
            f'<text x="0" y="{y + 1:.2f}em">{escape(fitting(item.label, LONGEST))}</text>'
            f'<text x="100%" y="{y + 1:.2f}em" text-anchor="end">{escape(item.text)}</text>'
            f'<rect class="rk-track" x="0" y="{y + 1.4:.2f}em" width="100%" height="{tall:.2f}em"></rect>'
            f'<rect class="rk-measure" x="0" y="{y + 1.4:.2f}em" width="{across(item.score)}"'
            f' height="{tall:.2f}em"></rect>'
        )
        if item.middle is not None:
            x = across(item.middle)
            parts.append(
                f'<line class="rk-middle" x1="{x}" x2="{x}" y1="{y + 1.2:.2f}em"'
                f' y2="{y + 1.6 + tall:.2f}em"></line>'
            )
        y += 2 + tall
    parts.insert(
        0,
        f'<svg class="rk-chart" width="100%" height="{y:.2f}em" role="img" aria-label="{escape(title)}">',
    )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
