"""JSON of a table: its columns with their meaning, its rows as objects, its sources.

Numbers with decimals are texts of exact decimals (``"80.00"``): no program rounds them unasked, and
the decimals that were published stay. Whole numbers are numbers; what has no value is null, and
beside it stands the state in a word.
"""

from __future__ import annotations

import json
from decimal import Decimal

from generator.files.column import Value
from generator.files.table import Table
from generator.format import Source
from generator.language.catalogue import N_

NAME, ORDER, ENDING = "json", 4, ".json"
TITLE = N_("JSON")


def written(table: Table) -> bytes:
    _ = table.around.language.gettext
    names = [column.name for column in table.columns]
    head = {
        "table": table.subject.id,
        "title": table.about,
        "site": table.around.title,
        "publisher": table.around.publisher.name or None,
        "license": table.around.publisher.data_license or None,
        "measure": table.facts.dataset.measure_id,
        "years": list(table.years),
        "language": table.around.language.code,
        "columns": [
            {
                "name": column.name,
                "title": _(column.title),
                "type": column.type.value,
                "unit": _(column.unit) if column.unit else None,
                "description": _(column.about),
            }
            for column in table.columns
        ],
        "sources": [told(source) for source in table.sources],
    }
    rows = ",\n".join(
        text(dict(zip(names, map(plain, table.programs(row)), strict=True))) for row in table.rows
    )
    return f'{text(head)[:-1]},\n"rows":[\n{rows}\n]}}\n'.encode()


def plain(value: Value) -> str | int | None:
    """A value as JSON has it: a decimal as a text."""
    return format(value, "f") if isinstance(value, Decimal) else value


def text(value: object) -> str:
    """JSON in one line, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def told(source: Source) -> dict[str, str | None]:
    """A source as an object."""
    return {
        "title": source.title,
        "publisher": source.publisher,
        "date": str(source.date) if source.date else None,
        "url": source.url,
    }
