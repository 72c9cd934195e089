"""What readers of another language need beside an Indonesian word, and where such words stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.news.notes import placed
from generator.news.sentence import Article, Paragraph, Sentence
from generator.news.slots import Kind, Slot

Meaning = Callable[[str], str]
"""What the name of a category means: ``Towards Informative``; "" where that is not told."""

_QUOTED = (Kind.TEXT, Kind.TITLE)
_REPORTED = ("note", "activity", "said", "hope", "reason", "obstacle", "one-obstacle")
"""Roles of texts of the data that say something in other words than those that were used."""
_ENGLISH_OFFICE = re.compile(r", [a-z]")
"""An office of the data begins with a capital, one in English does not."""
_NAMED = (Kind.INDICATOR, Kind.STAGE)


def with_meanings(article: Article, meaning: Meaning) -> Article:
    """An article in which each category has its meaning at its first mention below the headline."""
    told: set[str] = set()
    lead = _with_meaning(article.lead, meaning, told)
    paragraphs = tuple(told_in(part, meaning, told) for part in article.paragraphs)
    return replace(article, lead=lead, paragraphs=paragraphs)


def told_in(paragraph: Paragraph, meaning: Meaning, told: set[str]) -> Paragraph:
    """The same of a paragraph, where the categories in ``told`` have had theirs."""
    return tuple(_with_meaning(sentence, meaning, told) for sentence in paragraph)


def _with_meaning(sentence: Sentence, meaning: Meaning, told: set[str]) -> Sentence:
    text, slots, moved = sentence.text, list(sentence.slots), 0
    for number, (_, end, slot) in enumerate(placed(sentence)):
        if slot.kind is not Kind.CATEGORY or slot.text in told:
            continue
        told.add(slot.text)
        if said := meaning(slot.text):
            beside, at = f" ({said})", end + moved
            text = text[:at] + beside + text[at:]
            moved += len(beside)
            slots[_index(slots, slot, number)] = slot._replace(text=slot.text + beside)
    return replace(sentence, text=text, slots=tuple(slots)) if moved else sentence


def _index(slots: list[Slot], slot: Slot, number: int) -> int:
    """Where a slot is among all: those that were not found in the text are before it."""
    return next(i for i, one in enumerate(slots) if i >= number and one is slot)


def indonesian_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a sentence in another language is Indonesian: texts of the data, questions, titles, names of
    indicators and stages, offices."""
    for start, end, slot in placed(sentence):
        if _is_indonesian(slot):
            # What a title means stands behind it, in brackets.
            said = slot.text.rfind("”") + 1 if slot.kind is Kind.TITLE else 0
            yield start, start + said if said else end


def reported_in(sentence: Sentence) -> frozenset[int]:
    """Where what is Indonesian in it begins as no quotation: texts that report what somebody said."""
    return frozenset(start for start, _, slot in placed(sentence) if _is_reported(slot))


def _is_reported(slot: Slot) -> bool:
    return slot.kind is Kind.TEXT and slot.role in _REPORTED and not slot.text.startswith("“")


def _is_indonesian(slot: Slot) -> bool:
    if slot.kind in _QUOTED:
        return _is_reported(slot) or slot.text.startswith("“")
    if slot.kind in _NAMED:
        return not slot.text.isupper()
    return slot.kind is Kind.QUESTION or (
        slot.kind is Kind.PERSON and "," in slot.text and not _ENGLISH_OFFICE.search(slot.text)
    )


def all_with_meanings(parts: Iterable[Paragraph], meaning: Meaning) -> tuple[Paragraph, ...]:
    """The same of a text without headline or lead."""
    told: set[str] = set()
    return tuple(told_in(part, meaning, told) for part in parts)
