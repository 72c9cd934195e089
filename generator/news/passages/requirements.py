"""What a category takes besides the score: the next one, or one that the score reaches."""

from __future__ import annotations

from collections.abc import Iterator

from generator.news.sentence import Sentence
from generator.news.tellers import RegionTeller
from generator.news.terms.requirements import HeldBackTerms, NextRequiresTerms, RequiredTerms


def next_requires(tell: RegionTeller) -> Iterator[Sentence]:
    """What the next category takes besides the points to it."""
    found = tell.mine.next_requires.value
    if found is None:
        return
    terms = NextRequiresTerms(tell, found)
    if found.unmet:
        parts = [tell.part("part.requirement", RequiredTerms(tell, item)) for item in found.unmet]
        yield tell.say("body.next_requires", terms, requirements=tell.joined(parts))
    else:
        yield tell.say("body.next_requires_open", terms)


def held_back(tell: RegionTeller) -> Iterator[Sentence]:
    """What a category that the score reaches requires besides, where it does not hold; where that
    is not known, why no category is."""
    found = tell.mine.held_back.value
    if found is None:
        return
    held = HeldBackTerms(tell, found)
    if found.unmet:
        parts = [tell.part("part.requirement", RequiredTerms(tell, item)) for item in found.unmet]
        yield tell.say("body.held_back", held, requirements=tell.joined(parts))
    elif not tell.mine.category:
        yield tell.say("body.held_back_open", held)


def kept_below(tell: RegionTeller) -> Iterator[Sentence]:
    """That the latest category is below the one that the score reaches; what is required and does
    not hold stands in the article of that year."""
    found = tell.mine.held_back.value
    if found is not None and found.unmet:
        yield tell.say("running.held_back", HeldBackTerms(tell, found))
