"""What stands beside a source in a list: what kind it is, as far as the data say, and whether it has a link."""

from __future__ import annotations

from markupsafe import Markup

from generator.format import Source
from generator.language.catalogue import N_
from generator.pages.markup import sewn
from generator.pages.page import Site

KINDS = {
    "decision": N_("keputusan"),
    "commission": N_("komisi"),
    "government": N_("pemerintah"),
    "press": N_("pers"),
}
"""What each kind of source is called; without one, a word of the organizer itself is called so."""


def source_marks(site: Site, source: Source) -> Markup:
    """`` (pers; tanpa tautan)``; "" where there is nothing to say. A kind is never guessed."""
    _ = site.language.gettext
    told = [_(KINDS[source.kind])] if source.kind else list(_by_data(site, source))
    if not source.url:
        told.append(_("tanpa tautan"))
    if not told:
        return Markup("")
    return sewn(' <small class="rk-origin">({})</small>', "; ".join(told))


def _by_data(site: Site, source: Source) -> tuple[str, ...]:
    """What follows from the data alone: the text of a decision, or a word of who measured."""
    evaluations = site.dataset.evaluations.values()
    decisions = site.once(
        "decisions",
        lambda: {e.settings.decision.url for e in evaluations if e.settings.decision is not None},
    )
    organizers = site.once("organizers", lambda: site.dataset.organizers)
    _ = site.language.gettext
    if source.url and source.url in decisions:
        return (_("keputusan"),)
    return (_("penyelenggara"),) if source.publisher in organizers else ()
