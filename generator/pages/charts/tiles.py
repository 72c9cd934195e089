"""A map of squares, one a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.facts.model import Category
from generator.pages.markup import escape
from generator.pages.signs import bars_path, filled_steps, width_of
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Tile:
    """One square of a tile map: column and row from 0, a short label, where it leads; below the label
    the step sign of its category, or the ``mark`` of what is the case instead."""

    column: int
    row: int
    label: str
    title: str
    href: str
    fill: str
    category: Category | None = None
    mark: str = ""


SIZE, GAP, EDGE = 48, 4, 4


def tiles(items: Sequence[Tile], title: str) -> Markup:
    """A map of squares, one a region, each a link: all regions are the same size on purpose.

    No text stands on the colour of a category: it is on a plate inside it.
    """
    if not items:
        return Markup("")
    pitch = SIZE + GAP
    width = (max(item.column for item in items) + 1) * pitch
    height = (max(item.row for item in items) + 1) * pitch
    parts = [
        f'<svg class="rk-tiles" width="{width}" viewBox="0 0 {width} {height}"'
        f' role="group" aria-label="{escape(title)}">'
    ]
    for item in items:
        x, y = item.column * pitch, item.row * pitch
        color = item.category.color if item.category else None
        fill = f' fill="{escape(color)}"' if color else f' class="{item.fill}"'
        inner = SIZE - 2 * EDGE
        parts.append(
            f'<a href="{escape(item.href)}"><title>{escape(item.title)}</title>'
            f'<rect{fill} x="{x}" y="{y}" width="{SIZE}" height="{SIZE}" rx="4"></rect>'
            f'<rect class="rk-plate" x="{x + EDGE}" y="{y + EDGE}" width="{inner}" height="{inner}"></rect>'
            f'<text class="rk-tiles__label" font-size="{min(12, 58 / len(item.label)):.1f}"'
            f' x="{x + SIZE / 2:g}" y="{y + 20}" text-anchor="middle">{escape(item.label)}</text>'
            f"{_sign(item, x, y)}</a>"
        )
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _sign(item: Tile, x: int, y: int) -> str:
    if item.category is None:
        return (
            f'<text class="rk-tiles__label" font-size="13" x="{x + SIZE / 2:g}" y="{y + 38}"'
            f' text-anchor="middle">{escape(item.mark)}</text>'
        )
    on, of = filled_steps(item.category), item.category.of
    left = x + (SIZE - width_of(item.category)) / 2
    empty = (
        f'<path class="rk-empty" d="{bars_path(on, of, left, y + 27)}"></path>' if on < of else ""
    )
    return f'<path class="rk-full" d="{bars_path(0, on, left, y + 27)}"></path>{empty}'
