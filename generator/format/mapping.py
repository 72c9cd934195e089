"""The model of ``results/import/<name>.yml``: how the columns of an office's workbook are read."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.format.base import Record
from generator.format.problems import message
from generator.format.scalars import Id, RegionId, Text, Whole, refuse, scalar

IMPORTS = "import"
"""The folder of these files."""

IGNORE = "ignore"
"""The field of a column that is not read."""

PLAIN_FIELDS = (
    *("region", "code", "state", "category", "score", "rank", "rank_in_category"),
    *("question", "self", "verified", "points", "note", "obstacle"),
)
"""Fields of a column that name nothing else: of a region, and of the answer of a row."""

ANSWER_FIELDS = ("self", "verified", "points", "note", "obstacle")
"""What a cell may say of an answer besides its evidence."""

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_EVIDENCE = r"evidence\.[1-9][0-9]?\.(?:title|url|checked|status)"
FIELD = re.compile(
    rf"(?:{'|'.join(PLAIN_FIELDS)}|{IGNORE}|{_EVIDENCE}"
    rf"|(?:stage_scores|indicators)\.{_ID}"
    rf"|answers\.{_ID}(?:\.(?:{'|'.join(ANSWER_FIELDS)}|{_EVIDENCE}))?)"
)
"""A field of a column; ``answers.<question>`` alone is an answer of which ``answer`` says whose."""


def _field(value: Any) -> str:
    text = scalar(value)
    if not FIELD.fullmatch(text):
        raise refuse(
            message("“{text}” bukan kunci kolom", text=text),
            message(
                "tulis misalnya region, score, category, rank, stage_scores.saq, "
                "answers.berkala.verified, atau ignore"
            ),
        )
    return text


FieldName = Annotated[
    str,
    BeforeValidator(_field),
    WithJsonSchema({"type": "string", "pattern": rf"^{FIELD.pattern}$"}),
]


class Table(Record):
    """One sheet: where its headers are, and what each column holds."""

    sheet: Text | None = Field(
        None, description="Nama lembar; tidak ditulis untuk CSV.", examples=["Rekap"]
    )
    header: Whole = Field(
        description="Baris judul kolom; bila dua baris, yang terbawah.", examples=[4]
    )
    columns: dict[Text, FieldName] = Field(
        description="Tiap kolom: “judul kolom: kunci”; ignore untuk yang tidak dibaca.",
        examples=[{"Kabupaten/Kota": "region", "Nilai Akhir": "score", "Keterangan": "ignore"}],
    )
    answer: Literal["self", "verified"] | None = Field(
        None,
        description="Jawaban siapa yang ada di kolom pertanyaan lembar ini: self atau verified.",
        examples=["verified"],
    )


class Mapping(Record):
    """results/import/<name>.yml: what was settled when a workbook was first read."""

    tables: tuple[Table, ...] = Field(
        description="Lembar yang dibaca.",
        examples=[[{"sheet": "Rekap", "header": 4, "columns": {"Kabupaten/Kota": "region"}}]],
    )
    decimal: Literal["comma", "point"] | None = Field(
        None,
        description="Tanda desimal angka yang ditulis sebagai teks: comma (koma) atau point (titik).",
        examples=["comma"],
    )
    numbering: Literal["order", "indicator"] | None = Field(
        None,
        description="Nomor pertanyaan: order, urutan di seluruh kuesioner (1, 2, 3 …); "
        "indicator, urutan di tiap indikator (1.1, 1.2, 2.1 …).",
        examples=["order"],
    )
    questions: dict[Text, Id] = Field(
        {},
        description="Sebutan pertanyaan di buku kerja: “sebutan: id pertanyaan”.",
        examples=[{"P-01": "berkala"}],
    )
    regions: dict[Text, RegionId | Literal["ignore"]] = Field(
        {},
        description="Nama di buku kerja: “nama: id wilayah”; ignore untuk baris yang dilewati.",
        examples=[{"Kab. HST": "hulu-sungai-tengah"}],
    )
    values: dict[Text, Text] = Field(
        {},
        description="Isi sel yang ditulis lain: “isi sel: artinya”.",
        examples=[{"Informatif (A)": "Informatif", "-": "belum diketahui"}],
    )
