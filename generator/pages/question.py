"""A question: its law, how each body was marked."""

from __future__ import annotations

from generator.pages.page import Link, Page, Site, edition_link, home_link
from generator.pages.section import asked
from generator.pages.view import render


def question(site: Site, year: int, id_: str) -> Page:
    """``/<year>/pertanyaan/<id>/``: what is asked, its law, how each body was marked."""
    address = site.at.QUESTION(year, id_)
    sections = [
        (evaluation, found)
        for evaluation, figures in asked(site, year)
        if (found := figures.question(id_)) is not None
    ]
    first = sections[0][1]
    _ = site.language.gettext
    return Page(
        address=address,
        title=first.question.text,
        kind="question",
        description=_(
            "Pertanyaan kuesioner %(year)s dan hasil verifikasinya di tiap badan publik.",
            year=year,
        ),
        markdown=render(
            site,
            address,
            "question.md.jinja",
            year=year,
            sections=sections,
            first=first,
        ),
        breadcrumbs=(
            home_link(site),
            edition_link(site, year),
            Link(first.indicator.name, site.at.INDICATOR(year, first.indicator.id)),
            Link(_("Pertanyaan"), ""),
        ),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )
