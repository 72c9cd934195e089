"""Horizontal bars: how many of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.markup import escape
from generator.templating import safe

LONGEST = 46
"""Letters of a label that fit over a bar; the table below the picture has all of it."""


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
    width, row, left, right = 380, 36, 0, 30
    largest = max((item.number for item in items), default=0) or 1
    parts = [
        f'<svg class="rk-bars" viewBox="0 0 {width} {row * len(items)}" role="img"'
        f' aria-label="{escape(title)}">'
    ]
    for index, item in enumerate(items):
        y = index * row
        length = (width - left - right - 8) * item.number / largest
        fill = f' fill="{escape(item.color)}"' if item.color else f' class="{item.fill}"'
        parts.append(
            f'<text class="rk-bars__label" font-size="14" x="{left}" y="{y + 13}">{escape(_fitting(item.label))}</text>'
            f'<rect{fill} x="{left}" y="{y + 17}" width="{max(length, 1):.1f}" height="11"></rect>'
            f'<text class="rk-bars__label" font-size="14" x="{left + max(length, 1) + 5:.1f}" y="{y + 28}">'
            f"{escape(item.text)}</text>"
        )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _fitting(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"
