"""``rapor preview``: a built site with what is not published yet, for those who have to agree to it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command._loaded import may_write, opened, site_argument, target_argument, tell
from generator.format.problems import Translate, message
from generator.format.sitefile import NAMES
from generator.settings import note_missing

NAME = "preview"
HELP = message("bangun situs bersama draf dan yang masih diembargo")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    target_argument(parser, translate)
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Build into a folder that is not the site's own, or tell what stands in the way."""
    from generator.plugin.drafts import build_preview

    folder, site = Path(options.folder).absolute(), opened(options.site, options.messages)
    if site.settings.file is None and not len(site.problems):
        note_missing(NAMES[0], site.problems)  # data alone can be checked, not built
    if len(site.problems) or site.settings.file is None:
        tell(site.problems.report(site.translate))
        return 1
    if not may_write(folder, site):
        return 1
    status = build_preview(site.settings.file, folder, site.translate)
    if status == 0:
        told = message(
            "Pratinjau dengan draf ditulis ke {folder}; jangan diterbitkan.", folder=options.folder
        )
        print(told.text(site.translate))
    return status
