"""Problems and advice for programs: JSON, and the annotations of GitHub's actions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.format.problems import Message, Problem, Translate


def as_json(problems: Iterable[Problem], advice: Iterable[Message], translate: Translate) -> str:
    """One object: ``problems`` with file, line, column, field, what is wrong and right; ``advice``."""
    told = {
        "problems": [
            {
                "file": one.place.file,
                "line": one.place.line,
                "column": one.place.column,
                "field": one.field,
                "wrong": one.wrong.text(translate),
                "right": one.right.text(translate) if one.right else None,
            }
            for one in problems
        ],
        "advice": [one.text(translate) for one in advice],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def as_github(
    problems: Iterable[Problem], advice: Iterable[Message], translate: Translate
) -> Iterator[str]:
    """Lines ``::error file=…,line=…,col=…::text``, of advice ``::notice::text``."""
    for one in problems:
        text = one.wrong.text(translate) + (f"; {one.right.text(translate)}" if one.right else "")
        head = f"{one.field}: " if one.field else ""
        place = f"file={_property(one.place.file)},line={one.place.line},col={one.place.column}"
        yield f"::error {place}::{_data(head + text)}"
    for told in advice:
        yield f"::notice::{_data(told.text(translate))}"


def _data(text: str) -> str:
    """As the runner reads it: its own signs by their numbers."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
