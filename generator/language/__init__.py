"""One door to a language: ``language("id")`` has its numbers, dates, lists, words and catalogue."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from generator.language.base import Language

SITE_LANGUAGE = "id"
"""The language of the texts in the data, and of a site that does not name one."""


def languages() -> tuple[str, ...]:
    """The codes of all languages that a site can have: the modules with a two-letter name."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("[a-z][a-z].py")))


@cache
def language(code: str) -> Language:
    """The language of a code; KeyError if there is none."""
    if code not in languages():
        raise KeyError(code)
    found: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return found
