"""An edition as a workbook: what its files say, so that reading it back changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.evaluation.rounding import places
from generator.format import Instrument, Region
from generator.format.edits import data_of
from generator.format.scalars import exact
from generator.language.states import STATES
from generator.workbook.context import Context
from generator.workbook.values import LISTS

NOT_PUBLISHED = STATES["not-published"].word
STATE_WORDS = {name: STATES[state].word for state, name in LISTS.items()}
"""By the list of the edition the word of the state."""

MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number; one with more is written as text."""

RESULTS, ANSWERS = "Hasil", "Jawaban"
"""The sheets."""

EVIDENCE = ("title", "url", "checked", "status")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its header, which names its field, and its width in letters."""

    field: str
    header: str
    width: int = 14


def result_fields(context: Context, regions: list[Region], *, within: bool) -> list[Field]:
    """The columns of the sheet with a row a region, for what edition and questionnaire ask."""
    found = [
        Field("code", "Kode", 10),
        Field("region", "Wilayah", 34),
        Field("state", "Keadaan", 28),
        Field("category", "Kategori", 22),
        Field("score", "Skor", 10),
        Field("rank", "Peringkat", 11),
    ]
    if within:
        found.append(Field("rank_in_category", "Peringkat dalam kategori"))
    for instrument in instruments_of(context, regions):
        for stage in instrument.stages:
            field = f"stage_scores.{stage.id}"
            found.append(Field(field, f"Skor tahap {stage.name} ({field})", 18))
        for indicator in instrument.indicators:
            field = f"indicators.{indicator.id}"
            found.append(Field(field, f"Skor indikator {indicator.name} ({field})", 18))
    return list({one.field: one for one in found}.values())


def answer_fields(evidence: int) -> list[Field]:
    """The columns of the sheet with a row an answer; ``evidence`` is how many of it one has at most."""
    found = [
        Field("code", "Kode", 10),
        Field("region", "Wilayah", 34),
        Field("question", "Kode pertanyaan", 22),
        Field("", "Bunyi pertanyaan", 50),
        Field("self", "Klaim", 18),
        Field("verified", "Verifikasi", 18),
        Field("points", "Poin (points)", 10),
        Field("note", "Catatan", 40),
        Field("obstacle", "Kendala", 40),
    ]
    words = {
        "title": "Bukti",
        "url": "Tautan bukti",
        "checked": "Diperiksa",
        "status": "Status bukti",
    }
    for number in range(1, evidence + 1):
        for key in EVIDENCE:
            field = f"evidence.{number}.{key}"
            found.append(Field(field, f"{words[key]} {number} ({field})", 20))
    return found


def instruments_of(context: Context, regions: list[Region]) -> list[Instrument]:
    """The questionnaires of some regions, each once."""
    found = {context.settings_of(region.id).instrument: region.id for region in regions}
    made = (context.instrument_of(id_) for name, id_ in found.items() if name)
    return [one for one in made if one is not None]


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of an edition say, by region id: every scalar as its text."""

    data: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, context: Context, folder: Path) -> Known:
        found = {}
        for id_ in context.regions:
            path = folder / f"{id_}.yml"
            if path.is_file():
                made = data_of(path.read_text(encoding="utf-8-sig"))
                found[id_] = made if isinstance(made, dict) else {}
        return cls(found)

    def value(self, region: str, field: str) -> str | None:
        """What stands in a column of a region."""
        rank = self.data.get(region, {}).get("rank")
        within = isinstance(rank, dict) and rank.get("within") == "category"
        if field == "rank_in_category":
            return rank.get("value") if within and isinstance(rank, dict) else None
        if field == "rank" and within:
            return None
        here: Any = self.data.get(region, {})
        for key in field.split("."):
            here = here.get(key) if isinstance(here, dict) else None
        return _shown(here)

    def answers(self, region: str) -> dict[str, dict[str, Any]]:
        found = self.data.get(region, {}).get("answers")
        return found if isinstance(found, dict) else {}

    @property
    def within(self) -> bool:
        """Whether any rank is one within the category."""
        return any(self.value(id_, "rank_in_category") for id_ in self.data)

    @property
    def evidence(self) -> int:
        """How many pieces of evidence one answer has at most."""
        answers = (a for id_ in self.data for a in self.answers(id_).values())
        return max((len(a.get("evidence") or []) for a in answers), default=0)


def _shown(value: Any) -> str | None:
    if isinstance(value, dict):
        return NOT_PUBLISHED if value.get("not_published") == "true" else value.get("value")
    if isinstance(value, list):
        return ", ".join(value)
    return value or None


def answer_value(answer: dict[str, Any], field: str) -> str | None:
    """What stands in a column of an answer."""
    parts = field.split(".")
    if parts[0] != "evidence":
        return _shown(answer.get(field))
    items = answer.get("evidence") or []
    at = int(parts[1]) - 1
    return items[at].get(parts[2]) if at < len(items) else None


def as_number(text: str) -> tuple[float, int] | None:
    """A number as a spreadsheet keeps it, and its decimals; None if it would not be the same there."""
    number = exact(text)
    if number is None or len(number.as_tuple().digits) > MOST_DIGITS:
        return None
    if Decimal(repr(float(number))) != number:
        return None
    return float(number), places(number)


NUMBERS = ("score", "rank", "rank_in_category", "points", "stage_scores", "indicators")


def is_number(field: str) -> bool:
    """Whether a column holds numbers."""
    return field.partition(".")[0] in NUMBERS


def rows_of_answers(context: Context, regions: list[Region]) -> Iterator[tuple[Region, str, str]]:
    """Each region with each question of its questionnaire: the region, the question's id and text."""
    for region in regions:
        instrument = context.instrument_of(region.id)
        for question in instrument.questions.values() if instrument else ():
            yield region, question.id, question.text
