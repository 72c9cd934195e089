"""``mkdocs.yml`` read as MkDocs reads it, with the place of each value that counts here.

MkDocs' file holds what is not our business: options of other plugins, tags that name Python
functions, keys written twice. Only what ``generator.format.site`` names is looked at; the rest is
passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml

from generator.format.document import Builder, Document, Value, dotted
from generator.format.folded import Path_
from generator.format.problems import Message, Place, Problems, message
from generator.format.reading import ALL_REGIONS, content, parse
from generator.format.site import PLUGIN, SiteFile

T = TypeVar("T")

NAMES = ("mkdocs.yml", "mkdocs.yaml")
"""What MkDocs looks for, in this order."""

OPTIONS = ("plugins", PLUGIN)
"""Where the options of the plugin stand, whether ``plugins`` is a list or a mapping."""

_KEYS = tuple(key for key in SiteFile.model_fields if key != "plugins")
_INHERIT = "INHERIT"
_MERGE = "<<"
_ENVIRONMENT, _RELATIVE = "!ENV", "!relative"
_STANDARD = "tag:yaml.org,2002:"
_PLAIN_TAGS = {_STANDARD + kind for kind in ("int", "float", "bool", "null")}
_TEXTS = {("site_name",), ("site_url",), ("docs_dir",), ("exclude_docs",)}
_SWITCHES = {("use_directory_urls",)}


@dataclass(frozen=True, slots=True)
class SiteDocument(Document):
    """A file and those that it inherits from; ``files`` names the other file of a path."""

    files: dict[Path_, str] = field(default_factory=dict, repr=False)

    def at(self, path: Iterable[str | int], *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest parent if it is not there."""
        wanted = tuple(path)
        places = self.keys if key and wanted in self.keys else self.values
        while wanted and wanted not in places:
            wanted = wanted[:-1]
        return Place(self.files.get(wanted, self.file), *places.get(wanted, (1, 1)))


def site_file(site: Path) -> Path | None:
    """The configuration file of a folder, or the file itself; None if the folder has none.

    What has its name and is no file (a folder, a link to nowhere) is told when it is read.
    """
    if os.path.isfile(site):
        return site
    named = [site / name for name in NAMES if os.path.lexists(site / name)]
    return next(filter(os.path.isfile, named), named[0] if named else None)


def read_site_file(path: Path, problems: Problems) -> SiteDocument | None:
    """What a configuration file says of what counts here, its plugin's options under ``OPTIONS``.

    None, with a problem noted, if it cannot be read.
    """
    found = _read(path, path.parent, (), problems)
    return _chosen(found, problems) if found is not None else None


def _read(
    path: Path, folder: Path, below: tuple[Path, ...], problems: Problems
) -> SiteDocument | None:
    """A file with what it inherits from; ``below`` are the files that inherit from it."""
    name = Path(os.path.relpath(path, folder)).as_posix()
    # The file may be a link to anywhere: whoever may write it says where the data are, too.
    text = content(path, name, Path(path.absolute().anchor), problems, ALL_REGIONS)
    own = parse(text, name, problems, ALL_REGIONS, _Builder) if text is not None else None
    if own is None:
        return None
    document = SiteDocument(own.file, own.data, own.values, own.keys)
    if _INHERIT not in own.data:
        return document
    above = own.data[_INHERIT]
    other = Path(os.path.normpath(path.parent / str(above)))
    wrong: Message | None = None
    if not isinstance(above, str) or not os.path.isfile(other):
        wrong = message("berkas “{file}” tidak ada", file=above)
    elif other in (path, *below):
        wrong = message("berkas “{file}” mewarisi dirinya sendiri", file=above)
    if wrong is not None:
        right = message("sebut berkas lain dari folder berkas ini, atau hapus INHERIT")
        problems.add(document.at((_INHERIT,)), _INHERIT, wrong, right)
        return None
    base = _read(other, folder, (path, *below), problems)
    return _inherited(base, document) if base is not None else None


