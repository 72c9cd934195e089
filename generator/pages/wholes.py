"""Scores that were published of a group as a whole, as its page shows and cites them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact
from generator.facts.overall import WholeKind, whole_scores
from generator.language.catalogue import N_
from generator.pages.page import Site

_NAMES = {
    WholeKind.NATIONAL: ("skor-nasional", N_("skor nasional")),
    WholeKind.OVERALL: ("skor-keseluruhan", N_("skor keseluruhan")),
    WholeKind.MEAN: ("rata-rata-dipublikasikan", N_("rata-rata skor yang dipublikasikan")),
}
"""The anchor of each, which never changes, and what it is called."""


class ShownWhole(NamedTuple):
    """One of them; ``what`` it is called."""

    anchor: str
    what: str
    fact: Fact[Decimal]
    national: bool


def shown_wholes(site: Site, evaluation: Evaluation) -> list[ShownWhole]:
    """All that were published, or said not to be."""
    shown = []
    for found in whole_scores(evaluation):
        anchor, name = _NAMES[found.kind]
        national = found.kind is WholeKind.NATIONAL
        shown.append(ShownWhole(anchor, site.language.gettext(name), found.score, national))
    return shown
