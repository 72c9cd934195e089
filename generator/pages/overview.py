"""Pages that look at many regions: home, the list of regions, an edition."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import words
from generator.charts import Bar, Tile, bars, tiles
from generator.dataset import Evaluation
from generator.facts.model import EvaluationFacts, Fact, RegionFacts, Why
from generator.facts.questionnaire import Questionnaire
from generator.facts.robustness import RankRange
from generator.facts.totals import totals_of
from generator.markup import slug
from generator.news import Article
from generator.news.teller import group_noun
from generator.pages.cycle import Event, timeline
from generator.pages.page import (
    EARLIER,
    Link,
    Page,
    Site,
    change_label,
    points_moved,
    reason,
    reason_text,
    render,
    step,
)
from generator.schema import Region, Source

HOME = Link("Beranda", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A region with its figures in the latest edition that says anything of it."""

    region: Region
    evaluation: Evaluation | None
    facts: RegionFacts | None


def home(site: Site) -> Page:
    """``/``: the latest editions at a glance."""
    dataset = site.dataset
    groups = []
    for group in dataset.groups:
        evaluations = dataset.of_group(group)
        if evaluations:
            groups.append(_section(site, "", evaluations[0]))
    years = [(year, dataset.of_year(year)) for year in dataset.years]
    latest = [
        evaluation
        for evaluation, *_ in (dataset.of_year(y) for y in dataset.years[:1])
        if evaluation
    ]
    return Page(
        address="",
        title=site.title,
        kind="home",
        description=(
            f"{site.title}: kategori, skor, dan peringkat keterbukaan informasi publik tiap wilayah, "
            "dengan sumbernya."
        ),
        markdown=render(site, "", "home.md.jinja", groups=groups, years=years),
        banner=site.banner(*latest),
    )


def regions(site: Site) -> Page:
    """``/wilayah/``: every region by group, with its latest category and year."""
    address = "wilayah/"
    groups = [
        (
            group,
            [
                _latest(site, region)
                for region in site.dataset.regions.values()
                if region.group == group.id
            ],
        )
        for group in site.dataset.groups.values()
    ]
    return Page(
        address=address,
        title="Wilayah dan badan publik",
        kind="regions",
        description=f"Semua wilayah dan badan publik di {site.title}, dengan kategori terakhirnya.",
        markdown=render(site, address, "regions.md.jinja", groups=[g for g in groups if g[1]]),
        breadcrumbs=(HOME, Link("Wilayah", "")),
    )


def _latest(site: Site, region: Region) -> Row:
    """The latest edition with a result of the region; else the latest that covers it."""
    history = site.facts.history(region.id)
    for evaluation, facts in history:
        if facts.has_result:
            return Row(region, evaluation, facts)
    return Row(region, *history[0]) if history else Row(region, None, None)


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
    columns: tuple[str, ...]
    unpublished: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    covers_all: bool
    timeline: tuple[Event, ...]
    ranges: tuple[tuple[Region, RankRange], ...]
    """How firm each rank is, best first; empty unless the site shows its own analysis."""


def _section(site: Site, here: str, evaluation: Evaluation) -> Section:
    facts = site.facts.evaluation(evaluation)
    noun = group_noun(evaluation.group.name)
    columns, unpublished = _columns(facts)
    return Section(
        evaluation,
        facts,
        slug(evaluation.group.name),
        noun,
        site.newsroom.edition(evaluation),
        _distribution(facts, noun),
        _map(site, here, evaluation, facts),
        columns,
        unpublished,
        tuple(evaluation.sources.values()),
        evaluation.mentioned,
        timeline(evaluation),
        _ranges(site, evaluation),
    )


def _ranges(site: Site, evaluation: Evaluation) -> tuple[tuple[Region, RankRange], ...]:
    if not site.analysis:
        return ()
    found = site.facts.rank_ranges(evaluation)
    regions = site.dataset.regions
    listed = [(regions[id_], item) for id_, item in found.items()]
    return tuple(sorted(listed, key=lambda pair: (pair[1].place, pair[0].name)))


