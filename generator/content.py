"""The folder of prose: the Markdown of a site's own pages, and what it must not hold."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from pathlib import Path, PurePosixPath

from pathspec.gitignore import GitIgnoreSpec

from generator.format.problems import Place, Problems, message
from generator.format.reading import ALL_REGIONS, content
from generator.settings import Settings

PROSE = Path(__file__).parent / "prose"
PROSE_PAGES = ("metodologi", "tentang", "privasi", "glosarium")
"""Prose that every site has: its own in content/, else the package's."""


def packaged(measure: str, name: str) -> str:
    """A page of the package's prose: that of a measure, else the one for every measure."""
    own = PROSE / measure / f"{name}.md"
    return (own if own.is_file() else PROSE / f"{name}.md").read_text(encoding="utf-8")


_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_INDEXES = ("index", "README")
_EXCLUDED = (".*", "/templates/")
"""What MkDocs leaves out of every site (``mkdocs.structure.files``)."""


def read_prose(settings: Settings, problems: Problems) -> dict[str, str]:
    """The Markdown of each page of prose by its name: the site's own, else the package's."""
    found = {}
    for name in PROSE_PAGES:
        own = (settings.content / f"{name}.md", settings.content / name / "index.md")
        file = next((path for path in own if path.is_file()), None)
        text = _text(file, settings, problems) if file is not None else None
        if text is None:
            text = packaged(settings.measure, name)
        found[name] = text
    return found


def prose_files(settings: Settings) -> dict[str, str]:
    """Where pages of prose are when addresses are files: ``tentang/`` → ``tentang.html``."""
    found = {}
    for name in PROSE_PAGES:
        nested = (settings.content / name / "index.md").is_file()
        found[f"{name}/"] = f"{name}/index.html" if nested else f"{name}.html"
    return found


def check_content(
    settings: Settings, pages: Container[str], files: Container[str], problems: Problems
) -> None:
    """Note files that MkDocs could not read, and those that stand where the site puts its own.

    ``pages`` are the addresses of the pages that the site makes, ``files`` those of its files.
    """
    excluded = GitIgnoreSpec.from_lines([*_EXCLUDED, *settings.excluded.splitlines()])
    for path, name in _files(settings.content):
        if excluded.match_file(name):
            continue
        pure = PurePosixPath(name)
        markdown = pure.suffix in _MARKDOWN
        if markdown:
            _text(path, settings, problems)
        if _taken(pure, markdown, settings.directory_urls, pages, files):
            problems.add(
                Place(_name(path, settings)),
                "",
                message("alamat berkas ini dipakai halaman yang dibuat situs"),
                message("hapus berkas ini, atau beri nama lain"),
            )


def _taken(
    file: PurePosixPath,
    markdown: bool,
    directory_urls: bool,
    pages: Container[str],
    files: Container[str],
) -> bool:
    """Whether the address of a file is that of a page or file of the site."""
    folder = "" if str(file.parent) == "." else f"{file.parent}/"
    if not markdown:
        return str(file) in files or (file.name == "index.html" and folder in pages)
    if file.stem in _INDEXES:
        return folder in pages
    return directory_urls and f"{folder}{file.stem}/" in pages


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder with their names below it."""
    for place, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        for name in sorted(names):
            path = Path(place) / name
            yield path, path.relative_to(folder).as_posix()


def _text(path: Path, settings: Settings, problems: Problems) -> str | None:
    """The text of a file of prose; None, with a problem noted, if it is no UTF-8."""
    raw = content(path, _name(path, settings), Path(path.absolute().anchor), problems, ALL_REGIONS)
    # MkDocs reads text with the line ends of any system.
    return None if raw is None else raw.decode().replace("\r\n", "\n").replace("\r", "\n")


def _name(path: Path, settings: Settings) -> str:
    return Path(os.path.relpath(path, settings.folder)).as_posix()
