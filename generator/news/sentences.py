"""The one door to the sentences of a language: read once, checked when they are read."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.cache import kept_folder
from generator.language import SITE_LANGUAGE
from generator.news.phrases import Phrases, read_phrases
from generator.news.positions import check


@cache
def phrases(language: str = SITE_LANGUAGE) -> Phrases:
    """The phrases of a language.

    Raises ``Misplaced`` with file and line of each template that might say something untrue.
    """
    found = read_phrases(language)
    folder = kept_folder(Path(__file__).parent)
    right = folder / f"{language}.right" if folder else None
    if right is None or not right.exists():
        check(found)
        if right is not None:
            with suppress(OSError):
                right.touch()
    return found
