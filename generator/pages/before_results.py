"""What the first page shows of a site that has no edition yet: who will be evaluated, and where."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.format import Group
from generator.pages.charts.tiles import FEW_COLUMNS, Tile, tiles
from generator.pages.map_states import tile_label
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Members:
    """A group, how many it has, and their map; "" where they have no places on one."""

    group: Group
    count: int
    map: Markup
    broad: bool
    """Whether the map is wider than a phone."""


def members(site: Site) -> list[Members]:
    """The groups of a site, each with a map whose tiles say nothing but who stands where."""
    found = []
    for group in site.dataset.groups.values():
        own = [one for one in site.dataset.regions.values() if one.group == group.id]
        placed = [
            Tile(
                one.tile[0],
                one.tile[1],
                tile_label(one),
                site.names.full(one),
                site.link("", site.at.REGION(one.id)),
                "rk-fill--x",
            )
            for one in own
            if one.tile is not None
        ]
        noun = site.language.noun(group.name)
        title = site.language.gettext("Peta petak %(noun)s", noun=noun)
        broad = max((tile.column for tile in placed), default=0) >= FEW_COLUMNS
        found.append(Members(group, len(own), tiles(placed, title), broad))
    return found
