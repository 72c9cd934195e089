"""The page of a group over all years: a bar for each, who moved, who kept a category, each body's row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.evaluation.model import Evaluation
from generator.facts.model import Category
from generator.facts.region import RegionFacts
from generator.format import Group, Region
from generator.pages import addresses
from generator.pages.awaited import years_missing
from generator.pages.comparing import cautions_of_groups
from generator.pages.glance import Newest, newest_of
from generator.pages.groups import GroupLine, group_line
from generator.pages.labels import APART_MARK
from generator.pages.moved import Moved, moved_in
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.sentences import unnumbered
from generator.pages.view import MOST_NAMED, render
from generator.pages.years import MOST_YEARS, categories_of, other_scales
from generator.pages.years_said import left_out, years_said

MOST_ROWS = 600
"""Bodies whose years are listed one by one; of more the rankings have them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A year of a body: its categories, several where its sources differ, or what is said instead."""

    year: int
    facts: RegionFacts
    categories: list[Category]
    apart: str = ""
    """That its scale or what its categories require is not that of a later year of this body."""


@dataclass(frozen=True, slots=True)
class Over:
    """What one measure says of a group over the years."""

    site: Site
    newest: Newest
    lines: list[GroupLine]
    moved: list[Moved]
    streaks: list[RegionFacts]
    rows: list[tuple[Region, list[Cell]]]
    signs: list[Category]
    apart: list[str]
    missing: str
    said: list[str]
    """Whose word the categories are."""
    left: str
    """How many are in no row."""


def group_years(site: Site, id_: str) -> Page:
    """``/kelompok/<id>/``: all years of a group."""
    address = addresses.GROUP_YEARS(id_)
    group = site.dataset.groups[id_]
    told = [over for mine in site.series if (over := _over(mine, address, group)) is not None]
    _ = site.language.gettext
    title = _("%(group)s dari tahun ke tahun", group=site.language.group(group.name))
    evaluations = [e for mine in site.series for e in mine.dataset.of_group(id_)]
    return Page(
        address=address,
        title=title,
        kind="group",
        description=_(
            "Hasil %(noun)s pada semua edisi: kategori, yang berpindah, dan yang bertahan.",
            noun=site.language.noun(group.name),
        ),
        text=render(
            site,
            address,
            "group_years.md.jinja",
            title=title,
            told=told,
            several=len(site.series) > 1,
            apart_mark=APART_MARK,
            referred=unnumbered(site.language),
            cautions=[text for _name, text in cautions_of_groups(site, site.dataset.of_group(id_))],
        ),
        breadcrumbs=(home_link(site), Link(site.language.group(group.name), "")),
        banner=site.banner(*evaluations),
    )


def _over(site: Site, here: str, group: Group) -> Over | None:
    evaluations = site.dataset.of_group(group.id)
    if not evaluations:
        return None
    latest = next((e for e in evaluations if _says(site, e)), evaluations[0])
    rows = list(_rows(site, evaluations)) if len(latest.regions) <= MOST_ROWS else []
    cells = [cell for _region, found in rows for cell in found]
    found = {category for cell in cells for category in cell.categories}
    lines = [replace(group_line(site, here, e, few=True), name=str(e.year)) for e in evaluations]
    return Over(
        site,
        newest_of(site, here, latest),
        lines,
        [moved for e in evaluations for moved in moved_in(site, e)],
        _streaks(site, latest),
        rows,
        sorted(found, key=lambda one: (one.of, one.index, one.name)),
        sorted({cell.apart for cell in cells if cell.apart}),
        years_missing(site, [e.year for e in evaluations]),
        years_said(site, evaluations),
        left_out(site, evaluations, [region for region, _cells in rows]) if rows else "",
    )


def _says(site: Site, evaluation: Evaluation) -> bool:
    """Whether an edition has results, be it their numbers alone."""
    facts = site.facts.evaluation(evaluation)
    return bool(facts.with_result) or any(item.count for item in facts.counts)


def _streaks(site: Site, evaluation: Evaluation) -> list[RegionFacts]:
    """Who has had its category for several editions in a row, the longest first."""
    facts = (site.facts.region(evaluation, one.id) for one in evaluation.regions)
    held = [one for one in facts if one.held and one.held.known.editions > 1]
    held.sort(key=lambda one: (-one.held.known.editions, site.names.full(one.region)))
    return held[:MOST_NAMED]


def _rows(site: Site, evaluations: list[Evaluation]) -> Iterator[tuple[Region, list[Cell]]]:
    """The years of each body, the oldest first; only of those of whom something is known."""
    shown = [e for e in evaluations if e.announced][:MOST_YEARS][::-1]
    regions = {region.id: region for e in evaluations for region in e.regions}
    for region in sorted(regions.values(), key=lambda one: site.names.short(one)):
        years = []
        for evaluation in shown:
            if region.existed(evaluation.year):
                facts = site.facts.region(evaluation, region.id)
                years.append((evaluation, facts))
        cells = _cells(site, years)
        if any(cell.facts.has_result for cell in cells):
            yield region, cells


def _cells(site: Site, years: list[tuple[Evaluation, RegionFacts]]) -> list[Cell]:
    _ = site.language.gettext
    apart = other_scales(site, years)
    cells = []
    for evaluation, facts in years:
        told = _("skala lain") if apart.get(evaluation.year, True) else _("syarat kategori lain")
        told = told if evaluation.year in apart else ""
        cells.append(Cell(evaluation.year, facts, categories_of(facts), told))
    return cells
