"""Of which categories all who have one are known, though some results are not: ranks prove it.

Ranks follow the scores, and categories follow from scores by the bounds of the scale. Where the
places of a category are known without a gap, the place above them is taken by somebody with a better
category and the place below them by somebody with a worse one, nobody unknown can have it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.evaluation.model import Evaluation
from generator.facts.rows import Row
from generator.format.problems import Place


def closed_by_rank(evaluation: Evaluation, rows: Sequence[Row]) -> Mapping[int, tuple[Place, ...]]:
    """The categories (by index) that nobody unknown can have, each with the ranks that prove it."""
    placed = [row for row in rows if row.category.settled]
    steps = _steps(placed) if _by_bounds(evaluation, rows) else []
    found: dict[int, tuple[Place, ...]] = {}
    for index in {row.category.known.index for row in placed}:
        mine = [number for number, step in enumerate(steps) if _index(step) == index]
        number = sum(len(steps[at]) for at in mine)
        if not mine or number != sum(row.category.known.index == index for row in placed):
            continue  # somebody who has it has no place
        first, last = mine[0], mine[-1]
        before = steps[first - 1] if first else None
        after = steps[last + 1] if last + 1 < len(steps) else None
        run = [step for step in (before, *steps[first : last + 1], after) if step is not None]
        opened = before is not None or _place(steps[first]) == 1
        if opened and after is not None and _without_gap(run):
            found[index] = tuple(place for step in run for row in step for place in row.rank.places)
    return found


def _by_bounds(evaluation: Evaluation, rows: Sequence[Row]) -> bool:
    """Whether categories follow from scores, by bounds alone, and none was announced against them."""
    scale = evaluation.scale
    if scale is None or scale.minima is None or any(scale.required):
        return False
    return not any(row.against_scale for row in rows)


def _steps(placed: Sequence[Row]) -> list[list[Row]]:
    """Those whose category, score and place are known, by their places; none where the order of the
    places is not that of the scores and categories."""
    at: dict[int, list[Row]] = {}
    for row in placed:
        if row.rank.settled and row.score.settled:
            at.setdefault(row.rank.known.place, []).append(row)
    steps = [at[place] for place in sorted(at)]
    if any(len({(row.score.known, _of(row)) for row in step}) > 1 for step in steps):
        return []
    firsts = [step[0] for step in steps]
    for better, worse in pairwise(firsts):
        if better.score.known <= worse.score.known or _of(better) > _of(worse):
            return []
    return steps


def _without_gap(run: Sequence[Sequence[Row]]) -> bool:
    """Whether each place follows the one before, with as many on it as there are places to the next."""
    return all(_place(step) + len(step) == _place(after) for step, after in pairwise(run))


def _place(step: Sequence[Row]) -> int:
    return step[0].rank.known.place


def _index(step: Sequence[Row]) -> int:
    return _of(step[0])


def _of(row: Row) -> int:
    return row.category.known.index
