"""Pages that look through the questionnaire: an indicator, a question, the obstacles."""

from __future__ import annotations

from markupsafe import Markup

from generator.facts.breakdown import in_words
from generator.facts.questionnaire import IndicatorFacts
from generator.language import indonesian as words
from generator.news.teller import group_noun
from generator.pages.charts import columns
from generator.pages.edition import HOME, asked
from generator.pages.page import Link, Page, Site, render


def indicator(site: Site, year: int, id_: str) -> Page:
    """``/<year>/indikator/<id>/``: what it asks, all bodies by it, where points were lost."""
    address = f"{year}/indikator/{id_}/"
    sections = [
        (evaluation, found)
        for evaluation, figures in asked(site, year)
        if (found := figures.indicator(id_)) is not None
    ]
    name = sections[0][1].indicator.name
    return Page(
        address=address,
        title=f"{name} {year}",
        kind="indicator",
        description=f"Indikator {name} dalam evaluasi {year}: skor tiap badan publik dan pertanyaannya.",
        markdown=render(
            site,
            address,
            "indicator.md.jinja",
            year=year,
            sections=sections,
            name=name,
            spread=_spread,
        ),
        breadcrumbs=(HOME, Link(f"Edisi {year}", f"{year}/"), Link(name, "")),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )


def _spread(found: IndicatorFacts, noun: str) -> Markup:
    """How the scores of an indicator lie between 0 and 100."""
    if found.median is None:
        return Markup("")
    size = 100 // len(found.spread)
    told = "; ".join(
        f"mulai {index * size}: {count}" for index, count in enumerate(found.spread) if count
    )
    middle = words.decimal(found.median)
    title = f"Sebaran skor {found.indicator.name}, banyaknya {noun} tiap {size} poin: {told}; median {middle}"
    return columns(found.spread, found.median, title)


def question(site: Site, year: int, id_: str) -> Page:
    """``/<year>/pertanyaan/<id>/``: what is asked, its law, how each body was marked."""
    address = f"{year}/pertanyaan/{id_}/"
    sections = [
        (evaluation, found)
        for evaluation, figures in asked(site, year)
        if (found := figures.question(id_)) is not None
    ]
    first = sections[0][1]
    return Page(
        address=address,
        title=first.question.text,
        kind="question",
        description=f"Pertanyaan kuesioner {year} dan hasil verifikasinya di tiap badan publik.",
        markdown=render(
            site,
            address,
            "question.md.jinja",
            year=year,
            sections=sections,
            first=first,
            in_words=in_words,
        ),
        breadcrumbs=(
            HOME,
            Link(f"Edisi {year}", f"{year}/"),
            Link(first.indicator.name, f"{year}/indikator/{first.indicator.id}/"),
            Link("Pertanyaan", ""),
        ),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )


def obstacles(site: Site, year: int) -> Page:
    """``/<year>/kendala/``: obstacles as the bodies named them, beside the points lost there."""
    address = f"{year}/kendala/"
    sections = [
        (evaluation, figures, group_noun(evaluation.group.name))
        for evaluation, figures in asked(site, year)
    ]
    return Page(
        address=address,
        title=f"Kendala {year}",
        kind="obstacles",
        description=f"Kendala yang disebut badan publik dalam evaluasi {year}, per indikator.",
        markdown=render(site, address, "obstacles.md.jinja", year=year, sections=sections),
        breadcrumbs=(HOME, Link(f"Edisi {year}", f"{year}/"), Link("Kendala", "")),
        banner=site.banner(*(evaluation for evaluation, _, _ in sections)),
    )
