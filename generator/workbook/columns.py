"""What the columns of a table hold: each a field of the format, or nothing that is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from generator.format.mapping import FIELD, IGNORE
from generator.format.problems import message
from generator.workbook.asked import Findings
from generator.workbook.cells import Cell, Sheet, letters
from generator.workbook.headers import (
    UNSURE,
    Guess,
    Known,
    answer_named,
    guess_field,
    numbering_of,
    question_of,
)
from generator.workbook.layout import Layout
from generator.workbook.regions import key_of, kind_named
from generator.workbook.values import state_of

FINAL = 7
"""Headers of a score up to here say that it is the final one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header as the mapping names it; what is not read has the field ``ignore``."""

    number: int
    header: str
    field: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table that is read: where it is, and its columns."""

    layout: Layout
    columns: tuple[Column, ...]
    answer: Literal["self", "verified"] | None = None
    """Whose answers the columns of questions hold."""

    @property
    def sheet(self) -> Sheet:
        return self.layout.sheet

    @property
    def values(self) -> dict[int, str]:
        """The fields that are read of each region, by column."""
        return {
            column.number: column.field
            for column in self.columns
            if column.field not in ("region", "code", "question", IGNORE)
        }

    @property
    def question(self) -> int | None:
        """The column that names the question of each row, if each row is an answer."""
        return next((c.number for c in self.columns if c.field == "question"), None)

    def header_of(self, field: str) -> str:
        return next((c.header for c in self.columns if c.field == field), field)


def headers_of(layout: Layout) -> list[tuple[int, str]]:
    """Each column that has a header or cells below it, with its header, told apart by its letter."""
    texts = {c: layout.header(c) for c in range(1, layout.last_column + 1)}
    counts = Counter(texts.values())
    return [
        (column, f"{text} ({letters(column)})".strip() if counts[text] > 1 or not text else text)
        for column, text in texts.items()
        if text
        or any(layout.sheet.at(r, column).text for r in range(layout.first, layout.sheet.rows + 1))
    ]


def table_of(
    layout: Layout, known: Known, remembered: dict[str, str], findings: Findings
) -> TableFound:
    sheet = layout.sheet
    hidden = sheet.hidden_columns
    settled: dict[int, str] = {}
    guesses: dict[int, Guess] = {}
    headers = dict(headers_of(layout))
    long_ = _is_long(layout, headers, known, remembered, findings)
    for column, header in headers.items():
        said = findings.answer(header)
        if said is not None and FIELD.fullmatch(said):
            settled[column] = said
        elif header in remembered:
            settled[column] = remembered[header]
        elif column == layout.region:
            settled[column] = "region"
        elif column == layout.code:
            settled[column] = "code"
        elif column not in hidden and not _says_kinds(layout, column):
            guess = guess_field(layout.header(column), known, of_answers=long_)
            if guess is not None and guess.field not in ("region", "code"):
                guesses[column] = guess
    known = _numbering(sheet, layout, guesses, known, findings)
    if known.numbering:
        for column, guess in guesses.items():
            if "?" in guess.field:
                again = guess_field(layout.header(column), known, of_answers=long_)
                if again is not None:
                    guesses[column] = again
    guesses = {column: guess for column, guess in guesses.items() if "?" not in guess.field}
    if long_ and not any(guess.field == "question" for guess in guesses.values()):
        guesses |= _questions(layout, known, guesses.keys() | settled.keys())
    if "state" not in {guess.field for guess in guesses.values()}:
        guesses |= _remarks(layout, headers, guesses.keys() | settled.keys() | hidden)
    fields = {**_unique(layout, headers, guesses, settled, findings), **settled}
    columns = tuple(
        Column(column, header, fields.get(column, IGNORE), column in hidden)
        for column, header in headers.items()
    )
    return _with_answer(TableFound(layout, columns), remembered, findings)


def _is_long(
    layout: Layout,
    headers: dict[int, str],
    known: Known,
    remembered: dict[str, str],
    findings: Findings,
) -> bool:
    """Whether a column names the question of each row."""
    if known.instrument is None or not known.instrument.questions:
        return False
    fields = {remembered.get(header) or findings.answer(header) for header in headers.values()}
    if "question" in fields:
        return True
    if any((g := guess_field(h, known)) and g.field == "question" for h in headers.values()):
        return True
    return bool(_questions(layout, known, set()))


def _questions(layout: Layout, known: Known, taken: AbstractSet[int]) -> dict[int, Guess]:
    """A column whose cells are all ids or texts of questions."""
    for column in range(1, layout.last_column + 1):
        texts = _texts(layout, column) if column not in taken else []
        if len(texts) > 1 and all(question_of(text, known)[0] for text in texts):
            return {column: Guess("question")}
    return {}


def _says_kinds(layout: Layout, column: int) -> bool:
    """Whether a column only says of each row what kind of region it is of: “Kota”."""
    texts = {key_of(text) for text in _texts(layout, column)}
    return bool(texts) and all(" " not in text and kind_named(text) for text in texts)


def _texts(layout: Layout, column: int) -> list[str]:
    """What stands below the header of a column."""
    cells = (layout.sheet.at(row, column) for row in range(layout.first, layout.sheet.rows + 1))
    return [cell.text for cell in cells if cell.text and cell.is_first]


def _numbering(
    sheet: Sheet, layout: Layout, guesses: dict[int, Guess], known: Known, findings: Findings
) -> Known:
    """How the numbers of questions in headers count; asked once."""
    numbers = {column: guess.number for column, guess in guesses.items() if guess.number}
    if not numbers or known.numbering or known.instrument is None:
        return known
    way = settle_numbering(
        sheet, sheet.at(layout.headers[-1], min(numbers)), list(numbers.values()), known, findings
    )
    return replace(known, numbering=way)