def _distribution(facts: EvaluationFacts, noun: str) -> Markup:
    items = [
        Bar(
            item.category.name,
            item.count.known.number,
            ("≥ " if item.count.known.at_least else "") + words.digits(item.count.known.number),
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
        items.append(Bar("Belum diketahui", unknown, words.digits(unknown), "rk-fill--x"))
    told = ", ".join(f"{item.label} {item.text}" for item in items)
    return bars(items, f"Sebaran kategori {noun}: {told}")


def _map(site: Site, here: str, evaluation: Evaluation, facts: EvaluationFacts) -> Markup:
    found = []
    for item in facts.order:
        region = item.region
        if region.tile is None:
            continue
        category = item.category.value
        fill = f"{step(category)}" if category else "x"
        state = (
            category.name if category else reason_text(item.category.why or Why.UNKNOWN, short=True)
        )
        found.append(
            Tile(
                region.tile[0],
                region.tile[1],
                region.also[0] if region.also else site.names.short(region)[:5],
                f"{region.name}: {state}",
                site.link(here, f"{evaluation.year}/{region.id}/"),
                f"rk-fill--{fill}",
                f"rk-on--{fill}",
                category.color if category else None,
            )
        )
    return tiles(found, f"Peta petak {group_noun(evaluation.group.name)} {evaluation.year}")


_COLUMN_NAMES = {"score": "Skor", "rank": "Peringkat", "change": "Perubahan"}


def _columns(facts: EvaluationFacts) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The columns in which anything is known; of the others their name and the reason."""
    shown: list[str] = []
    hidden: list[tuple[str, str]] = []
    for name in ("score", "rank"):
        cells: list[Fact[object]] = [getattr(item, name) for item in facts.order]
        if any(cells):
            shown.append(name)
        elif cells:
            reasons = {cell.why for cell in cells if cell.why is not None}
            said = reason_text(min(reasons, key=lambda why: _PRIORITY.index(why.value)), short=True)
            hidden.append((_COLUMN_NAMES[name], said))
    if any(item.categories or item.points or item.places for item in facts.order):
        shown.append("change")
    return tuple(shown), tuple(hidden)


_PRIORITY = (
    "not-published",
    "peers-unknown",
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
)


def edition(site: Site, year: int) -> Page:
    """``/<year>/``: every group's evaluation of a year."""
    address = f"{year}/"
    evaluations = site.dataset.of_year(year)
    sections = [_section(site, address, evaluation) for evaluation in evaluations]
    questionnaires = asked(site, year)
    years = site.dataset.years
    at = years.index(year)
    earlier = years[at + 1] if at + 1 < len(years) else None
    later = years[at - 1] if at else None
    first = evaluations[0] if evaluations else None
    published = first.settings.published if first else None
    return Page(
        address=address,
        title=f"Hasil evaluasi {year}",
        kind="edition",
        description=sections[0].article.lead.text if sections else f"Edisi {year}.",
        markdown=render(
            site,
            address,
            "edition.md.jinja",
            year=year,
            sections=sections,
            changes=changes,
            totals=totals_of(evaluations),
            obstacles=any(figures.has_obstacles for _, figures in questionnaires),
            questionnaires=[
                (e, figures, any(i.scores for i in figures.indicators))
                for e, figures in questionnaires
            ],
        ),
        breadcrumbs=(HOME, Link(f"Edisi {year}", "")),
        previous=Link(f"Edisi {earlier}", f"{earlier}/", "Edisi sebelumnya") if earlier else None,
        next=Link(f"Edisi {later}", f"{later}/", "Edisi berikutnya") if later else None,
        published=str(published) if published and published.day else "",
        banner=site.banner(*evaluations),
    )


def asked(site: Site, year: int) -> list[tuple[Evaluation, Questionnaire]]:
    """The evaluations of a year that have an instrument, with the figures of it."""
    found = ((e, site.facts.questionnaire(e)) for e in site.dataset.of_year(year))
    return [(evaluation, figures) for evaluation, figures in found if figures is not None]


def changes(facts: RegionFacts) -> Markup:
    """What changed, category first, then score, then rank; each with its year."""
    parts: list[Markup] = []
    if facts.categories.value is not None:
        change = facts.categories.value
        if change.steps:
            verb = "naik" if change.steps > 0 else "turun"
            text = f"{verb} {words.count(abs(change.steps))} kategori dari {change.year}"
        else:
            text = f"kategori tetap dari {change.year}"
        parts.append(change_label(change.steps, text))
    if facts.points.value is not None:
        points = facts.points.value
        parts.append(
            points_moved(points)
            if points.points
            else change_label(0, f"skor tetap dari {points.year}")
        )
    if facts.places.value is not None:
        places = facts.places.value
        if places.places:
            verb = "naik" if places.places > 0 else "turun"
            number = words.count(abs(places.places))
            # One of several published values is no ground for a difference.
            moved = f"peringkat {verb}" if places.others else f"{verb} {number} peringkat"
            text = f"{moved} dari {places.year}"
        else:
            text = f"peringkat tetap dari {places.year}"
        parts.append(change_label(places.places, text))
    if not parts:
        why = facts.categories.why or facts.points.why
        if facts.has_result and why in EARLIER:
            told = f"sebelumnya {reason_text(why, short=True)}"
            return Markup('<span class="rk-none">{}</span>').format(told)
        return reason(why, short=True) if why else Markup("")
    return Markup(f'<span class="rk-changes">{"<br>".join(parts)}</span>')  # noqa: S704 — labels
