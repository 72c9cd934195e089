"""What a tile of a map says: a category, or what is the case of who has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Category, Why
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.language.bare import bare
from generator.language.base import Language
from generator.language.names import Names
from generator.language.states import STATES
from generator.pages.labels import labels, step
from generator.pages.page import Site

DISPUTED, OTHER = "≠", "·"
"""The marks of a category that sources give differently, and of all that has no mark of its own."""


def tile_state(
    language: Language, item: RegionFacts, taking_part: bool
) -> tuple[Category | None, str, str]:
    """The category of a tile, or its mark, and the words for both: each state is called its own."""
    fact = item.category
    if fact.contested:
        names = dict.fromkeys((fact.known.name, *(other.value.name for other in fact.others)))
        return None, DISPUTED, f" {language.gettext('atau')} ".join(names)
    if fact.value is not None:
        return fact.value, "", fact.value.name
    why = (None if item.has_result else item.state.value) or fact.why or Why.UNKNOWN
    mark = STATES[why].mark if why in STATES else OTHER
    if taking_part and item.took_part_alone:
        return None, mark, language.gettext("ikut serta; hasil belum diketahui")
    return None, mark, labels(language).reason_text(why, short=True)


Told = tuple[str, str, str, str, Category | None, str]
"""What a map says of a region: its label, its name with what is said of it, where it leads, its fill,
its category, or its mark."""


def told_on_maps(site: Site, here: str, evaluation: Evaluation, item: RegionFacts) -> Told:
    """What the map of squares and that of boundaries say alike of a region, on the page ``here``."""
    region = item.region
    category, mark, told = tile_state(site.language, item, evaluation.measure.taking_part)
    return (
        tile_label(region),
        f"{site.names.full(region)}: {told}",
        site.link(here, site.at.ARTICLE(evaluation.year, region.id)),
        f"rk-fill--{step(category) if category else 'x'}",
        category,
        mark,
    )


def tile_label(region: Region) -> str:
    """A name on a tile: the short one that it has, else that which every name has."""
    return region.also[0] if region.also else label_of(region.name)


def whole_labels(names: Names, regions: Sequence[Region]) -> dict[str, str]:
    """The names of regions by their codes where there is room for them: of two of one name, the city
    says that it is one."""
    shared = Counter(names.bare(region) for region in regions)
    return {
        region.code or "": names.full(region)
        if shared[names.bare(region)] > 1 and region.kind == "kota"
        else names.bare(region)
        for region in regions
    }


def label_of(name: str) -> str:
    """A name on a tile without its kind, shortened: ``Luwu``, and ``LuwuU`` for Luwu Utara."""
    first, *more = bare(name).split()
    return first[:4] + more[-1][0] if more else first[:5]


def map_legend(site: Site, evaluation: Evaluation, facts: EvaluationFacts) -> str:
    """``? belum diketahui; ∅ tidak dinilai``: the marks of the tiles, each with its own words."""
    told: dict[str, str] = {}
    for item in facts.order if evaluation.measure.categories else ():
        if item.region.tile is None:
            continue
        category, mark, words = tile_state(site.language, item, taking_part=False)
        if category is None:
            told.setdefault(mark, words)
    if DISPUTED in told:
        told[DISPUTED] = site.language.gettext("disebut berbeda oleh sumbernya")
    if not told:
        return ""
    order = [state.mark for state in STATES.values()]
    known = sorted(told, key=lambda mark: order.index(mark) if mark in order else len(order))
    return "; ".join(f"{mark} {told[mark]}" for mark in known) + "."
