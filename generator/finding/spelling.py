"""Names as they are compared: without case, marks, spaces and kind, in one spelling; and slips."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

RULES: dict[str, Any] = {
    "kinds": "kabupaten kab kota kotamadya provinsi propinsi prov kecamatan kec distrik desa kelurahan kel",
    "written": "kabupaten kota provinsi kecamatan kelurahan desa",
    "old": [
        ["oe", "u"],
        ["dj", "j"],
        ["tj", "c"],
        ["nj", "ny"],
        ["sj", "sy"],
        ["ch", "kh"],
        ["j", "y"],
    ],
    "keys": {
        "q": "wa",
        "w": "qase",
        "e": "wsdr",
        "r": "edft",
        "t": "rfgy",
        "y": "tghukmnij",
        "u": "yhji",
        "i": "ujkoy",
        "o": "iklp",
        "p": "ol",
        "a": "qwsz",
        "s": "awedxz",
        "d": "serfcx",
        "f": "drtgvc",
        "g": "ftyhbv",
        "h": "gyujnb",
        "j": "yuhikmn",
        "k": "jiolmy",
        "l": "kop",
        "z": "asx",
        "x": "zsdc",
        "c": "xdfv",
        "v": "cfgb",
        "b": "vghn",
        "n": "bhjmy",
        "m": "njky",
    },
    "slip": {"doubled": 1, "left": 2, "near": 2, "swapped": 2, "other": 3},
    "allowed": [0, 0, 0, 2, 3, 3, 3, 3, 5],
}
"""All that the search knows, for the command and the browser alike.

``kinds`` are words in front of a name that are no part of it, ``written`` those of them in which a
slip is forgiven. ``old`` are the changes of spelling since 1947, made one after the other to both
sides: j and y become one letter, so that y also has the neighbours of j. ``slip`` is what a
slip costs, ``allowed`` how much is forgiven in a word of so many letters (the last: and more).
"""

_KINDS = frozenset(RULES["kinds"].split())
_WRITTEN: list[str] = RULES["written"].split()
_SLIP: dict[str, int] = RULES["slip"]
_NO_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’‘ʼʻ`´ʹ′]")


def words_of(text: str) -> list[str]:
    """The words of a text in plain small letters and digits: ``Sogae'adu`` is one, ``sogaeadu``."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.lower()))
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M")
    return _NO_WORD.sub(" ", plain).split()


def without_kind(words: list[str]) -> list[str]:
    """The words of a name without its kind in front: all, if nothing else would be left."""
    return words[1:] if len(words) > 1 and words[0] in _KINDS else words


def asked_without_kind(words: list[str]) -> list[str]:
    """The same of a question, which may have a slip in the kind."""
    if len(words) > 1 and words[0] not in _KINDS:
        short = len(words[0]) < 6
        most = _SLIP["left"] if short else _SLIP["other"]
        near = (kind for kind in _WRITTEN if (len(kind) < 6) == short)
        if any(distance(words[0], kind, most) <= most for kind in near):
            return words[1:]
    return without_kind(words)


class Spelt(NamedTuple):
    """A name as it is compared: all its words together, those without the kind, these in the new
    spelling, and which letters that has."""

    words: tuple[str, ...]
    whole: str
    bare: str
    new: str
    letters: int


def spelt(words: list[str], bare: list[str]) -> Spelt:
    """The forms of a name of these words, of which ``bare`` are not the kind."""
    key = "".join(bare)
    new = folded(key)
    return Spelt(tuple(bare), "".join(words), key, new, letters(new))


@lru_cache(maxsize=20_000)
def spelt_name(text: str) -> Spelt:
    """The forms of a name of the data."""
    words = words_of(text)
    return spelt(words, without_kind(words))


def letters(key: str) -> int:
    """Which letters and digits a key has, one bit each: a letter that only one of two keys has is a
    slip."""
    found = 0
    for sign in key:
        found |= 1 << (ord(sign) - 48)
    return found


def folded(key: str) -> str:
    """A key in the new spelling: ``soerabaja`` → ``surabaya``."""
    for old, new in RULES["old"]:
        key = key.replace(old, new)
    return key


def allowed(length: int) -> int:
    """How much is forgiven in so many letters."""
    table: list[int] = RULES["allowed"]
    return table[min(length, len(table) - 1)]


def distance(one: str, other: str, most: int) -> int:
    """What the slips between two keys cost; ``most`` + 1 where that is more than ``most``.

    A letter left out or put in, doubled, exchanged (for that of a neighbouring key it costs less),
    or two that changed places (Damerau 1964, "optimal string alignment").
    """
    if abs(len(one) - len(other)) * _SLIP["doubled"] > most:
        return most + 1
    before: list[int] = []
    last = [0]
    for at, sign in enumerate(other):
        last.append(last[at] + _extra(other, at, sign))
    for row, sign in enumerate(one):
        now = [last[0] + _extra(one, row, sign)]
        for column, there in enumerate(other):
            cost = last[column] + _changed(sign, there)
            cost = min(cost, last[column + 1] + _extra(one, row, sign))
            cost = min(cost, now[column] + _extra(other, column, there))
            if (
                row
                and column
                and sign != there
                and sign == other[column - 1]
                and one[row - 1] == there
            ):
                cost = min(cost, before[column - 1] + _SLIP["swapped"])
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)


def _extra(text: str, at: int, sign: str) -> int:
    """What a letter costs that one side alone has."""
    return _SLIP["doubled"] if at and text[at - 1] == sign else _SLIP["left"]


def _changed(one: str, other: str) -> int:
    if one == other:
        return 0
    return _SLIP["near"] if other in RULES["keys"].get(one, "") else _SLIP["other"]
