"""The model of a measure: what is evaluated, in words, and what holds where an edition says nothing.

``results/measures/<id>.yml``; the one that comes with the package is ``generator/measures/kip.yml``.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from generator.format.base import Brief, Record
from generator.format.edition import Ranking
from generator.format.problems import message
from generator.format.scalars import Text, Truth, refuse
from generator.format.scale import Scale

DEFAULT = "kip"
"""The measure of a site that names none."""


def _alike(words: tuple[str, ...]) -> tuple[str, ...]:
    """Two words or more, as a reader may type them: letters alone, each once."""
    for word in words:
        if not re.fullmatch(r"[^\W\d_]+", word) or word != word.lower():
            raise refuse(
                message("“{text}” bukan satu kata dengan huruf kecil", text=word),
                message("tulis tiap kata sendiri, misalnya [nilai, penilaian]"),
            )
    if len(set(words)) != len(words) or len(words) < 2:
        raise refuse(
            message("bukan dua kata yang berbeda atau lebih"),
            message("tulis tiap kata sekali, misalnya [nilai, penilaian]"),
        )
    return words


Alike = Annotated[tuple[Text, ...], AfterValidator(_alike)]
"""Words that a search takes for the same."""


class Texts(Brief):
    """One text in the languages that it has; a plain text is the Indonesian one."""

    main: ClassVar[str] = "id"

    id: Text = Field(description="Teks bahasa Indonesia.", examples=["skor"])
    en: Text | None = Field(None, description="Teks bahasa Inggris.", examples=["score"])

    def has(self, language: str) -> bool:
        """Whether there is a text in a language."""
        return bool(getattr(self, language, None))

    def of(self, language: str) -> str:
        """The text in a language, else the Indonesian one."""
        return getattr(self, language, None) or self.id


def _words(texts: Texts) -> Texts:
    """Letters alone: these words become part of templates and messages, in which signs mean more."""
    for text in (texts.id, texts.en or texts.id):
        if not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", text):
            raise refuse(
                message("“{text}” bukan kata biasa", text=text),
                message("pakai huruf, spasi, dan tanda hubung saja, misalnya daftar periksa"),
            )
    return texts


Words = Annotated[Texts, AfterValidator(_words)]
"""What every sentence of a site says in the place of a usual word."""


class Questionnaire(Record):
    """What bodies fill in."""

    name: Words = Field(
        description="Sebutannya di dalam kalimat.",
        examples=["kuesioner", {"id": "daftar periksa", "en": "checklist"}],
    )
    full: Texts | None = Field(
        None,
        description="Sebutannya dengan singkatan, pada penyebutan pertama.",
        examples=["kuesioner (SAQ)"],
    )


class RequestWords(Record):
    """How a citizen asks for what is not known."""

    office: Texts = Field(
        description="Siapa yang dimintai; nama wilayah ditambahkan di belakangnya.",
        examples=["PPID"],
    )
    office_full: Texts | None = Field(
        None,
        description="Sebutan lengkapnya, pada penyebutan pertama.",
        examples=["Pejabat Pengelola Informasi dan Dokumentasi (PPID)"],
    )
    law: Texts = Field(
        description="Dasar hukum permintaan, lanjutan kata “berdasarkan”.",
        examples=["UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"],
    )
    deadline: Texts = Field(
        description="Batas waktu jawaban dan jalan bila tidak dijawab, dalam kalimat lengkap.",
        examples=["Badan publik menjawab permohonan paling lambat 10 hari kerja."],
    )


class Entry(Record):
    """An entry of the glossary that a measure brings."""

    term: Texts = Field(description="Istilah.", examples=["Indeks"])
    text: Texts = Field(description="Artinya, dalam kalimat lengkap.", examples=["Angka gabungan."])


PARTICIPANT = Texts(id="peserta", en="participant")


class Measure(Record):
    """What is evaluated, in words; and what holds for every edition that says nothing else."""

    name: Texts = Field(
        description="Nama ukuran ini di dalam kalimat.",
        examples=[
            {
                "id": "evaluasi keterbukaan informasi publik",
                "en": "evaluation of public information disclosure",
            }
        ],
    )
    short: Texts = Field(
        description="Nama pendek, untuk judul dan menu.", examples=["KIP", "Indeks KIP"]
    )
    subject: Texts = Field(
        description="Yang diukur, lanjutan kata “rapor” dan “hasil”.",
        examples=[{"id": "keterbukaan informasi publik", "en": "public information disclosure"}],
    )
    law: Texts | None = Field(
        None,
        description="Dasar hukumnya, dalam kalimat lengkap.",
        examples=["Dasarnya Undang-Undang Nomor 14 Tahun 2008."],
    )
    about: Texts | None = Field(
        None,
        description="Apa yang diukur dan apa yang tidak, dalam kalimat lengkap.",
        examples=["Indeks ini tidak menilai badan publik satu per satu."],
    )
    welcome: Texts | None = Field(
        None,
        description="Kalimat pembuka di beranda, dalam kalimat lengkap.",
        examples=["Tiap tahun provinsi dinilai. Di sini hasilnya."],
    )
    meaning: Texts | None = Field(
        None,
        description="Apa arti hasil satu peserta dan apa yang tidak diukurnya, dalam kalimat lengkap.",
        examples=["Kategori tidak mengukur kinerja lain."],
    )
    value: Words = Field(
        Texts(id="skor", en="score"),
        description="Sebutan untuk angka hasil, dengan huruf kecil.",
        examples=["skor", {"id": "nilai", "en": "mark"}],
    )
    participant: Words = Field(
        PARTICIPANT,
        description=(
            "Sebutan untuk yang dinilai, dengan huruf kecil. Bila bukan “peserta”, situs tidak berbicara "
            "tentang undangan dan keikutsertaan."
        ),
        examples=["peserta", {"id": "provinsi", "en": "province"}],
    )
    edition: Words = Field(
        Texts(id="evaluasi", en="evaluation"),
        description="Sebutan pendek sesudah nama lengkapnya, dengan huruf kecil.",
        examples=["evaluasi", {"id": "indeks", "en": "index"}],
    )
    questionnaire: Questionnaire | None = Field(
        None,
        description="Kuesioner yang diisi peserta; tanpa kunci ini tidak ada kuesioner.",
        examples=[{"name": "kuesioner"}],
    )
    categories: Truth = Field(
        True, description="false: ukuran ini tidak memakai kategori.", examples=[False]
    )
    ranking: Ranking = Field(
        "computed",
        description="computed: peringkat dihitung dan ditampilkan; none: tidak ada peringkat.",
        examples=["none"],
    )
    ranking_reason: Texts | None = Field(
        None,
        description="Mengapa tidak ada peringkat, dalam kalimat lengkap; untuk ranking: none.",
        examples=["Penyelenggara tidak menyusun peringkat."],
    )
    category_names: tuple[Texts, ...] = Field(
        (),
        description=(
            "Arti nama kategori dalam bahasa lain; di halaman berbahasa Inggris ditulis dalam kurung di "
            "belakang nama kategori pada penyebutan pertama."
        ),
        examples=[[{"id": "Menuju Informatif", "en": "Towards Informative"}]],
    )
    scale: Scale | None = Field(
        None,
        description="Skala bila edisi tidak menulis skala sendiri.",
        examples=[{"maximum": 4, "decimals": 1}],
    )
    request: RequestWords | None = Field(
        None,
        description="Cara warga meminta yang belum diketahui; tanpa kunci ini bagian itu tidak ada.",
        examples=[
            {
                "office": "PPID",
                "law": "UU Nomor 14 Tahun 2008",
                "deadline": "Dijawab dalam 10 hari kerja.",
            }
        ],
    )
    glossary: tuple[Entry, ...] = Field(
        (),
        description="Istilah untuk glosarium.",
        examples=[[{"term": "Indeks", "text": "Angka gabungan."}]],
    )
    synonyms: tuple[Alike, ...] = Field(
        (),
        description=(
            "Kata yang oleh pencarian di seluruh teks dianggap sama, di samping bentuk-bentuk satu kata "
            "(pelayanan, layanan) yang sudah dikenalnya."
        ),
        examples=[[["nilai", "penilaian"], ["predikat", "kategori"]]],
    )

    @property
    def ranked(self) -> bool:
        """Whether bodies are ranked unless an edition says otherwise."""
        return self.ranking != "none"

    def category_in(self, name: str, language: str) -> str:
        """What the name of a category means in a language: ``Towards Informative``; "" where it is
        not told."""
        found = (texts for texts in self.category_names if texts.id == name)
        told = next(found, None)
        return told.of(language) if told is not None and told.has(language) else ""

    @property
    def taking_part(self) -> bool:
        """Whether bodies are invited and take part; if not, they are measured, asked or not."""
        return self.participant.id == PARTICIPANT.id
