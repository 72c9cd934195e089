"""The rows of a ranking: each written once, for all pages that show it and in whatever order.

Of a large group they are most of its pages, so they pass by everything that is done to a page: a
mark stands for them until the page is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.region import RegionFacts
from generator.pages.markup import escape
from generator.pages.page import ROWS, Site
from generator.pages.section import Section
from generator.templating import safe

_WAY = "\0"
"""Stands where the way from the page to the folder of the edition goes; no text has it."""

Write = Callable[[RegionFacts, Markup, Markup], Markup]
"""Writes the row of a region with the links to its article, and to where it is compared ("" if it
is nowhere)."""


class Rows:
    """The rows of the ranking of a section, as the page ``here`` has them."""

    def __init__(self, site: Site, section: Section, here: str) -> None:
        self._site = site
        self._section = section
        self._here = here
        evaluation = section.evaluation
        key = ("rows", evaluation.year, evaluation.group.id)
        self._kept: dict[str, str] = site.once(key, dict)

    def __call__(self, write: Write) -> Markup:
        """What stands for them; those that no page has shown yet are written."""
        rows, evaluation = self._section.ranking.rows, self._section.evaluation
        for facts in rows if len(self._kept) < len(rows) else ():
            id_ = facts.region.id
            near = escape(_near(self._site, evaluation, id_))
            beside = _beside(self._site, evaluation, id_) if facts.has_result else Markup("")
            self._kept[id_] = write(facts, safe(f"{_WAY}{near}"), beside)  # noqa: S704
        return safe(ROWS)  # noqa: S704 — a comment

    def __iter__(self) -> Iterator[str]:
        way = _way(self._site, self._section.evaluation, self._here)
        between = ""
        for region in self._section.ranking.rows.regions:
            yield between + self._kept[region.id].replace(_WAY, way)
            between = "\n"


def _near(site: Site, evaluation: Evaluation, region: str) -> str:
    """The link to an article from the page of its edition."""
    year = evaluation.year
    return site.link(site.at.EDITION(year), site.at.ARTICLE(year, region))


def _beside(site: Site, evaluation: Evaluation, region: str) -> Markup:
    """The link to where a body is compared, "" without such pages."""
    if not site.compare:
        return Markup("")
    link = site.link(site.at.EDITION(evaluation.year), site.at.COMPARED(region))
    return safe(f"{_WAY}{escape(link)}")  # noqa: S704 — an address


def _way(site: Site, evaluation: Evaluation, here: str) -> str:
    """What goes before such a link on the page ``here``."""
    any_region = evaluation.regions[0].id
    link = site.link(here, site.at.ARTICLE(evaluation.year, any_region))
    return link.removesuffix(_near(site, evaluation, any_region))
