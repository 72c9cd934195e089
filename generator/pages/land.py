"""The map of a group: its regions in their boundaries, where all of them have one."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.boundaries.shapes import Boundaries, packaged
from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.pages.charts.map import Area, Plan, map_of, plan
from generator.pages.charts.outline import outlines
from generator.pages.map_states import tile_label, told_on_maps, whole_labels
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
    brief = {region.code or "": tile_label(region) for region in evaluation.regions}
    if not 1 < len(brief) == len(evaluation.regions) <= MOST:
        return None
    own = site.dataset.boundaries
    whole = whole_labels(site.names, evaluation.regions)
    key = ("land", *sorted(brief.items()), *sorted(whole.items()))
    return site.once(key, lambda: _plan(brief, whole, own))


def _plan(
    brief: dict[str, str], whole: dict[str, str], own: Boundaries | None
) -> tuple[Plan, Boundaries] | None:
    """Within the boundaries of the site's own file if it has all of them, else those of the package.

    Regions are called by the ``brief`` name of their tile, on a map for broad screens by the ``whole``
    one if it has room.
    """
    mine = own is not None and brief.keys() <= own.rings.keys()
    found = own if mine and own is not None else packaged(brief)
    if not brief.keys() <= found.rings.keys():
        return None
    rings = {code: found.rings[code] for code in brief}
    small = plan(outlines(rings, CELLS), brief)
    if not small.broad:
        return small, found
    shapes = outlines(rings, CELLS * 9 // 8)
    large = plan(shapes, whole)
    return (plan(shapes, brief) if large.crowded else large), found


def land(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Drawn:
    """The map on the page ``here``."""
    if not evaluation.measure.categories or not any(item.category for item in facts.order):
        return Drawn()
    planned = land_plan(site, evaluation)
    if planned is None:
        return Drawn()
    drawn, boundaries = planned
    areas = [
        Area(item.region.code or "", *told_on_maps(site, here, evaluation, item)[1:])
        for item in facts.order
    ]
    noun = site.language.noun(evaluation.group.name)
    title = site.language.gettext("Peta %(noun)s %(year)s", noun=noun, year=evaluation.year)
    return Drawn(map_of(drawn, areas, title, f"arsir-{slug(evaluation.group.name)}"), boundaries)
