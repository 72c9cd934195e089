"""The orders in which a ranking can be read: each a page of its own, for who has no script."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.evaluation.model import Dataset, Evaluation
from generator.facts.compare import compare_categories, compare_points
from generator.facts.everyone import Several
from generator.facts.group import EvaluationFacts
from generator.facts.region import RegionFacts
from generator.language.catalogue import N_
from generator.pages.page import Site

ORDERS = {
    "skor": N_("skor"),
    "perubahan": N_("perubahan"),
    "nama": N_("nama"),
}
"""By the last part of their address."""

FEWEST = 5
"""Of fewer bodies one sees all orders at a glance."""


def orders_of(dataset: Dataset, evaluation: Evaluation) -> tuple[str, ...]:
    """The orders of the ranking of a group that differ from its own, from what its data hold."""
    results = list(evaluation.results.values())
    if not evaluation.mentioned or len(results) < FEWEST:
        return ()
    found = []
    if sum(file.result.score is not None for file in results) > 1:
        found.append("skor")
    if any(_moved_since(evaluation, other) for other in dataset.of_group(evaluation.group.id)):
        found.append("perubahan")
    return (*found, "nama")


def _moved_since(evaluation: Evaluation, other: Evaluation) -> bool:
    """Whether a category or a score of anybody can be compared with that of an earlier edition."""
    if other.year >= evaluation.year or other.organizer != evaluation.organizer:
        return False
    kinds = []
    if compare_points(evaluation, other):
        kinds.append(_scored)
    if compare_categories(evaluation, other):
        kinds.append(_placed)
    return any(
        known(evaluation, id_) and known(other, id_) for known in kinds for id_ in other.results
    )


def _scored(evaluation: Evaluation, region: str) -> bool:
    file = evaluation.results.get(region)
    return file is not None and file.score is not None


def _placed(evaluation: Evaluation, region: str) -> bool:
    file, scale = evaluation.results.get(region), evaluation.scale
    category = file.result.category if file is not None else None
    published = category is not None and category.value is not None
    bound = scale is not None and scale.minima is not None
    return published or (bound and _scored(evaluation, region))


def titles_of(site: Site, evaluation: Evaluation) -> list[tuple[str, str]]:
    """Each order with its name, the usual one first: that of ranks, else of categories."""
    _ = site.language.gettext
    ranked = bool(site.facts.evaluation(evaluation).ranked)
    usual = _("peringkat") if ranked or not evaluation.measure.categories else _("kategori")
    found = orders_of(site.dataset, evaluation)
    return [("", usual), *((order, _(ORDERS[order])) for order in found)]


def in_order(site: Site, rows: Several, order: str) -> Several:
    """The rows of a ranking in one of the orders; who has no such figure comes last."""
    regions = sorted(rows.regions, key=site.names.full)
    key = _KEYS.get(order)
    if key is not None:
        keyed = list(zip(map(key, rows.of(regions)), regions, strict=True))
        keyed.sort(key=lambda pair: pair[0], reverse=True)
        regions = [region for _, region in keyed]
    return rows.of(regions)


def _score(item: RegionFacts) -> Decimal:
    return item.score.value if item.score.value is not None else Decimal(-1)


def _moved(item: RegionFacts) -> tuple[int, int, Decimal]:
    """By the edition since which, the newest first: a rise since one year and a fall since another are
    no list. Then by categories and by points: who moved in neither way lies between rise and fall."""
    steps, points = item.categories.value, item.points.value
    since = steps.year if steps else points.year if points else 0
    here = points.points if points and points.year == since else Decimal(0)
    return since, steps.steps if steps else 0, here


def years_since(facts: EvaluationFacts) -> list[int]:
    """The editions since which the bodies of a group moved, the newest first: the parts of the order."""
    return sorted({_moved(item)[0] for item in facts.with_result} - {0}, reverse=True)


_KEYS: dict[str, Callable[[RegionFacts], Any]] = {"skor": _score, "perubahan": _moved}
"""By what each order sorts before the name, the greatest first."""
