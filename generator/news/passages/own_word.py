"""That a figure is the word of the government that was judged, where nobody else publishes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.language import SITE_LANGUAGE, language
from generator.news.passages.sources import FIGURES
from generator.news.sentence import Paragraph, Sentence
from generator.news.tellers import EditionTeller, Teller
from generator.news.terms.own_word import OwnWordsTerms, OwnWordTerms

_DATA = language(SITE_LANGUAGE)
"""In whose words notes of the data name a government."""


def of_group(tell: EditionTeller, told: Sequence[Region] = ()) -> Iterator[Sentence]:
    """Whose categories, of those that are named or counted, are their own word; ``told`` are those of
    whom alone the sentence before tells it."""
    found = tell.whole.own_word
    if found:
        just_told = len(told) == 1 and list(told) == [facts.region for facts in found]
        yield tell.say("edition.own_word", OwnWordsTerms(tell, found), just_told=just_told)


def with_own_word(
    tell: Teller,
    history: Sequence[RegionFacts],
    paragraphs: Sequence[Paragraph],
    lead: Sentence | None = None,
) -> tuple[Paragraph, ...]:
    """The paragraphs, with that word after the first sentence that has such a figure of a year; not
    where a note of the data says whose word it is."""
    sentences = [*([lead] if lead else []), *(s for paragraph in paragraphs for s in paragraph)]
    # A note in another language than the text says nothing to its readers.
    notes = [] if tell.words.quotes else sentences
    noted = [sentence.text for sentence in notes if sentence.rule == "body.note"]
    said = {fact.label for sentence in sentences for fact in sentence.evidence}
    left: dict[str, OwnWordTerms] = {}
    for mine in history:
        own = {n: f for n in FIGURES if is_own_word(f := getattr(mine, n), mine.region)}
        whose = {form for f in own.values() for form in _forms(f.source.publisher)}
        names = tuple(n for n in own if tell.label(n, year=mine.year) in said)
        if names and not any(form in text for form in whose for text in noted):
            terms = OwnWordTerms(tell, mine, names)
            left |= {tell.label(name, year=mine.year): terms for name in names}
    rule = "running.own_word" if lead is None else "body.own_word"
    begun = list(_after(tell, rule, left, lead)) if lead is not None else []
    found = [
        tuple(told for s in paragraph for told in (s, *_after(tell, rule, left, s)))
        for paragraph in paragraphs
    ]
    if begun:
        found[:1] = [(*begun, *(found[0] if found else ()))]
    return tuple(found)


def _forms(publisher: str) -> tuple[str, ...]:
    """How a text may call a government."""
    long, short = (_DATA.government(publisher, first=first) for first in (True, False))
    return publisher, long, short


def _after(
    tell: Teller, rule: str, left: dict[str, OwnWordTerms], sentence: Sentence
) -> Iterator[Sentence]:
    """What is to be said after a sentence, of a year once."""
    for fact in sentence.evidence:
        terms = left.get(fact.label)
        if terms is not None:
            for label in [label for label, other in left.items() if other is terms]:
                del left[label]
            yield tell.say(rule, terms)
