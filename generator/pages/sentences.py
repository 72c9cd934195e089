"""A sentence of a page with the numbers of its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.format import Source
from generator.news.notes import notes_of
from generator.news.sentence import Sentence

MOST = 4
"""Numbers in one place: more are no help, the list below has them all."""

Parts = Callable[[Sentence], Iterator[tuple[str, list[int]]]]
"""A sentence up to each of its marks, and the numbers of the sources named there."""


def numbered(sources: Sequence[Source], most: int | None = None) -> Parts:
    """The marks of sentences over a list of sources, in its order; no more than ``most`` in one place."""
    numbers = {source: n for n, source in enumerate(sources, 1)}

    def parts(sentence: Sentence) -> Iterator[tuple[str, list[int]]]:
        at = 0
        for note in notes_of(sentence):
            found = sorted(numbers[source] for source in note.sources)
            yield sentence.text[at : note.end], found if most is None else found[:most]
            at = note.end
        if sentence.text[at:]:
            yield sentence.text[at:], []

    return parts


def unnumbered(sentence: Sentence) -> Iterator[tuple[str, list[int]]]:
    """A sentence on a page that has no list of sources."""
    yield sentence.text, []
