"""What a cell says for a field, as the format has it; or why it cannot be that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.evaluation.rounding import places, round_half_up
from generator.format import Question, Scale
from generator.format.instrument import NO, NOT_APPLICABLE, YES
from generator.format.problems import Message, message
from generator.format.scalars import exact
from generator.language.states import STATES
from generator.workbook.cells import MOST_PLACES, Cell, number_text, plain_number
from generator.workbook.regions import key_of

LISTS = {"absent": "absent", "not-returned": "not_returned", "not-assessed": "not_assessed"}
"""The states that a list of the edition says, and the list."""

NOT_PUBLISHED = "not-published"

_STATE_WORDS: dict[str, tuple[str, ...]] = {
    "unknown": ("tidak diketahui", "belum ada data", "kosong", "n a", "nihil data"),
    NOT_PUBLISHED: ("tidak diumumkan", "tidak dipublikasi"),
    "absent": (
        *("tidak ikut", "tidak berpartisipasi", "tidak mengikuti", "absen", "bukan peserta"),
        "tidak ikut evaluasi",
    ),
    "not-returned": (
        *("tidak mengembalikan", "tidak mengembalikan saq", "tidak mengembalikan kuesioner saq"),
        *("saq tidak dikembalikan", "kuesioner tidak dikembalikan", "tidak kembali"),
    ),
    "stopped": ("tidak lolos", "gugur", "tidak lolos saq"),
    "not-assessed": ("belum dinilai", "tidak ikut dinilai"),
}
"""Other words for the states."""

_TOOK_PART = frozenset(
    ("ikut", "ikut serta", "peserta", "hadir", "mengembalikan", "dinilai", "lolos")
)

_YES = frozenset(("ya", "y", "1", "ada", "yes", "benar", "✓", "✔", "√", "sudah"))
_NO = frozenset(("tidak", "t", "0", "tidak ada", "no", "belum", "tdk", "✗", "✘"))
_NOT_APPLICABLE = frozenset(("tidak berlaku", "tidak relevan", "na", "n a", "tb"))

COMMA = re.compile(r"-?\d{1,9},\d{1,9}")
POINT = re.compile(r"-?\d{1,9}\.\d{1,9}")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell that is not understood: why, what would be right, and what may be meant by it.

    ``key`` is what an answer to it is called; None where only a change of the cell helps.
    """

    wrong: Message
    right: Message
    key: str | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says: a text or list of texts of the format, or the name of a state."""

    said: str | tuple[str, ...]
    state: bool = False
    how: str | None = None
    """What was made of the cell, where that is not what it shows."""


def state_of(text: str) -> str | None:
    """The state that a word or a mark means; "" for one who took part; None if it is neither."""
    stripped = text.strip()
    for name, state in STATES.items():
        if stripped == state.mark or key_of(stripped) == key_of(state.word):
            return name
    key = key_of(stripped)
    for name, words in _STATE_WORDS.items():
        if key and key in words:
            return name
    return "" if key in _TOOK_PART else None


def damage(cell: Cell) -> Unclear | None:
    """Why a cell cannot be read, whatever it should hold."""
    if cell.kind == "error":
        return Unclear(
            message("sel ini berisi kesalahan rumus {text}", text=cell.text),
            message("perbaiki rumusnya di buku kerja, atau ketik nilainya"),
        )
    if cell.kind == "uncalculated":
        return Unclear(
            message("rumus di sel ini belum dihitung, jadi nilainya tidak ada di berkas"),
            message("buka berkas ini di Excel dan simpan lagi, atau ketik nilainya"),
        )
    return None


def number_of(cell: Cell, decimals: int, decimal: str | None) -> Value | Unclear:
    """A number with the digits that the cell shows; text only by the decimal sign that is settled."""
    if cell.kind == "number" and cell.number is not None:
        number = cell.number
        if places(number) > MOST_PLACES or (not cell.shown and places(number) > decimals):
            number = round_half_up(number, decimals)
            made = number_text(plain_number(number) if not cell.shown else number)
            return Value(made, how=made)
        return Value(number_text(number))
    if cell.kind == "percent":
        return Unclear(
            message("“{text}” adalah persen, bukan skor", text=cell.text),
            message("ubah format sel menjadi angka dan ketik skornya, misalnya 87,45"),
        )
    if cell.kind == "date":
        return Unclear(
            message("sel ini berisi tanggal ({text}), bukan angka", text=cell.text),
            message(
                "Excel membaca angka itu sebagai tanggal: ubah format sel menjadi angka, "
                "lalu ketik ulang"
            ),
        )
    if cell.kind == "truth":
        return Unclear(message("sel ini berisi {text}, bukan angka", text=cell.text), _TYPE_NUMBER)
    return _of_text(cell.text, decimal)


_TYPE_NUMBER = message("ketik angkanya, misalnya 87,45")


def _of_text(text: str, decimal: str | None) -> Value | Unclear:
    if re.fullmatch(r"\d{1,9}", text):
        return Value(text)
    comma, point = COMMA.fullmatch(text), POINT.fullmatch(text)
    if comma or point:
        sign = "comma" if comma else "point"
        if decimal == sign:
            made = text.replace(",", ".")
            return Value(made) if exact(made) is not None else _no_number(text)
        word = "koma" if comma else "titik"
        return Unclear(
            message("“{text}” adalah teks, bukan angka", text=text),
            message(
                "ketik ulang sebagai angka; bila tandanya memang desimal: --accept desimal={sign}",
                sign=word,
            ),
            "desimal",
            (word,),
        )
    if text.endswith("%"):
        return Unclear(
            message("“{text}” adalah persen, bukan skor", text=text),
            message("hapus tanda persen bila ini memang skor, misalnya 87,45"),
        )
    return _no_number(text)


def misplaced(cell: Cell, scale: Scale | None) -> Unclear | None:
    """A category in the place of a number."""
    names = [key_of(name) for name in scale.names] if scale else []
    if cell.kind != "text" or key_of(cell.text) not in names:
        return None
    return Unclear(
        message("“{text}” adalah kategori, bukan angka", text=cell.text),
        message("periksa judul kolomnya: tampaknya bergeser atau tertukar"),
    )


def _no_number(text: str) -> Unclear:
    return Unclear(
        message("“{text}” bukan angka", text=text), _TYPE_NUMBER, text, ("belum diketahui",)
    )


def rank_of(cell: Cell) -> Value | Unclear:
    """A place from 1: as a number, or as an office types it (“Peringkat 3”, “ke-3”)."""
    text = cell.text
    if cell.kind == "number" and cell.number is not None:
        text = number_text(plain_number(cell.number))
    found = re.fullmatch(
        r"(?:(?:peringkat|ranking|rank|juara|ke)[ -]*(?:ke)?[ -]*)?([1-9]\d{0,4})\.?",
        text.casefold(),
    )
    if found:
        return Value(found[1], how=None if found[1] == text else found[1])
    if cell.kind in ("date", "percent", "truth"):
        return Unclear(
            message("“{text}” bukan peringkat", text=text),
            message("ubah format sel menjadi angka, lalu ketik peringkatnya, misalnya 3"),
        )
    return Unclear(
        message("“{text}” bukan peringkat", text=text),
        message("ketik bilangan bulat dari 1, misalnya 3"),
        text,
        ("belum diketahui",),
    )


ABBREVIATED = "singkatan kategori"
"""The key of the question whether categories are named by their first letters."""


def category_of(cell: Cell, scale: Scale | None, *, abbreviated: bool = False) -> Value | Unclear:
    """A category of the scale, however it is capitalised; without a scale as it stands."""
    names, text = scale.names if scale else (), cell.text
    if cell.kind in ("number", "percent", "date") and text not in names:
        return Unclear(
            message("“{text}” adalah angka, bukan kategori", text=text),
            message("periksa judul kolomnya: tampaknya bergeser atau tertukar"),
        )
    if not names or text in names:
        return Value(text)
    for name in names:
        if key_of(name) == key_of(text):
            return Value(name, how=name)
    from difflib import get_close_matches

    short = [n for n in names if "".join(word[0] for word in n.split()) == text.upper()]
    if len(short) == 1 and abbreviated:
        return Value(short[0], how=short[0])
    if len(short) == 1:
        return Unclear(
            message("“{text}” mungkin singkatan “{name}”", text=text, name=short[0]),
            message('bila semua kategori disingkat begitu: --accept "singkatan kategori=ya"'),
            ABBREVIATED,
            ("ya",),
        )
    bare = _bare(text)
    for name in names:
        if key_of(name) == bare:
            return Value(name, how=name)
    near = [
        name
        for one in get_close_matches(key_of(text), [key_of(n) for n in names], n=1, cutoff=0.75)
        for name in names
        if key_of(name) == one
    ]
    return Unclear(
        message("“{text}” bukan kategori skala edisi ini", text=text),
        message("pilih salah satu: {names}", names=", ".join(names)),
        text,
        tuple(near) or names,
    )


_BESIDE = frozenset(("kategori", "kualifikasi", "predikat", "badan", "publik"))


def _bare(text: str) -> str:
    """A category without a sign before it, brackets behind it, and words that go without saying."""
    text = re.sub(r"^\s*[A-Za-z0-9][.)]\s+|\(.*?\)", "", text)
    return " ".join(word for word in key_of(text).split() if word not in _BESIDE)


def answer_of(cell: Cell, question: Question) -> Value | Unclear:
    """An answer to a question, by the scale of that question."""
    text = number_text(plain_number(cell.number)) if cell.number is not None else cell.text
    if cell.kind == "truth":
        text = YES if cell.text == "TRUE" else NO
    key = key_of(text) or text.strip()
    kind = question.scale.kind
    if question.not_applicable and key in _NOT_APPLICABLE:
        return Value(NOT_APPLICABLE, how=_differs(NOT_APPLICABLE, text))
    if kind == "yes-no":
        if key in _YES or key in _NO:
            made = YES if key in _YES else NO
            return Value(made, how=_differs(made, text))
        return _no_answer(text, question, (YES, NO))
    if kind == "number":
        return _of_number(cell, text, question)
    options = {key_of(name): o.id for o in question.scale.options for name in (o.id, o.name)}
    ids = tuple(option.id for option in question.scale.options)
    if kind == "levels" or key in options:
        if key in options:
            made = options[key]
            return Value((made,) if kind == "choices" else made, how=_differs(made, text))
        return _no_answer(text, question, ids)
    if key in _NO:
        return Value(NO, how=_differs(NO, text))
    parts = [part.strip() for part in re.split(r"[;,\n]|\s/\s|\s\|\s", text) if part.strip()]
    chosen = [options.get(key_of(part)) for part in parts]
    if chosen and all(chosen):
        made_of = tuple(dict.fromkeys(one for one in chosen if one))
        return Value(made_of, how=_differs(", ".join(made_of), text))
    return _no_answer(text, question, ids)


def _of_number(cell: Cell, text: str, question: Question) -> Value | Unclear:
    number = exact(text.replace(",", "."))
    if cell.kind in ("number", "text") and number is not None and number >= 0:
        return Value(number_text(number))
    return _no_answer(text, question, ())


def _differs(made: str, text: str) -> str | None:
    return None if made == text else made


def _no_answer(text: str, question: Question, ids: tuple[str, ...]) -> Unclear:
    right = (
        message("pilih salah satu: {names}", names=", ".join(ids))
        if ids
        else message("tulis angka paling besar {most}", most=question.scale.most)
    )
    return Unclear(
        message("“{text}” bukan jawaban pertanyaan “{id}”", text=text, id=question.id),
        right,
        text,
        ids,
    )


def too_high(said: str, maximum: Decimal) -> Unclear | None:
    """A score above the highest of its scale."""
    number = exact(said)
    if number is None or number <= maximum:
        return None
    places_ = len(str(int(number))) - len(str(int(maximum))) + 1
    meant = next(
        (
            made
            for shift in range(1, max(2, places_ + 1))
            if (made := plain_number(number.scaleb(-shift))) <= maximum
        ),
        None,
    )
    right = (
        message("periksa angkanya; mungkin maksudnya {meant}", meant=str(meant).replace(".", ","))
        if meant is not None
        else message("periksa angkanya")
    )
    return Unclear(
        message("skor {score} di atas skor tertinggi {most}", score=said, most=maximum), right
    )


def below_zero(said: str) -> Unclear | None:
    """A negative score."""
    if not said.startswith("-"):
        return None
    return Unclear(message("skor {score} di bawah 0", score=said), message("periksa angkanya"))
