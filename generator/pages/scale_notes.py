"""What is to be known of the scale behind a category: whose word its bounds are, and that those of the
next edition are others."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.apart import apart
from generator.facts.compare import compare_categories
from generator.facts.region import RegionFacts
from generator.format import Source
from generator.pages.page import Site


def bounds_of_another(evaluation: Evaluation, facts: RegionFacts) -> Source | None:
    """Who published the bounds of an edition's categories, unless the source of this result did."""
    scale = evaluation.scale
    if scale is None or scale.minima is None or not scale.source:
        return None
    source = evaluation.source(scale.source)
    named = {
        facts.category.source,
        facts.score.source,
        evaluation.source(evaluation.settings.source),
    }
    return None if source in named else source


def other_scale_next(site: Site, evaluation: Evaluation) -> int | None:
    """The year of the next edition of a group, where its scale is known to be another and its
    categories are not compared."""
    later = [e for e in site.dataset.of_group(evaluation.group.id) if e.year > evaluation.year]
    following = min(later, key=lambda e: e.year, default=None)
    if following is None or compare_categories(following, evaluation):
        return None
    return following.year if apart(following, evaluation).scale else None


def scale_notes(site: Site, evaluation: Evaluation, facts: RegionFacts) -> list[str]:
    """Both as sentences of the article's figures; none where no category or score stands there."""
    _, language, told = site.language.gettext, site.language, []
    if not evaluation.measure.categories or not (facts.category or facts.score):
        return []
    source = bounds_of_another(evaluation, facts)
    if source is not None:
        name = language.institution(source.publisher or source.title, inside=True)
        by = f"{name}, {language.show_date(source.date)}" if source.date else name
        told.append(
            _(
                "Batas kategori %(year)s menurut %(by)s, bukan menurut sumber hasilnya.",
                year=evaluation.year,
                by=by,
            )
        )
    following = other_scale_next(site, evaluation)
    if following is not None:
        told.append(
            _(
                "Skala %(next)s lain; kategori %(year)s tidak dibandingkan dengannya.",
                year=evaluation.year,
                next=following,
            )
        )
    return told
