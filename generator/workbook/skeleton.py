"""The ``edition.yml`` of a new year: what stays from an edition before, and what has to be filled in."""

from __future__ import annotations

from typing import Any

from generator.evaluation.model import Dataset
from generator.format import EvaluationSettings
from generator.format.base import Record
from generator.format.edits import block, flow
from generator.format.measure import DEFAULT
from generator.format.writing import scalar

PRINTED = (
    ("Informatif", 90),
    ("Menuju Informatif", 80),
    ("Cukup Informatif", 60),
    ("Kurang Informatif", 40),
    ("Tidak Informatif", 0),
)
"""The scale that most commissions print (Antara, 18 October 2021): proposed in the first edition of a
site, as a comment, for whoever knows its decision to compare; nothing goes by it."""

MARK = "# isi: "
"""What begins a line that somebody has to fill in."""

_OWN = ("organizer", "ranking", "instrument")
"""Keys of a group that stay from year to year, besides its title and scale."""


def skeleton(dataset: Dataset, source: int | None, year: int, publisher: str = "") -> str:
    """The text of ``edition.yml``; ``source`` is the year that it follows, None if there is none.

    A first edition is taken to be organized by the ``publisher`` of the site, which is asked for.

    Scale, groups, questionnaire and organizer stay; what belongs to the year itself (dates, sources,
    numbers of participants) is left out and marked.
    """
    before = dataset.editions[source] if source is not None else None
    measure = dataset.measure.name.id
    title = (
        _in_year(before.title, source, year)
        if before
        else f"{measure[:1].upper()}{measure[1:]} {year}"
    )
    lines = [f"year: {year}", f"title: {scalar(title)}"]
    if before is not None:
        lines.append(f"organizer: {scalar(before.organizer)}")
    else:
        who = scalar(publisher or "Komisi Informasi")
        lines.append(f"organizer: {who}  {MARK}nama penyelenggara")
    lines += [
        f"status: draft  {MARK}final bila boleh diterbitkan",
        f"{MARK}published: {year}-12-19  # tanggal hasil diumumkan",
        f"{MARK}place: tempat hasil diumumkan",
        f"{MARK}decision: {{number: nomor keputusan, date: {year}-12-18}}",
        f"{MARK}source: keputusan  # id sumber bawaan angka hasil",
        f"{MARK}sources:",
        f"{MARK}  - {{id: keputusan, title: judul, publisher: penerbit, date: {year}-12-19, url: alamat}}",
    ]
    if before is not None:
        lines += [
            f"{key}: {scalar(value)}"
            for key in ("instrument", "ranking")
            if (value := getattr(before, key))
        ]
    lines += _participants(before, source)
    if before is not None and before.scale is not None:
        lines += ["", *_kept({"scale": _scale(before.scale)}, "")]
    named = [before.scale, *(own.scale for own in before.groups.values())] if before else []
    if not any(scale is not None and scale.categories for scale in named):
        lines += _categories(dataset)
    if before is not None and before.groups:
        lines += ["", "groups:"]
        for group, own in before.groups.items():
            kept = {key: value for key in _OWN if (value := getattr(own, key))}
            if own.title:
                kept = {"title": _in_year(own.title, source, year), **kept}
            if own.scale is not None:
                kept["scale"] = _scale(own.scale)
            asked = _participants(own, source)
            if kept:
                lines += [f"  {group}:", *_kept(kept, "    "), *(f"    {one}" for one in asked)]
            else:  # a group that is named only to be covered, and cannot stay empty once it is filled in
                end = f"  {asked[0].replace('isi: ', 'isi: {').replace('}', '}}')}" if asked else ""
                lines.append(f"  {group}: {{}}{end}")
    return "\n".join(lines) + "\n"


def _categories(dataset: Dataset) -> list[str]:
    """Categories to be filled in, where the edition that is followed has none: those of the latest that has."""
    if not dataset.measure.categories:
        return []
    scales = [dataset.editions[year].scale for year in dataset.years] + [dataset.measure.scale]
    known = next((scale.categories for scale in scales if scale and scale.categories), None)
    items = [flow(_texts(one.model_dump(exclude_unset=True))) for one in known or ()]
    if not items and dataset.measure_id == DEFAULT:
        items = [f"{{name: {name}, minimum: {minimum}}}" for name, minimum in PRINTED]
    items = items or ["{name: nama kategori, minimum: batas bawah}"]
    lines = ["scale:", "  categories:", *(f"    - {item}" for item in items)]
    return ["", *(MARK + line for line in lines)]


def _participants(before: EvaluationSettings | None, source: int | None) -> list[str]:
    """The numbers that were announced the year before, to be asked for again."""
    if before is None:
        return [f"{MARK}participants: {{invited: jumlah, took_part: jumlah}}"]
    told = before.participants
    counts = {
        key: figure.value
        for key in ("invited", "returned", "took_part")
        if (figure := getattr(told, key)) is not None
    }
    if not counts:
        return []
    asked = ", ".join(f"{key}: jumlah" for key in counts)
    known = ", ".join(f"{key} {count}" for key, count in counts.items() if count is not None)
    return [f"{MARK}participants: {{{asked}}}" + (f"  # {source}: {known}" if known else "")]


def _in_year(title: str, source: int | None, year: int) -> str:
    """A title with the new year for the old."""
    return title.replace(str(source), str(year)) if source is not None else title


def _scale(scale: Record) -> dict[str, Any]:
    """A scale as it was written, without its source, which is one of the old year."""
    data = scale.model_dump(exclude_unset=True, exclude={"source"})
    found: dict[str, Any] = _texts(data)
    return found


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items() if one is not None and one != ()}
    if isinstance(value, list | tuple):
        return [_texts(one) for one in value]
    return str(value)


def _kept(data: dict[str, Any], indent: str) -> list[str]:
    """Keys over several lines; the categories of a scale one on each."""
    lines: list[str] = []
    for key, value in data.items():
        if key == "scale":
            lines.append(f"{indent}scale:")
            for name, one in value.items():
                if isinstance(one, list):
                    lines.append(f"{indent}  {name}:")
                    lines += [f"{indent}    - {flow(item)}" for item in one]
                else:
                    lines.append(f"{indent}  {name}: {flow(one)}")
        else:
            lines += [f"{indent}{line}" for line in block({key: value}).splitlines()]
    return lines
