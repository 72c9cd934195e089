"""Sentences with the numbers of their sources: written here, for a page has them in every line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from markupsafe import Markup

from generator.format import Source
from generator.language import SITE_LANGUAGE
from generator.language.base import Language
from generator.news.glosses import indonesian_in, reported_in
from generator.news.notes import notes_of
from generator.news.sentence import Sentence
from generator.pages.markup import escape
from generator.templating import safe

MOST = 4
"""Numbers in one place: more are no help, the list below has them all."""

Foreign = tuple[tuple[int, int, str], ...]
"""Parts of a text, from where to where, each with the element that it stands in."""

Terms = Callable[[str], Markup]
"""Links the first use of each term of the glossary on a page."""

Referred = Callable[[Iterable[Sentence], Terms], Markup]
"""Some sentences side by side, with their marks."""


def numbered(language: Language, sources: Iterable[Source], most: int | None = None) -> Referred:
    """With the marks of a list of sources, in its order; no more than ``most`` in one place."""
    numbers = {source: number for number, source in enumerate(sources, 1)}

    def parts(sentence: Sentence, terms: Terms) -> Iterator[str]:
        text, at = sentence.text, 0
        foreign = foreign_in(language, sentence)
        for note in notes_of(sentence):
            yield from pieces(text, (at, note.end), foreign, terms)
            found = sorted(numbers[source] for source in note.sources)[:most]
            yield f'<sup class="rk-ref">{"".join(_mark(language, one) for one in found)}</sup>'
            at = note.end
        if text[at:]:
            yield from pieces(text, (at, len(text)), foreign, terms)

    def referred(sentences: Iterable[Sentence], terms: Terms) -> Markup:
        told = ("".join(parts(sentence, terms)) for sentence in sentences)
        return safe(" ".join(told))  # noqa: S704 — every part is escaped

    return referred


def unnumbered(language: Language) -> Referred:
    """On a page that has no list of sources."""

    def whole(sentence: Sentence, terms: Terms) -> str:
        text = sentence.text
        return "".join(pieces(text, (0, len(text)), foreign_in(language, sentence), terms))

    def referred(sentences: Iterable[Sentence], terms: Terms) -> Markup:
        told = (whole(sentence, terms) for sentence in sentences)
        return safe(" ".join(told))  # noqa: S704 — every part is escaped

    return referred


def foreign_in(language: Language, sentence: Sentence) -> Foreign:
    """Where a sentence on a page in a language is Indonesian, in order; nowhere on an Indonesian one.

    Each with its element: what is no quotation, and so has no marks, is in italics.
    """
    if not language.quotes:
        return ()
    reported = reported_in(sentence)
    spans = indonesian_in(sentence)
    return tuple((start, end, "i" if start in reported else "span") for start, end in spans)


def pieces(text: str, span: tuple[int, int], foreign: Foreign, terms: Terms) -> Iterator[str]:
    """A part of a text, in which what is Indonesian is marked as that for readers and screen readers."""
    at, end = span
    for start, stop, element in foreign:
        if at <= start and stop <= end:
            yield terms(text[at:start])
            yield f'<{element} lang="{SITE_LANGUAGE}">{escape(text[start:stop])}</{element}>'
            at = stop
    yield terms(text[at:end])


@cache
def _mark(language: Language, number: int) -> str:
    """The number of a source as a link to it, in brackets: after a figure it would else read as a power."""
    label, shown = escape(language.gettext("sumber %(n)s", n=number)), escape(f"[{number}]")
    return f'<a href="#sumber-{number}" aria-label="{label}">{shown}</a>'
