"""All that a page shows of the evaluation of one group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.doors import Door, least_took_part
from generator.facts.group import EvaluationFacts
from generator.facts.model import Fact, Why
from generator.facts.objections import ObjectionFacts
from generator.facts.questionnaire import Questionnaire
from generator.facts.rank_ranges import RankRange
from generator.facts.sources import inputs_of
from generator.format import Region, Source
from generator.language.catalogue import N_
from generator.language.states import STATES
from generator.news import Article, sources_of
from generator.pages.charts.bars import Bar, bars
from generator.pages.charts.tiles import FEW_COLUMNS, Tile, tiles
from generator.pages.comparing import apart_legend, caution_of_group
from generator.pages.labels import counted_as, labels, step
from generator.pages.land import Drawn, land, land_plan
from generator.pages.map_states import map_legend, told_on_maps
from generator.pages.markup import escape, filled, slug
from generator.pages.page import Site
from generator.pages.ranking import Ranking, ranking_of
from generator.pages.spread import spread
from generator.pages.timeline import Event, timeline
from generator.pages.wholes import ShownWhole, shown_wholes


@dataclass(frozen=True, slots=True)
class ShownDoor:
    """How many came through a door, and what they did there."""

    words: Markup
    number: Fact[int]
    least: int = 0
    """So many at least, where the number is not known: 0 where nothing is."""
    open: int = 0
    """Of so many others it is not known."""


@dataclass(frozen=True, slots=True)
class Section:
    """All that a page shows of one evaluation."""

    evaluation: Evaluation
    facts: EvaluationFacts
    anchor: str
    noun: str
    article: Article
    chart: Markup
    spread: Markup
    """The scores of a complete group on its scale; "" of another."""
    map: Markup
    """The map of squares; "" where no region has a place on it, or nobody a category."""
    land: Drawn
    """The map of boundaries, where all regions have one and somebody has a category."""
    broad_map: bool
    """Whether the map is too broad for the side column."""
    map_legend: str
    """What the marks of the tiles mean that have no category; "" where all have one."""
    columns: tuple[str, ...]
    unpublished: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    covers_all: bool
    ranking: Ranking
    timeline: tuple[Event, ...]
    objections: tuple[ObjectionFacts, ...]
    ranges: tuple[tuple[Region, RankRange], ...]
    """How firm each rank is, best first; empty unless the site shows its own analysis."""
    doors: tuple[ShownDoor, ...]
    whole_scores: tuple[ShownWhole, ...]
    """What was published of the group as a whole."""
    apart: str
    """What “tidak sebanding” means in the table; "" where no cell says so."""
    caution: str
    """What is not known of the editions that are compared."""

    @property
    def drawn(self) -> bool:
        """Whether there is a map of either kind."""
        return bool(self.map or self.land.picture)


def section_of(site: Site, here: str, evaluation: Evaluation) -> Section:
    """What the page ``here`` shows; all but the links of its pictures is the same on every page."""
    key = ("section", evaluation.year, evaluation.group.id)
    section = site.once(key, lambda: _section_of(site, evaluation))
    squares = _map(site, here, evaluation, section.facts)
    drawn = land(site, here, evaluation, section.facts)
    dots = spread(site, here, evaluation, section.facts)
    return replace(section, map=squares, land=drawn, spread=dots)


def _section_of(site: Site, evaluation: Evaluation) -> Section:
    facts = site.facts.evaluation(evaluation)
    noun = site.language.noun(evaluation.group.name)
    article = site.newsroom.edition(evaluation)
    columns, unpublished = _columns(site, evaluation, facts)
    return Section(
        evaluation,
        facts,
        slug(site.language.group(evaluation.group.name)),
        noun,
        article,
        _distribution(site, facts, noun),
        Markup(""),
        Markup(""),
        Drawn(),
        _is_broad(site, evaluation),
        map_legend(site, evaluation, facts),
        columns,
        unpublished,
        _sources(evaluation, facts, article),
        evaluation.mentioned,
        ranking_of(site, evaluation, facts, columns),
        timeline(site, evaluation),
        site.facts.objections(evaluation),
        _ranges(site, evaluation),
        tuple(_doors(site, evaluation, facts)),
        tuple(shown_wholes(site, evaluation)),
        apart_legend(site.language, facts.order) if "change" in columns else "",
        caution_of_group(site, evaluation),
    )


_DOORS = {
    "invited": N_("diundang"),
    "returned": N_("mengembalikan kuesioner"),
    "took-part": N_("ikut serta"),
    "passed": N_("lolos tahap %(stage)s"),
}


def _doors(site: Site, evaluation: Evaluation, facts: EvaluationFacts) -> Iterator[ShownDoor]:
    """The doors of the line, that of the participants always: it is said where it is not known."""
    _, taking_part = site.language.gettext, evaluation.measure.taking_part
    own = labels(site.language).own
    doors = list(facts.doors)
    if all(door.kind != "took-part" for door in doors):
        before = sum(door.kind in ("invited", "returned") for door in doors)
        doors.insert(before, Door("took-part", facts.participants))
    for door in doors:
        counted = door.kind == "took-part" and facts.counts_assessed
        words = escape(_(_DOORS[door.kind]) if taking_part and not counted else _("dinilai"))
        least = 0
        if door.kind == "took-part" and not door.number:
            places = (found.rank.known.place for found in facts.ranked)
            least = least_took_part(evaluation, facts.seen, places)
        told = filled(words, stage=own(door.stage)) if door.stage else words
        left = len(evaluation.regions) - len(evaluation.out) - least if least else 0
        yield ShownDoor(told, door.number, least, max(left, 0))


def _sources(
    evaluation: Evaluation, facts: EvaluationFacts, article: Article
) -> tuple[Source, ...]:
    """The sources of the figures of the group, in the order in which its page shows them; those of
    the year's other evaluations are theirs."""
    figures: list[Fact[Any]] = []
    for item in facts.order:
        figures += (item.category, item.score, item.rank, item.state)
    figures += (door.number for door in facts.doors)
    figures += (item.count for item in facts.counts)
    settings, own = evaluation.settings, {region.id for region in evaluation.regions}
    named = [settings.published_source] if evaluation.published_source else []
    named += [settings.scale.source] if settings.scale else []
    named += [item.source for item in settings.activities]
    named += [item.source for item in settings.distinctions if item.region in own]
    named += [item.source for item in settings.corrections if item.region in own]
    named += [item.source for item in evaluation.names.values()]
    earlier = [
        change.value.earlier
        for item in facts.order
        for change in (item.categories, item.points, item.places)
        if change.value is not None
    ]
    found = [*sources_of(article.sentences), *inputs_of(*figures), *inputs_of(*earlier)]
    return tuple(dict.fromkeys([*found, *filter(None, map(evaluation.source, named))]))


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
            counted_as(site.language, item),
            f"rk-fill--{step(item.category)}",
            item.category.color,
        )
        for item in facts.counts
        if item.count
    ]
    if not items or facts.few_known:  # of few it is no distribution
        return Markup("")
    told = [f"{item.label} {item.text}" for item in items]
    if facts.stopped:
        said, stopped = _("Tidak lolos tahap"), site.language.digits(facts.stopped)
        told.append(f"{said} {stopped}")
        items.append(Bar(STATES["stopped"].mark, facts.stopped, stopped, "rk-fill--x"))
    if facts.unaccounted and facts.unaccounted.known:
        unknown = facts.unaccounted.known
        said = _("Belum diketahui")
        told.append(f"{said} {site.language.digits(unknown)}")
        items.append(Bar("?", unknown, site.language.digits(unknown), "rk-fill--x"))
    return bars(items, _("Sebaran kategori %(noun)s: %(told)s", noun=noun, told=", ".join(told)))


