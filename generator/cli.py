"""The command ``rapor``: check the data, write the schemas, write the pages as Markdown."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import words
from generator.dataset import Dataset, load
from generator.problems import Message, Problems, Translate, message

if TYPE_CHECKING:
    from generator.site import Whole

EPILOG = """contoh:
  rapor check                 periksa data di folder ini
  rapor check provinsi-lain   periksa data situs di folder lain
  rapor explain 2025 balangan dari mana tiap kalimat laporan itu
  rapor render halaman        tulis semua halaman sebagai Markdown

Situsnya sendiri dibangun dengan: mkdocs build"""

_SITE = "folder situs atau berkas mkdocs.yml-nya (bawaan: folder ini)"


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
    if options.command == "schema":
        return _schema(Path(options.folder))
    from generator.settings import read_settings

    problems = Problems()
    settings = read_settings(Path(options.site), problems)
    translate = words.translator(words.message_language(options.lang or settings.messages))
    dataset = None
    if settings.results.is_dir():
        dataset = load(settings.results, problems, drafts=options.command != "render")
    if len(problems) or dataset is None:
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    from generator.render import render_site, site_of

    if options.command != "render":
        whole = site_of(settings, dataset, problems)
    if len(problems):
        print("\n".join(problems.report(translate)), file=sys.stderr)
        return 1
    if options.command == "check":
        print(_summary(dataset).text(translate))
        return 0
    if options.command == "explain":
        return _explain(whole, dataset, options.what, translate)

    count = render_site(settings, dataset, Path(options.folder), problems)
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


def _explain(whole: Whole, dataset: Dataset, what: Sequence[str], translate: Translate) -> int:
    """Print the proof of a text, or without a year and region count the sentences of all."""
    from generator.explain import accounted, explained
    from generator.news import Unproven

    room = whole.site.newsroom
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


def _schema(folder: Path) -> int:
    from generator.schema.export import json_schemas

    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in json_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    return 0


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
    check.add_argument("site", nargs="?", default=".", help=_SITE)
    explain = commands.add_parser("explain", help="sebutkan fakta di balik tiap kalimat")
    explain.add_argument(
        "what", nargs="*", help="tahun, id wilayah, atau keduanya; kosong: periksa semua kalimat"
    )
    explain.add_argument("--site", default=".", help=_SITE)
    schema = commands.add_parser("schema", help="tulis JSON Schema untuk editor")
    schema.add_argument("folder", help="folder tujuan")
    render = commands.add_parser("render", help="tulis halaman sebagai berkas Markdown")
    render.add_argument("folder", help="folder tujuan")
    render.add_argument("--site", default=".", help=_SITE)
    return parser


if __name__ == "__main__":
    sys.exit(main())
