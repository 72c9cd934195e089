"""YAML files read as text with positions.

Every scalar stays a string: its type is the model's business, not YAML's, so that the code
``63.10`` keeps its zero and a score never becomes a binary float. Tags are refused, never obeyed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.problems import Place, Problems, message

MAX_BYTES = 1024 * 1024
"""A result file is some kilobytes; a larger one is a mistake or an attack and is not read."""

MAX_VALUES = 100_000
"""Values of one file after aliases are followed: what stops an alias bomb."""

MAX_DEPTH = 32
"""Levels of nesting; the deepest of the format is 7."""

Path_ = tuple[str | int, ...]
Value = None | str | list["Value"] | dict[str, "Value"]

_DEFAULT_TAGS = {
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
}


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


class _Loader(yaml.cyaml.CParser, yaml.constructor.BaseConstructor, yaml.resolver.BaseResolver):  # type: ignore[misc]
    """libyaml's parser without any resolver: plain scalars stay strings."""

    def __init__(self, stream: bytes) -> None:
        yaml.cyaml.CParser.__init__(self, stream)
        yaml.constructor.BaseConstructor.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)


def read(path: Path, file: str, root: Path, problems: Problems) -> Document | None:
    """Read one file below ``root``; ``file`` is its name in messages.

    Returns None, with at least one problem noted, if there is nothing to go on with.
    """
    text = _text(path, file, root, problems)
    if text is None:
        return None
    try:
        # Composing recurses once a level: too deep a file must be found before, not by a crash.
        if not _nesting_is_sane(text, file, problems):
            return None
        node = _Loader(text).get_single_node()
    except yaml.YAMLError as error:
        _syntax_problem(error, text.decode(), file, problems)
        return None
    place = Place(file)
    if node is None:
        problems.add(
            place, "", message("berkas kosong"), message("isi berkas ini atau hapus berkasnya")
        )
        return None
    if not isinstance(node, yaml.MappingNode):
        problems.add(
            place,
            "",
            message("isi berkas bukan pasangan kunci dan nilai"),
            message("tulis baris seperti “kunci: nilai”"),
        )
        return None
    return _Builder(file, problems).document(node)


