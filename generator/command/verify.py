"""``rapor verify``: a published copy against the data."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from generator.command._loaded import loaded, opened, site_argument, tell
from generator.format.problems import Translate, message

NAME = "verify"
HELP = message("bandingkan salinan situs yang terbit dengan data")

MOST = 100
"""So many differences are told."""


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    told = message("folder salinan situs yang terbit")
    parser.add_argument(
        "copy", metavar=message("SALINAN").text(translate), help=told.text(translate)
    )
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Tell what differs; 0 if nothing does."""
    from generator.lasting.anchors import files_of
    from generator.lasting.manifest import inputs_of
    from generator.lasting.verify import verify

    site = opened(options.site, options.messages)
    folder = Path(options.copy)
    if not (folder / "index.html").is_file():
        told = message("{folder} bukan folder salinan situs.", folder=options.copy)
        tell([told.text(site.translate)])
        return 1
    if not (folder / "pagefind").is_dir():  # built where its program does not run
        site = replace(site, settings=replace(site.settings, search=False))
    whole = loaded(site, drafts=False)
    if whole is None:
        return 1
    there = set(files_of(folder))
    settings = site.settings
    inputs = dict(inputs_of(whole.site.dataset, settings.results, settings.content, there))
    count = 0
    for found in verify(folder, whole, inputs):
        count += 1
        if count <= MOST:
            print(f"{found.path}: {found.told.text(site.translate)}")
    if not count:
        done = message("Salinan ini sama dengan data: {count} berkas diperiksa.", count=len(there))
        print(done.text(site.translate))
        return 0
    told = message("{count} hal berbeda.", count=count)
    print(told.text(site.translate))
    return 1
