"""Who took part and is not among those ranked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.news.passages.moved import among_finals
from generator.news.sentence import Sentence
from generator.news.tellers import RegionTeller
from generator.news.terms.questionnaire import QuestionnaireTerms
from generator.news.terms.stage import LeftOutTerms


def left_out(tell: RegionTeller, *, explained: bool = False) -> Iterator[Sentence]:
    """How many took part and are not among those ranked, for a stage stopped them: without that the
    last of those with a final score passes for the last of all. ``explained``: with what the
    questionnaire is, where that is the stage and no sentence before has said so."""
    if tell.mine.rank.settled and among_finals(tell):
        yield tell.say(
            "body.left_out", LeftOutTerms(tell), QuestionnaireTerms(tell), explained=explained
        )
