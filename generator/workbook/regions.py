"""Which region a cell names: by its code, its name, a short form of it; or which it may mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Literal, NamedTuple

from generator.format import Region

How = Literal["code", "name", "short", "settled", "guess"]

MOST_OPTIONS = 3
CUTOFF = 0.8
"""How alike two names are of which one may be meant by the other (``difflib``)."""

_KINDS = {
    "kab": "kabupaten",
    "kabupaten": "kabupaten",
    "kota": "kota",
    "kodya": "kota",
    "kotamadya": "kota",
    "prov": "provinsi",
    "prop": "provinsi",
    "propinsi": "provinsi",
    "provinsi": "provinsi",
    "kec": "kecamatan",
    "kecamatan": "kecamatan",
    "desa": "desa",
    "kel": "kelurahan",
    "kelurahan": "kelurahan",
}
"""A first word that says what kind of region is named."""

_OFFICES = {"pemkab": "kabupaten", "pemkot": "kota", "pemprov": "provinsi"}
_BEFORE = {"pemerintah", "pemda", "ppid", "utama", "daerah"}
"""Words before a region's name that name its government."""


_CODED = re.compile(
    r"\s*(\d\d(?:\.?\d\d(?:\.?\d\d(?:\.?\d{4})?)?)?)(?![\d.])[\s:–-]*(.*)", re.DOTALL
)
"""A code, alone or before a name."""


class Match(NamedTuple):
    """What a text means: the one region, or those that it may mean."""

    how: How
    regions: tuple[str, ...]

    @property
    def sure(self) -> bool:
        return self.how != "guess" and len(self.regions) == 1


NOTHING = Match("guess", ())


