"""Whose word the categories of several editions are, and of whom nothing is known in any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.evaluation.model import Evaluation
from generator.facts.model import Rule
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.facts.sources import is_unsourced
from generator.format import Region
from generator.language.catalogue import N_
from generator.pages.before import MOST
from generator.pages.page import Site


def years_said(site: Site, evaluations: Sequence[Evaluation]) -> list[str]:
    """For each edition, the newest first, which categories are not an announced figure of a known
    source that is not the judged body itself."""
    return [text for evaluation in evaluations for text in _of(site, evaluation)]


def _of(site: Site, evaluation: Evaluation) -> Iterator[str]:
    known = [item for item in site.facts.evaluation(evaluation).with_result if item.category]
    scale = [item for item in known if item.category.rule is Rule.BY_SCALE]
    nobody = [item for item in known if is_unsourced(item.category)]
    own = [item for item in known if is_own_word(item.category, item.region)]
    causes = (
        (scale, N_("Kategori %(year)s menurut skala")),
        (nobody, N_("Sumber kategori %(year)s belum diketahui")),
        (own, N_("Kategori %(year)s menurut pihak yang dinilai")),
    )
    for those, cause in causes:
        if those:
            told = site.language.gettext(cause, year=evaluation.year)
            yield f"{told}{_whose(site, evaluation, those, len(known))}."


def _whose(site: Site, evaluation: Evaluation, those: list[RegionFacts], known: int) -> str:
    if len(those) == known > 1:
        return ""
    if len(those) <= MOST:
        names = sorted(site.names.short(item.region) for item in those)
        return f": {site.language.join(names)}"
    noun = site.language.noun(evaluation.group.name)
    return f": {site.language.digits(len(those))} {noun}"


def left_out(site: Site, evaluations: Sequence[Evaluation], shown: Iterable[Region]) -> str:
    """How many members are in no row, for nothing is known of them in any edition; "" if none."""
    members = {region.id for evaluation in evaluations for region in evaluation.regions}
    n = len(members - {region.id for region in shown})
    if not n:
        return ""
    return site.language.ngettext(
        "%(n)s %(noun)s lain tidak dimuat: hasilnya belum diketahui pada semua edisi.",
        "%(n)s %(noun)s lain tidak dimuat: hasilnya belum diketahui pada semua edisi.",
        n,
        n=site.language.digits(n),
        noun=site.language.noun(evaluations[0].group.name),
    )
