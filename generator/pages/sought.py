"""What kinds of bodies can be looked for by name, in words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages.page import Site

PLACES = {
    "provinsi": N_("provinsi"),
    "kabupaten": N_("kabupaten"),
    "kota": N_("kota"),
}
"""Kinds that are called by their own names; any other is a public body."""


def sought_among(language: Language, kinds: Iterable[str]) -> str:
    """``kabupaten, kota, atau badan publik``: only the kinds that there are."""
    _, found = language.gettext, set(kinds)
    named = [_(name) for kind, name in PLACES.items() if kind in found]
    if found - PLACES.keys() or not named:
        named.append(_("badan publik"))
    return language.join(named, _("atau"))


def sought(site: Site) -> str:
    """The kinds of bodies that a site has."""
    return site.once(
        "sought",
        lambda: sought_among(site.language, (one.kind for one in site.dataset.regions.values())),
    )
