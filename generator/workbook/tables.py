"""Which sheets of a workbook are read."""

from __future__ import annotations

import re

from generator.format.mapping import IGNORE, Mapping
from generator.format.problems import message
from generator.workbook.asked import Findings
from generator.workbook.cells import Cell, Sheet, Workbook, letters
from generator.workbook.columns import TableFound, headers_of, table_of
from generator.workbook.headers import Known, guess_field, is_number_of_rows
from generator.workbook.layout import REGION_WORDS, Layout, find_layout
from generator.workbook.regions import Regions, key_of

MOST_BESIDE = 3
"""Regions in one row by which a table is one of columns."""


def find_tables(
    workbook: Workbook,
    regions: Regions,
    known: Known,
    mapping: Mapping | None,
    findings: Findings,
) -> list[TableFound]:
    """The tables that are read; what is unclear about them is noted."""
    chosen = _chosen_sheets(workbook, mapping, findings)
    found = []
    for sheet in chosen:
        layout = find_layout(sheet, regions)
        if layout is None:
            continue
        if _is_turned(layout, regions, findings):
            return []
        if _is_shifted(layout, known, findings) or _is_doubled(layout, regions, findings):
            return []
        remembered = _remembered(layout, mapping)
        found.append(table_of(layout, known, remembered, findings))
    with_values = [table for table in found if table.values]
    if not with_values and not len(findings.problems):
        _none_found(workbook, found, findings)
    return _one_for_each_field(with_values, known, findings)


def _chosen_sheets(workbook: Workbook, mapping: Mapping | None, findings: Findings) -> list[Sheet]:
    named = findings.answer("lembar")
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if named is not None:
        wanted = [name.strip() for name in re.split(r"[;,]", named)]
        found = [s for s in workbook.sheets if s.name in wanted or s.name == named]
        if not found:
            findings.problem(
                *(workbook.sheets[0], Cell(1, 1), "lembar"),
                message("lembar “{name}” tidak ada", name=named),
                message("lembar yang ada: {names}", names=_names(workbook)),
            )
        return found
    if mapping is not None:
        by_mapping = [s for s in sheets if any(t.sheet == (s.name or None) for t in mapping.tables)]
        if len(by_mapping) == len(mapping.tables):
            return by_mapping
    return sheets


def _names(workbook: Workbook) -> str:
    return ", ".join(sheet.name for sheet in workbook.sheets)


def _none_found(workbook: Workbook, found: list[TableFound], findings: Findings) -> None:
    first = found[0].sheet if found else workbook.sheets[0]
    if all(sheet.rows == 0 for sheet in workbook.sheets):
        findings.problem(
            *(first, Cell(1, 1), ""),
            message("buku kerja ini kosong"),
            message("simpan berkas yang berisi tabel hasil, lalu ulangi"),
        )
    elif not found:
        findings.problem(
            *(first, Cell(1, 1), ""),
            message(
                "tidak ada lembar dengan kolom nama atau kode wilayah situs ini (lembar: {names})",
                names=_names(workbook) or "1",
            ),
            message("periksa berkas dan lembarnya; nama wilayah harus seperti di regions.yml"),
        )
    else:
        row = found[0].layout.headers[-1] if found[0].layout.headers else 1
        findings.problem(
            *(first, Cell(row, 1), ""),
            message("tidak satu pun judul kolom dikenal sebagai skor, kategori, atau jawaban"),
            message(
                'sebut artinya, misalnya: --accept "{header}=score"', header=_example(found[0])
            ),
        )


def _example(table: TableFound) -> str:
    unread = [c.header for c in table.columns if c.field == IGNORE]
    named = [header for header in unread if len(key_of(header)) > 3]
    return (named or unread or ["Skor"])[-1]


def _is_shifted(layout: Layout, known: Known, findings: Findings) -> bool:
    """Whether the header of regions stands over something else, and theirs says something else."""
    sheet, region = layout.sheet, layout.region
    if region is None or not layout.headers:
        return False
    row = layout.headers[-1]
    over = next((c for c in sheet.row(row) if key_of(c.text) in REGION_WORDS), None)
    title = layout.header(region)
    here = guess_field(title, known)
    if over is None or over.column == region or not title or (here and here.field == "region"):
        return False
    below = [sheet.at(row, over.column) for row in range(layout.first, sheet.rows + 1)]
    numbers = sum(cell.kind == "number" for cell in below)
    if here is None and not is_number_of_rows(title) and numbers * 2 < len(below):
        return False  # a column of names of something else
    findings.problem(
        *(sheet, over, layout.header(over.column)),
        message(
            "judul “{header}” ada di kolom {a}, padahal nama wilayah ada di kolom {b}; judul "
            "kolom tampaknya bergeser",
            header=over.text,
            a=letters(over.column),
            b=letters(region),
        ),
        message("geser judul supaya tepat di atas isinya"),
    )
    return True


