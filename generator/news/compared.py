"""A comparison as evidence: its two sides, and whether somebody said both of them."""

from __future__ import annotations

from typing import Any

from generator.facts.model import Fact
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.tellers import Teller


def compared(tell: Teller, name: str, fact: Fact[Any], year: int, *sides: Fact[Any]) -> Evidence:
    """What is compared, with the sources of all sides; one-sided where one is nobody's word."""
    return with_sides(tell.figure(name, fact, year, sources_of(*sides)), *sides)


def with_sides(evidence: Evidence, *sides: Fact[Any]) -> Evidence:
    """The same of evidence that is there: whether one of its sides is nobody's word."""
    lacks = any(side and not sources_of(side) for side in sides)
    return evidence._replace(one_sided=True) if lacks and evidence.sources else evidence
