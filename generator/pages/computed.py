"""Which figures of a region over the years are the site's own: nobody published them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluation.model import Evaluation
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.language.catalogue import N_
from generator.pages.changes import FIGURES
from generator.pages.page import Site

_SAID = {
    Rule.BY_SCALE: N_("%(figures)s pada %(years)s menurut skala, bukan keputusan."),
    Rule.BY_INSTRUMENT: N_("%(figures)s pada %(years)s menurut hitungan situs, bukan keputusan."),
    Rule.RANKED: N_("%(figures)s pada %(years)s menurut urutan skor, bukan keputusan."),
}
_BY_SCALE_ALONE = N_("%(figures)s pada %(years)s menurut skala.")
"""Of a measure of which nobody decides on categories: none is denied."""


def computed_of(site: Site, years: Sequence[tuple[Evaluation, RegionFacts]]) -> Iterator[str]:
    """A sentence for each set of years, newest first in ``years``: what of them was computed.

    Where the score is computed, so is what follows from it, in the same words.
    """
    _, join = site.language.gettext, site.language.join
    found: dict[tuple[str, ...], dict[str, set[Rule]]] = {}
    for name in FIGURES:
        own = [
            (str(evaluation.year), getattr(facts, name).rule)
            for evaluation, facts in reversed(years)
            if getattr(facts, name) and getattr(facts, name).rule in _SAID
        ]
        if own:
            of_years = found.setdefault(tuple(year for year, _rule in own), {})
            of_years[name] = {rule for _year, rule in own}
    for listed, names in found.items():
        rules = set().union(*names.values())
        rule = next(iter(rules)) if len(rules) == 1 else Rule.BY_INSTRUMENT
        figures = join([_(FIGURES[name][0]) for name in names])
        decided = site.measure.taking_part or rule is not Rule.BY_SCALE
        said = _SAID[rule] if decided else _BY_SCALE_ALONE
        yield _(said, figures=site.language.capitalised(figures), years=join(listed))
