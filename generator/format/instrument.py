"""The model of ``results/instruments/<id>.yml``: the questionnaire; weights in per cent."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.format.base import Record, Source
from generator.format.problems import message
from generator.format.scalars import (
    AddressId,
    Id,
    Maximum,
    Score,
    Text,
    Truth,
    Weight,
    Year,
    refuse,
)

YES, NO, NOT_APPLICABLE = "ya", "tidak", "tidak-berlaku"
"""What an answer may say besides the ids and numbers of its scale."""


class Stage(Record):
    """A part of the evaluation; the weights of all stages add up to 100.

    A body whose score is below ``threshold`` does not go on and has no final score.
    """

    id: Id = Field(description="Id tahap.", examples=["saq"])
    name: Text = Field(description="Nama tahap.", examples=["SAQ"])
    weight: Weight = Field(
        description="Bobot dalam persen; semua tahap berjumlah 100.", examples=[80]
    )
    threshold: Score | None = Field(
        None, description="Skor terendah untuk lolos tahap ini.", examples=[40]
    )


class Option(Record):
    """One level or choice of a scale with the points that it gives."""

    id: Id = Field(description="Id pilihan, dipakai dalam jawaban.", examples=["penuh"])
    name: Text = Field(description="Bunyi pilihan.", examples=["lengkap"])
    points: Score = Field(description="Poin pilihan ini.", examples=[2])


class AnswerScale(Record):
    """How an answer becomes points.

    ``yes-no``: 1 or 0. ``levels``: the points of one option. ``choices``: the sum of those chosen,
    0 for ``tidak`` (none of them). ``number``: the number itself, up to ``maximum``.
    """

    kind: Literal["yes-no", "levels", "choices", "number"] = Field(
        description="yes-no: ya atau tidak; levels: satu pilihan; choices: beberapa, poinnya "
        "dijumlahkan; number: angka.",
        examples=["levels"],
    )
    options: tuple[Option, ...] = Field(
        (),
        description="Pilihan, untuk levels dan choices.",
        examples=[
            [
                {"id": "penuh", "name": "lengkap", "points": 2},
                {"id": "kurang", "name": "sebagian", "points": 1},
            ]
        ],
    )
    maximum: Maximum | None = Field(
        None, description="Angka tertinggi, untuk number.", examples=[10]
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """``yes-no`` is the short form of ``{kind: yes-no}``."""
        return {"kind": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        record = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"const": "yes-no"}, dict(record)]}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        with_options = self.kind in ("levels", "choices")
        if with_options != bool(self.options) or (self.kind == "number") != bool(self.maximum):
            raise refuse(
                message("skala {kind} tidak lengkap atau berlebih", kind=self.kind),
                message("levels dan choices punya options, number punya maximum, yes-no tanpa itu"),
            )
        if self.most == 0:
            raise refuse(
                message("tidak ada jawaban yang memberi poin"),
                message("beri poin pada sedikitnya satu pilihan"),
            )
        return self

    @cached_property
    def most(self) -> Decimal:
        """The most points that an answer can have."""
        if self.kind == "yes-no":
            return Decimal(1)
        if self.maximum is not None:
            return self.maximum
        points = [option.points for option in self.options]
        return max(points) if self.kind == "levels" else sum(points, Decimal(0))


class Proof(Record):
    """What has to be handed in with an answer."""

    required: Truth = Field(
        True, description="true: jawaban tanpa bukti adalah kesalahan.", examples=[False]
    )
    kind: Text | None = Field(
        None, description="Bentuknya, misalnya tautan atau berkas PDF.", examples=["tautan"]
    )


class Question(Record):
    """A question; the weights within an indicator add up to 100."""

    id: AddressId = Field(description="Id pertanyaan; unik dalam instrumen.", examples=["berkala"])
    text: Text = Field(
        description="Bunyi pertanyaan.",
        examples=["Apakah laporan keuangan diumumkan secara berkala?"],
    )
    weight: Weight = Field(
        description="Bobot dalam indikatornya; semuanya berjumlah 100.", examples=[60]
    )
    scale: AnswerScale = Field(
        description="Cara menilai jawabannya.",
        examples=["yes-no", {"kind": "number", "maximum": 10}],
    )
    help: Text | None = Field(
        None, description="Penjelasan bagi pengisi.", examples=["Lihat situs PPID."]
    )
    law: tuple[Text, ...] = Field(
        (),
        description="Dasar hukum: undang-undang dan pasalnya.",
        examples=[["UU Nomor 14 Tahun 2008 Pasal 9"]],
    )
    not_applicable: Truth = Field(
        False,
        description="true: boleh dijawab tidak-berlaku; bobotnya dibagi ke yang lain.",
        examples=[True],
    )
    evidence: Proof | None = Field(
        None, description="Bukti yang diminta.", examples=[{"kind": "tautan"}]
    )


def _texts(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


_TEXT_JSON = {"type": ["string", "number"], "minLength": 1}
_TEXTS_JSON = WithJsonSchema(
    {"anyOf": [_TEXT_JSON, {"type": "array", "items": _TEXT_JSON, "minItems": 1}]}
)
Values = Annotated[tuple[Text, ...], BeforeValidator(_texts), Field(min_length=1), _TEXTS_JSON]
"""What an answer says: one value, or the list of what was chosen."""


class Indicator(Record):
    """What is measured; the weights within a stage add up to 100."""

    id: AddressId = Field(
        description="Id indikator; unik dalam instrumen.", examples=["jenis-informasi"]
    )
    stage: Id = Field(description="Id tahapnya.", examples=["saq"])
    name: Text = Field(description="Nama indikator.", examples=["Jenis informasi"])
    description: Text | None = Field(
        None, description="Penjelasan tentang indikator ini.", examples=["Apa yang diumumkan."]
    )
    weight: Weight = Field(
        description="Bobot dalam tahapnya; semuanya berjumlah 100.", examples=[100]
    )
    same_as: dict[Id, Id] = Field(
        {},
        description="Indikator lama yang sebanding: “id instrumen: id indikatornya”.",
        examples=[{"saq-2024": "informasi"}],
    )
    questions: tuple[Question, ...] = Field(
        (),
        description="Pertanyaan kuesioner.",
        examples=[
            [
                {
                    "id": "berkala",
                    "text": "Apakah laporan diumumkan?",
                    "weight": 100,
                    "scale": "yes-no",
                }
            ]
        ],
    )


class Instrument(Record):
    """results/instruments/<id>.yml: the questionnaire of an edition; weights in per cent."""

    title: Text = Field(description="Judul instrumen.", examples=["Kuesioner 2025"])
    year: Year = Field(description="Tahun instrumen.", examples=[2025])
    note: Text | None = Field(
        None,
        description="Catatan, misalnya siapa penyusun pertanyaannya.",
        examples=["Disusun oleh komisi informasi."],
    )
    sources: tuple[Source, ...] = Field(
        (),
        description="Sumber instrumen ini.",
        examples=[[{"id": "buku", "title": "Buku kuesioner"}]],
    )
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = Field(
        description="Tahap evaluasi; bobotnya berjumlah 100.",
        examples=[[{"id": "saq", "name": "SAQ", "weight": 100}]],
    )
    indicators: tuple[Indicator, ...] = Field(
        (),
        description="Indikator tiap tahap.",
        examples=[
            [{"id": "jenis-informasi", "stage": "saq", "name": "Jenis informasi", "weight": 100}]
        ],
    )

    def of_stage(self, stage: str) -> list[Indicator]:
        """The indicators of a stage, in the order of the file."""
        return [indicator for indicator in self.indicators if indicator.stage == stage]

    def indicator(self, id_: str | None) -> Indicator | None:
        """The indicator of an id; None if there is none."""
        return next((found for found in self.indicators if found.id == id_), None)

    def stage(self, id_: str | None) -> Stage | None:
        """The stage of an id; None if there is none."""
        return next((found for found in self.stages if found.id == id_), None)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """All questions by id, in the order of the file."""
        return {q.id: q for indicator in self.indicators for q in indicator.questions}

    def question(self, id_: str | None) -> Question | None:
        """The question of an id; None if there is none."""
        return self.questions.get(id_ or "")
