"""Reads the rows of a table: which region each is of, and what its cells say."""

from __future__ import annotations

from dataclasses import replace

from generator.format import Instrument
from generator.format.mapping import IGNORE, Mapping
from generator.format.problems import message
from generator.workbook.asked import Findings
from generator.workbook.cells import Cell
from generator.workbook.columns import TableFound, settle_numbering
from generator.workbook.context import Context
from generator.workbook.gathered import Entry, Gathered, Path_
from generator.workbook.headers import Known, is_number_of_rows, question_of
from generator.workbook.layout import REGION_WORDS, is_numbering, is_subtotal
from generator.workbook.meaning import Meaning, Out
from generator.workbook.naming import Naming
from generator.workbook.regions import Match, Regions, key_of, kind_named
from generator.workbook.values import Unclear, damage


class Rows:
    """Reads one table into what was gathered."""

    def __init__(
        self,
        table: TableFound,
        regions: Regions,
        context: Context,
        known: Known,
        mapping: Mapping | None,
        findings: Findings,
        gathered: Gathered,
    ) -> None:
        self.table = table
        self.sheet = table.sheet
        self.regions = regions
        self.context = context
        self.known = known
        self.naming = Naming(table, regions, context, findings)
        self.meaning = Meaning(context, mapping, findings)
        self.findings = findings
        self.gathered = gathered
        self.seen: dict[str, Cell] = {}
        self.merges: set[tuple[int, int, int, int]] = set()

    def read(self) -> None:
        """All rows below the headers."""
        layout = self.table.layout
        last = self.last_sure()
        kind: str | None = None
        gap = False
        for row in range(layout.first, self.sheet.rows + 1):
            cells = [cell for cell in self.sheet.row(row) if cell.is_first]
            if not cells:
                gap = gap or not self.sheet.row(row)
                continue
            gap = gap and row > last
            values = [c for c in cells if c.column in self.table.values]
            name = self.naming.name_of(row)
            if name is not None and key_of(name.text) in REGION_WORDS and len(cells) > 1:
                self.header_again(values)
                continue
            if is_numbering(cells):
                continue
            match = self.naming.match(row, name, kind)
            if match is not None and match.sure:
                self.of_region(row, name or cells[0], match.regions[0], values)
                continue
            if match is not None and match.regions == () and match.how == "settled":
                self.pass_over(row, cells, "lewati")
            elif not values:
                kind = self.heading(row, cells, kind, below=row > last)
            elif self.is_sum(cells, values):
                self.pass_over(row, cells, "jumlah")
            elif row > last and self.is_after(name, values, gap=gap):
                self.pass_over(row, cells, "sesudah")
            else:
                self.unknown(row, name, cells, match)

    def header_again(self, values: list[Cell]) -> None:
        """The header once more, which must be the same: else the columns below are others."""
        for cell in values:
            here = self.table.layout.header(cell.column)
            if key_of(cell.text) not in (key_of(here), key_of(here.split(" / ")[-1])):
                self.findings.problem(
                    *(self.sheet, cell, here),
                    message("judul di sini “{a}”, di atas “{b}”", a=cell.text, b=here),
                    message("samakan urutan kolomnya, atau pindahkan tabel ini ke lembar lain"),
                )

    def last_sure(self) -> int:
        """The last row that names a region for sure."""
        layout = self.table.layout
        for row in range(self.sheet.rows, layout.first - 1, -1):
            match = self.naming.match(row, self.naming.name_of(row), None)
            if match is not None and match.regions:
                return row
        return layout.first

    def heading(self, row: int, cells: list[Cell], kind: str | None, *, below: bool) -> str | None:
        """A row without values: what it says of the kind of those below it; nothing ``below`` the last."""
        texts = [cell.text for cell in cells if cell.kind == "text"]
        if not texts:
            return kind
        self.pass_over(row, cells, "sesudah" if below else "judul")
        named = kind_named(" ".join(texts))
        return named if named is not None or len(cells) <= 2 else kind

    def is_sum(self, cells: list[Cell], values: list[Cell]) -> bool:
        """Whether a row is labelled as a sum or a mean, and is not counted among the regions."""
        labels = [cell for cell in cells if cell not in values]
        if not any(is_subtotal(cell.text) for cell in labels if cell.kind == "text"):
            return False
        return not any(
            cell.kind == "number" and is_number_of_rows(self.table.layout.header(cell.column))
            for cell in labels
        )

    def is_after(self, name: Cell | None, values: list[Cell], *, gap: bool) -> bool:
        """Whether a row below the last region belongs to what stands below the table: a signature.

        A number beside a name, or right below the table, is still a row of it.
        """
        number = any(cell.kind in ("number", "percent") for cell in values)
        return (gap and (name is None or not number)) or (name is None and not number)

    def pass_over(self, row: int, cells: list[Cell], why: str) -> None:
        text = next((cell.text for cell in cells if cell.kind == "text"), cells[0].text)
        self.gathered.passed.append((self.sheet, row, text, why))

    def unknown(self, row: int, name: Cell | None, cells: list[Cell], match: Match | None) -> None:
        """A row with values of a region that is not known for sure."""
        if name is None:
            column = self.table.layout.region
            cell = self.sheet.at(row, column) if column is not None else cells[0]
            if cell.merged is not None and not cell.is_first:
                self.merged(cell)
                return
            self.findings.problem(
                *(self.sheet, replace(cell, row=row), "region"),
                message("baris {row} berisi nilai, tetapi tidak menyebut wilayah", row=row),
                message("isi nama atau kode wilayahnya, atau hapus baris itu"),
            )
            return
        ids = match.regions if match else ()
        if ids:
            names = ", ".join(f"{self.context.regions[id_].name} ({id_})" for id_ in ids)
            right = message(
                'mungkin maksudnya {names}; bila benar: --accept "{name}={id}"',
                names=names,
                name=name.text,
                id=ids[0],
            )
        else:
            right = message(
                "perbaiki namanya, tambahkan wilayah itu di regions.yml, atau lewati barisnya: "
                '--accept "{name}=lewati"',
                name=name.text,
            )
        self.findings.ask(
            *(self.sheet, name, name.text),
            message("wilayah “{name}” tidak dikenal", name=name.text),
            right,
            *ids,
        )

    def merged(self, cell: Cell) -> None:
        """Cells of several regions that are merged into one: told once."""
        assert cell.merged is not None
        if cell.merged in self.merges:
            return
        self.merges.add(cell.merged)
        first, last = self.sheet.at(*cell.merged[:2]), self.sheet.at(*cell.merged[2:])
        self.findings.problem(
            *(self.sheet, first, ""),
            message("sel {a}:{b} digabung", a=first.address, b=last.address),
            message("pisahkan sel itu (Unmerge Cells) dan isi tiap barisnya sendiri"),
        )

    def of_region(self, row: int, name: Cell, region: str, values: list[Cell]) -> None:
        """The values of a row whose region is known."""
        region_column = self.table.layout.region
        named = [region_column] if region_column and self.table.question is None else []
        for column in (*self.table.values, *named):
            cell = self.sheet.at(row, column)
            if cell.merged is not None and cell.merged[0] != cell.merged[2]:
                self.merged(cell)
        if row in self.sheet.hidden_rows and values:
            said = self.findings.answer("baris tersembunyi")
            if said == IGNORE:
                self.pass_over(row, [name], "lewati")
                return
            if said is None:
                self.findings.ask(
                    *(self.sheet, name, "baris tersembunyi"),
                    message("baris {row} ({name}) tersembunyi", row=row, name=name.text),
                    message(
                        'tampilkan barisnya, atau sebut: --accept "baris tersembunyi=baca" atau '
                        '"baris tersembunyi=lewati"'
                    ),
                    *("baca", "lewati"),
                )
                return
        if self.table.question is None and not self.is_first(row, name, region):
            return
        match = self.regions(name.text)
        if match.how != "name" or match.regions != (region,):
            self.gathered.named.setdefault(name.text, Match(match.how, (region,)))
        self.gathered.count[self.sheet.title] = self.gathered.count.get(self.sheet.title, 0) + 1
        self.gathered.rows.setdefault(region, name)
        question = self.question_of(row, region)
        for cell in values:
            path = self.path(self.table.values[cell.column], question)
            if path is not None:
                self.cell(cell, region, path)

    def is_first(self, row: int, name: Cell, region: str) -> bool:
        before = self.seen.setdefault(region, name)
        if before is name:
            return True
        self.findings.problem(
            *(self.sheet, name, "region"),
            message(
                "{region} sudah ada di {cell}",
                region=self.context.regions[region].name,
                cell=before.address,
            ),
            message("hapus salah satu barisnya, atau perbaiki namanya"),
        )
        return False

    def question_of(self, row: int, region: str) -> str | None:
        """The question of a row that is an answer; None if it is none, or unclear."""
        column = self.table.question
        if column is None:
            return None
        cell = self.sheet.at(row, column)
        if not cell.text:
            return None
        said = self.findings.answer(cell.text)
        known = replace(self.known, instrument=self.context.instrument_of(region))
        if said is not None and known.instrument and known.instrument.question(said):
            self.findings.keep("questions", cell.text, said)
            return said
        found, number = question_of(cell.text, known)
        if found is not None or known.instrument is None:
            return found
        if number is not None and known.numbering is None:
            numbers = self.numbers(known.instrument, known)
            settle_numbering(self.sheet, cell, numbers, known, self.findings)
            return None
        self.findings.ask(
            *(self.sheet, cell, cell.text),
            message("pertanyaan “{text}” tidak ada di kuesioner edisi ini", text=cell.text),
            message('tulis id pertanyaannya, atau sebut: --accept "{text}=…"', text=cell.text),
            *(),
        )
        return None

    def numbers(self, instrument: Instrument, known: Known) -> list[str]:
        """All numbers of questions in the column of questions."""
        assert self.table.question is not None
        cells = (
            self.sheet.at(row, self.table.question)
            for row in range(self.table.layout.first, self.sheet.rows + 1)
        )
        found = {number for cell in cells if (number := question_of(cell.text, known)[1])}
        return sorted(found)

    def path(self, field_: str, question: str | None) -> Path_ | None:
        """Where in a result file the value of a column belongs."""
        if field_ == "rank_in_category":
            return ("rank", "within")
        parts = tuple(field_.split("."))
        if parts[0] in ("self", "verified", "points", "note", "obstacle", "evidence"):
            return ("answers", question, *parts) if question is not None else None
        return parts

    def cell(self, cell: Cell, region: str, path: Path_) -> None:
        """What one cell says, noted or told."""
        header = self.table.header_of(self.table.values[cell.column])
        wrong = damage(cell)
        if wrong is not None:
            self.findings.unclear(self.sheet, cell, header, wrong)
            return
        found = self.meaning.value(self.meaning.settled(cell, path), region, path)
        if isinstance(found, Unclear):
            self.findings.unclear(self.sheet, cell, header, found)
            return
        if isinstance(found, Out):
            self.note(region, ("state",), Entry(found.name, self.sheet, cell, True))
            return
        if found is None:
            return
        if found.how is not None:
            self.findings.made(cell.text, found.how)
        self.note(region, path, Entry(found.said, self.sheet, cell, found.state))

    def note(self, region: str, path: Path_, entry: Entry) -> None:
        """Keep what a cell says; another that says otherwise is told."""
        if path == ("state",):
            before = self.gathered.states.setdefault(region, entry)
        else:
            before = self.gathered.entries.setdefault(region, {}).setdefault(path, entry)
        if before.said != entry.said or before.state != entry.state:
            self.findings.problem(
                *(self.sheet, entry.cell, ".".join(path)),
                message(
                    "“{a}” di sini, “{b}” di {cell}",
                    a=entry.cell.text,
                    b=before.cell.text,
                    cell=str(before.place),
                ),
                message("samakan keduanya, atau hapus salah satunya"),
            )
