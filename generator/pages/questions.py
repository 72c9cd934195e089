"""Pages that look through the questionnaire: an indicator, a question, the obstacles."""

from __future__ import annotations

from generator.dataset import Evaluation
from generator.facts.questionnaire import Questionnaire
from generator.news.teller import group_noun
from generator.pages.breakdown import in_words
from generator.pages.overview import HOME
from generator.pages.page import Link, Page, Site, render


def asked(site: Site, year: int) -> list[tuple[Evaluation, Questionnaire]]:
    """The evaluations of a year that have an instrument, with the figures of it."""
    found = ((e, site.facts.questionnaire(e)) for e in site.dataset.of_year(year))
    return [(evaluation, figures) for evaluation, figures in found if figures is not None]


def indicator(site: Site, year: int, id_: str) -> Page:
    """``/<year>/indikator/<id>/``: what it asks, all bodies by it, where points were lost."""
    address = f"{year}/indikator/{id_}/"
    sections = [
        (evaluation, figures.indicator(id_))
        for evaluation, figures in asked(site, year)
        if any(found.indicator.id == id_ for found in figures.indicators)
    ]
    name = sections[0][1].indicator.name
    return Page(
        address=address,
        title=f"{name} {year}",
        kind="indicator",
        description=f"Indikator {name} dalam evaluasi {year}: skor tiap badan publik dan pertanyaannya.",
        markdown=render(
            site, address, "indicator.md.jinja", year=year, sections=sections, name=name
        ),
        breadcrumbs=(HOME, Link(f"Edisi {year}", f"{year}/"), Link(name, "")),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )


def question(site: Site, year: int, id_: str) -> Page:
    """``/<year>/pertanyaan/<id>/``: what is asked, its law, how each body was marked."""
    address = f"{year}/pertanyaan/{id_}/"
    sections = [
        (evaluation, figures.question(id_))
        for evaluation, figures in asked(site, year)
        if any(q.question.id == id_ for i in figures.indicators for q in i.questions)
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
