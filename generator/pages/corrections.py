"""Every published figure that was changed after publication."""

from __future__ import annotations

from generator.pages import addresses
from generator.pages.corrected import Act, acts
from generator.pages.corrected_words import Told
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render


def corrections(site: Site) -> Page:
    """``/koreksi/``: every published figure that was changed after publication; apart from them
    what was changed as it had been announced."""
    found = [act for mine in site.series for act in acts(mine)]
    found.sort(key=lambda act: act.first.date.first_day, reverse=True)
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
            acts=found,
            sections=[(name, listed) for name, listed in _apart(site, found) if listed],
            revised=any(act.first.kind == "revision" for act in found),
            told=Told(site),
        ),
        breadcrumbs=(home_link(site), Link(title, "")),
        banner=site.banner(*(act.evaluation for act in found)),
    )


def _apart(site: Site, found: list[Act]) -> list[tuple[str, list[Act]]]:
    _ = site.language.gettext
    return [
        (_("Kekeliruan yang dikoreksi"), [a for a in found if a.first.kind == "correction"]),
        (_("Revisi terjadwal"), [a for a in found if a.first.kind == "revision"]),
    ]
