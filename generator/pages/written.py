"""Sentences of the site on its pages: in the language of these, or marked as Indonesian."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from generator.language import SITE_LANGUAGE
from generator.pages.labels import labels
from generator.pages.markup import escape
from generator.pages.page import Site

_QUOTED = re.compile(r"(“[^”]*”)")


def is_written(site: Site) -> bool:
    """Whether the sentences are in the language of the pages."""
    return site.told_in == site.language.code


def written(site: Site, text: str, put: Callable[[str], Markup] = escape) -> Markup:
    """A sentence, marked as Indonesian where the page is in another language than it; so is what it
    quotes of the data. ``put`` is what its own words go through."""
    own = labels(site.language).own
    if not is_written(site):
        return own(put(text))
    if site.language.code == SITE_LANGUAGE or "“" not in text:
        return put(text)
    pieces = _QUOTED.split(text)
    return Markup("").join(own(one) if at % 2 else put(one) for at, one in enumerate(pieces))
