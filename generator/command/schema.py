"""``rapor schema``: write the JSON Schemas of the input format for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.format.problems import Translate

NAME = "schema"
HELP = "tulis JSON Schema untuk editor"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="folder tujuan")


def run(options: argparse.Namespace, translate: Translate) -> int:
    """Write ``<name>.schema.json`` for each kind of file below the folder."""
    from generator.format.export import json_schemas

    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in json_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    return 0
