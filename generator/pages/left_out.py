"""Beside a rank: how many took part and are not among those ranked, for a stage stopped them."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Rank, Rule
from generator.pages.page import Site


def left_out(site: Site, evaluation: Evaluation, rank: Fact[Rank] | None = None) -> str:
    """``2 peserta lain tidak lolos tahap SAQ`` beside a rank computed from final scores, else "";
    without a rank, what stands beside every such one."""
    whole = site.facts.evaluation(evaluation)
    stops, number = whole.stops, whole.stopped
    if not stops or (rank is not None and (not rank or rank.rule is not Rule.RANKED)):
        return ""
    ngettext, n = site.language.ngettext, site.language.digits(number)
    if len(stops) > 1:
        return ngettext(
            "%(n)s peserta lain tidak lolos salah satu tahap",
            "%(n)s peserta lain tidak lolos salah satu tahap",
            number,
            n=n,
        )
    return ngettext(
        "%(n)s peserta lain tidak lolos tahap %(stage)s",
        "%(n)s peserta lain tidak lolos tahap %(stage)s",
        number,
        n=n,
        stage=stops[0].stage.name,
    )
