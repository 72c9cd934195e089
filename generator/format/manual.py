"""The tables of ``docs/format.md``: every key of every file, made from the models that check them.

``python -m generator.format.manual`` writes them between the marks of the manual; all else in it is
written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.format import scalars, site
from generator.format.base import Amount, Figure
from generator.format.edition import Edition, EvaluationSettings, Listed, Out
from generator.format.instrument import AnswerScale, Instrument, Values
from generator.format.mapping import FieldName, Mapping
from generator.format.measure import Measure, Texts
from generator.format.record import CorrectionRecord
from generator.format.regions import Regions
from generator.format.result import Result
from generator.format.site import SiteFile

MANUAL = Path("docs/format.md")

FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("regions.yml", Regions),
    ("edition.yml", Edition),
    ("berkas hasil", Result),
    ("berkas kuesioner", Instrument),
    ("berkas ukuran", Measure),
    ("catatan koreksi", CorrectionRecord),
    ("berkas pemetaan", Mapping),
    ("mkdocs.yml", SiteFile),
    ("teks menurut bahasa", Texts),
    ("bentuk panjang", Amount),
)
"""What the manual tells of, in its order; the names stand in its marks."""

FORMS: tuple[tuple[Any, str], ...] = (
    (scalars.Text, "teks"),
    (scalars.Id, "id"),
    (scalars.AddressId, "id"),
    (scalars.RegionId, "id"),
    (scalars.Weight, "angka 0–100"),
    (scalars.Maximum, "angka di atas 0"),
    (scalars.Score, "angka"),
    (scalars.Decimals, f"bilangan bulat 0–{scalars.MOST_DECIMALS}"),
    (scalars.TilePlace, f"bilangan bulat 0–{scalars.LAST_TILE}"),
    (scalars.Whole, "bilangan bulat"),
    (scalars.RankNumber, "bilangan bulat dari 1"),
    (scalars.Year, "tahun"),
    (scalars.Truth, "`true` atau `false`"),
    (scalars.Url, "alamat web"),
    (scalars.Email, "alamat surel"),
    (scalars.Phone, "nomor telepon"),
    (scalars.Color, "warna"),
    (scalars.Date, "tanggal"),
    (site.Switch, "`true` atau `false`"),
    (site.ThemeName, "nama tema, atau kelompok kunci dengan `name`"),
    (site.Patterns, "teks, satu pola di tiap baris"),
    (Values, "teks, atau daftar teks"),
    (FieldName, "kunci kolom"),
)
"""What each type is called; a type with more conditions is called as the one it is made of."""

SHORT: dict[type[BaseModel], str] = {
    Listed: "id",
    Out: "id",
    AnswerScale: "`yes-no`",
}
"""Records that may also be written as a single value."""

SAME: dict[type[BaseModel], str] = {
    EvaluationSettings: "yaitu kunci mana pun dari tabel ini, kecuali `year` dan `groups`"
}
"""Records that have no table of their own."""

LONG = "[bentuk panjang](#bentuk-panjang-sebuah-angka)"
BY_LANGUAGE = "[teks menurut bahasa](#teks-menurut-bahasa)"
ALONE = (Figure, Texts)
"""Records with a section of their own: they stand in most tables."""

HEAD = "| Kunci | Bentuk | Bawaan | Arti | Contoh |\n| --- | --- | --- | --- | --- |"
MARKS = re.compile(r"(<!-- kunci: (.+?) -->\n).*?(<!-- akhir kunci -->)", re.DOTALL)


def written(text: str) -> str:
    """The manual with its tables made anew."""
    made = tables()
    return MARKS.sub(lambda found: f"{found[1]}{made[found[2]]}\n{found[3]}", text)


def tables() -> dict[str, str]:
    """The tables of each file; a record that several files have is told where it comes first."""
    told = dict(SAME)
    return {name: "\n\n".join(_tables(name, model, told)) for name, model in FILES}


def fields(model: type[BaseModel]) -> list[tuple[str, Any, FieldInfo]]:
    """The keys of a model with their types and fields, those that have to be there first.

    Of a kind of figure only those that not every figure has.
    """
    kinds = get_type_hints(model, include_extras=True)
    known = Amount.model_fields if model is not Amount and issubclass(model, Figure) else {}
    own = {name: f for name, f in model.model_fields.items() if name not in known}
    found = [(f.alias or name, kinds[name], f) for name, f in own.items()]
    return sorted(found, key=lambda one: not one[2].is_required())


def records(kind: Any) -> Iterator[type[BaseModel]]:
    """The records in a type; none that is told by itself."""
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        for inner in get_args(kind):
            yield from records(inner)
    elif not issubclass(kind, ALONE) or (issubclass(kind, Figure) and fields(kind)):
        yield kind


def _tables(file: str, model: type[BaseModel], told: dict[type[BaseModel], str]) -> Iterator[str]:
    """The table of a model, then those of the records in it, each under its path."""
    waiting = [("", model)]
    while waiting:
        path, record = waiting.pop(0)
        rows, inner = [HEAD], []
        for name, kind, field in fields(record):
            here = f"{path}.{name}" if path else name
            form = form_of(kind)
            for found in records(kind):
                if found in told:
                    form += f", {told[found].removesuffix(f' di {file}')}"
                else:
                    told[found] = f"seperti `{here}` di {file}"
                    inner.append((here, found))
            rows.append(_row(name, form, field))
        waiting = inner + waiting
        yield (f"Di dalam `{path}`:\n\n" if path else "") + "\n".join(rows)


def _row(name: str, form: str, field: FieldInfo) -> str:
    default = "wajib" if field.is_required() else default_of(field)
    examples = ", ".join(f"`{flow(example)}`" for example in field.examples or ())
    meaning = (field.description or "").replace("<", "\\<")  # or Markdown takes it for HTML
    cells = (f"`{name}`", form, default, meaning, examples)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def default_of(field: FieldInfo) -> str:
    """What holds without the key; "" where nothing does."""
    value = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, Texts):
        value = value.id
    if value is None or value == "" or isinstance(value, BaseModel | tuple | dict):
        return ""
    return f"`{flow(value)}`"


def form_of(kind: Any) -> str:
    """What stands behind a key, in plain words."""
    for known, word in FORMS:
        if get_args(known) == get_args(kind)[: len(get_args(known))]:
            return word
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one is not type(None)]
    if origin is Literal:
        return " atau ".join(f"`{one}`" for one in inner)
    if origin is tuple:
        return f"daftar {form_of(inner[0])}"
    if origin is dict:
        return f"pasangan {form_of(inner[0])} dan {form_of(inner[1])}"
    if inner:  # with conditions, or without None
        return form_of(inner[0])
    if isinstance(kind, TypeVar):
        return "nilai"
    if issubclass(kind, Figure):
        return f"{form_of(kind.model_fields['value'].annotation)}, atau {LONG}"
    if kind is Texts:
        return BY_LANGUAGE
    return f"{SHORT[kind]}, atau kelompok kunci" if kind in SHORT else "kelompok kunci"


def flow(value: Any) -> str:
    """A value as it is written on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    plain = (
        re.fullmatch(r"(?![+*&!%@>?-])[^,\[\]{}#\"'`]*[^,\[\]{}#\"'`?:]", text) and ": " not in text
    )
    return text if plain else f'"{text}"'


def main(path: Path = MANUAL) -> None:
    """Write the tables into the manual."""
    path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
