"""What is corrected: a figure of a result file, by its field and, of a part of the questionnaire, its id."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.format.base import Record
from generator.format.problems import message
from generator.format.scalars import Id, RegionId, Text, refuse

CorrectedField = Literal["score", "category", "rank", "stage", "indicator", "answer"]

ORIGINS = {"stage": "stage_scores", "indicator": "indicators", "answer": "answers"}
"""The key of a result file that holds a part, by the field that corrections give it."""


class Corrected(Record):
    """One figure that was changed after publication: whose, which, what it was and what it is.

    ``of`` is the id of the stage, indicator or question; None of a score, category or rank. Values are
    texts as the result file writes them: of several choices ``situs, papan``.
    """

    region: RegionId = Field(description="Id wilayah.", examples=["balangan"])
    field: CorrectedField = Field(
        description="Yang dikoreksi; stage, indicator, dan answer perlu `of`.",
        examples=["category", "indicator"],
    )
    of: Id | None = Field(
        None,
        description="Id tahap, indikator, atau pertanyaan yang dikoreksi, menurut `field`.",
        examples=["jenis-informasi"],
    )
    from_: Text = Field(
        alias="from", description="Nilai semula.", examples=["Cukup Informatif", "80.00"]
    )
    to: Text = Field(description="Nilai sesudahnya.", examples=["Menuju Informatif", "81.00"])

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.of is None) == (self.field in ORIGINS):
            raise refuse(
                message("“of” tidak cocok dengan field “{field}”", field=self.field),
                message(
                    "stage, indicator, dan answer perlu of: id; score, category, rank tanpa of"
                ),
            )
        return self

    @property
    def key(self) -> tuple[str, str, str | None]:
        """Which figure of which region: the same in each correction of it."""
        return self.region, self.field, self.of

    @property
    def named(self) -> str:
        """The figure as files and messages name it: ``score``, ``indicator jenis-informasi``."""
        return f"{self.field} {self.of}" if self.of else self.field
