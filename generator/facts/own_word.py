"""Figures that only the government that was judged publishes: an interested party's word."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Protocol

from generator.facts.model import Fact, Rule
from generator.format import Region

OFFICES = (
    "Pemerintah",
    "PPID",
    "Diskominfo",
    "Dinas Komunikasi dan Informatika",
    "Sekretariat Daerah",
)
"""How the names of a region's government and of its offices for information begin."""

SHORT = {
    "kabupaten": ("Kabupaten", "Pemkab"),
    "kota": ("Kota", "Pemkot"),
    "provinsi": ("Provinsi", "Pemprov"),
}
"""By the kind of a region how its name begins, and how its government is called in short."""


class Scored(Protocol):
    """The score of a region, and whether it is certain."""

    @property
    def region(self) -> Region: ...
    @property
    def score(self) -> Fact[Decimal]: ...
    @property
    def sure_score(self) -> bool: ...


def has_firm_score(facts: Scored) -> bool:
    """Whether a score is certain, and not the word of the region's own government alone."""
    return facts.sure_score and not is_own_word(facts.score, facts.region)


def is_own_word(fact: Fact[Any], region: Region) -> bool:
    """Whether a published figure of a region rests on its own government alone."""
    if not fact or fact.rule is not Rule.PUBLISHED or fact.source is None:
        return False
    sources = (fact.source, *(other.source for other in fact.others))
    return all(source is not None and is_own(source.publisher or "", region) for source in sources)


def is_own(publisher: str, region: Region) -> bool:
    """Whether a publisher is the government of a region, or an office of it."""
    kind, short = SHORT.get(region.kind, ("", ""))
    if not publisher.endswith(region.name.removeprefix(f"{kind} ")):
        return False  # most publishers are of nobody: all that is below ends with the name
    own = {region.name, *(f"{office} {region.name}" for office in OFFICES)}
    if kind and region.name.startswith(f"{kind} "):
        own.add(f"{short} {region.name.removeprefix(f'{kind} ')}")
    return publisher in own
