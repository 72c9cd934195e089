"""An indicator: what it asks, all bodies by it."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from generator.facts.questionnaire import IndicatorFacts
from generator.pages.charts.columns import columns
from generator.pages.page import Link, Page, Site, edition_link, home_link
from generator.pages.section import asked
from generator.pages.view import render


def indicator(site: Site, year: int, id_: str) -> Page:
    """``/<year>/indikator/<id>/``: what it asks, all bodies by it, where points were lost."""
    address = site.at.INDICATOR(year, id_)
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
        description=site.language.gettext(
            "Indikator %(name)s dalam evaluasi %(year)s: skor tiap badan publik dan pertanyaannya.",
            name=name,
            year=year,
        ),
        markdown=render(
            site,
            address,
            "indicator.md.jinja",
            year=year,
            sections=sections,
            name=name,
            spread=partial(_spread, site),
        ),
        breadcrumbs=(home_link(site), edition_link(site, year), Link(name, "")),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )


def _spread(site: Site, found: IndicatorFacts, noun: str) -> Markup:
    """How the scores of an indicator lie between 0 and 100."""
    if found.median is None:
        return Markup("")
    _ = site.language.gettext
    size = 100 // len(found.spread)
    told = "; ".join(
        _("mulai %(start)s: %(count)s", start=index * size, count=count)
        for index, count in enumerate(found.spread)
        if count
    )
    title = _(
        "Sebaran skor %(name)s, banyaknya %(noun)s tiap %(size)s poin: %(told)s; median %(median)s",
        name=found.indicator.name,
        noun=noun,
        size=size,
        told=told,
        median=site.language.decimal(found.median),
    )
    return columns(found.spread, found.median, title)
