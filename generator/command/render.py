"""``rapor render``: the site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from generator.command._loaded import loaded, site_argument
from generator.evaluation.model import Dataset
from generator.format.problems import Translate, message
from generator.settings import Settings

NAME = "render"
HELP = "tulis halaman sebagai berkas Markdown"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="folder tujuan")
    site_argument(parser)


def run(options: argparse.Namespace, translate: Translate) -> int:
    """Write the site, or tell what stands in the way."""
    found = loaded(Path(options.site), translate, drafts=False)
    if found is None:
        return 1
    count = render_site(*found, Path(options.folder))
    told = message("{count} halaman ditulis ke {folder}.", count=count, folder=options.folder)
    print(told.text(translate))
    return 0


def render_site(settings: Settings, dataset: Dataset, folder: Path) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages.

    Nothing is written there unless every page could be made.
    """
    from generator.site import PROSE_PAGES, fill_prose, prose_of, site_of

    whole = site_of(settings, dataset)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=folder.parent))
    try:
        for address in whole.makers:
            _write(staging / address / "index.md", whole.page(address).markdown.encode())
        for name, text in prose_of(settings).items():
            _write(staging / name / "index.md", fill_prose(text, whole, name).encode())
        for path, content in whole.files.items():
            _write(staging / path, content())
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
