"""The page of an edition: every group's evaluation of a year."""

from __future__ import annotations

from generator.pages.page import HOME, Link, Page, Site
from generator.pages.section import Section, asked, section_of
from generator.pages.view import (
    changes,
    render,
)


def edition(site: Site, year: int) -> Page:
    """``/<year>/``: every group's evaluation of a year."""
    address = f"{year}/"
    evaluations = site.dataset.of_year(year)
    sections = [section_of(site, address, evaluation) for evaluation in evaluations]
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
            totals=_totals(sections),
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


def _totals(sections: list[Section]) -> list[tuple[str, list[Section]]]:
    """Announced totals, each once, with the groups that share it."""
    found: dict[str, list[Section]] = {}
    for section in sections:
        if section.evaluation.settings.totals is not None:
            found.setdefault(section.evaluation.organizer, []).append(section)
    return list(found.items())
