"""One bar of several shares side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.charts.axis import across
from generator.pages.markup import escape
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Share:
    """So many of a kind; ``fill`` a CSS class."""

    number: int
    fill: str
    color: str | None = None


def shares(items: Sequence[Share], whole: int, title: str) -> Markup:
    """The shares of ``whole`` from left to right; what is left is empty."""
    parts = [
        '<svg class="rk-chart rk-shares" width="100%" height=".6em" role="img"'
        f' aria-label="{escape(title)}">'
        '<rect class="rk-empty" x="0" y="0" width="100%" height="100%"></rect>'
    ]
    at = 0.0
    for item in items:
        width = 100 * item.number / whole
        fill = f' fill="{escape(item.color)}"' if item.color else f' class="{item.fill}"'
        parts.append(
            f'<rect{fill} x="{across(at)}" y="0" width="{across(width)}" height="100%"></rect>'
        )
        at += width
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
