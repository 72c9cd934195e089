"""How the category of a region went on over the years: rises, falls, and where it stayed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.facts.compare import compare_categories
from generator.facts.model import Why
from generator.facts.region import RegionFacts
from generator.news.passages.history import categories_apart, runs_of_categories
from generator.news.sentence import Sentence
from generator.news.slots import Said, joined
from generator.news.tellers import Teller
from generator.news.terms.development import EveryYearTerms, StayedTerms, StepTerms
from generator.news.terms.history import SpellTerms

LEAST, MOST_RUNS = 3, 5
"""Editions of which a development can be told, and runs of equal ones that one sentence holds."""

Run = Sequence[RegionFacts]


def developed(tell: Teller, oldest_first: Run) -> list[list[RegionFacts]]:
    """The runs of equal categories, the latest of many, where a step between two of them is known
    and compares; else nothing."""
    runs = runs_of_categories(tell, oldest_first)[-MOST_RUNS:]
    if sum(map(len, runs)) < LEAST:
        return []
    return runs if any(_is_step(tell, old, new) for old, new in pairwise(runs)) else []


def last_step_told(tell: Teller, oldest_first: Run) -> bool:
    """Whether the development tells what became of the category in the latest edition."""
    runs = developed(tell, oldest_first)
    return len(runs) > 1 and _is_step(tell, runs[-2], runs[-1])


def _is_step(tell: Teller, before: Run, run: Run) -> bool:
    """Whether the category went on from one run to the next: both are certain and compare."""
    old, new = before[-1], run[0]
    settled = old.category.settled and new.category.settled
    editions = tell.edition(new), tell.edition(old)
    same = editions[0].organizer == editions[1].organizer
    return settled and same and compare_categories(*editions)


def tell_development(tell: Teller, runs: Sequence[Run]) -> Iterator[Sentence]:
    """*Naik tiap tahun*, where it did; else one step after the other."""
    if _every_year(tell, runs):
        yield tell.say("running.every_year", EveryYearTerms(tell, runs))
        return
    parts = [_spell(tell, runs[0])]
    for before, run in pairwise(runs):
        step = _is_step(tell, before, run)
        parts.append(
            tell.part("part.step_on", StepTerms(tell, before[-1], run))
            if step
            else _spell(tell, run)
        )
    yield tell.say("running.development", series=joined(parts))
    yield from categories_apart(tell, [facts for run in runs for facts in run])


def _spell(tell: Teller, run: Run) -> Said:
    return tell.part("part.categories_of_years", SpellTerms(tell, "category", run))


def _every_year(tell: Teller, runs: Sequence[Run]) -> bool:
    """Whether it moved in one direction from each year to the next, until the last run."""
    if len(runs) < 3 or not all(_is_step(tell, old, new) for old, new in pairwise(runs)):
        return False
    first = [run[0] for run in runs]
    steps = [old.category.known.index - new.category.known.index for old, new in pairwise(first)]
    unbroken = all(new.year == old.year + 1 for old, new in pairwise(first))
    one_way = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return unbroken and one_way and _whole(runs[-1])


def _whole(run: Run) -> bool:
    """Whether a run leaves no year out."""
    return run[-1].year - run[0].year == len(run) - 1


def stayed(tell: Teller, oldest_first: Run) -> Iterator[Sentence]:
    """That the category has always been the same, as far as is known, and no year is left out."""
    runs = runs_of_categories(tell, oldest_first)
    run = runs[0] if len(runs) == 1 else []
    if len(run) > 1 and run[0].category.settled and _whole(run):
        # Where a year before it is open, it need not have begun then.
        rule = "running.same_before" if _open_before(tell, run[0]) else "running.stayed"
        yield tell.say(rule, StayedTerms(tell, run))


def _open_before(tell: Teller, first: RegionFacts) -> bool:
    """Whether the category of an edition before one is merely not known."""
    history = tell.facts.history(first.region.id)
    return any(
        facts.year < first.year and facts.category.why is Why.UNKNOWN and not facts.state.value
        for _, facts in history
    )
