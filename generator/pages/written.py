"""Sentences of the site on its pages: in the language of these, or marked as Indonesian."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.labels import labels
from generator.pages.markup import escape
from generator.pages.page import Site


def is_written(site: Site) -> bool:
    """Whether the sentences are in the language of the pages."""
    return site.told_in == site.language.code


def written(site: Site, text: str) -> Markup:
    """A sentence, marked as Indonesian where the page is in another language than it."""
    return escape(text) if is_written(site) else labels(site.language).own(text)
