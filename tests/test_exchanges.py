"""Two slots of a template, or two words, exchanged: nothing that says so is ever published unseen.

Nearly every exchange of slots is refused when the templates are loaded (``positions``). What that lets
pass is written over the three sites and the cases of the articles, and the reader of ``tests/reader``
must find each sentence false that it changes. Which word a fact chooses no table can check: two of
them exchanged are left to the reader alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import pytest
from conftest import dataset_of
from reader import Reader, check_sentence
from reader_adapter import EXAMPLES, Told, news_cases, on_the_day, sample, site_of, told

from generator.facts import Facts
from generator.news.phrases import Phrases, read_phrases
from generator.news.positions import faults, read_table

pytestmark = pytest.mark.once

PHRASES = read_phrases("id")
PARTS = ("part.", "change.")
"""Rules that write a part of a sentence, which has the name of another rule."""

FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Exchange:
    """The text of a variant of a rule in which two slots are exchanged, with the two."""

    rule: str
    number: int
    text: str
    slots: tuple[str, str]

    def phrases(self) -> Phrases:
        """The sentences with the exchanged one among them, as no command would load them."""
        known = PHRASES.templates[self.rule]
        changed = known[self.number].environment.from_string(self.text)
        texts = (*known[: self.number], changed, *known[self.number + 1 :])
        return replace(PHRASES, templates={**PHRASES.templates, self.rule: texts})


def exchanges(rule: str) -> Iterator[Exchange]:
    """Every exchange of two different slots in the variants of a rule."""
    for number, text in enumerate(PHRASES.sources[rule]):
        for first, second in combinations(FILLED.finditer(text), 2):
            one, other = (" ".join(match.group().split()) for match in (first, second))
            if one != other:
                head, middle = text[: first.start()], text[first.end() : second.start()]
                exchanged = head + other + middle + one + text[second.end() :]
                yield Exchange(rule, number, exchanged, (one, other))


@dataclass(frozen=True)
class Texts:
    """A results folder with what is written for it, or for one address of it."""

    facts: Facts
    reader: Reader
    analysis: bool
    only: str
    sentences: frozenset[Told]

    def changed_by(self, phrases: Phrases) -> set[Told]:
        """The sentences that other phrases write otherwise, as they write them."""
        said = told(self.facts, analysis=self.analysis, only=self.only, phrases=phrases)
        return set(said) - self.sentences

    def says(self, rule: str) -> bool:
        return rule.startswith(PARTS) or rule in {sentence.rule for sentence in self.sentences}

    def has(self, words: tuple[str, str]) -> bool:
        return any(word in sentence.text.lower() for sentence in self.sentences for word in words)

    def believed(self, sentences: set[Told]) -> list[Told]:
        """Those of some sentences in which the reader finds nothing false."""
        context = self.reader.context
        return [
            sentence
            for sentence in sentences
            if not check_sentence(context(sentence.address, sentence.group), sentence.text)
        ]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Texts]]:
    """The three sites, and the cases of the articles."""
    folders = [(e.results, e.analysis, "") for e in EXAMPLES.values()]
    for name, case in news_cases().items():
        results = sample(case, tmp_path_factory.mktemp(name))
        folders.append((results, case.get("analysis", False), case["address"]))
    with on_the_day():
        found = []
        for results, analysis, only in folders:
            facts = Facts(dataset_of(results))
            reader = Reader(site_of(results, analysis=analysis))
            said = frozenset(told(facts, analysis=analysis, only=only))
            found.append(Texts(facts, reader, analysis, only, said))
        yield found


def test_an_exchange_is_refused_at_load_or_found_by_the_reader(everything: list[Texts]) -> None:
    table = read_table("id")
    tried = [exchange for rule in PHRASES.sources for exchange in exchanges(rule)]
    passed = [exchange for exchange in tried if not any(faults(exchange.text, table))]
    assert len(tried) > 2000 and len(passed) < 0.05 * len(tried)
    for exchange in passed:
        phrases, changed = exchange.phrases(), 0
        for texts in (texts for texts in everything if texts.says(exchange.rule)):
            said = texts.changed_by(phrases)
            assert not texts.believed(said), (exchange.rule, exchange.slots)
            changed += len(said)
        assert changed, f"no text shows {exchange.rule} with {exchange.slots} exchanged"


MOVED = (("up", "down"), ("points-up", "points-down"), ("places-up", "places-down"))
"""Of categories, of scores, of ranks."""


def with_exchanged(*pairs: tuple[str, str]) -> Phrases:
    """The sentences with words that facts choose in each other's place, two and two."""
    known = PHRASES.chosen
    changed = {name: known[at] for one, other in pairs for name, at in ((one, other), (other, one))}
    return replace(PHRASES, chosen={**known, **changed})


@pytest.mark.parametrize(
    "pair",
    [
        *MOVED,
        ("rise", "fall"),
        ("best", "worst"),
        ("short-of", "above"),
        ("above", "below"),
        ("met", "missed"),
        ("only", "also"),
        ("absent", "not-assessed"),
        ("not-published", "not-announced"),
        ("not-published", "unknown-in-full"),
    ],
    ids=lambda pair: "-for-".join(pair),
)
def test_words_that_are_exchanged_are_found_by_the_reader(
    pair: tuple[str, str], everything: list[Texts]
) -> None:
    phrases, changed = with_exchanged(pair), 0
    words = (PHRASES.chosen[pair[0]], PHRASES.chosen[pair[1]])
    for texts in (texts for texts in everything if texts.has(words)):
        # A word of another length can make room in a lead, or take it: then the text tells it elsewhere.
        said = {told for told in texts.changed_by(phrases) if holds(told.text, words)}
        assert not texts.believed(said)
        changed += len(said)
    assert changed


def holds(text: str, words: tuple[str, str]) -> bool:
    """Whether a sentence has one of some words."""
    return any(word in text.lower() for word in words)


def test_a_rise_told_as_a_fall_is_found_in_the_site_of_kalimantan_selatan(
    everything: list[Texts],
) -> None:
    kalsel = everything[list(EXAMPLES).index("kalsel")]
    said = kalsel.changed_by(with_exchanged(*MOVED))
    assert len(said) > 20 and not kalsel.believed(said)
