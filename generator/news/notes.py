"""Where the marks of the sources stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.facts.model import Rule
from generator.format import Source
from generator.language.base import Language
from generator.news.evidence import Evidence
from generator.news.sentence import Sentence
from generator.news.slots import Kind, Slot


class Note(NamedTuple):
    """After how many letters of a sentence some sources are named."""

    end: int
    sources: tuple[Source, ...]


_SAID = (Rule.PUBLISHED, Rule.COUNTED)
"""What somebody said, or what is counted of what somebody said."""


def notes_of(sentence: Sentence) -> tuple[Note, ...]:
    """The marks of a sentence: after its last word, where one source or several carry all of it.

    Where a figure has another origin than its neighbours, or none that is known, each mark stands
    beside its figure: nobody is named for what somebody else said, or nobody.
    """
    if not sentence.sources:
        return ()
    if not any(fact.alone or fact.one_sided for fact in sentence.evidence):
        return (Note(len(sentence.text), sentence.sources),)
    notes = _beside(sentence)
    if len(notes) == 1 and not any(map(_unsaid, sentence.evidence)):
        return (Note(len(sentence.text), notes[0].sources),)
    notes = _past_names(sentence, notes)
    if any(_nobodys(fact) or fact.one_sided for fact in sentence.evidence):
        # Beyond the full stop a mark would carry the whole sentence.
        return tuple(notes)
    return tuple(_at_the_end(sentence.text, note) for note in notes)


_COMPARING = (Kind.SUPERLATIVE, Kind.SCOPE, Kind.DIRECTION, Kind.SIDE)
"""Words that the site finds by comparing figures: a mark stands beside those, if they are there."""


def _unsaid(fact: Evidence) -> bool:
    """Whether whoever is named for the rest of a sentence is not named for this."""
    return _nobodys(fact) or fact.rule is not Rule.PUBLISHED


def _made(fact: Evidence) -> bool:
    """Whether the site made a figure of what nobody said: a count of categories by the scale."""
    return fact.rule is not Rule.PUBLISHED and not fact.sources


def _nobodys(fact: Evidence) -> bool:
    """Whether nobody is named for a figure."""
    return fact.alone and not fact.sources


def _beside(sentence: Sentence) -> list[Note]:
    """Marks beside the figures: of neighbours with the same sources beside the last alone, until
    one comes that has none."""
    ends = [(end, slot) for _, end, slot in placed(sentence)]
    found: list[Note] = []
    goes_on = True
    for end, slot in ends:
        said = [fact for fact in slot.facts if fact.rule in _SAID and not fact.one_sided]
        sources = tuple(dict.fromkeys(source for fact in said for source in fact.sources))
        if sources and slot.kind not in _COMPARING:
            if goes_on and found and found[-1].sources == sources:
                found.pop()
            found.append(Note(end, sources))
            goes_on = True
        if any(map(_nobodys, slot.facts)):
            goes_on = False
    told = {source for note in found for source in note.sources}
    left: dict[Source, int] = {}
    for end, slot in ends:  # of what is computed: where its inputs are not in the sentence
        for fact in slot.facts:
            if not fact.one_sided:
                left |= {source: end for source in fact.sources if source not in told}
    for end in dict.fromkeys(left.values()):
        found.append(Note(end, tuple(source for source, at in left.items() if at == end)))
    return sorted(found, key=lambda note: note.end)


def _past_names(sentence: Sentence, notes: list[Note]) -> list[Note]:
    """Marks after what belongs to their figure: ``hanya Alfa [1]`` and ``34 kabupaten [1]``, as far as
    that follows without a word between and has no mark of its own."""
    ends = {note.end for note in notes}
    unmarked = {
        start: end
        for start, end, slot in placed(sentence)
        if end not in ends and not any(fact.alone or _made(fact) for fact in slot.facts)
    }
    found: list[Note] = []
    for end, sources in notes:
        while end + 1 in unmarked and sentence.text[end] == " ":
            end = unmarked[end + 1]
        found.append(Note(end, sources))
    return found


def placed(sentence: Sentence) -> Iterator[tuple[int, int, Slot]]:
    """Where the text of each slot begins and ends, in order; not of one that the text has no more."""
    at = 0
    for slot in sentence.slots:
        text = " ".join(slot.text.split())
        starts = [sentence.text.find(form, at) for form in (text, Language.capitalised(text))]
        known = [start for start in starts if start >= 0]
        if text and known:
            start = min(known)
            at = start + len(text)
            yield start, at, slot


def _at_the_end(text: str, note: Note) -> Note:
    """A mark beside the last word stands after the full stop, as every other one."""
    return Note(len(text), note.sources) if note.end >= len(text.rstrip(".")) else note
