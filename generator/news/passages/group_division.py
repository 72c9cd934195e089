"""What the lead of an edition that opens with a count tells besides: the other categories, or how it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.facts.counts import CategoryCount
from generator.news.passages.group import category_parts, earlier_part
from generator.news.sentence import Sentence
from generator.news.slots import NOTHING, Said
from generator.news.tellers import EditionTeller

UNDIVIDED: Mapping[str, Any] = {"division": NOTHING, "earlier": NOTHING, "count_before": None}


def division(tell: EditionTeller, known: list[CategoryCount]) -> Mapping[str, Any]:
    """How many have each of the other categories; where that is not known, how many had the best one
    in the edition before. A headline says the count alone, and its lead more than the headline."""
    others = [item for item in known[1:] if item.count.known.number]
    counted = tell.whole.taking is not None or not any(i.count.known.at_least for i in others)
    if others:
        plain = counted and not any(item.own_word or item.contested for item in known)
        said = category_parts(tell, others, [()] * len(others), opens=False) if plain else NOTHING
        return {**UNDIVIDED, "division": said}
    before, earlier = earlier_part(tell, known[0], moved_told=False)
    return {**UNDIVIDED, "earlier": earlier, "count_before": before if earlier else None}


def told_in(lead: Sentence, parts: Mapping[str, Any]) -> frozenset[str]:
    """Which of the parts a lead has."""
    said = {name: part for name, part in parts.items() if isinstance(part, Said) and part}
    return frozenset(name for name, part in said.items() if part.text in lead.text)
