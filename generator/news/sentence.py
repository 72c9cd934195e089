"""A sentence with the slots that it was made of, and a text made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.format import Source
from generator.news.evidence import Evidence
from generator.news.slots import Slot


@dataclass(frozen=True, slots=True)
class Sentence:
    """``rule`` is the key of its template; ``slots`` are what it was filled with, in order.

    ``evidence`` are the facts that it rests on, each once, in the order of their use.
    """

    rule: str
    text: str
    slots: tuple[Slot, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...] = field(init=False, compare=False, repr=False)
    """Whose word the facts are, each once, in their order."""

    def __post_init__(self) -> None:
        said = dict.fromkeys(source for item in self.evidence for source in item.sources)
        object.__setattr__(self, "sources", tuple(said))


def sentence_of(rule: str, text: str, slots: tuple[Slot, ...]) -> Sentence:
    """A sentence with the facts of its slots."""
    # Most slots share their facts with another: what is one object is looked at once.
    facts = {id(fact): fact for slot in slots for fact in slot.facts}
    return Sentence(rule, text, slots, tuple(dict.fromkeys(facts.values())))


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text in news style. ``angle`` is what leads; a notice is short and says what is missing.

    ``dateline`` is None where the date of the announcement is not known.
    """

    angle: str
    headline: Sentence
    dateline: Sentence | None
    lead: Sentence
    paragraphs: tuple[Paragraph, ...] = field(default=())
    is_notice: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, the headline first."""
        head = (self.headline, self.dateline, self.lead)
        body = (sentence for paragraph in self.paragraphs for sentence in paragraph)
        return (*(sentence for sentence in head if sentence is not None), *body)


def without_repeats(parts: Iterable[Paragraph], lead: Sentence) -> Iterator[Paragraph]:
    """The paragraphs that say something: what the data record twice is said once."""
    told = {lead.text}
    for part in parts:
        kept = []
        for sentence in part:
            if sentence.text not in told:
                told.add(sentence.text)
                kept.append(sentence)
        if kept:
            yield tuple(kept)


def sources_of(sentences: Iterable[Sentence]) -> tuple[Source, ...]:
    """The sources of a text, each once, in the order of their first use."""
    return tuple(dict.fromkeys(source for sentence in sentences for source in sentence.sources))
