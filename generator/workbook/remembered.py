"""The files ``results/import/<name>.yml``: which of them fits a workbook, and how it is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.format.document import Document
from generator.format.edits import NotChanged, block, data_of, put
from generator.format.mapping import Mapping
from generator.format.problems import Problems
from generator.format.reading import read
from generator.format.scalars import DEVICES
from generator.load.imports import read_mappings
from generator.load.listing import Listing
from generator.workbook.cells import Workbook

HEAD = (
    "# Cara rapor import membaca buku kerja ini: judul kolom → kunci (docs/format.md).\n"
    "# Boleh diubah; ignore berarti tidak dibaca.\n"
)


def mappings(root: Path, problems: Problems) -> dict[str, Mapping]:
    """The mappings of a results folder by name; mistakes are noted."""
    listing = Listing(root, problems)

    def document(path: Path) -> Document | None:
        return read(path, listing.name(path), root, problems)

    return read_mappings(root, listing.files, document, problems)


def fitting(workbook: Workbook, found: dict[str, Mapping]) -> str | None:
    """The mapping whose columns are all in the workbook, of several the one with most."""
    texts = {
        sheet.name or None: {cell.text for cell in sheet.cells.values()}
        for sheet in workbook.sheets
    }
    everywhere: set[str] = set().union(*texts.values())
    best: tuple[int, str] | None = None
    for name, mapping in found.items():
        wanted = {
            part
            for table in mapping.tables
            for header, field in table.columns.items()
            if field != "ignore"
            for part in re.sub(r" \([A-Z]+\)$", "", header).split(" / ")
        }
        if wanted and wanted <= everywhere and (best is None or len(wanted) > best[0]):
            best = (len(wanted), name)
    return best[1] if best else None


def name_of(workbook: Workbook) -> str:
    """A name for a mapping: that of the file, without years and signs."""
    stem = re.sub(r"(?<!\d)20\d\d(?!\d)", "", Path(workbook.file).stem.casefold())
    name = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40].strip("-")
    return name if name and name not in DEVICES else "nilai"


def text_of(mapping: Mapping, before: str | None) -> str | None:
    """The text of a file with a mapping; None if ``before`` says the same.

    Where only what was settled is more than before, it is added, and all else stays as it was written.
    """
    data = _data(mapping)
    if before is None:
        return HEAD + _written(data)
    old = data_of(before)
    if old == data:
        return None
    if isinstance(old, dict) and old.get("tables") == data["tables"]:
        try:
            for key in ("decimal", "numbering"):
                if key in data and old.get(key) != data[key]:
                    before = put(before, (key,), data[key])
            for key in ("questions", "regions", "values"):
                for name, said in data.get(key, {}).items():
                    if (old.get(key) or {}).get(name) != said:
                        before = put(before, (key, name), said)
            return before
        except NotChanged:
            pass
    return HEAD + _written(data)


def _data(mapping: Mapping) -> dict[str, Any]:
    tables: list[dict[str, Any]] = []
    for table in mapping.tables:
        found: dict[str, Any] = {"sheet": table.sheet} if table.sheet else {}
        found["header"] = str(table.header)
        found["columns"] = dict(table.columns)
        if table.answer:
            found["answer"] = table.answer
        tables.append(found)
    data: dict[str, Any] = {"tables": tables}
    for key in ("decimal", "numbering", "questions", "regions", "values"):
        if value := getattr(mapping, key):
            data[key] = dict(value) if not isinstance(value, str) else value
    return data


def _written(data: dict[str, Any]) -> str:
    """The tables with a line for each column, then the rest."""
    lines = ["tables:"]
    for table in data["tables"]:
        start = "  - "
        for key, value in table.items():
            if key != "columns":
                lines.append(start + block({key: value}).rstrip())
            else:
                lines.append(f"{start}columns:")
                lines += [f"      {line}" for line in block(value).splitlines()]
            start = "    "
    rest = {key: value for key, value in data.items() if key != "tables"}
    text = "\n".join(lines) + "\n"
    for key, value in rest.items():
        if isinstance(value, dict):
            text += f"{key}:\n{block(value, '  ')}"
        else:
            text += block({key: value})
    return text
