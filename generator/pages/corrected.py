"""What pages say of corrections: what stood there, what stands now, and every figure that moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.evaluation.records import is_of
from generator.format import Correction, Region
from generator.format.record import CorrectionRecord, Moved, Stood
from generator.language.catalogue import N_
from generator.pages.labels import labels
from generator.pages.markup import escape, filled, sewn
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
        return [
            at.ARTICLE(year, self.region.id),
            at.REGION(self.region.id),
            at.GROUP(year, group),
            at.EDITION(year),
        ]

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
            if self.evaluation.year in {since[item.field] for item in self.items}:
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
        changed = {(c.region, c.field) for c in self.record.changes}
        year = self.evaluation.year
        return tuple(
            item
            for item in self.record.figures
            if (item.region, item.figure) not in changed or item.year != year
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


FIGURES = {
    "score": N_("skor"),
    "category": N_("kategori"),
    "rank": N_("peringkat"),
    "points": N_("perubahan skor"),
    "places": N_("perubahan peringkat"),
    "gap": N_("jarak ke kategori berikutnya"),
    "scored": N_("banyaknya skor"),
    "mean": N_("rata-rata"),
    "median": N_("median"),
}


class Told:
    """The words of corrections in the language of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._ = site.language.gettext
        self._said = labels(site.language)

    def value(self, value: str | None, figure: str = "") -> Markup:
        """A value as pages write it; words where there is, or was, none."""
        if value is None:
            return escape(self._("belum ada"))
        if figure in ("points", "places") and value[:1] not in ("-", "0"):
            return Markup("+") + self._said.given(value)
        if value.startswith("-"):
            return Markup("−") + self._said.given(value[1:])
        return self._said.given(value)

    def figure(self, item: Moved) -> Markup:
        """What moved: ``peringkat``."""
        if item.figure == "count":
            return filled(
                self._("jumlah berkategori %(name)s"), name=self._said.own(item.name or "")
            )
        return escape(self._(FIGURES[item.figure]))

    def named(self, field: str) -> str:
        """A figure of a region in a word."""
        return self._(FIGURES[field])

    def whose(self, item: Moved) -> Markup:
        """Whose figure it is, and of which edition."""
        dataset = self.site.dataset
        known = dataset.regions.get(item.region or "")
        group = dataset.groups.get(item.group)
        name = escape(self.site.names.full(known)) if known else self._said.own(item.group)
        if group and not known:
            name = escape(self.site.language.group(group.name))
        return filled(self._("%(name)s %(year)s"), name=name, year=str(item.year))

    def changes(self, act: Act) -> Markup:
        """``skor semula 92,31, kini 98,31``: each corrected figure."""
        text = self._("%(field)s semula %(before)s, kini %(after)s")
        told = [
            filled(
                text,
                field=self._(FIGURES[item.field]),
                before=self._said.given(item.from_),
                after=self._said.given(item.to),
            )
            for item in act.items
        ]
        return Markup("; ").join(told)

    def called(self, act: Act) -> str:
        """Whose figure was corrected, and of which edition."""
        return f"{self.site.names.full(act.region)} {act.evaluation.year}"

    def more(self, act: Act) -> str:
        """The link to all that is known of it."""
        if act.first.kind == "revision":
            return self._("Rincian revisi ini")
        return self._("Rincian koreksi ini")

    def listed(self, figures: Sequence[Moved]) -> Markup:
        """Figures that moved, each on a line; of many the first."""
        line = self._("%(whose)s, %(figure)s: semula %(before)s, kini %(after)s")
        told = [
            filled(
                line,
                whose=self.whose(item),
                figure=self.figure(item),
                before=self.value(item.from_, item.figure),
                after=self.value(item.to, item.figure),
            )
            for item in figures[:MOST]
        ]
        if len(figures) > MOST:
            more = self.site.language.digits(len(figures) - MOST)
            told.append(escape(self._("dan %(n)s angka lain", n=more)))
        items = Markup("").join(sewn("<li>{}</li>\n", item) for item in told)
        return sewn("<ul>\n{}</ul>", items)

    def kind(self, act: Act) -> str:
        """What the change is called: a correction, or a revision that was announced before."""
        return self._("Revisi terjadwal") if act.first.kind == "revision" else self._("Koreksi")

    def source(self, act: Act) -> object:
        """Who says that the figure was changed."""
        return act.evaluation.source(act.first.source)

    def pages(self, act: Act) -> list[tuple[str, str]]:
        """The pages concerned, by title and address: at most as many as are named elsewhere."""
        site, year = act.site, act.evaluation.year
        titles = {p.address: p.title for p in act.record.pages} if act.record else {}
        kept = [address for address in titles if address not in {*act.own, *act.compared}]
        own = (
            (f"{site.names.full(act.region)} {year}", site.at.ARTICLE(year, act.region.id)),
            (site.names.full(act.region), site.at.REGION(act.region.id)),
            (
                f"{site.language.group(act.evaluation.group.name)} {year}",
                site.at.GROUP(year, act.evaluation.group.id),
            ),
            (self._("Edisi %(year)s", year=year), site.at.EDITION(year)),
        )
        names = (site.names.full(act.region), site.language.group(act.evaluation.group.name))
        later = [
            (f"{name} {e.year}", address)
            for (e, address), name in zip(act.later, names * len(act.later), strict=False)
        ]
        return [*own, *later, *((titles[address], address) for address in kept[:MOST])]
