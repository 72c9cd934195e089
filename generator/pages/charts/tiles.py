"""A map of squares, one a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.markup import escape
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Tile:
    """One square of a tile map: column and row from 0, a short label, where it leads."""

    column: int
    row: int
    label: str
    title: str
    href: str
    fill: str
    ink: str
    color: str | None = None


def tiles(items: Sequence[Tile], title: str) -> Markup:
    """A map of squares, one a region, each a link: all regions are the same size on purpose."""
    if not items:
        return Markup("")
    size, gap = 48, 4
    columns = max(item.column for item in items) + 1
    rows = max(item.row for item in items) + 1
    width = columns * (size + gap)
    parts = [
        f'<svg class="rk-tiles" width="{width}" viewBox="0 0 {width} {rows * (size + gap)}"'
        f' role="group" aria-label="{escape(title)}">'
    ]
    for item in items:
        x, y = item.column * (size + gap), item.row * (size + gap)
        fill = f' fill="{escape(item.color)}"' if item.color else f' class="{item.fill}"'
        parts.append(
            f'<a href="{escape(item.href)}"><title>{escape(item.title)}</title>'
            f'<rect{fill} x="{x}" y="{y}" width="{size}" height="{size}" rx="4"></rect>'
            f'<text class="{item.ink}" font-size="{min(14, 76 / len(item.label)):.1f}"'
            f' x="{x + size / 2:g}" y="{y + size / 2 + 5:g}"'
            f' text-anchor="middle">{escape(item.label)}</text></a>'
        )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped
