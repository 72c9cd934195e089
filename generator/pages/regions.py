"""The list of all regions."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.region import RegionFacts
from generator.format import Measure, Region
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import (
    render,
)


@dataclass(frozen=True, slots=True)
class Latest:
    """A region's figures by one measure in the latest edition that says anything of it."""

    measure: Measure
    evaluation: Evaluation
    facts: RegionFacts


def regions(site: Site) -> Page:
    """``/wilayah/``: every region by group, with its latest category and year."""
    address = addresses.REGIONS()
    groups = [
        (
            group,
            [
                _latest(site, region)
                for region in site.dataset.regions.values()
                if region.group == group.id
            ],
        )
        for group in site.dataset.groups.values()
    ]
    _ = site.language.gettext
    title = _("Wilayah dan badan publik")
    return Page(
        address=address,
        title=title,
        kind="regions",
        description=_(
            "Semua wilayah dan badan publik di %(site)s, dengan kategori terakhirnya.",
            site=site.title,
        ),
        markdown=render(
            site,
            address,
            "regions.md.jinja",
            title=title,
            groups=[group for group in groups if group[1]],
            several=bool(site.others),
        ),
        breadcrumbs=(home_link(site), Link(_("Wilayah"), "")),
    )


def _latest(site: Site, region: Region) -> tuple[Region, list[Latest]]:
    """By each measure the latest edition with a result of the region; else the latest that covers
    it. The main measure first, even where the region stands in another alone."""
    found = []
    for mine in site.series:
        history = mine.facts.history(region.id)
        known = [pair for pair in history if pair[1].has_result]
        announced = [pair for pair in history if pair[0].announced]
        for evaluation, facts in (known or announced or history)[:1]:
            found.append(Latest(mine.measure, evaluation, facts))
    return region, found
