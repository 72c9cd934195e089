"""The one door to the sentences of a language: read once, checked when they are read."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.cache import kept_folder
from generator.format import Measure
from generator.language import SITE_LANGUAGE, language
from generator.language.wording import wording
from generator.news.phrases import Phrases, read_phrases
from generator.news.positions import check


def sentence_languages(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """The languages in which texts are written; ``wanted``: those in which they are for pages in these,
    Indonesian where a language has no sentences."""
    there = {path.name.split(".")[1] for path in Path(__file__).parent.glob("sentences.*.yml")}
    found = [code if code in there else SITE_LANGUAGE for code in wanted] or sorted(there)
    return tuple(dict.fromkeys(found))


@cache
def phrases(code: str = SITE_LANGUAGE, measure: Measure | None = None) -> Phrases:
    """The phrases of a language, in the words of a measure.

    Raises ``Misplaced`` with file and line of each template that might say something untrue.
    """
    if measure is not None:
        usual = phrases(code)  # checked as they are written
        put = wording(language(code), measure)
        return usual if put is None else read_phrases(code, put)
    found = read_phrases(code)
    folder = kept_folder(Path(__file__).parent)
    right = folder / f"{code}.right" if folder else None
    if right is None or not right.exists():
        check(found)
        if right is not None:
            with suppress(OSError):
                right.touch()
    return found
