"""The article of a region in a year, the address that journalists cite."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup

from generator.facts.breakdown import Breakdown
from generator.facts.model import Fact
from generator.facts.rank_ranges import Shift
from generator.facts.region import RegionFacts
from generator.format import Region, Source
from generator.language.base import Language
from generator.news import Article, Sentence, sources_of
from generator.pages import addresses
from generator.pages.charts.measures import Measure, measures
from generator.pages.page import Link, Page, Site, beside, day_of, edition_link, home_link
from generator.pages.request import office, request
from generator.pages.timeline import decided, told_of, unknown_instruments
from generator.pages.view import render


def article(site: Site, year: int, id_: str) -> Page:
    """``/<year>/<id>/``: the article of a region in a year, the address that journalists cite."""
    address = addresses.ARTICLE(year, id_)
    dataset = site.dataset
    region_ = dataset.regions[id_]
    evaluation = dataset.evaluations[year, region_.group]
    facts = site.facts.region(evaluation, id_)
    written = site.newsroom.article(evaluation, id_)
    file = evaluation.results.get(id_)
    sources = _sources(written, facts, file.result.sources if file else ())
    numbers = {source: number for number, source in enumerate(sources, 1)}
    history = site.facts.history(id_)
    years = [e.year for e, _ in history]
    earlier, later = beside(years, year)
    told = told_of(site, evaluation, facts)
    found = site.facts.breakdown(evaluation, id_)
    noun = site.language.noun(evaluation.group.name)
    return Page(
        address=address,
        title=written.headline.text,
        kind="notice" if written.is_notice else "article",
        description=written.lead.text,
        markdown=render(
            site,
            address,
            "article.md.jinja",
            region=region_,
            evaluation=evaluation,
            facts=facts,
            whole=site.facts.evaluation(evaluation),
            article=written,
            sources=sources,
            told=told,
            year=year,
            ask=office(site, region_),
            noun=noun,
            wanted=request(site, region_, evaluation, facts),
            unknown_instruments=unknown_instruments(history[years.index(year) :][:2]),
            refs=lambda sentence: _refs(sentence, numbers),
            places=_places(facts) if evaluation.announced else {},
            indicators=_named_scores(facts) if found is None else [],
            b=found,
            decided=partial(decided, site),
            chart_medians=found is not None and any(row.n for row in found.indicators),
            chart=_indicator_chart(site, found, noun),
            ranges=site.facts.rank_ranges(evaluation).get(id_) if site.analysis else None,
            shifted=shifted,
            closing=site.facts.closing(evaluation, id_) if site.analysis else None,
        ),
        breadcrumbs=(home_link(site), edition_link(site, year), Link(region_.name, "")),
        previous=_year_of(region_, earlier, "Tahun sebelumnya") if earlier else None,
        next=_year_of(region_, later, "Tahun berikutnya") if later else None,
        published=day_of(evaluation),
        banner=site.banner(evaluation),
    )


def _year_of(region: Region, year: int, label: str) -> Link:
    return Link(f"{region.name} {year}", addresses.ARTICLE(year, region.id), label)


def _indicator_chart(site: Site, found: Breakdown | None, noun: str) -> Markup:
    """The scores of the indicators as bars, with the peers' median where there are peers."""
    rows = [row for row in found.indicators if row.score] if found else []
    if not rows:
        return Markup("")
    items = [
        Measure(
            row.indicator.name,
            row.score.known,
            site.language.decimal(row.score.known),
            row.median,
        )
        for row in rows
    ]
    told = "; ".join(
        f"{item.label} {item.text}"
        + (
            f", median {noun} {site.language.decimal(item.middle)}"
            if item.middle is not None
            else ""
        )
        for item in items
    )
    return measures(items, f"Skor tiap indikator dari 0 sampai 100: {told}")


_ROUNDINGS = {
    "none": "tanpa pembulatan",
    "coarser": "bila skor dibulatkan satu desimal lebih kasar",
    "down": "bila skor dibulatkan ke bawah",
}


def shifted(shift: Shift) -> str:
    """What was other, in words: ``bila bobot tahap SAQ naik sepersepuluh``."""
    if shift.kind == "rounding":
        return _ROUNDINGS[shift.name]
    level = "tahap" if shift.kind == "stage" else "indikator"
    return f"bila bobot {level} {shift.name} {'naik' if shift.up else 'turun'} sepersepuluh"


def _sources(written: Article, facts: RegionFacts, own: tuple[Source, ...]) -> list[Source]:
    """The sources that support the article and its table, in the order of their first use; then
    what is left of the region's own."""
    found = list(sources_of(written.sentences))
    figures: tuple[Fact[Any], ...] = (facts.category, facts.score, facts.rank, facts.target)
    for fact in figures:
        found += [fact.source] if fact.source is not None else []
        found += [other.source for other in fact.others if other.source is not None]
    return list(dict.fromkeys([*found, *own]))


def _refs(sentence: Sentence, numbers: dict[Source, int]) -> list[int]:
    return [numbers[source] for source in sentence.sources]


def _places(facts: RegionFacts) -> dict[str, str]:
    """File and line of each figure, for who wants to check the data."""
    named: dict[str, Fact[Any]] = {
        "category": facts.category,
        "score": facts.score,
        "rank": facts.rank,
    }
    return {
        name: f"{fact.places[0].file}:{fact.places[0].line}"
        for name, fact in named.items()
        if fact.places
    }


def _named_scores(facts: RegionFacts) -> list[tuple[str, list[tuple[str, Fact[Any]]]]]:
    """Scores of stages and indicators by their ids, where the questionnaire is not known."""
    tables = (("Tahap", facts.stage_scores), ("Indikator", facts.indicators))
    return [
        (
            title,
            [(Language.capitalised(id_.replace("-", " ")), fact) for id_, fact in scores.items()],
        )
        for title, scores in tables
        if scores
    ]
