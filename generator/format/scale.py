"""How scores become categories: the scale of an edition or a measure, and what a category requires."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.format.base import Record
from generator.format.problems import message
from generator.format.scalars import (
    Color,
    Decimals,
    Id,
    Maximum,
    Score,
    Text,
    refuse,
)


class Requirement(Record):
    """What must hold for a category besides the score: of one question, indicator or stage."""

    question: Id | None = Field(
        None, description="Id pertanyaan yang harus berpoin penuh.", examples=["berkala"]
    )
    indicator: Id | None = Field(
        None, description="Id indikator yang disyaratkan.", examples=["jenis-informasi"]
    )
    stage: Id | None = Field(None, description="Id tahap yang disyaratkan.", examples=["visitasi"])
    minimum: Score | None = Field(
        None,
        description="Skor terendah indikator atau tahap itu, 0–100; tanpa ini harus penuh.",
        examples=[80],
    )

    @model_validator(mode="after")
    def _of_one_part(self) -> Self:
        if sum(part is not None for part in (self.question, self.indicator, self.stage)) != 1:
            raise refuse(
                message("perlu tepat satu dari “question”, “indicator”, dan “stage”"),
                message("tulis tiap syarat sebagai butir sendiri"),
            )
        if self.question is not None and self.minimum is not None:
            raise refuse(
                message("ada “minimum”, padahal pertanyaan harus berpoin penuh"),
                message("hapus minimum, atau syaratkan indikatornya"),
            )
        return self


class CategoryStep(Record):
    """One category of a scale; ``minimum`` is its lower bound in points, itself included."""

    name: Text = Field(description="Nama kategori.", examples=["Informatif"])
    minimum: Score | None = Field(
        None,
        description="Skor terendah yang masuk kategori ini, termasuk skor itu sendiri.",
        examples=[90],
    )
    requires: tuple[Requirement, ...] = Field(
        (),
        description="Yang harus dipenuhi di samping skor.",
        examples=[[{"question": "berkala"}, {"stage": "visitasi", "minimum": 80}]],
    )
    printed: Text | None = Field(
        None,
        description="Batasnya seperti tercetak di sumber, bila sumber mencetak rentang.",
        examples=["80–89,9"],
    )
    color: Color | None = Field(
        None,
        description="Warna kategori di situs: enam angka heksadesimal dalam tanda kutip.",
        examples=["#1a7f4b"],
    )


class Scale(Record):
    """How scores become categories; best category first."""

    decimals: Decimals = Field(
        2,
        description="Jumlah angka desimal; skor dibulatkan dahulu, lalu dibandingkan.",
        examples=[2],
    )
    rounding: Literal["half-up"] = Field(
        "half-up",
        description="Cara membulatkan; hanya satu: setengah ke atas.",
        examples=["half-up"],
    )
    maximum: Maximum = Field(
        Decimal(100), description="Skor tertinggi yang mungkin.", examples=[100]
    )
    categories: tuple[CategoryStep, ...] = Field(
        (),
        description="Kategori dari yang terbaik; minimum ditulis untuk semua atau tidak satu pun.",
        examples=[[{"name": "Baik", "minimum": 60}, {"name": "Kurang", "minimum": 0}]],
    )
    source: Id | None = Field(None, description="Id sumber skala ini.", examples=["antara"])

    @property
    def minima(self) -> tuple[Decimal, ...] | None:
        """The lower bounds, best first; None if they are not known."""
        found = tuple([step.minimum for step in self.categories if step.minimum is not None])
        return found if found and len(found) == len(self.categories) else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its categories, best first."""
        return tuple([step.name for step in self.categories])

    @property
    def required(self) -> tuple[tuple[Requirement, ...], ...]:
        """What each category requires besides the score, best first."""
        return tuple([step.requires for step in self.categories])
