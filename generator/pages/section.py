"""All that a page shows of the evaluation of one group."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Why
from generator.facts.questionnaire import Questionnaire
from generator.facts.rank_ranges import RankRange
from generator.format import Region, Source
from generator.language.catalogue import N_
from generator.news import Article
from generator.pages.charts.bars import Bar, bars
from generator.pages.charts.tiles import Tile, tiles
from generator.pages.labels import labels, step
from generator.pages.markup import slug
from generator.pages.page import Site
from generator.pages.timeline import Event, timeline


@dataclass(frozen=True, slots=True)
class Section:
    """All that a page shows of one evaluation."""

    evaluation: Evaluation
    facts: EvaluationFacts
    anchor: str
    noun: str
    article: Article
    chart: Markup
    map: Markup
    hatched: bool
    """Whether a tile of the map is hatched: its category is not known."""
    columns: tuple[str, ...]
    unpublished: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    covers_all: bool
    timeline: tuple[Event, ...]
    ranges: tuple[tuple[Region, RankRange], ...]
    """How firm each rank is, best first; empty unless the site shows its own analysis."""


def section_of(site: Site, here: str, evaluation: Evaluation) -> Section:
    facts = site.facts.evaluation(evaluation)
    noun = site.language.noun(evaluation.group.name)
    columns, unpublished = _columns(site, evaluation, facts)
    return Section(
        evaluation,
        facts,
        slug(evaluation.group.name),
        noun,
        site.newsroom.edition(evaluation),
        _distribution(site, facts, noun),
        _map(site, here, evaluation, facts),
        any(item.region.tile is not None and not item.category for item in facts.order),
        columns,
        unpublished,
        tuple(evaluation.sources.values()),
        evaluation.mentioned,
        timeline(site, evaluation),
        _ranges(site, evaluation),
    )


def _ranges(site: Site, evaluation: Evaluation) -> tuple[tuple[Region, RankRange], ...]:
    if not site.analysis:
        return ()
    found = site.facts.rank_ranges(evaluation)
    regions = site.dataset.regions
    listed = [(regions[id_], item) for id_, item in found.items()]
    return tuple(sorted(listed, key=lambda pair: (pair[1].place, pair[0].name)))


def _distribution(site: Site, facts: EvaluationFacts, noun: str) -> Markup:
    _ = site.language.gettext
    items = [
        Bar(
            item.category.name,
            item.count.known.number,
            ("≥ " if item.count.known.at_least else "")
            + site.language.digits(item.count.known.number),
            f"rk-fill--{step(item.category)}",
            item.category.color,
        )
        for item in facts.counts
        if item.count
    ]
    if not items:
        return Markup("")
    if facts.unaccounted and facts.unaccounted.known:
        unknown = facts.unaccounted.known
        items.append(
            Bar(_("Belum diketahui"), unknown, site.language.digits(unknown), "rk-fill--x")
        )
    told = ", ".join(f"{item.label} {item.text}" for item in items)
    return bars(items, _("Sebaran kategori %(noun)s: %(told)s", noun=noun, told=told))


def _map(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Markup:
    found = []
    for item in facts.order if evaluation.measure.categories else ():
        region = item.region
        if region.tile is None:
            continue
        category = item.category.value
        fill = f"{step(category)}" if category else "x"
        state = (
            category.name
            if category
            else labels(site.language).reason_text(item.category.why or Why.UNKNOWN, short=True)
        )
        found.append(
            Tile(
                region.tile[0],
                region.tile[1],
                region.also[0] if region.also else site.names.short(region)[:5],
                f"{region.name}: {state}",
                site.link(here, site.at.ARTICLE(evaluation.year, region.id)),
                f"rk-fill--{fill}",
                f"rk-on--{fill}",
                category.color if category else None,
            )
        )
    title = site.language.gettext(
        "Peta petak %(noun)s %(year)s",
        noun=site.language.noun(evaluation.group.name),
        year=evaluation.year,
    )
    return tiles(found, title)


_COLUMN_NAMES = {"score": N_("Skor"), "rank": N_("Peringkat")}


def _columns(
    site: Site, evaluation: Evaluation, facts: EvaluationFacts
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The columns in which anything is known; of the others their name and the reason."""
    shown: list[str] = []
    hidden: list[tuple[str, str]] = []
    for name in ("score", "rank") if evaluation.ranked else ("score",):
        if any(getattr(item, name) for item in facts.order):
            shown.append(name)
        elif facts.order:
            reasons = {getattr(item, name).why for item in facts.order}
            said = labels(site.language).reason_text(
                min(reasons, key=lambda why: _PRIORITY.index(why.value)), short=True
            )
            hidden.append((site.language.gettext(_COLUMN_NAMES[name]), said))
    if facts.has_changes:
        shown.append("change")
    return tuple(shown), tuple(hidden)


_PRIORITY = (
    "not-published",
    "not-announced",
    "peers-unknown",
    "peers-unsure",
    "unsure",
    "sole-participant",
    "unknown",
    "stopped",
    "no-scale",
    "no-bounds",
    "not-comparable",
    "no-earlier",
    "not-assessed",
    "absent",
    "top-category",
    "no-target",
    "not-near",
    "not-ranked",
    "no-categories",
)


def asked(site: Site, year: int) -> list[tuple[Evaluation, Questionnaire]]:
    """The evaluations of a year that have an instrument, with the figures of it."""
    found = ((e, site.facts.questionnaire(e)) for e in site.dataset.of_year(year))
    return [(evaluation, figures) for evaluation, figures in found if figures is not None]
