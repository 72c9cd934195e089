"""Indonesian: its number words, dates, lists, and the ways in which it shortens names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from reader.language import Language
from reader.language.dates import Calendar, Date, year, years
from reader.language.words import words
from reader.patterns import Line

ONES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]


UNITS = (("juta", 1_000_000, 1000), ("ribu", 1000, 1000), ("ratus", 100, 10), ("puluh", 10, 10))
"""Word, size, and how many of it there can be before the next larger one is used."""


def value_of(words: Sequence[str]) -> int | None:
    """``seribu dua ratus tiga`` as 1203; None for words that are no number as it is written."""
    for unit, size, most in UNITS:
        one = unit in ("ribu", "ratus") and f"se{unit}" in words
        if not one and unit not in words:
            continue
        at = words.index(f"se{unit}" if one else unit)
        many = (1 if at == 0 else None) if one else value_of(words[:at])
        rest = value_of(words[at + 1 :]) if words[at + 1 :] else 0
        if many is None or rest is None or not 0 < many < most or rest >= size:
            return None
        if (many == 1 and not one and unit != "juta") or (rest == 0 and words[at + 1 :]):
            return None
        return many * size + rest
    if len(words) == 2 and words[1] == "belas" and words[0] in ONES[2:10]:
        return ONES.index(words[0]) + 10
    return ONES.index(words[0]) if len(words) == 1 and words[0] in ONES else None


def number_words() -> dict[str, int]:
    """Every number up to millions that is written in one or two words: ``dua belas`` → 12."""
    known = [*ONES, "belas", *(unit for unit, _, _ in UNITS), "seratus", "seribu"]
    texts = [*known, *(f"{one} {other}" for one in known for other in known)]
    found = {text: value_of(text.split()) for text in texts}
    return {text: number for text, number in found.items() if number is not None}


WORDS = number_words()
ORDINALS = {f"ke{word}": number for word, number in WORDS.items()} | {"pertama": 1}
_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})*(?![\d]|[.,]\d)")
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\d]|[.,]\d)")
CALENDAR = Calendar(DAYS, MONTHS)


def _ends(line: Line, end: int) -> bool:
    return end >= len(line.text) or not line.text[end].isalnum()


_words = partial(words, ends=_ends)


def _digits(line: Line, start: int) -> Iterator[tuple[int, int]]:
    found = _DIGITS.match(line.folded, start)
    if found:
        yield found.end(), int(found.group().replace(".", ""))


_letters = _words(WORDS)


def _count(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """``dua belas``, ``69``, and at the opening of a sentence ``sebanyak 69``."""
    if line.folded.startswith("sebanyak ", start):
        start += len("sebanyak ")
    yield from _letters(line, start)
    yield from _digits(line, start)


def _decimal(line: Line, start: int) -> Iterator[tuple[int, str]]:
    """``1.250,50`` as ``1250.50``: a text, for its decimals count; ``780+`` is about so much."""
    found = _DECIMAL.match(line.folded, start)
    if found:
        about = line.folded.startswith("+", found.end())
        told = found.group().replace(".", "").replace(",", ".")
        yield found.end() + about, told + "+" * about


def _date(line: Line, start: int) -> Iterator[tuple[int, Date]]:
    """``Jumat, 19 Desember 2025``, ``pada Desember 2025``, ``2025``."""
    if line.folded.startswith("pada ", start):
        start += len("pada ")
    yield from CALENDAR.read(line, start)


def _ordinal(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """``ketiga``, ``ke-21``."""
    yield from _words(ORDINALS)(line, start)
    if line.folded.startswith("ke-", start):
        yield from _digits(line, start + 3)


def _together(line: Line, start: int) -> Iterator[tuple[int, int]]:
    """``kedelapan`` before a noun: all eight. There is no *all one* (``pertama``)."""
    for end, number in _ordinal(line, start):
        if number > 1:
            yield end, number


def _step(line: Line, start: int) -> Iterator[tuple[int, tuple[str, int]]]:
    """A place in the scale: from the top, from the bottom, or the n-th; (side, place)."""
    yield from _words({"satu-satunya": ("only", 1)})(line, start)
    for word, side in (("tertinggi", "top"), ("terendah", "bottom")):
        end = start + len(word)
        if line.folded.startswith(word, start):
            yield end, (side, 1)
            if line.folded.startswith(" ", end):
                for last, number in _ordinal(line, end + 1):
                    yield last, (side, number)
    for end, number in _ordinal(line, start):
        yield end, ("nth", number)


def _value(line: Line, start: int) -> Iterator[tuple[int, str]]:
    """A figure as corrections quote it: ``98,31`` or ``2``, as the data write it."""
    yield from _decimal(line, start)


def lower_first(text: str) -> str:
    """The first letter small, unless the word is an abbreviation by its capitals."""
    return text[:1].lower() + text[1:]


def _clause(text: str) -> Iterator[str]:
    """A text inside a sentence: without its full stop, with a small first letter or as it is."""
    bare = text.rstrip(".")
    yield bare
    yield lower_first(bare)


def _whole(text: str) -> Iterator[str]:
    """A text inside a sentence with its full stop, as hopes are taken in."""
    yield text
    yield lower_first(text)


def _institution(text: str) -> Iterator[str]:
    """``Pemerintah Kabupaten Tabalong`` also as ``Pemerintah Kabupaten (Pemkab) Tabalong``, ``Pemkab …``."""
    yield text
    short = {"Kabupaten": "Pemkab", "Kota": "Pemkot", "Provinsi": "Pemprov"}
    for kind, word in short.items():
        head = f"Pemerintah {kind} "
        if text.startswith(head):
            yield f"{head}({word}) {text.removeprefix(head)}"
            yield f"{word} {text.removeprefix(head)}"


def _place(text: str) -> Iterator[str]:
    """``di Banjarmasin``; a preposition that the data give stays."""
    with_preposition = text.lower().startswith(("di ", "pada "))
    yield text if with_preposition else f"di {text}"


def _own_names(kind: str) -> Iterator[str]:
    """``kabupaten itu``; bodies that are no place are ``badan publik itu``."""
    places = [
        "kabupaten",
        "kota",
        "provinsi",
        "kecamatan",
        "kelurahan",
        "desa",
        "nagari",
        "gampong",
    ]
    yield f"{kind if kind in places else 'badan publik'} itu"


def _short_name(name: str) -> str:
    """``Kabupaten Balangan`` → ``Balangan``; ``Dinas Sosial Provinsi …`` → ``Dinas Sosial``."""
    plain = ("Kabupaten", "Kota", "Provinsi", "Kecamatan", "Distrik", "Desa", "Kelurahan")
    for kind in ("Kabupaten Administrasi", "Kota Administrasi", *plain):
        if name.startswith(f"{kind} "):
            return name.removeprefix(f"{kind} ")
    return name.partition(" Provinsi ")[0]


CLAIMING = re.compile(
    r"\d|\b(?:"
    + "|".join(
        (
            *WORDS,
            *ORDINALS,
            r"ter(?:tinggi|rendah|besar|kecil|banyak|sedikit|atas|bawah|baik|buruk)\w*",
            r"terakhir|kurang|paling|hanya|satu-satunya|semua|semuanya|seluruh|tunggal|keduanya|sedikitnya|lebih",
            r"naik|turun|terpenuhi|kenaikan|penurunan|bertahan|tetap|sama|juga|kembali|tidak berubah",
        )
    )
    + r")\b"
)
"""Words that always claim something: none of them may stand in a pattern outside a role."""

INDONESIAN = Language(
    code="id",
    folder="",
    heading_of_years="Dari tahun ke tahun",
    kinds={
        "count": _count,
        "digits": _digits,
        "decimal": _decimal,
        "year": year,
        "years": years,
        "date": _date,
        "ordinal": _ordinal,
        "together": _together,
        "step": _step,
        "value": _value,
        "direction": _words({"naik": 1, "turun": -1}),
        "field": _words(
            {
                **{"skor": "score", "kategori": "category", "peringkat": "rank"},
                **{"skornya": "score", "kategorinya": "category", "peringkatnya": "rank"},
            }
        ),
    },
    forms={
        "clause": _clause,
        "whole": _whole,
        "institution": _institution,
        "place": _place,
        "plain": lambda text: iter((text.removesuffix("."),)),
        "quote": lambda text: iter((text.removesuffix("."),)),
        "title": lambda text: iter((text.removesuffix("."),)),
        "verb": lambda verb: iter((verb,)),
        "group": lambda name: iter((name, name.lower())),
        "kind": lambda kind: iter((kind,)),
        "category": lambda name: iter((name,)),
        "name": lambda name: iter((name,)),
        "number": lambda value: iter((value.replace(".", ","),)),
    },
    two=(" dan ", " serta "),
    three=(", dan ", ", serta "),
    alternatives=(" atau ", ", atau "),
    claiming=CLAIMING,
    own_names=_own_names,
    short_names=_short_name,
    person=lambda office, name: f"{office} {name}",
)