def _inherited(base: SiteDocument, own: SiteDocument) -> SiteDocument:
    """One document of two, as MkDocs merges them: mappings key by key, all else is replaced."""
    values = {path: place for path, place in base.values.items() if not _hidden(path, own.data)}
    keys = {path: place for path, place in base.keys.items() if path in values}
    files = {path: base.files.get(path, base.file) for path in values if path not in own.values}
    return SiteDocument(
        own.file, _merged(base.data, own.data), values | own.values, keys | own.keys, files
    )


def _merged(base: dict[str, Value], own: dict[str, Value]) -> dict[str, Value]:
    result = dict(base)
    for key, value in own.items():
        below = result.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            value = _merged(below, value)
        result[key] = value
    return result


def _hidden(path: Path_, own: Value) -> bool:
    """Whether a path of the base lies below something that the own file replaces."""
    for part in path:
        if not isinstance(own, dict):
            return True
        if part not in own:
            return False
        own = own[str(part)]
    return False


def _chosen(whole: SiteDocument, problems: Problems) -> SiteDocument:
    """The document without what is not looked at; an empty value of MkDocs is as good as none."""
    data = {key: whole.data[key] for key in _KEYS if whole.data.get(key, "") != ""}
    at: Path_ = OPTIONS
    for number, (path, options) in enumerate(_mentions(whole, problems)):
        if number == 0:
            at = path
            data["plugins"] = {PLUGIN: {} if options == "" else options}
            continue
        first = whole.at(at, key=True)
        problems.add(
            whole.at(path, key=True),
            dotted(OPTIONS),
            message("plugin ini sudah disebut di baris {line}", line=first.line),
            message("hapus salah satunya"),
        )
    return SiteDocument(
        whole.file,
        data,
        _moved(whole.values, at),
        _moved(whole.keys, at),
        _moved(whole.files, at),
    )


def _mentions(whole: SiteDocument, problems: Problems) -> Iterator[tuple[Path_, Value]]:
    """Each mention of the plugin: the path of its options, and these ("" if there are none)."""
    listed = whole.data.get("plugins", "")
    if isinstance(listed, dict):
        for name, options in listed.items():
            if _is_ours(name):
                yield ("plugins", name), options
    elif isinstance(listed, list):
        for index, item in enumerate(listed):
            if isinstance(item, str) and _is_ours(item):
                yield ("plugins", index), ""
            for name, options in item.items() if isinstance(item, dict) else ():
                if _is_ours(name):
                    _check_siblings(whole, ("plugins", index), name, problems)
                    yield ("plugins", index, name), options
    elif listed:
        wrong = message("seharusnya daftar")
        right = message("tulis tiap butir di baris sendiri yang diawali “- ”")
        problems.add(whole.at(("plugins",)), "plugins", wrong, right)
        if _is_ours(listed):
            yield ("plugins",), ""


def _is_ours(name: str) -> bool:
    # With a slash before it MkDocs looks for no plugin of that name in the theme.
    return name.removeprefix("/") == PLUGIN


def _check_siblings(whole: SiteDocument, path: Path_, name: str, problems: Problems) -> None:
    """An option that is not indented below the plugin's name stands beside it."""
    others = [other for where in whole.keys if where[:-1] == path and (other := where[-1]) != name]
    for other in others[:1]:
        problems.add(
            whole.at((*path, other), key=True),
            dotted(("plugins", other)),
            message("sejajar dengan “{plugin}:”, bukan di dalamnya", plugin=name),
            message("jorokkan lebih dalam, atau beri “- ” di depannya bila plugin lain"),
        )


def _moved(places: dict[Path_, T], at: Path_) -> dict[Path_, T]:
    """The places of what is looked at, those at or below ``at`` as if at ``OPTIONS``."""
    found = {
        path: place for path, place in places.items() if path[:1] in ((), *((k,) for k in _KEYS))
    }
    if ("plugins",) in places:
        found["plugins",] = places["plugins",]
    size = len(at)
    return found | {
        (*OPTIONS, *path[size:]): place for path, place in places.items() if path[:size] == at
    }


