"""The files to download."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper

from generator.facts.model import Why
from generator.files import Download
from generator.language.states import STATES
from generator.pages import addresses
from generator.pages.labels import labels
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render


def data(site: Site) -> Page:
    """``/data/``: the files to download; each with what it holds and its size in bytes."""
    _ = site.language.gettext
    files: list[tuple[str, str, int]] = []
    whys: set[str] = set()
    for mine in site.series:
        for file in mine.downloads:
            content = file.content()
            files.append((file.path, _about(site, mine, file), len(content)))
            if file.year is None or "hasil" not in file.path:  # years stand in the file of all
                whys |= _whys(content)
    title = _("Data")
    address = addresses.DATA()
    return Page(
        address=address,
        title=title,
        kind="data",
        description=_("Hasil tiap wilayah sebagai berkas untuk diperiksa dan diolah."),
        text=render(
            site,
            address,
            "data.md.jinja",
            title=title,
            files=files,
            whys=list(_told(site, whys)),
            categories=_has_categories(site),
            deep=any("jawaban" in path or "indikator" in path for path, _, _ in files),
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
        banner=site.banner(*(e for mine in site.series for e in mine.dataset.evaluations.values())),
    )


def _has_categories(site: Site) -> bool:
    return any(mine.measure.categories for mine in site.series)


def _whys(content: bytes) -> set[str]:
    """The reasons that stand in the file, in the place of figures."""
    rows = csv.reader(TextIOWrapper(BytesIO(content), "utf-8-sig", newline=""))
    heads = next(rows)
    columns = [i for i, head in enumerate(heads) if head == "why" or head.endswith("_why")]
    return {row[i] for row in rows for i in columns if row[i]}


def _told(site: Site, whys: set[str]) -> Iterator[tuple[str, str, str]]:
    """What each reason means, with its mark if it is a state: of those that stand in the files."""
    without = {Why.NO_CATEGORIES} if not _has_categories(site) else set()
    for why in Why:
        if why in whys and why not in without:
            state = STATES.get(why)
            yield why.value, labels(site.language).reason_text(why), state.mark if state else ""


def _about(site: Site, mine: Site, file: Download) -> str:
    """What a file holds; of which measure too, where the site has several."""
    about = site.language.gettext(file.about, year=file.year)
    if not site.others:
        return about
    return f"{mine.measure.short.of(site.language.code)}: {about}"
