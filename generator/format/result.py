"""The model of ``results/<year>/<region id>.yml``: what is known of one region in one year."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.format.base import Activity, Amount, Figure, Record, Source
from generator.format.instrument import NOT_APPLICABLE, Values
from generator.format.problems import message
from generator.format.scalars import Date, Id, RankNumber, RegionId, Score, Text, Url, refuse


class Statement(Record):
    """Indirect speech; ``text`` continues "<speaker> <verb> …"."""

    speaker: Text = Field(description="Nama yang berbicara.", examples=["Nama Pejabat"])
    office: Text | None = Field(None, description="Jabatannya.", examples=["Kepala Bidang"])
    verb: Text = Field(
        description="Kata kerja, misalnya menyatakan atau berharap.", examples=["menyatakan"]
    )
    date: Date | None = Field(None, description="Tanggal pernyataan.", examples=["2025-12-20"])
    text: Text = Field(
        description="Lanjutan “<nama> <kata kerja> …”, tanpa tanda kutip.",
        examples=["layanan akan dibenahi"],
    )
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])


class Target(Record):
    """A result that somebody set out to reach; a hope is a statement, not a target."""

    at_least: Text = Field(
        description="Kategori atau skor yang paling sedikit hendak dicapai.",
        examples=["Menuju Informatif", "85"],
    )
    by: Text | None = Field(None, description="Yang menetapkan target.", examples=["Nama Pejabat"])
    office: Text | None = Field(None, description="Jabatannya.", examples=["Bupati"])
    date: Date | None = Field(
        None, description="Tanggal target ditetapkan.", examples=["2025-10-21"]
    )
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])


class Response(Record):
    """The right of reply: dated and attributed."""

    date: Date = Field(description="Tanggal tanggapan.", examples=["2026-01-10"])
    by: Text = Field(description="Yang menanggapi.", examples=["PPID Balangan"])
    text: Text = Field(description="Isi tanggapan.", examples=["Terima kasih atas penilaian ini."])
    source: Id | None = Field(None, description="Id sumber.", examples=["surat"])


Outcome = Literal["granted", "partly", "refused"]

OUTCOMES: dict[str, Outcome] = {
    "diterima": "granted",
    "diterima sebagian": "partly",
    "ditolak": "refused",
}
"""What a decision in these words alone means; any other is none of the three by itself."""


class Before(Record):
    """The figures of a region before its objection was decided."""

    score: Score | None = Field(
        None, description="Skor sebelum sanggahan diputus.", examples=[78.5]
    )
    rank: RankNumber | None = Field(
        None, description="Peringkat dalam kelompok sebelum sanggahan diputus.", examples=[9]
    )


class Objection(Record):
    """What a region objected to (*sanggah*), and what was decided."""

    date: Date = Field(description="Tanggal sanggahan.", examples=["2025-09-10"])
    question: Id | None = Field(
        None, description="Id pertanyaan yang disanggah.", examples=["berkala"]
    )
    indicator: Id | None = Field(
        None, description="Id indikator, bila bukan satu pertanyaan.", examples=["jenis-informasi"]
    )
    by: Text | None = Field(
        None, description="Yang menyanggah, misalnya PPID Kabupaten …", examples=["PPID Balangan"]
    )
    text: Text = Field(description="Isi sanggahan.", examples=["Laporan itu ada di situs."])
    decision: Text | None = Field(
        None,
        description="Lanjutan “Sanggahan itu …”, misalnya diterima atau ditolak.",
        examples=["ditolak"],
    )
    outcome: Outcome | None = Field(
        None,
        description="granted: diterima; partly: diterima sebagian; refused: ditolak.",
        examples=["granted"],
    )
    decided: Date | None = Field(None, description="Tanggal keputusan.", examples=["2025-09-24"])
    before: Before | None = Field(
        None,
        description="Skor dan peringkat sebelum sanggahan diputus; kini yang di berkas ini.",
        examples=[{"score": 78.5, "rank": 9}],
    )
    source: Id | None = Field(None, description="Id sumber.", examples=["surat"])

    @property
    def told_by_decision(self) -> Outcome | None:
        """The outcome that the words of the decision say, where they say one of the three."""
        return OUTCOMES.get((self.decision or "").lower().rstrip("."))

    @property
    def result(self) -> Outcome | None:
        """What became of it; None where that is not known, or was decided in other words."""
        return self.outcome or self.told_by_decision

    @property
    def is_open(self) -> bool:
        """Whether no decision is known."""
        return self.outcome is None and self.decision is None


class Evidence(Record):
    """What a region handed in for an answer, and what became of it."""

    title: Text = Field(description="Nama dokumen atau halaman.", examples=["Laporan 2024"])
    url: Url | None = Field(
        None, description="Alamat web lengkap.", examples=["https://contoh.go.id/lk"]
    )
    checked: Date | None = Field(
        None, description="Tanggal bukti diperiksa.", examples=["2025-09-01"]
    )
    status: Text | None = Field(
        None, description="Hasil pemeriksaan, misalnya diterima.", examples=["diterima"]
    )


class Answer(Record):
    """An answer: what the region claimed, what the verifier accepted, and why they differ."""

    claim: Values | None = Field(
        None,
        alias="self",
        description="Jawaban wilayah sendiri.",
        examples=["ya", ["situs", "papan"]],
    )
    verified: Values | None = Field(
        None, description="Jawaban yang diterima verifikator.", examples=["tidak", ["situs"]]
    )
    points: Score | None = Field(
        None,
        description="Poin seperti dipublikasikan; menggantikan self dan verified.",
        examples=[8],
    )
    evidence: tuple[Evidence, ...] = Field(
        (),
        description="Bukti yang diserahkan.",
        examples=[[{"title": "Laporan 2024", "url": "https://contoh.go.id/lk"}]],
    )
    note: Text | None = Field(
        None, description="Alasan verifikator.", examples=["Tiga dokumen belum ada."]
    )
    obstacle: Text | None = Field(
        None, description="Kendala yang disebut wilayah.", examples=["Petugas hanya seorang."]
    )

    @property
    def applies(self) -> bool:
        """False where the verifier says that the question does not apply to this body."""
        return self.verified != (NOT_APPLICABLE,)


class RankFigure(Amount[RankNumber]):
    """A rank as published: in the group, or only among those of the same category."""

    within: Literal["category"] | None = Field(
        None,
        description="category: peringkat di antara yang sekategori, bukan dalam kelompok.",
        examples=["category"],
    )

    @model_validator(mode="after")
    def _within_with_value(self) -> Self:
        if self.within is not None and self.not_published:
            raise refuse(
                message("ada “within”, padahal “not_published: true”"),
                message("hapus within, atau tulis peringkatnya sebagai “value”"),
            )
        return self


class Obstacle(Record):
    """What stood in the way, of one indicator or of all."""

    indicator: Id | None = Field(
        None, description="Id indikator, bila menyangkut satu saja.", examples=["jenis-informasi"]
    )
    text: Text = Field(description="Kendalanya.", examples=["Petugas hanya seorang."])
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])


class Result(Record):
    """results/<year>/<region id>.yml: what is known of one region in one year."""

    region: RegionId = Field(
        description="Id wilayah; sama dengan nama berkas ini.", examples=["balangan"]
    )
    score: Amount[Score] | None = Field(
        None,
        description="Skor total, dengan titik desimal.",
        examples=[91.25, {"value": 91.25, "source": "antara"}],
    )
    category: Figure[Text] | None = Field(
        None, description="Kategori seperti diumumkan.", examples=["Informatif"]
    )
    rank: RankFigure | None = Field(
        None,
        description="Peringkat seperti diumumkan.",
        examples=[3, {"value": 2, "within": "category"}],
    )
    indicators: dict[Id, Amount[Score]] = Field(
        default_factory=dict,
        description="Skor indikator: “id indikator: skor”.",
        examples=[{"jenis-informasi": 80}],
    )
    stage_scores: dict[Id, Amount[Score]] = Field(
        default_factory=dict,
        description="Skor tahap: “id tahap: skor”.",
        examples=[{"visitasi": 91}],
    )
    answers: dict[Id, Answer] = Field(
        default_factory=dict,
        description="Jawaban: “id pertanyaan: jawaban”.",
        examples=[{"berkala": {"self": "ya", "verified": "tidak"}}],
    )
    target: Target | None = Field(
        None,
        description="Target yang ditetapkan.",
        examples=[{"at_least": "Menuju Informatif", "by": "Nama Pejabat"}],
    )
    obstacles: tuple[Obstacle, ...] = Field(
        (), description="Kendala yang disebut.", examples=[[{"text": "Petugas hanya seorang."}]]
    )
    activities: tuple[Activity, ...] = Field(
        (),
        description="Kegiatan di wilayah itu.",
        examples=[
            [
                {
                    "date": "2025-10-21",
                    "kind": "asistensi",
                    "by": "Diskominfo",
                    "title": "mengunjungi PPID",
                }
            ]
        ],
    )
    statements: tuple[Statement, ...] = Field(
        (),
        description="Pernyataan (kalimat tak langsung).",
        examples=[
            [{"speaker": "Nama Pejabat", "verb": "menyatakan", "text": "layanan akan dibenahi"}]
        ],
    )
    responses: tuple[Response, ...] = Field(
        (),
        description="Tanggapan wilayah (hak jawab).",
        examples=[[{"date": "2026-01-10", "by": "PPID Balangan", "text": "Terima kasih."}]],
    )
    objections: tuple[Objection, ...] = Field(
        (),
        description="Sanggahan dan keputusannya.",
        examples=[
            [{"date": "2025-09-10", "question": "berkala", "text": "Laporan itu ada di situs."}]
        ],
    )
    sources: tuple[Source, ...] = Field(
        (),
        description="Sumber yang hanya dipakai berkas ini.",
        examples=[[{"id": "surat", "title": "Surat PPID Balangan"}]],
    )

    @property
    def rank_in_group(self) -> RankFigure | None:
        """The published rank, unless it is one within the category."""
        return None if self.rank is None or self.rank.within is not None else self.rank

    @property
    def rank_in_category(self) -> RankFigure | None:
        """The published rank, if it is one within the category."""
        return None if self.rank is None or self.rank.within is None else self.rank
