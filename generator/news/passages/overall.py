"""What was published of a group as a whole, and where a region's score is beside that."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.overall import beside_whole, whole_scores
from generator.news.sentence import Sentence
from generator.news.slots import Kind
from generator.news.tellers import EditionTeller, RegionTeller
from generator.news.terms.overall import WholeScoreTerms


def of_group(tell: EditionTeller) -> Iterator[Sentence]:
    """Each of those scores on which sources agree."""
    for whole in whole_scores(tell.evaluation):
        if whole.score.settled:
            yield tell.say("edition.overall", WholeScoreTerms(tell, whole))


def of_region(tell: RegionTeller) -> Iterator[Sentence]:
    """How far above or below the first of them the region's score is."""
    found = beside_whole(tell.evaluation, tell.mine)
    if found is not None:
        whole, points = found
        named = (Kind.SCORE, "own") not in tell.in_lead
        terms = WholeScoreTerms(tell, whole, tell.mine, points)
        yield tell.say("body.overall", terms, named=named, name=tell.name())
