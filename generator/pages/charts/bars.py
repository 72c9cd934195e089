"""Horizontal bars: how many of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.charts.axis import across, fitting
from generator.pages.markup import escape
from generator.templating import safe

ROW, FULL = 2.7, 84
"""How high a row is, in em, and how long the longest bar, in percent: its number stands after it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label, its number, ``fill`` a CSS class; ``text`` as shown beside it."""

    label: str
    number: int
    text: str
    fill: str
    color: str | None = None


def bars(items: Sequence[Bar], title: str) -> Markup:
    """Horizontal bars on a common scale from 0; an aria-label tells what they show."""
    largest = max((item.number for item in items), default=0) or 1
    parts = [
        f'<svg class="rk-chart" width="100%" height="{ROW * len(items):.1f}em" role="img"'
        f' aria-label="{escape(title)}">'
    ]
    for index, item in enumerate(items):
        y, length = index * ROW, FULL * item.number / largest
        fill = f' fill="{escape(item.color)}"' if item.color else f' class="{item.fill}"'
        parts.append(
            f'<text x="0" y="{y + 1:.1f}em">{escape(fitting(item.label))}</text>'
            f'<rect{fill} x="0" y="{y + 1.4:.1f}em" width="{across(length)}" height=".8em"></rect>'
            f'<text x="{across(length)}" dx=".4em" y="{y + 2.15:.2f}em">{escape(item.text)}</text>'
        )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
