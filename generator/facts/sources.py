"""Whose word facts are: who said a figure, and who said what it was computed from."""

from __future__ import annotations

from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Rule
from generator.format import Source

DECISION = "decision"
"""The kind of a source that is the decision on results itself."""

OWN_RULES = (Rule.BY_SCALE, Rule.BY_INSTRUMENT)
"""Rules by which the site itself makes a result: nobody said it, and nobody is named beside it."""

OF_NOBODY = (Rule.PUBLISHED, Rule.RANKED, *OWN_RULES)
"""How a figure came about of which, without a source, nobody is to be named."""


def said_by(fact: Fact[Any]) -> tuple[Source, ...]:
    """Whose word a figure is, or what it was counted from."""
    if fact.source is not None:
        return (fact.source,)
    return fact.basis if fact.rule not in OWN_RULES else ()


def sources_of(*facts: Fact[Any]) -> tuple[Source, ...]:
    """Whose word some figures are, each once; also of other values that were published, and of what
    was counted or compared."""
    found: dict[Source, None] = {}
    for fact in facts:
        if fact.source is not None:
            found[fact.source] = None
        for other in fact.others:
            if other.source is not None:
                found[other.source] = None
        if fact.basis and fact.rule not in OWN_RULES:
            found |= dict.fromkeys(fact.basis)
    return tuple(found)


def inputs_of(*facts: Fact[Any]) -> tuple[Source, ...]:
    """The same, and whose word the inputs are of what the site itself made: for a list of sources."""
    if not any(fact.basis for fact in facts):
        return sources_of(*facts)
    found = [source for fact in facts for source in (*sources_of(fact), *fact.basis)]
    return tuple(dict.fromkeys(found))


def is_decided(evaluation: Evaluation, *facts: Fact[Any]) -> bool:
    """Whether a decision on some figures is known: the edition names one, or their source is one."""
    found = [source for fact in facts for source in said_by(fact)]
    return evaluation.settings.decision is not None or any(s.kind == DECISION for s in found)


def day_of_nobody(evaluation: Evaluation) -> bool:
    """Whether nobody is known to have said when results were announced: no source of the date is
    named, there is no decision, and all that is named is others' word and not the organizer's."""
    if evaluation.published is None or evaluation.published_source or evaluation.settings.decision:
        return False
    named = evaluation.sources.values()
    return bool(named) and not any(
        source.kind == DECISION or source.publisher == evaluation.organizer for source in named
    )


def decisions_of(evaluation: Evaluation) -> tuple[Source, ...]:
    """The decisions that published results of a group were taken from, each once."""
    found: list[Source | None] = []
    for region, file in evaluation.results.items():
        for figure in (file.result.category, file.result.score, file.result.rank):
            if figure is not None and figure.value is not None:
                found.append(evaluation.source_of(figure, region))
    return tuple(dict.fromkeys(s for s in found if s is not None and s.kind == DECISION))


def is_unsourced(fact: Fact[Any]) -> bool:
    """Whether a published figure is nobody's word, as far as is known."""
    return bool(fact) and fact.rule is Rule.PUBLISHED and fact.source is None
