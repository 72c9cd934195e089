"""What a column holds, by its header: a field of the format, or nothing that is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.format import Instrument
from generator.format.mapping import FIELD, IGNORE
from generator.workbook.layout import CODE_WORDS, REGION_WORDS
from generator.workbook.regions import key_of

_WORDS: dict[str, tuple[str, ...]] = {
    "score": (
        *("skor akhir", "nilai akhir", "total skor", "total nilai", "skor total", "nilai total"),
        *("jumlah skor", "jumlah nilai", "skor", "nilai", "total", "jumlah", "hasil akhir"),
        *("score", "nilai rata rata", "rata rata", "indeks", "nilai indeks", "skor indeks"),
        *("hasil", "hasil nilai", "nilai hasil", "nilai keseluruhan", "total score", "poin"),
    ),
    "category": (
        *("kategori", "kualifikasi", "predikat", "klasifikasi", "kategori akhir", "category"),
        *(
            "kualifikasi badan publik",
            "kategori badan publik",
            "hasil kualifikasi",
            "status kualifikasi",
        ),
        *("tingkat keterbukaan", "nama kategori", "kategori kualifikasi", "predikat akhir"),
    ),
    "rank": (
        *("peringkat", "ranking", "rangking", "rank", "peringkat akhir", "urutan peringkat"),
        *("rangking akhir", "ranking akhir", "juara", "posisi"),
    ),
    "rank_in_category": (
        *("peringkat dalam kategori", "peringkat per kategori", "ranking dalam kategori"),
        *("peringkat kategori", "peringkat di kategori"),
    ),
    "state": (
        *("keadaan", "status", "status peserta", "keikutsertaan", "kepesertaan", "partisipasi"),
        *("status keikutsertaan", "status partisipasi", "state"),
    ),
    "question": (
        *("kode pertanyaan", "id pertanyaan", "no pertanyaan", "nomor pertanyaan", "kode soal"),
        *("no soal", "nomor soal", "kode item", "no butir", "question", "butir", "item", "soal"),
        *("butir pertanyaan", "pertanyaan"),
    ),
}
"""Headers as ``key_of`` has them, of each field in the order of how plainly they name it."""

_OF_ANSWER: dict[str, tuple[str, ...]] = {
    "self": (
        *("klaim", "jawaban", "self", "penilaian mandiri", "jawaban badan publik", "isian"),
        *("self assessment", "jawaban mandiri", "jawaban responden", "klaim badan publik", "claim"),
        *("jawaban saq", "isian badan publik", "jawaban sendiri", "penilaian sendiri"),
    ),
    "verified": (
        *("verifikasi", "verified", "hasil verifikasi", "verifikator", "jawaban verifikator"),
        *("jawaban terverifikasi", "penilaian verifikator", "hasil verifikator", "terverifikasi"),
        *("verifikasi komisi", "penilaian tim", "hasil penilaian", "diterima", "putusan"),
    ),
    "points": ("poin", "points", "poin pertanyaan", "poin akhir"),
    "note": (
        *("catatan", "note", "catatan verifikator", "alasan", "alasan verifikator", "keterangan"),
        *("catatan verifikasi",),
    ),
    "obstacle": ("kendala", "obstacle", "hambatan"),
    "evidence.1.title": (
        "bukti",
        "nama bukti",
        "dokumen",
        "bukti dukung",
        "data dukung",
        "evidence",
    ),
    "evidence.1.url": (
        *("tautan", "tautan bukti", "link", "link bukti", "alamat bukti", "url", "url bukti"),
        *("link data dukung", "tautan data dukung", "link dokumen"),
    ),
    "evidence.1.status": ("status bukti", "hasil pemeriksaan bukti"),
    "evidence.1.checked": ("tanggal pemeriksaan", "tanggal diperiksa", "bukti diperiksa"),
}
"""The same of what is said of one answer."""

_NOISE = frozenset(("kip", "monev", "evaluasi", "tahun", "e", "emonev"))
_NUMBERED = frozenset(("no", "nomor", "no urut", "nomor urut", "nourut", "num"))

_GENERAL = frozenset(
    (
        "hasil",
        "hasil akhir",
        "penilaian",
        "hasil penilaian",
        "keterbukaan informasi",
        "rekapitulasi",
    )
)
"""What may stand above headers without saying more."""

_OTHER = frozenset(
    (
        "bobot",
        "persentase",
        "persen",
        "selisih",
        "target",
        "maksimal",
        "skor maksimal",
        "nilai maksimal",
    )
)
"""What is no result, whatever it is of."""

UNSURE = 100
"""What is added to the plainness of a header that has to be asked about."""

_FIELD_NAMED = re.compile(r"\(([a-z_.0-9-]+)\)\s*$")
_OF_NUMBER = re.compile(
    r"(?:p|q|no|nomor|soal|butir|pertanyaan|item)?[ .-]*(\d{1,3}(?:[.-]\d{1,3})*)\.?"
)


@dataclass(frozen=True, slots=True)
class Guess:
    """The field of a column, and how plainly its header names it (0 = as plainly as can be).

    ``number``: it is a question's only by this number, which may count in more than one way.
    """

    field: str
    plainness: int = 0
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What headers are compared with: an instrument, the year, and what was settled before."""

    instrument: Instrument | None
    year: int
    numbering: Literal["order", "indicator"] | None = None
    questions: Mapping[str, str] | None = None


