"""Bodies of a group with which one is worth comparing, each with the reason: some result of both is
known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import islice

from generator.boundaries import neighbours
from generator.evaluation.model import Evaluation
from generator.facts.beside import indicators_of
from generator.facts.region import RegionFacts
from generator.format import Region


class Near(StrEnum):
    """Why two bodies are near each other."""

    RANK = "rank"
    MAP = "map"
    INDICATORS = "indicators"
    CATEGORY = "category"
    KIND = "kind"


FEW = 3
"""Bodies that are named for one reason."""

FAR = 10
"""Of a long list of others so many are looked at, on either side."""

WINDOW = 20
"""Who is alike in all indicators is near in the score, which is their sum: so many are looked at."""


ALIKE = 10
"""Who is alike in all indicators differs by at most so many points in each, on average."""


class Similar:
    """Who is near whom in an evaluation, by its latest results; ``before`` is the edition before it.

    What a whole group has to be ordered for is done once.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        facts: Mapping[str, RegionFacts],
        before: Callable[[], Mapping[str, RegionFacts]],
    ) -> None:
        self._evaluation = evaluation
        self._facts = facts
        self._before = before
        self._by_code = {one.code: one for one in evaluation.regions if one.code}
        known = [facts[one.id] for one in evaluation.regions]
        self._ranked = _places(
            known, lambda item: item.rank.known.place, lambda item: item.rank.settled
        )
        self._scored = _places(
            known, lambda item: item.score.known, lambda item: item.score.settled
        )
        self._profiles: dict[str, dict[str, Decimal]] = {}
        self._kinds = _listed((one.kind, one.id) for one in evaluation.regions)
        self._last: dict[str, Places] | None = None

    def of(self, region: Region) -> Iterator[tuple[Near, list[str]]]:
        """The ids of those near a body, by reason; none twice."""
        seen = {region.id}
        known = [facts for facts in (self._facts, self._before()) if _has_result(facts, region.id)]
        for near, found in (
            (Near.RANK, self._beside(region.id)),
            (Near.MAP, self._bordering(region)),
            (Near.INDICATORS, self._alike(region.id)),
            (Near.CATEGORY, self._same_before(region.id)),
            (Near.KIND, self._same_kind(region)),
        ):
            # Of those who have a result in an edition in which it has one, this or the one before.
            comparable = (
                one
                for one in found
                if one not in seen and any(_has_result(facts, one) for facts in known)
            )
            fresh = list(islice(comparable, FEW))
            if fresh:
                seen.update(fresh)
                yield near, fresh

    def _beside(self, id_: str) -> list[str]:
        ordered, places = self._ranked
        return _around(ordered, places.get(id_), 1)

    def _bordering(self, region: Region) -> list[str]:
        codes = neighbours(region.code or "")
        return [self._by_code[code].id for code in codes if code in self._by_code]

    def _alike(self, id_: str) -> list[str]:
        ordered, places = self._scored
        mine = self._profile(id_)
        if id_ not in places or len(mine) < FEW:
            return []
        apart: list[tuple[Decimal, str]] = []
        for other in _around(ordered, places[id_], WINDOW):
            theirs = self._profile(other)
            if theirs.keys() == mine.keys():
                apart.append(
                    (sum((abs(mine[one] - theirs[one]) for one in mine), Decimal()), other)
                )
        # Who is only the nearest of those that are left is not alike: the other lines may name the nearest.
        near = (other for difference, other in sorted(apart) if difference <= ALIKE * len(mine))
        return list(islice(near, FEW))

    def _profile(self, id_: str) -> dict[str, Decimal]:
        found = self._profiles.get(id_)
        if found is None:
            known = indicators_of(self._evaluation, self._facts[id_])
            found = {name: score.value for name, _, score in known if not score.contested}
            self._profiles[id_] = found
        return found

    def _same_before(self, id_: str) -> list[str]:
        then = self._before()
        if self._last is None:
            settled = (one.id for one in self._evaluation.regions if one.id in then)
            self._last = _listed(
                (then[one].category.known.name, one)
                for one in settled
                if then[one].category.settled
            )
        mine = then[id_].category if id_ in then else None
        if mine is None or not mine.settled:
            return []
        return _next(self._last[mine.known.name], id_)

    def _same_kind(self, region: Region) -> list[str]:
        return _next(self._kinds.get(region.kind, ([], {})), region.id)


def _has_result(facts: Mapping[str, RegionFacts], id_: str) -> bool:
    found = facts.get(id_)
    return found is not None and found.has_result


Places = tuple[list[str], dict[str, int]]
"""Ids in an order, and the place of each: nobody is looked for in a list of thousands."""


def _places(
    known: Iterable[RegionFacts],
    figure: Callable[[RegionFacts], Decimal | int],
    has: Callable[[RegionFacts], bool],
) -> Places:
    found = sorted(
        (item for item in known if has(item)), key=lambda item: (figure(item), item.region.id)
    )
    return _placed([item.region.id for item in found])


def _placed(ordered: list[str]) -> Places:
    return ordered, {id_: at for at, id_ in enumerate(ordered)}


def _listed(named: Iterable[tuple[str, str]]) -> dict[str, Places]:
    """The ids that have each name, in their order."""
    found: dict[str, list[str]] = {}
    for name, id_ in named:
        found.setdefault(name, []).append(id_)
    return {name: _placed(ids) for name, ids in found.items()}


def _around(ordered: Sequence[str], at: int | None, far: int) -> list[str]:
    """Those before and after a place, the nearest first."""
    if at is None:
        return []
    found = []
    for step in range(1, far + 1):
        found += [ordered[there] for there in (at - step, at + step) if 0 <= there < len(ordered)]
    return found


def _next(listed: Places, id_: str) -> list[str]:
    """The others of a list, those that follow first: so that not all name the same three."""
    ids, places = listed
    at = places.get(id_)
    if at is None:
        return ids[:FAR]
    return [*ids[at + 1 : at + 1 + FAR], *ids[max(0, at - FAR) : at]]
