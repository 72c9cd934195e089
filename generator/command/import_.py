"""``rapor import``: results from a workbook into the result files of an edition."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from generator.command._edition import Year, edition_arguments, edition_of
from generator.command._loaded import Opened, opened, tell
from generator.format.problems import Problem, Problems, Translate, message, said
from generator.format.scalars import DEVICES, is_id

if TYPE_CHECKING:
    from generator.format.mapping import Mapping
    from generator.workbook.asked import Asked, Findings
    from generator.workbook.cells import Workbook
    from generator.workbook.plan import Plan
    from generator.workbook.reading import Reading

NAME = "import"
HELP = message("masukkan hasil dari buku kerja (XLSX, ODS, XLS, CSV)")

OVERWRITE = "timpa"
"""What is accepted where values that are there are changed."""


MOST = 50
"""Problems that are told: a table that is read wrongly has one in every row."""


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    told = message("berkas buku kerja").text(translate)
    parser.add_argument("file", metavar=message("BERKAS").text(translate), help=told)
    edition_arguments(parser, translate)
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar=message("TEKS=ARTI").text(translate),
        help=message("jawab satu pertanyaan impor ini; boleh berkali-kali").text(translate),
    )
    told = message("nama berkas pemetaan di results/import/").text(translate)
    parser.add_argument("--mapping", metavar=message("NAMA").text(translate), help=told)
    told = message("tunjukkan saja apa yang akan ditulis").text(translate)
    parser.add_argument("--dry-run", action="store_true", help=told)


def run(options: argparse.Namespace) -> int:
    """Show what was understood; write all of it, or nothing where anything is unclear."""
    from generator.workbook.remembered import fitting, mappings, name_of
    from generator.workbook.sources import read_workbook

    site = opened(options.site, options.messages)
    year = edition_of(options, site, mending=True)
    if year is None:
        return 1
    problems = Problems()
    workbook = read_workbook(Path(options.file), problems)
    found = mappings(year.root, problems) if workbook else {}
    if workbook is None or len(problems):
        return _refused(problems, site)
    if options.mapping is not None and (not is_id(options.mapping) or options.mapping in DEVICES):
        told = message(
            "--mapping “{name}”: pakai huruf kecil, angka, dan tanda hubung, misalnya nilai-saq.",
            name=options.mapping,
        )
        tell([told.text(site.translate)])
        return 1
    name = options.mapping or fitting(workbook, found) or name_of(workbook)
    answers = dict(_pair(one) for one in options.accept)
    mapping = found.get(name)
    reading = _understood(workbook, year, mapping, answers, site)
    for line in reading.findings.notes:
        print(line.text(site.translate))
    if not reading.findings.clear:
        return _unclear(reading.findings, site)
    return _write(reading, year, name, answers, options.dry_run, site)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.strip(" “”\"'").rpartition("=")
    return (key.strip(), value.strip()) if equals else (value.strip(), "ya")


def _understood(
    workbook: Workbook,
    year: Year,
    mapping: Mapping | None,
    answers: dict[str, str],
    site: Opened,
) -> Reading:
    """What a workbook says; on a terminal what is unclear is asked, until nothing new is."""
    from generator.workbook.reading import understand

    while True:
        reading = understand(workbook, year.context, mapping, answers)
        if not reading.findings.asked or len(reading.findings.problems) or not _terminal():
            return reading
        before = len(answers)
        for asked in reading.findings.asked.values():
            answer = _ask(asked, site.translate)
            if answer:
                answers[asked.key] = answer
        if len(answers) == before:
            return reading


def _terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def _ask(asked: Asked, translate: Translate) -> str:
    """An answer to a question, typed or taken over; "" if there is none."""
    print(f"{asked.place}: {asked.wrong.text(translate)}; {asked.right.text(translate)}")
    for number, option in enumerate(asked.options, 1):
        print(f"  {number}  {option}")
    prompt = message("Nomor atau jawaban (kosong: batal): ").text(translate)
    try:
        typed = input(prompt).strip()
    except EOFError:
        return ""
    if typed.isdecimal() and 1 <= int(typed) <= len(asked.options):
        return asked.options[int(typed) - 1]
    return typed


def _refused(problems: Problems, site: Opened) -> int:
    told = [problem.text(site.translate) for problem in islice(problems, MOST)]
    if len(problems) > MOST:
        told.append(message("… dan {count} lagi.", count=len(problems) - MOST).text(site.translate))
    last = message("{count} masalah. Tidak ada yang ditulis.", count=len(problems))
    tell([*told, last.text(site.translate)])
    return 1


def _unclear(findings: Findings, site: Opened) -> int:
    """Tell what is wrong, then what an answer would settle."""
    problems = Problems()
    problems.extend(findings.problems)
    for asked in findings.asked.values():
        wrong = asked.wrong
        if asked.cells > 1:
            wrong = message("{wrong} ({count} sel)", wrong=wrong, count=asked.cells)
        right = asked.right
        if "--accept" not in right.template:
            right = message(
                '{right}; atau sebut artinya: --accept "{key}={answer}"',
                right=right,
                key=asked.key,
                answer=asked.proposal or "…",
            )
        problems.add(asked.place, "", wrong, right)
    return _refused(problems, site)


def _write(
    reading: Reading, year: Year, name: str, answers: dict[str, str], dry: bool, site: Opened
) -> int:
    """Show the plan, check what would come of it, and write it."""
    from generator.amend.write import write_all
    from generator.workbook.asked import answer_key
    from generator.workbook.plan import make_plan
    from generator.workbook.remembered import text_of
    from generator.workbook.write import at_cells, new_problems

    unused = {k for k in answers if answer_key(k) not in reading.findings.used | {OVERWRITE}}
    if unused:
        told = message(
            '--accept "{names}" tidak menjawab apa pun di buku kerja ini. Tidak ada yang ditulis.',
            names=", ".join(sorted(unused)),
        )
        tell([told.text(site.translate)])
        return 1
    refused = Problems()
    plan = make_plan(reading.gathered, year.context, year.folder, year.top, refused)
    if len(refused):
        return _refused(refused, site)
    _show(plan, site)
    path = year.root / "import" / f"{name}.yml"
    before = path.read_text(encoding="utf-8") if path.is_file() else None
    remembered = text_of(reading.mapping, before) if reading.mapping else None
    files = dict(plan.files)
    if remembered is not None:
        files[f"import/{name}.yml"] = remembered
    wrong = new_problems(year.root, files, year.check)
    if wrong:
        status = _refused(at_cells(wrong, plan, year.root), site)
        _without_ranks(wrong, reading, site)
        return status
    if dry:
        print(message("Uji coba: tidak ada yang ditulis.").text(site.translate))
        return 0
    if plan.overwrites and OVERWRITE not in answers and not _may_overwrite(site):
        told = message(
            "Nilai yang sudah ada akan berubah; bila benar: --accept timpa. Angka yang sudah diumumkan "
            "dikoreksi dengan rapor correct, yang mencatatnya. Tidak ada yang ditulis."
        )
        tell([told.text(site.translate)])
        return 1
    try:
        write_all({year.root / name: text.encode() for name, text in files.items()})
    except OSError as error:
        told = message(
            "{error}. Tutup berkas itu di program lain, periksa izin tulisnya, lalu ulangi. Tidak ada "
            "yang ditulis.",
            error=said(error),
        )
        tell([told.text(site.translate)])
        return 1
    _done(plan, year, name, remembered is not None, site)
    return 0


def _without_ranks(wrong: list[Problem], reading: Reading, site: Opened) -> None:
    """What to do about ranks that contradict the scores: the site computes its own."""
    headers = [c.header for t in reading.tables for c in t.columns if c.field.startswith("rank")]
    if headers and any(problem.field.startswith("rank") for problem in wrong):
        told = message(
            "Peringkat dihitung dari skor bila tidak ditulis; untuk tidak membaca kolom itu: "
            '--accept "{header}=abaikan"',
            header=headers[0],
        )
        tell([told.text(site.translate)])


def _show(plan: Plan, site: Opened) -> None:
    counts = message(
        "Akan ditulis: {new} nilai baru, {changed} berubah, {same} tetap.",
        new=plan.count("new"),
        changed=plan.count("changed"),
        same=plan.count("same"),
    )
    for line in (counts, *plan.lines()):
        print(line.text(site.translate))


def _may_overwrite(site: Opened) -> bool:
    """Whether who sits at the terminal lets values be changed that are there."""
    if not _terminal():
        return False
    prompt = message("Ubah nilai yang sudah ada seperti di atas? [y/t] ").text(site.translate)
    try:
        return input(prompt).strip().casefold() in ("y", "ya", "yes")
    except EOFError:
        return False


def _done(plan: Plan, year: Year, name: str, remembered: bool, site: Opened) -> None:
    if plan.files:
        told = message(
            "{count} berkas ditulis di {folder}. Lihat dengan: mkdocs serve",
            count=len(plan.files),
            folder=f"{year.root.name}/{year.top}",
        )
    else:
        told = message("Tidak ada yang berubah.")
    print(told.text(site.translate))
    if remembered:
        told = message(
            "Cara membacanya diingat di {file}.", file=f"{year.root.name}/import/{name}.yml"
        )
        print(told.text(site.translate))
    if plan.overwritten and year.context.edition.status == "final":
        told = message(
            "Koreksi ini belum tercatat: bila angkanya sudah diumumkan, catat di corrections (docs/format.md)."
        )
        print(told.text(site.translate))
