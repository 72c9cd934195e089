"""An indicator: what it asks, all bodies by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.apart import Apart, Since, apart
from generator.facts.compare import same_indicator
from generator.facts.model import Average, Fact, Rule, Why
from generator.facts.questionnaire import IndicatorFacts
from generator.pages.actions import actions_of
from generator.pages.charts.strip import Dot, strip
from generator.pages.citing import Quote
from generator.pages.comparing import caution_told
from generator.pages.page import Link, Page, Site, edition_link, home_link
from generator.pages.quotes import averaged
from generator.pages.section import asked
from generator.pages.view import render


def indicator(site: Site, year: int, id_: str) -> Page:
    """``/<year>/indikator/<id>/``: what it asks, all bodies by it, where points were lost."""
    address = site.at.INDICATOR(year, id_)
    sections = [
        (evaluation, found)
        for evaluation, figures in asked(site, year)
        if (found := figures.indicator(id_)) is not None
    ]
    name = sections[0][1].indicator.name
    title = f"{name} {year}"
    quotes = {quote.anchor: quote for quote in _quotes(site, address, sections)}
    return Page(
        address=address,
        title=title,
        kind="indicator",
        description=site.language.gettext(
            "Indikator %(name)s dalam evaluasi %(year)s: skor tiap badan publik dan pertanyaannya.",
            name=name,
            year=year,
        ),
        text=render(
            site,
            address,
            "indicator.md.jinja",
            year=year,
            sections=sections,
            name=name,
            quotes=quotes,
            actions=actions_of(
                site,
                address,
                title,
                [evaluation for evaluation, _ in sections],
                name,
                next(iter(quotes.values())).text if quotes else Markup(""),
            ),
            spread=partial(_spread, site, address),
            unlike=partial(_unlike, site),
            earlier_than=site.facts.before,
            caution_of=partial(_caution, site),
        ),
        breadcrumbs=(home_link(site), edition_link(site, year), Link(name, "")),
        banner=site.banner(*(evaluation for evaluation, _ in sections)),
    )


def _quotes(
    site: Site, address: str, sections: Sequence[tuple[Evaluation, IndicatorFacts]]
) -> Iterator[Quote]:
    """The citations of the averages of each group."""
    for evaluation, found in sections:
        noun = site.language.noun(evaluation.group.name)
        _ = site.language.gettext
        for anchor, what, value in (
            (
                "median",
                _("median skor indikator %(name)s", name=found.indicator.name),
                found.median,
            ),
            (
                "rata-rata",
                _("rata-rata skor indikator %(name)s", name=found.indicator.name),
                found.mean,
            ),
        ):
            if value is not None:
                fact = Fact(Average(value, len(found.scores)), None, Rule.AVERAGE)
                there = f"{anchor}-{evaluation.group.id}"
                alike = any(item.change for item in found.scores)
                yield averaged(site, evaluation, there, what, fact, noun, address, alike=alike)


def _unlike(site: Site, evaluation: Evaluation, found: IndicatorFacts) -> Apart | None:
    """The latest earlier edition with which an indicator does not compare, and what is other there."""
    if all(item.change.why is not Why.NOT_COMPARABLE for item in found.scores):
        return None
    for other in site.facts.before(evaluation):
        scored = any(site.facts.region(other, item.region.id).indicators for item in found.scores)
        if scored and same_indicator(evaluation, other, found.indicator.id) is None:
            return apart(evaluation, other).of_scores
    return None


def _caution(site: Site, evaluation: Evaluation, found: IndicatorFacts) -> str:
    """The caution below the changes of an indicator."""
    years = {item.change.value.year for item in found.scores if item.change.value}
    compared = [Since(score=year) for year in years]
    return caution_told(site.language, site.facts.caution(evaluation, compared))


def _spread(site: Site, here: str, found: IndicatorFacts, year: int, noun: str) -> Markup:
    """How the scores of an indicator lie between 0 and 100."""
    if found.median is None:
        return Markup("")
    _, decimal = site.language.gettext, site.language.decimal
    dots = [
        Dot(
            s.score,
            f"{site.names.full(s.region)} {decimal(s.score)}",
            href=site.link(here, site.at.ARTICLE(year, s.region.id)),
        )
        for s in found.scores
    ]
    title = _(
        "Sebaran skor %(name)s %(noun)s dari 0 sampai 100: %(told)s; median %(median)s",
        name=found.indicator.name,
        noun=noun,
        told="; ".join(dot.told for dot in dots[:MOST_TOLD]),
        median=decimal(found.median),
    )
    return strip(dots, (), found.median, "100", title)


MOST_TOLD = 40
"""So many scores a picture tells who hears it; the table below it has all."""
