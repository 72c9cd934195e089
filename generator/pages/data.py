"""The files to download."""

from __future__ import annotations

from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render


def data(site: Site) -> Page:
    """``/data/``: the files to download; each with what it holds and its size in bytes."""
    _ = site.language.gettext
    found = [file for mine in site.series for file in mine.downloads]
    files = [(f.path, _(f.about, year=f.year), len(f.content())) for f in found]
    title = _("Data")
    address = addresses.DATA()
    return Page(
        address=address,
        title=title,
        kind="data",
        description=_(
            "Semua hasil evaluasi di situs ini sebagai berkas untuk diperiksa dan diolah."
        ),
        markdown=render(
            site,
            address,
            "data.md.jinja",
            title=title,
            files=files,
            awaited=not all(e.announced for e in site.dataset.evaluations.values()),
            deep=any("jawaban" in path or "indikator" in path for path, _, _ in files),
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
    )
