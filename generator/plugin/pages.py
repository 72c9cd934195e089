"""A generated page as MkDocs sees it: those of the navigation, and those that prose links to."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.pages.page import Page
from generator.plugin.navigation import SHORT_TITLES
from generator.site import Whole


def front_matter(whole: Whole, address: str, page: Page) -> dict[str, Any]:
    """What the theme reads of a page beside its content."""
    link = whole.site.link
    around = {
        name: {"title": to.title, "url": link(address, to.address), "label": to.label}
        for name, to in (("previous", page.previous), ("next", page.next))
        if to is not None
    }
    last = len(page.breadcrumbs) - 1
    crumbs = [
        {"title": c.title, "url": None if i == last else link(address, c.address)}
        for i, c in enumerate(page.breadcrumbs)
    ]
    return {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "breadcrumbs": crumbs,
        "published": page.published,
        "banner": page.banner,
        **around,
    }


def virtual(config: MkDocsConfig, path: str, content: str = "") -> File:
    """A file of MkDocs that is on no disk, outside of the navigation."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


class ReadyPage(MkDocsPage):
    """A page whose HTML and front matter are there before MkDocs asks for them."""

    def __init__(
        self, config: MkDocsConfig, address: str, content: str, meta: dict[str, Any], date: str
    ) -> None:
        super().__init__(None, virtual(config, f"{address}index.md"), config)
        self.address = address
        self.title = meta["title"]
        self.content = content
        self.meta = meta
        self.update_date = date

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""  # there is none

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """It is rendered."""


def ready(config: MkDocsConfig, whole: Whole, address: str) -> ReadyPage:
    """A page that MkDocs writes itself, with what the navigation calls it as its title."""
    page, html = whole.made(address)
    meta = front_matter(whole, address, page)
    found = ReadyPage(config, address, html, meta, whole.updated(address))
    year = address[:-1]
    found.title = SHORT_TITLES.get(address) or (year if year.isdigit() else page.title)
    return found
