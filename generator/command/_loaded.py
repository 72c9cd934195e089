"""The data of a site as every command needs them: read and checked, or told what is wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.evaluation.model import Dataset
from generator.format.problems import Problems, Translate, message
from generator.load.load import load
from generator.news.positions import Misplaced
from generator.news.sentences import phrases
from generator.settings import Settings, read_settings


def site_argument(parser: argparse.ArgumentParser, name: str = "--site") -> None:
    """The folder of the site, as an option or (``site``) as the one argument."""
    told = "folder situs (bawaan: folder ini)"
    if name.startswith("-"):
        parser.add_argument(name, default=".", help=told)
    else:
        parser.add_argument(name, nargs="?", default=".", help=told)


def loaded(
    folder: Path, translate: Translate, *, drafts: bool = True
) -> tuple[Settings, Dataset] | None:
    """The settings and the checked data of a site; None, with the problems told, if there are any."""
    settings = read_settings(folder)
    if not settings.results.is_dir():
        name = settings.results.as_posix()
        tell([message("Folder {folder} tidak ada.", folder=name).text(translate)])
        return None
    problems = Problems()
    try:
        phrases()
    except Misplaced as error:
        problems.extend(error.problems)
    dataset = load(settings.results, problems, drafts=drafts)
    if len(problems) or dataset is None:
        tell(problems.report(translate))
        return None
    return settings, dataset


def tell(lines: Iterable[str]) -> None:
    """What is wrong, where it does not mix with the answer of a command."""
    print("\n".join(lines), file=sys.stderr)


def may_write(folder: Path, site: Path, translate: Translate) -> bool:
    """Whether a command may write into a folder that it was given; else it says why not."""
    from generator.folders import check_target, site_in

    refused = check_target(folder, site_in(site))
    if refused is not None:
        tell([refused.text(translate)])
    return refused is None


def unwritable(folder: Path, error: OSError, translate: Translate) -> int:
    """Tell that a folder cannot be written to; the exit status."""
    told = message(
        "Folder tujuan {folder} tidak dapat ditulisi ({error}).",
        folder=error.filename or folder,
        error=error.strerror or error,
    )
    tell([told.text(translate)])
    return 1
