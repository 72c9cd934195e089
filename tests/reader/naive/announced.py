"""Whether results of an edition were announced by a day; what is not announced is not unknown.

They were where some stand in the data, where a decision or a correction is told, where the day of the
announcement has come, or where a later edition had results. Without any such day it is enough that
something is told that only results can tell: who took part, who was out, what was not published.
"""

from __future__ import annotations

from datetime import date

from reader.naive.folder import Edition, Record, has_figures, once, partial_date


@once
def results_announced(edition: Edition) -> bool:
    """Whether anybody can know results, on the day of the site."""
    later = [e for e in edition.site.of_group(edition.group["id"]) if e.year > edition.year]
    return _announced(edition) or any(results_announced(other) for other in later)


def _announced(edition: Edition) -> bool:
    settings: Record = edition.settings
    people: Record = settings.get("participants", {})
    figures = people.get("categories") or any(map(has_figures, edition.results.values()))
    if figures or settings.get("decision") or settings.get("corrections"):
        return True
    if "published" in settings:
        return first_day(settings["published"]) <= edition.site.today
    told = any(settings.get(name) for name in ("distinctions", "totals", "not_published"))
    doors = any(name in people for name in ("took_part", "returned", "passed", "names"))
    return bool(told or edition.out() or doors)


def first_day(text: str) -> date:
    """The first day that a date may mean: ``2026-04`` → 1 April 2026."""
    year, month, day = (*partial_date(text), 1, 1)[:3]
    return date(year, month, day)
