"""The model of ``results/<year>/edition.yml``: one year's evaluations, group by group."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.format.base import Activity, Brief, Figure, Record, Source
from generator.format.corrected import Corrected
from generator.format.moments import Moment
from generator.format.scalars import (
    Date,
    Id,
    RegionId,
    Score,
    Text,
    Truth,
    Url,
    Whole,
    Year,
)
from generator.format.scale import Scale

ResultField = Literal["score", "category", "rank"]
Status = Literal["draft", "final", "sample"]
Ranking = Literal["computed", "none"]


class Decision(Record):
    """The decision by which an organizer fixed the results."""

    number: Text = Field(description="Nomor keputusan.", examples=["12/KEP/2025"])
    date: Date | None = Field(None, description="Tanggal keputusan.", examples=["2025-12-18"])
    url: Url | None = Field(
        None,
        description="Alamat web naskah keputusan.",
        examples=["https://contoh.go.id/keputusan.pdf"],
    )


OUT = ("absent", "not_returned", "not_assessed")
"""The lists of regions that have no result, each for a reason of its own."""


class Listed(Brief):
    """A region in a list of the edition, and whose word it is that it belongs there."""

    main: ClassVar[str] = "region"

    region: RegionId = Field(description="Id wilayah.", examples=["tabalong"])
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])


class Out(Listed):
    """A region that has no result, and what there is to say about that."""

    note: Text | None = Field(
        None,
        description="Penjelasan, misalnya bila hal itu disimpulkan dari dua sumber.",
        examples=["Satu-satunya yang tidak ada dalam daftar hasil."],
    )


class Totals(Record):
    """Announced numbers across the groups of one organizer."""

    invited: Figure[Whole] | None = Field(None, description="Jumlah yang diundang.", examples=[13])
    took_part: Figure[Whole] | None = Field(None, description="Jumlah peserta.", examples=[12])
    categories: dict[Text, Figure[Whole]] = Field(
        {},
        description="Jumlah per kategori: “nama kategori: jumlah”.",
        examples=[{"Informatif": 3}],
    )


class Participants(Totals):
    """How many of one group came through each door, and who is named. ``complete: false``:
    the numbers of the categories are "among others"."""

    returned: Figure[Whole] | None = Field(
        None, description="Jumlah yang mengembalikan kuesioner.", examples=[12]
    )
    passed: dict[Text, Figure[Whole]] = Field(
        {},
        description="Jumlah yang lolos tiap tahap: “id tahap dalam instrumen: jumlah”; "
        "tanpa instrumen nama tahapnya.",
        examples=[{"saq": 9}],
    )
    names: tuple[Listed, ...] = Field(
        (),
        description="Wilayah yang disebut sumber sebagai peserta, juga bila hasilnya belum "
        "diketahui.",
        examples=[["balangan"], [{"region": "balangan", "source": "antara"}]],
    )

    complete: Truth = Field(
        True,
        description="false: sumber menyebut “antara lain”, jadi jumlah adalah sedikitnya.",
        examples=[False],
    )


class Distinction(Record):
    """A title that the organizer gave to a region."""

    region: RegionId = Field(description="Id wilayah.", examples=["balangan"])
    title: Text = Field(description="Sebutannya, misalnya terbaik.", examples=["terbaik"])
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])


class Correction(Corrected):
    """A published figure that was changed after publication; the last ``to`` is what stands now."""

    date: Date = Field(description="Tanggal koreksi.", examples=["2026-01-15"])
    reason: Text | None = Field(None, description="Alasan koreksi.", examples=["Salah hitung"])
    decision: Text | None = Field(
        None, description="Nomor keputusan koreksi.", examples=["3/KEP/2026"]
    )
    source: Id | None = Field(None, description="Id sumber.", examples=["antara"])
    kind: Literal["correction", "revision"] = Field(
        "correction",
        description="correction: kekeliruan yang dikoreksi; revision: perubahan yang sudah dijadwalkan "
        "ketika hasil diumumkan, misalnya hasil sementara menjadi hasil akhir.",
        examples=["revision"],
    )


class Approval(Record):
    """Who approved the publication of these data."""

    name: Text = Field(description="Nama yang menyetujui.", examples=["Nama Pejabat"])
    office: Text | None = Field(None, description="Jabatan.", examples=["Ketua"])
    date: Date | None = Field(None, description="Tanggal persetujuan.", examples=["2025-12-20"])


class EvaluationSettings(Record):
    """What holds for the evaluation of one group in one year; all of it optional."""

    title: Text | None = Field(
        None, description="Judul evaluasi.", examples=["Evaluasi keterbukaan informasi publik 2025"]
    )
    organizer: Text | None = Field(
        None,
        description="Penyelenggara evaluasi.",
        examples=["Komisi Informasi Provinsi Kalimantan Selatan"],
    )
    organizer_note: Text | None = Field(
        None,
        description="Penjelasan tentang penyelenggara, misalnya bila tidak ada sumber yang "
        "menyebutnya; satu kalimat, tampil di halaman edisi. "
        "Laporan lalu tidak menyebut penyelenggara.",
        examples=["Nama penyelenggara 2021 diambil dari edisi 2019."],
    )
    published: Date | None = Field(
        None, description="Tanggal hasil diumumkan.", examples=["2025-12-19", "2025-12", "2025"]
    )
    published_source: Id | None = Field(
        None,
        description="Id sumber yang menyebut tanggal pengumuman itu.",
        examples=["antara"],
    )
    place: Text | None = Field(
        None, description="Tempat hasil diumumkan.", examples=["Banjarmasin"]
    )
    status: Status | None = Field(
        None,
        description="draft: hanya tampak di mkdocs serve; final: diterbitkan; sample: contoh.",
        examples=["final"],
    )
    embargo: Moment | None = Field(
        None,
        description="Sebelum waktu ini diperlakukan seperti draft; build pertama sesudahnya menerbitkan.",
        examples=["2026-12-18T10:00+08:00"],
    )
    decision: Decision | None = Field(
        None,
        description="Keputusan penetapan hasil; tidak perlu bila sumber hasilnya "
        "sendiri berjenis decision.",
        examples=[{"number": "12/KEP/2025", "date": "2025-12-18"}],
    )
    sources: tuple[Source, ...] = Field(
        (),
        description="Sumber yang dirujuk lewat id-nya.",
        examples=[[{"id": "antara", "title": "Laporan hasil evaluasi"}]],
    )
    source: Id | None = Field(
        None, description="Id sumber hasil bila tidak ditulis sendiri.", examples=["antara"]
    )
    scale: Scale | None = Field(
        None,
        description="Skala: desimal, skor tertinggi, kategori.",
        examples=[{"decimals": 2, "maximum": 100}],
    )
    instrument: Id | None = Field(
        None, description="Nama berkas di instruments/ tanpa .yml.", examples=["saq-2025"]
    )
    ranking: Ranking | None = Field(
        None,
        description="computed: peringkat dihitung; none: tidak ada peringkat. Bawaan dari ukurannya.",
        examples=["none"],
    )
    participants: Participants = Field(
        Participants(),
        description="Jumlah peserta.",
        examples=[{"took_part": 12, "complete": False}],
    )
    overall_score: Figure[Score] | None = Field(
        None,
        description="Skor kelompok ini seluruhnya seperti dipublikasikan, misalnya skor nasional; "
        "bukan rata-rata. Laporan menyebut selisih tiap skor dengannya.",
        examples=[71.38, {"value": 71.38, "source": "antara"}],
    )
    mean_score: Figure[Score] | None = Field(
        None,
        description="Rata-rata skor seperti dipublikasikan; yang dihitung situs berdiri sendiri.",
        examples=[70.5, {"value": 70.5, "source": "antara"}],
    )
    totals: Totals | None = Field(
        None,
        description="Jumlah seluruh kelompok satu penyelenggara.",
        examples=[{"invited": 13, "took_part": 12}],
    )
    not_published: tuple[ResultField, ...] = Field(
        (), description="Yang menurut sumber tidak dipublikasikan.", examples=[["rank"]]
    )
    absent: tuple[Out, ...] = Field(
        (),
        description="Wilayah yang tidak ikut serta.",
        examples=[["tabalong"], [{"region": "tabalong", "source": "antara"}]],
    )
    not_returned: tuple[Out, ...] = Field(
        (),
        description="Wilayah yang tidak mengembalikan kuesioner.",
        examples=[["tabalong"]],
    )
    not_assessed: tuple[Out, ...] = Field(
        (), description="Wilayah yang tidak dinilai.", examples=[["tabalong"]]
    )
    distinctions: tuple[Distinction, ...] = Field(
        (),
        description="Penghargaan dari penyelenggara.",
        examples=[[{"region": "balangan", "title": "terbaik"}]],
    )
    activities: tuple[Activity, ...] = Field(
        (),
        description="Kegiatan dalam edisi ini.",
        examples=[
            [
                {
                    "date": "2025-03-05",
                    "kind": "sosialisasi",
                    "title": "menjelaskan kuesioner",
                    "by": "Komisi Informasi",
                }
            ]
        ],
    )
    comparable_with: tuple[Year, ...] | None = Field(
        None, description="Tahun edisi yang dapat dibandingkan dengan edisi ini.", examples=[[2024]]
    )
    notes: tuple[Text, ...] = Field(
        (),
        description="Catatan; tiap butir satu kalimat.",
        examples=[["Kuesioner diisi secara daring."]],
    )
    version: Text | None = Field(
        None, description="Versi data; tampil di halaman edisi.", examples=["kedua"]
    )
    corrections: tuple[Correction, ...] = Field(
        (),
        description="Angka yang diubah setelah diumumkan.",
        examples=[
            [{"date": "2026-01-15", "region": "balangan", "field": "rank", "from": "4", "to": "3"}]
        ],
    )
    approved: tuple[Approval, ...] = Field(
        (),
        description="Yang menyetujui penerbitan; tampil di halaman edisi.",
        examples=[[{"name": "Nama Pejabat", "office": "Ketua"}]],
    )


class Edition(EvaluationSettings):
    """results/<year>/edition.yml: the defaults of a year, and what single groups have apart."""

    year: Year = Field(description="Tahun edisi; sama dengan nama foldernya.", examples=[2025])
    title: Text = Field(
        description="Judul evaluasi.", examples=["Evaluasi keterbukaan informasi publik 2025"]
    )
    organizer: Text = Field(
        description="Penyelenggara evaluasi.",
        examples=["Komisi Informasi Provinsi Kalimantan Selatan"],
    )
    status: Status = Field(
        description="draft: hanya tampak di mkdocs serve; final: diterbitkan; sample: contoh.",
        examples=["final"],
    )
    groups: dict[Id, EvaluationSettings] = Field(
        {},
        description="Yang berbeda untuk satu kelompok: “id kelompok: {…}”.",
        examples=[{"provinsi": {"organizer": "Komisi Informasi Pusat"}}],
    )
