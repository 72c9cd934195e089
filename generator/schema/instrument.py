"""The model of ``results/instruments/<id>.yml``: the questionnaire; weights in per cent."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.schema.base import Record, Source
from generator.schema.scalars import Id, Score, Text, Weight, Year


class Stage(Record):
    """A part of the evaluation; the weights of all stages add up to 100."""

    id: Id = Field(description="Id tahap.")
    name: Text = Field(description="Nama tahap.")
    weight: Weight = Field(description="Bobot dalam persen; semua tahap berjumlah 100.")
    threshold: Score | None = Field(None, description="Skor terendah untuk lolos tahap ini.")


class Question(Record):
    """A question; the weights within an indicator add up to 100."""

    id: Id = Field(description="Id pertanyaan.")
    text: Text = Field(description="Bunyi pertanyaan.")
    weight: Weight = Field(description="Bobot dalam indikatornya; semuanya berjumlah 100.")
    scale: Text | None = Field(None, description="Cara menilai jawabannya.")


class Indicator(Record):
    """What is measured; the weights within a stage add up to 100."""

    id: Id = Field(description="Id indikator.")
    stage: Id = Field(description="Id tahapnya.")
    name: Text = Field(description="Nama indikator.")
    description: Text | None = Field(None, description="Penjelasan.")
    weight: Weight = Field(description="Bobot dalam tahapnya; semuanya berjumlah 100.")
    questions: tuple[Question, ...] = Field((), description="Pertanyaan kuesioner.")


class Instrument(Record):
    """results/instruments/<id>.yml: the questionnaire of an edition; weights in per cent."""

    title: Text = Field(description="Judul instrumen.")
    year: Year = Field(description="Tahun instrumen.")
    sources: tuple[Source, ...] = Field((), description="Sumber instrumen ini.")
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = Field(description="Tahap.")
    indicators: tuple[Indicator, ...] = Field((), description="Indikator.")
