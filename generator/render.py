"""The site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.dataset import Dataset
from generator.news import Unproven
from generator.output import move
from generator.problems import Problems
from generator.settings import Settings
from generator.site import PROSE, PROSE_PAGES, Whole, fill_prose, whole_site


def site_of(settings: Settings, dataset: Dataset) -> Whole:
    """The site of a folder as the command line sees it: without MkDocs."""
    return whole_site(
        dataset,
        settings.title,
        settings.publisher,
        _prose(settings),
        analysis=settings.analysis,
    )


def _prose(settings: Settings) -> dict[str, str]:
    prose = {}
    for name in PROSE_PAGES:
        own = (settings.content / f"{name}.md", settings.content / name / "index.md")
        file = next((path for path in own if path.is_file()), PROSE / f"{name}.md")
        prose[name] = file.read_text(encoding="utf-8-sig")
    return prose


def render_site(settings: Settings, dataset: Dataset, folder: Path, problems: Problems) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages.

    Nothing is written there unless every page could be made, and never over a file that this
    command did not write; what stands in the way is noted.
    """
    whole = site_of(settings, dataset)
    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=folder.parent))
    try:
        for address in whole.makers:
            try:
                _write(staging / address / "index.md", whole.page(address).markdown.encode())
            except Unproven as error:
                problems.extend(error.problems)
        for name, text in _prose(settings).items():
            _write(staging / name / "index.md", fill_prose(text, whole, name).encode())
        for path, content in whole.files.items():
            _write(staging / path, content())
        if not len(problems):
            move(staging, folder, problems)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(whole.makers) + len(PROSE_PAGES)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
