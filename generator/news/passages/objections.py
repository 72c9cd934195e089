"""The objections of an edition and of a region: how many, what became of them, what they moved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.objections import ObjectionFacts, counted
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Said
from generator.news.tellers import EditionTeller, EvaluationTeller
from generator.news.terms.objections import (
    ObjectionsTerms,
    ObjectorTerms,
    OutcomesTerms,
    RankMovedTerms,
    ScoreMovedTerms,
)


def objections(tell: EditionTeller) -> Iterator[Sentence]:
    """How many objections are recorded, what became of them, and what those that were granted moved."""
    items = tell.facts.objections(tell.evaluation)
    if not items:
        return
    groups = [OutcomesTerms(tell, found) for found in counted(items).values()]
    all_ = ObjectionsTerms(tell, items)
    if len(groups) == 1:
        yield tell.say("edition.objections_alike", all_, groups[0])
    else:
        parts = [tell.part("part.outcomes", group) for group in groups]
        yield tell.say("edition.objections", all_, outcomes_told=tell.joined(parts))
    for item in items:
        figures = moved(tell, item)
        if figures:
            yield tell.say(
                "edition.objection_moved", ObjectorTerms(tell, item), figures_moved=figures
            )


def moved(tell: EvaluationTeller, item: ObjectionFacts) -> Said:
    """``skornya 63,87 (semula 61,20) dan peringkatnya 7 (semula 8)``; nothing where it is not known."""
    found = []
    if item.score is not None:
        found.append(tell.part("part.score_moved", ScoreMovedTerms(tell, item, item.score)))
    if item.rank is not None:
        found.append(tell.part("part.rank_moved", RankMovedTerms(tell, item, item.rank)))
    return tell.joined(found) if found else NOTHING
