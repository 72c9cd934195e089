"""What the theme shows around every page: the navigation, the publisher, the links of the footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.site import Whole

SHORT_TITLES = {"": "Beranda", "wilayah/": "Wilayah"}
"""What the navigation calls a page whose own title is longer; a year is its own."""


def navigation(whole: Whole) -> list[Any]:
    """A small navigation: region pages are reached through the lists, not through it."""
    years = whole.site.dataset.years
    return [
        {"Beranda": "index.md"},
        {"Wilayah": "wilayah/index.md"},
        {"Edisi": [{str(year): f"{year}/index.md"} for year in years]},
        {"Metode": "metodologi.md"},
        {"Tentang": "tentang.md"},
    ]


def named_in(nav: Any) -> Iterator[str]:
    """The addresses of the pages that a navigation names, at whatever depth."""
    if isinstance(nav, str):
        yield nav.removesuffix("index.md")
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from named_in(item)


def extra(whole: Whole) -> dict[str, Any]:
    """What the templates of the theme read as ``config.extra.rapor``."""
    publisher = whole.site.publisher
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
        "report_url": whole.site.link("", "tentang/"),
        "links": [
            {"title": title, "url": whole.site.link("", address)}
            for title, address in (
                ("Tentang, ralat, dan tanggapan", "tentang/"),
                ("Koreksi", "koreksi/"),
                ("Data", "data/"),
                ("Glosarium", "glosarium/"),
                ("Privasi", "privasi/"),
            )
        ],
    }
