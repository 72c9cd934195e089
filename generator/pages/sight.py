"""Whether colours are told apart by every eye: by distance, and by lightness alone.

Distances are CIE76 in L*a*b*; what other eyes see is after Machado, Oliveira and Fernandes 2009 at
severity 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from math import dist
from pathlib import Path

DISTANCE, LIGHTER, LIGHTER_SEEN = 20, 9, 5
"""The least between any two; the least step of lightness from one to the next by the usual eye, and by
every other."""

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
WHITE = (0.95047, 1.0, 1.08883)
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def too_alike(colours: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The places of two colours (``#rrggbb``, best first) that some eye takes for one another, each pair
    once, with that sight."""
    found: dict[tuple[int, int], str] = {}
    for sight in SIGHTS:
        seen = [lab(colour, sight) for colour in colours]
        for one, other in combinations(range(len(seen)), 2):
            if dist(seen[one], seen[other]) < DISTANCE:
                found.setdefault((one, other), sight)
        least = LIGHTER if sight == "normal" else LIGHTER_SEEN
        for one, other in pairwise(range(len(seen))):
            if abs(seen[one][0] - seen[other][0]) < least:
                found.setdefault((one, other), sight)
    for (one, other), sight in sorted(found.items()):
        yield one, other, sight


@cache
def tokens() -> tuple[dict[str, str], dict[str, str]]:
    """The colours of the theme by name, in the light and in the dark."""
    css = (Path(__file__).parents[1] / "theme/assets/rapor/rapor.css").read_text("utf-8")
    heads = (":root {\n  color-scheme: light;", ':root[data-rk-scheme="dark"] {')
    light, dark = (css.partition(head)[2].partition("}")[0] for head in heads)
    pattern = re.compile(r"--rk-([\w-]+): (#[0-9a-f]{6});")
    return dict(pattern.findall(light)), dict(pattern.findall(dark))


def lab(code: str, sight: str = "normal") -> Triple:
    """A colour (``#rrggbb``) as an eye sees it, in L*a*b*."""
    red, green, blue = (min(1.0, max(0.0, c)) for c in times(SIGHTS[sight], light(code)))
    shares = [v / w for v, w in zip(times(TO_XYZ, (red, green, blue)), WHITE, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def light(code: str) -> Triple:
    """The linear light of a colour (``#rrggbb``): red, green, blue from 0 to 1."""
    shares = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return red, green, blue


def times(matrix: Matrix, values: Triple) -> Triple:
    """A matrix applied to three values."""
    one, two, three = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return one, two, three
