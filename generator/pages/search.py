"""The search of all texts: its page. The index is made of the finished pages (``plugin/searching``)."""

from __future__ import annotations

import json

from generator.language import SITE_LANGUAGE
from generator.language.catalogue import N_
from generator.pages import addresses
from generator.pages.markup import relative
from generator.pages.page import Link, Page, Site, home_link
from generator.pages.view import render

INDEX = "pagefind/"
"""The folder of the index and of the program that reads it."""

WORDS = {
    "one": N_("1 halaman memuat “{q}”"),
    "some": N_("{n} halaman memuat “{q}”"),
    "none": N_("Tidak ada halaman yang memuat “{q}”. Coba kata lain, atau lebih sedikit kata."),
    "busy": N_("Mencari…"),
    "more": N_("Tampilkan {n} lagi"),
    "part": N_("Bagian: {title}"),
    "title": N_("{q}: pencarian"),
    "failed": N_(
        "Pencarian di seluruh teks tidak tersedia di sini: indeksnya dibuat saat situs dibangun, tidak di "
        "pratinjau, dan memerlukan WebAssembly di peramban."
    ),
}
"""What the script says; it has no words of its own."""

KINDS = {
    "article": N_("Laporan"),
    "notice": N_("Laporan"),
    "region": N_("Dari tahun ke tahun"),
    "edition": N_("Edisi"),
    "group": N_("Kelompok"),
    "indicator": N_("Indikator"),
    "question": N_("Pertanyaan"),
    "obstacles": N_("Kendala"),
    "method": N_("Metode"),
    "corrections": N_("Koreksi"),
    "prose": N_("Penjelasan"),
}
"""What a result is, by the kind of its page."""


def synonyms_of(site: Site) -> list[list[str]]:
    """The words that are one for a reader, of all measures: lists that share a word are one.

    They are Indonesian words.
    """
    joined: list[list[str]] = []
    if site.language.code != SITE_LANGUAGE:
        return joined
    for words in (words for mine in site.series for words in mine.measure.synonyms):
        apart = [one for one in joined if not set(one) & set(words)]
        near = [word for one in joined if one not in apart for word in one]
        joined = [*apart, list(dict.fromkeys([*near, *words]))]
    return joined


def search(site: Site) -> Page:
    """``/cari/``: the words of a reader in all texts; without script the way to the list of all."""
    address = addresses.SEARCH()
    _ = site.language.gettext
    told = {
        "words": {name: _(text) for name, text in WORDS.items()},
        "kinds": {kind: _(text) for kind, text in KINDS.items()},
        "synonyms": synonyms_of(site),
        "years": [str(year) for mine in site.series for year in mine.dataset.years],
    }
    return Page(
        address=address,
        title=_("Cari di seluruh teks"),
        kind="search",
        description=_(
            "Cari kata di semua laporan, penjelasan, dan pertanyaan di %(site)s.", site=site.title
        ),
        text=render(
            site,
            address,
            "search.md.jinja",
            told=json.dumps(told, ensure_ascii=False),
            index=INDEX,
            root=relative(f"{site.folder}{address}", "", index=site.index),
        ),
        breadcrumbs=(home_link(site), Link(_("Cari"), "")),
        banner=site.banner(*(e for mine in site.series for e in mine.dataset.evaluations.values())),
    )
