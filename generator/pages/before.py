"""Whose word the earlier figures are from which the changes of a table are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.evaluation.model import Evaluation
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.language.catalogue import N_
from generator.pages.page import Site

MOST = 6
"""Bodies that are named; of more it is said how many they are."""


def earlier_told(site: Site, evaluation: Evaluation, rows: Iterable[RegionFacts]) -> str:
    """Which changes are counted from a category by the scale, or from a figure of no known source."""
    by_scale: dict[int, list[RegionFacts]] = {}
    unsourced: dict[int, list[RegionFacts]] = {}
    compared: dict[int, int] = {}
    for item in rows:
        found = [item.categories.value, item.points.value, item.places.value]
        changes = [change for change in found if change is not None]
        for year in {change.year for change in changes}:
            compared[year] = compared.get(year, 0) + 1
        for year in {one.year for one in changes if one.earlier.rule is Rule.BY_SCALE}:
            by_scale.setdefault(year, []).append(item)
        for year in {one.year for one in changes if is_unsourced(one.earlier)}:
            unsourced.setdefault(year, []).append(item)
    causes = (
        (by_scale, N_("Kategori %(year)s menurut skala")),
        (unsourced, N_("Sumber hasil %(year)s belum diketahui")),
    )
    _ = site.language.gettext
    told = []
    for those, cause in causes:
        for year in sorted(those, reverse=True):
            whose = _whose(site, evaluation, those[year], compared[year])
            told.append(_(cause, year=year) + "".join(whose) + ".")
    return " ".join(told)


def _whose(
    site: Site, evaluation: Evaluation, those: list[RegionFacts], compared: int
) -> Iterator[str]:
    """``: Aceh dan Kalimantan Timur``; nothing where it is so of all that are compared."""
    language = site.language
    if len(those) == compared:
        return
    if len(those) <= MOST:
        names = sorted(site.names.short(item.region) for item in those)
        yield f": {language.join(names)}"
        return
    noun = language.noun(evaluation.group.name)
    yield f": {language.digits(len(those))} {noun}"
