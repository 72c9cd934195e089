"""The facts of many regions, of which few are held at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import overload

from generator.evaluation.model import Evaluation
from generator.facts.compare import History
from generator.facts.region import RegionFacts
from generator.format import Region

MOST_KEPT = 10_000
"""Facts of regions that are kept: pages come region by region, and a small site keeps all."""


class Kept(dict[tuple[int, str], RegionFacts]):
    """The facts of regions that are there: some, and all of them while a group is looked at."""

    def __init__(self) -> None:
        self._all = False

    def put(self, key: tuple[int, str], facts: RegionFacts) -> None:
        """Keep one more; there is little room."""
        if len(self) >= MOST_KEPT and not self._all:
            self.clear()
        self[key] = facts

    @contextmanager
    def all_of_them(self) -> Iterator[None]:
        """Who looks at all regions does so many times: each would be computed anew each time."""
        before, self._all = self._all, True
        try:
            yield
        finally:
            self._all = before
            if len(self) > MOST_KEPT and not before:
                self.clear()


class Everyone(Mapping[str, RegionFacts]):
    """The facts of every region of an evaluation by id, made when they are asked for.

    ``kept`` is what all evaluations of a dataset keep together.
    """

    def __init__(self, evaluation: Evaluation, history: History, kept: Kept) -> None:
        self._evaluation = evaluation
        self._history = history
        self._kept = kept
        self._regions = {region.id: region for region in evaluation.regions}

    @property
    def year(self) -> int:
        return self._evaluation.year

    def __getitem__(self, region: str) -> RegionFacts:
        key = (self._evaluation.year, region)
        found = self._kept.get(key)
        if found is None:
            # Who was founded later is none of them, and its later editions look at this one too.
            mine = self._regions.get(region) or self._history.region(region)
            found = RegionFacts(mine, self._evaluation, self._history)
            self._kept.put(key, found)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._regions)

    def __len__(self) -> int:
        return len(self._regions)

    def of(self, regions: Sequence[Region]) -> Several:
        """Those of some regions, in their order."""
        return Several(regions, self)


class Several(Sequence[RegionFacts]):
    """The facts of some regions, in order: a list of 84,000 holds none of them."""

    __slots__ = ("_facts", "_ids", "regions")

    def __init__(self, regions: Sequence[Region], facts: Everyone) -> None:
        self.regions = regions
        self._facts = facts
        self._ids: frozenset[str] | None = None

    def of(self, regions: Sequence[Region]) -> Several:
        """Those of some of the regions, in another order."""
        return Several(regions, self._facts)

    def __contains__(self, item: object) -> bool:
        """Whether a region's facts of this edition are among them, however many they are."""
        if self._ids is None:
            self._ids = frozenset(region.id for region in self.regions)
        if not isinstance(item, RegionFacts):
            return False
        return item.year == self._facts.year and item.region.id in self._ids

    def __len__(self) -> int:
        return len(self.regions)

    @overload
    def __getitem__(self, index: int) -> RegionFacts: ...
    @overload
    def __getitem__(self, index: slice) -> Several: ...
    def __getitem__(self, index: int | slice) -> RegionFacts | Several:
        if isinstance(index, slice):
            return Several(self.regions[index], self._facts)
        return self._facts[self.regions[index].id]

    def __iter__(self) -> Iterator[RegionFacts]:
        return (self._facts[region.id] for region in self.regions)
