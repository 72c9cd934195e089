"""Editions of which no result is there, and the results that stand in for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.evaluation.editions import has_results
from generator.evaluation.model import Evaluation
from generator.language.base import Language
from generator.news import Article
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest evaluation of a group with a result, and what a newer one without says."""

    evaluation: Evaluation
    has_results: bool
    awaited: Evaluation | None
    article: Article | None


def newest_of(site: Site, group: str) -> Newest | None:
    """What stands for a group on the home page; None where it was never evaluated.

    A newer edition without a result takes the place of nothing.
    """
    evaluations = site.dataset.of_group(group)
    if not evaluations:
        return None
    first = evaluations[0]
    known = next((e for e in evaluations if site.facts.evaluation(e).has_results), None)
    if known is None or known is first:
        return Newest(first, known is not None, None, None)
    return Newest(known, True, first, site.newsroom.edition(first))


def last_before(site: Site, evaluation: Evaluation) -> Evaluation | None:
    """The newest earlier evaluation of the group with a result, for one that has none."""
    if site.facts.evaluation(evaluation).has_results:
        return None
    earlier = [e for e in site.dataset.of_group(evaluation.group.id) if e.year < evaluation.year]
    return next((e for e in earlier if site.facts.evaluation(e).has_results), None)


def years_missing(site: Site, years: Sequence[int]) -> str:
    """``Edisi 2020 belum ada di situs ini.`` of the years between others that have no edition.

    It says nothing of whether there was an evaluation: that is not known here.
    """
    between = range(min(years, default=0) + 1, max(years, default=0))
    gone = [str(year) for year in between if year not in site.dataset.editions]
    if not gone:
        return ""
    told = site.language.join(gone)
    return site.language.gettext("Edisi %(years)s belum ada di situs ini.", years=told)


def state_of(language: Language, evaluations: Sequence[Evaluation]) -> str:
    """``hasil belum diumumkan`` or ``hasil belum diketahui`` of a year without results, else ""."""
    if not evaluations or any(has_results(e) or e.settings.not_published for e in evaluations):
        return ""
    if any(e.announced for e in evaluations):
        return language.gettext("hasil belum diketahui")
    return language.gettext("hasil belum diumumkan")
