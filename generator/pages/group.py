"""The page of a group in a year: its ranking and its report, and the ranking in other orders."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.sources import decisions_of
from generator.pages.actions import Actions, actions_of, cited_text, counts_by, counts_told
from generator.pages.awaited import last_before
from generator.pages.comparing import caution_of_group
from generator.pages.editions import measured
from generator.pages.glance import Glance, glance_of
from generator.pages.linked_data import dataset
from generator.pages.orders import ORDERS, in_order, titles_of, years_since
from generator.pages.page import Link, Page, Site, beside, day_of, edition_link, home_link
from generator.pages.preview import of_group
from generator.pages.quotes import group_quotes
from generator.pages.rows import Rows
from generator.pages.section import Section, section_of
from generator.pages.sentences import MOST, Referred, numbered, unnumbered
from generator.pages.timeline import decision, outcomes
from generator.pages.view import render


def group(site: Site, year: int, id_: str) -> Page:
    """``/<year>/kelompok/<group>/``: all that is known of one group in a year."""
    address = site.at.GROUP(year, id_)
    evaluation = site.dataset.evaluations[year, id_]
    section = section_of(site, address, evaluation)
    caution = caution_of_group(site, evaluation, section.article.sentences)
    section = replace(section, caution=caution)
    rows, referred = Rows(site, section, address), numbered(site.language, section.sources, MOST)
    years = [e.year for e in site.dataset.of_group(id_)]
    earlier, later = beside(years, year)
    _ = site.language.gettext

    def of_year(other: int, label: str) -> Link:
        return Link(
            f"{site.language.group(evaluation.group.name)} {other}",
            site.at.GROUP(other, id_),
            label,
        )

    return Page(
        address=address,
        title=f"{site.language.group(evaluation.group.name)} {year}",
        kind="edition",
        description=section.article.lead.text,
        text=render(
            site,
            address,
            "group.md.jinja",
            year=year,
            title=f"{site.language.group(evaluation.group.name)} {year}",
            section=section,
            groups=[
                (site.language.group(e.group.name), site.at.GROUP(year, e.group.id))
                for e in site.dataset.of_year(year)
            ],
            actions=_actions(site, evaluation, section, address),
            quotes=group_quotes(site, evaluation, section.facts, address),
            **told_with(site, rows, referred=referred, glance=glance_of(site, section)),
        ),
        breadcrumbs=(
            home_link(site),
            edition_link(site, year),
            Link(site.language.group(evaluation.group.name), ""),
        ),
        previous=of_year(earlier, _("Tahun sebelumnya")) if earlier else None,
        next=of_year(later, _("Tahun berikutnya")) if later else None,
        published=day_of(evaluation),
        banner=site.banner(evaluation),
        rows=rows,
        preview=of_group(site, evaluation, section.facts),
        data=dataset(
            site,
            [evaluation],
            measured(site, evaluation),
            section.article.lead.text,
            address,
        ),
    )


def _actions(site: Site, evaluation: Evaluation, section: Section, here: str) -> Actions:
    """The bar of a ranking on the page ``here``; its citation names the page of the group, whatever the order."""
    usual = site.at.GROUP(evaluation.year, evaluation.group.id)
    counts = counts_told(site, section.facts)
    behind = counts_by(section.facts) if counts else ()
    sentence = cited_text(
        site, evaluation, section.article, usual, section.sources, *counts, behind=behind
    )
    title = f"{site.language.group(evaluation.group.name)} {evaluation.year}"
    return actions_of(site, usual, title, [evaluation], section.noun, sentence, here=here)


def told_with(
    site: Site,
    rows: Rows | None,
    order: str = "",
    level: str = "##",
    referred: Referred | None = None,
    glance: Glance | None = None,
) -> dict[str, Any]:
    """What the templates of a section have at hand."""
    return {
        "referred": referred or unnumbered(site.language),
        "order": order,
        "glance": glance,
        "hh": Markup(level),  # noqa: S704 — number signs
        "orders": partial(titles_of, site),
        "last": partial(last_before, site),
        "outcomes": partial(outcomes, site),
        "decision": partial(decision, site),
        "decisions": decisions_of,
        "rows": rows,
    }


def ordered(site: Site, year: int, id_: str, order: str) -> Page:
    """``/<year>/kelompok/<group>/<order>/``: the ranking in another order."""
    address = site.at.ORDERED(year, id_, order)
    evaluation = site.dataset.evaluations[year, id_]
    section = _sorted(site, section_of(site, address, evaluation), order)
    rows = Rows(site, section, address)
    _ = site.language.gettext
    title = _(
        "%(group)s %(year)s menurut %(order)s",
        group=site.language.group(evaluation.group.name),
        year=year,
        order=_(ORDERS[order]),
    )
    name = Link(site.language.group(evaluation.group.name), site.at.GROUP(year, id_))
    return Page(
        address=address,
        title=title,
        kind="edition",
        description=section.article.lead.text,
        text=render(
            site,
            address,
            "ordered.md.jinja",
            since=years_since(section.facts) if order == "perubahan" else [],
            year=year,
            title=title,
            section=section,
            actions=_actions(site, evaluation, section, address),
            **told_with(site, rows, order),
        ),
        breadcrumbs=(home_link(site), edition_link(site, year), name, Link(_(ORDERS[order]), "")),
        published=day_of(evaluation),
        banner=site.banner(evaluation),
        rows=rows,
        preview=of_group(site, evaluation, section.facts),
    )


def _sorted(site: Site, section: Section, order: str) -> Section:
    rows = in_order(site, section.ranking.rows, order)
    return replace(section, ranking=replace(section.ranking, rows=rows))
