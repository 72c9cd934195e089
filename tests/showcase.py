"""The fewest pages that show all that the built sites show: what holds of them holds of the others.

A page shows its elements and their classes, as a page of its kind (``rk-page--article``); it is of a kind
in its language, and at an address of a pattern. Of eight hundred pages, some sixty show all of that.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.pages.kinds import KINDS

_ELEMENT = re.compile(r'<([a-z][a-z0-9]*)(?:\s(?:[^>]*?\s)?class="([^"]*)")?')
_KIND = re.compile(r'class="rk-page rk-page--(\w+)')
Page = TypeVar("Page", bound=Hashable)


class Shown(NamedTuple):
    """A page of a built site. Of those of its kind the ``first`` has most that others have not."""

    site: str
    path: str
    kind: str
    first: bool


def showcase(sites: Mapping[str, Path]) -> list[Shown]:
    """The pages, of sites by their names; the one that shows most that is new comes first."""
    pages: dict[tuple[str, str], set[Hashable]] = {}
    for name, folder in sites.items():
        for file in sorted(folder.rglob("*.html")):
            path = file.relative_to(folder).as_posix().removesuffix("index.html")
            pages[name, path] = parts_of(path, file.read_text("utf-8"))
    found: list[Shown] = []
    for name, path in cover(pages):
        kind = next(str(one[0]) for one in pages[name, path] if isinstance(one, tuple))
        found.append(Shown(name, path, kind, all(one.kind != kind for one in found)))
    return found


def parts_of(path: str, html: str) -> set[Hashable]:
    """What a page shows: pairs, and the patterns that its address is of."""
    kind, language = _KIND.search(html), "en" if path.startswith("en/") else "id"
    assert kind, path
    parts = {one for tag, named in _ELEMENT.findall(html) for one in (f"<{tag}", *named.split())}
    return {(kind[1], one) for one in {*parts, language}} | {*patterns(path)}


def patterns(path: str) -> Iterator[str]:
    """The patterns of addresses that a path of the first language is of."""
    for kind in KINDS:
        with suppress(ValueError):
            kind.address.parts(path)
            yield kind.address.pattern


def cover(pages: Mapping[Page, set[Hashable]]) -> Iterator[Page]:
    """Pages that together show what all of them show, the one with most that is new each time."""
    left = set().union(*pages.values())
    while left:
        best = max(pages, key=lambda page: len(pages[page] & left))
        left -= pages[best]
        yield best
