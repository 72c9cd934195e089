"""Pages of each kind of a site: what holds of them holds of the others of the kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from conftest import ROOT

from generator.format.problems import Problems
from generator.pages.kinds import KINDS
from generator.settings import read_settings
from generator.site import Whole, read_site

SITES = {
    "kalsel": ROOT,
    **{name: ROOT / "examples" / name for name in ("banten", "sulsel", "contoh", "ikip")},
}
"""The sites of the repository, by the names of the fixtures that build them."""


def site_of(folder: Path) -> Whole:
    problems = Problems()
    whole = read_site(read_settings(folder, problems), problems)
    assert whole is not None, problems.report()
    return whole


def addresses_of(whole: Whole) -> dict[str, set[str]]:
    """The last page of each kind of a site, its prose, and the page for lost readers.

    Those of the first region are the same with fewer years before them; other tests open them.
    """
    found = {"prose": {"404.html", *(f"{name}/" for name in whole.prose)}}
    for kind in KINDS:
        for site in whole.site.series:
            listed = [one for one in kind.addresses(site.dataset) if one in whole.makers]
            found.setdefault(kind.address.pattern, set()).update(listed[-1:])
    return found


@cache
def pages_of(folder: Path) -> tuple[str, ...]:
    """The addresses of those pages, for a site that stays as it is."""
    return tuple(sorted(set().union(*addresses_of(site_of(folder)).values())))
