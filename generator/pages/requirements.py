"""What categories require besides the score, in words: of the method, and of one region."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.evaluation.requirements import met
from generator.facts.region import RegionFacts
from generator.format import CategoryStep, Requirement
from generator.pages.labels import labels
from generator.pages.markup import escape, filled, sewn
from generator.pages.page import Site


def required(site: Site, evaluation: Evaluation, step: CategoryStep) -> list[Markup]:
    """What a category of the edition's scale requires, one text each."""
    return [_asked(site, evaluation, item) for item in step.requires]


def lacking(
    site: Site, evaluation: Evaluation, facts: RegionFacts, items: Sequence[Requirement]
) -> list[Markup]:
    """Which of some requirements a region is known not to meet, with its score where one is asked."""
    file = evaluation.results.get(facts.region.id)
    unmet = [item for item in items if file is not None and met(item, evaluation, file) is False]
    return [_asked(site, evaluation, item) + _own(site, facts, item) for item in unmet]


def _own(site: Site, facts: RegionFacts, item: Requirement) -> Markup:
    scores = facts.stage_scores if item.indicator is None else facts.indicators
    score = scores.get(item.indicator or item.stage or "")
    if item.minimum is None or score is None or not score.settled:
        return Markup("")
    return sewn(" ({})", site.language.decimal(score.known))


def _asked(site: Site, evaluation: Evaluation, item: Requirement) -> Markup:
    _, instrument = site.language.gettext, evaluation.instrument
    assert instrument is not None
    own = labels(site.language).own
    question, indicator = instrument.question(item.question), instrument.indicator(item.indicator)
    if question is not None:
        text = own(question.text)
        return filled(_("poin penuh pada pertanyaan “%(text)s”"), text=text)
    stage = instrument.stage(item.stage)
    assert indicator is not None or stage is not None
    name = own(indicator.name if indicator is not None else stage.name if stage else "")
    if item.minimum is None:
        full = _("poin penuh pada indikator %(name)s"), _("poin penuh pada tahap %(name)s")
        return filled(full[indicator is None], name=name)
    least = (
        _("skor indikator %(name)s sedikitnya %(score)s"),
        _("skor tahap %(name)s sedikitnya %(score)s"),
    )
    score = escape(site.language.plain_number(item.minimum))
    return filled(least[indicator is None], name=name, score=score)


def held_back(site: Site, evaluation: Evaluation, facts: RegionFacts) -> Markup:
    """Which requirements of the category that the score reaches do not hold; "" if none is known."""
    _, found = site.language.gettext, facts.held_back.value
    if found is None:
        return Markup("")
    if not found.unmet:
        return escape(_("belum diketahui apakah terpenuhi"))
    asked = [
        _asked(site, evaluation, item.item)
        + (sewn(" ({})", site.language.decimal(item.score)) if item.score is not None else "")
        for item in found.unmet
    ]
    return filled(_("tidak terpenuhi: %(what)s"), what=Markup("; ").join(asked))


def held_by_scale(row: RegionFacts) -> bool:
    """Whether the scale withholds a category that the score reaches, and nobody announced another."""
    return bool(row.held_back) and (not row.category or row.as_by_scale)


MOST_HELD_BACK = 7
"""Of more the page of an edition tells the number alone; each stands in its article."""


def all_held_back(site: Site, evaluation: Evaluation, found: Sequence[RegionFacts]) -> Markup:
    """Of some whom the scale withholds a category what that requires, below a ranking."""
    _, own = site.language.gettext, labels(site.language).own
    if len(found) > MOST_HELD_BACK:
        number = site.language.digits(len(found))
        return escape(_("%(n)s; rinciannya pada laporan masing-masing", n=number))
    return Markup("; ").join(
        filled(
            _("%(name)s (syarat kategori %(category)s %(what)s)"),
            name=site.names.full(row.region),
            category=own(row.held_back.known.category),
            what=held_back(site, evaluation, row),
        )
        for row in found
    )
