"""A generated page as MkDocs sees it: those of the navigation, and those that prose links to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.format.problems import message
from generator.language.messages import translator
from generator.pages.linked_data import written
from generator.pages.markup import escape
from generator.pages.page import Page
from generator.pages.preview import fit
from generator.plugin.navigation import SHORT_TITLES
from generator.site import Whole


def front_matter(whole: Whole, address: str, page: Page) -> dict[str, Any]:
    """What the theme reads of a page beside its content."""
    site, below = whole.makers[address].site, whole.makers[address].below(address)
    link = site.link
    around = {
        name: {"title": to.title, "url": link(below, to.address), "label": to.label}
        for name, to in (("previous", page.previous), ("next", page.next))
        if to is not None
    }
    last = len(page.breadcrumbs) - 1
    crumbs = [
        {"title": c.title, "url": None if i == last else link(below, c.address)}
        for i, c in enumerate(page.breadcrumbs)
    ]
    return {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "breadcrumbs": crumbs,
        "published": page.published,
        "banner": page.banner,
        "robots": page.robots,
        "preview": page.preview or fit(page.description),
        "data": "" if page.robots else written(site, page),
        "searched": site.search and whole.makers[address].kind.searched,
        "alternates": whole.alternates(address),
        **around,
    }


def virtual(config: MkDocsConfig, path: str, content: str = "") -> File:
    """A file of MkDocs that is on no disk, outside of the navigation."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def problem_page(
    files: Files, config: MkDocsConfig, problems: Iterable[str], language: str
) -> Files:
    """Under serve, before there was any good data: one page that lists what to mend."""
    listed = "\n".join(f"- {escape(line)}" for line in problems)
    title = message("Data belum dapat ditampilkan").text(translator(language))
    text = f"---\nlang: {language}\n---\n# {title}\n\n{listed}\n"
    kept = [file for file in files if not file.is_documentation_page()]
    return Files([*kept, virtual(config, "index.md", text)])


class ReadyPage(MkDocsPage):
    """A page of this product as the theme takes it: with its HTML and what stands around it."""

    def __init__(
        self, config: MkDocsConfig, address: str, content: str, meta: dict[str, Any], date: str
    ) -> None:
        super().__init__(None, virtual(config, f"{address}index.md"), config)
        self.address = address
        self.title = meta.get("title")
        self.content = content
        self.meta = meta
        self.update_date = date

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""  # there is none

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """It is rendered."""


class ShownPage(ReadyPage):
    """A page that MkDocs knows and writes itself, made when it is asked for once it ``may_be``.

    The longest pages are among these, and other processes are at work by then. MkDocs asks for the
    content once before, for plugins that change it: this one has none to change.
    """

    may_be = False

    def __init__(self, config: MkDocsConfig, whole: Whole, address: str) -> None:
        self._whole: Whole | None = None  # while MkDocs sets what it has of any page
        super().__init__(config, address, "", {}, whole.updated(address))
        self._whole = whole
        below = whole.makers[address].below(address)
        year = below[:-1]
        short = SHORT_TITLES.get(below)
        language = whole.site_at(address).language
        told = language.gettext(short) if short else year if year.isdigit() else ""
        self.title = told or whole.page(address).title

    def _make(self) -> None:
        if self._whole is not None and self.may_be:
            whole, self._whole = self._whole, None
            page, self._content = whole.made(self.address)
            self._meta = front_matter(whole, self.address, page)

    @property
    def content(self) -> str:
        self._make()
        return self._content

    @content.setter
    def content(self, value: str | None) -> None:
        self._content = value or ""

    @property
    def meta(self) -> dict[str, Any]:
        self._make()
        return self._meta

    @meta.setter
    def meta(self, value: dict[str, Any]) -> None:
        self._meta = value
