"""The table of neighbours, from the boundaries: ``python -m generator.boundaries.borders``.

Two regions border each other where their boundaries run together (README.md says why shared points
are not asked for). Far from a pole a degree is the same length either way, which is near enough.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import hypot, inf, sqrt
from pathlib import Path

from generator.boundaries import FOLDER, TABLE, TOO_SHORT

APART = 0.001
"""Degrees by which two boundaries that run together may lie apart: the last decimal."""
TOGETHER = 0.0035
"""Degrees for which they do at least: where two regions only touch, twice ``APART``."""
DOUBTFUL = 0.03
"""Degrees below which nobody can tell a short border from a corner: each boundary was simplified by
itself, by 0.004, so that four regions that meet in one point may run together for several times that."""
CELL = 0.02
"""Degrees of a side of the squares in which lines are looked up."""

Point = tuple[float, float]
Line = tuple[Point, Point]
Span = tuple[float, float]
"""A part of a line, by the shares of it at which it begins and ends."""
NOTHING: Span = (inf, -inf)


def borders(folder: Path = FOLDER) -> dict[str, list[str]]:
    """The codes that border each code of the boundaries in a folder, both in order."""
    return tables(folder)[0]


def tables(folder: Path = FOLDER) -> tuple[dict[str, list[str]], list[list[str]]]:
    """Who borders whom, and the pairs of them whose border is so short that it may be a corner."""
    lines = _lines(folder)
    found: dict[str, list[str]] = {code: [] for own in lines.values() for code in own}
    together: dict[tuple[str, str], float] = defaultdict(float)
    for pair, length in _together(lines):
        together[pair] += length
    longest: dict[tuple[str, str], float] = defaultdict(float)
    for (code, other), length in together.items():
        # Each is measured along its own boundary: one long line lies beside many short ones.
        if length > TOGETHER:
            found[code].append(other)
            found[other].append(code)
            pair = (min(code, other), max(code, other))
            longest[pair] = max(longest[pair], length)
    short = sorted(list(pair) for pair, length in longest.items() if length < DOUBTFUL)
    return {code: sorted(set(others)) for code, others in sorted(found.items())}, short


def _lines(folder: Path) -> dict[Line, list[str]]:
    """Every line of a boundary, whichever way it runs, with the regions that have it."""
    lines: dict[Line, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("[0-9][0-9].geojson")):
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            for polygon in feature["geometry"]["coordinates"]:
                for ring in polygon:
                    points = [(float(x), float(y)) for x, y in ring]
                    for one, other in pairwise(points):
                        line = (min(one, other), max(one, other))
                        lines[line].append(feature["properties"]["code"])
    return lines


def _together(lines: dict[Line, list[str]]) -> Iterator[tuple[tuple[str, str], float]]:
    """How long a region runs together with another, line by line."""
    squares: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        for square in _squares(line, APART):
            squares[square].append(line)
    for line, own in lines.items():
        (x, y), (to_x, to_y) = line
        length = hypot(to_x - x, to_y - y)
        if len(own) > 1:  # the line is both regions': no third one can have a part of it
            yield (own[0], own[1]), length
            continue
        beside: dict[str, list[Span]] = defaultdict(list)
        for other in {near for square in _squares(line) for near in squares[square]}:
            if own[0] not in lines[other]:
                for code in lines[other]:
                    beside[code].append(_near(line, other))
        for code, spans in beside.items():
            yield (own[0], code), length * _covered(spans)


def _squares(line: Line, margin: float = 0) -> Iterator[tuple[int, int]]:
    """The squares in which a line may lie, with a margin around it."""
    (x, y), (to_x, to_y) = line
    left, right, low, high = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
    for column in range(int((left - margin) // CELL), int((right + margin) // CELL) + 1):
        for row in range(int((low - margin) // CELL), int((high + margin) // CELL) + 1):
            yield column, row


def _near(line: Line, other: Line) -> Span:
    """The part of a line no farther than ``APART`` from another.

    What lies so near a line is a band with a round end at each end: no part of it is missing
    between the first and the last point that a line has in it.
    """
    (x, y), (to_x, to_y) = line
    (at_x, at_y), (end_x, end_y) = other
    along_x, along_y = end_x - at_x, end_y - at_y
    length = hypot(along_x, along_y)
    run_x, run_y = to_x - x, to_y - y
    from_x, from_y = x - at_x, y - at_y
    forward = _between(
        (from_x * along_x + from_y * along_y) / length,
        (run_x * along_x + run_y * along_y) / length,
        0,
        length,
    )
    sideways = _between(
        (from_x * along_y - from_y * along_x) / length,
        (run_x * along_y - run_y * along_x) / length,
        -APART,
        APART,
    )
    band = max(forward[0], sideways[0]), min(forward[1], sideways[1])
    parts = [band, *(_round(line, end) for end in other)]
    known = [(first, last) for first, last in parts if first <= last]
    if not known:
        return NOTHING
    return max(0.0, min(first for first, _ in known)), min(1.0, max(last for _, last in known))


def _between(start: float, slope: float, low: float, high: float) -> Span:
    """Where a value that begins at ``start`` and grows by ``slope`` lies between two others."""
    if slope == 0:
        return (-inf, inf) if low <= start <= high else NOTHING
    one, other = (low - start) / slope, (high - start) / slope
    return min(one, other), max(one, other)


def _round(line: Line, middle: Point) -> Span:
    """Where the endless line through a line lies no farther than ``APART`` from a point."""
    (x, y), (to_x, to_y) = line
    run_x, run_y = to_x - x, to_y - y
    square = run_x**2 + run_y**2
    half = (run_x * (x - middle[0]) + run_y * (y - middle[1])) / square
    rest = half**2 - ((x - middle[0]) ** 2 + (y - middle[1]) ** 2 - APART**2) / square
    return (-half - sqrt(rest), -half + sqrt(rest)) if rest >= 0 else NOTHING


def _covered(spans: list[Span]) -> float:
    """How much of a line its parts cover together."""
    covered, reached = 0.0, 0.0
    for first, last in sorted(spans):
        covered += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return covered


def main() -> None:
    """Write the tables."""
    near, short = tables()
    pairs = ",\n".join(f"  {json.dumps(pair)}" for pair in short)
    TOO_SHORT.write_text("[\n" + pairs + "\n]\n", encoding="utf-8")
    lines = [f"  {json.dumps(code)}: {json.dumps(found)}" for code, found in near.items()]
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
