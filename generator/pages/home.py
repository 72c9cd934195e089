"""The first page: the latest edition of each group at a glance."""

from __future__ import annotations

from functools import partial

from generator.language.base import Language
from generator.pages.awaited import newest_of, state_of
from generator.pages.page import Page, Site
from generator.pages.section import section_of
from generator.pages.view import (
    render,
)


def home(site: Site) -> Page:
    """``/``: the latest editions at a glance."""
    dataset = site.dataset
    shown = [newest for group in dataset.groups if (newest := newest_of(site, group))]
    groups = [section_of(site, "", newest.evaluation) for newest in shown]
    of_years = [(year, dataset.of_year(year)) for year in dataset.years]
    years = [(year, found, state_of(site.language, found)) for year, found in of_years]
    return Page(
        address="",
        title=site.title,
        kind="home",
        description=(
            f"{site.title}: kategori, skor, dan peringkat keterbukaan informasi publik tiap wilayah, "
            "dengan sumbernya."
        ),
        markdown=render(
            site,
            "",
            "home.md.jinja",
            groups=groups,
            newest=shown,
            years=years,
            moved=partial(_moved, site.language),
        ),
        banner=site.banner(*(newest.evaluation for newest in shown)),
    )


def _moved(language: Language, steps: int) -> str:
    """By how many categories a region moved, up or down."""
    n = abs(steps)
    told = language.count(n)
    if steps > 0:
        return language.ngettext("naik %(n)s kategori", "naik %(n)s kategori", n, n=told)
    return language.ngettext("turun %(n)s kategori", "turun %(n)s kategori", n, n=told)
