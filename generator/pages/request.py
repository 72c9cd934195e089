"""What is not known of a region's result, to be asked for: the words of a request, ready to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Participation, Why
from generator.facts.region import RegionFacts
from generator.format import Region


@dataclass(frozen=True, slots=True)
class Request:
    """Whom to ask (``email`` "" if not known), and for what, in words."""

    office: str
    email: str
    reachable: bool
    things: tuple[str, ...]


_ASKED = (Why.UNKNOWN, Why.NOT_PUBLISHED)


def office(region: Region) -> str:
    """The office to write to: the region's PPID as the data name it."""
    return region.ppid.office if region.ppid else f"PPID {region.name}"


def request(region: Region, evaluation: Evaluation, facts: RegionFacts) -> Request | None:
    """What is missing of a result that exists or may exist; None if nothing is."""
    if facts.participation in (Participation.ABSENT, Participation.NOT_ASSESSED):
        return None
    if not evaluation.announced:
        return None
    file = evaluation.results.get(region.id)
    figures: tuple[tuple[str, Fact[Any]], ...] = (
        ("kategori", facts.category),
        ("skor akhir", facts.score),
    )
    things = [name for name, fact in figures if fact.why in _ASKED]
    if facts.participation is Participation.UNKNOWN:
        things.insert(0, "keterangan apakah badan publik ini ikut serta")
    parts = [
        name
        for name, known in (("tahap", facts.stage_scores), ("indikator", facts.indicators))
        if not known
    ]
    if parts:
        things.append("skor tiap " + " dan tiap ".join(parts))
    answers = file.result.answers.values() if file else ()
    if not answers:
        things.append("jawaban kuesioner (SAQ) beserta hasil verifikasinya")
    elif any(answer.verified is None and answer.points is None for answer in answers):
        things.append("hasil verifikasi tiap jawaban kuesioner (SAQ)")
    if not things:
        return None
    ppid = region.ppid
    reachable = ppid is not None and ppid.reachable
    return Request(office(region), (ppid.email or "") if ppid else "", reachable, tuple(things))
