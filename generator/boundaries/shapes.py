"""The boundaries themselves, read when a map is drawn and not before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.boundaries import FOLDER

Rings = list[list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Outer rings of regions by their codes, and whose they are; ``licence`` and ``url`` may be ""."""

    rings: Mapping[str, Rings]
    source: str
    licence: str = ""
    url: str = ""


SOURCE = "cahyadsn/wilayah_boundaries"
LICENCE = "MIT"
URL = "https://github.com/cahyadsn/wilayah_boundaries"


def packaged(codes: Iterable[str]) -> Boundaries:
    """The boundaries of the package, of those regions that have one."""
    return Boundaries(rings_of(codes), SOURCE, LICENCE, URL)


def rings_of(codes: Iterable[str]) -> dict[str, Rings]:
    """The outer rings of regions, longitude and latitude in degrees, by their codes; of those alone
    that have a boundary here."""
    wanted = frozenset(codes)
    names = sorted({"provinces" if len(code) == 2 else code[:2] for code in wanted})
    found: dict[str, Rings] = {}
    for name in names:
        path = FOLDER / f"{name}.geojson"
        if not name.isalnum() or not path.is_file():
            continue
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            code = feature["properties"]["code"]
            if code in wanted:
                parts = feature["geometry"]["coordinates"]
                found[code] = [[(x, y) for x, y in part[0]] for part in parts]
    return found
