"""A map of squares, one a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.facts.model import Category
from generator.pages.charts.axis import across
from generator.pages.markup import escape
from generator.pages.signs import sign_on_plate, signs_of_map
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


FEW_COLUMNS = 5
"""So many columns share the width of a phone; more keep their width, and the map is moved sideways."""

WIDE, HIGH = 4.4, 4.0
"""A square with the room around it, in em: its width where it has one of its own, its height."""


PHONE = 25.2
"""How wide a page is on a narrow phone, in em."""

LETTERS = {0.3: "fijlrtI.,'’ -", 0.84: "mwMW", 0.68: "ABCDEFGHJKLNOPQRSTUVXYZ"}
"""How wide letters are about, in em, that are not as wide as most."""


def fits(label: str, columns: int) -> bool:
    """Whether a label has room on the plate of a tile, on a phone, in a map of so many columns."""
    pitch = PHONE / columns if columns <= FEW_COLUMNS else WIDE
    return breadth(label) <= pitch * 0.86


def breadth(label: str) -> float:
    """About how wide a label is, in em."""
    return sum(next((w for w, found in LETTERS.items() if one in found), 0.56) for one in label)


def tiles(items: Sequence[Tile], title: str, ident: str = "petak") -> Markup:
    """A map of squares, one a region, each a link: all regions are the same size on purpose.

    No text stands on the colour of a category: it is on a plate inside it. ``ident`` begins the ids of
    its signs, no other picture of the page has it.
    """
    if not items:
        return Markup("")
    columns = max(item.column for item in items) + 1
    rows = max(item.row for item in items) + 1
    width = "100%" if columns <= FEW_COLUMNS else f"{columns * WIDE:.1f}em"
    parts = [
        f'<svg class="rk-chart rk-tiles" width="{width}" height="{rows * HIGH:.1f}em"'
        f' role="group" aria-label="{escape(title)}">',
        signs_of_map((item.category for item in items), ident),
    ]
    parts += [_tile(item, 100 / columns, ident) for item in items]
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _tile(item: Tile, pitch: float, ident: str) -> str:
    """A square in a picture of its own, so that what is in it is placed from its own corner."""
    color = item.category.color if item.category else None
    fill = f' fill="{escape(color)}"' if color else f' class="{item.fill}"'
    return (
        f'<a href="{escape(item.href)}"><title>{escape(item.title)}</title>'
        f'<svg x="{across(item.column * pitch)}" y="{item.row * HIGH:g}em" width="{across(pitch)}"'
        f' height="{HIGH:g}em">'
        f'<rect{fill} x="1.5%" y=".15em" width="97%" height="{HIGH - 0.3:.1f}em" rx="4"></rect>'
        f'<rect class="rk-plate" x="7%" y=".5em" width="86%" height="{HIGH - 1:.1f}em"></rect>'
        f'<text x="50%" y="1.85em" text-anchor="middle">{escape(item.label)}</text>'
        f"{_sign(item, ident)}</svg></a>"
    )


def _sign(item: Tile, ident: str) -> str:
    if item.category is None:
        return f'<text x="50%" y="3.2em" text-anchor="middle">{escape(item.mark)}</text>'
    return sign_on_plate(item.category, ident, "2.3em")