class _Builder(Builder):
    """Takes what MkDocs takes, and notes only what concerns the values that count."""

    def __init__(self, file: str, problems: Problems, text: bytes, most: int) -> None:
        super().__init__(file, problems, b"", most)
        # The parser of MkDocs: libyaml lets tabs pass that it refuses.
        self.events = yaml.SafeLoader(text)

    def note(self, place: Place, path: Path_, wrong: Message, right: Message) -> None:
        """A problem of a value that counts, under the name that its kind of list has not."""
        if path[:1] == ("plugins",) and len(path) > 1:
            at = 1 if isinstance(path[1], str) else 2
            if len(path) <= at or not _is_ours(str(path[at])):
                return
            path = (*OPTIONS, *path[at + 1 :])
        elif path and path[0] not in (*_KEYS, "plugins", _INHERIT):
            return
        super().note(place, path, wrong, right)

    def build(self, event: yaml.NodeEvent, path: Path_) -> Value:
        """The value, noted where MkDocs asks for its own key with other marks around it."""
        value = super().build(event, path)
        if isinstance(event, yaml.ScalarEvent) and value and event.tag is None:
            wrong = right = None
            if path in _TEXTS and not event.style and plain_tag(str(value)) != _STANDARD + "str":
                wrong = message("tanpa tanda kutip “{text}” bukan teks", text=value)
                right = message('tulis "{text}"', text=value)
            elif path in _SWITCHES and event.style:
                wrong = message("dalam tanda kutip “{text}” adalah teks", text=value)
                right = message("hapus tanda kutipnya")
            if wrong is not None and right is not None:
                self.note(self.place(event), path, wrong, right)
        return value

    def tagged(self, event: yaml.NodeEvent, path: Path_, value: Value) -> Value:
        """The value of a plain tag or of ``!ENV``; what any other tag makes of it is not known."""
        if event.tag == _ENVIRONMENT:
            return _environment(value)
        if event.tag in _PLAIN_TAGS:
            return value
        if not event.tag.startswith(_STANDARD) and event.tag != _RELATIVE:
            path = ()  # MkDocs takes it nowhere
        return super().tagged(event, path, value)

    def key(self, event: yaml.NodeEvent, path: Path_, result: dict[str, Value]) -> str | None:
        """The text of a key, also of one that merges another mapping."""
        merges = isinstance(event, yaml.ScalarEvent) and event.value == _MERGE and not event.style
        return _MERGE if merges and _MERGE not in result else super().key(event, path, result)

    def misspaced(self) -> None:
        """Nothing: MkDocs takes such a key, and one of ours is not known then."""

    def mapping(self, path: Path_) -> dict[str, Value]:
        """The keys of a mapping, then those of what it merges that it has not."""
        result = super().mapping(path)
        merged = result.pop(_MERGE, None)
        sources = (
            [((), merged)]
            if not isinstance(merged, list)
            else [((index,), item) for index, item in enumerate(merged)]
        )
        for where, source in sources:
            for key, value in source.items() if isinstance(source, dict) else ():
                if key not in result:
                    origin = (*path, _MERGE, *where, key)
                    result[key] = value
                    self.keys[(*path, key)] = self.keys[origin]
                    self.copy(value, origin, (*path, key))
        return result


def plain_tag(text: str) -> str:
    """The tag that YAML gives to an unquoted text, such as that of a number."""
    return str(yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False)))


def _environment(value: Value) -> Value:
    """What ``!ENV NAME`` and ``!ENV [NAME, …, otherwise]`` stand for; "" if nothing is set."""
    names = value if isinstance(value, list) else [value]
    otherwise = names.pop() if len(names) > 1 else ""
    set_ = [os.environ[name] for name in names if isinstance(name, str) and name in os.environ]
    return set_[0] if set_ else otherwise
