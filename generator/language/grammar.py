"""Indonesian grammar that no template should repeat: small functions, text in, text out."""

from __future__ import annotations

import re

from generator.language.base import Language

_PARTICLES = frozenset(
    (
        *("agar", "antara", "atau", "bagi", "dalam", "dan", "dari", "daripada", "dengan", "di"),
        *("hingga", "jika", "ke", "kepada", "oleh", "pada", "sampai", "sebagai", "sejak"),
        *("tentang", "tetapi", "untuk", "yang"),
    )
)
"""Words that stay small in a headline unless they open it (EYD V, kata tugas)."""

_GENERIC = frozenset(
    ("kabupaten", "kota", "provinsi", "kecamatan", "kelurahan", "desa", "nagari", "gampong")
)

_GOVERNMENTS = {"Kabupaten": "Pemkab", "Kota": "Pemkot", "Provinsi": "Pemprov"}

_LETTERS = re.compile(r"[^\W\d_]+")


def title_case(text: str) -> str:
    """A headline: every word with a capital except particles; what has a capital stays.

    ``sedikitnya empat dari dua belas kabupaten/kota`` → ``Sedikitnya Empat dari Dua Belas
    Kabupaten/Kota``. The second half of ``berturut-turut`` stays small (EYD V).
    """
    found: list[str] = []
    for position, word in enumerate(text.split(" ")):
        if position and word in _PARTICLES:
            found.append(word)
        elif "/" not in word:
            found.append(Language.capitalised(word))
        else:
            found.append("/".join(Language.capitalised(part) for part in word.split("/")))
    return " ".join(found)


def generic(kind: str) -> str:
    """What a region is called when its name was just said: ``kabupaten itu``."""
    return f"{kind if kind in _GENERIC else 'badan publik'} itu"


def government(publisher: str, *, first: bool) -> str:
    """A government in full with its short form at first mention, then short.

    ``Pemerintah Kabupaten Tabalong`` → ``Pemerintah Kabupaten (Pemkab) Tabalong``, ``Pemkab
    Tabalong``; any other publisher stays as it is.
    """
    head, kind, name = (*publisher.split(" ", 2), "", "")[:3]
    if head != "Pemerintah" or kind not in _GOVERNMENTS or not name:
        return publisher
    short = _GOVERNMENTS[kind]
    return f"Pemerintah {kind} ({short}) {name}" if first else f"{short} {name}"


def at_place(name: str) -> str:
    """A place with its preposition: ``di Banjarmasin``; one that the data give is kept."""
    return name if name.lower().startswith(("di ", "pada ")) else f"di {name}"


def lower_first(text: str) -> str:
    """The first letter small, unless the word is a name or an abbreviation by its capitals."""
    first = _LETTERS.search(text)
    if first is None or first.start() or not first.group()[1:].islower():
        return text
    return text[:1].lower() + text[1:]


def clause(text: str) -> str:
    """A text of the data inside a sentence: no capital of its own, no full stop."""
    return lower_first(text.rstrip("."))
