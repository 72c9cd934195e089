"""Prose with its placeholders filled: the publisher's words, a measure's, and what is generated."""

from __future__ import annotations

from generator.content import PROSE_PAGES, packaged
from generator.language import language
from generator.language.wording import wording
from generator.pages.markup import escape
from generator.pages.method import METHOD_MARKER, method_part
from generator.pages.prose import applying, decimals, measured
from generator.site import Whole
from generator.templating import safe


def fill_prose(text: str, whole: Whole, name: str, code: str = "") -> str:
    """Prose with its placeholders filled: the publisher's words, and the generated part.

    ``name`` is where it stands, such as ``metodologi`` or ``en/metodologi``; ``code`` the language of
    the text, where it is not that of the place.
    """
    site = whole.site_at(name)
    code = code or site.language.code
    publisher, name = site.publisher, name.removeprefix(site.folder)
    spoken = language(code)
    _ = spoken.gettext
    unsaid = _("belum disebut oleh penerbit")
    contact = escape(publisher.contact or _("penerbit belum menyebut alamat kontak"))
    if publisher.contact_url:
        contact = safe(  # noqa: S704 — escaped
            f'<a href="{escape(publisher.contact_url)}">{escape(publisher.contact)}</a>'
        )
    known = {
        "situs": escape(site.title),
        "penerbit": escape(publisher.name or _("belum disebut")),
        "status": _("Situs ini situs resmi.")
        if publisher.official
        else _("Situs ini bukan situs resmi pemerintah atau komisi informasi."),
        "penanggung-jawab": escape(publisher.responsible or unsaid),
        "lisensi-teks": escape(publisher.text_license or unsaid),
        "lisensi-data": escape(publisher.data_license or unsaid),
        "kontak": contact,
        "desimal": decimals(site.dataset, spoken),
    }
    measure = site.measure
    put = wording(spoken, measure)
    own = name not in PROSE_PAGES or text != packaged(site.dataset.measure_id, name, code)
    # Before words are put: those of the marks are no words of the text.
    told = bool(publisher.contact)
    text = applying(text, site.dataset, analysis=site.analysis, contact=told)
    if put is not None and not own:
        text = put(text)
    for key, value in (known | measured(measure, code)).items():
        text = text.replace(f"[[{key}]]", value)
    if name == "metodologi" and METHOD_MARKER in text:
        text = text.replace(METHOD_MARKER, method_part(site))
    return text
