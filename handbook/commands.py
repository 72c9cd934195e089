"""Every command of ``rapor`` with all that it takes, from what argparse is told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from generator.cli import command_line
from generator.command import WRITES_DATA
from generator.language.messages import translator

HEAD = "| Argumen | Arti |\n| --- | --- |"


def commands() -> str:
    """A section for each command, in the order of ``rapor --help``."""
    whole = command_line(translator("id"))
    told = next(a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    helps = {action.dest: action.help or "" for action in told._choices_actions}
    common = "\n".join((HEAD, *map(_row, _taken(whole))))
    sections = [_section(name, parser, helps[name]) for name, parser in told.choices.items()]
    return "\n\n".join(("## Untuk semua perintah", common, *sections))


def _section(name: str, parser: argparse.ArgumentParser, told: str) -> str:
    taken = [action for action in _taken(parser) if action.dest not in ("quiet", "verbose")]
    called = " ".join(("rapor", name, *map(_called, taken)))
    writes = "\n\nPerintah ini menulis ke folder data." if name in WRITES_DATA else ""
    rows = "\n".join((HEAD, *map(_row, taken)))
    return f"## rapor {name}\n{told[:1].upper()}{told[1:]}.{writes}\n\n```text\n{called}\n```\n\n{rows}"


def _taken(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """What stands at its place first, then options; neither help nor the names of the commands."""
    left_out = (argparse._HelpAction, argparse._SubParsersAction)
    mine = [action for action in parser._actions if not isinstance(action, left_out)]
    yield from (action for action in mine if not action.option_strings)
    yield from (action for action in mine if action.option_strings)


def _value(action: argparse.Action) -> str:
    """What is written for its value; "" if it takes none."""
    if action.nargs == 0:
        return ""
    if action.choices is not None and action.metavar is None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _called(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        more = {"?": f"[{value}]", "*": f"[{value} …]", "+": f"{value} […]"}
        return more.get(str(action.nargs), value)
    text = f"{action.option_strings[-1]} {value}".strip()
    return text if action.required else f"[{text}]"


def _row(action: argparse.Action) -> str:
    names = ", ".join(f"`{name}`" for name in action.option_strings)
    value = f"`{_value(action)}`" if _value(action) else ""
    told = (action.help or "").replace("|", "\\|")
    must = " **Wajib.**" if action.required and action.option_strings else ""
    return f"| {' '.join(filter(None, (names, value)))} | {told[:1].upper()}{told[1:]}.{must} |"
