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


def beside(tell: RegionTeller) -> Iterator[WholeScoreTerms]:
    """The first of them, and how far above or below it the region's score is; none that says nothing."""
    found = beside_whole(tell.evaluation, tell.mine)
    if found is not None:
        yield WholeScoreTerms(tell, found[0], tell.mine, found[1])


def of_region(tell: RegionTeller) -> Iterator[Sentence]:
    """How far the region's score is from that of the group, and whose are almost the same, where no lead
    says it."""
    near = (Kind.PART, "bordering-above") not in tell.in_lead
    near = near and (Kind.PART, "bordering-below") not in tell.in_lead
    named = (Kind.SCORE, "own") not in tell.in_lead
    level = near and (Kind.PART, "level-with") not in tell.in_lead
    if "overall" in tell.terms and (Kind.DIFFERENCE, "overall") not in tell.in_lead:
        yield tell.say("body.overall", level=level, **tell.whose(named))
    elif level and tell.terms["level_with"]:
        yield tell.say("body.level", **tell.whose(named))
