"""The first page: the latest edition of each group at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.pages.awaited import newest_of, state_of, years_missing
from generator.pages.before_results import members
from generator.pages.groups import newest_line
from generator.pages.page import Page, Site
from generator.pages.section import Section, section_of
from generator.pages.sought import sought
from generator.pages.standing import standing
from generator.pages.view import render


def home(site: Site) -> Page:
    """``/``: the latest editions at a glance."""
    shown = [
        (mine, newest)
        for mine in site.series
        for group in mine.dataset.groups
        if (newest := newest_of(mine, group))
    ]
    groups = [section_of(mine, "", newest.evaluation) for mine, newest in shown[:1]]
    years = [
        (
            mine,
            year,
            mine.dataset.of_year(year),
            state_of(mine.language, mine.dataset.of_year(year)),
        )
        for mine in site.series
        for year in mine.dataset.years
    ]
    return Page(
        address="",
        title=site.title,
        kind="home",
        description=_description(site),
        text=render(
            site,
            "",
            "home.md.jinja",
            sought=sought(site),
            groups=groups,
            newest=[newest for _mine, newest in shown],
            standings=[standing(mine, "", newest.evaluation) for mine, newest in shown[:1]],
            lines=[newest_line(mine, "", newest) for mine, newest in shown[1:]],
            places=[mine.at for mine, _newest in shown],
            years=years,
            members=[] if years else members(site),
            missing=[
                told for mine in site.series if (told := years_missing(mine, mine.dataset.years))
            ],
            scaled=[
                _scaled(mine, section) for (mine, _), section in zip(shown, groups, strict=False)
            ],
        ),
        banner=site.banner(*(newest.evaluation for _mine, newest in shown)),
    )


@dataclass(frozen=True, slots=True)
class Scaled:
    """How many categories the site computed itself: all that are known, or some."""

    all: bool
    some: bool
    moves_all: bool
    moves_some: bool
    """The same of the categories, of both editions, between which some moved."""


def _scaled(site: Site, section: Section) -> Scaled:
    facts = section.facts
    known = len(facts.placed) + len(facts.disputed)
    mine = len(facts.by_scale)
    now = {region.id for region in facts.by_scale.regions}
    then = _by_scale_in(site, section.evaluation, facts.moves.year)
    moved = [id_ in side for id_ in facts.moves.changes for side in (now, then)]
    return Scaled(0 < mine == known, mine > 0, all(moved), any(moved))


def _by_scale_in(site: Site, evaluation: Evaluation, year: int | None) -> set[str]:
    """Of whom the category of another year is one that the site computed."""
    other = site.dataset.evaluations.get((year or 0, evaluation.group.id))
    if other is None:
        return set()
    return {region.id for region in site.facts.evaluation(other).by_scale.regions}


def _description(site: Site) -> str:
    return site.language.gettext(
        "%(title)s: hasil %(measure)s, wilayah demi wilayah.",
        title=site.title,
        measure=site.measure.name.of(site.language.code),
    )
