"""The model of ``results/<year>/corrections/<name>.yml``: how pages stood before a correction.

``rapor correct`` writes these files; nobody need write one by hand.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.format.base import Record
from generator.format.corrected import ORIGINS, Corrected
from generator.format.problems import message
from generator.format.scalars import Date, Id, RegionId, Text, Year, refuse

MovedFigure = Literal[
    "score",
    "category",
    "rank",
    "stage",
    "indicator",
    "points",
    "places",
    "gap",
    "scored",
    "mean",
    "median",
    "count",
]
"""A figure that can move with a correction; the last four are of a whole group."""

OF_GROUP: tuple[MovedFigure, ...] = ("scored", "mean", "median", "count")


class Change(Corrected):
    """One figure that was corrected: the same as an entry of ``corrections`` in edition.yml."""


class Moved(Record):
    """A figure that moved with the correction; without ``from`` or ``to`` there was, or is, none."""

    year: Year = Field(description="Tahun edisi.", examples=[2025])
    group: Id = Field(description="Id kelompok.", examples=["kabupaten-kota"])
    region: RegionId | None = Field(
        None,
        description="Id wilayah; tidak ada bila angka itu milik kelompok.",
        examples=["banjar"],
    )
    figure: MovedFigure = Field(
        description="score: skor; category: kategori; rank: peringkat; stage, indicator: skor tahap "
        "atau indikator `name`; points, places: selisih poin dan peringkat dengan edisi sebelumnya; "
        "gap: poin ke kategori berikutnya; scored: banyaknya skor; mean: rata-rata; median: median; "
        "count: banyaknya wilayah dalam kategori `name`.",
        examples=["rank"],
    )
    name: Text | None = Field(
        None,
        description="Nama kategori, untuk count; id tahap atau indikator, untuk stage dan indicator.",
        examples=["Informatif"],
    )
    from_: Text | None = Field(None, alias="from", description="Nilai semula.", examples=["4"])
    to: Text | None = Field(None, description="Nilai sesudahnya.", examples=["5"])

    @property
    def key(self) -> tuple[str | None, str, str | None]:
        """Which figure of which region, as that of a correction; of a category no matter which."""
        return self.region, self.figure, self.name if self.figure in ORIGINS else None

    @model_validator(mode="after")
    def _whose(self) -> Self:
        if (self.region is None) != (self.figure in OF_GROUP):
            raise refuse(
                message("“region” tidak cocok dengan figure “{figure}”", figure=self.figure),
                message("jangan ubah berkas ini; jalankan lagi rapor correct"),
            )
        return self


class Stood(Record):
    """A page as it stood before the correction."""

    address: Text = Field(description="Alamat halaman.", examples=["2025/balangan/"])
    title: Text = Field(description="Judulnya.", examples=["Balangan di Peringkat 4 dari 12"])
    text: tuple[Text, ...] = Field(
        (), description="Paragraf yang berubah, seperti semula.", examples=[["Skornya 80,00."]]
    )


class CorrectionRecord(Record):
    """What moved with a correction, and how each page that changed stood before."""

    date: Date = Field(description="Tanggal koreksi.", examples=["2026-01-15"])
    changes: tuple[Change, ...] = Field(
        min_length=1,
        description="Yang dikoreksi; sama dengan `corrections` di edition.yml.",
        examples=[[{"region": "balangan", "field": "score", "from": "80.00", "to": "81.00"}]],
    )
    figures: tuple[Moved, ...] = Field(
        (),
        description="Angka lain yang ikut berubah.",
        examples=[
            [{"year": 2025, "group": "kabupaten-kota", "figure": "mean", "from": "73", "to": "74"}]
        ],
    )
    pages: tuple[Stood, ...] = Field(
        (),
        description="Halaman yang berubah, seperti semula.",
        examples=[[{"address": "2025/balangan/", "title": "Balangan di Peringkat 4 dari 12"}]],
    )
