"""From a document to a model, or to problems at the place of each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.format.blanks import joined, joined_key
from generator.format.document import Document, Value, dotted
from generator.format.guess import RegionGuesser, likely
from generator.format.problems import Message, Problems, message

M = TypeVar("M", bound=BaseModel)

MOST_GUESSES = 100
"""Unknown keys of one file for which the likely one is sought."""


def validate(
    document: Document, model: type[M], problems: Problems, regions: RegionGuesser | None = None
) -> M | None:
    """The model of a document, or None with every mistake of the file noted.

    With ``regions`` what is no id where a region's stands is told with the id that it has.
    """
    try:
        return model.model_validate(document.data, context=regions)
    except ValidationError as error:
        guesses = iter(range(MOST_GUESSES))
        details = error.errors(include_url=False)
        locs = [detail["loc"] for detail in details]
        misspaced = {
            (*detail["loc"][:-1], key)
            for detail in details
            if detail["type"] == "extra_forbidden" and (key := joined_key(str(detail["loc"][-1])))
        }
        for detail in details:
            if detail["type"] == "missing" and detail["loc"] in misspaced:
                continue  # it is there, with a blank too few
            inside = (loc for loc in locs if loc[: len(detail["loc"])] == detail["loc"])
            if detail["type"] == "too_short" and any(loc != detail["loc"] for loc in inside):
                continue  # too short only for its items' own mistakes, which are told
            _note(document, model, detail, guesses, problems)
        return None


def _note(
    document: Document,
    model: type[BaseModel],
    detail: ErrorDetails,
    guesses: Iterator[int],
    problems: Problems,
) -> None:
    loc, kind = detail["loc"], detail["type"]
    is_key = bool(loc) and loc[-1] == "[key]"
    if is_key:
        loc = loc[:-1]
    while loc and kind != "missing" and loc not in document.values:
        loc = loc[:-1]  # the short form of a figure has no "value" of its own
    if kind != "missing" and _at(document.data, loc) is None:
        return  # reading has noted a problem in its place
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "extra_forbidden":
        told = _unknown(str(loc[-1]), _keys_at(model, loc[:-1]), detail.get("input"), guesses)
        problems.add(document.at(loc, key=True), dotted(loc), *told)
    elif kind == "missing":
        problems.add(
            document.at(loc),
            dotted(loc),
            message("kunci wajib ini tidak ada"),
            message("tambahkan baris “{key}: …”", key=loc[-1]),
        )
    else:
        wrong: Message
        right: Message | None
        if kind == "rapor":
            wrong, right = context["wrong"], context.get("right")
        else:
            wrong, right = _words(kind, context, detail.get("input"))
        problems.add(document.at(loc, key=is_key), dotted(loc), wrong, right)


def _at(data: Value, path: tuple[int | str, ...]) -> Value:
    """The value at a path that the document has."""
    here: Any = data
    for part in path:
        here = here[part]
    return cast(Value, here)


def _unknown(
    word: str, options: Sequence[str], given: Any, guesses: Iterator[int]
) -> tuple[Message, Message]:
    """What to say of a key that the format does not have."""
    told = joined(word)
    if told:
        return told
    wrong = message("kunci ini tidak dikenal")
    # Guessing takes longer than reading: not for each of 100,000 keys of a file gone wrong.
    meant = likely(word, options) if next(guesses, None) is not None else None
    if meant:
        return wrong, message("mungkin maksudnya “{key}”", key=meant)
    if given == "" and not re.fullmatch(r"[a-z_]+", word):
        return (
            message("kunci ini tidak dikenal, dan tidak ada nilainya"),
            message(
                "bila ini lanjutan sebuah teks sesudah koma, beri tanda kutip pada seluruh teks itu"
            ),
        )
    return wrong, message("kunci yang ada: {keys}", keys=", ".join(sorted(options)))


def _words(kind: str, context: Mapping[str, Any], given: Any) -> tuple[Message, Message | None]:
    if given == "":
        return message("tidak ada nilainya"), message("isi nilainya, atau hapus baris ini")
    if kind == "literal_error" and isinstance(given, str):
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        meant = likely(given, allowed.split(", "))
        right = (
            message("mungkin maksudnya “{key}”", key=meant)
            if meant
            else message("pilih salah satu: {allowed}", allowed=allowed)
        )
        return message("“{text}” tidak dikenal", text=given), right
    if kind == "literal_error":
        return message("seharusnya satu kata"), message("tulis satu nilai saja")
    if kind == "tuple_type":
        return (
            message("seharusnya daftar"),
            message("tulis tiap butir di baris sendiri yang diawali “- ”"),
        )
    if kind in ("model_type", "dict_type"):
        told = joined(given) if isinstance(given, str) else None
        return told or (
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
