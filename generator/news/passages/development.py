"""How the category of a region went on over the years: rises, falls, where it stayed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.facts.apart import apart
from generator.facts.compare import compare_categories
from generator.facts.region import RegionFacts
from generator.news.passages.history import runs_of_categories
from generator.news.sentence import Sentence
from generator.news.tellers import Teller
from generator.news.terms.development import EveryYearTerms, StepTerms, ThenTerms
from generator.news.terms.history import SpellTerms

MOST_RUNS = 5
"""Runs of equal categories that one sentence holds."""

Run = Sequence[RegionFacts]


def chain(tell: Teller, placed: Run) -> list[list[RegionFacts]]:
    """The latest runs of equal categories, oldest first, each of which is known to compare with the
    one before it."""
    certain = list(placed)
    while certain and not certain[-1].category.settled:
        certain.pop()
    runs = runs_of_categories(tell, certain)
    first = max(len(runs) - 1, 0)
    while first > 0 and _is_step(tell, runs[first - 1], runs[first]):
        first -= 1
    return runs[max(first, len(runs) - MOST_RUNS) :]


def _is_step(tell: Teller, before: Run, run: Run) -> bool:
    """Whether the category went on from one run to the next: both are certain and compare."""
    old, new = before[-1], run[0]
    settled = old.category.settled and new.category.settled
    editions = tell.edition(new), tell.edition(old)
    same = editions[0].organizer == editions[1].organizer
    return settled and same and compare_categories(*editions)


def tell_development(tell: Teller, runs: Sequence[Run]) -> Sentence:
    """*Naik tiap tahun*, where it did; else one step after the other."""
    if _every_year(tell, runs):
        return tell.say("running.every_year", EveryYearTerms(tell, runs))
    first = tell.part("part.categories_of_years", SpellTerms(tell, "category", runs[0]))
    steps = (StepTerms(tell, before[-1], run) for before, run in pairwise(runs))
    series = tell.joined([first, *(tell.part("part.step_on", step) for step in steps)])
    return tell.say("running.development", series=series)


def _every_year(tell: Teller, runs: Sequence[Run]) -> bool:
    """Whether it moved in one direction from each year to the next, until the last run."""
    if len(runs) < 3:
        return False
    first = [run[0] for run in runs]
    steps = [old.category.known.index - new.category.known.index for old, new in pairwise(first)]
    unbroken = all(new.year == old.year + 1 for old, new in pairwise(first))
    one_way = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return unbroken and one_way and _whole(runs[-1])


def _whole(run: Run) -> bool:
    """Whether a run leaves no year out."""
    return run[-1].year - run[0].year == len(run) - 1


def before_that(tell: Teller, older: RegionFacts, newer: RegionFacts) -> Sentence:
    """A category that does not compare with the one after it, with what its edition differs in."""
    new, old = tell.edition(newer), tell.edition(older)
    same = new.organizer == old.organizer
    compares = newer is older or (same and compare_categories(new, old))
    other = None if compares else apart(new, old)
    return tell.say("running.earlier", ThenTerms(tell, older, other, compares=compares))
