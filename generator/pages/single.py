"""Pages of one region: its whole history, and its article of one year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from generator import words
from generator.charts import Measure, measures
from generator.dataset import Evaluation
from generator.facts.breakdown import Breakdown
from generator.facts.earlier import instruments_known
from generator.facts.model import Fact, Outcome, RegionFacts
from generator.facts.robustness import Shift
from generator.news import Article, Sentence, sources_of
from generator.news.teller import group_noun
from generator.pages.cycle import Event, Objected, decided, objections, timeline
from generator.pages.overview import HOME, changes
from generator.pages.page import Link, Page, Site, render
from generator.pages.request import office, request
from generator.schema import Region, Response, Source, Statement

_OUTCOMES = {
    Outcome.MET: "tercapai",
    Outcome.EXCEEDED: "tercapai, hasilnya di atas target",
    Outcome.MISSED: "tidak tercapai",
    None: "belum diketahui",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A year of a region's history as its page shows it."""

    evaluation: Evaluation
    facts: RegionFacts
    target_outcome: str
    timeline: tuple[Event, ...]
    objections: tuple[Objected, ...]
    statements: tuple[Statement, ...]
    responses: tuple[Response, ...]


def _told(evaluation: Evaluation, facts: RegionFacts) -> Told:
    file = evaluation.results.get(facts.region.id)
    outcome = facts.target.value.outcome if facts.target.value else None
    made = objections(evaluation, facts.region.id)
    return Told(
        evaluation,
        facts,
        _OUTCOMES[outcome],
        timeline(evaluation, facts.region.id, made),
        made,
        file.result.statements if file else (),
        file.result.responses if file else (),
    )


def region(site: Site, id_: str) -> Page:
    """``/wilayah/<id>/``: all years of one region."""
    address = f"wilayah/{id_}/"
    region_ = site.dataset.regions[id_]
    history = [_told(evaluation, facts) for evaluation, facts in site.facts.history(id_)]
    latest = next((told for told in history if told.facts.has_result), None)
    evaluations = [told.evaluation for told in history]
    return Page(
        address=address,
        title=region_.name,
        kind="region",
        description=_region_description(region_, latest),
        markdown=render(
            site,
            address,
            "region.md.jinja",
            region=region_,
            history=history,
            latest=latest,
            group=site.dataset.groups[region_.group],
            changes=changes,
            running=site.newsroom.history(id_),
            ask=office(region_),
            parent=site.dataset.regions.get(region_.parent or ""),
            unknown_instruments=_unknown_instruments(site.facts.history(id_)),
        ),
        breadcrumbs=(HOME, Link("Wilayah", "wilayah/"), Link(region_.name, "")),
        banner=site.banner(*evaluations),
    )


def _unknown_instruments(history: list[tuple[Evaluation, RegionFacts]]) -> bool:
    """Whether a change is shown between editions whose questionnaires are not known."""
    return any(
        (facts.points or facts.categories) and not instruments_known(evaluation, other)
        for (evaluation, facts), (other, _) in pairwise(history)
    )


def _region_description(region_: Region, latest: Told | None) -> str:
    if latest is None:
        return f"Hasil evaluasi keterbukaan informasi publik {region_.name} dari tahun ke tahun."
    year = latest.evaluation.year
    if latest.facts.category.value is not None:
        name = latest.facts.category.value.name
        return f"{region_.name} berkategori {name} pada {year}. Semua hasil dari tahun ke tahun, dengan sumbernya."
    return f"Hasil {region_.name} pada {year} dan tahun-tahun sebelumnya, dengan sumbernya."


def article(site: Site, year: int, id_: str) -> Page:
    """``/<year>/<id>/``: the article of a region in a year, the address that journalists cite."""
    address = f"{year}/{id_}/"
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
    at = years.index(year)
    earlier = years[at + 1] if at + 1 < len(years) else None
    later = years[at - 1] if at else None
    published = evaluation.settings.published
    told = _told(evaluation, facts)
    found = site.facts.breakdown(evaluation, id_)
    noun = group_noun(evaluation.group.name)
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
            changes=changes,
            ask=office(region_),
            noun=noun,
            wanted=request(region_, evaluation, facts),
            unknown_instruments=_unknown_instruments(history[at : at + 2]),
            refs=lambda sentence: _refs(sentence, numbers),
            places=_places(facts),
            indicators=_named_scores(facts) if found is None else [],
            b=found,
            decided=decided,
            chart_medians=found is not None and any(row.n for row in found.indicators),
            chart=_indicator_chart(found, noun),
            ranges=site.facts.rank_ranges(evaluation).get(id_) if site.analysis else None,
            shifted=shifted,
            closing=site.facts.closing(evaluation, id_) if site.analysis else None,
        ),
        breadcrumbs=(HOME, Link(f"Edisi {year}", f"{year}/"), Link(region_.name, "")),
        previous=Link(f"{region_.name} {earlier}", f"{earlier}/{id_}/", "Tahun sebelumnya")
        if earlier
        else None,
        next=Link(f"{region_.name} {later}", f"{later}/{id_}/", "Tahun berikutnya")
        if later
        else None,
        published=str(published) if published and published.day else "",
        banner=site.banner(evaluation),
    )


def _indicator_chart(found: Breakdown | None, noun: str) -> Markup:
    """The scores of the indicators as bars, with the peers' median where there are peers."""
    rows = [row for row in found.indicators if row.score] if found else []
    if not rows:
        return Markup("")
    items = [
        Measure(
            row.indicator.name,
            row.score.known,
            words.decimal(row.score.known),
            row.median,
        )
        for row in rows
    ]
    told = "; ".join(
        f"{item.label} {item.text}"
        + (f", median {noun} {words.decimal(item.middle)}" if item.middle is not None else "")
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
            [(words.capitalised(id_.replace("-", " ")), fact) for id_, fact in scores.items()],
        )
        for title, scores in tables
        if scores
    ]
