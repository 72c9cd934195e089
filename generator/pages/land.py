"""The map of a group: its regions in their boundaries, where all of them have one."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.boundaries.shapes import Boundaries, packaged
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map, and whose boundaries it shows; nothing where a region has none, or nobody a category."""

    picture: Markup = Markup("")  # noqa: RUF009 — never changed
    boundaries: Boundaries | None = None


def land_plan(site: Site, evaluation: Evaluation) -> tuple[Plan, Boundaries] | None:
    """Where the regions of a group lie, the same in each edition that has the same regions."""
    names = {region.code or "": tile_label(region) for region in evaluation.regions}
    if not 1 < len(names) == len(evaluation.regions) <= MOST:
        return None
    own = site.dataset.boundaries
    return site.once(("land", *sorted(names.items())), lambda: _plan(names, own))


def _plan(names: dict[str, str], own: Boundaries | None) -> tuple[Plan, Boundaries] | None:
    """Within the boundaries of the site's own file if it has all of them, else those of the package."""
    whole = own is not None and names.keys() <= own.rings.keys()
    found = own if whole and own is not None else packaged(names)
    if not names.keys() <= found.rings.keys():
        return None
    rings = {code: found.rings[code] for code in names}
    drawn = outlines(rings, CELLS)
    placed = plan(outlines(rings, CELLS * 9 // 8) if is_broad(drawn) else drawn, names)
    return placed, found


def land(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Drawn:
    """The map on the page ``here``."""
    if not evaluation.measure.categories or not any(item.category for item in facts.order):
        return Drawn()
    planned = land_plan(site, evaluation)
    if planned is None:
        return Drawn()
    drawn, boundaries = planned
    areas = [
        Area(item.region.code or "", *told_on_maps(site, here, evaluation, item))
        for item in facts.order
    ]
    noun = site.language.noun(evaluation.group.name)
    title = site.language.gettext("Peta %(noun)s %(year)s", noun=noun, year=evaluation.year)
    return Drawn(map_of(drawn, areas, title, f"arsir-{slug(evaluation.group.name)}"), boundaries)
