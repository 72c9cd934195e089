"""How an edition is named where it is cited, and where somebody reports that a fact is wrong."""

from __future__ import annotations

from operator import attrgetter

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.pages.evaluated import evaluated
from generator.pages.page import Site


def measured(site: Site, evaluation: Evaluation, *, dated: bool = True) -> str:
    """``evaluasi keterbukaan informasi publik 2025 oleh Komisi Informasi Provinsi Contoh (diumumkan 19
    Desember 2025)``: who measured, what and when. An organizer that no source names is not named.

    ``dated``: not beside a figure that the site computed, which was not announced on that day.
    """
    _, told = site.language.gettext, evaluated(site, [evaluation])
    if evaluation.published is None or not dated:
        return told
    date = site.language.show_date(evaluation.published)
    return _("%(what)s (diumumkan %(date)s)", what=told, date=date)


def edition_of(site: Site, evaluation: Evaluation) -> str:
    """``edisi 2025, versi kedua``; after a correction without a version its day, of a sample that it
    is one."""
    _, settings = site.language.gettext, evaluation.settings
    parts = [_("edisi %(year)s", year=evaluation.year)]
    if evaluation.status == "sample":
        parts.append(_("data contoh, bukan hasil sesungguhnya"))
    elif evaluation.status == "draft":
        parts.append(_("draf"))
    if settings.version:
        parts.append(_("versi %(version)s", version=settings.version))
    elif settings.corrections:
        last = site.once(
            ("last correction", evaluation.year, evaluation.group.id),
            lambda: max((item.date for item in settings.corrections), key=attrgetter("first_day")),
        )
        parts.append(_("sesudah koreksi %(date)s", date=site.language.show_date(last)))
    return ", ".join(parts)


def published(site: Site, edition: str) -> str:
    """Where a figure stands: this site and the edition."""
    _ = site.language.gettext
    return _("Dimuat di %(site)s, %(edition)s", site=site.title, edition=edition)


def report_of(site: Site, address: str, told: str, edition: str) -> str:
    """Where somebody reports that a fact is wrong: a letter with page, fact and version filled in, or
    the page that the publisher names; "" where no contact can be linked."""
    if not site.publisher.contact_url:
        return ""
    _, page = site.language.gettext, site.full(address) or f"/{address}"
    said = told.striptags() if isinstance(told, Markup) else told
    lines = (
        _("Halaman: %(page)s", page=page),
        _("Yang tertulis: %(told)s", told=said),
        _("Versi: %(version)s", version=f"{site.title}, {edition}"),
        _("Yang seharusnya, dan sumbernya:"),
        "",
    )
    subject = _("Laporan kekeliruan: %(page)s", page=page)
    return site.publisher.report_url(subject, "\n".join(lines))