def guess_field(header: str, known: Known, *, of_answers: bool = False) -> Guess | None:
    """The field that a header names, or None.

    ``of_answers``: each row is the answer to one question, so that plain words are of that.
    """
    named = _FIELD_NAMED.search(header)
    if named and FIELD.fullmatch(named[1]) and _exists(named[1], known):
        return Guess(named[1])
    parts = [part for part in header.split(" / ") if part]
    years = {int(year) for year in re.findall(r"\b(20\d\d)\b", header)}
    if years and known.year not in years:
        return Guess(IGNORE)  # of another year
    keys = [_without_noise(part) for part in parts]
    if all(not key or key in _NUMBERED for key in keys):
        return None
    if keys[-1] in _OTHER:
        return Guess(IGNORE)
    if len(keys) > 1:
        found = _of_several(keys, known, of_answers=of_answers)
        return found or _of_question(parts, known)
    found = _plain(keys[0], of_answers=of_answers) or _of_parts(keys[0], known)
    return found or _of_question(parts, known)


def _of_several(keys: list[str], known: Known, *, of_answers: bool) -> Guess | None:
    """The field that a header of several rows names.

    What one of them says alone is not sure, where another says something that is not known:
    “SAQ / Nilai” need not be the score.
    """
    whole = " ".join(keys).strip()
    found = _plain(whole, of_answers=of_answers) or _of_parts(whole, known)
    if found is not None:
        return found
    for key in reversed(keys):
        found = _of_parts(key, known)
        if found is not None:
            return found
    last = _plain(keys[-1], of_answers=of_answers)
    if last is None:
        return None
    others = [key for key in keys[:-1] if key and key not in _GENERAL]
    known_all = all(_plain(key, of_answers=of_answers) for key in others)
    return last if known_all else Guess(last.field, UNSURE + last.plainness)


def _exists(field: str, known: Known) -> bool:
    """Whether the instrument has what a field names."""
    first, _, rest = field.partition(".")
    instrument = known.instrument
    id_ = rest.partition(".")[0]
    if first == "stage_scores":
        return instrument is not None and instrument.stage(id_) is not None
    if first == "indicators":
        return instrument is not None and instrument.indicator(id_) is not None
    if first == "answers":
        return instrument is not None and instrument.question(id_) is not None
    return True


def _without_noise(text: str) -> str:
    text = re.sub(r"\([^()]*\)\s*$", "", text) or text  # a unit or a range: “Nilai (0–100)”
    words = [w for w in key_of(text).split() if w not in _NOISE and not re.fullmatch(r"20\d\d", w)]
    return " ".join(words)


def _plain(key: str, *, of_answers: bool) -> Guess | None:
    if key in REGION_WORDS:
        return Guess("region", 0 if key not in ("nama", "kota", "peserta") else 1)
    if key in CODE_WORDS:
        return Guess("code")
    tables = [_OF_ANSWER, _WORDS] if of_answers else [_WORDS]
    for table in tables:
        for field, words in table.items():
            if key in words:
                return Guess(field, words.index(key))
    return None


