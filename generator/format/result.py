"""The model of ``results/<year>/<region id>.yml``: what is known of one region in one year."""

from __future__ import annotations

from pydantic import Field

from generator.format.base import Activity, Figure, Record, Source
from generator.format.instrument import NOT_APPLICABLE, Values
from generator.format.scalars import Date, Id, RankNumber, Score, Text, Url


class Statement(Record):
    """Indirect speech; ``text`` continues "<speaker> <verb> …"."""

    speaker: Text = Field(description="Nama yang berbicara.")
    office: Text | None = Field(None, description="Jabatannya.")
    verb: Text = Field(description="Kata kerja, misalnya menyatakan atau berharap.")
    date: Date | None = Field(None, description="Tanggal.")
    text: Text = Field(description="Lanjutan “<nama> <kata kerja> …”, tanpa tanda kutip.")
    source: Id | None = Field(None, description="Id sumber.")


class Target(Record):
    """A result that somebody set out to reach; a hope is a statement, not a target."""

    at_least: Text = Field(description="Kategori atau skor yang paling sedikit hendak dicapai.")
    by: Text | None = Field(None, description="Yang menetapkan target.")
    office: Text | None = Field(None, description="Jabatannya.")
    date: Date | None = Field(None, description="Tanggal.")
    source: Id | None = Field(None, description="Id sumber.")


class Response(Record):
    """The right of reply: dated and attributed."""

    date: Date = Field(description="Tanggal tanggapan.")
    by: Text = Field(description="Yang menanggapi.")
    text: Text = Field(description="Isi tanggapan.")
    source: Id | None = Field(None, description="Id sumber.")


class Objection(Record):
    """What a region objected to (*sanggah*), and what was decided."""

    date: Date = Field(description="Tanggal sanggahan.")
    question: Id | None = Field(None, description="Id pertanyaan yang disanggah.")
    indicator: Id | None = Field(None, description="Id indikator, bila bukan satu pertanyaan.")
    by: Text | None = Field(None, description="Yang menyanggah, misalnya PPID Kabupaten …")
    text: Text = Field(description="Isi sanggahan.")
    decision: Text | None = Field(
        None, description="Lanjutan “Sanggahan itu …”, misalnya diterima atau ditolak."
    )
    decided: Date | None = Field(None, description="Tanggal keputusan.")
    source: Id | None = Field(None, description="Id sumber.")


class Evidence(Record):
    """What a region handed in for an answer, and what became of it."""

    title: Text = Field(description="Nama dokumen atau halaman.")
    url: Url | None = Field(None, description="Alamat web lengkap.")
    checked: Date | None = Field(None, description="Tanggal diperiksa.")
    status: Text | None = Field(None, description="Hasil pemeriksaan, misalnya diterima.")


class Answer(Record):
    """An answer: what the region claimed, what the verifier accepted, and why they differ."""

    claim: Values | None = Field(None, alias="self", description="Jawaban wilayah sendiri.")
    verified: Values | None = Field(None, description="Jawaban yang diterima verifikator.")
    points: Score | None = Field(None, description="Poin seperti dipublikasikan.")
    evidence: tuple[Evidence, ...] = Field((), description="Bukti.")
    note: Text | None = Field(None, description="Alasan verifikator.")
    obstacle: Text | None = Field(None, description="Kendala yang disebut wilayah.")

    @property
    def applies(self) -> bool:
        """False where the verifier says that the question does not apply to this body."""
        return self.verified != (NOT_APPLICABLE,)


class Obstacle(Record):
    """What stood in the way, of one indicator or of all."""

    indicator: Id | None = Field(None, description="Id indikator, bila menyangkut satu saja.")
    text: Text = Field(description="Kendalanya.")
    source: Id | None = Field(None, description="Id sumber.")


class Result(Record):
    """results/<year>/<region id>.yml: what is known of one region in one year."""

    region: Id = Field(description="Id wilayah; sama dengan nama berkas ini.")
    score: Figure[Score] | None = Field(None, description="Skor total, dengan titik desimal.")
    category: Figure[Text] | None = Field(None, description="Kategori seperti diumumkan.")
    rank: Figure[RankNumber] | None = Field(None, description="Peringkat seperti diumumkan.")
    indicators: dict[Id, Figure[Score]] = Field(
        default_factory=dict, description="Skor: “id indikator: skor”."
    )
    stage_scores: dict[Id, Figure[Score]] = Field(
        default_factory=dict, description="Skor: “id tahap: skor”."
    )
    answers: dict[Id, Answer] = Field(
        default_factory=dict, description="Jawaban: “id pertanyaan: jawaban”."
    )
    target: Target | None = Field(None, description="Target yang ditetapkan.")
    obstacles: tuple[Obstacle, ...] = Field((), description="Kendala.")
    activities: tuple[Activity, ...] = Field((), description="Kegiatan.")
    statements: tuple[Statement, ...] = Field((), description="Pernyataan (kalimat tak langsung).")
    responses: tuple[Response, ...] = Field((), description="Tanggapan wilayah (hak jawab).")
    objections: tuple[Objection, ...] = Field((), description="Sanggahan dan keputusannya.")
    sources: tuple[Source, ...] = Field((), description="Sumber yang hanya dipakai berkas ini.")
