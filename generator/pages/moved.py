"""Who moved in an edition, by the edition with which each is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.model import CategoryChange
from generator.facts.region import RegionFacts
from generator.pages.page import Site
from generator.pages.view import MOST_NAMED


@dataclass(slots=True)
class Moved:
    """Who moved in an edition against an earlier one; of many only how many.

    Each is compared with the latest edition that compares and has a category of it, as on its own page.
    """

    year: int
    before: int
    rose: list[tuple[RegionFacts, CategoryChange]]
    fell: list[tuple[RegionFacts, CategoryChange]]
    same: int = 0

    @property
    def known(self) -> int:
        """Of how many the category is compared with that year: whoever has one of a later year is not."""
        return len(self.rose) + len(self.fell) + self.same

    @property
    def movers(self) -> list[tuple[RegionFacts, CategoryChange]]:
        """All who moved, by most categories first; of as many, those who rose first."""
        return sorted([*self.rose, *self.fell], key=lambda one: -abs(one[1].steps))

    @property
    def named(self) -> bool:
        """Whether each is named."""
        return len(self.rose) + len(self.fell) <= MOST_NAMED


def moved_in(site: Site, evaluation: Evaluation) -> Iterator[Moved]:
    """Who moved in an edition, by the edition with which each is compared, the newest first."""
    since: dict[int, Moved] = {}
    for facts in site.facts.evaluation(evaluation).with_result:
        change = facts.categories.value or facts.surely_moved.value
        if change is None:
            continue
        moved = since.setdefault(change.year, Moved(evaluation.year, change.year, [], []))
        if change.steps:
            (moved.rose if change.steps > 0 else moved.fell).append((facts, change))
        else:
            moved.same += 1
    for year in sorted(since, reverse=True):
        yield since[year]
