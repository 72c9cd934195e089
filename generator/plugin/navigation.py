"""What the theme shows around every page: the navigation, the publisher, the links of the footer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.language import language as language_of
from generator.language import languages
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages import addresses
from generator.pages.finder import FIRST
from generator.pages.sought import sought
from generator.site import Whole

SHORT_TITLES = {
    "": N_("Beranda"),
    "wilayah/": N_("Wilayah"),
    "bandingkan/": N_("Bandingkan"),
    "data/": N_("Data"),
    "koreksi/": N_("Koreksi"),
}
"""What links of the navigation call a page; a year is its own. Others are made to know it."""


def navigation(whole: Whole, content: Path) -> list[Any]:
    """A small navigation: region pages are reached through the lists, not through it.

    ``content`` is the folder of prose: a page of it stands there as a file or in a folder.
    """
    years = whole.site.dataset.years
    _ = whole.site.language.gettext

    def prose(name: str) -> str:
        nested = f"{name}/index.md"
        alone = (content / nested).is_file() and not (content / f"{name}.md").is_file()
        return nested if alone else f"{name}.md"

    return [
        {_("Beranda"): "index.md"},
        {_("Wilayah"): "wilayah/index.md"},
        {_("Edisi"): [{str(year): f"{year}/index.md"} for year in years]},
        *(
            {
                site.measure.short.of(site.language.code): [
                    {str(year): f"{site.at.EDITION(year)}index.md"} for year in site.dataset.years
                ]
            }
            for site in whole.site.others
            if site.dataset.years
        ),
        *([{_("Bandingkan"): "bandingkan/index.md"}] if whole.site.compare else []),
        {_("Data"): "data/index.md"},
        {_("Metode"): prose("metodologi")},
        {_("Tentang"): prose("tentang")},
    ]


def named_in(nav: Any) -> Iterator[str]:
    """The addresses of the pages that a navigation names, at whatever depth."""
    if isinstance(nav, str):
        yield nav.removesuffix("index.md")
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from named_in(item)


def words(language: Language) -> dict[str, Any]:
    """What the templates of the theme have at hand to be in the language of the site."""

    def words_of(code: str) -> Callable[[str], str]:
        """The same as ``_`` for a text in another language, where the site knows that one."""
        return (language_of(code) if code in languages() else language).gettext

    return {
        "_": language.gettext,
        "rk_lang": language.code,
        "rk_locale": language.locale,
        "rk_words": words_of,
    }


def extra(whole: Whole, *, noindex: bool = False) -> dict[str, Any]:
    """What the templates of the theme read as ``config.extra.rapor``."""
    publisher = whole.site.publisher
    _ = whole.site.language.gettext
    return {
        "publisher": {
            name: getattr(publisher, name)
            for name in (
                "name",
                "official",
                "responsible",
                "contact",
                "text_license",
                "data_license",
            )
        },
        "contact_url": publisher.contact_url,
        "noindex": noindex,
        "find": {
            "label": _("Cari %(what)s", what=sought(whole.site)),
            "list": whole.site.link("", addresses.REGIONS()),
            "first": FIRST,
            "to": whole.site.link("", addresses.REGION("{id}")),
        }
        if whole.site.find
        else None,
        "links": [
            {"title": title, "url": whole.site.link("", address)}
            for title, address in (
                (
                    _("Tentang, ralat, dan tanggapan") if publisher.contact else _("Tentang"),
                    "tentang/",
                ),
                (_("Koreksi"), "koreksi/"),
                (_("Data"), "data/"),
                (_("Glosarium"), "glosarium/"),
                (_("Privasi"), "privasi/"),
            )
        ],
    }
