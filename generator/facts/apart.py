"""What two editions are known to differ in, and what is not known of those that are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.evaluation.model import Evaluation
from generator.facts.compare import compare_categories, compare_points
from generator.facts.model import Figures


class Apart(NamedTuple):
    """What is known to be other than in the edition of ``year``: ``scale`` is its names, bounds and
    maximum, ``requirements`` what a category asks besides the score."""

    year: int
    scale: bool
    instrument: bool
    requirements: bool = False

    @property
    def other(self) -> str:
        """The key of its words; what a category requires is not named beside another scale. Unnamed:
        only the later edition says that they do not compare (`comparable_with`)."""
        return _OTHER[self.scale, self.requirements and not self.scale, self.instrument]

    @property
    def of_scores(self) -> Apart:
        """What keeps the scores apart: what a category requires does not."""
        return self._replace(requirements=False)


UNNAMED = "unnamed"
_OTHER = {
    (False, False, False): UNNAMED,
    (True, False, False): "scale",
    (False, True, False): "requirements",
    (False, False, True): "instrument",
    (True, False, True): "both",
    (False, True, True): "requirements-and-instrument",
}


def apart(new: Evaluation, old: Evaluation) -> Apart:
    """What two editions differ in, as far as both are known."""
    named = {e.settings.instrument for e in (new, old)} - {None}
    scales = [e.scale for e in (new, old) if e.scale is not None]
    other = len({scale.maximum for scale in scales}) > 1
    listed = [scale for scale in scales if scale.categories]
    other = other or len({scale.names for scale in listed}) > 1
    bound = [scale for scale in listed if scale.minima is not None]
    other = other or len({scale.minima for scale in bound}) > 1
    asked = len({scale.required for scale in bound}) > 1
    return Apart(old.year, other, len(named) > 1, asked)


def apart_from(
    evaluation: Evaluation, mine: Figures, before: Iterable[tuple[Evaluation, Figures]]
) -> Apart | None:
    """What an edition differs in from the latest earlier one with a figure of a region that does not
    compare with that of now."""
    for other, then in before:
        placed = mine.category and then.category and not compare_categories(evaluation, other)
        scored = mine.score and then.score and not compare_points(evaluation, other)
        if placed or scored:
            found = apart(evaluation, other)
            return found if placed else found.of_scores
    return None


class Since(NamedTuple):
    """The earlier years with which each kind of figure is compared; None where it is not."""

    category: int | None = None
    score: int | None = None
    rank: int | None = None


class Caution(NamedTuple):
    """Of which years the questionnaire, and the bounds of categories that are compared, is unknown."""

    instruments: frozenset[int] = frozenset()
    bounds: frozenset[int] = frozenset()

    def __or__(self, other: Caution) -> Caution:
        return Caution(self.instruments | other.instruments, self.bounds | other.bounds)


def caution(new: Evaluation, compared: Sequence[Since], before: Iterable[Evaluation]) -> Caution:
    """What is unknown of an edition and of the earlier ones with which its figures are compared."""
    editions = {e.year: e for e in before}
    years = {year for since in compared for year in since if year is not None}
    placed = {since.category for since in compared if since.category is not None}
    of = (editions | {new.year: new}).get

    def both(named: set[int]) -> list[Evaluation]:
        return [e for year in (named | {new.year} if named else ()) if (e := of(year))]

    return Caution(
        frozenset(
            e.year
            for e in both(years)
            if e.measure.questionnaire is not None and not e.settings.instrument
        ),
        frozenset(e.year for e in both(placed) if e.scale is None or e.scale.minima is None),
    )
