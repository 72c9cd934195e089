"""A map of boundaries: each region in its shape, its name on a plate, which leads to it.

The shapes stand in a picture of their own, which has a ``viewBox`` and no text; names and signs are
placed beside it in em, so that they keep their size and grow with it. A name that has no room on
its region stands where there is some, at the end of a thin line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from generator.facts.model import Category
from generator.pages.charts.outline import Outlines
from generator.pages.charts.tiles import PHONE, breadth
from generator.pages.markup import escape
from generator.pages.signs import sign_on_plate, signs_of_map
from generator.templating import safe

ROOMS = ((PHONE, 34.0), (36.0, 40.0), (48.0, 46.0), (64.0, 50.0), (80.0, 50.0))
"""How wide and how high a map may be, in em: as small as it can be with room for its names. The first
fits on a phone, the last fills a broad screen."""

BESIDE = 18.0
"""How much wider than its shapes a map may be, in em: names on both sides."""

CROWDED = 0.5
"""How much of the land all plates together may be; of more, shapes and colours would be hidden."""

PLATE = 2.4
"""How high a plate is, in em: thirty pixels, enough for a thumb."""

LEAST = 9.0
"""How large a region is at least that still shows below its plate, in em times em."""

HATCHES = {"?": "M-1 1L1-1M0 6L6 0M5 7L7 5", "×": "M0 0L6 6M0 6L6 0"}
"""What is drawn over a region without category, by its mark: not known, and took no part."""


@dataclass(frozen=True, slots=True)
class Area:
    """A region: what it is called in full with what is said of it, where it leads; its category, or
    the mark of what is the case instead."""

    code: str
    title: str
    href: str
    fill: str
    category: Category | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """Where a name stands, in em: its middle, its width, and the point of its region."""

    x: float
    y: float
    wide: float
    to_x: float
    to_y: float

    @property
    def apart(self) -> bool:
        """Whether it stands beside its region."""
        return (self.x, self.y) != (self.to_x, self.to_y)

    def meets(self, other: Plate) -> bool:
        near = abs(self.x - other.x) < (self.wide + other.wide) / 2 + 0.2
        return near and abs(self.y - other.y) < PLATE + 0.2

    def led_over(self, other: Plate) -> bool:
        """Whether the line from the region to its name passes below another plate."""
        for part in range(10):
            x = self.to_x + (self.x - self.to_x) * part / 10
            y = self.to_y + (self.y - self.to_y) * part / 10
            if abs(x - other.x) < other.wide / 2 and abs(y - other.y) < PLATE / 2:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Plan:
    """A map without what it says: the shapes, where they lie in the picture, and the plates."""

    outlines: Outlines
    wide: float
    high: float
    left: float
    em: float
    """How many em one cell of the grid is."""
    plates: Mapping[str, Plate]
    names: Mapping[str, str]
    crowded: bool
    """Whether the plates hide more of the land than they should."""

    @property
    def broad(self) -> bool:
        """Whether the map is too wide for a phone, and for a column beside the text."""
        return self.wide > PHONE


def plan(outlines: Outlines, names: Mapping[str, str]) -> Plan:
    """Where each name of a map stands: the largest regions first, on themselves if there is room."""
    land = sum(shape.area for shape in outlines.shapes.values())
    hidden = sum(_wide(names[code]) * PLATE for code in names)
    for room, most in ROOMS:
        em = min(room / outlines.width, most / outlines.height)
        crowded = hidden > CROWDED * land * em * em
        if not crowded:
            break
    if room > PHONE:  # beside a map that is higher than wide there is room for names, and no more
        room = min(room, outlines.width * em + BESIDE)
    left = (room - outlines.width * em) / 2
    high = outlines.height * em
    plates: dict[str, Plate] = {}
    for code in sorted(names, key=lambda code: (-outlines.shapes[code].area, code)):
        x, y = outlines.shapes[code].middle
        at = (left + x * em, y * em)
        small = outlines.shapes[code].area * em * em < LEAST
        wide = _wide(names[code])
        there = list(plates.values())
        free = [
            plate
            for plate in (Plate(*place, wide, *at) for place in _around(*at, small))
            if wide / 2 <= plate.x <= room - wide / 2
            and PLATE / 2 <= plate.y <= high - PLATE / 2
            and not any(map(plate.meets, there))
        ]
        clear = (plate for plate in free if not any(map(plate.led_over, there)))
        plates[code] = next(clear, free[0] if free else Plate(*at, wide, *at))
    return Plan(outlines, room, high, left, em, plates, names, crowded)


def _wide(name: str) -> float:
    """How wide the plate of a name is, in em."""
    return breadth(name) + 0.9


def _around(x: float, y: float, small: bool) -> Iterator[tuple[float, float]]:
    """The place itself, unless the plate would hide it, then places around it, nearer ones first."""
    if not small:
        yield x, y
    for step in range(4 if small else 1, 40):
        for part in range(16):
            turn = part * pi / 8
            yield x + step * 0.6 * cos(turn), y + step * 0.6 * sin(turn)


def map_of(plan: Plan, areas: Sequence[Area], title: str, ident: str) -> Markup:
    """The map; ``ident`` begins the ids of its hatches, no other picture of the page has it."""
    outlines = plan.outlines
    hatches = {mark: f"{ident}-{at}" for at, mark in enumerate(HATCHES)}
    parts = [
        f'<svg class="rk-chart rk-tiles rk-map" width="{plan.wide:.1f}em" height="{plan.high:.1f}em"'
        f' role="group" aria-label="{escape(title)}">'
        f'<svg x="{plan.left:.2f}em" width="{outlines.width * plan.em:.2f}em"'
        f' height="{plan.high:.2f}em" viewBox="0 0 {outlines.width} {outlines.height}"'
        ' aria-hidden="true">'
    ]
    signs = f"{ident}-tanda"
    parts += [
        f'<pattern id="{escape(hatches[mark])}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<path class="rk-hatch" d="{way}"></path></pattern>'
        for mark, way in HATCHES.items()
        if any(area.mark == mark for area in areas)
    ]
    parts += [_shape(area, outlines.shapes[area.code].path, hatches) for area in areas]
    parts.append(f"{_lines(plan)}</svg>{signs_of_map((area.category for area in areas), signs)}")
    parts += [_plate(area, plan, signs) for area in areas]
    parts.append("</svg>")
    return safe("".join(parts))  # noqa: S704 — every value is escaped


def _shape(area: Area, path: str, hatches: Mapping[str, str]) -> str:
    color = area.category.color if area.category else None
    fill = f'fill="{escape(color)}" class="rk-land"' if color else f'class="rk-land {area.fill}"'
    over = hatches.get(area.mark)
    hatch = f'<path fill="url(#{escape(over)})" d="{path}"></path>' if over else ""
    return f'<a href="{escape(area.href)}" tabindex="-1"><path {fill} d="{path}"></path>{hatch}</a>'


def _lines(plan: Plan) -> str:
    """From each region to its name that stands beside it, on the grid of the shapes."""
    ways = [
        "".join(
            f"{move}{round((x - plan.left) / plan.em)} {round(y / plan.em)}"
            for move, x, y in (("M", plate.to_x, plate.to_y), ("L", plate.x, plate.y))
        )
        for plate in plan.plates.values()
        if plate.apart
    ]
    return f'<path class="rk-leader" d="{"".join(ways)}"></path>' if ways else ""


def _plate(area: Area, plan: Plan, signs: str) -> str:
    """A name and its sign, in a picture of their own, placed from its corner."""
    plate, label = plan.plates[area.code], plan.names[area.code]
    if area.category is None:
        sign = f'<text x="50%" y="2.1em" text-anchor="middle">{escape(area.mark)}</text>'
    else:
        sign = sign_on_plate(area.category, signs, "1.3em")
    return (
        f'<a href="{escape(area.href)}"><title>{escape(area.title)}</title>'
        f'<svg x="{plate.x - plate.wide / 2:.1f}em" y="{plate.y - PLATE / 2:.1f}em"'
        f' width="{plate.wide:.1f}em" height="{PLATE}em">'
        '<rect class="rk-plate" width="100%" height="100%" rx="3"></rect>'
        f'<text x="50%" y="1.05em" text-anchor="middle">{escape(label)}</text>{sign}</svg></a>'
    )
