"""The folder of prose: the Markdown of a site's own pages, and what it must not hold."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path, PurePosixPath

from pathspec.gitignore import GitIgnoreSpec

from generator.format.problems import Place, Problems, message
from generator.format.reading import ALL_REGIONS, content, note_unreadable
from generator.language import SITE_LANGUAGE, languages
from generator.settings import Settings

PROSE = Path(__file__).parent / "prose"
PROSE_PAGES = ("metodologi", "tentang", "privasi", "glosarium", "kebijakan-koreksi")
"""Prose that every site has: its own in content/, else the package's."""


def packaged(measure: str, name: str, code: str = SITE_LANGUAGE) -> str:
    """A page of the package's prose in a language: that of a measure, else the one for every measure."""
    folder = PROSE if code == SITE_LANGUAGE else PROSE / code
    own = folder / measure / f"{name}.md"
    return (own if own.is_file() else folder / f"{name}.md").read_text(encoding="utf-8")


def folders_of(codes: Sequence[str]) -> dict[str, str]:
    """Where the pages of each language stand: the first at the root, another below its code."""
    return {code: f"{code}/" if at else "" for at, code in enumerate(codes)}


_OWN = frozenset(
    f"{folder}{name}{end}"
    for folder in ("", *(f"{code}/" for code in languages()))
    for name in PROSE_PAGES
    for end in (".md", "/index.md")
)
"""Where prose that takes the place of the package's stands in ``content/``."""

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_INDEXES = ("index", "README")
_EXCLUDED = (".*", "/templates/")
"""What MkDocs leaves out of every site (``mkdocs.structure.files``)."""


def read_prose(settings: Settings, problems: Problems) -> dict[str, str]:
    """The Markdown of each page of prose by its name (``tentang``, ``en/tentang``): the site's own,
    else the package's."""
    found = {}
    for code, folder in folders_of(settings.languages).items():
        content = settings.content / folder
        for name in PROSE_PAGES:
            own = (content / f"{name}.md", content / name / "index.md")
            file = next((path for path in own if os.path.isfile(path)), None)
            text = _text(file, settings, problems) if file is not None else None
            if text is None:
                text = packaged(settings.measure, name, code)
            found[f"{folder}{name}"] = text
    return found


def prose_files(settings: Settings) -> dict[str, dict[str, str]]:
    """By language, where pages of prose are when addresses are files: ``tentang/`` → ``tentang.html``."""

    def placed(folder: str, name: str) -> str:
        nested = os.path.isfile(settings.content / folder / name / "index.md")
        return f"{name}/index.html" if nested else f"{name}.html"

    return {
        code: {f"{name}/": placed(folder, name) for name in PROSE_PAGES}
        for code, folder in folders_of(settings.languages).items()
    }


def check_texts(settings: Settings, problems: Problems) -> None:
    """Note prose and folders that cannot be read, and files that are one on some systems."""

    def note(error: OSError) -> None:
        note_unreadable(error, Place(_name(Path(error.filename), settings)), problems)

    if not os.path.isdir(settings.content):
        return  # told with the settings
    seen: dict[str, str] = {}
    for path, file in _published(settings, note):
        # Some systems take letters and their accents, apart or in one, for the same name.
        other = seen.setdefault(unicodedata.normalize("NFC", str(file)).lower(), str(file))
        if other != str(file) and other.lower() not in _OWN:
            problems.add(
                Place(_name(path, settings)),
                "",
                message(
                    "nama berkas ini dan {name} hanya berbeda huruf besar-kecil atau cara menulis aksen",
                    name=other,
                ),
                message("gabungkan keduanya, atau beri berkas ini nama lain"),
            )
        if not is_text(str(file)):  # an address could not hold it
            problems.add(
                Place(_name(path, settings)),
                "",
                message("nama berkas ini bukan UTF-8"),
                message("beri berkas ini nama lain"),
            )
        elif file.suffix in _MARKDOWN:
            _text(path, settings, problems)
        elif not os.path.isfile(path):  # a pipe would never end, a link may lead nowhere
            problems.add(
                Place(_name(path, settings)),
                "",
                message("bukan berkas biasa"),
                message("ganti dengan berkas"),
            )


def is_text(name: str) -> bool:
    """Whether a word is UTF-8: the name of a file may be of any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def check_content(
    settings: Settings, pages: Container[str], files: Container[str], problems: Problems
) -> None:
    """Note files that stand where the site puts its own.

    ``pages`` are the addresses of the pages that the site makes, ``files`` those of its files.
    """
    for path, file in _published(settings):
        proper = str(file).lower()
        if proper in _OWN and proper != str(file):
            # It is that page on some systems, and a second one beside it on others.
            problems.add(
                Place(_name(path, settings)),
                "",
                message("nama halaman ini ditulis dengan huruf kecil"),
                message("ganti namanya menjadi {name}", name=proper),
            )
        elif _taken(file, file.suffix in _MARKDOWN, settings.directory_urls, pages, files):
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


def _published(
    settings: Settings, unreadable: Callable[[OSError], None] | None = None
) -> Iterator[tuple[Path, PurePosixPath]]:
    """The files of prose that MkDocs does not leave out, each with its path below their folder."""
    excluded = GitIgnoreSpec.from_lines([*_EXCLUDED, *settings.excluded.splitlines()])
    for place, folders, names in os.walk(settings.content, onerror=unreadable, followlinks=True):
        folders.sort()
        for name in sorted(names):
            path = Path(place) / name
            below = PurePosixPath(path.relative_to(settings.content))
            if not excluded.match_file(str(below)):
                yield path, below


def _text(path: Path, settings: Settings, problems: Problems) -> str | None:
    """The text of a file of prose; None, with a problem noted, if it is no UTF-8."""
    raw = content(path, _name(path, settings), Path(path.absolute().anchor), problems, ALL_REGIONS)
    # MkDocs reads text with the line ends of any system.
    return None if raw is None else raw.decode().replace("\r\n", "\n").replace("\r", "\n")


def _name(path: Path, settings: Settings) -> str:
    return Path(os.path.relpath(path, settings.folder)).as_posix()
