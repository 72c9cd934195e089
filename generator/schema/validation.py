"""From a document to a model, or to problems at the place of each mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Message, Problems, message
from generator.reading import Document, dotted

M = TypeVar("M", bound=BaseModel)

INDONESIAN_KEYS = {
    "skor": "score",
    "nilai": "score",
    "kategori": "category",
    "predikat": "category",
    "kualifikasi": "category",
    "peringkat": "rank",
    "wilayah": "region",
    "daerah": "region",
    "sumber": "source",
    "catatan": "note",
    "tahun": "year",
    "judul": "title",
    "tanggal": "date",
    "penyelenggara": "organizer",
    "kelompok": "group",
    "nama": "name",
    "jenis": "kind",
    "kode": "code",
    "ibu-kota": "capital",
    "ibukota": "capital",
    "kegiatan": "activities",
    "pernyataan": "statements",
    "tanggapan": "responses",
    "target_kategori": "target",
    "kendala": "obstacles",
    "peserta": "participants",
    "skala": "scale",
    "keputusan": "decision",
    "tempat": "place",
    "indikator": "indicators",
}
"""Keys that an Indonesian writer would expect, and what the format calls them."""


def validate(document: Document, model: type[M], problems: Problems) -> M | None:
    """The model of a document, or None with every mistake of the file noted."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(document, model, detail, problems)
        return None


def likely(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None."""
    options = list(known)
    translated = INDONESIAN_KEYS.get(word.lower())
    if translated is not None:
        for option in (translated, translated + "s"):
            if option in options:
                return option
    folded = {option.casefold(): option for option in options}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def _note(
    document: Document, model: type[BaseModel], detail: ErrorDetails, problems: Problems
) -> None:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    while loc and loc not in document.values and loc not in document.keys and detail["type"] != "missing":
        loc = loc[:-1]  # the short form of a figure has no "value" of its own
    kind = detail["type"]
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "extra_forbidden":
        options = _keys_at(model, loc[:-1])
        meant = likely(str(loc[-1]), options)
        problems.add(
            document.at(loc, key=True),
            dotted(loc),
            message("kunci ini tidak dikenal"),
            message("mungkin maksudnya “{key}”", key=meant)
            if meant
            else message("kunci yang ada: {keys}", keys=", ".join(sorted(options))),
        )
    elif kind == "missing":
        problems.add(
            document.at(loc),
            dotted(loc),
            message("kunci wajib ini tidak ada"),
            message("tambahkan baris “{key}: …”", key=loc[-1]),
        )
    elif kind == "rapor":
        problems.add(document.at(loc), dotted(loc), context["wrong"], context.get("right"))
    else:
        problems.add(document.at(loc), dotted(loc), *_words(kind, context, detail.get("input")))


def _words(kind: str, context: Mapping[str, Any], given: Any) -> tuple[Message, Message | None]:
    if given is None:
        return message("tidak ada nilainya"), message("isi nilainya, atau hapus baris ini")
    if kind in ("literal_error", "enum"):
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        meant = likely(str(given), allowed.split(", "))
        right = (
            message("mungkin maksudnya “{key}”", key=meant)
            if meant
            else message("pilih salah satu: {allowed}", allowed=allowed)
        )
        return message("“{text}” tidak dikenal", text=given), right
    if kind in ("tuple_type", "list_type"):
        return (
            message("seharusnya daftar"),
            message("tulis tiap butir di baris sendiri yang diawali “- ”"),
        )
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return (
            message("seharusnya kelompok kunci, bukan satu nilai atau daftar"),
            message("tulis “kunci: nilai” di baris-baris yang menjorok di bawahnya"),
        )
    if kind == "too_short":
        return (
            message("terlalu sedikit butir"),
            message("paling sedikit {count}", count=context.get("min_length", 1)),
        )
    if kind == "too_long":
        return (
            message("terlalu banyak butir"),
            message("paling banyak {count}", count=context.get("max_length", 1)),
        )
    return message("nilai ini tidak cocok dengan format"), message("lihat docs/format.md")


def _keys_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The keys that the format has at a path below a model."""
    here: Any = model
    for part in path:
        found = _model_in(here)
        if found is not None and isinstance(part, str):
            fields = {(f.alias or name): f for name, f in found.model_fields.items()}
            here = fields[part].annotation if part in fields else None
        else:
            here = _item_of(here)
    found = _model_in(here)
    if found is None:
        return []
    return [f.alias or name for name, f in found.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as ``Figure[Score] | None`` holds at this level."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if getattr(annotation, "__origin__", None) in (tuple, list, dict):
        return None
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _item_of(annotation: Any) -> Any:
    """What stands inside a list or mapping annotation; the annotation itself if it is neither."""
    if getattr(annotation, "__origin__", None) in (tuple, list):
        return get_args(annotation)[0]
    if getattr(annotation, "__origin__", None) is dict:
        return get_args(annotation)[1]
    for inner in get_args(annotation):
        found = _item_of(inner)
        if found is not inner:
            return found
    return annotation
