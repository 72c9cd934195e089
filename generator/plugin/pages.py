"""A generated page as MkDocs sees it: made when its turn comes, and forgotten after it was written."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.format.problems import Problems
from generator.news import Unproven
from generator.pages.page import Page
from generator.plugin.ahead import Ahead, Made
from generator.site import Whole

TEMPLATE = "rapor/stamped"
"""The name under which MkDocs asks for the template of a generated page."""


class Maker:
    """Where pages are made; ``unproven`` takes the problems of all pages of a build."""

    def __init__(self, whole: Whole) -> None:
        self.whole = whole
        self.unproven = Problems()
        self._ahead: Ahead | None = None

    def start(self, addresses: list[str]) -> None:
        """Begin to make pages, which will be asked for in this order, in other processes.

        Where they are being made in this order already, that goes on.
        """
        if self._ahead is not None:
            if self._ahead.addresses == addresses:
                return
            self.stop()
        self._ahead = Ahead(self.whole.made, addresses)

    def stop(self) -> None:
        if self._ahead is not None:
            self._ahead.close()
            self._ahead = None

    def page(self, address: str) -> Made:
        """The page of an address; an empty one, with the problems noted, if it is unproven."""
        make = self._ahead.page if self._ahead is not None else self.whole.made
        try:
            return make(address)
        except Unproven as error:
            # All pages tell their problems before the build is refused at its end.
            self.unproven.extend(error.problems)
            return Page(address, address, "unproven", "", ""), "<h1></h1>"


class GeneratedPage(MkDocsPage):
    """A page of the site by its address; ``maker`` makes it when its turn comes."""

    def __init__(
        self, file: File, config: MkDocsConfig, whole: Whole, address: str, maker: Maker
    ) -> None:
        self._whole = whole
        self.address = address
        self._maker = maker
        self._made: Made | None = None
        self._meta: dict[str, Any] | None = None
        self._nav_title: str | None = None
        super().__init__(None, file, config)
        self.update_date = whole.updated(address)

    def made(self) -> Page:
        """The page, made at the first call and kept until it is forgotten."""
        if self._made is None:
            self._made = self._maker.page(self.address)
        return self._made[0]

    @property
    def in_navigation(self) -> bool:
        return self._nav_title is not None

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing yet: MkDocs prepares all pages before it writes the first."""

    @property
    def content(self) -> str:
        """The page's HTML while the page is being written (then it is active), else empty."""
        if not self.active:
            return ""
        self.made()
        return self._made[1] if self._made else ""

    @content.setter
    def content(self, value: str | None) -> None:
        """MkDocs puts back what it was given; there is nothing to keep."""

    @property
    def title(self) -> str:
        """The title in the navigation; the page's own stands in its meta."""
        return self._nav_title or self.made().title

    @title.setter
    def title(self, value: str | None) -> None:
        self._nav_title = value

    @property
    def meta(self) -> dict[str, Any]:
        """What the theme reads as front matter."""
        if self._meta is None:
            self._meta = self._front_matter()
        return self._meta

    @meta.setter
    def meta(self, value: dict[str, Any]) -> None:
        """The front matter is the page's own."""

    def _front_matter(self) -> dict[str, Any]:
        page, link = self.made(), self._whole.site.link
        around = {
            name: {"title": to.title, "url": link(self.address, to.address), "label": to.label}
            for name, to in (("previous", page.previous), ("next", page.next))
            if to is not None
        }
        last = len(page.breadcrumbs) - 1
        crumbs = [
            {"title": c.title, "url": None if i == last else link(self.address, c.address)}
            for i, c in enumerate(page.breadcrumbs)
        ]
        return {
            "template": TEMPLATE,
            "title": page.title,
            "description": page.description,
            "kind": page.kind,
            "breadcrumbs": crumbs,
            "published": page.published,
            "banner": page.banner,
            **around,
        }

    def forget(self) -> None:
        """Free what was made: thousands of pages are not kept in memory side by side."""
        self._made = self._meta = None