_REMARKS = ("keterangan", "ket", "catatan")


def _remarks(layout: Layout, headers: dict[int, str], taken: AbstractSet[int]) -> dict[int, Guess]:
    """A column of remarks that says of regions why they have no result, and nothing else."""
    for column, header in headers.items():
        if column in taken or key_of(header) not in _REMARKS:
            continue
        states = [state_of(text) for text in _texts(layout, column)]
        if states and None not in states:
            return {column: Guess("state")}
    return {}


NUMBERINGS: dict[str, Literal["order", "indicator"]] = {
    "urut": "order",
    "indikator": "indicator",
    "order": "order",
    "indicator": "indicator",
}


def settle_numbering(
    sheet: Sheet, cell: Cell, numbers: list[str], known: Known, findings: Findings
) -> Literal["order", "indicator"] | None:
    """How questions are numbered, where that is settled; else it is asked, or told that no way fits."""
    assert known.instrument is not None
    said = findings.answer("nomor")
    if said is not None and said in NUMBERINGS:
        return NUMBERINGS[said]
    way = numbering_of(numbers, known.instrument)
    if way is None:
        findings.problem(
            *(sheet, cell, "question"),
            message("nomor pertanyaan di sini tidak cocok dengan kuesioner edisi ini"),
            message(
                "kuesioner punya {count} pertanyaan; tulis id pertanyaan, atau isi questions di "
                "berkas pemetaan",
                count=len(known.instrument.questions),
            ),
        )
        return None
    if way == "order":
        right = message("menurut urutan di seluruh kuesioner: --accept nomor=urut")
    else:
        right = message("menurut indikator dan urutan di dalamnya: --accept nomor=indikator")
    wrong = message("pertanyaan disebut dengan nomornya")
    findings.ask(sheet, cell, "nomor", wrong, right, "urut" if way == "order" else "indikator")
    return None


def _unique(
    layout: Layout,
    headers: dict[int, str],
    guesses: dict[int, Guess],
    settled: dict[int, str],
    findings: Findings,
) -> dict[int, str]:
    """One column for each field: the one that is named so most plainly, or it is asked which."""
    chosen: dict[int, str] = {}
    for field in dict.fromkeys(guess.field for guess in guesses.values()):
        if field == IGNORE or field in settled.values():
            continue
        columns = [column for column, guess in guesses.items() if guess.field == field]
        said = findings.answer(field) if len(columns) > 1 else None
        named = [c for c in columns if said and key_of(headers[c]) == key_of(said)]
        best = min(columns, key=lambda column: guesses[column].plainness)
        others = [column for column in columns if column != best]
        # Of a question's number and its text either would do.
        plainly = field == "question" or (field == "score" and guesses[best].plainness < FINAL)
        if named:
            best = named[0]
        elif others and not (
            plainly and (field == "question" or all(guesses[c].plainness >= FINAL for c in others))
        ):
            findings.ask(
                *(layout.sheet, layout.sheet.at(layout.headers[-1], columns[1]), field),
                message(
                    "lebih dari satu kolom dapat berarti {field}: {names}",
                    field=field,
                    names=", ".join(f"{letters(c)} “{headers[c]}”" for c in columns),
                ),
                message('sebut kolom yang dipakai: --accept "{field}=…"', field=field),
                *(headers[column] for column in columns),
            )
        elif guesses[best].plainness >= UNSURE and field != "region":
            findings.ask(
                *(layout.sheet, layout.sheet.at(layout.headers[-1], best), headers[best]),
                message(
                    "belum pasti bahwa kolom {letter} “{header}” berarti {field}",
                    letter=letters(best),
                    header=headers[best],
                    field=field,
                ),
                message(
                    'sebut artinya: --accept "{header}={field}", atau abaikan',
                    header=headers[best],
                    field=field,
                ),
                field,
                "abaikan",
            )
        chosen[best] = field
    return chosen


def _with_answer(table: TableFound, remembered: dict[str, str], findings: Findings) -> TableFound:
    """Whose answers the columns of questions hold, where the headers do not say it."""
    fields = {c.field for c in table.columns}
    verdicts = answer_named(table.sheet.name) == "verified" and not remembered
    if verdicts and table.question is not None and {"self", "verified"} & fields == {"self"}:
        # “Jawaban” in a sheet of verdicts.
        made = (replace(c, field="verified") if c.field == "self" else c for c in table.columns)
        return TableFound(table.layout, tuple(made), "verified")
    open_ = [c for c in table.columns if re.fullmatch(r"answers\.[^.]+", c.field)]
    if not open_:
        return table
    name = table.sheet.name
    key = name or "jawaban"
    answer = findings.answer(key)
    whose = answer_named(name)
    if answer in ("self", "verified"):
        whose = "self" if answer == "self" else "verified"
    elif whose is None:
        cell = table.sheet.at(table.layout.headers[-1], open_[0].number)
        findings.ask(
            *(table.sheet, cell, key),
            message("belum jelas jawaban siapa yang ada di lembar ini"),
            message(
                'jawaban badan publik sendiri: --accept "{key}=klaim"; yang diterima verifikator: '
                '--accept "{key}=verifikasi"',
                key=key,
            ),
            *("klaim", "verifikasi"),
        )
    columns = tuple(
        replace(c, field=f"{c.field}.{whose or 'self'}") if c in open_ else c for c in table.columns
    )
    return TableFound(table.layout, columns, whose)