def _map(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Markup:
    found = [
        Tile(item.region.tile[0], item.region.tile[1], *told_on_maps(site, here, evaluation, item))
        for item in (facts.order if evaluation.measure.categories else ())
        if item.region.tile is not None
    ]
    if not any(tile.category for tile in found):
        return Markup("")  # a map of marks alone says nothing that the list does not
    title = site.language.gettext(
        "Peta petak %(noun)s %(year)s",
        noun=site.language.noun(evaluation.group.name),
        year=evaluation.year,
    )
    return tiles(found, title, f"petak-{slug(evaluation.group.name)}")


def _is_broad(site: Site, evaluation: Evaluation) -> bool:
    drawn = land_plan(site, evaluation)
    squares = any(r.tile and r.tile[0] >= FEW_COLUMNS for r in evaluation.regions)
    return squares or (drawn is not None and drawn[0].broad)


_COLUMN_NAMES = {"category": N_("Kategori"), "score": N_("Skor"), "rank": N_("Peringkat")}


def _columns(
    site: Site, evaluation: Evaluation, facts: EvaluationFacts
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The columns in which anything is known; of the others their name and the reason."""
    shown: list[str] = []
    hidden: list[tuple[str, str]] = []
    names = ["category"] * evaluation.measure.categories + ["score"] + ["rank"] * evaluation.ranked
    for name in names:
        if any(getattr(item, name) for item in facts.order):
            shown.append(name)
        elif facts.with_result or name in evaluation.settings.not_published:
            reasons = {getattr(item, name).why for item in facts.with_result}
            # What a source says of the whole group is not said of who may not have taken part.
            if name in evaluation.settings.not_published:
                reasons.add(Why.NOT_PUBLISHED)
            said = labels(site.language).reason_text(
                min(reasons, key=lambda why: _PRIORITY.index(why.value)), short=True
            )
            hidden.append((site.language.gettext(_COLUMN_NAMES[name]), said))
    if any(item.rank_in_category for item in facts.order):
        shown.append("rank_in_category")
    if facts.has_changes:
        shown.append("change")
    return tuple(shown), tuple(hidden)


_PRIORITY = (
    "not-published",
    "not-announced",
    "peers-unknown",
    "some-peers-unknown",
    "peers-unsure",
    "unsure",
    "other-number",
    "other-kind",
    "sole-participant",
    "unknown",
    "stopped",
    "no-scale",
    "no-bounds",
    "not-comparable",
    "no-earlier",
    "not-assessed",
    "not-returned",
    "absent",
    "top-category",
    "no-target",
    "not-near",
    "not-ranked",
    "no-categories",
    "requirement",
    "not-held-back",
)


def asked(site: Site, year: int) -> list[tuple[Evaluation, Questionnaire]]:
    """The evaluations of a year that have an instrument, with the figures of it."""
    found = ((e, site.facts.questionnaire(e)) for e in site.dataset.of_year(year))
    return [(evaluation, figures) for evaluation, figures in found if figures is not None]
