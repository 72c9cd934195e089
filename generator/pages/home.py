"""The first page: the latest edition of each group at a glance."""

from __future__ import annotations

from generator.pages.page import Page, Site
from generator.pages.section import section_of
from generator.pages.view import (
    render,
)


def home(site: Site) -> Page:
    """``/``: the latest editions at a glance."""
    dataset = site.dataset
    groups = []
    for group in dataset.groups:
        evaluations = dataset.of_group(group)
        if evaluations:
            groups.append(section_of(site, "", evaluations[0]))
    years = [(year, dataset.of_year(year)) for year in dataset.years]
    latest = [
        evaluation
        for evaluation, *_ in (dataset.of_year(y) for y in dataset.years[:1])
        if evaluation
    ]
    return Page(
        address="",
        title=site.title,
        kind="home",
        description=(
            f"{site.title}: kategori, skor, dan peringkat keterbukaan informasi publik tiap wilayah, "
            "dengan sumbernya."
        ),
        markdown=render(site, "", "home.md.jinja", groups=groups, years=years),
        banner=site.banner(*latest),
    )
