"""A measure's own words for what every text speaks of: a score may be a mark, an edition an index.

The texts of pages and sentences say it as most measures do; each language names those words
(``Language.spoken``), and a measure's file may bring others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from generator.format import Measure
from generator.language.base import Language
from generator.language.catalogue import Catalogue

_GAPS = re.compile(r"(%\(\w+\)s|\{\{.*?\}\}|\{%.*?%\}|\{\w+\}|<[^>]*>)", re.DOTALL)
"""What is no text: gaps of messages, tags of templates and of HTML."""


Own = tuple[tuple[str, str], ...]
"""The usual words, each with what a measure says instead."""


def _own_words(language: Language, measure: Measure) -> Own:
    own = {
        "value": measure.value,
        "participant": measure.participant,
        "edition": measure.edition,
    }
    if measure.questionnaire is not None:
        own["questionnaire"] = measure.questionnaire.name
    usual, code = language.spoken, language.code
    return tuple(
        (usual[name], texts.of(code))
        for name, texts in own.items()
        if texts.has(code) and texts.of(code) != usual[name]
    )


def wording(language: Language, measure: Measure) -> Callable[[str], str] | None:
    """What puts a text into a measure's words; None where they are the usual ones."""
    own = _own_words(language, measure)
    return _putting(language, own) if own else None


def _putting(language: Language, own: Own) -> Callable[[str], str]:
    words = dict(own)
    pattern = re.compile(
        rf"\b({'|'.join(map(re.escape, words))})(?=(?:{'|'.join(language.endings)})\b)",
        re.IGNORECASE,
    )

    def said(found: re.Match[str]) -> str:
        word = words[found[1].lower()]
        return language.capitalised(word) if found[1][:1].isupper() else word

    def put(text: str) -> str:
        pieces = _GAPS.split(text)
        return "".join(
            piece if at % 2 else pattern.sub(said, piece) for at, piece in enumerate(pieces)
        )

    return put


class _Worded:
    """A catalogue whose messages are in a measure's words."""

    def __init__(self, catalogue: Catalogue, put: Callable[[str], str]) -> None:
        self._catalogue = catalogue
        self._put = cache(put)

    def gettext(self, message: str) -> str:
        return self._put(self._catalogue.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._put(self._catalogue.ngettext(msgid1, msgid2, n))


def language_of(language: Language, measure: Measure) -> Language:
    """A language as the pages of a measure speak it: the same one where its words are the usual."""
    own = _own_words(language, measure)
    return _spoken(language, own) if own else language


@cache
def _spoken(language: Language, own: Own) -> Language:
    # One for each choice of words: templates are compiled for it.
    return type(language)(_Worded(language.catalogue, _putting(language, own)), variant=repr(own))
