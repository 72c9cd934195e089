"""The article of a region in a year, the address that journalists cite."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.breakdown import Breakdown, IndicatorRow
from generator.facts.model import Fact, Rule
from generator.facts.rank_ranges import Shift
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.format import Region, Source
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.news import Article, sources_of
from generator.pages.actions import actions_of, cited_text
from generator.pages.charts.measures import Measure, measures
from generator.pages.citing import nobodys_result, unsourced_years
from generator.pages.closing import closing_told
from generator.pages.compare import has_medians
from generator.pages.comparing import caution_of
from generator.pages.linked_data import report
from generator.pages.page import Link, Page, Site, beside, day_of, edition_link, home_link
from generator.pages.preview import of_result
from generator.pages.quotes import Quotes
from generator.pages.remarks import other_bounds
from generator.pages.request import office, request
from generator.pages.scale_notes import bounds_of_another, scale_notes
from generator.pages.sentences import numbered
from generator.pages.spread import spread
from generator.pages.standing import standing, stopped
from generator.pages.timeline import Told, decided, told_of
from generator.pages.versus import near_named_in
from generator.pages.view import render
from generator.pages.years import History, years_drawn, years_legend, years_rows


def article(site: Site, year: int, id_: str) -> Page:
    """``/<year>/<id>/``: the article of a region in a year, the address that journalists cite."""
    address = site.at.ARTICLE(year, id_)
    region_ = site.dataset.regions[id_]
    evaluation = site.dataset.evaluations[year, region_.group]
    facts = site.facts.region(evaluation, id_)
    written = site.newsroom.article(evaluation, id_)
    sources = _sources(written, facts, evaluation)
    history = site.facts.history(id_)
    earlier, later = beside([e.year for e, _ in history], year)
    told = told_of(site, evaluation, facts)
    found = site.facts.breakdown(evaluation, id_)
    noun = site.language.noun(evaluation.group.name)
    found_beside = _beside(site, evaluation, facts, history)
    _ = site.language.gettext
    return Page(
        address=address,
        title=written.headline.text,
        kind="notice" if written.is_notice else "article",
        description=written.lead.text,
        text=render(
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
            caution=caution_of(site, [(evaluation, facts)], written.sentences),
            scale_notes=scale_notes(site, evaluation, facts),
            referred=numbered(site.language, sources),
            places=_places(facts) if evaluation.announced else [],
            indicators=_named_scores(site, facts) if found is None else [],
            b=found,
            **_computed(site, evaluation, id_),
            chart_medians=found is not None and any(row.n for row in found.indicators),
            chart=_indicator_chart(site, found, noun),
            charted=_by_loss(found),
            **_near(site, evaluation, region_),
            **_cited(site, address, told, written, sources),
            **found_beside,
            answers_title=_("Sanggahan dan tanggapan") if told.objections else _("Tanggapan"),
            meaning=(_meaning_title(site, facts), _meaning(site, facts)),
        ),
        breadcrumbs=_crumbs(site, evaluation, region_),
        previous=_year_of(site, region_, earlier, _("Tahun sebelumnya")) if earlier else None,
        next=_year_of(site, region_, later, _("Tahun berikutnya")) if later else None,
        published=day_of(evaluation),
        banner=site.banner(evaluation),
        preview=of_result(site, evaluation, facts, found_beside["known_before"]),
        data=report(site, evaluation, facts, written, address, sources),
    )


def _near(site: Site, evaluation: Evaluation, region_: Region) -> dict[str, Any]:
    """Where to go from here: who is worth comparing, who comes before and after in the group."""
    return {
        "turned": _turned(site, evaluation, region_.id),
        "has_medians": site.compare and has_medians(site, region_.id),
        "near": near_named_in(site, evaluation, region_) if site.compare else [],
    }


def _crumbs(site: Site, evaluation: Evaluation, region_: Region) -> tuple[Link, ...]:
    year, group = evaluation.year, evaluation.group
    return (
        home_link(site),
        edition_link(site, year),
        Link(site.language.group(group.name), site.at.GROUP(year, group.id)),
        Link(site.names.full(region_), ""),
    )


def _turned(site: Site, evaluation: Evaluation, id_: str) -> list[tuple[str, Region]]:
    """The bodies before and after one in the list of its group, each with the word of its link."""

    def found() -> dict[str, int]:
        return {region.id: at for at, region in enumerate(evaluation.regions)}

    places = site.once(("order", evaluation.year, evaluation.group.id), found)
    if id_ not in places:
        return []
    at, regions, _ = places[id_], evaluation.regions, site.language.gettext
    both = ((at - 1, _("Sebelumnya dalam daftar")), (at + 1, _("Berikutnya dalam daftar")))
    return [(word, regions[there]) for there, word in both if 0 <= there < len(regions)]


def _cited(
    site: Site, address: str, told: Told, written: Article, sources: list[Source]
) -> dict[str, Any]:
    """How the page is cited as a whole, and each of its facts."""
    evaluation, facts = told.evaluation, told.facts
    figures = inputs_of(facts.category, facts.score, facts.rank)
    notes = [fact.note for fact in (facts.category, facts.score, facts.rank) if fact.note]
    nobodys = _unsourced(site, facts, written)
    sentence = cited_text(
        site, evaluation, written, address, figures or sources, *nobodys, notes=notes
    )
    title, region_ = written.headline.text, facts.region
    return {
        "quotes": Quotes(site, evaluation, facts, told, address),
        "actions": actions_of(
            site, address, title, [evaluation], site.names.full(region_), sentence, region_.id
        ),
    }


def _unsourced(site: Site, facts: RegionFacts, written: Article) -> list[str]:
    """Of which years that a lead names it is not known who said the result; of its own only where
    somebody is named, for another."""
    changes = (facts.categories.value, facts.points.value, facts.places.value)
    figures = [(facts.year, fact) for fact in (facts.category, facts.score, facts.rank)]
    figures += [(change.year, change.earlier) for change in changes if change]
    own = bool(sources_of((written.lead,)))
    years = [
        year
        for year in unsourced_years(figures)
        if (own if year == facts.year else str(year) in written.lead.text)
    ]
    told = nobodys_result(site.language, years)
    return [site.language.capitalised(told)] if told else []


def _beside(
    site: Site, evaluation: Evaluation, facts: RegionFacts, history: History
) -> dict[str, Any]:
    """What stands beside the text: the years, the categories of the group, the last known result.

    A later edition changes nothing here: the article stays what it was.
    """
    history = [(e, f) for e, f in history if e.year <= evaluation.year]
    whole, here = site.facts.evaluation(evaluation), site.at.ARTICLE(facts.year, facts.region.id)
    placed = bool(facts.category) and facts.category.settled
    earlier = ((e, f) for e, f in history if e is not evaluation and f.has_result)
    return {
        "known_before": next(earlier, None),
        "standing": standing(site, here, evaluation),
        "stop": stopped(evaluation, facts),
        "steps": years_drawn(site, history, site.names.full(facts.region)),
        "steps_legend": years_legend(site, history),
        "steps_rows": years_rows(site, history),
        "spread": spread(site, here, evaluation, whole, facts.region.id),
        "ladder": [item for item in whole.counts if item.count] if placed else [],
    }


def _computed(site: Site, evaluation: Evaluation, id_: str) -> dict[str, Any]:
    """What the site computes beyond the figures of the evaluation."""
    first = site.facts.first_losses(evaluation, id_)
    return {
        "first": first,
        "first_title": site.language.gettext(_FIRST[len(first.items) - 1]) if first else "",
        "ranges": site.facts.rank_ranges(evaluation).get(id_) if site.analysis else None,
        "decided": partial(decided, site),
        "shifted": partial(shifted, site),
        "closing_told": partial(closing_told, site),
        "closing": site.facts.closing(evaluation, id_) if site.analysis else None,
    }


def _year_of(site: Site, region: Region, year: int, label: str) -> Link:
    return Link(f"{site.names.full(region)} {year}", site.at.ARTICLE(year, region.id), label)


def _indicator_chart(site: Site, found: Breakdown | None, noun: str) -> Markup:
    """The scores of the indicators as bars, with the peers' median where there are peers."""
    rows = _by_loss(found)
    if not rows:
        return Markup("")
    items = [
        Measure(
            row.indicator.name,
            row.score.known,
            site.language.decimal(row.score.known),
            row.median,
            row.indicator.weight,
        )
        for row in rows
    ]
    _ = site.language.gettext

    def named(item: Measure) -> str:
        told = f"{item.label} {item.text}"
        if item.middle is None:
            return told
        middle = site.language.decimal(item.middle)
        return told + _(", median %(group)s %(score)s", group=noun, score=middle)

    told = "; ".join(named(item) for item in items)
    return measures(items, _("Skor tiap indikator dari 0 sampai 100: %(scores)s", scores=told))


