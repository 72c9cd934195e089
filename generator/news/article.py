"""The article of one region in one year: headline, date line, lead, body.

Every sentence knows its rule, the facts it was made from, and the sources that support it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator import words
from generator.dataset import Evaluation
from generator.facts import Facts
from generator.facts.model import Fact, RegionFacts
from generator.news import body
from generator.news.angles import NOTICES, angle
from generator.news.names import Names
from generator.news.phrases import Phrases, phrases
from generator.news.sentence import Sentence, Teller
from generator.schema import PartialDate


@dataclass(frozen=True, slots=True)
class Article:
    """``paragraphs`` are lists of sentences; a notice is short and says why there is no result."""

    angle: str
    headline: str
    dateline: str
    lead: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...] = field(default=())

    @property
    def is_notice(self) -> bool:
        return self.angle in NOTICES

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences below the headline, in order."""
        return (self.lead, *(s for paragraph in self.paragraphs for s in paragraph))


def evaluation_phrase(evaluation: Evaluation, say: Phrases, *, dated: bool = True) -> str:
    """``evaluasi keterbukaan informasi publik 2025 oleh …, yang hasilnya diumumkan …``"""
    published = evaluation.settings.published if dated else None
    return say.say(
        "evaluation",
        year=evaluation.year,
        organizer=evaluation.organizer,
        date=_when(published) if published else "",
    )


def _when(published: PartialDate) -> str:
    """``Jumat, 19 Desember 2025``; without a day *pada* is needed: ``pada November 2019``."""
    date = words.show_date(published, weekday=True)
    return date if published.day else f"pada {date}"


def write_article(evaluation: Evaluation, region: str, facts: Facts, names: Names) -> Article:
    """The article (or notice) of a region in an evaluation, in Indonesian."""
    say = phrases()
    mine = facts.region(evaluation, region)
    name = angle(mine)
    values = _values(evaluation, mine, names, say)
    settings = evaluation.settings
    dateline = ""
    if settings.published:
        dateline = say.say(
            "dateline",
            place=settings.place or "",
            date=_when(settings.published),
        )
    lead = Sentence(
        f"lead.{name}", say.say(f"lead.{name}", **values), _lead_facts(mine), _lead_sources(mine)
    )
    teller = Teller(evaluation, mine, facts, names, say, name)
    return Article(
        name,
        say.say(f"headline.{name}", **values),
        dateline,
        lead,
        tuple(paragraph for paragraph in body.paragraphs(teller) if paragraph),
    )


def _values(
    evaluation: Evaluation, mine: RegionFacts, names: Names, say: Phrases
) -> dict[str, object]:
    change = mine.categories.value
    rank = mine.rank.value
    return {
        "short": names.short(mine.region),
        "full": mine.region.name,
        # A headline has no room for the province that an agency belongs to.
        "titled": mine.region.name.partition(" Provinsi ")[0],
        "year": evaluation.year,
        "category": mine.category.value.name if mine.category.value else "",
        "score": words.decimal(mine.score.value) if mine.score.value is not None else "",
        "rank": words.digits(rank.place) if rank else "",
        "of": words.digits(rank.of) if rank and rank.of else "",
        "before": change.before.name if change else "",
        "before_year": change.year if change else "",
        "gap_years": bool(change and change.year != evaluation.year - 1),
        "evaluation": evaluation_phrase(evaluation, say),
        "evaluation_undated": evaluation_phrase(evaluation, say, dated=False),
    }


def _lead_facts(mine: RegionFacts) -> tuple[Fact[object], ...]:
    figures: tuple[Fact[object], ...] = (mine.categories, mine.category, mine.score, mine.rank)  # type: ignore[assignment]
    return tuple(figure for figure in figures if figure)


def _lead_sources(mine: RegionFacts) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            figure.source.id
            for figure in (mine.category, mine.score, mine.rank)
            if figure and figure.source is not None
        )
    )
