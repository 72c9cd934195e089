"""The list of all regions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT, Rule, Why
from generator.facts.region import RegionFacts
from generator.finding.spelling import spelt_name
from generator.format import Measure, Region
from generator.language import SITE_LANGUAGE
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.ranking import legend_of
from generator.pages.view import render


@dataclass(frozen=True, slots=True)
class Latest:
    """A region's figures by one measure in the latest edition that says anything of it."""

    measure: Measure
    evaluation: Evaluation
    facts: RegionFacts
    state: Why | None = None
    """What became of it in that edition, where nothing else is known of it there."""
    took_part: bool = False
    """Whether it is known that it took part, and no result."""


def regions(site: Site) -> Page:
    """``/wilayah/``: every region by group, with its latest category and year."""
    address = addresses.REGIONS()
    members: dict[str, list[Region]] = {group: [] for group in site.dataset.groups}
    for region in site.dataset.regions.values():
        members[region.group].append(region)
    groups = [
        (
            group,
            [
                _latest(site, region)
                for region in sorted(members[group.id], key=partial(_by_name, site))
            ],
        )
        for group in site.dataset.groups.values()
    ]
    _ = site.language.gettext
    bodies = any(mine.measure.taking_part for mine in site.series)
    title = _("Wilayah dan badan publik") if bodies else _("Wilayah")
    shown = [latest for _group, rows in groups for _region, found in rows for latest in found]
    return Page(
        address=address,
        title=title,
        kind="regions",
        description=_(
            "Wilayah dan badan publik yang tercatat di %(site)s, dengan hasil terakhirnya.",
            site=site.title,
        )
        if bodies
        else _("Wilayah yang tercatat di %(site)s, dengan hasil terakhirnya.", site=site.title),
        text=render(
            site,
            address,
            "regions.md.jinja",
            title=title,
            groups=[
                (
                    group,
                    rows,
                    _all_by_scale(rows),
                    _meaning(site, rows),
                    _letters(site, group.id, rows),
                )
                for group, rows in groups
                if rows
            ],
            several=bool(site.others),
        ),
        breadcrumbs=(home_link(site), Link(_("Wilayah"), "")),
        banner=site.banner(*(latest.evaluation for latest in shown)),
    )


def _by_name(site: Site, region: Region) -> tuple[str, str]:
    """Its place among others: by its name without the kind."""
    return spelt_name(_plain(site, region)).bare, site.names.full(region)


def _plain(site: Site, region: Region) -> str:
    """Its name, without its kind where that is no part of an Indonesian name."""
    if site.language.code == SITE_LANGUAGE:
        return region.name
    return site.language.short_region(region.name, region.kind)


MOST_WITHOUT = 12
"""Names that one sees at a glance; a longer list has its letters above it."""


def _letters(
    site: Site, group: str, rows: list[tuple[Region, list[Latest]]]
) -> dict[str, tuple[str, str]]:
    """By the region that is the first of its letter: the letter, and its anchor."""
    if len(rows) <= MOST_WITHOUT:
        return {}
    found: dict[str, str] = {}
    for region, _found in rows:
        found.setdefault(spelt_name(_plain(site, region)).bare[:1].upper() or "#", region.id)
    return {
        id_: (letter, f"{group}-{letter.lower().replace('#', '0')}")
        for letter, id_ in found.items()
    }


def _all_by_scale(rows: list[tuple[Region, list[Latest]]]) -> bool:
    """Whether the site computed all categories of a list."""
    told = [latest.facts.category for _region, found in rows for latest in found]
    rules = {fact.rule for fact in told if fact}
    return rules == {Rule.BY_SCALE}


def _meaning(site: Site, rows: list[tuple[Region, list[Latest]]]) -> Markup:
    """What the marks of a list mean: of those whose result is not known."""
    told = [latest.facts for _region, found in rows for latest in found if not latest.state]
    return legend_of(site, [facts for facts in told if not facts.has_result], ())


def _latest(site: Site, region: Region) -> tuple[Region, list[Latest]]:
    """By each measure the latest edition with a result of the region, and what became of it later;
    else the latest that covers it. The main measure first, even where the region stands in another
    alone."""
    found: list[Latest] = []
    for mine in site.series:
        told: list[Latest] = []
        history = mine.facts.history(region.id)
        for evaluation, facts in history:
            if facts.has_result:
                told.append(Latest(mine.measure, evaluation, facts))
                break
            state = facts.state.value if facts.state.value in _BECAME else None
            took_part = facts.took_part_alone and mine.measure.taking_part
            if not told and (state or took_part):
                told.append(Latest(mine.measure, evaluation, facts, state, took_part))
        if not told:
            announced = [pair for pair in history if pair[0].announced]
            told = [Latest(mine.measure, *pair) for pair in (announced or history)[:1]]
        found += reversed(told)
    return region, found


_BECAME = (*WHY_OUT, Why.STOPPED)
"""States that say of a region what became of it."""
