"""``rapor render``: the site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from generator.command._loaded import loaded, may_write, site_argument, tell, unwritable
from generator.evaluation.model import Dataset
from generator.format.problems import Problems, Translate, message
from generator.output import move
from generator.settings import Settings

NAME = "render"
HELP = "tulis halaman sebagai berkas Markdown"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="folder tujuan")
    site_argument(parser)


def run(options: argparse.Namespace, translate: Translate) -> int:
    """Write the site, or tell what stands in the way."""
    folder, site = Path(options.folder), Path(options.site)
    if not may_write(folder, site, translate):
        return 1
    found = loaded(site, translate, drafts=False)
    if found is None:
        return 1
    problems = Problems()
    try:
        count = render_site(*found, folder, problems)
    except OSError as error:
        return unwritable(folder, error, translate)
    if len(problems):
        tell(problems.report(translate))
        return 1
    told = message("{count} halaman ditulis ke {folder}.", count=count, folder=options.folder)
    print(told.text(translate))
    return 0


def render_site(settings: Settings, dataset: Dataset, folder: Path, problems: Problems) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages.

    Nothing is written there unless every page could be made, and never over a file that this
    command did not write; what stands in the way is noted.
    """
    from generator.site import PROSE_PAGES, fill_prose, prose_of, site_of

    whole = site_of(settings, dataset)
    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=folder.parent))
    try:
        for address in whole.makers:
            _write(staging / address / "index.md", whole.page(address).markdown.encode())
        for name, text in prose_of(settings).items():
            _write(staging / name / "index.md", fill_prose(text, whole, name).encode())
        for path, content in whole.files.items():
            _write(staging / path, content())
        move(staging, folder, problems)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(whole.makers) + len(PROSE_PAGES)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
