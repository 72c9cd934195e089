"""Every published figure that was changed after publication."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.format import Correction
from generator.pages import addresses
from generator.pages.addresses import Addresses
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render


def corrections(site: Site) -> Page:
    """``/koreksi/``: every published figure that was changed after publication."""
    found: list[tuple[Evaluation, Correction, Addresses]] = []
    for mine in site.series:
        for evaluation in mine.dataset.evaluations.values():
            members = {region.id for region in evaluation.regions}
            listed = evaluation.settings.corrections
            found += [(evaluation, c, mine.at) for c in listed if c.region in members]
    found.sort(key=lambda item: item[1].date.first_day, reverse=True)
    address = addresses.CORRECTIONS()
    _ = site.language.gettext
    title = _("Koreksi")
    return Page(
        address=address,
        title=title,
        kind="corrections",
        description=_(
            "Hasil evaluasi yang diubah setelah diumumkan: nilai lama, nilai baru, alasan."
        ),
        text=render(
            site,
            address,
            "corrections.md.jinja",
            title=title,
            corrections=found,
            fields={"score": _("Skor"), "category": _("Kategori"), "rank": _("Peringkat")},
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
        banner=site.banner(*(evaluation for evaluation, _correction, _at in found)),
    )
