"""The site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.content import check_content, read_prose
from generator.dataset import Dataset
from generator.news import Unproven
from generator.problems import Problems
from generator.settings import Settings
from generator.site import PROSE_PAGES, Whole, fill_prose, whole_site


def site_of(settings: Settings, dataset: Dataset, problems: Problems) -> Whole:
    """The site of a folder as the command line sees it: without MkDocs."""
    whole = whole_site(
        dataset,
        settings.title,
        settings.publisher,
        read_prose(settings, problems),
        analysis=settings.analysis,
    )
    check_content(settings, whole, problems)
    return whole


def render_site(settings: Settings, dataset: Dataset, folder: Path, problems: Problems) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages.

    Nothing is written there unless every page could be made; what stands in the way is noted.
    """
    whole = site_of(settings, dataset, problems)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=folder.parent))
    try:
        for address in whole.makers:
            try:
                _write(staging / address / "index.md", whole.page(address).markdown.encode())
            except Unproven as error:
                problems.extend(error.problems)
        for name, text in read_prose(settings, problems).items():
            _write(staging / name / "index.md", fill_prose(text, whole, name).encode())
        for path, content in whole.files.items():
            _write(staging / path, content())
        if not len(problems):
            _move(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(whole.makers) + len(PROSE_PAGES)


def _move(staging: Path, folder: Path) -> None:
    for path in sorted(staging.rglob("*")):
        target = folder / path.relative_to(staging)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
