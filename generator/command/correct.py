"""``rapor correct``: change a published figure, and keep how every page stood before."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.command._loaded import opened, site_argument, tell
from generator.format.problems import Message, Place, Problems, Translate, message

if TYPE_CHECKING:
    from generator.amend.change import Change, Wanted
    from generator.amend.plan import Plan

NAME = "correct"
HELP = message("koreksi angka yang sudah terbit, dan simpan bunyi halaman semula")

MOST = 15
"""So many of a kind are listed; the record that is written has all."""


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    def told(text: Message) -> str:
        return text.text(translate)

    parser.add_argument(
        "year", metavar=told(message("TAHUN")), type=int, help=told(message("tahun edisi"))
    )
    parser.add_argument(
        "region", metavar=told(message("WILAYAH")), help=told(message("id wilayah"))
    )
    what = message(
        "kunci (score, category, rank, stage_scores.ID, indicators.ID, answers.ID) dan nilai barunya, "
        "berpasangan"
    )
    parser.add_argument("values", metavar=told(message("KUNCI NILAI")), nargs="+", help=told(what))
    date = message("tanggal koreksi: 2026-01-15, 2026-01, atau 2026")
    parser.add_argument("--date", required=True, metavar=told(message("TANGGAL")), help=told(date))
    parser.add_argument(
        "--reason", default="", metavar=told(message("TEKS")), help=told(message("alasan koreksi"))
    )
    parser.add_argument(
        "--decision",
        default="",
        metavar=told(message("TEKS")),
        help=told(message("nomor keputusan koreksi")),
    )
    source = message("id sumber di edition.yml yang menyebut koreksi ini")
    parser.add_argument("--source", default="", metavar="ID", help=told(source))
    revision = message("perubahan yang sudah dijadwalkan, bukan kekeliruan")
    parser.add_argument("--revision", action="store_true", help=told(revision))
    ranks = message("koreksi pula peringkat wilayah lain yang diumumkan, menurut skor")
    parser.add_argument("--ranks", action="store_true", help=told(ranks))
    measure = message("id ukuran, bila bukan ukuran utama")
    parser.add_argument("--measure", default="", metavar="ID", help=told(measure))
    dry = message("tunjukkan saja, jangan tulis")
    parser.add_argument("--dry-run", action="store_true", help=told(dry))
    yes = message("tulis tanpa bertanya")
    parser.add_argument("--yes", action="store_true", help=told(yes))
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Show what moves, then write it all; or tell what stands in the way."""
    from generator.amend.plan import plan
    from generator.amend.write import write_all

    site = opened(options.site, options.messages)
    wanted = _wanted(options, site.problems)
    found = plan(site.settings, wanted, site.problems) if wanted is not None else None
    if found is None or len(site.problems):
        tell(site.problems.report(site.translate))
        told = message("Tidak ada yang ditulis: data sesudah koreksi harus benar seluruhnya.")
        tell([told.text(site.translate)])
        return 1
    for line in shown(found, site.translate):
        print(line)
    if options.dry_run:
        print(message("Tidak ada yang ditulis (--dry-run).").text(site.translate))
        return 0
    if not (options.yes or _agreed(site.translate)):
        print(message("Tidak ada yang ditulis.").text(site.translate))
        return 1
    write_all(found.files)
    for path in found.files:
        name = os.path.relpath(path, site.settings.folder)
        print(message("Ditulis: {file}", file=name).text(site.translate))
    return 0


