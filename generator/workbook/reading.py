"""A whole workbook, understood: what it says of each region, what is unclear, and how it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping as Pairs
from dataclasses import dataclass

from generator.format.mapping import Mapping, Table
from generator.format.problems import message
from generator.workbook.asked import Findings, answer_key
from generator.workbook.cells import Cell, Workbook
from generator.workbook.columns import NUMBERINGS, TableFound
from generator.workbook.context import Context
from generator.workbook.gathered import Gathered
from generator.workbook.headers import Known
from generator.workbook.layout import find_layout
from generator.workbook.regions import Regions
from generator.workbook.rows import Rows
from generator.workbook.tables import find_tables, titles
from generator.workbook.told import what_was_read


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: what stands in the cells, what is told, and how columns were read."""

    gathered: Gathered
    findings: Findings
    tables: list[TableFound]
    mapping: Mapping | None


def understand(
    workbook: Workbook, context: Context, mapping: Mapping | None, answers: Pairs[str, str]
) -> Reading:
    """Read a workbook by what was settled before (``mapping``) and now (``answers``)."""
    findings = Findings({answer_key(key): value for key, value in answers.items()})
    settled = dict(mapping.regions) if mapping else {}
    regions = Regions(context.regions.values(), settled)
    known = _known(workbook, context, regions, mapping, findings)
    tables = find_tables(workbook, regions, known, mapping, findings)
    _year(workbook, tables, context.year, findings)
    mapping = _with_decimal(workbook, tables, mapping, findings)
    gathered = Gathered()
    for table in tables:
        Rows(table, regions, context, known, mapping, findings, gathered).read()
    if tables and not gathered.rows and findings.clear:
        first = tables[0].sheet
        findings.problem(
            *(first, Cell(tables[0].layout.first, 1), ""),
            message("tidak ada baris wilayah di bawah judul kolom"),
            message("isi tabelnya, simpan, lalu ulangi"),
        )
    elif gathered.rows and not gathered.entries and not gathered.states and findings.clear:
        findings.problem(
            *(tables[0].sheet, Cell(tables[0].layout.first, 1), ""),
            message("tidak satu pun sel nilai terisi"),
            message("isi tabelnya, simpan, lalu ulangi"),
        )
    findings.notes += list(what_was_read(tables, gathered, findings, context))
    made = _mapping(tables, known, mapping, findings) if tables else None
    return Reading(gathered, findings, tables, made)


def _known(
    workbook: Workbook,
    context: Context,
    regions: Regions,
    mapping: Mapping | None,
    findings: Findings,
) -> Known:
    """What headers are compared with: the questionnaire of most of the regions that are named."""
    named: list[str] = []
    for sheet in workbook.sheets:
        layout = find_layout(sheet, regions)
        column = layout.region if layout and layout.region is not None else None
        for row in range(1, sheet.rows + 1) if column is not None else ():
            named += regions(sheet.at(row, column).text).regions[:1] if column is not None else ()
    instrument = context.instrument_for(named or [region.id for region in context.covered])
    numbering = NUMBERINGS.get(findings.answer("nomor") or "")
    before = mapping.numbering if mapping else None
    questions = dict(mapping.questions) if mapping else {}
    return Known(instrument, context.year, numbering or before, questions)


def _with_decimal(
    workbook: Workbook, tables: list[TableFound], mapping: Mapping | None, findings: Findings
) -> Mapping | None:
    """In CSV all numbers are text: their sign is the one that all of them have."""
    said = {"koma": "comma", "titik": "point"}.get(findings.answer("desimal") or "")
    sign = said or (mapping.decimal if mapping else None)
    if sign is None and workbook.delimited:
        cells = (
            table.sheet.at(row, column).text
            for table in tables
            for column in table.values
            for row in range(table.layout.first, table.sheet.rows + 1)
        )
        signs = {
            text[-len(rest) - 1]
            for text in cells
            for rest in re.findall(r"^-?\d{1,3}[.,](\d+)$", text)
        }
        sign = {"{,}": "comma", "{.}": "point"}.get("{" + "".join(sorted(signs)) + "}")
        if sign is not None:
            word = message("koma") if sign == "comma" else message("titik")
            findings.notes.append(message("Tanda desimal: {sign}.", sign=word))
    if sign is None:
        return mapping
    base = mapping or Mapping.model_construct(tables=())
    return base.model_copy(update={"decimal": sign})


def _year(workbook: Workbook, tables: list[TableFound], year: int, findings: Findings) -> None:
    """Ask where file, sheet and title only speak of another year."""
    for table in tables:
        said = " ".join([table.sheet.name, *titles(table.layout)])
        years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", said)) or set(
            re.findall(r"(?<!\d)20\d\d(?!\d)", workbook.file)
        )
        if not years or str(year) in years:
            continue
        other = max(years)
        if findings.answer("tahun") == other:
            continue
        findings.ask(
            *(table.sheet, Cell(1, 1), "tahun"),
            message("berkas ini menyebut {other}, bukan {year}", other=other, year=year),
            message(
                "periksa --edition; bila memang untuk edisi {year}: --accept tahun={other}",
                year=year,
                other=other,
            ),
            other,
        )


def _mapping(
    tables: list[TableFound],
    known: Known,
    before: Mapping | None,
    findings: Findings,
) -> Mapping:
    """What is remembered: how columns were read, and what was settled."""
    found = [
        Table.model_construct(
            sheet=table.sheet.name or None,
            header=table.layout.headers[-1] if table.layout.headers else 0,
            columns={column.header: column.field for column in table.columns},
            answer=table.answer,
        )
        for table in tables
    ]
    kept = {
        key: {**(getattr(before, key) if before else {}), **findings.kept.get(key, {})}
        for key in ("questions", "regions", "values")
    }
    return Mapping.model_construct(
        tables=tuple(found),
        decimal=before.decimal if before else None,
        numbering=known.numbering,
        questions=kept["questions"],
        regions=kept["regions"],
        values=kept["values"],
    )
