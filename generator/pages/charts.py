"""Pictures of facts as inline SVG: no script, no style attribute, text in the page's own font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.markup import escape


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label, its number, ``fill`` a CSS class; ``text`` as shown beside it."""

    label: str
    number: int
    text: str
    fill: str
    color: str | None = None


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
            f'<text class="rk-bars__label" font-size="14" x="{left}" y="{y + 13}">{escape(item.label)}</text>'
            f'<rect{fill} x="{left}" y="{y + 17}" width="{max(length, 1):.1f}" height="11"></rect>'
            f'<text class="rk-bars__label" font-size="14" x="{left + max(length, 1) + 5:.1f}" y="{y + 28}">'
            f"{escape(item.text)}</text>"
        )
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 — every value is escaped


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
    return Markup("".join(parts))  # noqa: S704 — every value is escaped


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
            f'<rect class="rk-measure" x="0" y="{y + 18}" width="{_along(item.score, track)}" height="11"></rect>'
            f'<text class="rk-bars__label" font-size="14" x="{track + 6}" y="{y + 29}">{escape(item.text)}</text>'
        )
        if item.middle is not None:
            x = _along(item.middle, track)
            parts.append(
                f'<line class="rk-middle" x1="{x}" x2="{x}" y1="{y + 15}" y2="{y + 32}"></line>'
            )
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 — every value is escaped


def _along(score: Decimal, length: int) -> str:
    return f"{score * length / 100:.1f}"


def columns(counts: Sequence[int], middle: Decimal, title: str) -> Markup:
    """A histogram over 0 to 100: one column for each step, its count above, a line at ``middle``."""
    width, height, base, top = 380, 150, 128, 34
    step = width / len(counts)
    largest = max(counts, default=0) or 1
    parts = [
        f'<svg class="rk-bars" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
    ]
    for index, count in enumerate(counts):
        tall = (base - top) * count / largest
        x = index * step
        if count:
            parts.append(
                f'<rect class="rk-measure" x="{x + 1.5:.1f}" y="{base - tall:.1f}" width="{step - 3:.1f}" height="{tall:.1f}"></rect>'
                f'<text class="rk-bars__label" font-size="13" text-anchor="middle" x="{x + step / 2:.1f}"'
                f' y="{base - tall - 4:.1f}">{count}</text>'
            )
    at_middle = _along(middle, width)
    parts.append(
        f'<line class="rk-axis" x1="0" x2="{width}" y1="{base}" y2="{base}"></line>'
        f'<line class="rk-middle" x1="{at_middle}" x2="{at_middle}" y1="14" y2="{base}"></line>'
        + "".join(
            f'<text class="rk-bars__label" font-size="13" text-anchor="{anchor}" x="{_along(Decimal(at), width)}"'
            f' y="{base + 17}">{at}</text>'
            for at, anchor in ((0, "start"), (50, "middle"), (100, "end"))
        )
    )
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 — every value is escaped
