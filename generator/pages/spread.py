"""How the scores of a complete group lie on its scale, beside its ranking and each of its articles."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Category
from generator.format.scale import Scale
from generator.pages.charts.strip import Band, Dot, strip
from generator.pages.labels import step
from generator.pages.page import Site

MOST_DOTS = 60
"""Of more the dots of the strip would lie one upon another, and weigh more than the ranking."""


def spread(
    site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts, own: str = ""
) -> Markup:
    """A dot for each score of a group, over the bands of its categories; "" unless all scores are known.

    ``own``: the id of the body of which the page ``here`` speaks; "" too where it has no such score.
    """
    scale, median = evaluation.scale, facts.median
    # Before anybody is looked at: each article of a large group would look at all.
    if scale is None or not median or not 1 < facts.scored <= MOST_DOTS:
        return Markup("")
    scored = [item for item in facts.with_result if item.score]
    if not all(item.score.settled and item.score.known <= scale.maximum for item in scored):
        return Markup("")
    if own and all(item.region.id != own for item in scored):
        return Markup("")
    _, decimal, plain = site.language.gettext, site.language.decimal, site.language.plain_number
    dots = [
        Dot(
            100 * item.score.known / scale.maximum,
            f"{site.names.full(item.region)} {decimal(item.score.known)}",
            _("di sini: %(name)s", name=decimal(item.score.known)) if item.region.id == own else "",
            href=site.link(here, site.at.ARTICLE(evaluation.year, item.region.id)),
        )
        for item in scored
    ]
    title = _(
        "Sebaran skor %(noun)s %(year)s dari 0 sampai %(most)s: %(told)s; median %(median)s",
        noun=site.language.noun(evaluation.group.name),
        year=evaluation.year,
        most=plain(scale.maximum),
        told="; ".join(dot.told for dot in dots),
        median=decimal(median.known.value),
    )
    bands = list(_bands(site, scale))
    middle = 100 * median.known.value / scale.maximum
    return strip(dots, bands, middle, plain(scale.maximum), title)


def _bands(site: Site, scale: Scale) -> Iterator[Band]:
    """The categories on the scale, the lowest first; none where their bounds are not known."""
    if scale.minima is None:
        return
    ends = (scale.maximum, *scale.minima)
    for index in range(len(scale.categories) - 1, -1, -1):
        one = scale.categories[index]
        category = Category(one.name, index, len(scale.categories), one.color)
        low, high = scale.minima[index], ends[index]
        yield Band(
            100 * low / scale.maximum,
            100 * high / scale.maximum,
            site.language.plain_number(low),
            f"rk-fill--{step(category)}",
            category.color,
        )
