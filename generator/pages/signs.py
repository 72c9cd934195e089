"""Signs that say without colour what a word beside them says: the step sign of a category."""

from __future__ import annotations

from collections.abc import Iterable
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
        f' height="{HEIGHT + 2}" aria-hidden="true">',
        f'<path class="rk-step__on"{fill} d="{bars_path(0, on)}"/>',
    ]
    if on < of:
        parts.append(f'<path class="rk-step__off" d="{bars_path(on, of)}"/>')
    return safe("".join((*parts, "</svg>")))  # noqa: S704 — numbers, and a colour that is escaped


def signs_of_map(categories: Iterable[Category | None], ident: str) -> str:
    """The signs that stand on the plates of a map, each drawn once; ``sign_on_plate`` puts them there."""
    found = {category.index: category for category in categories if category}
    return "".join(_on_map(category, ident) for _, category in sorted(found.items()))


def _on_map(category: Category, ident: str) -> str:
    on, of = filled_steps(category), category.of
    left = -width_of(category) / 2
    empty = f'<path class="rk-empty" d="{bars_path(on, of, left)}"></path>' if on < of else ""
    return (
        f'<defs><g id="{escape(ident)}-{category.index}">'
        f'<path class="rk-full" d="{bars_path(0, on, left)}"></path>{empty}</g></defs>'
    )


def sign_on_plate(category: Category, ident: str, y: str) -> str:
    """The sign of a category in the middle of a plate, its upper edge at ``y``."""
    return f'<use href="#{escape(ident)}-{category.index}" x="50%" y="{y}"></use>'
