"""What YAML cannot parse, in words that help to mend it."""

from __future__ import annotations

import re

import yaml
from yaml.reader import Reader

from generator.format.blanks import note_joined, note_odd
from generator.format.problems import Message, Place, Problems, message

Words = tuple[Message, Message]
"""What is wrong, and what would be right."""

_QUOTE = message("beri tanda kutip pada nilai itu")

_SAID: tuple[tuple[str, Words], ...] = (
    (
        r"cannot start any token",
        (message("tanda ini tidak boleh mengawali nilai"), _QUOTE),
    ),
    (
        r"control characters|special characters",
        (
            message("ada tanda kendali yang tidak terlihat"),
            message("hapus tanda itu, lalu ketik ulang barisnya"),
        ),
    ),
    (
        r"mapping values are not allowed",
        (
            message("titik dua di tempat yang salah, atau indentasi tidak sama"),
            message(
                "beri tanda kutip pada nilai yang memuat “: ”, dan samakan spasi di depan kunci"
            ),
        ),
    ),
    (
        r"sequence entries are not allowed",
        (
            message("tanda “-” di tempat nilai"),
            message("tulis nilainya, hapus baris ini bila belum diketahui, atau beri tanda kutip"),
        ),
    ),
    (
        r"mapping keys are not allowed",
        (message("tanda “?” di tempat nilai"), _QUOTE),
    ),
    (
        r"could not find expected ':'",
        (
            message("baris ini tidak punya titik dua"),
            message("tulis “kunci: nilai”"),
        ),
    ),
    (
        r"unexpected end of stream|document (?:indicator|separator)|scanning a quoted scalar",
        (
            message("tanda kutip tidak ditutup"),
            message("tutup nilai itu dengan tanda kutip yang sama"),
        ),
    ),
    (
        r"escape|hexdecimal",
        (
            message("garis miring terbalik dalam tanda kutip ganda"),
            message("pakai tanda kutip tunggal, atau tulis \\\\"),
        ),
    ),
    (
        r"expected ',' or",
        (
            message("kurung tidak ditutup, atau kurang koma di dalamnya"),
            message("periksa koma, dan tutup kurung itu dengan pasangannya"),
        ),
    ),
    (
        r"node content",
        (message("tanda kurung atau koma di tempat nilai"), _QUOTE),
    ),
    (
        r"expected key|'-' indicator|<block end>",
        (
            message("baris ini tidak cocok dengan baris di atasnya"),
            message("samakan spasi di depan kunci, dan beri tanda kutip pada seluruh nilai"),
        ),
    ),
    (
        r"alphabetic or numeric|the expected '>'|expected '>'|tag handle|expected '!'|octet|URI",
        (message("tanda “&”, “*” atau “!” di awal nilai"), _QUOTE),
    ),
    (
        r"comment or (?:a )?line break|chomping|indentation indicator",
        (
            message("sesudah “|” atau “>” ada teks di baris yang sama"),
            message("tulis teksnya di baris-baris berikut yang menjorok, atau beri tanda kutip"),
        ),
    ),
    (
        r"directive|incompatible YAML|non-alphabetical",
        (message("tanda “%” di awal baris"), message("hapus tanda itu, atau beri tanda kutip")),
    ),
    (
        r"<document start>",
        (
            message("baris ini tidak termasuk isi sebelumnya"),
            message("hapus baris --- dan ..., dan tulis “kunci: nilai”"),
        ),
    ),
)
"""What the parsers say, libyaml's and that of MkDocs, as patterns; the first that fits counts."""

_FROM_ITS_BEGINNING = re.compile("could not find expected ':'|expected ',' or")
"""Where the end is what they miss: the place to look at is where it begins."""


def note_syntax(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    """Note what the parser could not read in ``text``, by the cause that is seen in its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    problem, context = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    mark = problem or context
    place = Place(file, mark.line + 1, mark.column + 1) if mark else _control(lines, file)
    if note_odd(lines, file, problems):
        return
    first = context.line + 1 if context else place.line - 1
    if note_joined(lines, file, first, place.line, problems):
        return
    tab = _tab(lines, file, place.line)
    if tab is not None:
        wrong, right = message("ada tab di awal baris"), message("pakai spasi untuk indentasi")
        problems.add(tab, "", wrong, right)
        return
    if context and _FROM_ITS_BEGINNING.search(said):
        place = Place(file, context.line + 1, context.column + 1)
    problems.add(place, "", *_words(said.splitlines()[0] if said else ""))


def _words(said: str) -> Words:
    """What a parser said, as what is wrong and what would be right."""
    for pattern, words in _SAID:
        if re.search(pattern, said):
            return words
    return (
        message("YAML tidak terbaca ({said})", said=said),
        message("periksa tanda kutip, kurung, dan indentasi di sekitar baris ini"),
    )


def _tab(lines: list[str], file: str, line: int) -> Place | None:
    """The first tab in the indentation of a line or of the one before it."""
    for number in (line, line - 1):
        if 1 <= number <= len(lines):
            text = lines[number - 1]
            indentation = text[: len(text) - len(text.lstrip(" \t"))]
            if "\t" in indentation and text.strip():
                return Place(file, number, indentation.index("\t") + 1)
    return None


def _control(lines: list[str], file: str) -> Place:
    """The place of the first character that YAML does not allow; libyaml gives none."""
    for number, line in enumerate(lines, 1):
        found = Reader.NON_PRINTABLE.search(line)
        if found:
            return Place(file, number, found.start() + 1)
    return Place(file)