def _is_turned(layout: Layout, regions: Regions, findings: Findings) -> bool:
    """Whether regions stand beside each other in a row, and not below each other in a column."""
    sheet = layout.sheet
    for row, cells in sheet.by_row.items():
        texts = [cell for cell in cells if cell.kind == "text"]
        named = [cell for cell in texts if cell.column != layout.region and regions(cell.text).sure]
        if len({regions(cell.text).regions for cell in named}) >= MOST_BESIDE:
            findings.problem(
                *(sheet, named[0], ""),
                message("nama wilayah berderet di baris {row}, tidak di satu kolom", row=row),
                message("putar tabelnya (Paste Special, Transpose): satu baris satu wilayah"),
            )
            return True
    return False


def _is_doubled(layout: Layout, regions: Regions, findings: Findings) -> bool:
    """Whether a second table stands beside the first: its regions would be left out."""
    sheet = layout.sheet
    mine: set[str] = set()
    others: dict[int, dict[str, Cell]] = {}
    for row in range(layout.first, sheet.rows + 1):
        for cell in sheet.row(row):
            match = regions(cell.text) if cell.kind == "text" else None
            if match is None or not match.sure or cell.column in sheet.hidden_columns:
                continue
            if cell.column == layout.region:
                mine.update(match.regions)
            elif cell.column != layout.code:
                others.setdefault(cell.column, {}).setdefault(match.regions[0], cell)
    for column, found in others.items():
        left = [cell for id_, cell in found.items() if id_ not in mine]
        if layout.region is not None and len(left) > 1:
            findings.problem(
                *(sheet, left[0], ""),
                message(
                    "kolom {a} juga memuat nama wilayah, yang tidak ada di kolom {b}",
                    a=letters(column),
                    b=letters(layout.region),
                ),
                message("taruh kedua tabel di bawah satu sama lain, atau di lembar tersendiri"),
            )
            return True
    return False


def _remembered(layout: Layout, mapping: Mapping | None) -> dict[str, str]:
    """The fields of columns that were settled before, by their headers."""
    if mapping is None:
        return {}
    name = layout.sheet.name or None
    tables = [table for table in mapping.tables if table.sheet == name] or list(mapping.tables)
    headers = {header for _, header in headers_of(layout)}
    best = max(tables, key=lambda table: len(headers & table.columns.keys()))
    return dict(best.columns)


def _one_for_each_field(
    tables: list[TableFound], known: Known, findings: Findings
) -> list[TableFound]:
    """Of sheets that hold the same fields the one of this year; else it is asked which."""
    kept: list[TableFound] = []
    for table in tables:
        rival = next((other for other in kept if _rivals(table, other)), None)
        if rival is None:
            kept.append(table)
            continue
        mine, theirs = (str(known.year) in _about(one) for one in (table, rival))
        if mine and not theirs:
            kept[kept.index(rival)] = table
        elif mine == theirs and findings.answer("lembar") is None:
            names = [one.sheet.name for one in tables]
            findings.ask(
                *(table.sheet, Cell(1, 1), "lembar"),
                message("beberapa lembar memuat hal yang sama: {names}", names=", ".join(names)),
                message('sebut lembar yang dibaca: --accept "lembar=…"'),
                *names,
            )
    return kept


def _rivals(one: TableFound, other: TableFound) -> bool:
    """Whether two tables say the same of each region; answers may be spread over several."""
    same = set(one.values.values()) & set(other.values.values())
    return bool(same) and (one.question is None or other.question is None)


def _about(table: TableFound) -> str:
    """What stands above a table, and the name of its sheet."""
    return " ".join([table.sheet.name, *titles(table.layout)])


def titles(layout: Layout) -> list[str]:
    """The texts above the headers."""
    top = layout.headers[0] if layout.headers else layout.first
    return [cell.text for row in range(1, top) for cell in layout.sheet.row(row)]
