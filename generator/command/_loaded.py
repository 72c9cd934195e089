"""A site as every command needs it: its settings, then its data, or what is wrong with them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command._quoted import quoted
from generator.format.problems import Problems, Translate, message, why
from generator.language.messages import message_language, translator
from generator.settings import Settings, read_settings

if TYPE_CHECKING:
    from generator.site import Whole


@dataclass(frozen=True, slots=True)
class Opened:
    """The settings of a site, what is wrong with them, and the language in which to tell."""

    settings: Settings
    problems: Problems
    translate: Translate


def site_argument(
    parser: argparse.ArgumentParser, translate: Translate, name: str = "--site"
) -> None:
    """The site, as an option or (``site``) as the one argument."""
    told = message("folder situs atau berkas mkdocs.yml-nya (bawaan: folder ini)").text(translate)
    if name.startswith("-"):
        parser.add_argument(name, default=".", metavar="FOLDER", help=told)
    else:
        parser.add_argument(name, nargs="?", default=".", metavar="FOLDER", help=told)


def target_argument(parser: argparse.ArgumentParser, translate: Translate) -> None:
    """The folder into which a command writes."""
    told = message("folder tujuan").text(translate)
    parser.add_argument("folder", metavar="FOLDER", help=told)


def opened(site: str, language: str | None) -> Opened:
    """The site of a folder or configuration file; the language that the call names comes first."""
    problems = Problems()
    settings = read_settings(Path(site), problems)
    return Opened(settings, problems, translator(message_language(language or settings.messages)))


def loaded(site: Opened, *, drafts: bool = True) -> Whole | None:
    """The checked site; None, with the problems told, if there are any."""
    from generator.site import read_site

    whole = read_site(site.settings, site.problems, drafts=drafts)
    if whole is None:
        tell(quoted(site.problems, site.settings, site.translate))
    return whole


def tell(lines: Iterable[str]) -> None:
    """What is wrong, where it does not mix with the answer of a command."""
    print("\n".join(lines), file=sys.stderr)


def may_write(folder: Path, site: Opened) -> bool:
    """Whether a command may write into a folder that it was given; else it says why not."""
    from generator.folders import check_target, layout_of

    refused = check_target(folder, layout_of(site.settings))
    if refused is not None:
        tell([refused.text(site.translate)])
    return refused is None


def unwritable(folder: Path, error: OSError, translate: Translate) -> int:
    """Tell that a folder cannot be written to; the exit status."""
    told = message(
        "Folder tujuan {folder} tidak dapat ditulisi ({error}).",
        folder=error.filename or folder,
        error=why(error),
    )
    tell([told.text(translate)])
    return 1
