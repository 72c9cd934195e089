"""What readers of the pages would miss: addresses, labels of tiles, sources that open, colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evaluation.model import Dataset, Evaluation
from generator.facts.model import Category
from generator.format import Region
from generator.format.problems import Message, message
from generator.pages.charts.tiles import fits
from generator.pages.labels import step
from generator.pages.map_states import tile_label
from generator.pages.sight import tokens, too_alike
from generator.settings import Settings

MOST_NAMED = 3
"""So many sources of an edition are named."""


def advice(settings: Settings, dataset: Dataset) -> Iterator[Message]:
    """All advice of a site, most important first."""
    if settings.file is not None and not settings.address:
        yield message(
            "Saran: tulis site_url di {file}; tanpa itu halaman tidak menyebut alamat tetapnya kepada "
            "mesin pencari dan pratinjau tautan.",
            file=settings.file.name,
        )
    for group in dataset.groups:
        tiled = [r for r in dataset.regions.values() if r.group == group and r.tile is not None]
        yield from _tiles(tiled)
    for one in dataset.series:
        for year in sorted({year for year, _ in one.evaluations}, reverse=True):
            yield from _sources(year, one.of_year(year))
        yield from _colours(one)


def _tiles(regions: list[Region]) -> Iterator[Message]:
    """Labels of the tiles of one map: that are the same, or too long."""
    columns = max((region.tile[0] for region in regions if region.tile), default=0) + 1
    first: dict[str, Region] = {}
    for region in regions:
        label = tile_label(region)
        other = first.setdefault(label, region)
        if other is not region:
            yield message(
                "Saran: petak {one} dan {other} sama-sama berlabel “{label}”; tulis nama pendek yang "
                "berbeda sebagai yang pertama dalam also.",
                one=other.name,
                other=region.name,
                label=label,
            )
        if not fits(label, columns):
            yield message(
                "Saran: label petak {name}, “{label}”, tidak muat di layar ponsel; tulis nama yang lebih "
                "pendek sebagai yang pertama dalam also.",
                name=region.name,
                label=label,
            )


def _sources(year: int, evaluations: list[Evaluation]) -> Iterator[Message]:
    listed = [
        source
        for evaluation in evaluations
        for source in (
            *evaluation.sources.values(),
            *(one for file in evaluation.results.values() for one in file.result.sources),
        )
        if not source.url
    ]
    found = list(dict.fromkeys(source.id for source in listed))
    if found:
        named = ", ".join(found[:MOST_NAMED]) + (", …" if len(found) > MOST_NAMED else "")
        yield message(
            "Saran: {count} sumber edisi {year} tanpa url, sehingga pembaca tidak dapat membukanya: {named}.",
            count=len(found),
            year=year,
            named=named,
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scale by what is looked at: the names of its categories and their colours, if they have any."""

    names: tuple[str, ...]
    colours: tuple[str | None, ...]


def _colours(dataset: Dataset) -> Iterator[Message]:
    """Scales with colours of their own of which two cannot be told apart; each scale once."""
    years: dict[_Scale, int] = {}
    for evaluation in dataset.evaluations.values():
        steps = evaluation.scale.categories if evaluation.scale else ()
        scale = _Scale(tuple(s.name for s in steps), tuple(s.color for s in steps))
        if any(scale.colours):
            years[scale] = max(evaluation.year, years.get(scale, 0))
    for scale, year in years.items():
        for one, other in _alike(scale):
            yield message(
                "Saran: warna kategori {one} dan {other} edisi {year} sulit dibedakan oleh sebagian pembaca "
                "atau dalam cetakan hitam putih; hapus color agar situs memilihnya, atau tulis warna lain.",
                one=scale.names[one],
                other=scale.names[other],
                year=year,
            )


def _alike(scale: _Scale) -> list[tuple[int, int]]:
    """The pairs that some eye takes for one another, in the light or in the dark."""
    of = len(scale.names)
    usual = [step(Category(name, at, of)) for at, name in enumerate(scale.names)]
    pairs = {
        (one, other)
        for scheme in tokens()
        for one, other, _ in too_alike(
            [own or scheme[name] for own, name in zip(scale.colours, usual, strict=True)]
        )
        # Two of the theme's own colours are nobody's choice.
        if scale.colours[one] or scale.colours[other]
    }
    return sorted(pairs)
