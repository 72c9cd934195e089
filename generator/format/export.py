"""The JSON Schemas of the files, for editors; made from the same models that check them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.format.edition import Edition
from generator.format.instrument import Instrument
from generator.format.mapping import Mapping
from generator.format.measure import Measure
from generator.format.record import CorrectionRecord
from generator.format.regions import Regions
from generator.format.result import Result

MODELS: dict[str, tuple[type[BaseModel], str, str]] = {
    "regions": (Regions, "Wilayah", "Isi results/regions.yml: kelompok dan wilayah."),
    "edition": (Edition, "Edisi", "Isi results/<tahun>/edition.yml: evaluasi satu tahun."),
    "result": (Result, "Hasil", "Isi results/<tahun>/<id wilayah>.yml: hasil satu wilayah."),
    "instrument": (Instrument, "Instrumen", "Isi results/instruments/<id>.yml: kuesioner."),
    "correction": (
        CorrectionRecord,
        "Catatan koreksi",
        "Isi results/<tahun>/corrections/<nama>.yml: halaman sebelum koreksi.",
    ),
    "measure": (Measure, "Ukuran", "Isi results/measures/<id>.yml: apa yang dinilai."),
    "import": (Mapping, "Pemetaan", "Isi results/import/<nama>.yml: cara membaca buku kerja."),
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema (draft 2020-12) of each kind of file, by its name."""
    return {name: _schema(*said) for name, said in MODELS.items()}


def _schema(model: type[BaseModel], title: str, description: str) -> dict[str, Any]:
    schema: dict[str, Any] = _for_editors(model.model_json_schema(mode="validation"))
    return {
        **schema,
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Rapor KIP: {title}",
        "description": description,
    }


def _for_editors(node: Any, *, names: bool = False) -> Any:
    """The schema without what only the program has: class names, null, English docstrings.

    ``names``: the keys of ``node`` are names of the format and no words of JSON Schema.
    """
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: value
        if key == "examples" and not names
        else _for_editors(value, names=key in ("properties", "$defs"))
        for key, value in node.items()
        if names or key not in ("title", "default")
    }
    if names:
        return kept
    for record in kept.get("$defs", {}).values():
        record.pop("description", None)
        for form in record.get("anyOf", ()):
            if form.get("type") == "object":
                form.pop("description", None)
    options = [option for option in kept.get("anyOf", []) if option != {"type": "null"}]
    if options:
        kept["anyOf"] = options
    if len(options) == 1:
        del kept["anyOf"]
        kept = {**options[0], **kept}
    return kept
