"""What the cell of a region says in a field: a value of the format, a state, or something unclear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from generator.evaluation.model import decimals_of
from generator.format.mapping import Mapping
from generator.format.problems import message
from generator.workbook.asked import Findings, answer_key
from generator.workbook.cells import Cell
from generator.workbook.context import Context
from generator.workbook.values import (
    ABBREVIATED,
    LISTS,
    NOT_PUBLISHED,
    Unclear,
    Value,
    answer_of,
    below_zero,
    category_of,
    misplaced,
    number_of,
    rank_of,
    state_of,
    too_high,
)

Path_ = tuple[str, ...]
STAGE_MAXIMUM = Decimal(100)
"""The highest score of a stage or an indicator."""


@dataclass(frozen=True, slots=True)
class Out:
    """In the place of a figure stands why there is none: the list of the edition that says so."""

    name: str


class Meaning:
    """Reads cells, by what was settled before and now."""

    def __init__(self, context: Context, mapping: Mapping | None, findings: Findings) -> None:
        self.context = context
        self.findings = findings
        self.words = {answer_key(k): v for k, v in (mapping.values if mapping else {}).items()}
        self.decimal = mapping.decimal if mapping else None

    def settled(self, cell: Cell, path: Path_) -> Cell:
        """A cell with what was settled that its text means; a number only where it stands for an answer."""
        if cell.kind != "text" and path[0] != "answers":
            return cell
        meant = self.findings.answer(cell.text) or self.words.get(answer_key(cell.text))
        if meant is None or meant == cell.text:
            return cell
        self.findings.made(cell.text, meant)
        self.findings.keep("values", cell.text, meant)
        return replace(cell, text=meant, kind="text", number=None)

    def value(self, cell: Cell, region: str, path: Path_) -> Value | Out | Unclear | None:
        """What a cell says in a field; None if that is nothing to be written."""
        if path[0] == "answers":
            return self.answer(cell, region, path)
        if path == ("state",):
            return self.state(cell)
        if cell.kind == "text":
            if cell.text in ("-", "–", "—"):
                return Unclear(
                    message("“{text}” dapat berarti beberapa hal", text=cell.text),
                    message(
                        'sebut artinya, misalnya --accept "{text}=belum diketahui" atau '
                        '"{text}=tidak dipublikasikan"',
                        text=cell.text,
                    ),
                    cell.text,
                    ("belum diketahui", "tidak dipublikasikan", "tidak ikut serta"),
                )
            state = state_of(cell.text)
            if state == NOT_PUBLISHED:
                return Value("", state=True)
            if state in LISTS:
                return Out(LISTS[state])
            if state is not None:
                return None
        scale = self.context.scale_of(region)
        if path == ("category",):
            return category_of(cell, scale, abbreviated=self.abbreviated())
        wrong = misplaced(cell, scale)
        if wrong is not None:
            return wrong
        if path[0] == "rank":
            return rank_of(cell)
        decimal = self.findings.answer("desimal")
        sign = {"koma": "comma", "titik": "point"}.get(decimal or "", self.decimal)
        found = number_of(cell, decimals_of(scale), sign)
        if isinstance(found, Unclear) or not isinstance(found.said, str):
            return found
        most = scale.maximum if scale and path == ("score",) else STAGE_MAXIMUM
        return below_zero(found.said) or too_high(found.said, most) or found

    def abbreviated(self) -> bool:
        """Whether categories are named by their first letters, as was settled now or before."""
        key = answer_key(ABBREVIATED)
        said = self.findings.answer(key) or self.words.get(key)
        if said is not None:
            self.findings.keep("values", ABBREVIATED, said)
        return said is not None

    def answer(self, cell: Cell, region: str, path: Path_) -> Value | Unclear | None:
        instrument = self.context.instrument_of(region)
        question = instrument.question(path[1]) if instrument else None
        if question is None:
            return Unclear(
                message("kelompok wilayah ini tidak memakai pertanyaan “{id}”", id=path[1]),
                message("pindahkan ke lembar tersendiri, atau tulis instrument di edition.yml"),
            )
        if path[2] in ("self", "verified"):
            if state_of(cell.text) == "unknown":
                return None
            return answer_of(cell, question)
        if path[2] == "points":
            found = number_of(cell, 2, self.decimal)
            if isinstance(found, Value) and isinstance(found.said, str):
                return too_high(found.said, question.scale.most) or found
            return found
        return Value(cell.text)

    def state(self, cell: Cell) -> Value | Unclear | None:
        found = state_of(cell.text)
        if found is None:
            return Unclear(
                message("“{text}” bukan keadaan yang dikenal", text=cell.text),
                message(
                    "pilih: tidak ikut serta, tidak mengembalikan kuesioner, tidak dinilai, "
                    "atau ikut serta"
                ),
                cell.text,
                (
                    "tidak ikut serta",
                    "tidak mengembalikan kuesioner",
                    "tidak dinilai",
                    "ikut serta",
                ),
            )
        return Value(LISTS.get(found, ""), state=True) if found in LISTS or found == "" else None
