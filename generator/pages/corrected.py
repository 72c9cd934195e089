"""What pages say of corrections: what stood there, what stands now, and every figure that moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.evaluation.model import Evaluation
from generator.evaluation.records import is_of
from generator.format import Correction, Region
from generator.format.record import CorrectionRecord, Moved, Stood
from generator.pages.page import Site

MOST = 12
"""So many figures a box lists, the page of all corrections for each; the file of all has the rest."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was corrected at once of one region: when, why and by which decision is said once.

    ``record`` is how pages stood before; None where nobody kept that.
    """

    site: Site
    evaluation: Evaluation
    items: tuple[Correction, ...]
    anchor: str
    record: CorrectionRecord | None

    @property
    def first(self) -> Correction:
        return self.items[0]

    @property
    def region(self) -> Region:
        return self.site.dataset.regions[self.first.region]

    @property
    def own(self) -> list[str]:
        """The pages that show the corrected figure itself."""
        at, year, group = self.site.at, self.evaluation.year, self.evaluation.group.id
        found = [
            at.ARTICLE(year, self.region.id),
            at.REGION(self.region.id),
            at.GROUP(year, group),
            at.EDITION(year),
        ]
        return [*found, *(address for _, address in self.parts)]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The pages of the indicators and questions that are concerned, by name and address."""
        at, year = self.site.at, self.evaluation.year
        fields = {(item.field, item.of) for item in self.items}
        found = []
        for one in self.evaluation.instrument.indicators if self.evaluation.instrument else ():
            asked = [question for question in one.questions if ("answer", question.id) in fields]
            if asked or ("indicator", one.id) in fields:
                found.append((one.name, at.INDICATOR(year, one.id)))
            found += [(question.text, at.QUESTION(year, question.id)) for question in asked]
        return found

    @property
    def compared(self) -> list[str]:
        """The pages of later editions that compare the region's result with the corrected one."""
        return [address for _evaluation, address in self.later]

    @property
    def later(self) -> list[tuple[Evaluation, str]]:
        """The same with their editions."""
        at, facts = self.site.at, self.site.facts
        found: list[tuple[Evaluation, str]] = []
        for evaluation, later in facts.history(self.region.id):
            since = later.compared_with._asdict()
            # What is below a score is compared where the score is.
            if self.evaluation.year in {since.get(i.field, since["score"]) for i in self.items}:
                found.append((evaluation, at.ARTICLE(evaluation.year, self.region.id)))
                found.append((evaluation, at.GROUP(evaluation.year, evaluation.group.id)))
        return found

    @property
    def pages(self) -> list[str]:
        """Every page concerned, as far as is known."""
        kept = [page.address for page in self.record.pages] if self.record else []
        return list(dict.fromkeys((*self.own, *self.compared, *kept)))

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The figures that moved beside the corrected ones."""
        if self.record is None:
            return ()
        changed = {change.key for change in self.record.changes}
        year = self.evaluation.year
        return tuple(
            item for item in self.record.figures if item.key not in changed or item.year != year
        )


@dataclass(frozen=True, slots=True)
class Box:
    """An act as one page tells of it: its figures that moved, and how the page stood."""

    act: Act
    figures: tuple[Moved, ...]
    """Those that this page shows."""
    stood: Stood | None


def acts(site: Site) -> tuple[Act, ...]:
    """The corrections of a measure, the latest first."""
    return site.once("corrections", lambda: tuple(_acts(site)))


def boxes(site: Site, address: str) -> list[Box]:
    """What a page tells of corrections: those of all measures on a page that is of all."""
    found = []
    for mine in site.series if site.others else (site,):
        for act in mine.once("corrected", partial(_by_page, mine)).get(address, ()):
            kept = act.record.pages if act.record else ()
            stood = next((page for page in kept if page.address == address), None)
            found.append(Box(act, tuple(_shown(act, address)), stood))
    return found


def _acts(site: Site) -> Iterator[Act]:
    found: list[tuple[Evaluation, tuple[Correction, ...]]] = []
    for evaluation in site.dataset.evaluations.values():
        members = {region.id for region in evaluation.regions}
        listed = [item for item in evaluation.settings.corrections if item.region in members]
        found += [(evaluation, tuple(items)) for _, items in groupby(listed, key=_at_once)]
    found.sort(key=lambda one: one[1][0].date.first_day, reverse=True)
    taken: set[str] = set()
    for evaluation, items in found:
        first = items[0]
        name = (
            f"{site.dataset.prefix.replace('/', '-')}{evaluation.year}-{first.region}-{first.date}"
        )
        anchor, number = name, 1
        while anchor in taken:
            number += 1
            anchor = f"{name}-{number}"
        taken.add(anchor)
        yield Act(site, evaluation, items, anchor, _record(site, evaluation, items))


def _at_once(item: Correction) -> tuple[object, ...]:
    return item.region, item.date, item.kind, item.reason, item.decision, item.source


def _record(
    site: Site, evaluation: Evaluation, items: Sequence[Correction]
) -> CorrectionRecord | None:
    for kept in site.dataset.records:
        if kept.year == evaluation.year and any(
            is_of(kept.record, change, item) for change in kept.record.changes for item in items
        ):
            return kept.record
    return None


def _by_page(site: Site) -> Mapping[str, list[Act]]:
    found: dict[str, list[Act]] = {}
    for act in acts(site):
        for address in act.pages:
            found.setdefault(address, []).append(act)
    return found


def _shown(act: Act, address: str) -> Iterator[Moved]:
    """The figures that moved and that a page shows: those of its region, or of its group."""
    at = act.site.at
    for item in act.moved:
        if item.region is None:
            mine = address in (at.GROUP(item.year, item.group), at.EDITION(item.year))
        else:
            mine = address in (at.ARTICLE(item.year, item.region), at.REGION(item.region))
            shown = item.figure in ("score", "category", "rank")
            mine = mine or (address == at.GROUP(item.year, item.group) and shown)
        if mine:
            yield item
