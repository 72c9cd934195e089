"""The theme in each language of a site: navigation, words, and the page for lost readers.

MkDocs knows one language. What it shows of the first stays as it is; around the pages of another the
same templates have other words, another navigation and another home.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, get_navigation

from generator.pages import addresses
from generator.pages.page import Site
from generator.plugin.navigation import extra, in_language, named_in, navigation, words
from generator.plugin.pages import ReadyPage
from generator.plugin.prose import LINK
from generator.settings import Settings
from generator.site import Whole

LOST = "404.html"


class Spoken:
    """What stands around the pages of the languages of a site."""

    def __init__(self, whole: Whole, settings: Settings, config: MkDocsConfig) -> None:
        self._whole = whole
        self._given = config.nav
        self._content = settings.content
        first = whole.site
        config.nav = config.nav or navigation(first, settings.content)
        config.extra["rapor"] = extra(first, noindex=settings.preview)
        self._around: dict[str, dict[str, Any]] = {
            site.folder: {
                **words(site.language),
                "rk_root": site.folder,
                "rk_extra_here": extra(site, noindex=settings.preview),
            }
            for site in whole.sites[1:]
        }
        self._first = config.nav
        self._nav: Navigation | None = None
        self._files = Files([])
        self.env: Environment | None = None

    def named(self) -> Iterator[str]:
        """The addresses that the navigations name."""
        yield from named_in(self._first)
        for site in self._whole.sites[1:]:
            yield from named_in(self._listed(site))

    def shown(self, files: Files) -> list[str]:
        """The generated pages that MkDocs has to know: in a navigation, or linked from prose."""
        # That of the files tells their sizes, which are known where they are written.
        named = {*self.named(), *(f"{site.folder}{addresses.DATA()}" for site in self._whole.sites)}
        for file in files.documentation_pages():
            folder = self._whole.site_at(file.src_uri).folder
            for link in LINK.finditer(file.content_string):
                there = f"{link['address'].rstrip('/')}/".removeprefix("/")
                named |= {there, f"{folder}{there}"}
        return [address for address in self._whole.makers if address in named]

    def _listed(self, site: Site) -> Any:
        if self._given:
            return in_language(self._given, site)
        return navigation(site, self._content)

    def navigate(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Make the navigations of the other languages, once MkDocs has that of the first."""
        self._nav, self._files = nav, files
        for site in self._whole.sites[1:]:
            listed = self._listed(site)
            for address in named_in(listed):
                file = files.get_file_from_path(address)
                if file is not None and not isinstance(file.page, ReadyPage):
                    file.page = None  # MkDocs made it without its title
            with_nav = copy(config)
            with_nav.data = {**config.data, "nav": listed}
            self._around[site.folder]["nav"] = get_navigation(files, with_nav)

    def around(self, address: str) -> dict[str, Any]:
        """What the templates have at hand around a page, other than around those of the first language."""
        return self._around.get(self._whole.site_at(address).folder, {})

    def homes(self, site: Site, config: MkDocsConfig) -> dict[str, Any]:
        """The first pages in the other languages, for a page that is in none of them."""
        base = urlsplit(config.site_url or "/").path
        others = [one for one in self._whole.sites if one.folder != site.folder]
        return {
            "rk_others": [
                {
                    "lang": one.language.code,
                    "title": one.language.name,
                    "url": f"{base}{one.folder}",
                }
                for one in others
            ]
        }

    def write_lost(self, config: MkDocsConfig) -> None:
        """The page for lost readers in each other language, in the folder of that."""
        if self._nav is None or self.env is None:
            return
        base = urlsplit(config.site_url or "/").path
        for site in self._whole.sites[1:]:
            context = {**get_context(self._nav, self._files, config, base_url=base)}
            context |= self._around[site.folder] | self.homes(site, config)
            text = self.env.get_template(LOST).render(context)
            path = Path(config.site_dir) / site.folder / LOST
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
