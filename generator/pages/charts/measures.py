"""Scores as bars on a track, with the middle of the peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.axis import along
from generator.pages.markup import escape
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Measure:
    """A score (0 to 100) with its name, and where the middle of the peers lies, if known."""

    label: str
    score: Decimal
    text: str
    middle: Decimal | None = None


def measures(items: Sequence[Measure], title: str) -> Markup:
    """Bars from 0 to 100 on a track, with a mark where the peers' median lies."""
    width, row, right = 380, 38, 48
    track = width - right
    parts = [
        f'<svg class="rk-bars" viewBox="0 0 {width} {row * len(items)}" role="img"'
        f' aria-label="{escape(title)}">'
    ]
    for index, item in enumerate(items):
        y = index * row
        parts.append(
            f'<text class="rk-bars__label" font-size="14" x="0" y="{y + 13}">{escape(item.label)}</text>'
            f'<rect class="rk-track" x="0" y="{y + 18}" width="{track}" height="11"></rect>'
            f'<rect class="rk-measure" x="0" y="{y + 18}" width="{along(item.score, track)}" height="11"></rect>'
            f'<text class="rk-bars__label" font-size="14" x="{track + 6}" y="{y + 29}">{escape(item.text)}</text>'
        )
        if item.middle is not None:
            x = along(item.middle, track)
            parts.append(
                f'<line class="rk-middle" x1="{x}" x2="{x}" y1="{y + 15}" y2="{y + 32}"></line>'
            )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
