"""What is not known of a region's result, to be asked for: the words of a request, ready to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Participation, Why
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.language import SITE_LANGUAGE, language
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.wording import language_of
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Letter:
    """Whom a letter is to, and what it asks for; a letter is always in Indonesian."""

    office: str
    things: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """Whom to ask (``email`` "" if not known), and for what, in words."""

    office: str
    email: str
    reachable: bool
    things: tuple[str, ...]
    letter: Letter


_ASKED = (Why.UNKNOWN, Why.NOT_PUBLISHED)
_PEERS_OPEN = (Why.PEERS_UNKNOWN, Why.SOME_PEERS_UNKNOWN, Why.PEERS_UNSURE)


def office(site: Site, region: Region, language: Language | None = None) -> str:
    """The office to write to: as the data name it, else whichever serves it; "" if there is none."""
    words = site.measure.request
    if words is None:
        return ""
    language = language or site.language
    if region.ppid is not None:
        return language.institution(region.ppid.office, inside=True)
    name = words.office.of(language.code)
    whose = language.named(language.region(region.name, region.kind))
    return language.gettext("%(office)s yang melayani %(name)s", office=name, name=whose)


def request(
    site: Site, region: Region, evaluation: Evaluation, facts: RegionFacts
) -> Request | None:
    """What is missing of a result that exists or may exist; None if nothing is, or nobody to ask."""
    if site.measure.request is None or not evaluation.announced:
        return None
    if region.id in evaluation.out:
        return None
    missing = _missing(region, evaluation, facts)
    if not missing:
        return None
    own = language_of(language(SITE_LANGUAGE), site.measure)
    ppid = region.ppid
    return Request(
        office(site, region),
        (ppid.email or "") if ppid else "",
        ppid is not None and ppid.reachable,
        _said(site, site.language, missing),
        Letter(office(site, region, own), _said(site, own, missing)),
    )


_PARTICIPATION = N_("keterangan apakah badan publik ini ikut serta")
_CATEGORY = N_("kategori")
_SCORE = N_("skor akhir")
_RANK = N_("peringkat")
_PARTS = N_("skor tiap tahap dan tiap indikator")
_STAGES = N_("skor tiap tahap")
_INDICATORS = N_("skor tiap indikator")
_ANSWERS = N_("jawaban %(questionnaire)s beserta hasil verifikasinya")
_VERIFIED = N_("hasil verifikasi tiap jawaban %(questionnaire)s")


def _missing(region: Region, evaluation: Evaluation, facts: RegionFacts) -> list[str]:
    """The messages that name what is missing; of stages and answers only where there are such."""
    figures: tuple[tuple[str, Fact[Any]], ...] = (
        (_CATEGORY, facts.category),
        (_SCORE, facts.score),
        (_RANK, facts.rank),
    )
    things = [name for name, fact in figures if fact.why in (*_ASKED, *_PEERS_OPEN)]
    if facts.participation is Participation.UNKNOWN:
        things.insert(0, _PARTICIPATION)
    if evaluation.measure.questionnaire is None:
        return things
    if not facts.stage_scores and not facts.indicators:
        things.append(_PARTS)
    elif not facts.stage_scores:
        things.append(_STAGES)
    elif not facts.indicators:
        things.append(_INDICATORS)
    file = evaluation.results.get(region.id)
    answers = file.result.answers.values() if file else ()
    if not answers:
        things.append(_ANSWERS)
    elif any(answer.verified is None and answer.points is None for answer in answers):
        things.append(_VERIFIED)
    return things


def _said(site: Site, language: Language, messages: list[str]) -> tuple[str, ...]:
    asked = site.measure.questionnaire
    name = (asked.full or asked.name).of(language.code) if asked else ""
    return tuple(language.gettext(message, questionnaire=name) for message in messages)
