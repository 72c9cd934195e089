"""``data/datapackage.json``: what all CSV files hold, column by column (Frictionless Data Package 1)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from generator.files.column import Column, Type
from generator.files.table import Around, Table
from generator.format import Source

PATH = "data/datapackage.json"

LICENSES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODbL 1.0": ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
}
"""Licences of data by the words of the options: the name by which programs know them, their text."""

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def package(tables: Iterable[Table], ending: str, around: Around) -> bytes:
    """The description of the files of tables that end with ``ending``."""
    listed = list(tables)
    found = {
        "profile": "tabular-data-package",
        "name": "rapor",
        "title": around.title,
        **_license(around.publisher.data_license),
        **_contributors(around),
        "sources": _sources(source for table in listed for source in table.sources),
        "resources": [_resource(table, ending) for table in listed],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _license(told: str) -> dict[str, Any]:
    """The licence in the words of the site, by its usual name where it is a known one."""
    if not told:
        return {}
    if told in LICENSES:
        name, path = LICENSES[told]
        return {"licenses": [{"name": name, "path": path, "title": told}]}
    return {"licenses": [{"name": _NOT_IN_NAMES.sub("-", told), "title": told}]}


def _contributors(around: Around) -> dict[str, Any]:
    name = around.publisher.name
    return {"contributors": [{"title": name, "role": "publisher"}]} if name else {}


def _sources(sources: Iterable[Source]) -> list[dict[str, str]]:
    found = []
    for source in dict.fromkeys(sources):
        title = source.title
        if source.publisher_apart:
            title = f"{title} ({source.publisher_apart})"
        found.append({"title": title, **({"path": source.url} if source.url else {})})
    return found


def _resource(table: Table, ending: str) -> dict[str, Any]:
    path = f"{table.stem}{ending}".removeprefix("data/")
    return {
        "profile": "tabular-data-resource",
        "name": path.removesuffix(ending).replace("/", "-"),
        "title": table.about,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.subject.key),
        },
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    _ = table.around.language.gettext
    limits: dict[str, Any] = {}
    if column.required:
        limits["required"] = True
    if column.least is not None:
        limits["minimum"] = column.least
    if column.words:
        said = map(_, column.words.values()) if column.said else column.words
        limits["enum"] = list(dict.fromkeys(said))
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "title": _(column.title),
        "description": _(column.about),
    }
    if column.type in (Type.COUNT, Type.NUMBER):
        field["bareNumber"] = True
    if column.unit:
        field["unit"] = _(column.unit)
    return field | ({"constraints": limits} if limits else {})
