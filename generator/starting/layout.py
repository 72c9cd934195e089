"""Where the tiles of a map lie: near to where the regions do, neighbours side by side, no two in one place.

Each region gets the cell nearest to the middle of its largest part, by the cheapest assignment of
all; then pairs are exchanged for as long as that brings neighbours together without moving them far.
The same boundaries give the same map.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations, product
from math import inf, sqrt

from generator.boundaries import FOLDER, neighbours

Point = tuple[float, float]
Cell = tuple[int, int]

ROUGHLY: dict[str, Point] = {
    "21.04": (104.6, -0.2),  # Lingga
    "21.71": (104.0, 1.1),  # Batam
    "72.11": (123.6, -1.7),  # Banggai Laut
    "81.07": (134.4, -6.2),  # Kepulauan Aru
    "82.04": (127.8, -0.9),  # Halmahera Selatan
    "92.08": (133.7, -3.6),  # Kaimana
    "96.03": (130.7, -0.5),  # Raja Ampat
}
"""Where those lie of which the boundaries are missing, to half a degree: for a tile it is enough."""

MOST_COLUMNS = 8
ROOM = 1.3
"""Cells of the map for each region: what is free shows bays and straits."""
TOGETHER = 0.8
"""What it costs that two neighbours do not touch, in squared cells of distance from the true place."""


def places(codes: Sequence[str]) -> dict[str, Cell]:
    """Column and row from 0 of each region by its code; none where no boundaries are known.

    All are of one province.
    """
    middles = _middles(codes)
    if not codes or middles.keys() != set(codes):
        return {}
    points = [middles[code] for code in codes]
    columns, rows = _size(points)
    wanted = _stretched(points, columns, rows)
    cells = list(product(range(columns), range(rows)))
    costs = [[(x - c) ** 2 + (y - r) ** 2 for c, r in cells] for x, y in wanted]
    chosen = [cells[at] for at in _assigned(costs)]
    near = [{at for at, other in enumerate(codes) if other in neighbours(code)} for code in codes]
    _exchange(chosen, wanted, near, cells)
    used_columns = sorted({column for column, _ in chosen})
    used_rows = sorted({row for _, row in chosen})
    return {
        code: (used_columns.index(column), used_rows.index(row))
        for code, (column, row) in zip(codes, chosen, strict=True)
    }


def _middles(codes: Sequence[str]) -> dict[str, Point]:
    """The middle of the largest part of each region, longitude and latitude."""
    found = {code: ROUGHLY[code] for code in codes if code in ROUGHLY}
    for province in sorted({code[:2] for code in codes}):
        path = FOLDER / f"{province}.geojson"
        for feature in json.loads(path.read_text("utf-8"))["features"] if path.is_file() else ():
            if feature["properties"]["code"] in codes:
                rings = [polygon[0] for polygon in feature["geometry"]["coordinates"]]
                _area, middle = max(_area_and_middle(ring) for ring in rings)
                found[feature["properties"]["code"]] = middle
    return found


def _area_and_middle(ring: Sequence[Sequence[float]]) -> tuple[float, Point]:
    """The shoelace formula."""
    area = x = y = 0.0
    for (from_x, from_y), (to_x, to_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
        part = from_x * to_y - to_x * from_y
        area += part
        x += (from_x + to_x) * part
        y += (from_y + to_y) * part
    if not area:
        return 0.0, (ring[0][0], ring[0][1])
    return abs(area / 2), (x / (3 * area), y / (3 * area))


def _size(points: Sequence[Point]) -> Cell:
    """How many columns and rows: as wide and high as the province, and with room for all."""
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    high = max(y for _, y in points) - min(y for _, y in points)
    count = len(points) * ROOM
    ratio = min(max(wide / high if high else 2.0, 0.4), 2.5)
    columns = min(max(round(sqrt(count * ratio)), 1), MOST_COLUMNS, len(points))
    rows = max(-(-round(count) // columns), 1)
    return columns, rows


def _stretched(points: Sequence[Point], columns: int, rows: int) -> list[Point]:
    """The points on the cells: half by where they lie, half by their order, or cities would lie in a heap."""

    def spread(values: Sequence[float], most: int) -> list[float]:
        low, high = min(values), max(values)
        order = {value: at for at, value in enumerate(sorted(set(values)))}
        last = max(len(order) - 1, 1)
        return [
            most * ((value - low) / ((high - low) or 1) + order[value] / last) / 2
            for value in values
        ]

    xs = spread([x for x, _ in points], columns - 1)
    ys = spread([-y for _, y in points], rows - 1)
    return list(zip(xs, ys, strict=True))


def _assigned(costs: Sequence[Sequence[float]]) -> list[int]:
    """The cheapest column of each row, no column twice (Kuhn–Munkres with potentials, O(n²m))."""
    rows, columns = len(costs), len(costs[0])
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, seen = [inf] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            here, step, following = owner[at], inf, 0
            for column in range(1, columns + 1):
                if seen[column]:
                    continue
                cost = costs[here - 1][column - 1] - u[here] - v[column]
                if cost < least[column]:
                    least[column], way[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if seen[column]:
                    u[owner[column]] += step
                    v[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            owner[at], at = owner[way[at]], way[at]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen


def _exchange(
    chosen: list[Cell], wanted: Sequence[Point], near: Sequence[set[int]], cells: Sequence[Cell]
) -> None:
    """Exchange two tiles, or move one to a free cell, while the map gets better by it."""

    def cost(of: set[int]) -> float:
        far = sum(
            (chosen[at][0] - wanted[at][0]) ** 2 + (chosen[at][1] - wanted[at][1]) ** 2 for at in of
        )
        pairs = {(min(a, b), max(a, b)) for a in of for b in near[a]}
        return far + TOGETHER * sum(_gap(chosen[a], chosen[b]) for a, b in sorted(pairs))

    better = True
    while better:
        better = False
        for one, other in combinations(range(len(chosen)), 2):
            before = cost({one, other})
            chosen[one], chosen[other] = chosen[other], chosen[one]
            if cost({one, other}) < before - 1e-9:
                better = True
            else:
                chosen[one], chosen[other] = chosen[other], chosen[one]
        for at in range(len(chosen)):
            for cell in sorted(set(cells) - set(chosen)):
                before, was = cost({at}), chosen[at]
                chosen[at] = cell
                if cost({at}) < before - 1e-9:
                    better = True
                else:
                    chosen[at] = was


def _gap(one: Cell, other: Cell) -> int:
    """How many cells are too many between two neighbours: none where their tiles touch, 1 at a corner."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) - 1
