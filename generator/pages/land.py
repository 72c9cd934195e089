"""The map of a group: its regions in their boundaries, where all of them have one."""

from __future__ import annotations

from markupsafe import Markup

from generator.boundaries.shapes import rings_of
from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.pages.charts.map import Area, Plan, is_broad, map_of, plan
from generator.pages.charts.outline import outlines
from generator.pages.map_states import tile_label, told_on_maps
from generator.pages.markup import slug
from generator.pages.page import Site

MOST = 60
"""Of more regions no name would be read."""

CELLS = 320
"""How many cells of the grid the longer side of a map has."""


def land_plan(site: Site, evaluation: Evaluation) -> Plan | None:
    """Where the regions of a group lie, the same in each edition that has the same regions."""
    names = {region.code or "": tile_label(region) for region in evaluation.regions}
    if not 1 < len(names) == len(evaluation.regions) <= MOST:
        return None
    return site.once(("land", *sorted(names.items())), lambda: _plan(names))


def _plan(names: dict[str, str]) -> Plan | None:
    rings = rings_of(names)
    if rings.keys() != names.keys():
        return None
    drawn = outlines(rings, CELLS)
    return plan(outlines(rings, CELLS * 3 // 2) if is_broad(drawn) else drawn, names)


def land(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Markup:
    """The map on the page ``here``; "" where a region has no boundary, or nobody a category."""
    if not evaluation.measure.categories or not any(item.category for item in facts.order):
        return Markup("")
    drawn = land_plan(site, evaluation)
    if drawn is None:
        return Markup("")
    areas = [
        Area(item.region.code or "", *told_on_maps(site, here, evaluation, item))
        for item in facts.order
    ]
    noun = site.language.noun(evaluation.group.name)
    title = site.language.gettext("Peta %(noun)s %(year)s", noun=noun, year=evaluation.year)
    return map_of(drawn, areas, title, f"arsir-{slug(evaluation.group.name)}")
