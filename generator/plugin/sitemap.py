"""A sitemap of more addresses than one file may hold: parts, and an index of them."""

from __future__ import annotations

from html import escape

MOST = 50_000
"""Addresses of one file, by the protocol (sitemaps.org, "Using Sitemap index files")."""

_OPEN, _CLOSE = "<url>", "</urlset>"


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