def _of_parts(key: str, known: Known) -> Guess | None:
    """A stage or an indicator of the instrument, by its name or id, after a word for a score."""
    if known.instrument is None or not key:
        return None
    rest = re.sub(r"^(?:skor|nilai|total|jumlah|tahap|tahapan|hasil|indikator)\s+", "", key)
    rest = re.sub(r"^(?:skor|nilai|tahap|tahapan|indikator)\s+", "", rest)
    for wanted in (key, rest):
        for stage in known.instrument.stages:
            if wanted in (key_of(stage.name), key_of(stage.id)):
                return Guess(f"stage_scores.{stage.id}")
        for indicator in known.instrument.indicators:
            if wanted in (key_of(indicator.name), key_of(indicator.id)):
                return Guess(f"indicators.{indicator.id}")
    return None


def _of_question(parts: list[str], known: Known) -> Guess | None:
    """A question of the instrument, with what is said of its answer where a part of the header tells."""
    if known.instrument is None:
        return None
    said = None
    rest = list(parts)
    for part in parts:
        found = next((f for f, words in _OF_ANSWER.items() if key_of(part) in words), None)
        if found is not None:
            said = found
            rest = [other for other in rest if other != part]
    for part in reversed(rest):
        id_, number = question_of(part, known)
        if id_ is not None:
            return Guess(f"answers.{id_}" + (f".{said}" if said else ""), 0, number)
        if number is not None:
            return Guess("answers.?" + (f".{said}" if said else ""), 0, number)
    return None


def is_number_of_rows(header: str) -> bool:
    """Whether a header is that of the numbers of the rows."""
    return key_of(header) in _NUMBERED


def question_of(text: str, known: Known) -> tuple[str | None, str | None]:
    """The id of the question that a text names; and its number, where it names it only by that.

    The id is None where nothing is known of how questions are numbered.
    """
    instrument = known.instrument
    if instrument is None or not text:
        return None, None
    key = key_of(text)
    for name, id_ in (known.questions or {}).items():
        if key_of(name) == key:
            return id_, None
    for question in instrument.questions.values():
        # A number may stand before the text of a question.
        if key in (key_of(question.id), key_of(question.text)):
            return question.id, None
    number = _OF_NUMBER.fullmatch(" ".join(text.casefold().replace("_", " ").split()))
    if number is None:
        return None, None
    return numbered(number[1].replace("-", "."), known), number[1].replace("-", ".")


def numbered(number: str, known: Known) -> str | None:
    """The question that has a number, in the way in which they are known to be numbered."""
    instrument = known.instrument
    if instrument is None or known.numbering is None:
        return None
    parts = [int(part) for part in number.split(".")]
    if known.numbering == "order":
        ids = list(instrument.questions)
        return ids[parts[0] - 1] if len(parts) == 1 and 1 <= parts[0] <= len(ids) else None
    with_questions = [one for one in instrument.indicators if one.questions]
    if len(parts) != 2 or not 1 <= parts[0] <= len(with_questions):
        return None
    questions = with_questions[parts[0] - 1].questions
    return questions[parts[1] - 1].id if 1 <= parts[1] <= len(questions) else None


def numbering_of(
    numbers: list[str], instrument: Instrument
) -> Literal["order", "indicator"] | None:
    """The way of numbering by which every number is a question's; None if there is none."""
    ways: tuple[Literal["order", "indicator"], ...] = ("order", "indicator")
    for way in ways:
        known = Known(instrument, 0, way)
        if numbers and all(numbered(number, known) for number in numbers):
            return way
    return None


def answer_named(text: str) -> Literal["self", "verified"] | None:
    """Whose answers a sheet holds, by its name: “Klaim” or “Hasil Verifikasi”."""
    words = set(key_of(text).split())
    claim = bool(words & {"klaim", "self", "mandiri", "claim", "saq"})
    verdict = bool(words & {"verifikasi", "verified", "verifikator", "terverifikasi"})
    return None if claim == verdict else "self" if claim else "verified"
