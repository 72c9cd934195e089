"""Obstacles as the bodies named them."""

from __future__ import annotations

from generator.pages.page import Link, Page, Site, edition_link, home_link
from generator.pages.section import asked
from generator.pages.view import render


def obstacles(site: Site, year: int) -> Page:
    """``/<year>/kendala/``: obstacles as the bodies named them, beside the points lost there."""
    address = site.at.OBSTACLES(year)
    words = site.language
    sections = [
        (
            evaluation,
            figures,
            words.noun(evaluation.group.name),
            words.member(evaluation.group.name),
        )
        for evaluation, figures in asked(site, year)
    ]
    _ = words.gettext
    title = _("Kendala %(year)s", year=year)
    return Page(
        address=address,
        title=title,
        kind="obstacles",
        description=_("Kendala yang tercatat dalam evaluasi %(year)s, per indikator.", year=year),
        text=render(site, address, "obstacles.md.jinja", year=year, title=title, sections=sections),
        breadcrumbs=(home_link(site), edition_link(site, year), Link(_("Kendala"), "")),
        banner=site.banner(*(evaluation for evaluation, *_ in sections)),
    )
