"""``rapor export``: an edition as a workbook, which ``rapor import`` reads back."""

from __future__ import annotations

import argparse

from generator.command._edition import edition_arguments, edition_of
from generator.command._loaded import opened
from generator.command._workbook import output_argument, put_workbook
from generator.format.problems import Translate, message

NAME = "export"
HELP = message("tulis hasil satu edisi sebagai buku kerja (XLSX)")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    edition_arguments(parser, translate)
    output_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Write the workbook, over no other file unless that was said."""
    site = opened(options.site, options.messages)
    year = edition_of(options, site)
    if year is None:
        return 1
    from generator.workbook.export import Known
    from generator.workbook.template import workbook

    known = Known.of(year.context, year.folder)
    return put_workbook(workbook(year.context, known), options, site)