def _text(path: Path, file: str, root: Path, problems: Problems) -> bytes | None:
    """The file's bytes, as UTF-8 without a byte order mark; None if it may not be read."""
    place = Place(file)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            problems.add(
                place,
                "",
                message("tautan simbolis ini menunjuk ke luar folder results/"),
                message("salin berkasnya ke dalam results/"),
            )
            return None
        if not path.is_file():
            problems.add(place, "", message("bukan berkas biasa"), message("ganti dengan berkas"))
            return None
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            raw = b"" if size > MAX_BYTES else stream.read(MAX_BYTES + 1)
    except OSError as error:
        problems.add(
            place,
            "",
            message("tidak dapat dibaca ({reason})", reason=error.strerror or str(error)),
            message("periksa izin dan tautan berkas ini"),
        )
        return None
    if max(size, len(raw)) > MAX_BYTES:
        problems.add(
            place,
            "",
            message("berkas lebih besar dari 1 MiB dan tidak dibaca"),
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


def _nesting_is_sane(text: bytes, file: str, problems: Problems) -> bool:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                problems.add(
                    Place(file, mark.line + 1, mark.column + 1),
                    "",
                    message("bersarang terlalu dalam"),
                    message("bentuk ini tidak ada dalam format; lihat contoh di docs/format.md"),
                )
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True


def _syntax_problem(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    """libyaml's complaint in words that help; its own words where we know no better."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else _control(text, file)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    said = said.splitlines()[0] if said else ""
    if "cannot start any token" in said:
        line = (text.splitlines() or [""])[place.line - 1 : place.line] or [""]
        if "\t" in line[0][: place.column]:
            problems.add(
                place,
                "",
                message("ada tab di awal baris"),
                message("pakai spasi untuk indentasi"),
            )
        else:
            problems.add(
                place,
                "",
                message("tanda ini tidak boleh mengawali nilai"),
                message("beri tanda kutip pada nilai itu"),
            )
    elif "control characters" in said:
        problems.add(
            place,
            "",
            message("ada tanda kendali yang tidak terlihat"),
            message("hapus tanda itu, lalu ketik ulang barisnya"),
        )
    elif "undefined alias" in said:
        problems.add(
            place, "", message("alias * tanpa jangkar &"), message("tulis nilainya langsung")
        )
    elif "expected a single document" in said or "another document" in said:
        problems.add(
            place,
            "",
            message("ada lebih dari satu dokumen (baris ---)"),
            message("satu berkas memuat satu dokumen"),
        )
    elif "mapping values are not allowed" in said:
        problems.add(
            place,
            "",
            message("titik dua di tempat yang salah, atau indentasi tidak sama"),
            message("beri tanda kutip pada nilai yang memuat “: ”, dan samakan spasi di depan kunci"),
        )
    elif "could not find expected ':'" in said:
        problems.add(
            place, "", message("baris sebelum ini tidak punya titik dua"), message("tulis “kunci: nilai”")
        )
    else:
        problems.add(
            place,
            "",
            message("YAML tidak terbaca ({said})", said=said),
            message("periksa tanda kutip, kurung, dan indentasi di sekitar baris ini"),
        )


def _control(text: str, file: str) -> Place:
    """The place of the first character that YAML does not allow; libyaml gives none."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if not character.isprintable() and character not in "\t\r\u0085\ufeff":
                return Place(file, number, column)
    return Place(file)


class _Builder:
    """From nodes to text values with positions; follows aliases within a bound."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file = file
        self.problems = problems
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.too_many = False

    def document(self, node: yaml.MappingNode) -> Document | None:
        data = self.build(node, ())
        if self.too_many or not isinstance(data, dict):
            return None
        return Document(self.file, data, self.values, self.keys)

    def build(self, node: yaml.Node, path: Path_) -> Value:
        self.values[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if len(self.values) > MAX_VALUES or len(path) > MAX_DEPTH:
            if not self.too_many:
                self.too_many = True
                self.problems.add(
                    Place(self.file, *self.values[path]),
                    "",
                    message("terlalu banyak nilai setelah alias (*) diikuti"),
                    message("tulis nilainya langsung, tanpa & dan *"),
                )
            return None
        if node.tag not in _DEFAULT_TAGS:
            self.problems.add(
                Place(self.file, *self.values[path]),
                dotted(path),
                message("tag {tag} tidak dipakai", tag=node.tag),
                message("hapus tag itu dan tulis nilainya saja"),
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if isinstance(node, yaml.SequenceNode):
            items: list[Value] = []
            for index, item in enumerate(node.value):
                items.append(self.build(item, (*path, index)))
                if self.too_many:
                    break
            return items
        return self.mapping(node, path)

    @staticmethod
    def scalar(node: yaml.ScalarNode) -> str | None:
        text = str(node.value)
        if node.style is None and text in ("", "~", "null", "Null", "NULL"):
            return None
        return text

    def mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            position = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.add(
                    Place(self.file, *position),
                    dotted(path),
                    message("kunci harus berupa teks"),
                    message("tulis “kunci: nilai”"),
                )
                continue
            key = str(key_node.value)
            if key in result:
                self.problems.add(
                    Place(self.file, *position),
                    dotted((*path, key)),
                    message("kunci ini sudah ada di baris {line}", line=self.keys[(*path, key)][0]),
                    message("hapus salah satunya"),
                )
                continue
            self.keys[(*path, key)] = position
            result[key] = self.build(value_node, (*path, key))
            if self.too_many:
                break
        return result


def dotted(path: Iterable[str | int]) -> str:
    """The path of a value as messages show it: ``groups.provinsi.sources[2].url``."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