def _wanted(options: argparse.Namespace, problems: Problems) -> Wanted | None:
    """What the call asks for; what is wrong with it is noted."""
    from generator.amend.change import PARTS, WHOLE, Wanted, is_key

    given: list[str] = options.values
    fields = ", ".join((*WHOLE, *(f"{origin}.ID" for origin in PARTS)))
    if not options.date.strip():
        problems.add(
            Place("rapor correct"),
            "",
            message("tanggal koreksinya kosong"),
            message("tulis misalnya --date 2026-01-15"),
        )
    if len(given) % 2:
        problems.add(
            Place("rapor correct"),
            "",
            message("tiap kunci perlu satu nilai"),
            message("tulis misalnya “score 81.00 rank 4”"),
        )
    for field in given[::2]:
        if not is_key(field) or given[::2].count(field) > 1:
            problems.add(
                Place("rapor correct"),
                "",
                message("“{field}” tidak dapat dikoreksi dengan perintah ini", field=field),
                message("sebut masing-masing sekali: {fields}", fields=fields),
            )
    if len(problems):
        return None
    said = {
        "date": options.date,
        "reason": options.reason,
        "decision": options.decision,
        "source": options.source,
        "kind": "revision" if options.revision else "",
    }
    return Wanted(
        options.year,
        options.region,
        dict(zip(given[::2], given[1::2], strict=True)),
        {key: value for key, value in said.items() if value},
        options.measure,
        options.ranks,
    )


def shown(plan: Plan, translate: Translate) -> Iterator[str]:
    """What moves, in words; the figures are named in the language of the site."""
    from generator.pages.corrected_words import Told

    told = Told(plan.after)

    def value(given: str | None, figure: str = "") -> str:
        return str(told.value(given, figure).unescape())

    regions = plan.after.dataset.regions
    for change in plan.changes:
        head = message(
            "{name}: {field} {before} → {after}",
            name=regions[change.region].name,
            field=told.named(plan.evaluation, change.field, change.of).unescape(),
            before=told.stood(plan.evaluation, change.field, change.of, change.before).unescape(),
            after=told.stood(plan.evaluation, change.field, change.of, change.after).unescape(),
        )
        yield head.text(translate)
        note = _note(plan, change)
        if note:
            left = message(
                "  Alasan verifikator tetap: “{note}” Ubah “note” di berkasnya bila tidak berlaku lagi.",
                note=note,
            )
            yield left.text(translate)
    year = plan.evaluation.year
    own = {(change.region, change.field, change.of or None) for change in plan.changes}
    moved = [item for item in plan.figures if item.key not in own or item.year != year]
    lines = [
        f"{told.whose(item).unescape()}, {told.figure(item).unescape()}: "
        f"{value(item.from_, item.figure)} → {value(item.to, item.figure)}"
        for item in moved[:MOST]
    ]
    head = message("Angka lain yang ikut berubah: {count}", count=len(moved))
    yield from _listed(head.text(translate), lines, len(moved), translate)
    titles = [f"/{a}: “{was}” → “{now}”" for a, was, now in plan.titles[:MOST]]
    head = message("Judul yang berubah: {count}", count=len(plan.titles))
    yield from _listed(head.text(translate), titles, len(plan.titles), translate)
    texts = [page.address for page in plan.pages if page.text]
    head = message("Teks yang berubah: {count}", count=len(texts))
    yield from _listed(head.text(translate), [f"/{a}" for a in texts[:MOST]], len(texts), translate)
    others = len(plan.pages) - len(texts)
    yield message("Halaman lain yang berubah: {count}", count=others).text(translate)


def _note(plan: Plan, change: Change) -> str:
    """What the verifier said of a corrected answer, which may no longer hold."""
    if change.field != "answer":
        return ""
    answer = plan.evaluation.results[change.region].result.answers[change.of]
    return answer.note or ""


def _listed(head: str, lines: list[str], count: int, translate: Translate) -> Iterator[str]:
    yield head
    yield from (f"  {line}" for line in lines)
    if count > len(lines):
        yield "  " + message("dan {count} lainnya", count=count - len(lines)).text(translate)


def _agreed(translate: Translate) -> bool:
    """Whether who sits at a terminal says yes; who does not has called it to write."""
    if not sys.stdin.isatty():
        return True
    question = message("Tulis koreksi ini? [y/T] ").text(translate)
    return input(question).strip().lower() in ("y", "ya", "yes")
