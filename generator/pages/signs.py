"""Signs that say without colour what a word beside them says: the step sign of a category."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from generator.facts.model import Category
from generator.pages.markup import escape
from generator.templating import safe

BAR, PITCH, HEIGHT = 4, 6, 12
"""How wide a bar is, how far it is from one to the next, how high they are."""


def filled_steps(category: Category) -> int:
    """How many of its bars are filled: all of the best category, one of the last."""
    return category.of - category.index


def bars_path(first: int, last: int, x: float = 0, y: float = 0) -> str:
    """The outline of some bars, the first of all at (x, y)."""
    return "".join(f"M{x + at * PITCH:g} {y:g}h{BAR}v{HEIGHT}h-{BAR}z" for at in range(first, last))


def width_of(category: Category) -> int:
    """How wide the sign of a category is: as many bars as its scale has categories."""
    return category.of * PITCH - (PITCH - BAR)


def step_sign(category: Category) -> Markup:
    """``▮▮▮▮▯``: as many bars as the scale has categories, filled up to this one.

    It is no picture for who hears the page: the word stands beside it.
    """
    return _drawn(category.index, category.of, category)


@lru_cache(maxsize=500)
def _drawn(index: int, of: int, category: Category) -> Markup:
    on, width = filled_steps(category), width_of(category)
    fill = f' fill="{escape(category.color)}"' if category.color else ""
    parts = [
        f'<svg class="rk-step" viewBox="-1 -1 {width + 2} {HEIGHT + 2}" width="{width + 2}"'
        f' height="{HEIGHT + 2}" aria-hidden="true" focusable="false">',
        f'<path class="rk-step__on"{fill} d="{bars_path(0, on)}"></path>',
    ]
    if on < of:
        parts.append(f'<path class="rk-step__off" d="{bars_path(on, of)}"></path>')
    return safe("".join((*parts, "</svg>")))  # noqa: S704 — numbers, and a colour that is escaped
