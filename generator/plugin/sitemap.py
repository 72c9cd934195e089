"""A sitemap of more addresses than one file may hold: parts, and an index of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

MOST = 50_000
"""Addresses of one file, by the protocol (sitemaps.org, "Using Sitemap index files")."""

_OPEN, _CLOSE = "<url>", "</urlset>"
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_LOC = re.compile(r"<loc>(.*?)</loc>")


def written(
    sitemap: str, address: str | None, pages: Iterable[tuple[str, str]], folder: Path
) -> str:
    """The sitemap of MkDocs with all pages, if the site has an address; its parts are written."""
    base = (address or "").rstrip("/") + "/"
    index, parts = split(with_pages(sitemap, base, pages) if address else sitemap, base)
    for name, text in parts.items():
        (folder / name).write_bytes(text.encode())
    return index


def with_pages(sitemap: str, base: str, pages: Iterable[tuple[str, str]]) -> str:
    """The sitemap of MkDocs with all generated pages after the others, in their order.

    ``pages`` are paths below ``base`` and dates; those that MkDocs knows too stand there once.
    """
    mine = {escape(base + path): date for path, date in pages}
    kept = [entry for entry in _ENTRY.findall(sitemap) if _loc(entry) not in mine]
    new = [
        f"\n    <url>\n         <loc>{address}</loc>\n         <lastmod>{date}</lastmod>\n    </url>"
        for address, date in mine.items()
    ]
    head = _ENTRY.split(sitemap, maxsplit=1)[0].removesuffix(_CLOSE).rstrip()
    return f"{head}{''.join((*kept, *new))}\n{_CLOSE}"


def _loc(entry: str) -> str:
    found = _LOC.search(entry)
    return found[1] if found else ""


def split(sitemap: str, base: str, most: int = MOST) -> tuple[str, dict[str, str]]:
    """The index and its parts by file name; the sitemap itself and no parts if it is short.

    ``base`` is the address of the site, with a slash at its end.
    """
    head, *entries = sitemap.split(_OPEN)
    if len(entries) <= most:
        return sitemap, {}
    entries[-1], _, tail = entries[-1].rpartition(_CLOSE)
    parts = {}
    for number, start in enumerate(range(0, len(entries), most), 1):
        body = "".join(_OPEN + entry for entry in entries[start : start + most])
        parts[f"sitemap-{number}.xml"] = f"{head}{body}{_CLOSE}{tail}"
    listed = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in parts)
    index = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}'
        "</sitemapindex>\n"
    )
    return index, parts
