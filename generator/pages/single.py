"""Pages of one region: its whole history, and its article of one year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator import words
from generator.dataset import Evaluation
from generator.facts.earlier import instruments_known
from generator.facts.model import Fact, Outcome, RegionFacts
from generator.news import Article, Sentence, write_article
from generator.pages.overview import HOME, changes
from generator.pages.page import Link, Page, Site, group_noun, render
from generator.schema import Activity, Region, Response, Source, Statement

WEB_EXCERPT = 155
"""Letters of a description that search engines and messengers show."""

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
    activities: tuple[Activity, ...]
    statements: tuple[Statement, ...]
    responses: tuple[Response, ...]


def _told(evaluation: Evaluation, facts: RegionFacts) -> Told:
    file = evaluation.results.get(facts.region.id)
    outcome = facts.target.value.outcome if facts.target.value else None
    return Told(
        evaluation,
        facts,
        _OUTCOMES[outcome],
        file.result.activities if file else (),
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
            ask=_ask(region_),
            parent=site.dataset.regions.get(region_.parent or ""),
            unknown_instruments=_unknown_instruments(history),
        ),
        breadcrumbs=(HOME, Link("Wilayah", "wilayah/"), Link(region_.name, "")),
        banner=site.banner(*evaluations),
    )


def _unknown_instruments(history: list[Told]) -> bool:
    """Whether a change is shown between editions whose questionnaires are not known."""
    return any(
        (told.facts.points or told.facts.categories)
        and not instruments_known(told.evaluation, other.evaluation)
        for told, other in pairwise(history)
    )


def _region_description(region_: Region, latest: Told | None) -> str:
    if latest is None:
        return f"Hasil evaluasi keterbukaan informasi publik {region_.name} dari tahun ke tahun."
    year = latest.evaluation.year
    if latest.facts.category.value is not None:
        name = latest.facts.category.value.name
        return f"{region_.name} berkategori {name} pada {year}. Semua hasil dari tahun ke tahun, dengan sumbernya."
    return f"Hasil {region_.name} pada {year} dan tahun-tahun sebelumnya, dengan sumbernya."


def _ask(region_: Region) -> str:
    """The office to write to: the region's PPID as the data name it."""
    return region_.ppid.office if region_.ppid else f"PPID {region_.name}"


def article(site: Site, year: int, id_: str) -> Page:
    """``/<year>/<id>/``: the article of a region in a year, the address that journalists cite."""
    address = f"{year}/{id_}/"
    dataset = site.dataset
    region_ = dataset.regions[id_]
    evaluation = dataset.evaluations[year, region_.group]
    facts = site.facts.region(evaluation, id_)
    written = write_article(evaluation, id_, site.facts, site.names)
    sources = _sources(evaluation, id_, written, facts)
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    years = [e.year for e in dataset.of_region(id_)]
    at = years.index(year)
    earlier = years[at + 1] if at + 1 < len(years) else None
    later = years[at - 1] if at else None
    published = evaluation.settings.published
    told = _told(evaluation, facts)
    return Page(
        address=address,
        title=written.headline,
        kind="notice" if written.is_notice else "article",
        description=written.lead.text,
        markdown=render(
            site,
            address,
            "article.md.jinja",
            region=region_,
            evaluation=evaluation,
            facts=facts,
            article=written,
            sources=sources,
            told=told,
            year=year,
            changes=changes,
            ask=_ask(region_),
            noun=group_noun(evaluation.group.name),
            refs=lambda sentence: _refs(sentence, numbers),
            places=_places(facts),
            indicators=_named_scores(site, evaluation, facts),
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


def _sources(
    evaluation: Evaluation, id_: str, written: Article, facts: RegionFacts
) -> list[Source]:
    """The sources that support the article and its table, in the order of their first use."""
    ids: list[str] = [s for sentence in written.sentences for s in sentence.sources]
    for fact in (facts.category, facts.score, facts.rank, facts.target):
        if fact.source is not None:
            ids.append(fact.source.id)
        ids += [other.source.id for other in fact.others if other.source is not None]
    # A sentence on an earlier edition rests on that edition's sources.
    earlier = {
        fact.source.id: fact.source
        for sentence in written.sentences
        for fact in sentence.facts
        if fact.source is not None
    }
    found = (evaluation.source(source, id_) or earlier.get(source) for source in dict.fromkeys(ids))
    return [source for source in found if source is not None]


def _refs(sentence: Sentence, numbers: dict[str, int]) -> list[int]:
    return [numbers[source] for source in sentence.sources if source in numbers]


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


def _named_scores(
    site: Site, evaluation: Evaluation, facts: RegionFacts
) -> list[tuple[str, list[tuple[str, object]]]]:
    """Scores of stages and indicators with their names, where the questionnaire is known."""
    instrument = site.dataset.instruments.get(evaluation.settings.instrument or "")
    names = {}
    if instrument is not None:
        names = {stage.id: stage.name for stage in instrument.stages}
        names |= {indicator.id: indicator.name for indicator in instrument.indicators}
    tables: list[tuple[str, list[tuple[str, object]]]] = []
    for title, scores in (("Tahap", facts.stage_scores), ("Indikator", facts.indicators)):
        if scores:
            label = [
                (names.get(id_, words.capitalised(id_.replace("-", " "))), fact)
                for id_, fact in scores.items()
            ]
            tables.append((title, list(label)))
    return tables
