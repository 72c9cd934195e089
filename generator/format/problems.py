"""Problems in the input: one message type, written for the person who made the mistake.

A problem names its place (file, line, column), the field, what is wrong and what would be right.
Its words stay untranslated until it is shown, so that one run can speak Indonesian or English.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Translate = Callable[[str], str]
"""From the Indonesian message to the reader's language."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with ``{named}`` gaps, in Indonesian, and the values that fill them.

    A value may itself be a Message (a part that has to be translated too).
    """

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def text(self, translate: Translate = str) -> str:
        """The sentence in the language of ``translate``."""
        filled = {
            name: value.text(translate) if isinstance(value, Message) else shorten(str(value))
            for name, value in self.values.items()
        }
        return translate(self.template).format_map(filled)


def message(template: str, /, **values: object) -> Message:
    """A translatable Message; the catalogue is extracted from the calls of this function."""
    return Message(template, values)


_WHY: Mapping[int, Message] = {
    errno.ENOENT: message("tidak ada"),
    errno.EEXIST: message("sudah ada"),
    errno.EACCES: message("tidak ada izin"),
    errno.EPERM: message("tidak ada izin"),
    errno.EROFS: message("tempat itu hanya dapat dibaca"),
    errno.EISDIR: message("ini folder, bukan berkas"),
    errno.ENOTDIR: message("ini berkas, bukan folder, atau terletak di dalam berkas"),
    errno.ENOTEMPTY: message("folder itu tidak kosong"),
    errno.ELOOP: message("tautan simbolis yang berputar"),
    errno.ENOSPC: message("tempat penyimpanan penuh"),
    errno.EFBIG: message("berkasnya terlalu besar"),
    errno.ENAMETOOLONG: message("namanya terlalu panjang"),
    errno.EBUSY: message("sedang dipakai program lain"),
    errno.EMFILE: message("terlalu banyak berkas terbuka"),
    errno.ENXIO: message("bukan berkas biasa"),
    errno.EIO: message("perangkat penyimpanannya gagal"),
}


def why(error: OSError) -> Message | str:
    """What the system says of a file, in the words of the messages; in its own where they have none."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)


def said(error: OSError) -> Message:
    """The same, with the file if the system names one."""
    named: dict[str, object] = {"why": why(error)}
    if error.filename:
        return Message("{file}: {why}", {"file": os.fspath(error.filename), **named})
    return Message("{why}", named)


class Place(NamedTuple):
    """Where something stands: file as the user names it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``field`` is the dotted path inside the file, "" for the whole file."""

    place: Place
    field: str
    wrong: Message
    right: Message | None = None

    def text(self, translate: Translate = str) -> str:
        """One line: ``FILE:LINE:COLUMN: FIELD: what is wrong; what would be right``."""
        head = f"{self.place}: {shorten(self.field)}: " if self.field else f"{self.place}: "
        tail = f"; {self.right.text(translate)}" if self.right else ""
        return one_line(head + self.wrong.text(translate) + tail)


def shorten(text: str) -> str:
    """At most 200 characters: enough to find the place, and a report stays readable."""
    return text if len(text) <= 200 else text[:199] + "…"


def one_line(text: str) -> str:
    """Text of a stranger's file, made safe for a terminal: control characters made visible."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


class Problems:
    """All problems of one run, each once, told in the order of file and line."""

    def __init__(self) -> None:
        self._found: dict[tuple[Place, str, str], Problem] = {}

    def add(self, place: Place, field: str, wrong: Message, right: Message | None = None) -> None:
        """Note a problem; the same words at the same place count once."""
        problem = Problem(place, field, wrong, right)
        self._found.setdefault((place, field, wrong.text()), problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that were found elsewhere."""
        for problem in problems:
            self.add(problem.place, problem.field, problem.wrong, problem.right)

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(
            sorted(
                self._found.values(),
                key=lambda p: (p.place.file, p.place.line, p.place.column, p.field, p.text()),
            )
        )

    def report(self, translate: Translate = str) -> list[str]:
        """A line for each problem, then their count; empty when there is none."""
        if not self._found:
            return []
        lines = [problem.text(translate) for problem in self]
        files = len({problem.place.file for problem in self._found.values()})
        count = message(
            "{problems} masalah dalam {files} berkas. Tidak ada yang diterbitkan.",
            problems=len(lines),
            files=files,
        )
        return [*lines, count.text(translate)]
