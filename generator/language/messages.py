"""The catalogues of messages to an admin, and in which language they are told."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

from generator.language.catalogue import read_catalogue

ADMIN = "rapor"
"""The domain of messages to an admin."""


def message_language(chosen: str | None = None) -> str:
    """The language of messages to an admin: the choice, else an English environment, else id.

    The C locale and an unset LANG mean Indonesian: they say nothing about the reader.
    """
    if chosen:
        return "en" if chosen.lower().startswith("en") else "id"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "en" if value.lower().startswith("en") else "id"
    return "id"


@cache
def translator(language: str) -> Callable[[str], str]:
    """From the Indonesian message to ``language``; a message without translation stays."""
    return read_catalogue(language, ADMIN).gettext
