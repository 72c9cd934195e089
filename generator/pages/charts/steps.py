"""Categories over the years: a step line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.facts.model import Category
from generator.pages.charts.axis import across, fitting
from generator.pages.markup import escape
from generator.templating import safe

ROW, LEFT = 2.2, 42
"""How high a category is, in em, and how far to the right the years begin, in percent."""

LONGEST = 19
"""Letters of a name that fit before the years; the table has all of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A year: its category, or the mark of what is the case instead; what is written at the dot."""

    year: int
    category: Category | None
    mark: str = ""
    text: str = ""
    joined: bool = False
    """Whether it compares with the year before it."""


def steps(items: Sequence[Step], names: Sequence[str], title: str) -> Markup:
    """A dot per year at the height of its category, the best on top; a mark below for other years."""
    width = (100 - LEFT) / max(len(items), 1)
    places = [LEFT + width * (index + 0.5) for index in range(len(items))]
    base = len(names) * ROW + 0.9
    parts = [
        f'<svg class="rk-chart" width="100%" height="{base + 2.1:.1f}em" role="img"'
        f' aria-label="{escape(title)}">'
    ]
    for index, name in enumerate(names):
        y = _height(index)
        parts.append(
            f'<text x="0" y="{y + 0.35:.2f}em">{escape(fitting(name, LONGEST))}</text>'
            f'<line class="rk-grid" x1="{LEFT}%" x2="100%" y1="{y:.2f}em" y2="{y:.2f}em"></line>'
        )
    for index, item in enumerate(items[1:], 1):
        before = items[index - 1]
        if item.joined and item.category is not None and before.category is not None:
            parts.append(
                f'<line class="rk-way" x1="{across(places[index - 1])}" x2="{across(places[index])}"'
                f' y1="{_height(before.category.index):.2f}em"'
                f' y2="{_height(item.category.index):.2f}em"></line>'
            )
    for item, x in zip(items, places, strict=True):
        parts += _year(item, x, base)
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _year(item: Step, x: float, base: float) -> list[str]:
    at, middle = f'x="{across(x)}"', 'text-anchor="middle"'
    found = [f'<text {at} y="{base + 1.6:.2f}em" {middle}>{item.year}</text>']
    if item.category is None:
        found.append(f'<text {at} y="{base + 0.3:.2f}em" {middle}>{escape(item.mark)}</text>')
        return found
    y = _height(item.category.index)
    found.append(f'<circle class="rk-dot" cx="{across(x)}" cy="{y:.2f}em" r=".42em"></circle>')
    if item.text:
        found.append(f'<text {at} y="{y - 0.65:.2f}em" {middle}>{escape(item.text)}</text>')
    return found


def _height(index: int) -> float:
    return index * ROW + 1.3
