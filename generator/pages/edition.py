"""The page of an edition: every group's evaluation of a year."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.totals import totals_of
from generator.pages.actions import Actions, actions_of, cited_text, counts_by, counts_told
from generator.pages.awaited import state_of
from generator.pages.group import told_with
from generator.pages.groups import group_line
from generator.pages.linked_data import dataset
from generator.pages.markup import slug
from generator.pages.page import Link, Page, Site, beside, day_of, edition_link, home_link
from generator.pages.preview import of_group
from generator.pages.rows import Rows
from generator.pages.section import Section, asked, section_of
from generator.pages.view import render


def edition(site: Site, year: int) -> Page:
    """``/<year>/``: a line for each group's evaluation of a year, then the first of them in short:
    reports and sources stand on the page of each group."""
    address = site.at.EDITION(year)
    evaluations = site.dataset.of_year(year)
    first = section_of(site, address, evaluations[0]) if evaluations else None
    rows = Rows(site, first, address) if first else None
    questionnaires = asked(site, year)
    earlier, later = beside(site.dataset.years, year)
    _ = site.language.gettext
    state = state_of(site.language, evaluations)
    title = (
        _("Evaluasi %(year)s: %(state)s", year=year, state=state)
        if state
        else _("Hasil evaluasi %(year)s", year=year)
    )
    edition = _("Edisi %(year)s", year=year)
    return Page(
        address=address,
        title=title,
        kind="edition",
        description=first.article.lead.text if first else f"{edition}.",
        text=render(
            site,
            address,
            "edition.md.jinja",
            year=year,
            title=title,
            section=first,
            actions=_actions(site, address, title, evaluations, first),
            lines=[
                group_line(site, address, e, _anchor(site, e) if e is not evaluations[0] else "")
                for e in evaluations
            ],
            groups=[
                (site.language.noun(e.group.name), site.at.GROUP(year, e.group.id))
                for e in evaluations
            ],
            notes=_notes(site, evaluations),
            totals=totals_of(evaluations),
            obstacles=any(figures.has_obstacles for _, figures in questionnaires),
            questionnaires=[
                (e, figures, any(i.scores for i in figures.indicators))
                for e, figures in questionnaires
            ],
            **told_with(site, rows, level="###"),
        ),
        breadcrumbs=(home_link(site), Link(edition, "")),
        previous=edition_link(site, earlier, _("Edisi sebelumnya")) if earlier else None,
        next=edition_link(site, later, _("Edisi berikutnya")) if later else None,
        published=day_of(evaluations[0]) if evaluations else "",
        banner=site.banner(*evaluations),
        rows=rows or (),
        preview=of_group(site, evaluations[0], first.facts) if first else "",
        data=dataset(site, evaluations, title, first.article.lead.text, address) if first else None,
    )


def _anchor(site: Site, evaluation: Evaluation) -> str:
    """That of the heading of a group."""
    return slug(site.language.group(evaluation.group.name))


def _notes(site: Site, evaluations: list[Evaluation]) -> list[tuple[str, str]]:
    """What the data say about the edition: a note of some groups alone with their name, else ""."""
    found: dict[str, list[str]] = {}
    for one in evaluations:
        for note in (one.settings.organizer_note, *one.settings.notes):
            name = site.language.group(one.group.name)
            if note and name not in (named := found.setdefault(note, [])):
                named.append(name)
    return [
        ("" if len(names) == len(evaluations) else ", ".join(names), note)
        for note, names in found.items()
    ]


def _actions(
    site: Site, address: str, title: str, evaluations: list[Evaluation], first: Section | None
) -> Actions | None:
    """The bar: it cites the report that the page shows, as part of the whole edition."""
    if first is None:
        return None
    counts = counts_told(site, first.facts)
    behind = counts_by(first.facts) if counts else ()
    sentence = cited_text(
        site, evaluations[0], first.article, address, first.sources, *counts, behind=behind
    )
    return actions_of(site, address, title, evaluations, "", sentence)
