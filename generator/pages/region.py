"""The page of a region: its whole history."""

from __future__ import annotations

from generator.format import Region
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.request import office
from generator.pages.timeline import Told, told_of, unknown_instruments
from generator.pages.view import render


def region(site: Site, id_: str) -> Page:
    """``/wilayah/<id>/``: all years of one region."""
    address = addresses.REGION(id_)
    region_ = site.dataset.regions[id_]
    history = [
        told_of(site.language, evaluation, facts) for evaluation, facts in site.facts.history(id_)
    ]
    latest = next((told for told in history if told.facts.has_result), None)
    evaluations = [told.evaluation for told in history]
    return Page(
        address=address,
        title=region_.name,
        kind="region",
        description=_region_description(region_, latest),
        markdown=render(
            site,
            address,
            "region.md.jinja",
            region=region_,
            history=history,
            latest=latest,
            awaited=bool(history) and not any(told.evaluation.announced for told in history),
            group=site.dataset.groups[region_.group],
            running=site.newsroom.history(id_),
            ask=office(region_),
            parent=site.dataset.regions.get(region_.parent or ""),
            unknown_instruments=unknown_instruments(site.facts.history(id_)),
        ),
        breadcrumbs=(home_link(site), Link("Wilayah", addresses.REGIONS()), Link(region_.name, "")),
        banner=site.banner(*evaluations),
    )


def _region_description(region_: Region, latest: Told | None) -> str:
    if latest is None:
        return f"Hasil evaluasi keterbukaan informasi publik {region_.name} dari tahun ke tahun."
    year = latest.evaluation.year
    if latest.facts.category.value is not None:
        name = latest.facts.category.value.name
        return f"{region_.name} berkategori {name} pada {year}. Semua hasil dari tahun ke tahun, dengan sumbernya."
    return f"Hasil {region_.name} pada {year} dan tahun-tahun sebelumnya, dengan sumbernya."
