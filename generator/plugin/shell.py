"""The theme around a page, rendered once for all pages of the same shape.

The theme takes a millisecond a page and, around the content, writes nearly the same each time. So
it is rendered once with marks in the place of what differs; a page is then stamped from the text
between the marks. A page in the navigation, which marks itself there, is rendered in full. A test
holds that both ways give the same bytes.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

from jinja2 import BaseLoader, Environment
from markupsafe import escape

from generator.plugin.pages import TEMPLATE, GeneratedPage

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"(?:<h1)?{_OPEN}([a-z0-9-]+){_CLOSE}")

Shape = tuple[object, ...]


class Shells(BaseLoader):
    """Loads ``TEMPLATE`` beside the theme's own templates; keeps the shell of each shape."""

    def __init__(self, theme: BaseLoader | None) -> None:
        self._theme = theme
        self._shells: dict[Shape, list[str]] = {}

    def load(
        self, environment: Environment, name: str, globals: Any = None
    ) -> Any:  # a jinja2.Template, or what renders like one
        if name == TEMPLATE:
            return _Stamped(environment, self._shells)
        assert self._theme is not None
        return self._theme.load(environment, name, globals)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        assert self._theme is not None
        return self._theme.get_source(environment, template)

    def list_templates(self) -> list[str]:
        return self._theme.list_templates() if self._theme else []


class _Stamped:
    """What MkDocs renders for a generated page."""

    is_up_to_date = True

    def __init__(self, environment: Environment, shells: dict[Shape, list[str]]) -> None:
        self._environment = environment
        self._shells = shells

    def render(self, context: dict[str, Any]) -> str:
        page = context["page"]
        if page.in_navigation:
            return self.in_full(context)
        values = _values(page)
        shape = _shape(page)
        shell = self._shells.get(shape)
        if shell is None:
            shell = self._shells[shape] = self._shell(context, page)
        parts = list(shell)
        # Text and the names of marks take turns.
        for index in range(1, len(parts), 2):
            parts[index] = values[parts[index]]
        return "".join(parts)

    def in_full(self, context: dict[str, Any]) -> str:
        """The page as the theme renders it."""
        return self._environment.get_template("main.html").render(context)

    def _shell(self, context: dict[str, Any], page: GeneratedPage) -> list[str]:
        marked = copy.copy(page)
        marked.__class__ = _MarkedPage
        if marked.canonical_url is not None:
            marked.canonical_url = _mark("canonical")
        text = self.in_full({**context, "page": marked})
        return _MARK.split(text)


class _MarkedPage(GeneratedPage):
    """A page with marks in the place of all that differs between pages of one shape."""

    @property
    def content(self) -> str:
        # The theme adds a heading where it finds none.
        return f"<h1{_mark('content')}"

    @content.setter
    def content(self, value: str | None) -> None:
        """Nothing to keep."""

    @property
    def meta(self) -> dict[str, Any]:
        meta = dict(self._front_matter())
        for name in ("title", "description", "published"):
            meta[name] = meta[name] and _mark(name)
        meta["breadcrumbs"] = [
            {
                "title": _mark(f"crumb-{i}-title"),
                "url": crumb["url"] and _mark(f"crumb-{i}-url"),
            }
            for i, crumb in enumerate(meta["breadcrumbs"])
        ]
        for way in ("previous", "next"):
            if way in meta:
                meta[way] = {
                    key: value and _mark(f"{way}-{key}") for key, value in meta[way].items()
                }
        return meta

    @meta.setter
    def meta(self, value: dict[str, Any]) -> None:
        """The front matter is the page's own."""


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def _shape(page: GeneratedPage) -> Shape:
    """All that decides what the theme writes around a page, but for the texts themselves."""
    meta = page.meta
    return (
        page.url.count("/"),
        page.url.partition("/")[0],  # links to what lies above the page, such as its edition
        meta["kind"],
        bool(meta["description"]),
        bool(meta["published"]),
        meta["banner"],
        tuple(crumb["url"] is None for crumb in meta["breadcrumbs"]),
        *(bool(way in meta and meta[way]["label"]) for way in ("previous", "next")),
        *(way in meta for way in ("previous", "next")),
    )


def _values(page: GeneratedPage) -> dict[str, str]:
    """The text of each mark, escaped as the theme escapes it."""
    meta = page.meta
    values = {
        "content": page.content,
        "canonical": str(escape(page.canonical_url or "")),
        "title": str(escape(meta["title"])),
        "description": str(escape(meta["description"])),
        "published": str(escape(meta["published"])),
    }
    for i, crumb in enumerate(meta["breadcrumbs"]):
        values[f"crumb-{i}-title"] = str(escape(crumb["title"]))
        values[f"crumb-{i}-url"] = str(escape(crumb["url"] or ""))
    for way in ("previous", "next"):
        for key, value in meta.get(way, {}).items():
            values[f"{way}-{key}"] = str(escape(value))
    return values