def words_of(text: str) -> list[str]:
    """The words of a name in small letters, without accents, signs, and a number before it."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = re.sub(r"['’`ʼ]", "", text)
    text = re.sub(r"^\s*\(?\d{1,3}[.)]\s+|\s+\(?\d{1,2}\)\s*$", "", text)  # a number, a footnote
    return re.findall(r"[^\W_]+", text)


def key_of(text: str) -> str:
    return " ".join(words_of(text))


class Regions:
    """Finds regions by what a workbook calls them."""

    def __init__(self, regions: Iterable[Region], settled: dict[str, str] | None = None) -> None:
        self.regions = {region.id: region for region in regions}
        self.settled = {key_of(name): id_ for name, id_ in (settled or {}).items()}
        self._found: dict[tuple[str, str | None], Match] = {}

    @cached_property
    def codes(self) -> dict[str, str]:
        return {
            re.sub(r"\D", "", region.code): region.id
            for region in self.regions.values()
            if region.code
        }

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """Regions by their ids, names and other names."""
        found: dict[str, list[str]] = {}
        for region in self.regions.values():
            for name in {
                key_of(name) for name in (region.id.replace("-", " "), region.name, *region.also)
            }:
                found.setdefault(name, []).append(region.id)
        for region in self.regions.values():  # a full name is that of none whose id it is alone
            found[key_of(region.name)] = [
                id_
                for id_ in found[key_of(region.name)]
                if key_of(self.regions[id_].name) == key_of(region.name)
            ]
        return found

    @cached_property
    def bare(self) -> dict[str, list[str]]:
        """Regions by their names without the word for their kind."""
        found: dict[str, list[str]] = {}
        for region in self.regions.values():
            words = words_of(region.name)
            if len(words) > 1 and words[0] in _KINDS:
                found.setdefault(" ".join(words[1:]), []).append(region.id)
        return found

    @cached_property
    def initials(self) -> dict[str, list[str]]:
        """Regions by the first letters of a name of several words: HST."""
        found: dict[str, list[str]] = {}
        for name, ids in self.bare.items():
            letters = "".join(word[0] for word in name.split())
            if len(letters) > 1:
                found.setdefault(letters, []).extend(ids)
        return found

    def by_code(self, text: str) -> Match:
        """The region of a code, however its parts are divided."""
        digits = re.sub(r"[\s.]", "", text)
        if not digits.isdecimal():
            return NOTHING
        # 63.10 as a number shows 63.1.
        for option in (digits, f"{digits}0" if len(digits) % 2 else digits):
            if option in self.codes:
                return Match("code", (self.codes[option],))
        return NOTHING

    def __call__(self, text: str, kind: str | None = None) -> Match:
        """What a text means; ``kind`` is that of the heading above it, where it says one."""
        key = (text, kind)
        if key not in self._found:
            self._found[key] = self._match(text, kind)
        return self._found[key]

    def _match(self, text: str, kind: str | None) -> Match:
        code = _CODED.match(text)
        by_code = self.by_code(code[1]) if code else NOTHING
        if by_code.regions and code and (not code[2] or self(code[2]).regions == by_code.regions):
            return by_code
        words = words_of(text)
        name = " ".join(words)
        if not name:
            return NOTHING
        if self.settled.get(name) in self.regions:
            return Match("settled", (self.settled[name],))
        exact = self.names.get(name, [])
        if len(exact) == 1 and not self._also_bare(name, exact[0]):
            return Match("name", tuple(exact))
        told, rest = _kind_of(words)
        options = self._of_kind(" ".join(rest), told or kind)
        if len(options) == 1:
            return Match("short", tuple(options))
        if len(options) > 1 or len(exact) > 1:
            return Match("guess", tuple(dict.fromkeys([*exact, *options])))
        return self._guess(name, rest, told or kind)

    def _also_bare(self, name: str, id_: str) -> bool:
        """Whether a name is that of another region too, without its kind: Serang."""
        if name == key_of(self.regions[id_].name):
            return False
        return any(other != id_ for other in self.bare.get(name, ()))

    def _of_kind(self, rest: str, kind: str | None) -> list[str]:
        found = self.bare.get(rest) or [
            id_ for id_ in self.names.get(rest, []) if not self._also_bare(rest, id_)
        ]
        return [id_ for id_ in found if kind is None or self.regions[id_].kind == kind]

    def _guess(self, name: str, rest: list[str], kind: str | None) -> Match:
        """Those whose first letters these are, or whose names are nearly the same."""

        def fitting(ids: Iterable[str]) -> list[str]:
            of_kind = [id_ for id_ in ids if kind is None or self.regions[id_].kind == kind]
            return list(dict.fromkeys(of_kind))

        short = fitting(self.initials.get("".join(rest), []))
        if short:
            return Match("guess", tuple(short))
        alone = " ".join(rest)
        near = get_close_matches(alone, list(self.bare), n=MOST_OPTIONS, cutoff=CUTOFF)
        found = fitting(id_ for one in near for id_ in self.bare[one])
        if not found:
            near = get_close_matches(name, list(self.names), n=MOST_OPTIONS, cutoff=CUTOFF)
            found = fitting(id_ for one in near for id_ in self.names[one])
        return Match("guess", tuple(found[:MOST_OPTIONS]))


def _kind_of(words: list[str]) -> tuple[str | None, list[str]]:
    """The kind that a name begins with, and the name without it and without its government."""
    rest = list(words)
    kind = None
    while len(rest) > 1:
        if rest[0] in _OFFICES:
            kind = _OFFICES[rest[0]]
        elif rest[0] in _KINDS:
            return _KINDS[rest[0]], rest[1:]
        elif rest[0] not in _BEFORE:
            break
        rest = rest[1:]
    return kind, rest


def kind_named(text: str) -> str | None:
    """The kind of the regions below a heading such as “B. KOTA”, if it names exactly one."""
    words = words_of(re.sub(r"^\s*[A-Z0-9]{1,4}[.)]", "", text))
    found = {_KINDS[word] for word in words if word in _KINDS}
    return found.pop() if len(found) == 1 else None
