"""The files to download."""

from __future__ import annotations

from generator.files import Download
from generator.language.states import STATES, State
from generator.pages import addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render


def data(site: Site) -> Page:
    """``/data/``: the files to download; each with what it holds and its size in bytes."""
    _ = site.language.gettext
    files = [
        (file.path, _about(site, mine, file), len(file.content()))
        for mine in site.series
        for file in mine.downloads
    ]
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
            states=_states(site),
            awaited=not all(e.announced for e in site.dataset.evaluations.values()),
            deep=any("jawaban" in path or "indikator" in path for path, _, _ in files),
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
    )


def _states(site: Site) -> dict[str, State]:
    """The states that a reason can name: without a questionnaire nobody returns or passes one."""
    asked = any(mine.measure.questionnaire for mine in site.series)
    return {
        name: state
        for name, state in STATES.items()
        if asked or name not in ("not-returned", "stopped")
    }


def _about(site: Site, mine: Site, file: Download) -> str:
    """What a file holds; of which measure too, where the site has several."""
    about = site.language.gettext(file.about, year=file.year)
    if not site.others:
        return about
    return f"{mine.measure.short.of(site.language.code)}: {about}"
