"""YAML files read as text with positions.

Every scalar stays a string: its type is the model's business, not YAML's, so that the code
``63.10`` keeps its zero and a score never becomes a binary float. Tags are refused, never obeyed.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from generator.problems import Message, Place, Problems, message
from generator.syntax import note_syntax


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

PIECE = 64 * 1024
"""Bytes that are read at once."""

MAX_DEPTH = 32
"""Levels of nesting; the deepest of the format is 7."""

Path_ = tuple[str | int, ...]
Value = None | str | list["Value"] | dict[str, "Value"]
"""What stands in a file. An empty value is ""; None is one whose problem is already noted."""

_DEFAULT_TAGS = {
    None,
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
}
_NULL = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: its values as text, and the place of every key and value."""

    file: str
    data: dict[str, Value]
    values: dict[Path_, tuple[int, int]] = field(repr=False)
    keys: dict[Path_, tuple[int, int]] = field(repr=False)

    def at(self, path: Iterable[str | int], *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest parent if it is not there."""
        wanted = tuple(path)
        if key and wanted in self.keys:
            return Place(self.file, *self.keys[wanted])
        while wanted not in self.values:
            if not wanted:
                return Place(self.file)
            wanted = wanted[:-1]
        return Place(self.file, *self.values[wanted])


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
    try:
        return (builder or Builder)(file, problems, text, limits).document()
    except yaml.YAMLError as error:
        note_syntax(error, text.decode(), file, problems)
    except _Stop:
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
    reason: Message | str = reasons.get(error.errno or 0, error.strerror or str(error))
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


def _shared(places: dict[Path_, tuple[int, int]]) -> dict[Path_, tuple[int, int]]:
    """The same places as one object for all files of the same layout: thousands are alike."""
    # A large file is one of a kind.
    return _layout(tuple(places.items())) if len(places) < 200 else places


@lru_cache(maxsize=1000)
def _layout(
    places: tuple[tuple[Path_, tuple[int, int]], ...],
) -> dict[Path_, tuple[int, int]]:
    return dict(places)


class _Stop(Exception):
    """The rest of a file is not worth reading; the problem is noted."""


class Builder:
    """From the parser's events to text values with positions, in one pass.

    Nothing recurses deeper than MAX_DEPTH and nothing grows beyond the limits, whatever stands in
    the file: libyaml's own composer would follow the nesting until the process dies.
    """

    def __init__(self, file: str, problems: Problems, text: bytes, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.problems = problems
        self.events = yaml.cyaml.CParser(text)
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.anchors: dict[str, tuple[Path_, Value]] = {}
        self.open: set[str] = set()

    def document(self) -> Document | None:
        """The whole file; None with a problem noted if it holds no mapping."""
        self.events.get_event()
        event = self.events.get_event()
        if isinstance(event, yaml.DocumentStartEvent):
            event = self.events.get_event()
        empty = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
        if empty or isinstance(event, yaml.StreamEndEvent):
            self.note(
                Place(self.file),
                (),
                message("berkas kosong"),
                message("isi berkas ini atau hapus berkasnya"),
            )
            return None
        data = self.build(event, ())
        if not isinstance(event, yaml.MappingStartEvent):
            self.note(
                Place(self.file),
                (),
                message("isi berkas bukan pasangan kunci dan nilai"),
                message("tulis baris seperti “kunci: nilai”"),
            )
            return None
        self.events.get_event()
        event = self.events.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.note(
                self.place(event),
                (),
                message("ada lebih dari satu dokumen (baris ---)"),
                message("satu berkas memuat satu dokumen"),
            )
            return None
        if not isinstance(data, dict):
            return None
        return Document(self.file, data, _shared(self.values), _shared(self.keys))

    def place(self, event: yaml.Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def note(self, place: Place, path: Path_, wrong: Message, right: Message) -> None:
        self.problems.add(place, dotted(path), wrong, right)

    def remember(self, path: Path_, line: int, column: int) -> None:
        """Note the place of a value; stop where there are too many or they lie too deep."""
        self.values[path] = (line, column)
        if len(path) > MAX_DEPTH:
            self.note(
                Place(self.file, line, column),
                (),
                message("bersarang terlalu dalam"),
                message("bentuk ini tidak ada dalam format; lihat contoh di docs/format.md"),
            )
            raise _Stop
        if len(self.values) > self.limits.values:
            self.note(
                Place(self.file, line, column),
                (),
                message("terlalu banyak nilai dalam satu berkas"),
                message("bagi isinya, dan tulis nilai langsung tanpa alias (& dan *)"),
            )
            raise _Stop

    def build(self, event: yaml.NodeEvent, path: Path_) -> Value:
        mark = event.start_mark
        self.remember(path, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, path)
        if event.anchor:
            self.open.add(event.anchor)
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            value = "" if not event.style and event.value in _NULL else str(event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(path)
        else:
            value = self.mapping(path)
        if event.tag not in _DEFAULT_TAGS:
            value = self.tagged(event, path, value)
        if event.anchor:
            self.open.discard(event.anchor)
            self.anchors[event.anchor] = (path, value)
        return value

    def tagged(self, event: yaml.NodeEvent, path: Path_, value: Value) -> Value:
        """What a tag makes of a value: nothing, and a problem."""
        self.tag(event, path)
        return None

    def tag(self, event: yaml.NodeEvent, path: Path_) -> None:
        self.note(
            self.place(event),
            path,
            message("tag {tag} tidak dipakai", tag=event.tag),
            message("hapus tag itu dan tulis nilainya saja"),
        )

    def alias(self, event: yaml.AliasEvent, path: Path_) -> Value:
        if event.anchor in self.open:
            self.note(
                self.place(event),
                path,
                message("alias ini menunjuk ke dirinya sendiri"),
                message("tulis nilainya langsung"),
            )
            return None
        if event.anchor not in self.anchors:
            self.note(
                self.place(event),
                path,
                message("alias * tanpa jangkar &"),
                message("tulis nilainya langsung"),
            )
            return None
        origin, value = self.anchors[event.anchor]
        self.copy(value, origin, path)
        return value

    def copy(self, value: Value, origin: Path_, path: Path_) -> None:
        """The places of an anchored value, again below the path of its alias."""
        self.remember(path, *self.values[origin])
        if isinstance(value, dict):
            for key, inner in value.items():
                self.keys[(*path, key)] = self.keys[(*origin, key)]
                self.copy(inner, (*origin, key), (*path, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self.copy(inner, (*origin, index), (*path, index))

    def sequence(self, path: Path_) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self.events.get_event(), yaml.SequenceEndEvent):
            items.append(self.build(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Value]:
        result: dict[str, Value] = {}
        while not isinstance(event := self.events.get_event(), yaml.MappingEndEvent):
            key = self.key(event, path, result)
            value = self.events.get_event()
            if key is None:
                self.skip(value)
            else:
                self.keys[(*path, key)] = (event.start_mark.line + 1, event.start_mark.column + 1)
                result[key] = None  # a place for the key, should the value stop the reading
                result[key] = self.build(value, (*path, key))
        return result

    def key(self, event: yaml.NodeEvent, path: Path_, result: dict[str, Value]) -> str | None:
        """The text of a key; None with a problem noted if it cannot be one."""
        place = self.place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.skip(event)
            self.note(
                place, path, message("kunci harus berupa teks"), message("tulis “kunci: nilai”")
            )
            return None
        key = str(event.value)
        if event.tag not in _DEFAULT_TAGS:
            self.tag(event, (*path, key))
        elif key == "<<":
            self.note(
                place,
                (*path, key),
                message("gabungan “<<” tidak dipakai"),
                message("tulis kunci-kuncinya langsung"),
            )
        elif key in result:
            self.note(
                place,
                (*path, key),
                message("kunci ini sudah ada di baris {line}", line=self.keys[(*path, key)][0]),
                message("hapus salah satunya"),
            )
        else:
            return key
        return None

    def skip(self, event: yaml.Event) -> None:
        """Pass over a value that is not wanted, however deep."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = self.events.get_event()
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)


def dotted(path: Iterable[str | int]) -> str:
    """The path of a value as messages show it: ``groups.provinsi.sources[2].url``."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
