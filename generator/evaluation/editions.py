"""What an edition says by what it leaves out: which groups it covers, whether there are results yet.

The first step of every year is an edition.yml alone. That is no mistake and no result.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from generator.evaluation.model import Evaluation, ResultFile
from generator.format import OUT, Edition, Result

Evaluations = dict[tuple[int, str], Evaluation]
"""By year and group id."""


def today() -> date:
    """The day of this run; SOURCE_DATE_EPOCH where a build has to give the same bytes later."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


def now() -> datetime:
    """The moment of this run, as ``today``: the only thing that an embargo is compared with."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def withheld(evaluations: Evaluations, moment: datetime) -> Evaluations:
    """The same with what is under an embargo at a moment as a draft."""
    return {
        key: replace(e, status="draft", embargoed=True)
        if e.settings.embargo is not None and moment < e.settings.embargo and e.status != "draft"
        else e
        for key, e in evaluations.items()
    }


def expected_groups(
    edition: Edition,
    results: Collection[ResultFile],
    earlier: Evaluations,
    groups: Iterable[str],
) -> frozenset[str]:
    """The groups of an edition that names none and has no figures yet; empty for any other.

    Those of its organizer's latest earlier edition; all ``groups`` where there is none.
    """
    told = edition.groups or edition.participants.names or any(getattr(edition, n) for n in OUT)
    if told or any(_has_figures(file.result) for file in results):
        return frozenset()
    own = [key for key, e in earlier.items() if e.organizer == edition.organizer]
    last = max((year for year, _ in own if year < edition.year), default=None)
    if last is None:
        return frozenset(groups)
    return frozenset(group for year, group in own if year == last)


def with_announced(evaluations: Evaluations, day: date) -> Evaluations:
    """The same with ``announced`` as it is on a day; what was followed by results is."""
    found: Evaluations = {}
    followed: set[str] = set()
    for (year, group), evaluation in sorted(evaluations.items(), reverse=True):
        announced = group in followed or _announced(evaluation, day)
        followed |= {group} if announced else set()
        found[year, group] = replace(evaluation, announced=announced)
    return {key: found[key] for key in evaluations}


def _announced(evaluation: Evaluation, day: date) -> bool:
    settings = evaluation.settings
    if has_results(evaluation) or settings.decision or settings.corrections:
        return True
    if settings.published is not None:
        return settings.published.first_day <= day
    people = settings.participants
    counted = (people.took_part, people.returned, people.passed, settings.totals)
    told = (*counted, settings.not_published, settings.distinctions)
    return any(told) or bool(evaluation.out or evaluation.names)


def has_results(evaluation: Evaluation) -> bool:
    """Whether anything of a result is there: a region's figures, or the count of a category."""
    return bool(evaluation.settings.participants.categories) or any(
        _has_figures(file.result) for file in evaluation.results.values()
    )


def _has_figures(result: Result) -> bool:
    figures = (result.score, result.category, result.rank, result.indicators, result.stage_scores)
    marked = (a.verified is not None or a.points is not None for a in result.answers.values())
    return any(figures) or any(marked)


def empty_years(evaluations: Evaluations) -> list[int]:
    """The years in which no group has a result, oldest first."""
    known = {year for (year, _), e in evaluations.items() if has_results(e)}
    return sorted({year for year, _ in evaluations} - known)
