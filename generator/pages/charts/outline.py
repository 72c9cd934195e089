"""Boundaries as short paths: the same shapes in a few kilobytes, fit for a picture of some hundred pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import TypeVar

Point = tuple[int, int]
Corner = TypeVar("Corner")
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Shape:
    """A region on the grid: its path, the middle of its largest part, and the area of that part."""

    path: str
    middle: tuple[float, float]
    area: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """Regions on one grid, ``width`` by ``height``, y downwards."""

    width: int
    height: int
    shapes: dict[str, Shape]


def outlines(rings: Mapping[str, Sequence[Sequence[tuple[float, float]]]], cells: int) -> Outlines:
    """Rings in degrees, of each region, on a grid whose longer side has ``cells`` cells.

    Each corner goes to the nearest point of the grid, so that neighbours who share a border still
    share it. An island that is much smaller than the largest part of its region is left out.
    """
    parts = _near({code: _large(list(found)) for code, found in rings.items()})
    west, east, south, north = _box(ring for found in parts.values() for ring in found)
    narrow = cos(radians((south + north) / 2))
    step = max((east - west) * narrow, north - south) / cells
    shapes = {}
    for code, found in parts.items():
        placed = [
            _simple(
                [(round((x - west) * narrow / step), round((north - y) / step)) for x, y in ring]
            )
            for ring in found
        ]
        largest = max(placed, key=lambda ring: abs(_area(ring)))
        path = "".join(_path(ring) for ring in placed if ring is largest or _area(ring))
        shapes[code] = Shape(path, _middle(largest), abs(_area(largest)))
    return Outlines(round((east - west) * narrow / step), round((north - south) / step), shapes)


SHARE = 0.005
"""How large an island has to be, beside the largest part of its region, to be drawn."""


def _large(rings: list[Sequence[tuple[float, float]]]) -> list[Sequence[tuple[float, float]]]:
    areas = [abs(_area(ring)) for ring in rings]
    return [ring for ring, area in zip(rings, areas, strict=True) if area >= SHARE * max(areas)]


FAR_SHARE = 0.06
"""The same of an island that lies outside of what the largest parts of all regions span, for which the
whole map would have to be smaller."""


def _near(
    parts: dict[str, list[Sequence[tuple[float, float]]]],
) -> dict[str, list[Sequence[tuple[float, float]]]]:
    largest = [max(found, key=lambda ring: abs(_area(ring))) for found in parts.values()]
    west, east, south, north = _box(largest)
    return {
        code: [
            ring
            for ring in found
            if abs(_area(ring)) >= FAR_SHARE * abs(_area(whole))
            or all(west <= x <= east and south <= y <= north for x, y in ring)
        ]
        for (code, found), whole in zip(parts.items(), largest, strict=True)
    }


def _box(rings: Iterable[Sequence[tuple[float, float]]]) -> tuple[float, float, float, float]:
    """The least and the largest x, and the same of y."""
    corners = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), max(xs), min(ys), max(ys)


def _simple(ring: Ring) -> Ring:
    """Without points that are there twice, or lie on the line between those beside them."""
    kept: Ring = []
    for point in _steady(ring):
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and _between(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _steady(ring: Ring) -> Ring:
    """Without half of the points that lie within a cell of the line between those beside them.

    Which half, their place on the grid tells, so that neighbours leave out the same.
    """
    corners = [one for one, after in _pairs(ring[:-1]) if one != after]
    if len(corners) < 8:
        return ring
    kept = []
    for at, point in enumerate(corners):
        before, after = corners[at - 1], corners[(at + 1) % len(corners)]
        left = (point[0] - before[0]) * (after[1] - point[1])
        turn = abs(left - (point[1] - before[1]) * (after[0] - point[0]))
        if turn > 1 or (point[0] + point[1]) % 2:
            kept.append(point)
    return [*kept, kept[0]] if len(kept) > 2 else ring


def _between(one: Point, middle: Point, other: Point) -> bool:
    left = (middle[0] - one[0]) * (other[1] - middle[1])
    return left == (middle[1] - one[1]) * (other[0] - middle[0])


def _pairs(ring: Sequence[Corner]) -> Iterator[tuple[Corner, Corner]]:
    following: list[Corner] = [*ring[1:], ring[0]]
    return zip(ring, following, strict=True)


def _area(ring: Sequence[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _pairs(ring)) / 2


def _middle(ring: Ring) -> tuple[float, float]:
    """A point inside: in the middle of the broadest stretch of the line at half the height, or near it."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    best = (0.0, float(ring[0][0]), float(ring[0][1]))
    for part in range(3, 8):
        y = low + (high - low) * part / 10 + 0.01
        crossed = sorted(
            a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
            for a, b in _pairs(ring)
            if (a[1] > y) != (b[1] > y)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=False):
            if right - left > best[0]:
                best = (right - left, (left + right) / 2, y)
    return best[1], best[2]


def _path(ring: Ring) -> str:
    """``m12 30l4-1 2 3z`` with the first point absolute."""
    text = f"M{ring[0][0]} {ring[0][1]}l"
    for before, after in zip(ring, ring[1:-1] if ring[0] == ring[-1] else ring[1:], strict=False):
        for value in (after[0] - before[0], after[1] - before[1]):
            text += str(value) if value < 0 or text[-1] == "l" else f" {value}"
    return f"{text}z"
