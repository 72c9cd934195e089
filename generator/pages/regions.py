"""The list of all regions."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import (
    render,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A region with its figures in the latest edition that says anything of it."""

    region: Region
    evaluation: Evaluation | None
    facts: RegionFacts | None


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
        ),
        breadcrumbs=(home_link(site), Link(_("Wilayah"), "")),
    )


def _latest(site: Site, region: Region) -> Row:
    """The latest edition with a result of the region; else the latest that covers it."""
    history: list[tuple[Evaluation, RegionFacts]] = []
    for mine in site.series:  # the main measure first: another stands in only where it says nothing
        history = mine.facts.history(region.id)
        if history:
            break
    known = [pair for pair in history if pair[1].has_result]
    announced = [pair for pair in history if pair[0].announced]
    return Row(region, *next(iter(known or announced or history), (None, None)))
