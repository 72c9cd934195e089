"""``rapor render``: the site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command._loaded import (
    loaded,
    may_write,
    opened,
    site_argument,
    target_argument,
    tell,
    unwritable,
)
from generator.format.problems import Problems, Translate, message
from generator.language import languages
from generator.output import move
from generator.progress import counted

if TYPE_CHECKING:
    from generator.site import Whole

NAME = "render"
HELP = message("tulis halaman sebagai berkas Markdown")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    target_argument(parser, translate)
    told = message("bahasa halaman").text(translate)
    parser.add_argument("--language", choices=languages(), help=told)
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Write the site, or tell what stands in the way."""
    folder, site = Path(options.folder), opened(options.site, options.messages)
    # Another builder has a search of its own; the index of this one is of its pages.
    site = replace(site, settings=replace(site.settings, search=False))
    if options.language:
        site = replace(site, settings=replace(site.settings, languages=(options.language,)))
    if not may_write(folder, site):
        return 1
    whole = loaded(site, drafts=False)
    if whole is None:
        return 1
    problems = Problems()
    try:
        count = render_site(whole, folder, problems)
    except OSError as error:
        return unwritable(folder, error, site.translate)
    if len(problems):
        tell(problems.report(site.translate))
        return 1
    told = message("{count} halaman ditulis ke {folder}.", count=count, folder=options.folder)
    print(told.text(site.translate))
    return 0


def render_site(whole: Whole, folder: Path, problems: Problems) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages.

    Nothing is written there unless every page could be made, and never over a file that this
    command did not write; what stands in the way is noted.
    """
    from generator.placeholders import fill_prose

    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=folder.parent))
    try:
        for address in counted(message("Menulis halaman"), whole.makers):
            _write(staging / address / "index.md", whole.page(address).markdown.encode())
        for name, text in whole.prose.items():
            _write(staging / name / "index.md", fill_prose(text, whole, name).encode())
        for path, content in whole.files.items():
            _write(staging / path, content())
        move(staging, folder, problems)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(whole.makers) + len(whole.prose)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