def _by_loss(found: Breakdown | None) -> list[IndicatorRow]:
    """The indicators whose score is known, the one that took most from its stage first."""
    rows = [row for row in found.indicators if row.score] if found else []
    return sorted(rows, key=_lost, reverse=True)


def _lost(row: IndicatorRow) -> Decimal:
    """How much an indicator took from the score of its stage."""
    return (100 - row.score.known) * row.indicator.weight


def _meaning_title(site: Site, facts: RegionFacts) -> str:
    _ = site.language.gettext
    told = facts.category and site.measure.meaning
    return _("Apa arti kategori ini") if told else _("Apa yang diukur")


def _meaning(site: Site, facts: RegionFacts) -> str:
    """What the result means, beside a category, or beside a score where there are no categories."""
    words = site.measure.meaning or site.measure.about
    shown = facts.category or (facts.score and not site.measure.categories)
    return words.of(site.language.code) if words is not None and shown else ""


_FIRST = (N_("Hal pertama"), N_("Dua hal pertama"), N_("Tiga hal pertama"))
"""Over the questions that cost most, by how many there are."""

_ROUNDINGS = {
    "none": N_("tanpa pembulatan"),
    "coarser": N_("bila skor dibulatkan satu desimal lebih kasar"),
    "down": N_("bila skor dibulatkan ke bawah"),
}
_WEIGHTS = {
    ("stage", True): N_("bila bobot tahap %(name)s naik sepersepuluh"),
    ("stage", False): N_("bila bobot tahap %(name)s turun sepersepuluh"),
    ("indicator", True): N_("bila bobot indikator %(name)s naik sepersepuluh"),
    ("indicator", False): N_("bila bobot indikator %(name)s turun sepersepuluh"),
}


