"""``rapor init``: a complete site of a province, or of the districts or villages of a place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command._loaded import tell
from generator.format.problems import Message, Problems, Translate, message
from generator.language.messages import message_language, translator

if TYPE_CHECKING:
    from generator.starting.bodies import Level
    from generator.starting.files import Wanted

NAME = "init"
HELP = message("buat situs baru: wilayah, peta, pengaturan")

YES = frozenset({"y", "ya", "yes"})


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    def add(name: str, told: Message, **more: object) -> None:
        parser.add_argument(name, help=told.text(translate), **more)  # type: ignore[arg-type]

    add("folder", message("folder situs baru; harus kosong"), metavar="FOLDER")
    add(
        "--province",
        message("kode atau nama provinsi, misalnya 63"),
        metavar=message("PROVINSI").text(translate),
    )
    add(
        "--level",
        message("siapa yang dinilai (bawaan: kabupaten, yaitu kabupaten/kota)"),
        choices=("kabupaten", "kecamatan", "desa"),
        default="kabupaten",
    )
    add(
        "--parent",
        message("kode kabupaten/kota (untuk desa juga kecamatan), misalnya 63.11"),
        metavar=message("KODE").text(translate),
    )
    add("--name", message("nama situs"), metavar=message("NAMA").text(translate))
    add("--publisher", message("nama penerbit situs"), metavar=message("NAMA").text(translate))
    add("--official", message("situs resmi badan publik"), action="store_true", default=None)
    add("--unofficial", message("bukan situs resmi"), action="store_false", dest="official")
    add(
        "--contact",
        message("alamat surel untuk laporan kekeliruan"),
        metavar=message("ALAMAT").text(translate),
    )
    add(
        "--site-url",
        message("alamat situs setelah terbit"),
        metavar=message("ALAMAT").text(translate),
    )
    add(
        "--year",
        message("buat juga kerangka edisi tahun ini"),
        metavar=message("TAHUN").text(translate),
        type=int,
    )
    add(
        "--measure",
        message("berkas ukuran lain (YAML)"),
        metavar=message("BERKAS").text(translate),
        type=Path,
    )
    add(
        "--wheel",
        message("wheel Rapor KIP: taruh di situs, dengan berkas untuk diklik dua kali"),
        metavar=message("BERKAS").text(translate),
        type=Path,
    )
    add(
        "--with-wheels",
        message("folder paket yang diperlukan, agar dapat dipasang tanpa internet"),
        metavar="FOLDER",
        type=Path,
    )


def run(options: argparse.Namespace) -> int:
    """Ask for what no flag says, where somebody sits at a terminal; then write the site."""
    from generator.starting.bodies import Unknown
    from generator.starting.machine import NotOurs, machine_files
    from generator.starting.make import in_the_way, make

    translate = translator(message_language(options.messages))
    folder = Path(options.folder)
    refused = in_the_way(folder) or _contradiction(options)
    if refused is not None:
        tell([refused.text(translate)])
        return 1
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        _ask(options, translate)
    problems = Problems()
    try:
        wanted, files = _files(options)
        if options.wheel is not None:
            files |= machine_files(options.wheel, options.with_wheels)
    except (Unknown, NotOurs) as error:
        tell([error.told.text(translate)])
        return 1
    if not make(folder, files, problems, year=options.year):
        tell([*problems.report(translate), message("Tidak ada yang ditulis.").text(translate)])
        return 1
    regions = str(files["results/regions.yml"])
    for told in _done(folder, options, wanted, regions):
        print(told.text(translate))
    return 0


def _contradiction(options: argparse.Namespace) -> Message | None:
    below = options.level != "kabupaten"
    if below and not options.parent:
        return message(
            "Untuk --level {level}, sebut --parent, misalnya 63.11.", level=options.level
        )
    if not below and options.parent:
        return message("--parent hanya untuk --level kecamatan atau desa.")
    if options.year is not None and not 1900 <= options.year <= 2999:
        return message("--year {year} bukan tahun.", year=options.year)
    if options.measure is not None and not options.measure.is_file():
        return message("Berkas ukuran {file} tidak ada.", file=options.measure)
    if options.with_wheels is not None and options.wheel is None:
        return message("--with-wheels hanya bersama --wheel.")
    return None


def _files(options: argparse.Namespace) -> tuple[Wanted, dict[str, str | bytes]]:
    """What is wanted, and the files of such a site; ``Unknown`` for a place that nobody has."""
    from generator.finding.entries import all_names
    from generator.starting.bodies import Unknown, bodies, province_of, provinces
    from generator.starting.files import Wanted, files, site_name
    from generator.starting.layout import places

    level: Level = options.level
    if level == "kabupaten":
        if not options.province:
            raise Unknown(message("Sebut provinsinya dengan --province, misalnya --province 63."))
        parent = province_of(options.province)
        place = f"Provinsi {provinces()[parent]}"
    else:
        parent = options.parent.strip()
        name = all_names().get(parent)
        if name is None or parent.count(".") not in ((1,) if level == "kecamatan" else (1, 2)):
            raise Unknown(
                message("Tidak ada wilayah dengan kode {code} untuk --parent.", code=parent)
            )
        place = name if parent.count(".") == 1 else f"Kecamatan {name}"
    wanted = Wanted(
        level,
        place,
        options.name or site_name(place),
        publisher=options.publisher or "",
        official=options.official,
        contact=options.contact or "",
        address=options.site_url or "",
        measure=options.measure.stem if options.measure else "kip",
    )
    listed = bodies(level, parent)
    where = places([body.code for body in listed]) if level == "kabupaten" else {}
    made: dict[str, str | bytes] = dict(files(wanted, listed, where))
    if options.measure is not None:
        made[f"results/measures/{options.measure.name}"] = options.measure.read_bytes()
    return wanted, made


def _ask(options: argparse.Namespace, translate: Translate) -> None:
    """What no flag says; an empty answer leaves it open."""

    def ask(told: Message) -> str:
        return input(f"{told.text(translate)} ").strip()

    asked: list[tuple[str, Message, Callable[[str], object]]] = [
        ("publisher", message("Nama penerbit situs (boleh kosong):"), str),
        (
            "official",
            message("Apakah ini situs resmi badan publik (ya/tidak)?"),
            lambda said: said.lower() in YES if said else None,
        ),
        ("contact", message("Alamat surel untuk laporan kekeliruan (boleh kosong):"), str),
        ("site_url", message("Alamat situs setelah terbit (boleh kosong):"), str),
    ]
    if options.level == "kabupaten" and not options.province:
        options.province = ask(message("Kode atau nama provinsi, misalnya 63:"))
    for name, told, meant in asked:
        if getattr(options, name) is None:
            setattr(options, name, meant(ask(told)))


def _done(folder: Path, options: argparse.Namespace, wanted: Wanted, regions: str) -> list[Message]:
    """What was made, and what comes next."""
    year, place, count = options.year, wanted.place, regions.count("\n  - id: ")
    told = [
        message(
            "Situs {name} ditulis ke {folder}: {count} badan publik di {place}.",
            name=wanted.name,
            folder=folder,
            count=count,
            place=place,
        )
    ]
    if wanted.level != "kabupaten":
        told.append(message("Tanpa peta petak: batas kecamatan dan desa tidak tersedia."))
    told.append(message("Berikutnya, di folder itu:"))
    if year is None:
        told.append(message("  rapor new-edition 2026    kerangka edisi pertama"))
    else:
        told.append(
            message("  isi yang ditandai “# isi:” di results/{year}/edition.yml", year=year)
        )
    if options.wheel is not None:
        told.append(
            message("  1-periksa, 2-pratinjau, 3-bangun: klik dua kali (.bat), atau .sh di shell")
        )
    told += [
        message("  rapor check               periksa"),
        message("  mkdocs serve              lihat di http://127.0.0.1:8000/"),
    ]
    return told
