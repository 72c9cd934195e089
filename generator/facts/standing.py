"""What sets one region apart from its peers by its place, where nobody unknown can change that.

A place that was announced is one though the scores of others are not known: who is 22nd of 38 and
whose 21 betters are all known is the best of all others, whoever these are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.boundaries import WITHOUT_BOUNDARY, neighbours, perhaps_corners
from generator.evaluation.model import Evaluation
from generator.facts.model import WHY_OUT
from generator.facts.rows import Row
from generator.format import Region

LEAST = 5
"""Of fewer it says little to be the best or the last of some."""

LEAST_OF_KIND = 3
"""So many of a kind are ranked where one is called the best of them."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The known places of a group: who is on each, and who stands out by it.

    ``opens`` are the best of a category that is not the highest one that anybody has, ``closes`` the
    last of one, ``best_of_kind`` the best of the cities or of the regencies; ``near`` how many of
    those that border a region are ranked, all of them below it.
    """

    at: Mapping[int, tuple[Region, ...]]
    opens: frozenset[str]
    closes: frozenset[str]
    best_of_kind: frozenset[str]
    near: Mapping[str, int]

    def alone(self, place: int) -> bool:
        """Whether nobody else is known to be on a place."""
        return len(self.at.get(place, ())) == 1

    def above(self, place: int) -> Region | None:
        """Who is right above a place: one region alone, and nobody can be between."""
        found = self.at.get(place - 1, ())
        return found[0] if len(found) == 1 else None

    def below(self, place: int) -> Region | None:
        """Who is right below a place that is not shared: one region alone."""
        found = self.at.get(place + 1, ()) if self.alone(place) else ()
        return found[0] if len(found) == 1 else None


def ladder_of(evaluation: Evaluation, rows: Sequence[Row]) -> Ladder:
    """The ladder of a group, from all its regions."""
    ranked = sorted((row for row in rows if row.rank.settled), key=_place)
    at: dict[int, list[Row]] = {}
    for row in ranked:
        at.setdefault(_place(row), []).append(row)
    first = _firsts(at)
    mixed = len({row.region.kind for row in rows}) > 1
    kinds = Counter(row.region.kind for row in ranked)
    return Ladder(
        {place: tuple(row.region for row in found) for place, found in at.items()},
        frozenset(_opening(first, at)),
        frozenset(_closing(evaluation, rows, at)),
        frozenset(
            row.region.id
            for row in _first_of_kinds(first)
            if mixed and kinds[row.region.kind] >= LEAST_OF_KIND and _place(row) > 1
        ),
        _near(rows),
    )


def _place(row: Row) -> int:
    return row.rank.known.place


def _firsts(at: Mapping[int, Sequence[Row]]) -> list[Row]:
    """Those of whom all betters are known, best first; whoever shares a place ends up in it too."""
    found: list[Row] = []
    place = 1
    while place in at:
        found += at[place]
        after = place + len(at[place])
        if any(between in at for between in range(place + 1, after)):
            break  # places that were given without a gap after a shared one
        place = after
    return found


def _opening(first: Sequence[Row], at: Mapping[int, Sequence[Row]]) -> Iterator[str]:
    """Those whose betters, who are all known, all have a better category."""
    worst, seen = -1, -1
    place = 0
    for row in first:
        if _place(row) != place:
            place, worst = _place(row), seen
        if not row.category.settled:
            return
        index = row.category.known.index
        if place > 1 and len(at[place]) == 1 and index > worst:
            yield row.region.id
        seen = max(seen, index)


def _closing(
    evaluation: Evaluation, rows: Sequence[Row], at: Mapping[int, Sequence[Row]]
) -> Iterator[str]:
    """Those who are the last of their category: the next below has a worse one.

    That holds of the unknown below as well where the categories follow from the scores, by bounds
    alone, and none that is known was announced against them.
    """
    scale = evaluation.scale
    if scale is None or scale.minima is None or any(scale.required):
        return
    if any(row.against_scale for row in rows):
        return
    last: dict[int, int] = {}
    unplaced = set()
    for row in rows:
        if row.category.settled:
            index = row.category.known.index
            if row.rank.settled:
                last[index] = max(_place(row), last.get(index, 0))
            else:
                unplaced.add(index)
    for index, place in last.items():
        below = at.get(place + 1, ())
        alone = len(at[place]) == 1 and index not in unplaced
        if alone and at[place][0].score and any(_worse(row, index) for row in below):
            yield at[place][0].region.id


def _worse(row: Row, index: int) -> bool:
    return bool(row.score) and row.category.settled and row.category.known.index > index


def _first_of_kinds(first: Sequence[Row]) -> Iterable[Row]:
    """The best of each kind, where one alone is; all its betters are known."""
    by_kind: dict[str, list[Row]] = {}
    for row in first:
        best = by_kind.setdefault(row.region.kind, [])
        if not best or _place(best[0]) == _place(row):
            best.append(row)
    return (best[0] for best in by_kind.values() if len(best) == 1)


def _near(rows: Sequence[Row]) -> dict[str, int]:
    """By region above all participants that border it, how many these are; at least two."""
    by_code = {row.region.code: row for row in rows if row.region.code}
    found = {}
    for code, row in by_code.items():
        if not row.rank.settled or _borders_unknown(code) or perhaps_corners(code) & by_code.keys():
            continue
        near = [by_code[other] for other in neighbours(code) if other in by_code]
        ranked = [other for other in near if other.rank.settled]
        known = all(
            other.rank.settled or (not other.has_result and other.rank.why in WHY_OUT)
            for other in near
        )
        if known and len(ranked) > 1 and all(_place(other) > _place(row) for other in ranked):
            found[row.region.id] = len(ranked)
    return found


def bordering(evaluation: Evaluation, region: Region) -> tuple[Region, ...]:
    """The regions of a group that border one, surely; nobody where a boundary may be missing."""
    if not region.code or _borders_unknown(region.code):
        return ()
    near = set(neighbours(region.code)) - perhaps_corners(region.code)
    if not near:  # of a village: a group of thousands is not gone through for each of them
        return ()
    return tuple(other for other in evaluation.regions if other.code in near)


def borders_all(region: Region, found: Iterable[Region]) -> bool:
    """Whether some regions are all that border one, of whatever site and group."""
    return set(neighbours(region.code or "")) == {other.code for other in found}


def _borders_unknown(code: str) -> bool:
    """Whether a boundary that is not known may be one with this region."""
    return any(other[:2] == code[:2] for other in WITHOUT_BOUNDARY)
