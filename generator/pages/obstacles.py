"""Obstacles as the bodies named them."""

from __future__ import annotations

from generator.news.teller import group_noun
from generator.pages.page import HOME, Link, Page, Site
from generator.pages.section import asked
from generator.pages.view import render


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
