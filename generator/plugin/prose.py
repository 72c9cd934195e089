"""Prose as MkDocs gets it: the package's where a site has none, in each language; links, placeholders.

A page that a site has in its first language alone stands in the others too, as it is, with a notice.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.content import PROSE_PAGES, packaged
from generator.language import SITE_LANGUAGE
from generator.pages.markup import relative
from generator.pages.page import Site
from generator.pages.preview import of_prose
from generator.placeholders import fill_prose
from generator.plugin.files import prose_file, source_link
from generator.plugin.pages import virtual
from generator.site import Whole

LINK = re.compile(r"\]\((?:\.\./|\./)?(?P<address>[a-z0-9/-]*)(?P<hash>#[^)\s]*)?\)")
_TARGET = re.compile(r"(?<=\]\()(?![a-z]+:|[/#])(?P<path>[^)\s#]+)")
_COPY = "rapor: "
"""What says of a file that it is the page of another language: it follows where that stands."""


def with_prose(files: Files, whole: Whole, config: MkDocsConfig) -> None:
    """Add the pages of prose that every site has, and those that it has in its first language alone."""
    for site in whole.sites:
        for name in PROSE_PAGES:
            file = prose_file(files, f"{site.folder}{name}")
            if file is None:
                text = packaged(site.dataset.measure_id, name, site.language.code)
                files.append(virtual(config, f"{site.folder}{name}.md", text))
            elif file.inclusion in (InclusionLevel.UNDEFINED, InclusionLevel.INCLUDED):
                file.inclusion = InclusionLevel.NOT_IN_NAV  # the navigation stays small
    for site in whole.sites[1:]:
        for file in list(_of_the_first(files, whole)):
            name = _name(file.src_uri)
            if prose_file(files, f"{site.folder}{name}") is None and not _taken(whole, site, name):
                copy = virtual(config, f"{site.folder}{file.src_uri}", file.content_string)
                copy.generated_by = f"{_COPY}{file.src_uri}"
                files.append(copy)


def _of_the_first(files: Files, whole: Whole) -> Iterator[File]:
    """The prose of the first language that is a site's own."""
    for file in files.documentation_pages():
        own = file.abs_src_path and file.inclusion.is_included() and not file.generated_by
        if own and not whole.site_at(file.src_uri).folder:
            yield file


def _taken(whole: Whole, site: Site, name: str) -> bool:
    return f"{site.folder}{name}/" in whole.makers or name in ("index", "README")


def _name(path: str) -> str:
    return posixpath.splitext(path)[0].removesuffix("/index")


def prose_markdown(markdown: str, page: MkDocsPage, whole: Whole, files: Files) -> str:
    """The Markdown of a page of prose, and in its front matter what the theme says around it."""
    file, site = page.file, whole.site_at(page.file.src_uri)
    copied = (file.generated_by or "").startswith(_COPY)
    code = site.language.code
    if copied or (file.abs_src_path and not site.folder):
        code = SITE_LANGUAGE  # a site's own prose is Indonesian unless it says otherwise
    own = {"kind": "prose", "banner": site.banner(), "lang": code, "searched": site.search}
    page.meta = {**own, **page.meta, "searched": site.search}
    if copied:
        page.meta["notice"] = site.language.gettext("Halaman ini hanya ada dalam bahasa Indonesia.")
        page.meta["searched"] = False  # it is found where it is at home
        markdown = _from_below(markdown, file, files)
    elif site.folder and not file.abs_src_path and _is_own(file, whole, files):
        page.meta["notice"] = site.language.gettext(
            "Teks situs ini sendiri ada di halaman berbahasa Indonesia; di sini teks umumnya."
        )
    page.meta["alternates"] = _alternates(page, whole, files)
    text = fill_prose(markdown, whole, _name(file.src_uri), str(page.meta["lang"]))
    page.meta.setdefault("preview", page.meta.get("description") or of_prose(text))
    return LINK.sub(lambda found: source_link(found, file, files, site.folder), text)


def _is_own(file: File, whole: Whole, files: Files) -> bool:
    """Whether a site has a text of its own in its first language where it has the package's in another."""
    name = _name(file.src_uri).removeprefix(whole.site_at(file.src_uri).folder)
    first = prose_file(files, name)
    if first is None or not first.abs_src_path:
        return False
    usual = packaged(whole.site.dataset.measure_id, name, whole.site.language.code)
    return first.content_string.strip() != usual.strip()


def _from_below(markdown: str, file: File, files: Files) -> str:
    """A copied page with its links to files that stand beside the page it was copied from."""
    home = posixpath.dirname((file.generated_by or "").removeprefix(_COPY))
    here = posixpath.dirname(file.src_uri)

    def moved(found: re.Match[str]) -> str:
        there = posixpath.normpath(posixpath.join(home, found["path"]))
        beside = posixpath.normpath(posixpath.join(here, found["path"]))
        if files.get_file_from_path(beside) or not files.get_file_from_path(there):
            return found["path"]
        return posixpath.relpath(there, here)

    return _TARGET.sub(moved, markdown)


def _alternates(page: MkDocsPage, whole: Whole, files: Files) -> list[dict[str, str]]:
    """The same page in each language in which it is."""
    here = page.file.url
    name = _name(page.file.src_uri).removeprefix(whole.site_at(page.file.src_uri).folder)
    found = []
    for site in whole.sites:
        file = prose_file(files, f"{site.folder}{name}")
        if file is not None:
            found.append(
                {
                    "lang": site.language.code,
                    "title": site.language.name,
                    "url": relative(here, file.url),
                    "canonical": f"{site.url}{file.url}" if site.url else "",
                }
            )
    return found if len(found) > 1 else []
