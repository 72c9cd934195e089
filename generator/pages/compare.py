"""Bodies beside each other: the page that takes any two to four, and of each body one with its group."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.beside import Ahead, Beside, Unsaid, ahead, beside, indicators_of
from generator.facts.region import RegionFacts
from generator.format import Region
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.sought import sought
from generator.pages.versus import FOLDER, near_named, pieces_of
from generator.pages.view import meanings, render

UNSAID = {
    Unsaid.UNKNOWN: N_("salah satunya belum diketahui"),
    Unsaid.CONTESTED: N_("selisih tidak disebut: sumbernya berbeda-beda"),
    Unsaid.COMPUTED: N_("selisih tidak disebut: hanya satu yang dihitung situs"),
    Unsaid.FINER: N_("selisihnya di bawah ketelitian skor"),
}
"""Why no difference is said."""

WORDS = {
    "category": N_("Kategori"),
    "score": N_("Skor"),
    "rank": N_("Peringkat"),
    "of": N_("{place} dari {of}"),
    "computed": N_("dihitung situs"),
    "scale": N_("menurut skala"),
    "or": N_("atau"),
    "same": N_("sama"),
    "points": N_("{name} lebih tinggi {n} poin"),
    "categories": N_("{name} lebih tinggi {n} kategori"),
    "category_higher": N_("{name} lebih tinggi satu kategori"),
    "places": N_("{name} lebih tinggi {n} peringkat"),
    "place_higher": N_("{name} lebih tinggi satu peringkat"),
    "than": N_("{told} daripada {other}"),
    "some": N_("di antara yang diketahui"),
    "year": N_("Hasil {year}"),
    "unknown": N_("Tahun lain yang tidak dibandingkan"),
    "lacks": N_("{year}: {figure} {name} {why}"),
    "result": N_("hasil"),
    "none": N_("Tidak ada tahun yang hasilnya diketahui pada semua pilihan."),
    "groups": N_(
        "Tidak dibandingkan: {names} bukan satu kelompok; hasil hanya sebanding di dalam satu kelompok."
    ),
    "stranger": N_("“{name}” tidak dikenal di situs ini."),
    "most": N_("Paling banyak empat sekaligus."),
    "one": N_("Pilih satu lagi untuk dibandingkan dengan {name}."),
    "add": N_("Tambah: {why}"),
    "remove": N_("Lepas {name}"),
    "share": N_("Bagikan"),
    "copied": N_("Alamat disalin"),
    "print": N_("Cetak"),
    "title": N_("{names}: perbandingan"),
    "failed": N_("Data tidak dapat dimuat. Coba muat ulang halaman ini."),
}
"""What the script says; it has no words of its own."""


def words(site: Site) -> dict[str, Any]:
    """The words of the script in the language of the page."""
    _ = site.language.gettext
    return {
        **{name: _(text) for name, text in WORDS.items()},
        **{f"unsaid-{why.value}": _(text) for why, text in UNSAID.items()},
        "decimal": site.language.decimal(Decimal("0.5"))[1],
        "meanings": meanings(site),
        "measures": [mine.measure.short.of(site.language.code) for mine in site.series],
    }


def compare(site: Site) -> Page:
    """``/bandingkan/``: two to four bodies of one group; without script the way to ready pages."""
    address = addresses.COMPARE()
    _ = site.language.gettext
    members: dict[str, list[Region]] = {group: [] for group in site.dataset.groups}
    for region in site.dataset.regions.values():
        members[region.group].append(region)
    groups = [(group, members[group.id]) for group in site.dataset.groups.values()]
    return Page(
        address=address,
        title=_("Bandingkan"),
        kind="compare",
        description=_("Bandingkan hasil dua sampai empat badan publik dalam satu kelompok."),
        text=render(
            site,
            address,
            "compare.md.jinja",
            sought=sought(site),
            groups=[(group, found) for group, found in groups if found],
            words=json.dumps(words(site), ensure_ascii=False),
            pieces=pieces_of(site),
            folder=FOLDER,
        ),
        breadcrumbs=(home_link(site), Link(_("Bandingkan"), "")),
        banner=site.banner(*(e for mine in site.series for e in mine.dataset.evaluations.values())),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a body beside the median of its group, and what is said of the two."""

    name: str
    own: str
    median: str
    told: str
    computed: bool = False


def beside_group(site: Site, id_: str) -> Page:
    """``/bandingkan/<id>/``: a body beside its group's median, by the latest edition with its result."""
    region = site.dataset.regions[id_]
    address = addresses.COMPARED(id_)
    _ = site.language.gettext
    told = [(mine, *found) for mine in site.series if (found := _latest(mine, id_)) is not None]
    noun = site.language.noun(site.dataset.groups[region.group].name)
    title = _("%(name)s dan kelompoknya", name=site.names.full(region))
    return Page(
        address=address,
        title=title,
        kind="compare",
        description=_(
            "Hasil terakhir %(name)s di samping median %(noun)s.",
            name=site.names.full(region),
            noun=noun,
        ),
        text=render(
            site,
            address,
            "compared.md.jinja",
            title=title,
            region=region,
            noun=noun,
            told=[(mine, e, facts, _lines(mine, e, facts)) for mine, e, facts in told],
            several=len(site.series) > 1,
            near=near_named(site, region),
        ),
        breadcrumbs=(
            home_link(site),
            Link(_("Bandingkan"), addresses.COMPARE()),
            Link(site.names.full(region), ""),
        ),
        banner=site.banner(*(e for _mine, e, _facts in told)),
    )


def _latest(site: Site, id_: str) -> tuple[Evaluation, RegionFacts] | None:
    return next(((e, facts) for e, facts in site.facts.history(id_) if facts.has_result), None)


def _lines(site: Site, evaluation: Evaluation, facts: RegionFacts) -> list[Line]:
    """The score and the indicators that are known, beside the medians that are."""
    return [_line(site.language, *found) for found in _compared(site, evaluation, facts)]


def _compared(
    site: Site, evaluation: Evaluation, facts: RegionFacts
) -> Iterator[tuple[str, Beside, Decimal]]:
    """Each of them by its name, with the median."""
    median = site.facts.evaluation(evaluation).median
    own = beside(facts.score)
    if own is not None and median:
        yield site.language.gettext("Skor"), own, median.known.value
    medians = site.facts.indicator_medians(evaluation)
    for id_, name, score in indicators_of(evaluation, facts):
        if id_ in medians and medians[id_].n > 1:
            yield name, score, medians[id_].value


def has_medians(site: Site, id_: str) -> bool:
    """Whether the page of a body beside its group has a median to show."""
    latest = ((mine, _latest(mine, id_)) for mine in site.series)
    return any(
        found is not None and next(_compared(mine, *found), None) is not None
        for mine, found in latest
    )


def _line(language: Language, name: str, own: Beside, median: Decimal) -> Line:
    # A median is computed of whatever is known: that the own figure was computed is told beside it.
    said = ahead(Beside(own.value, own.contested), Beside(median))
    return Line(
        name,
        language.decimal(own.value),
        language.decimal(median),
        said_of_median(language, said),
        own.computed,
    )


def said_of_median(language: Language, said: Ahead) -> str:
    """``lebih tinggi 2,50 poin``, ``sama``, or why it is not said."""
    _ = language.gettext
    if said.points is None:
        return _(UNSAID[said.why or Unsaid.UNKNOWN])
    if said.points == 0:
        return _("sama")
    points = language.decimal(abs(said.points))
    if said.points > 0:
        return _("lebih tinggi %(points)s poin", points=points)
    return _("lebih rendah %(points)s poin", points=points)
