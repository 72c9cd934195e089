"""What YAML cannot parse, in words that help to mend it."""

from __future__ import annotations

import yaml
from yaml.reader import Reader

from generator.format.problems import Message, Place, Problems, message


def note_syntax(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    """Note libyaml's complaint about ``text``; in its own words where we know no better."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else _control(lines, file)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    tab = _tab(lines, file, place.line)
    if tab is not None:
        wrong, right = message("ada tab di awal baris"), message("pakai spasi untuk indentasi")
        problems.add(tab, "", wrong, right)
    else:
        problems.add(place, "", *_words(said.splitlines()[0] if said else ""))


def _words(said: str) -> tuple[Message, Message]:
    """What libyaml said, as what is wrong and what would be right."""
    if "cannot start any token" in said:
        return (
            message("tanda ini tidak boleh mengawali nilai"),
            message("beri tanda kutip pada nilai itu"),
        )
    if "control characters" in said or "special characters" in said:
        return (
            message("ada tanda kendali yang tidak terlihat"),
            message("hapus tanda itu, lalu ketik ulang barisnya"),
        )
    if "mapping values are not allowed" in said:
        return (
            message("titik dua di tempat yang salah, atau indentasi tidak sama"),
            message(
                "beri tanda kutip pada nilai yang memuat “: ”, dan samakan spasi di depan kunci"
            ),
        )
    if "could not find expected ':'" in said:
        return (
            message("baris sebelum ini tidak punya titik dua"),
            message("tulis “kunci: nilai”"),
        )
    if "unexpected end of stream" in said or "while scanning a quoted scalar" in said:
        return (
            message("tanda kutip tidak ditutup"),
            message("tutup nilai itu dengan tanda kutip yang sama"),
        )
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
