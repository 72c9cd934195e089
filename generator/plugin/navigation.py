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
from generator.pages.page import Site
from generator.pages.sought import sought
from generator.theme.first import BROAD, first_styles

SHORT_TITLES = {
    "": N_("Beranda"),
    "wilayah/": N_("Wilayah"),
    "bandingkan/": N_("Bandingkan"),
    "data/": N_("Data"),
    "koreksi/": N_("Koreksi"),
}
"""What links of the navigation call a page; a year is its own. Others are made to know it."""


def navigation(site: Site, content: Path) -> list[Any]:
    """A small navigation: region pages are reached through the lists, not through it.

    ``content`` is the folder of prose: a page of it stands there as a file or in a folder.
    """
    folder = site.folder
    _ = site.language.gettext

    def prose(name: str) -> str:
        alone, nested = f"{folder}{name}.md", f"{folder}{name}/index.md"
        return nested if (content / nested).is_file() and not (content / alone).is_file() else alone

    return [
        {_("Beranda"): f"{folder}index.md"},
        {_("Wilayah"): f"{folder}wilayah/index.md"},
        {_("Edisi"): [{str(year): f"{folder}{year}/index.md"} for year in site.dataset.years]},
        *(
            {
                mine.measure.short.of(site.language.code): [
                    {str(year): f"{folder}{mine.at.EDITION(year)}index.md"}
                    for year in mine.dataset.years
                ]
            }
            for mine in site.others
            if mine.dataset.years
        ),
        *([{_("Bandingkan"): f"{folder}bandingkan/index.md"}] if site.compare else []),
        {_("Data"): f"{folder}data/index.md"},
        {_("Metode"): prose("metodologi")},
    ]


def in_language(nav: Any, site: Site) -> Any:
    """A navigation that a site has written itself, for its pages in another language: the same pages
    there, and titles as far as they are words of the site."""
    if isinstance(nav, str):
        return f"{site.folder}{nav}" if nav.endswith(".md") else nav
    if isinstance(nav, list):
        return [in_language(item, site) for item in nav]
    if isinstance(nav, dict):
        _ = site.language.gettext
        return {_(str(title)): in_language(item, site) for title, item in nav.items()}
    return nav


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
        "rk_first": first_styles,
        "rk_broad": BROAD,
    }


def extra(site: Site, *, noindex: bool = False) -> dict[str, Any]:
    """What the templates of the theme read as ``config.extra.rapor``, or, around the pages of another
    language than the first, as ``rk_extra_here``."""
    publisher = site.publisher
    _ = site.language.gettext
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
            "label": _("Cari %(what)s", what=sought(site)),
            "list": _there(site, addresses.REGIONS()),
            "first": f"{site.folder}{FIRST}",
            "to": _there(site, addresses.REGION("{id}")),
            "search": _there(site, addresses.SEARCH()) if site.search else "",
        }
        if site.find
        else None,
        "links": [
            {"title": title, "url": _there(site, address)}
            for title, address in (
                (
                    _("Tentang, ralat, dan tanggapan") if publisher.contact else _("Tentang"),
                    "tentang/",
                ),
                *(((_("Cari teks"), addresses.SEARCH()),) if site.search else ()),
                (_("Koreksi"), "koreksi/"),
                (_("Data"), "data/"),
                (_("Glosarium"), "glosarium/"),
                (_("Privasi"), "privasi/"),
            )
        ],
    }


def _there(site: Site, address: str) -> str:
    """A page from the root of the whole site, as its links have it."""
    return f"{site.folder}{site.link('', address).removeprefix('./')}"
