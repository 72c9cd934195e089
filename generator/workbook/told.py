"""What was understood of a workbook, in lines: shown before anything is written."""

from __future__ import annotations

from generator.format.mapping import IGNORE
from generator.format.problems import Message, message
from generator.workbook.asked import Findings
from generator.workbook.cells import letters
from generator.workbook.columns import TableFound
from generator.workbook.context import Context
from generator.workbook.gathered import Gathered

MOST_NAMED = 8
"""Rows, names or cells of one kind that are shown."""

WHY = {
    "judul": message("judul kelompok"),
    "jumlah": message("jumlah atau rata-rata"),
    "sesudah": message("di bawah tabel"),
    "lewati": message("dilewati"),
}
"""Why a row is passed over, in words."""


def what_was_read(
    tables: list[TableFound], gathered: Gathered, findings: Findings, context: Context
) -> list[Message]:
    """What was understood, in lines."""
    lines = [line for table in tables for line in _table(table, gathered)]
    lines += _passed(gathered)
    absent = [r.name for r in context.covered if r.id not in gathered.rows]
    if gathered.rows and absent:
        lines.append(message("Tidak ada di buku kerja ini: {names}.", names=_some(absent)))
    other = {n: m for n, m in gathered.named.items() if m.how not in ("name", "code")}
    if other:
        names = [f"“{n}” → {context.regions[m.regions[0]].name}" for n, m in other.items()]
        lines.append(message("Nama lain: {names}.", names=_some(names)))
    lines += _zeros(gathered)
    if findings.renamed:
        cells = [
            f"“{shown}” → {said} ({count}×)" for (shown, said), count in findings.renamed.items()
        ]
        lines.append(message("Isi sel: {cells}.", cells=_some(cells)))
    return lines


def _table(table: TableFound, gathered: Gathered) -> list[Message]:
    """Where a table is, and what its columns hold."""
    lines: list[Message] = []
    headers = table.layout.headers
    lines.append(
        message(
            "{sheet}: judul kolom di baris {rows}, {count} baris wilayah.",
            sheet=table.sheet.title,
            rows="–".join(dict.fromkeys(str(row) for row in (headers[:1] + headers[-1:]))) or "–",
            count=gathered.count.get(table.sheet.title, 0),
        )
    )
    read = [c for c in table.columns if c.field != IGNORE]
    for column in read[: MOST_NAMED * 3]:
        lines.append(
            message(
                "  {letter} “{header}” → {field}",
                letter=letters(column.number),
                header=column.header,
                field=column.field,
            )
        )
    if len(read) > MOST_NAMED * 3:
        lines.append(message("  … dan {count} kolom lagi", count=len(read) - MOST_NAMED * 3))
    left = [c for c in table.columns if c.field == IGNORE]
    if left:
        told = ", ".join(f"{letters(c.number)} “{c.header}”" for c in left[:MOST_NAMED]) + (
            ", …" if len(left) > MOST_NAMED else ""
        )
        lines.append(message("  Tidak dibaca: {columns}", columns=told))
    return lines


def _zeros(gathered: Gathered) -> list[Message]:
    """Scores of nought, which may be meant as none."""
    zeros = [
        entry.cell.address
        for entries in gathered.entries.values()
        for path, entry in entries.items()
        if path == ("score",) and not entry.state and not str(entry.said).strip("0.")
    ]
    if zeros:
        return [
            message(
                "Perhatikan: 0 dibaca sebagai skor nol, sebuah nilai ({cells}). Bila artinya tidak ikut "
                "atau belum dinilai, tulis itu di selnya.",
                cells=_some(zeros),
            )
        ]
    return []


def _passed(gathered: Gathered) -> list[Message]:
    lines = []
    for why, words in WHY.items():
        rows = [
            message("{row} “{text}”", row=row, text=text).text()
            for _, row, text, reason in gathered.passed
            if reason == why
        ]
        if rows:
            lines.append(
                message("Baris yang dilewati ({why}): {rows}.", why=words, rows=_some(rows))
            )
    return lines


def _some(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f", … (+{more})" if more > 0 else "")
