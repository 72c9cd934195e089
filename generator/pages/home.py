"""The first page: the latest edition of each group at a glance."""

from __future__ import annotations

from generator.pages.awaited import newest_of, state_of
from generator.pages.page import Page, Site
from generator.pages.section import section_of
from generator.pages.view import (
    render,
)


def home(site: Site) -> Page:
    """``/``: the latest editions at a glance."""
    shown = [
        (mine, newest)
        for mine in site.series
        for group in mine.dataset.groups
        if (newest := newest_of(mine, group))
    ]
    groups = [section_of(mine, "", newest.evaluation) for mine, newest in shown]
    years = [
        (
            mine,
            year,
            mine.dataset.of_year(year),
            state_of(mine.language, mine.dataset.of_year(year)),
        )
        for mine in site.series
        for year in mine.dataset.years
    ]
    return Page(
        address="",
        title=site.title,
        kind="home",
        description=_description(site),
        markdown=render(
            site,
            "",
            "home.md.jinja",
            groups=groups,
            newest=[newest for _mine, newest in shown],
            places=[mine.at for mine, _newest in shown],
            years=years,
        ),
        banner=site.banner(*(newest.evaluation for _mine, newest in shown)),
    )


def _description(site: Site) -> str:
    _, code = site.language.gettext, site.language.code
    if site.measure.categories and site.measure.ranked:
        return _(
            "%(title)s: kategori, skor, dan peringkat %(subject)s tiap wilayah, dengan sumbernya.",
            title=site.title,
            subject=site.measure.subject.of(code),
        )
    return _(
        "%(title)s: hasil %(measure)s tiap wilayah, dengan sumbernya.",
        title=site.title,
        measure=site.measure.name.of(code),
    )
