"""``rapor schema``: write the JSON Schemas of the input format for editors."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.command._loaded import may_write, opened, target_argument, tell, unwritable
from generator.format.problems import Problems, Translate, message

NAME = "schema"
HELP = message("tulis JSON Schema untuk editor")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    target_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Write ``<name>.schema.json`` for each kind of file."""
    from generator.format.export import json_schemas
    from generator.output import put_schemas

    folder, site = Path(options.folder), opened(".", options.messages)
    if not may_write(folder, site):
        return 1
    problems = Problems()
    try:
        put_schemas(json_schemas(), folder, problems)
    except OSError as error:
        return unwritable(folder, error, site.translate)
    if len(problems):
        tell(problems.report(site.translate))
        return 1
    return 0
