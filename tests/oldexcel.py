"""An XLS file of Excel 97 (BIFF8 in a compound file), written from the two public specifications
[MS-XLS] and [MS-CFB]: no library that is here writes any."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SECTOR = 512
END, FREE, OF_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
LEAST = 4096
"""Bytes from which a stream lies in sectors of its own."""


def write_xls(path: Path, rows: Sequence[Sequence[Any]], name: str = "Rekap") -> Path:
    """A workbook of one sheet of texts and numbers; None is an empty cell."""
    path.write_bytes(_compound(_workbook(rows, name)))
    return path


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 0x06))


def _text(text: str) -> bytes:
    """A text of two bytes a letter, with its length in two."""
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _workbook(rows: Sequence[Sequence[Any]], name: str) -> bytes:
    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            where = struct.pack("<HHH", row, column, 0)
            if isinstance(value, int | float):
                cells += _record(0x0203, where + struct.pack("<d", value))
            elif value is not None:
                cells += _record(0x0204, where + _text(value))
    end = _record(0x000A, b"")
    sheet = _begin(0x0010) + cells + end
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    head = _begin(0x0005) + _record(0x0042, struct.pack("<H", 1200))
    listed = 4 + 6 + len(title)
    at = len(head) + listed + len(end)
    return head + _record(0x0085, struct.pack("<IH", at, 0) + title) + end + sheet


def _compound(stream: bytes) -> bytes:
    """A compound file that holds a stream "Workbook": header, table of sectors, directory, stream."""
    stream = stream.ljust(LEAST, b"\0")
    stream += b"\0" * (-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    table = [OF_FAT, END, *range(3, count + 2), END]
    assert len(table) <= SECTOR // 4
    table += [FREE] * (SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, LEAST, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    folder = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, 2, len(stream))
    folder += _entry("", 0, FREE, 0, 0) * 2
    return header + struct.pack(f"<{SECTOR // 4}I", *table) + folder + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le") if name else b""
    entry = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    entry += struct.pack("<III", FREE, FREE, child) + b"\0" * 36
    return entry + struct.pack("<IQ", start, size)
