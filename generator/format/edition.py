"""The model of ``results/<year>/edition.yml``: one year's evaluations, group by group."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.format.base import Activity, Figure, Record, Source
from generator.format.scalars import (
    Color,
    Date,
    Decimals,
    Id,
    Maximum,
    Score,
    Text,
    Truth,
    Url,
    Whole,
    Year,
)

ResultField = Literal["score", "category", "rank"]
Status = Literal["draft", "final", "sample"]
Ranking = Literal["computed", "none"]


class Decision(Record):
    """The decision by which an organizer fixed the results."""

    number: Text = Field(description="Nomor keputusan.")
    date: Date | None = Field(None, description="Tanggal keputusan.")
    url: Url | None = Field(None, description="Alamat web naskahnya.")


class CategoryStep(Record):
    """One category of a scale; ``minimum`` is its lower bound in points, itself included."""

    name: Text = Field(description="Nama kategori.")
    minimum: Score | None = Field(None, description="Skor terendah yang masuk kategori ini.")
    color: Color | None = Field(None, description='Warna, misalnya "#1a7f4b".')


class Scale(Record):
    """How scores become categories; best category first."""

    decimals: Decimals = Field(2, description="Angka desimal skor setelah dibulatkan.")
    rounding: Literal["half-up"] = Field("half-up", description="Setengah dibulatkan ke atas.")
    maximum: Maximum = Field(Decimal(100), description="Skor tertinggi.")
    categories: tuple[CategoryStep, ...] = Field(
        (),
        description="Kategori dari yang terbaik; minimum ditulis untuk semua atau tidak satu pun.",
    )
    source: Id | None = Field(None, description="Id sumber skala ini.")


class Totals(Record):
    """Announced numbers across the groups of one organizer."""

    invited: Figure[Whole] | None = Field(None, description="Jumlah yang diundang.")
    took_part: Figure[Whole] | None = Field(None, description="Jumlah peserta.")
    categories: dict[Text, Figure[Whole]] = Field(
        {}, description="Jumlah per kategori: “nama kategori: jumlah”."
    )


class Participants(Totals):
    """Who was asked and who took part in one group. ``complete: false``: "among others"."""

    complete: Truth = Field(
        True, description="false: sumber menyebut “antara lain”, jadi jumlah adalah sedikitnya."
    )


class Absence(Record):
    """A region that did not take part, or was not assessed."""

    region: Id = Field(description="Id wilayah.")
    source: Id | None = Field(None, description="Id sumber.")

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, value: Any) -> Any:
        """``tabalong`` is the short form of ``{region: tabalong}``."""
        return value if isinstance(value, dict) else {"region": value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [dict(record["properties"]["region"]), dict(record)]}


class Distinction(Record):
    """A title that the organizer gave to a region."""

    region: Id = Field(description="Id wilayah.")
    title: Text = Field(description="Sebutannya, misalnya terbaik.")
    source: Id | None = Field(None, description="Id sumber.")


class Correction(Record):
    """A published figure that was changed after publication."""

    date: Date = Field(description="Tanggal koreksi.")
    region: Id = Field(description="Id wilayah.")
    field: ResultField = Field(description="Yang dikoreksi: score, category, atau rank.")
    from_: Text = Field(alias="from", description="Nilai semula.")
    to: Text = Field(description="Nilai yang berlaku sekarang.")
    reason: Text | None = Field(None, description="Alasan koreksi.")
    decision: Text | None = Field(None, description="Nomor keputusan koreksi.")
    source: Id | None = Field(None, description="Id sumber.")


class Approval(Record):
    """Who approved the publication of these data."""

    name: Text = Field(description="Nama.")
    office: Text | None = Field(None, description="Jabatan.")
    date: Date | None = Field(None, description="Tanggal.")


class EvaluationSettings(Record):
    """What holds for the evaluation of one group in one year; all of it optional."""

    title: Text | None = Field(None, description="Judul evaluasi.")
    organizer: Text | None = Field(None, description="Penyelenggara evaluasi.")
    published: Date | None = Field(None, description="Tanggal hasil diumumkan.")
    place: Text | None = Field(None, description="Tempat hasil diumumkan.")
    status: Status | None = Field(None, description="draft, final, atau sample (contoh).")
    decision: Decision | None = Field(None, description="Keputusan penetapan hasil.")
    sources: tuple[Source, ...] = Field((), description="Sumber yang dirujuk lewat id-nya.")
    source: Id | None = Field(None, description="Id sumber hasil bila tidak ditulis sendiri.")
    scale: Scale | None = Field(None, description="Skala: desimal, skor tertinggi, kategori.")
    instrument: Id | None = Field(None, description="Nama berkas di instruments/ tanpa .yml.")
    ranking: Ranking | None = Field(
        None,
        description="computed: peringkat dihitung; none: tidak ada peringkat. Bawaan dari ukurannya.",
    )
    participants: Participants = Field(Participants(), description="Jumlah peserta.")
    totals: Totals | None = Field(None, description="Jumlah lintas kelompok.")
    not_published: tuple[ResultField, ...] = Field(
        (), description="Yang menurut sumber tidak dipublikasikan: score, category, rank."
    )
    absent: tuple[Absence, ...] = Field((), description="Wilayah yang tidak ikut serta.")
    not_assessed: tuple[Absence, ...] = Field((), description="Wilayah yang tidak dinilai.")
    distinctions: tuple[Distinction, ...] = Field((), description="Penghargaan.")
    activities: tuple[Activity, ...] = Field((), description="Kegiatan dalam edisi ini.")
    comparable_with: tuple[Year, ...] | None = Field(
        None, description="Tahun edisi yang dapat dibandingkan dengan edisi ini."
    )
    notes: tuple[Text, ...] = Field((), description="Catatan; tiap butir satu kalimat.")
    version: Text | None = Field(None, description="Versi data.")
    corrections: tuple[Correction, ...] = Field((), description="Koreksi setelah diumumkan.")
    approved: tuple[Approval, ...] = Field((), description="Yang menyetujui penerbitan.")


class Edition(EvaluationSettings):
    """results/<year>/edition.yml: the defaults of a year, and what single groups have apart."""

    year: Year = Field(description="Tahun edisi; sama dengan nama foldernya.")
    title: Text = Field(description="Judul evaluasi.")
    organizer: Text = Field(description="Penyelenggara evaluasi.")
    status: Status = Field(description="draft, final, atau sample (contoh).")
    groups: dict[Id, EvaluationSettings] = Field(
        {}, description="Yang berbeda untuk satu kelompok: “id kelompok: {…}”."
    )
