"""Which files MkDocs copies and writes, where prose stands, and how it links to them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site import Whole
from generator.theme import FOLDER as THEME_FOLDER
from generator.theme import NEEDED_ASSETS
from generator.theme.lean import lean


def kept_of(files: Files, config: MkDocsConfig) -> Files:
    """The files of a site among those that MkDocs found; of its own style sheets what browsers read."""
    return Files([_published(file, config) for file in files if _needed(file)])


def _published(file: File, config: MkDocsConfig) -> File:
    path = Path(file.abs_src_path or "")
    if THEME_FOLDER not in path.parents or path.suffix != ".css":
        return file
    return DataFile(config, file.src_uri, lambda: lean(path.read_text("utf-8")).encode())


def _needed(file: File) -> bool:
    """Whether the site has a file: of the theme's assets what its pages name, prose that is text."""
    if file.is_documentation_page() and not _is_text(file):
        return False  # told with the mistakes of the data, beside which a preview goes on
    if not file.src_uri.startswith("assets/") or file.generated_by or not file.abs_src_path:
        return True
    theme = (
        "material" in Path(file.abs_src_path).parts
        or THEME_FOLDER in Path(file.abs_src_path).parents
    )
    return not theme or any(fnmatch(file.src_uri, pattern) for pattern in NEEDED_ASSETS)


def _is_text(file: File) -> bool:
    try:
        return file.content_string is not None
    except (OSError, ValueError):
        return False


class DataFile(File):
    """A file of figures, made when it is written: by then other processes are at work."""

    def __init__(self, config: MkDocsConfig, path: str, make: Callable[[], bytes]) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "rapor"
        self._make = make
        self._changed: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        """What MkDocs reads of a file without a path, whatever asks for it."""
        return self._make() if self._changed is None else self._changed

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        self._changed = value


def prose_file(files: Files, name: str) -> File | None:
    return files.get_file_from_path(f"{name}.md") or files.get_file_from_path(f"{name}/index.md")


def source_link(found: re.Match[str], here: File, files: Files, folder: str = "") -> str:
    """A link of a prose page as MkDocs wants it: to the source file, which it then checks.

    ``folder`` is that of the language: a page of it stands there first.
    """
    address = found["address"]
    for path in (f"{address}index.md", f"{address.rstrip('/')}.md"):
        if address.endswith("/") or not address:
            there = files.get_file_from_path
            file = there(f"{folder}{path}") or there(path)
            if file is not None:
                start = posixpath.dirname(here.src_uri) or "."
                return f"]({posixpath.relpath(file.src_uri, start)}{found['hash'] or ''})"
    return found[0]


def pages_of(whole: Whole, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The path and the date of every generated page that search engines are to find."""
    ending = "" if config.use_directory_urls else "index.html"
    return (
        (f"{address}{ending}", whole.updated(address))
        for address, maker in whole.makers.items()
        if not maker.kind.sample
    )
