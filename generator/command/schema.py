"""``rapor schema``: write the JSON Schemas of the input format for editors."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command._loaded import may_write, tell, unwritable
from generator.format.problems import Problems, Translate

NAME = "schema"
HELP = "tulis JSON Schema untuk editor"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", help="folder tujuan")


def run(options: argparse.Namespace, translate: Translate) -> int:
    """Write ``<name>.schema.json`` for each kind of file."""
    from generator.format.export import json_schemas
    from generator.output import put_schemas

    folder = Path(options.folder)
    if not may_write(folder, Path("."), translate):
        return 1
    problems = Problems()
    try:
        put_schemas(json_schemas(), folder, problems)
    except OSError as error:
        return unwritable(folder, error, translate)
    if len(problems):
        tell(problems.report(translate))
        return 1
    return 0