def shifted(site: Site, shift: Shift) -> str:
    """What was other, in words: ``bila bobot tahap SAQ naik sepersepuluh``."""
    if shift.kind == "rounding":
        return site.language.gettext(_ROUNDINGS[shift.name])
    return site.language.gettext(_WEIGHTS[shift.kind, shift.up], name=shift.name)


def _sources(written: Article, facts: RegionFacts, evaluation: Evaluation) -> list[Source]:
    """The sources that support the article and its tables, in the order of their first use; then
    what is left of the region's own."""
    figures: tuple[Fact[Any], ...] = (facts.category, facts.score, facts.rank, facts.target)
    parts = (*facts.stage_scores.values(), *facts.indicators.values())
    found = [*sources_of(written.sentences), *inputs_of(*figures, facts.state, *parts)]
    file, bounds = evaluation.results.get(facts.region.id), None
    if facts.category or facts.score:  # else no figure of the page goes by them
        bounds = other_bounds(evaluation, facts) or bounds_of_another(evaluation, facts)
    own = file.result.sources if file else ()
    return list(dict.fromkeys([*found, *filter(None, [bounds]), *own]))


def _places(facts: RegionFacts) -> list[tuple[str, bool, list[str]]]:
    """File and line of each figure, for who wants to check the data; of one that the site computed
    (``True``) those of what it was computed from."""
    named: dict[str, Fact[Any]] = {
        "category": facts.category,
        "score": facts.score,
        "rank": facts.rank,
    }
    return [
        (
            name,
            fact.rule is not Rule.PUBLISHED,
            list(dict.fromkeys(f"{place.file}:{place.line}" for place in fact.places)),
        )
        for name, fact in named.items()
        if fact.places
    ]


def _named_scores(
    site: Site, facts: RegionFacts
) -> list[tuple[str, str, list[tuple[str, Fact[Any]]]]]:
    """Scores of stages and indicators by their ids, where the questionnaire is not known.

    Each with its own name over the column: neither is the score of the region.
    """
    _ = site.language.gettext
    tables = (
        (_("Tahap"), _("Skor tahap"), facts.stage_scores),
        (_("Indikator"), _("Skor indikator"), facts.indicators),
    )
    return [
        (
            title,
            head,
            [(Language.capitalised(id_.replace("-", " ")), fact) for id_, fact in scores.items()],
        )
        for title, head, scores in tables
        if scores
    ]
