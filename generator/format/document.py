"""A YAML document as text values, each with its place.

Every scalar stays a string: its type is the model's business, not YAML's, so that the code
``63.10`` keeps its zero and a score never becomes a binary float. Tags are refused, never obeyed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from generator.format.blanks import has_odd, is_split, joined
from generator.format.folded import Folded, Path_
from generator.format.problems import Message, Place, Problems, message

MAX_DEPTH = 32
"""Levels of nesting; the deepest of the format is 7."""

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

    def has(self, key: str) -> bool:
        """Whether a key stands anywhere in the file."""
        folded = isinstance(self.keys, Folded) and self.keys.has(key)
        return folded or any(path[-1] == key for path in self.keys)


def _shared(places: dict[Path_, tuple[int, int]]) -> dict[Path_, tuple[int, int]]:
    """The same places as one object for all files of the same layout: thousands are alike."""
    # A large file is one of a kind.
    if len(places) >= 200 or isinstance(places, Folded):
        return places
    return _layout(tuple(places.items()))


@lru_cache(maxsize=1000)
def _layout(
    places: tuple[tuple[Path_, tuple[int, int]], ...],
) -> dict[Path_, tuple[int, int]]:
    return dict(places)


class Stop(Exception):
    """The rest of a file is not worth reading; the problem is noted."""


class Misspaced(Exception):
    """Keys were not read as keys, for the blanks around them."""


class Builder:
    """From the parser's events to text values with positions, in one pass.

    Nothing recurses deeper than MAX_DEPTH and nothing grows beyond ``most`` values, whatever stands in
    the file: libyaml's own composer would follow the nesting until the process dies.
    """

    def __init__(self, file: str, problems: Problems, text: bytes, most: int) -> None:
        self.file = file
        self.most = most
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
            if isinstance(data, str) and joined(data):
                raise Misspaced
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
            raise Stop
        if self.counted() > self.most:
            self.note(
                Place(self.file, line, column),
                (),
                message("terlalu banyak nilai dalam satu berkas"),
                message("bagi isinya, dan tulis nilai langsung tanpa alias (& dan *)"),
            )
            raise Stop

    def counted(self) -> int:
        """How many values were read."""
        return len(self.values)

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
        before: yaml.NodeEvent | None = None
        while not isinstance(event := self.events.get_event(), yaml.SequenceEndEvent):
            if before is not None and is_split(before, event):
                self.split(before, event, (*path, len(items) - 1))
            items.append(self.build(event, (*path, len(items))))
            self.built(path)
            before = event
        return items

    def split(self, before: yaml.ScalarEvent, event: yaml.ScalarEvent, path: Path_) -> None:
        """Note a text that YAML reads as two, for the comma of a number in it."""
        text = f"{before.value},{event.value}"
        self.note(
            self.place(before),
            path,
            message("koma di dalam “{text}” memotongnya menjadi dua butir", text=text),
            message(
                'beri tanda kutip: "{text}"; bila memang dua butir, beri spasi sesudah koma',
                text=text,
            ),
        )

    def built(self, path: Path_) -> None:
        """An item of the list at ``path`` was read."""

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
        if not event.style and has_odd(key):
            self.misspaced()
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

    def misspaced(self) -> None:
        """What is done about a key with a blank that is none."""
        raise Misspaced

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
