"""Which region a row of a table is of: by its code and its name, which must agree."""

from __future__ import annotations

from generator.format.mapping import IGNORE
from generator.format.problems import message
from generator.workbook.asked import Findings
from generator.workbook.cells import Cell
from generator.workbook.columns import TableFound
from generator.workbook.context import Context
from generator.workbook.regions import Match, Regions, key_of, kind_named


class Naming:
    """The regions of the rows of one table."""

    def __init__(
        self, table: TableFound, regions: Regions, context: Context, findings: Findings
    ) -> None:
        self.table = table
        self.sheet = table.sheet
        self.regions = regions
        self.context = context
        self.findings = findings

    def name_of(self, row: int) -> Cell | None:
        column = self.table.layout.region
        if column is None:
            return None
        # Where each row is an answer, the name of a region may be merged over all of its answers.
        spread = self.table.question is not None
        cell = self.sheet.seen(row, column) if spread else self.sheet.at(row, column)
        return cell if cell.text and (cell.is_first or spread) else None

    def kind_of(self, row: int) -> str | None:
        """The kind of region that a cell of the row says by itself: “Kota” beside “Serai”."""
        for cell in self.sheet.row(row):
            words = key_of(cell.text).split() if cell.kind == "text" else []
            if len(words) == 1 and cell.column not in self.table.values:
                kind = kind_named(cell.text)
                if kind is not None:
                    return kind
        return None

    def match(self, row: int, name: Cell | None, kind: str | None) -> Match | None:
        """The region of a row by its code and name, which must agree; None if it has neither."""
        code = self.table.layout.code
        cell = self.sheet.at(row, code) if code is not None else None
        by_code = self.regions.by_code(cell.text) if cell is not None and cell.text else None
        by_name = None
        if name is not None:
            by_name = self.by_name(name.text, self.kind_of(row) or kind)
        if by_code is None or not by_code.regions:
            return by_name
        if by_name is None or not by_name.sure or by_name.regions == by_code.regions:
            return (
                by_code
                if name is None or not by_name or by_name.sure
                else self.near(by_code, by_name)
            )
        assert cell is not None and name is not None
        self.findings.problem(
            *(self.sheet, cell, "code"),
            message(
                "kode {code} milik {a}, padahal baris ini menyebut {b}",
                code=cell.text,
                a=self.context.regions[by_code.regions[0]].name,
                b=name.text,
            ),
            message("perbaiki kode atau namanya"),
        )
        return by_name

    def near(self, by_code: Match, by_name: Match) -> Match:
        """A name that is not known, beside a code that is: the code stands if the name may be its."""
        fits = not by_name.regions or by_code.regions[0] in by_name.regions
        return by_code if fits else by_name

    def by_name(self, text: str, kind: str | None) -> Match:
        said = self.findings.answer(text) or self.regions.settled.get(key_of(text))
        if said == IGNORE:
            self.findings.keep("regions", text, IGNORE)
            return Match("settled", ())
        if said is not None:
            meant = (
                Match("settled", (said,)) if said in self.context.regions else self.regions(said)
            )
            if meant.sure:
                self.findings.keep("regions", text, meant.regions[0])
                return Match("settled", meant.regions)
        return self.regions(text, kind)
