"""What a record holds, as a JSON Schema: the promise of ``data/wilayah/<id>.json``."""

from __future__ import annotations

import json
from typing import Any

from generator.files.column import PARTICIPATION, RULES, STATE, WHYS
from generator.files.record import VERSION
from generator.files.table import Around
from generator.format.edition import Correction
from generator.language.catalogue import N_

Schema = dict[str, Any]

DECIMAL = r"^-?\d+(\.\d+)?$"
"""A number as text: exact, with the decimals that are shown."""

_PATH = r"^([a-z0-9-]+/)*$"


def record_schema(around: Around) -> bytes:
    """The schema, with its descriptions and the words of states in the language of the site."""
    _ = around.language.gettext
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _(N_("Semua hasil satu wilayah")),
        "description": _(
            N_(
                "Angka berdesimal ditulis sebagai teks desimal tepat, dengan desimal yang ditampilkan;"
                " yang tidak ada null, dan state menyebut keadaannya dengan kata."
                " Angka dalam sources adalah letak sumber dalam daftar sources, mulai dari 0."
            )
        ),
        **_object(
            {
                "$schema": {"type": "string"},
                "version": {"const": VERSION},
                "id": {"type": "string"},
                "name": {"type": "string"},
                "kind": {"type": "string"},
                "group": {"type": "string"},
                "group_name": {"type": "string"},
                "code": _or_null("string"),
                "parent": _or_null("string"),
                "page": {"type": "string", "pattern": _PATH},
                "site": {"type": "string"},
                "publisher": _or_null("string"),
                "license": _or_null("string"),
                "language": {"type": "string"},
                "editions": _list({"$ref": "#/$defs/edition"}),
                "sources": _list({"$ref": "#/$defs/source"}),
            }
        ),
        "$defs": _parts(around),
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _object(properties: Schema) -> Schema:
    """An object that has all of its fields."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(type_: str, **more: Any) -> Schema:
    return {"type": [type_, "null"], **more}


def _code(codes: Any) -> Schema:
    return {"enum": [*codes, None]}


_NUMBER = _or_null("string", pattern=DECIMAL)
_YEAR = _or_null("integer", minimum=1900)
_PLACES = _list({"type": "integer", "minimum": 0})


def _parts(around: Around) -> Schema:
    said = {"enum": list(dict.fromkeys(map(around.language.gettext, STATE.values())))}
    change: Schema = {"change_since": _YEAR, "change_why": _code(WHYS)}
    figure: Schema = {
        "state": said,
        "why": _code(WHYS),
        "rule": _code(RULES),
        "note": _or_null("string"),
        "values": _or_null("string"),
        "sources": _PLACES,
        **change,
    }
    part: Schema = {
        "score": _NUMBER,
        "state": said,
        "rule": _code(RULES),
        "note": _or_null("string"),
        "sources": _PLACES,
    }
    whole = {"change": _or_null("integer")}
    place = _or_null("integer", minimum=1)
    decimals = _or_null("integer", minimum=0)
    score = {
        "value": _NUMBER,
        "decimals": decimals,
        "exact": _or_null("string"),
        "maximum": _NUMBER,
        **figure,
        "change": _NUMBER,
    }
    rank = {"value": place, "of": place, "in_category": place, **figure, **whole}
    return {
        "source": _source(),
        "category": _object({"value": _or_null("string"), **figure, **whole}),
        "score": _object(score),
        "rank": _object(rank),
        "stage": _object({**_named(), **part, "adds": _NUMBER}),
        "indicator": _object(_indicator(part)),
        "answer": _object(_answer(said)),
        "correction": _object(_correction()),
        "edition": _object(_edition()),
    }


def _source() -> Schema:
    texts = {name: _or_null("string") for name in ("publisher", "date", "url")}
    return _object({"title": {"type": "string"}, **texts})


def _named() -> Schema:
    return {"id": {"type": "string"}, "name": {"type": "string"}, "weight": _NUMBER}


def _indicator(part: Schema) -> Schema:
    return {
        **_named(),
        "stage": {"type": "string"},
        **part,
        "claimed": _NUMBER,
        "median": _NUMBER,
        "n": {"type": "integer", "minimum": 0},
        "change": _NUMBER,
        "change_since": _YEAR,
    }


def _answer(said: Schema) -> Schema:
    chosen = _list({"type": "string"})
    texts = {name: {"type": "string"} for name in ("indicator", "question", "text")}
    return {
        **texts,
        "weight": _NUMBER,
        "self": chosen,
        "verified": chosen,
        "points": _NUMBER,
        "points_most": _NUMBER,
        "state": said,
        "note": _or_null("string"),
        "obstacle": _or_null("string"),
    }


def _correction() -> Schema:
    fields = Correction.model_json_schema()["properties"]["field"]
    return {
        "date": {"type": "string"},
        "field": {"enum": fields["enum"]} if "enum" in fields else {"type": "string"},
        "of": _or_null("string"),
        "from": {"type": "string"},
        "to": {"type": "string"},
        "reason": _or_null("string"),
        "decision": _or_null("string"),
        "sources": _PLACES,
    }


def _edition() -> Schema:
    texts = ("measure", "measure_name", "title", "organizer", "file")
    parts = ("correction", "stage", "indicator", "answer")
    plural = {f"{name}s": _list({"$ref": f"#/$defs/{name}"}) for name in parts}
    return {
        **{name: {"type": "string"} for name in texts},
        "year": {"type": "integer", "minimum": 1900},
        "published": _or_null("string", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
        "status": {"enum": ["final", "sample", "draft"]},
        "article": {"type": "string", "pattern": _PATH},
        "participation": _code(PARTICIPATION),
        **{name: {"$ref": f"#/$defs/{name}"} for name in ("category", "score", "rank")},
        "note": _or_null("string"),
        "sources": _PLACES,
        **plural,
    }
