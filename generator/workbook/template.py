"""Workbooks that are written: one to be filled in, or one with what is known; the same in all else."""

from __future__ import annotations

import io
from typing import Any

from generator.evaluation.model import decimals_of
from generator.format import Question, Region
from generator.format.instrument import NO, NOT_APPLICABLE, YES
from generator.workbook.context import Context
from generator.workbook.export import (
    ANSWERS,
    RESULTS,
    STATE_WORDS,
    Field,
    Known,
    answer_fields,
    answer_value,
    as_number,
    instruments_of,
    is_number,
    result_fields,
    rows_of_answers,
)
from generator.workbook.headers import Known as Compared
from generator.workbook.headers import guess_field

GUIDE = "Petunjuk"
LONGEST_LIST = 255
"""Letters that a list of choices may have in a cell (XlsxWriter, data_validation)."""

LINES = (
    "Buku kerja ini dibuat oleh Rapor KIP untuk diisi, lalu dimasukkan dengan:",
    "rapor import NAMA-BERKAS.xlsx --edition {year}",
    "",
    "1. Isi lembar “Hasil”: satu baris satu badan publik. Judul kolom, kode, dan nama tidak diubah.",
    "2. Sel yang kosong berarti belum diketahui. Jangan isi 0 bila skornya tidak diketahui: 0 adalah nilai.",
    "3. Skor ditulis sebagai angka, seperti diumumkan ({decimals} desimal), paling besar {maximum}.",
    "4. Kategori dan keadaan dipilih dari daftar di selnya.",
    "5. Keadaan diisi hanya untuk yang tidak punya hasil: {states}.",
    "6. Skor, kategori, atau peringkat yang menurut sumber tidak dipublikasikan: tulis “tidak dipublikasikan”.",
)
ANSWER_LINES = (
    "7. Isi lembar “Jawaban”: satu baris satu pertanyaan; klaim badan publik dan hasil verifikasinya.",
    "   Beberapa pilihan dalam satu sel dipisahkan koma. Skor akhir, tahap, dan indikator yang",
    "   dihitung dari jawaban tidak perlu diisi di lembar “Hasil”.",
)


