"""The command ``rapor``: check the data, write the schemas, write the pages as Markdown."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import words
from generator.dataset import Dataset, load
from generator.editions import empty_years
from generator.problems import Message, Problems, Translate, message

if TYPE_CHECKING:
    from generator.settings import Settings

WRITES_DATA: frozenset[str] = frozenset()
"""The commands whose purpose is to write data: only they may open a file of results/ for writing.

A test runs every other command and fails when it does.
"""

EPILOG = """contoh:
  rapor check                 periksa data di folder ini
  rapor check provinsi-lain   periksa data situs di folder lain
  rapor explain 2025 balangan dari mana tiap kalimat laporan itu
  rapor render halaman        tulis semua halaman sebagai Markdown

Situsnya sendiri dibangun dengan: mkdocs build"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0, or 1 with problems, or 2 for a wrong call."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a C locale or an old Windows console
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except BrokenPipeError:  # the reader of a long answer, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: argparse.Namespace) -> int:
    translate = words.translator(words.message_language(options.lang))
    if options.command in ("schema", "render") and not _may_write(options, translate):
        return 1
    if options.command == "schema":
        return _schema(Path(options.folder), translate)
    site = Path(options.site)
    from generator.settings import read_settings

    settings = read_settings(site)
    problems = Problems()
    if not settings.results.is_dir():
        print(
            message("Folder {folder} tidak ada.", folder=settings.results.as_posix()).text(
                translate
            ),
            file=sys.stderr,
        )
        return 1
    dataset = load(settings.results, problems, drafts=options.command != "render")
    if len(problems) or dataset is None:
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    if options.command == "check":
        print(_summary(dataset).text(translate))
        for told in _without_results(dataset):
            print(told.text(translate))
        return 0
    if options.command == "explain":
        return _explain(settings, dataset, options.what, translate)
    from generator.render import render_site

    try:
        count = render_site(settings, dataset, Path(options.folder), problems)
    except OSError as error:
        return _unwritable(Path(options.folder), error, translate)
    if len(problems):
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    told = message("{count} halaman ditulis ke {folder}.", count=count, folder=options.folder)
    print(told.text(translate))
    return 0


def _summary(dataset: Dataset) -> Message:
    return message(
        "Data benar: {regions} wilayah, {editions} edisi, {results} berkas hasil.",
        regions=len(dataset.regions),
        editions=len(dataset.editions),
        results=sum(len(e.results) for e in dataset.evaluations.values()),
    )


def _without_results(dataset: Dataset) -> Iterator[Message]:
    """No mistake, but to be seen: a file in the wrong folder looks the same."""
    for year in empty_years(dataset.evaluations):
        if any(evaluation.announced for evaluation in dataset.of_year(year)):
            yield message(
                "Edisi {year} belum berisi hasil; halamannya menyebut hasilnya belum diketahui.",
                year=year,
            )
        else:
            yield message(
                "Edisi {year} belum berisi hasil; halamannya menyebut hasilnya belum diumumkan. "
                "Bila sudah diumumkan, tulis published di edition.yml.",
                year=year,
            )


def _explain(
    settings: Settings, dataset: Dataset, what: Sequence[str], translate: Translate
) -> int:
    """Print the proof of a text, or without a year and region count the sentences of all."""
    from generator.explain import accounted, explained
    from generator.news import Unproven
    from generator.render import site_of

    room = site_of(settings, dataset).site.newsroom
    problems = Problems()
    years: list[int | None] = [
        int(word) for word in what if word.isdigit() and int(word) in dataset.editions
    ]
    regions: list[str | None] = [word for word in what if word in dataset.regions]
    unknown = [w for w in what if w not in dataset.regions and w not in map(str, dataset.editions)]
    if unknown or len(years) > 1 or len(regions) > 1:
        told = message(
            "“{word}” bukan tahun edisi dan bukan id wilayah; contoh: rapor explain 2025 balangan",
            word=" ".join(unknown or what),
        )
        print(told.text(translate), file=sys.stderr)
        return 1
    try:
        if years or regions:
            year, region = (years or [None])[0], (regions or [None])[0]
            print("\n".join(explained(room, year, region)))
        else:
            texts, sentences = accounted(room, problems)
    except Unproven as error:
        problems.extend(error.problems)
    except KeyError:
        told = message("Tidak ada halaman /{address}/.", address="/".join(what))
        print(told.text(translate), file=sys.stderr)
        return 1
    if len(problems):
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    if not what:
        told = message(
            "{sentences} kalimat dalam {texts} teks; semuanya didukung fakta.",
            sentences=sentences,
            texts=texts,
        )
        print(told.text(translate))
    return 0


def _may_write(options: argparse.Namespace, translate: Translate) -> bool:
    """Whether a command may write into the folder it was given; else it says why not."""
    from generator.folders import check_target, site_in

    site = site_in(Path(getattr(options, "site", ".")))
    refused = check_target(Path(options.folder), site)
    if refused is not None:
        print(refused.text(translate), file=sys.stderr)
    return refused is None


def _schema(folder: Path, translate: Translate) -> int:
    from generator.output import put_schemas
    from generator.schema.export import json_schemas

    problems = Problems()
    try:
        put_schemas(json_schemas(), folder, problems)
    except OSError as error:
        return _unwritable(folder, error, translate)
    if len(problems):
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    return 0


def _unwritable(folder: Path, error: OSError, translate: Translate) -> int:
    told = message(
        "Folder tujuan {folder} tidak dapat ditulisi ({error}).",
        folder=error.filename or folder,
        error=error.strerror or error,
    )
    print(told.text(translate), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rapor",
        description="Rapor KIP: periksa data hasil evaluasi dan tulis halamannya.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--lang", choices=("id", "en"), help="bahasa pesan")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    check = commands.add_parser("check", help="periksa data tanpa membangun situs")
    check.add_argument("site", nargs="?", default=".", help="folder situs (bawaan: folder ini)")
    explain = commands.add_parser("explain", help="sebutkan fakta di balik tiap kalimat")
    explain.add_argument(
        "what", nargs="*", help="tahun, id wilayah, atau keduanya; kosong: periksa semua kalimat"
    )
    explain.add_argument("--site", default=".", help="folder situs (bawaan: folder ini)")
    schema = commands.add_parser("schema", help="tulis JSON Schema untuk editor")
    schema.add_argument("folder", help="folder tujuan")
    render = commands.add_parser("render", help="tulis halaman sebagai berkas Markdown")
    render.add_argument("folder", help="folder tujuan")
    render.add_argument("--site", default=".", help="folder situs (bawaan: folder ini)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
