"""The index of the search of all texts: Pagefind over the finished pages, before they are swapped in.

Pages in another language have an index of their own, by what their `<html>` says: words are cut by the
rules of their language.

Its program comes as a binary of its own, which not every system runs: then a site has no search.
Which pages are searched they say themselves (``data-pagefind-body``, put there by the theme). There
are no filters: with them its files differ from run to run.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from generator.format.problems import Message, Translate, message, said
from generator.language.messages import message_language, translator
from generator.pages.search import INDEX
from generator.progress import phase
from generator.settings import Settings
from generator.site import Whole

log = logging.getLogger("mkdocs.plugins.rapor")

APART = (
    *("table", "figure", "svg", "aside", "nav", "button", "form", "dl"),
    *(".rk-use", ".rk-details", ".rk-proof", ".rk-quote", ".rk-ref", ".rk-actions", ".rk-take"),
    *(
        ".rk-banner",
        ".rk-small",
        ".rk-said",
        ".rk-usual",
        ".rk-unprinted",
        ".rk-chips",
        ".headerlink",
    ),
)
"""Parts of pages that are no text of theirs: tables, pictures, what stands beside and around, what all
pages of a kind say alike."""

NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""What Pagefind brings along and no page of the site loads."""

SOON = 30
"""Seconds within which the program says its version, and a small site is read."""

EACH = 0.05
"""Seconds for each page: a slow disk takes a tenth of it."""


class SearchError(Exception):
    """An index that was not made; ``why`` is what the program or the system said."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def possible(settings: Settings, *, preview: bool) -> Settings:
    """The settings without a search where its program does not run: that is told once.

    A preview has no index, and needs no program: its page says so.
    """
    if preview or not settings.search or (left_out := missing()) is None:
        return settings
    log.warning(left_out.text(translator(message_language(settings.messages))))
    return replace(settings, search=False)


def missing() -> Message | None:
    """What a site goes without where the program does not run, and why; None where it does."""
    try:
        _run("--version", seconds=SOON)
    except SearchError as error:
        return message(
            "Situs dibangun tanpa pencarian di seluruh teks: Pagefind tidak dapat dijalankan ({why}). "
            "Pasang dengan pip install “pagefind[bin]”, atau tulis search: false di mkdocs.yml.",
            why=error.why,
        )
    return None


def write_index(folder: Path, pages: int, *, as_files: bool) -> None:
    """Write the index of a finished site of so many pages into it; raises SearchError.

    ``as_files``: addresses of pages name files (``wilayah/index.html``) and not folders.
    """
    site = os.path.abspath(folder)
    _run(
        *("--site", site, "--output-path", os.path.join(site, INDEX.rstrip("/"))),
        *("--exclude-selectors", ", ".join(APART), "--silent"),
        *(("--keep-index-url",) if as_files else ()),
        seconds=SOON + EACH * pages,
    )
    index = folder / INDEX
    for pattern in NOT_NEEDED:
        for path in index.glob(pattern):
            path.unlink()
    entry = index / "pagefind-entry.json"
    if not (index / "pagefind.js").is_file() or not entry.is_file():
        raise SearchError(INDEX)
    # Its languages come in another order from run to run.
    found = json.loads(entry.read_bytes())
    entry.write_text(json.dumps(found, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def index(folder: Path, whole: Whole, settings: Settings, translate: Translate) -> None:
    """The index of a finished site; where it fails, that is told, and the page says it to readers."""
    if not settings.search:
        return
    try:
        with phase(message("Menyusun indeks pencarian"), uncounted=True):
            write_index(folder, len(whole.makers), as_files=not settings.directory_urls)
    except (SearchError, OSError) as error:
        why = error.why if isinstance(error, SearchError) else said(error)
        told = message(
            "Indeks pencarian tidak jadi dibuat ({why}); situs terbit, tetapi halaman /cari/ hanya "
            "menyebut bahwa pencarian tidak tersedia.",
            why=why,
        )
        log.warning(told.text(translate))


def _run(*arguments: str, seconds: float) -> None:
    """Run the program away from the files of its own that a site may have; raises SearchError."""
    try:
        from pagefind.service import get_executable
    except ImportError as error:
        raise SearchError(str(error)) from error
    program = get_executable()
    if program is None:
        raise SearchError("pagefind[bin]")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")
    }
    try:
        with tempfile.TemporaryDirectory() as elsewhere:
            done = subprocess.run(
                [os.fspath(program), *arguments],
                cwd=elsewhere,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(str(error)) from error
    if done.returncode:
        lines = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise SearchError(lines[-1] if lines else f"exit {done.returncode}")
