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
from generator.pages.groups import GroupLine, group_line
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import MOST_NAMED, render
from generator.pages.years import MOST_YEARS

MOST_ROWS = 600
"""Bodies whose years are listed one by one; of more the rankings have them."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved in an edition against an earlier one; of many only how many."""

    year: int
    before: int
    rose: list[RegionFacts]
    fell: list[RegionFacts]
    same: int
    named: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A year of a body: its category, or what is said instead."""

    year: int
    facts: RegionFacts
    category: Category | None


@dataclass(frozen=True, slots=True)
class Over:
    """What one measure says of a group over the years."""

    site: Site
    lines: list[GroupLine]
    moved: list[Moved]
    streaks: list[RegionFacts]
    rows: list[tuple[Region, list[Cell]]]
    signs: list[Category]
    missing: str


def group_years(site: Site, id_: str) -> Page:
    """``/kelompok/<id>/``: all years of a group."""
    address = addresses.GROUP_YEARS(id_)
    group = site.dataset.groups[id_]
    told = [over for mine in site.series if (over := _over(mine, address, group)) is not None]
    _ = site.language.gettext
    title = _("%(group)s dari tahun ke tahun", group=group.name)
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
            cautions=[text for _name, text in cautions_of_groups(site, site.dataset.of_group(id_))],
        ),
        breadcrumbs=(home_link(site), Link(group.name, "")),
        banner=site.banner(*evaluations),
    )


def _over(site: Site, here: str, group: Group) -> Over | None:
    evaluations = site.dataset.of_group(group.id)
    if not evaluations:
        return None
    latest = next((e for e in evaluations if site.facts.evaluation(e).with_result), evaluations[0])
    rows = list(_rows(site, evaluations)) if len(latest.regions) <= MOST_ROWS else []
    found = {cell.category for _region, cells in rows for cell in cells if cell.category}
    lines = [replace(group_line(site, here, e), name=str(e.year)) for e in evaluations]
    return Over(
        site,
        lines,
        [moved for e in evaluations if (moved := _moved(site, e)) is not None],
        _streaks(site, latest),
        rows,
        sorted(found, key=lambda one: (one.of, one.index, one.name)),
        years_missing(site, [e.year for e in evaluations]),
    )


def _moved(site: Site, evaluation: Evaluation) -> Moved | None:
    facts = site.facts.evaluation(evaluation)
    before = facts.moves.year
    if before is None or not facts.moves.changes:
        return None
    rose = [one for one in facts.rose if one.region.id in facts.moves.changes]
    fell = [one for one in facts.fell if one.region.id in facts.moves.changes]
    named = len(rose) + len(fell) <= MOST_NAMED
    same = len(facts.moves.changes) - len(rose) - len(fell)
    return Moved(evaluation.year, before, rose, fell, same, named)


def _streaks(site: Site, evaluation: Evaluation) -> list[RegionFacts]:
    """Who has had its category for several editions in a row, the longest first."""
    facts = (site.facts.region(evaluation, one.id) for one in evaluation.regions)
    held = [one for one in facts if one.held and one.held.known.editions > 1]
    held.sort(key=lambda one: (-one.held.known.editions, one.region.name))
    return held[:MOST_NAMED]


def _rows(site: Site, evaluations: list[Evaluation]) -> Iterator[tuple[Region, list[Cell]]]:
    """The years of each body, the oldest first; only of those of whom something is known."""
    shown = [e for e in evaluations if e.announced][:MOST_YEARS][::-1]
    regions = {region.id: region for e in evaluations for region in e.regions}
    for region in sorted(regions.values(), key=lambda one: site.names.short(one)):
        cells = []
        for evaluation in shown:
            if region.existed(evaluation.year):
                facts = site.facts.region(evaluation, region.id)
                settled = facts.category.settled
                category = facts.category.known if settled else None
                cells.append(Cell(evaluation.year, facts, category))
        if any(cell.facts.has_result for cell in cells):
            yield region, cells