def workbook(context: Context, known: Known | None = None) -> bytes:
    """An XLSX file: to be filled in, or with what is ``known``.

    The same data give the same bytes.
    """
    import datetime

    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    # Otherwise the time of writing: no two files would be the same.
    book.set_properties({"title": context.edition.title, "created": datetime.datetime(2000, 1, 1)})
    writer = _Writer(book, context, known)
    writer.guide()
    writer.results()
    if writer.with_answers:
        writer.answers()
    book.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets one after another."""

    def __init__(self, book: Any, context: Context, known: Known | None) -> None:
        self.book, self.context = book, context
        self.known = known or Known({})
        self.filled = known is not None
        covered = context.covered
        listed = {region.id for region in covered}
        more = [r for id_, r in context.regions.items() if id_ in self.known.data]
        self.regions: list[Region] = covered + [r for r in more if r.id not in listed]
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#e8e8e8", "border": 1}
        )
        self.fixed = book.add_format({"num_format": "@", "bg_color": "#f5f5f5"})
        self.text = book.add_format({"locked": False, "num_format": "@"})
        self.wrapped = book.add_format({"text_wrap": True})
        self.strong = book.add_format({"bold": True})
        self.formats: dict[int, Any] = {}

    @property
    def with_answers(self) -> bool:
        asked = any(one.questions for one in instruments_of(self.context, self.regions))
        return asked and (not self.filled or any(self.known.answers(r.id) for r in self.regions))

    def number(self, decimals: int) -> Any:
        """A format that shows so many decimals."""
        if decimals not in self.formats:
            form = "0" + ("." + "0" * decimals if decimals else "")
            self.formats[decimals] = self.book.add_format({"locked": False, "num_format": form})
        return self.formats[decimals]

    def guide(self) -> None:
        sheet = self.book.add_worksheet(GUIDE)
        sheet.set_column(0, 0, 110)
        edition = self.context.edition
        scale = self.context.scale_of(self.regions[0].id) if self.regions else None
        sheet.write_string(0, 0, f"{edition.title} ({self.context.year})", self.strong)
        lines = LINES + (ANSWER_LINES if self.with_answers else ())
        for row, line in enumerate(lines, 2):
            told = line.format(
                year=self.context.year,
                decimals=decimals_of(scale),
                maximum=scale.maximum if scale else 100,
                states=", ".join(STATE_WORDS.values()),
            )
            sheet.write_string(row, 0, told, self.wrapped)
        sheet.protect()

    def sheet(self, name: str, fields: list[Field]) -> Any:
        """A sheet with protected headers that stay in sight."""
        sheet = self.book.add_worksheet(name)
        for column, field in enumerate(fields):
            sheet.set_column(column, column, field.width)
            sheet.write_string(0, column, field.header, self.head)
        sheet.freeze_panes(1, 2)
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        )
        return sheet

    def results(self) -> None:
        fields = result_fields(self.context, self.regions, within=self.known.within)
        sheet = self.sheet(RESULTS, fields)
        sheet.activate()
        for row, region in enumerate(self.regions, 1):
            for column, field in enumerate(fields):
                self.cell(sheet, row, column, field, region, self.value(region, field.field))
        for first, last, region in self.runs():
            self.choices(sheet, fields, first, last, region)

    def value(self, region: Region, field: str) -> str | None:
        if field == "state":
            evaluation = self.context.evaluation_of(region.id) if self.filled else None
            out = evaluation.out.get(region.id) if evaluation else None
            return STATE_WORDS[out[0]] if out else None
        return self.known.value(region.id, field)

    def cell(
        self, sheet: Any, row: int, column: int, field: Field, region: Region, said: str | None
    ) -> None:
        """One cell; numbers as numbers with the decimals that they have."""
        name = field.field
        if name in ("code", "region"):
            text = region.code or "" if name == "code" else region.name
            sheet.write_string(row, column, text, self.fixed)
            return
        number = as_number(said) if said is not None and is_number(name) else None
        if number is not None:
            sheet.write_number(row, column, number[0], self.number(number[1]))
        elif said is not None:
            sheet.write_string(row, column, said, self.text)
        elif is_number(name):
            whole = name.startswith("rank")
            decimals = 0 if whole else decimals_of(self.context.scale_of(region.id))
            sheet.write_blank(row, column, None, self.number(decimals))
        else:
            sheet.write_blank(row, column, None, self.text)

    def runs(self) -> list[tuple[int, int, Region]]:
        """Rows that follow each other in one group: first, last, and a region of them."""
        found: list[tuple[int, int, Region]] = []
        for row, region in enumerate(self.regions, 1):
            if found and found[-1][2].group == region.group:
                found[-1] = (found[-1][0], row, found[-1][2])
            else:
                found.append((row, row, region))
        return found

    def choices(
        self, sheet: Any, fields: list[Field], first: int, last: int, region: Region
    ) -> None:
        """Lists to choose from, and the range of scores, for the rows of one group."""
        scale = self.context.scale_of(region.id)
        for column, field in enumerate(fields):
            if field.field == "state":
                self.list_of(sheet, first, last, column, tuple(STATE_WORDS.values()))
            elif field.field == "category" and scale and scale.names:
                self.list_of(sheet, first, last, column, scale.names)
            elif field.field == "score":
                self.limit(sheet, first, last, column, float(scale.maximum) if scale else 100)
            elif field.field.startswith(("stage_scores", "indicators")):
                self.limit(sheet, first, last, column, 100)

    def list_of(
        self, sheet: Any, first: int, last: int, column: int, options: tuple[str, ...]
    ) -> None:
        # A comma divides the options, whatever the language of the spreadsheet.
        if len(",".join(options)) <= LONGEST_LIST and not any("," in one for one in options):
            rule = {"validate": "list", "source": list(options), "error_type": "warning"}
            sheet.data_validation(first, column, last, column, rule)

    def limit(self, sheet: Any, first: int, last: int, column: int, maximum: float) -> None:
        rule = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": maximum,
            "error_type": "warning",
            "error_title": "Skor",
            "error_message": f"Skor adalah angka dari 0 sampai {maximum:g}.",
        }
        sheet.data_validation(first, column, last, column, rule)

    def answers(self) -> None:
        fields = answer_fields(self.known.evidence if self.filled else 1)
        sheet = self.sheet(ANSWERS, fields)
        for row, (region, id_, text) in enumerate(rows_of_answers(self.context, self.regions), 1):
            answer = self.known.answers(region.id).get(id_, {})
            for column, field in enumerate(fields):
                fixed = {"question": id_, "": text}.get(field.field)
                if fixed is not None:
                    sheet.write_string(row, column, fixed, self.fixed)
                else:
                    said = answer_value(answer, field.field)
                    self.cell(sheet, row, column, field, region, said)
            instrument = self.context.instrument_of(region.id)
            question = instrument.question(id_) if instrument else None
            for column in (4, 5):
                if question is not None:
                    self.list_of(sheet, row, row, column, options_of(question))


def options_of(question: Question) -> tuple[str, ...]:
    """What one may answer by choosing from a list; nothing where several are chosen or a number is given."""
    kind = question.scale.kind
    if kind not in ("yes-no", "levels"):
        return ()
    found = (YES, NO) if kind == "yes-no" else tuple(o.id for o in question.scale.options)
    return (*found, NOT_APPLICABLE) if question.not_applicable else found


def is_read_back(fields: list[Field], compared: Compared, *, of_answers: bool) -> bool:
    """Whether each header is read as the field that it was written for."""
    for field in fields:
        found = guess_field(field.header, compared, of_answers=of_answers)
        if field.field and (found is None or found.field != field.field):
            return False
    return True
