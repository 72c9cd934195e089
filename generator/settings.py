"""What a site's ``mkdocs.yml`` says, by one model for ``mkdocs build`` and the command alike."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.format.document import Value, dotted
from generator.format.folded import Path_
from generator.format.problems import Message, Place, Problems, message
from generator.format.site import PLUGIN, Options, Plugins, Publisher, SiteFile
from generator.format.sitefile import (
    NAMES,
    OPTIONS,
    SiteDocument,
    plain_tag,
    read_site_file,
    site_file,
)
from generator.format.validation import validate
from generator.load.measures import known_measures

M = TypeVar("M", bound=BaseModel)

USUAL_CONTENT = "content"
"""The folder of prose of a site whose file does not tell: that of the manual."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A site's folder and file (None without one), its name, its publisher, where data and prose are.

    ``address`` is that of the whole site, "" if it is not known.
    ``excluded`` are patterns of prose that is not published, as in .gitignore.
    ``languages`` are those of the pages, ``messages`` that of messages, None if none was chosen;
    ``directory_urls`` whether addresses end with a slash; ``files`` are the kinds of files to download.
    """

    folder: Path
    file: Path | None
    title: str
    address: str
    publisher: Publisher
    results: Path
    content: Path
    measure: str
    analysis: bool
    design_page: bool
    find: bool
    compare: bool
    search: bool
    languages: tuple[str, ...]
    messages: str | None
    directory_urls: bool
    excluded: str
    files: tuple[str, ...] = ()
    manifest: bool = True
    """Whether sums of all files are published."""
    preview: bool = False
    """Whether drafts are built too, in a site that search engines are told to leave alone."""


def _folder_name(site: Path) -> str:
    """The name of a site without a configuration file: that of its folder, which may be any bytes."""
    name = os.path.basename(os.path.realpath(site))
    return "".join(sign if sign.isprintable() else "?" for sign in name).strip() or "."


def read_settings(site: Path, problems: Problems) -> Settings:
    """The settings of the site in a folder, or of a configuration file; its mistakes are noted.

    A folder without such a file has the default settings: its data can be checked. With problems
    the settings are good for nothing but to look for more.
    """
    path = site_file(site)
    if path is None:
        if not os.path.isdir(site / Options().results):
            name = site.name if site.suffix in (".yml", ".yaml") else NAMES[0]
            note_missing(name, problems)
        return _settings(site, None, SiteFile(site_name=_folder_name(site)))
    document = read_site_file(path, problems)
    if document is not None and OPTIONS not in document.values:
        problems.add(
            document.at(("plugins",)),
            "plugins",
            message("plugin {plugin} tidak disebut", plugin=PLUGIN),
            message("tulis “plugins: [{plugin}]”", plugin=PLUGIN),
        )
    return _checked(path.parent, path, document, problems)


def note_missing(name: str, problems: Problems) -> None:
    """Note that there is no configuration file of this name."""
    wrong = message("berkas ini tidak ada")
    right = message("jalankan perintah ini di folder situs, atau sebut folder itu")
    problems.add(Place(name), "", wrong, right)


def given_settings(
    path: Path | None, values: Mapping[str, object], options: object, problems: Problems
) -> Settings:
    """The settings that MkDocs has read and others may have changed; the file tells the places.

    ``values`` are MkDocs' own by key, ``options`` those of the plugin, both as Python values.
    """
    document = SiteDocument(NAMES[0], {}, {(): (1, 1)}, {})
    if path is not None:
        read = read_site_file(path, problems)
        if read is None:
            return _checked(path.parent, path, None, problems)
        document = read
    given = {**document.data, **values, OPTIONS[0]: {PLUGIN: options}}
    data = {key: _as_text(value, document.data.get(key, "")) for key, value in given.items()}
    data = {key: value for key, value in data.items() if value != ""}
    folder = path.parent if path is not None else Path.cwd()
    return _checked(folder, path, _placed(replace(document, data=data)), problems)


def _placed(document: SiteDocument) -> SiteDocument:
    """The document with a place for what its file does not hold: that of the nearest parent."""
    values, files = dict(document.values), dict(document.files)

    def place(value: Value, path: Path_) -> None:
        if path not in values:
            near = document.at(path)
            values[path], files[path] = (near.line, near.column), near.file
        for key, item in value.items() if isinstance(value, dict) else ():
            place(item, (*path, key))
        for index, item in enumerate(value if isinstance(value, list) else ()):
            place(item, (*path, index))

    place(document.data, ())
    return replace(document, values=values, files=files)


def _checked(
    folder: Path, path: Path | None, document: SiteDocument | None, problems: Problems
) -> Settings:
    """The settings of a document, its own mistakes and folders that do not exist noted."""
    file = validate(document, SiteFile, problems) if document is not None else None
    if document is None or file is None:
        return _settings(folder, path, _readable(folder, document))
    settings = _settings(folder, path, file)

    def note(keys: tuple[str, ...], wrong: Message, right: Message) -> None:
        problems.add(document.at(keys), dotted(keys), wrong, right)

    if file.theme != PLUGIN:
        note(
            ("theme", "name"),
            message(
                "temanya “{theme}”, padahal halaman situs ini dibuat untuk tema rapor",
                theme=file.theme,
            ),
            message("tulis “theme: {{name: rapor}}”"),
        )
    options = document.data.get(OPTIONS[0])
    written = options.get(PLUGIN) if isinstance(options, dict) else None
    if isinstance(written, dict) and {"language", "languages"} <= written.keys():
        note(
            (*OPTIONS, "language"),
            message("language dan languages ditulis bersama"),
            message("hapus language; languages menyebut semua bahasa"),
        )
    if not os.path.isdir(settings.results):
        note(
            (*OPTIONS, "results"),
            message("folder “{folder}” tidak ada", folder=file.plugins.rapor.results),
            message("buat folder itu, atau sebut folder data dengan results"),
        )
    elif settings.measure not in (known := known_measures(settings.results)):
        note(
            (*OPTIONS, "measure"),
            message("ukuran “{id}” tidak dikenal", id=settings.measure),
            message(
                "buat measures/{id}.yml di folder data, atau sebut salah satu: {known}",
                id=settings.measure,
                known=", ".join(known),
            ),
        )
    if not os.path.isdir(settings.content):
        note(
            ("docs_dir",),
            message("folder “{folder}” tidak ada", folder=file.docs_dir),
            message("buat folder itu; isinya boleh kosong"),
        )
    elif settings.content.resolve() == folder.resolve():
        note(
            ("docs_dir",),
            message("folder “{folder}” adalah folder mkdocs.yml sendiri", folder=file.docs_dir),
            message("sebut folder di dalamnya, misalnya content"),
        )
    return settings


def _settings(folder: Path, path: Path | None, file: SiteFile) -> Settings:
    options = file.plugins.rapor
    return Settings(
        folder,
        path,
        file.site_name,
        file.site_url or "",
        options.publisher,
        folder / options.results,
        folder / file.docs_dir,
        options.measure,
        options.analysis,
        options.design_page,
        options.find,
        options.compare,
        options.search,
        (options.language,) if options.language else options.languages,
        options.messages,
        file.use_directory_urls,
        file.exclude_docs,
        options.files,
        options.manifest,
        options.preview,
    )


def _readable(folder: Path, document: SiteDocument | None) -> SiteFile:
    """Of a file with mistakes: where data and prose are, and in which language to tell of them."""
    if document is None:
        usual = {"docs_dir": USUAL_CONTENT} if os.path.isdir(folder / USUAL_CONTENT) else {}
        return SiteFile(site_name="?", **usual)
    listed = document.data.get(OPTIONS[0])
    given = listed.get(PLUGIN) if isinstance(listed, dict) else None
    options = _right(Options, {}, given, ("results", "messages"))
    file = _right(SiteFile, {"site_name": "?"}, document.data, ("docs_dir",))
    return file.model_copy(update={"plugins": Plugins(rapor=options)})


def _right(model: type[M], least: dict[str, Value], given: Value, keys: tuple[str, ...]) -> M:
    """The model of what is right among some keys, and of what it needs at least."""
    found = dict(least)
    for key in keys:
        if isinstance(given, dict) and key in given:
            with suppress(ValidationError):
                model.model_validate({**least, key: given[key]})
                found[key] = given[key]
    return model.model_validate(found)


def _as_text(value: object, written: Value) -> Value:
    """A Python value as the format has it: text; as it was written, where it still is that.

    ``written`` is "" for what the file does not hold, and None where its problem is noted.
    """
    if written is None:
        return None
    if isinstance(value, Mapping):
        below = written if isinstance(written, dict) else {}
        return {str(key): _as_text(item, below.get(str(key), "")) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = written if isinstance(written, list) else []
        return [
            _as_text(item, items[index] if index < len(items) else "")
            for index, item in enumerate(value)
        ]
    if value is None:
        return ""
    if isinstance(written, str):
        slash = value == f"{written}/"  # which MkDocs adds to its site_url
        if slash or (not isinstance(value, str) and _is(written, value)):
            return written
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is(text: str, value: object) -> bool:
    """Whether a value is what MkDocs makes of an unquoted text, such as True of ``yes``."""
    node = yaml.ScalarNode(plain_tag(text), text)
    try:
        meant = yaml.SafeLoader("").construct_object(node)
    except (ValueError, yaml.YAMLError):  # such as a date that no calendar has
        return False
    return type(meant) is type(value) and meant == value
