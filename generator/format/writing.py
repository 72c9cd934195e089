"""How a text is written into a YAML file that people keep by hand."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W_](?:[\w ()./%+–'-]*[\w()./%+–'])?")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def scalar(value: str) -> str:
    """A text on one line: quoted where another program could read something else out of it."""
    plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
    return value if plain else json.dumps(value, ensure_ascii=False)


def newline_of(text: str) -> str:
    """With what the lines of a file end."""
    return "\r\n" if "\r\n" in text else "\n"
