"""The theme around a page, rendered once for all pages of the same shape.

The theme takes a millisecond a page and, around the content, writes nearly the same each time. So
it is rendered once with marks in the place of what differs; a page is then stamped from the text
between the marks. A test holds that both ways give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.pages.markup import to_html
from generator.plugin.pages import ReadyPage, front_matter
from generator.site import Whole

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"(?:<h1)?{_OPEN}([a-z0-9-]+){_CLOSE}")

Shape = tuple[object, ...]

_PLACES = ("url", "canonical")
"""What differs from page to page of where the same stands in another language."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the theme needs of MkDocs to be put around a page."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def page(
        self, address: str, content: str, meta: dict[str, Any], canonical: str | None = None
    ) -> str:
        """A page as the theme renders it; ``canonical`` in the place of its own full address."""
        page = ReadyPage(self.config, address, content, meta, "")
        if canonical is not None and page.canonical_url is not None:
            page.canonical_url = canonical
        files = self.files.documentation_pages()
        context = get_context(self.nav, files, self.config, page)
        context = self.config.plugins.on_page_context(
            context, page=page, config=self.config, nav=self.nav
        )
        return self.env.get_template("main.html").render(context)


class Shells:
    """Puts the theme around generated pages; keeps the shell of each shape."""

    def __init__(self, whole: Whole, around: Around) -> None:
        self._whole = whole
        self._around = around
        self._shells: dict[Shape, list[str]] = {}

    def share(self) -> None:
        """Make what the pages of each group show alike, before several processes do so each."""
        self._whole.share()

    def pieces(self, address: str) -> Iterator[str]:
        """The finished page of an address, piece by piece: that of a large group is long. KeyError
        if there is none."""
        page = self._whole.page(address)
        html = to_html(page.text)
        meta = front_matter(self._whole, address, page)
        maker = self._whole.makers[address]
        shape = _shape(maker.site.folder, maker.below(address), meta)
        shell = self._shells.get(shape)
        if shell is None:
            shell = self._shells[shape] = self._shell(address, meta)
        values = _values(meta, html, self._canonical(address))
        parts = list(shell)
        # Text and the names of marks take turns.
        for index in range(1, len(parts), 2):
            parts[index] = values[parts[index]]
        return page.filled("".join(parts))

    def _canonical(self, address: str) -> str:
        config = self._around.config
        ending = "" if config.use_directory_urls else "index.html"
        # MkDocs sees to the slash at the end of the address of a site.
        return f"{config.site_url}{address}{ending}" if config.site_url else ""

    def _shell(self, address: str, meta: dict[str, Any]) -> list[str]:
        # The theme adds a heading where it finds none.
        content = f"<h1{_mark('content')}"
        text = self._around.page(address, content, _marked(meta), _mark("canonical"))
        return _MARK.split(text)


def _marked(meta: dict[str, Any]) -> dict[str, Any]:
    """The front matter with marks in the place of all that differs between pages of one shape."""
    marked = dict(meta)
    for name in ("title", "description", "preview", "published", "data"):
        marked[name] = meta[name] and _mark(name)
    marked["breadcrumbs"] = [
        {"title": _mark(f"crumb-{i}-title"), "url": crumb["url"] and _mark(f"crumb-{i}-url")}
        for i, crumb in enumerate(meta["breadcrumbs"])
    ]
    marked["alternates"] = [
        {**other, **{key: other[key] and _mark(f"other-{i}-{key}") for key in _PLACES}}
        for i, other in enumerate(meta["alternates"])
    ]
    for way in ("previous", "next"):
        if way in meta:
            marked[way] = {key: value and _mark(f"{way}-{key}") for key, value in meta[way].items()}
    return marked


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def _shape(folder: str, address: str, meta: dict[str, Any]) -> Shape:
    """All that decides what the theme writes around a page, but for the texts themselves.

    ``address`` is below ``folder``, that of the language.
    """
    return (
        folder,
        address.count("/"),
        address.partition("/")[0],  # links to what lies above the page, such as its edition
        meta["kind"],
        *(bool(meta[name]) for name in ("description", "preview", "published", "data")),
        meta["banner"],
        meta["robots"],
        meta["searched"],
        tuple(crumb["url"] is None for crumb in meta["breadcrumbs"]),
        *(bool(way in meta and meta[way]["label"]) for way in ("previous", "next")),
        *(way in meta for way in ("previous", "next")),
    )


def _values(meta: dict[str, Any], html: str, canonical: str) -> dict[str, str]:
    """The text of each mark, escaped as the theme escapes it."""
    values = {
        "content": html,
        "canonical": str(escape(canonical)),
        "title": str(escape(meta["title"])),
        "description": str(escape(meta["description"])),
        "preview": str(escape(meta["preview"])),
        "published": str(escape(meta["published"])),
        "data": meta["data"],  # safe where it stands
    }
    for i, crumb in enumerate(meta["breadcrumbs"]):
        values[f"crumb-{i}-title"] = str(escape(crumb["title"]))
        values[f"crumb-{i}-url"] = str(escape(crumb["url"] or ""))
    for i, other in enumerate(meta["alternates"]):
        for key in _PLACES:
            values[f"other-{i}-{key}"] = str(escape(other[key]))
    for way in ("previous", "next"):
        for key, value in meta.get(way, {}).items():
            values[f"{way}-{key}"] = str(escape(value))
    return values
