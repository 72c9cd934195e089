"""The rows of a ranking: each written once, for all pages that show it and in whatever order."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.region import RegionFacts
from generator.pages.markup import escape
from generator.pages.page import Site
from generator.pages.section import Section
from generator.templating import safe

_WAY = "\0"
"""Stands where the way from the page to the folder of the edition goes; no text has it."""

Write = Callable[[RegionFacts, Markup], Markup]
"""Writes the row of a region with the link to its article."""


def rows_of(site: Site, section: Section, here: str, write: Write) -> Markup:
    """The rows of the ranking of a section on the page ``here``."""
    evaluation, ranking = section.evaluation, section.ranking
    kept: dict[str, str] = site.once(("rows", evaluation.year, evaluation.group.id), dict)
    for facts in ranking.rows if len(kept) < len(ranking.rows) else ():
        near = safe(f"{_WAY}{escape(_near(site, evaluation, facts.region.id))}")  # noqa: S704
        kept[facts.region.id] = write(facts, near)
    written = "\n".join([kept[region.id] for region in ranking.rows.regions])
    return safe(written.replace(_WAY, _way(site, evaluation, here)))  # noqa: S704 — rows


def _near(site: Site, evaluation: Evaluation, region: str) -> str:
    """The link to an article from the page of its edition."""
    year = evaluation.year
    return site.link(site.at.EDITION(year), site.at.ARTICLE(year, region))


def _way(site: Site, evaluation: Evaluation, here: str) -> str:
    """What goes before such a link on the page ``here``."""
    any_region = evaluation.regions[0].id
    link = site.link(here, site.at.ARTICLE(evaluation.year, any_region))
    return link.removesuffix(_near(site, evaluation, any_region))
