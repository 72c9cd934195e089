"""The list of all regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT, Rule, Why
from generator.facts.region import RegionFacts
from generator.finding.spelling import spelt_name
from generator.format import Group, Measure, Region
from generator.language import SITE_LANGUAGE
from generator.pages import addresses
from generator.pages.page import ROWS, Link, Page, Site, home_link
from generator.pages.ranking import legend_of
from generator.pages.view import glossing, render
from generator.templating import safe


@dataclass(frozen=True, slots=True)
class Latest:
    """A region's figures by one measure in the latest edition that says anything of it."""

    measure: Measure
    evaluation: Evaluation
    facts: RegionFacts
    state: Why | None = None
    """What became of it in that edition, where nothing else is known of it there."""
    took_part: bool = False
    """Whether it is known that it took part, and no result."""


def regions(site: Site) -> Page:
    """``/wilayah/``: every region by group, with its latest category and year."""
    address = addresses.REGIONS()
    members: dict[str, list[Region]] = {group: [] for group in site.dataset.groups}
    for region in site.dataset.regions.values():
        members[region.group].append(region)
    lists = Lists(site)
    groups = [
        _Group(site, group, sorted(members[group.id], key=partial(_by_name, site)))
        for group in site.dataset.groups.values()
        if members[group.id]
    ]
    _ = site.language.gettext
    bodies = any(mine.measure.taking_part for mine in site.series)
    title = _("Wilayah dan badan publik") if bodies else _("Wilayah")
    evaluations = {id(one): one for found in groups for one in found.evaluations}
    return Page(
        address=address,
        title=title,
        kind="regions",
        description=_(
            "Wilayah dan badan publik yang tercatat di %(site)s, dengan hasil terakhirnya.",
            site=site.title,
        )
        if bodies
        else _("Wilayah yang tercatat di %(site)s, dengan hasil terakhirnya.", site=site.title),
        text=render(
            site,
            address,
            "regions.md.jinja",
            title=title,
            groups=[
                (one.group, one.regions, one.by_scale, one.meaning, one.letters) for one in groups
            ],
            listed=lists,
            several=bool(site.others),
        ),
        breadcrumbs=(home_link(site), Link(_("Wilayah"), "")),
        banner=site.banner(*evaluations.values()),
        rows=lists,
    )


Write = Callable[[Region, list[Latest], str, bool], Markup]
"""Writes the item of a region; with its anchor, if it is the first of a letter, and whether the site
computed all categories of its list."""


class Lists:
    """The items of the lists, of every region of a country: each is written when the page is, so that
    neither they nor the facts in them are ever there all at once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lists: list[Callable[[], Iterator[str]]] = []

    def __call__(
        self,
        regions: Sequence[Region],
        letters: Mapping[str, tuple[str, str]],
        write: Write,
        by_scale: bool,
    ) -> Markup:
        """What stands for a list."""

        def items() -> Iterator[str]:
            for region in regions:
                anchor = letters[region.id][1] if region.id in letters else ""
                yield write(region, _latest(self._site, region), anchor, by_scale)

        self._lists.append(items)
        return safe(ROWS)  # noqa: S704 — a comment

    def __iter__(self) -> Iterator[str]:
        # No category is named before the lists: the first label of each is in them.
        gloss = glossing(self._site)
        for number, items in enumerate(self._lists):
            if number:
                yield ROWS
            between = ""
            for item in items():
                yield between + gloss(str(item))
                between = "\n"


class _Group:
    """A group with its regions by name, and what has to be known of all of them before the first item
    is written; of their facts nothing stays but one of each state."""

    def __init__(self, site: Site, group: Group, regions: Sequence[Region]) -> None:
        self.group, self.regions = group, regions
        self.letters = _letters(site, group.id, regions)
        evaluations: dict[int, Evaluation] = {}
        rules: set[Rule] = set()
        states: dict[Why | None, RegionFacts] = {}
        for region in regions:
            for latest in _latest(site, region):
                facts = latest.facts
                evaluations[id(latest.evaluation)] = latest.evaluation
                if facts.category:
                    rules.add(facts.category.rule)
                if not latest.state and not facts.has_result:
                    states.setdefault(facts.state.value or facts.state.why, facts)
        self.evaluations = evaluations.values()
        self.by_scale = rules == {Rule.BY_SCALE}
        """Whether the site computed all categories of the list."""
        self.meaning = legend_of(site, list(states.values()), ())
        """What the marks of the list mean: of those whose result is not known."""


def _by_name(site: Site, region: Region) -> tuple[str, str]:
    """Its place among others: by its name without the kind."""
    return spelt_name(_plain(site, region)).bare, site.names.full(region)


def _plain(site: Site, region: Region) -> str:
    """Its name, without its kind where that is no part of an Indonesian name."""
    if site.language.code == SITE_LANGUAGE:
        return region.name
    return site.language.short_region(region.name, region.kind)


MOST_WITHOUT = 12
"""Names that one sees at a glance; a longer list has its letters above it."""


def _letters(site: Site, group: str, regions: Sequence[Region]) -> dict[str, tuple[str, str]]:
    """By the region that is the first of its letter: the letter, and its anchor."""
    if len(regions) <= MOST_WITHOUT:
        return {}
    found: dict[str, str] = {}
    for region in regions:
        found.setdefault(spelt_name(_plain(site, region)).bare[:1].upper() or "#", region.id)
    return {
        id_: (letter, f"{group}-{letter.lower().replace('#', '0')}")
        for letter, id_ in found.items()
    }


def _latest(site: Site, region: Region) -> list[Latest]:
    """By each measure the latest edition with a result of the region, and what became of it later;
    else the latest that covers it. The main measure first, even where the region stands in another
    alone."""
    found: list[Latest] = []
    for mine in site.series:
        told: list[Latest] = []
        history = mine.facts.history(region.id)
        for evaluation, facts in history:
            if facts.has_result:
                told.append(Latest(mine.measure, evaluation, facts))
                break
            state = facts.state.value if facts.state.value in _BECAME else None
            took_part = facts.took_part_alone and mine.measure.taking_part
            if not told and (state or took_part):
                told.append(Latest(mine.measure, evaluation, facts, state, took_part))
        if not told:
            announced = [pair for pair in history if pair[0].announced]
            told = [Latest(mine.measure, *pair) for pair in (announced or history)[:1]]
        found += reversed(told)
    return found


_BECAME = (*WHY_OUT, Why.STOPPED)
"""States that say of a region what became of it."""
