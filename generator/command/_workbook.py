"""Where a command writes a workbook: a file of someone's choice, over no other unless that was said."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator.command._loaded import Opened, tell
from generator.folders import layout_of, overlaps
from generator.format.problems import Translate, message, said


def output_argument(parser: argparse.ArgumentParser, translate: Translate) -> None:
    """The file, and whether it may take the place of another."""
    told = message("berkas tujuan").text(translate)
    parser.add_argument(
        "-o", "--output", required=True, metavar=message("BERKAS.xlsx").text(translate), help=told
    )
    told = message("timpa berkas tujuan bila sudah ada").text(translate)
    parser.add_argument("--force", action="store_true", help=told)


def put_workbook(content: bytes, options: argparse.Namespace, site: Opened) -> int:
    """Write a workbook; the exit status."""
    path = Path(options.output)
    if path.is_dir() or (path.exists() and not path.is_file()):
        told = message("{file} bukan nama berkas; tulis misalnya nilai.xlsx.", file=path)
        tell([told.text(site.translate)])
        return 1
    if path.suffix.lower() != ".xlsx":
        path = path.with_name(f"{path.name}.xlsx")
    layout = layout_of(site.settings)
    if layout is not None and any(overlaps(path, kept.path) for kept in layout.kept):
        told = message(
            "{file} ada di dalam folder data atau isi situs; pilih tempat lain.", file=path
        )
        tell([told.text(site.translate)])
        return 1
    if os.path.lexists(path) and not options.force:
        told = message("{file} sudah ada; pakai nama lain, atau tambahkan --force.", file=path)
        tell([told.text(site.translate)])
        return 1
    try:
        path.write_bytes(content)
    except OSError as error:
        told = message(
            "{error}. Bila berkas itu terbuka di Excel, tutup dahulu, lalu ulangi.",
            error=said(error),
        )
        tell([told.text(site.translate)])
        return 1
    print(message("{file} ditulis.", file=path).text(site.translate))
    return 0
