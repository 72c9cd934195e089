"""The page of a region: its whole history, by every measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from markupsafe import Markup

from generator.boundaries import WITHOUT_BOUNDARY, neighbours
from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT, Rule, Why
from generator.files.record import path_of
from generator.format import Region
from generator.pages import addresses
from generator.pages.actions import Actions, actions_of, cited_result, figures_of
from generator.pages.awaited import years_missing
from generator.pages.comparing import apart_legend, caution_of
from generator.pages.computed import computed_of
from generator.pages.labels import labels
from generator.pages.linked_data import body
from generator.pages.markup import escape, filled, sewn
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.request import office
from generator.pages.sentences import unnumbered
from generator.pages.standing import standing
from generator.pages.timeline import Told, told_of
from generator.pages.trial import trial_shown
from generator.pages.view import part_of, render
from generator.pages.years import years_drawn, years_legend
from generator.templating import safe


def region(site: Site, id_: str) -> Page:
    """``/wilayah/<id>/``: all years of one region."""
    address = addresses.REGION(id_)
    region_ = site.dataset.regions[id_]
    told = [(mine, _history(mine, id_)) for mine in site.series]
    shown = [(mine, history) for mine, history in told if history] or told[:1]
    several = len(shown) > 1
    used: set[str] = set()
    parts = [
        safe(_part(mine, address, used, region_, history, several=several, number=number))  # noqa: S704 — a page
        for number, (mine, history) in enumerate(shown)
    ]
    evaluations: list[Evaluation] = [t.evaluation for _, history in shown for t in history]
    gettext = site.language.gettext
    return Page(
        address=address,
        title=site.names.full(region_),
        kind="region",
        description=_description(site, region_, shown),
        text=render(
            site,
            address,
            "region.md.jinja",
            used,
            region=region_,
            parts=parts,
            actions=_actions(address, region_, shown),
            ask=office(site, region_),
            about=list(_about(site, address, region_)),
            record=path_of(region_.id),
            beside=_beside(site, region_),
            undrawn=region_.code in WITHOUT_BOUNDARY,
        ),
        breadcrumbs=(
            home_link(site),
            Link(gettext("Wilayah"), addresses.REGIONS()),
            Link(site.names.full(region_), ""),
        ),
        banner=site.banner(*evaluations),
        data=body(site, region_, address),
    )


def _actions(
    address: str, region_: Region, shown: Sequence[tuple[Site, list[Told]]]
) -> Actions | None:
    """The bar: it cites the last known result, of the first measure that has any."""
    for mine, history in shown:
        latest = next((t for t in history if t.facts.has_result), history[0] if history else None)
        if latest is not None:
            evaluation = latest.evaluation
            sentence = cited_result(mine, evaluation, latest.facts, address)
            title = mine.names.full(region_)
            bar = actions_of(mine, address, title, [evaluation], title, sentence, region_.id)
            figures = figures_of(mine, evaluation, latest.facts, address)
            return replace(bar, figures=figures)
    return None


def _history(site: Site, id_: str) -> list[Told]:
    found = site.facts.history(id_)
    return [told_of(site, evaluation, facts) for evaluation, facts in found]


def _part(
    site: Site,
    address: str,
    used: set[str],
    region_: Region,
    history: list[Told],
    *,
    several: bool,
    number: int,
) -> str:
    """What one measure says of a region; under a heading of its own where there are several."""
    last = next((told for told in history if _said(told)), None)
    latest = next((told for told in history if told.facts.has_result), None)
    years = site.facts.history(region_.id)
    running = site.newsroom.history(region_.id)
    part = part_of(
        site,
        address,
        "_region.jinja",
        used,
        region=region_,
        history=history,
        latest=latest,
        standing=standing(site, address, latest.evaluation) if latest else None,
        open=_is_open_since(history, latest),
        newer=history[: history.index(latest)][:NEWER] if latest else [],
        ask="" if number else office(site, region_),
        trial=trial_shown(site, latest.evaluation, latest.facts) if latest else None,
        awaited=bool(history) and not any(told.evaluation.announced for told in history),
        unknown=last is None,
        last=last,
        group=site.dataset.groups[region_.group],
        ranked=any(told.evaluation.ranked for told in history),
        running=running,
        referred=unnumbered(site.language),
        steps=years_drawn(site, years, site.names.full(region_)),
        steps_legend=years_legend(site, years),
        computed=list(computed_of(site, [(t.evaluation, t.facts) for t in history])),
        caution=caution_of(site, years, chain.from_iterable(running)),
        apart=apart_legend(site.language, [told.facts for told in history]),
        h=Markup("###") if several else Markup("##"),
        suffix=f"-{number}" if number else "",
        missing=years_missing(site, [told.evaluation.year for told in history]),
    )
    if not several:
        return part
    return f"## {escape(site.measure.short.of(site.language.code))}\n\n{part}"


NEWER = 2
"""Editions after the latest known result whose state stands beside it."""

_NONE = (*WHY_OUT, Why.STOPPED)
"""Why somebody is known to have no result."""


def _is_open_since(history: Sequence[Told], latest: Told | None) -> bool:
    """Whether a result after the latest that is known may exist: of each later edition it is not known
    that there is none."""
    since = history[: history.index(latest)] if latest else history
    return not since or any(told.facts.state.value not in _NONE for told in since)


def _said(told: Told) -> bool:
    """Whether anything is known of a region without a result: what became of it, or that it took part."""
    took_part = told.facts.took_part_alone and told.evaluation.measure.taking_part
    return bool(told.facts.state) or took_part


def _about(site: Site, address: str, region_: Region) -> Iterator[Markup]:
    """What the list of regions says of a region; nothing if that is its kind alone."""
    parent = site.dataset.regions.get(region_.parent or "")
    others = region_.also[1:]
    if not (region_.code or region_.capital or parent or others or region_.founded):
        return
    _ = site.language.gettext
    yield _what(site, region_)
    if region_.code:
        yield escape(_(", kode wilayah %(code)s", code=region_.code))
    if region_.capital:
        yield escape(_(", ibu kota %(name)s", name=region_.capital))
    if parent is not None:
        href = escape(site.link(address, addresses.REGION(parent.id)))
        name = escape(site.language.named(site.language.region(parent.name, parent.kind)))
        yield escape(_(", bagian dari")) + safe(f' <a href="{href}">{name}</a>')  # noqa: S704
    if region_.founded is not None:
        date = site.language.show_date(region_.founded.date)
        yield escape(_(", dibentuk %(date)s", date=date))
        if region_.founded.by:
            yield filled(_(" dengan %(law)s"), law=labels(site.language).law(region_.founded.by))
    if others:
        yield escape(_(". Nama lain: %(names)s", names=", ".join(others)))


def _what(site: Site, region_: Region) -> Markup:
    """What a region or body is: ``Kabupaten``; in another language with the word of the data."""
    words, own = site.language, labels(site.language).own
    group, called = site.dataset.groups[region_.group].name, region_.kind.replace("-", " ")
    of_group = region_.kind == site.dataset.groups[region_.group].id
    if not words.quotes:
        return escape(words.group(group) if of_group else words.capitalised(called))
    told = words.member(group) if of_group else words.kind(region_.kind)
    if told == (group if of_group else called):
        return own(words.capitalised(told))
    beside = Markup("") if of_group else sewn(" ({})", own(called))
    return sewn("{}{}", words.capitalised(told), beside)


def _beside(site: Site, region_: Region) -> list[Region]:
    """The regions of the site that border one, in the order of their codes."""
    codes = neighbours(region_.code or "")
    return [site.by_code[code] for code in codes if code in site.by_code]


def _description(site: Site, region_: Region, shown: list[tuple[Site, list[Told]]]) -> str:
    _ = site.language.gettext
    mine, history = shown[0]
    latest = next((told for told in history if told.facts.has_result), None)
    if latest is None:
        return _(
            "Hasil %(measure)s %(name)s dari tahun ke tahun.",
            measure=mine.measure.name.of(site.language.code),
            name=site.names.full(region_),
        )
    year = latest.evaluation.year
    category = latest.facts.category
    if category.value is None:
        return _(
            "Hasil %(name)s pada %(year)s dan edisi lain.", name=site.names.full(region_), year=year
        )
    said = (category.value, *(other.value for other in category.others))
    told = f" {_('atau')} ".join(dict.fromkeys(one.name for one in said))
    text = (
        _(
            "Menurut skala, %(name)s berkategori %(category)s pada %(year)s. Hasil dari tahun ke tahun."
        )
        if category.rule is Rule.BY_SCALE
        else _("%(name)s berkategori %(category)s pada %(year)s. Hasil dari tahun ke tahun.")
    )
    return text % {"name": site.names.full(region_), "category": told, "year": year}
