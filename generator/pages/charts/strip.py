"""How the scores of a group lie on the scale: a strip with a dot for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.axis import across
from generator.pages.markup import escape
from generator.templating import safe

BESIDE = 3.5
"""Dots that are nearer to each other, in percent, lie one above the other."""

NEAR = 8
"""Bounds of bands that are nearer to each other, in percent, share no line of labels."""

END = 30
"""Words at a dot that is nearer to an edge, in percent, begin or end there."""

LABEL = Decimal("1.6")
"""The height of the line of words over the dots, in em."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A score in percent of the scale, with what is said of it; ``own``: the words at the dot of whom
    the page speaks; ``href``: where it leads."""

    share: Decimal
    told: str
    own: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A category from ``start`` to ``end``, in percent of the scale; ``bound`` as it is written."""

    start: Decimal
    end: Decimal
    bound: str
    fill: str
    color: str | None = None


def strip(
    dots: Sequence[Dot], bands: Sequence[Band], middle: Decimal | None, end: str, title: str
) -> Markup:
    """A dot for each score, equal ones stacked, over the bands of the categories; a line at ``middle``.

    A dot with words of its own is filled, larger, and joined with them by a line.
    ``end`` is how the highest possible score is written. Dots that lead somewhere are for a pointer, and
    no stops of the keyboard: a table beside the picture has the same links.
    """
    placed = list(_stacked(dots))
    role = "group" if any(dot.href for dot in dots) else "img"
    named = [dot for dot in dots if dot.own]
    above = LABEL if named else Decimal(0)
    base = max((level for _dot, level in placed), default=0) + Decimal("1.4") + above
    parts = [
        f'<svg class="rk-chart rk-strip" width="100%" height="{base + Decimal("2.3"):.1f}em" role="{role}"'
        f' aria-label="{escape(title)}">'
    ]
    parts += [
        f'<rect{_fill(band)} x="{across(band.start)}" y="{base:.1f}em"'
        f' width="{across(band.end - band.start)}" height=".5em"></rect>'
        for band in bands
    ] or [f'<rect class="rk-track" x="0" y="{base:.1f}em" width="100%" height=".5em"></rect>']
    if middle is not None:
        x = across(middle)
        parts.append(
            f'<line class="rk-middle" x1="{x}" x2="{x}" y1="{above:.1f}em" y2="{base + Decimal("0.5"):.1f}em"></line>'
        )
    for dot, level in placed:
        y = base - Decimal("0.6") - level
        if dot.own:
            parts += _own(dot, y)
        kind, radius = ("rk-dot rk-dot--own", ".6em") if dot.own else ("rk-dot", ".45em")
        circle = (
            f'<circle class="{kind}" cx="{across(dot.share)}" cy="{y:.1f}em" r="{radius}">'
            f"<title>{escape(dot.told)}</title></circle>"
        )
        linked = f'<a href="{escape(dot.href)}" tabindex="-1">{circle}</a>'
        parts.append(linked if dot.href else circle)
    parts += _bounds(bands, end, base + Decimal("1.8"))
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _stacked(dots: Sequence[Dot]) -> Iterator[tuple[Dot, int]]:
    """Each dot with its level: the lowest at which nothing else lies so near."""
    last: list[Decimal] = []
    for dot in sorted(dots, key=lambda one: one.share):
        free = (n for n, share in enumerate(last) if dot.share - share >= Decimal(str(BESIDE)))
        level = next(free, len(last))
        last[level : level + 1] = [dot.share]
        yield dot, level


def _own(dot: Dot, y: Decimal) -> Iterator[str]:
    """The words of a dot above all dots, away from the nearer edge, and the line down to it."""
    x = across(dot.share)
    anchor = "start" if dot.share < END else "end" if dot.share > 100 - END else "middle"
    yield f'<text x="{x}" y="1em" text-anchor="{anchor}">{escape(dot.own)}</text>'
    yield f'<line class="rk-way" x1="{x}" x2="{x}" y1="1.3em" y2="{y:.1f}em"></line>'


def _bounds(bands: Sequence[Band], end: str, y: Decimal) -> Iterator[str]:
    """The bounds below the bands, those left out that would touch another."""
    before = Decimal(-100)
    for band in sorted(bands, key=lambda one: one.start):
        if band.start - before >= NEAR and 100 - band.start >= NEAR:
            anchor = "middle" if band.start else "start"
            yield f'<text x="{across(band.start)}" y="{y:.1f}em" text-anchor="{anchor}">{escape(band.bound)}</text>'
            before = band.start
    if not bands:
        yield f'<text x="0" y="{y:.1f}em">0</text>'
    yield f'<text x="100%" y="{y:.1f}em" text-anchor="end">{escape(end)}</text>'


def _fill(band: Band) -> str:
    return f' fill="{escape(band.color)}"' if band.color else f' class="{band.fill}"'
