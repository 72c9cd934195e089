"""Files of a folder that anyone may have filled: read within limits, and parsed with positions."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.format.blanks import note_joined, note_odd, note_odd_anywhere
from generator.format.document import Builder, Document, Misspaced, Stop
from generator.format.listing import ListBuilder
from generator.format.problems import Message, Place, Problems, message, why
from generator.format.syntax import note_syntax


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may hold: more is a mistake or an attack, and is not read.

    ``values`` are counted after aliases are followed, which stops an alias bomb.
    """

    mebibytes: int
    values: int

    @property
    def bytes(self) -> int:
        return self.mebibytes * 1024 * 1024


ONE_REGION = Limits(1, 100_000)
"""A result file is some kilobytes."""

ALL_REGIONS = Limits(64, 2_000_000)
"""regions.yml with every village of the country is 10 MB and holds 700,000 values."""

LARGE = 8 * 1024
"""Bytes of a file of which the places of lists are folded."""

PIECE = 64 * 1024
"""Bytes that are read at once."""


def read(
    path: Path, file: str, root: Path, problems: Problems, limits: Limits = ONE_REGION
) -> Document | None:
    """Read one file below ``root``; ``file`` is its name in messages.

    Returns None, with at least one problem noted, if there is nothing to go on with.
    """
    text = content(path, file, root, problems, limits)
    return parse(text, file, problems, limits) if text is not None else None


def parse(
    text: bytes,
    file: str,
    problems: Problems,
    limits: Limits = ONE_REGION,
    builder: type[Builder] | None = None,
) -> Document | None:
    """The document of a file's bytes, as ``content`` gives them; None with a problem noted."""
    if builder is None:
        builder = ListBuilder if len(text) > LARGE else Builder
    try:
        return builder(file, problems, text, limits.values).document()
    except yaml.YAMLError as error:
        note_syntax(error, text.decode(), file, problems)
    except Misspaced:
        lines = text.decode().splitlines()
        if not (
            note_odd(lines, file, problems) or note_joined(lines, file, 1, len(lines), problems)
        ):
            note_odd_anywhere(lines, file, problems)
    except Stop:
        pass
    return None


def leaves(path: Path, root: Path) -> bool:
    """Whether a symbolic link ends outside ``root``; OSError if it ends nowhere."""
    if not path.is_symlink():
        return False
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except RuntimeError as error:  # how Python before 3.13 says that links run in a circle
        raise OSError(errno.ELOOP, str(error)) from error


def note_unreadable(error: OSError, place: Place, problems: Problems) -> None:
    """What the system says about a file or folder that cannot be read."""
    reasons = {
        errno.EACCES: message("tidak ada izin baca"),
        errno.EPERM: message("tidak ada izin baca"),
        errno.ENOENT: message("tidak ada, atau tautan yang putus"),
        errno.ELOOP: message("tautan simbolis yang berputar"),
    }
    reason: Message | str = reasons.get(error.errno or 0) or why(error)
    problems.add(
        place,
        "",
        message("tidak dapat dibaca ({reason})", reason=reason),
        message("periksa izin dan tautannya"),
    )


def content(
    path: Path, file: str, root: Path, problems: Problems, limits: Limits = ONE_REGION
) -> bytes | None:
    """The file's bytes, as UTF-8 without a byte order mark; None if it may not be read."""
    place = Place(file)
    try:
        if leaves(path, root):
            problems.add(
                place,
                "",
                message("tautan simbolis ini menunjuk ke luar folder results/"),
                message("salin berkasnya ke dalam results/"),
            )
            return None
        raw, regular, size = _bytes(path, limits)
    except OSError as error:
        note_unreadable(error, place, problems)
        return None
    if not regular:
        problems.add(place, "", message("bukan berkas biasa"), message("ganti dengan berkas"))
        return None
    if size > limits.bytes:
        problems.add(
            place,
            "",
            message("berkas lebih besar dari {size} MiB dan tidak dibaca", size=limits.mebibytes),
            message("satu berkas memuat satu wilayah saja"),
        )
        return None
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line_start = before.rfind(b"\n") + 1
        line = before.count(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        problems.add(
            Place(file, line, column),
            "",
            message("berkas ini bukan UTF-8"),
            message("simpan ulang dengan pengodean UTF-8 (di Notepad: Save as, Encoding UTF-8)"),
        )
        return None
    return raw


def _bytes(path: Path, limits: Limits) -> tuple[bytes, bool, int]:
    """The bytes of a file, whether it is a regular one, and its size (read if within the limits)."""
    # A pipe would wait for a writer: open without waiting, then look at what was opened.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return b"", False, 0
        if status.st_size > limits.bytes:
            return b"", True, status.st_size
        # In pieces: room for the largest file would be made, and given back, for each small one.
        pieces: list[bytes] = []
        size = 0
        while size <= limits.bytes and (piece := os.read(handle, PIECE)):
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces), True, size
    finally:
        os.close(handle)
