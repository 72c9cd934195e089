"""``rapor addresses``: what is published and not yet kept in addresses.lock; ``--add`` keeps it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command._loaded import Opened, opened, site_argument, tell
from generator.format.problems import Translate, message

NAME = "addresses"
HELP = message("catat alamat dan jangkar yang terbit, agar tidak ada yang hilang")

USUAL = "site"
"""Where MkDocs puts a site whose file does not tell."""

MOST = 20
"""So many addresses are listed."""


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    add = message("tulis ke addresses.lock di folder data")
    parser.add_argument("--add", action="store_true", help=add.text(translate))
    built = message("folder situs yang sudah dibangun (bawaan: site)")
    parser.add_argument("--built", metavar="FOLDER", default="", help=built.text(translate))
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """List or keep what the built site has; 1 where that site is not there or the lock is wrong."""
    from generator.amend.write import write_all
    from generator.lasting.anchors import published_in
    from generator.lasting.lock import NAME as LOCK
    from generator.lasting.lock import Lock, read_lock, with_published

    site = opened(options.site, options.messages)
    path = site.settings.results / LOCK
    lock = read_lock(path, f"{site.settings.results.name}/{LOCK}", site.problems)
    if len(site.problems):
        tell(site.problems.report(site.translate))
        return 1
    folder = Path(options.built) if options.built else site.settings.folder / USUAL
    if not _is_built(folder, site):
        return 1
    published = published_in(folder)
    kept = (lock or Lock()).anchors
    new = [address for address in published if address not in kept]
    new += [f"{a}#{anchor}" for a in published if a in kept for anchor in published[a] - kept[a]]
    anchors = sum(len(published[address]) for address in new if address in published)
    if options.add and new:
        before = path.read_text(encoding="utf-8-sig") if lock is not None else ""
        write_all({path: with_published(before, published).encode()})
    else:
        for line in sorted(new)[:MOST]:
            print(line)
        if len(new) > MOST:
            print(message("dan {count} lainnya", count=len(new) - MOST).text(site.translate))
    told = (
        message(
            "{count} alamat dan jangkar ditambahkan ke {file}.", count=len(new) + anchors, file=path
        )
        if options.add
        else message(
            "{count} alamat dan jangkar belum tercatat; catat dengan rapor addresses --add.",
            count=len(new) + anchors,
        )
    )
    print(told.text(site.translate))
    return 0


def _is_built(folder: Path, site: Opened) -> bool:
    """Whether a folder holds a site of this product; else it says so."""
    if (folder / "index.html").is_file() and (folder / "koreksi/index.html").is_file():
        return True
    told = message(
        "{folder} bukan situs yang sudah dibangun; jalankan mkdocs build dahulu, atau sebut foldernya "
        "dengan --built.",
        folder=folder,
    )
    tell([told.text(site.translate)])
    return False
