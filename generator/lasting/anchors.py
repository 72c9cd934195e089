"""The anchors of a page as it is published, and those that stay alive under another name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from generator.lasting.lock import Anchors

_ID = re.compile(rb'\sid="([^"]+)"')
_PASSING = ("__", "rk-", "t-", "sumber-", "arsir-", "kutip-")
"""Ids of the theme, of hatchings, labels of tables and of what opens beside a figure, and marks whose
numbers are those of one text."""

BEFORE = frozenset(
    (b"h2", b"h3", b"h4", b"h5", b"h6", b"p", b"div", b"section", b"details", b"aside", b"figure")
)
"""Elements before which another element may stand."""

_APART = re.compile(r"(?:[a-z]{2}/)?(?:assets|search|pagefind|data/(?:banding|cari))/")
"""What the pages themselves load: nobody cites it, and how it is divided changes with the data."""

_NOT = frozenset(("404.html", "sitemap.xml", "sitemap.xml.gz", "SHA256SUMS", "data/manifest.json"))


def anchors_in(piece: bytes) -> Iterator[str]:
    """The ids to which a reader may have a link; not that of the title, which is the page itself."""
    for found in _ID.finditer(piece):
        id_ = found[1]
        name = id_.decode("utf-8", "replace")
        if is_passing(name):
            continue
        start = piece.rfind(b"<", 0, found.start())
        if start < 0 or piece[start : start + 3] != b"<h1":
            yield name


def is_passing(anchor: str) -> bool:
    """Whether an anchor is none that is kept, though an older lock may name it."""
    return anchor == "isi" or anchor.startswith(_PASSING)


def with_alias(page: bytes, old: str, new: str = "") -> bytes:
    """A page with an empty target for an old anchor, before the element that has the new one; without
    a new one below the headline, of a page that has a headline."""
    title = page.find(b"</h1>")
    place = None if title < 0 else title + len(b"</h1>")
    if new:
        at = page.find(b' id="%s"' % new.encode())
        if at < 0:
            return page
        start = page.rfind(b"<", 0, at)
        tag = re.match(rb"<([a-z0-9]+)", page[start:])
        if tag is not None and tag[1] in BEFORE:
            place = start
    if place is None:
        return page
    return page[:place] + b'<span id="%s"></span>' % old.encode() + page[place:]


def address_of(path: str) -> str | None:
    """The address of a file of a site, by its path from the root; None if nobody cites it."""
    if path in _NOT or _APART.match(path) or any(p.startswith(".") for p in path.split("/")):
        return None
    return "/" + path.removesuffix("index.html") if _is_index(path) else f"/{path}"


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def path_of(address: str) -> str:
    """The path of the file behind an address."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def files_of(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, with slashes, in order."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in sorted(names):
            yield name if below == "." else f"{below}/{name}"


def published_in(folder: Path) -> Anchors:
    """The addresses of a published site and the anchors of each; of redirects only that they are."""
    found: dict[str, frozenset[str]] = {}
    for path in files_of(folder):
        address = address_of(path)
        if address is None:
            continue
        page = (folder / path).read_bytes() if path.endswith(".html") else b""
        found[address] = frozenset(anchors_in(page))
    return found
