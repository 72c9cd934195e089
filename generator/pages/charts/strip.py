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


@dataclass(frozen=True, slots=True)
class Dot:
    """A score in percent of the scale, with what is said of it; ``own``: of whom the page speaks;
    ``href``: where it leads."""

    share: Decimal
    told: str
    own: bool = False
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

    ``end`` is how the highest possible score is written. Dots that lead somewhere are for a pointer, and
    no stops of the keyboard: a table beside the picture has the same links.
    """
    placed = list(_stacked(dots))
    role = "group" if any(dot.href for dot in dots) else "img"
    base = max((level for _dot, level in placed), default=0) + 1.4
    parts = [
        f'<svg class="rk-chart rk-strip" width="100%" height="{base + 2.3:.1f}em" role="{role}"'
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
            f'<line class="rk-middle" x1="{x}" x2="{x}" y1="0" y2="{base + 0.5:.1f}em"></line>'
        )
    for dot, level in placed:
        kind = "rk-dot rk-dot--own" if dot.own else "rk-dot"
        circle = (
            f'<circle class="{kind}" cx="{across(dot.share)}" cy="{base - 0.6 - level:.1f}em"'
            f' r=".45em"><title>{escape(dot.told)}</title></circle>'
        )
        linked = f'<a href="{escape(dot.href)}" tabindex="-1">{circle}</a>'
        parts.append(linked if dot.href else circle)
    parts += _bounds(bands, end, base + 1.8)
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


def _bounds(bands: Sequence[Band], end: str, y: float) -> Iterator[str]:
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
