"""The terms of what limits a whole text: bounds that are not known."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import Teller

MOST_YEARS = 3
"""More years in a row are said as a range."""


class OpenBoundsTerms(Terms, name="open_bounds", role="open-bounds"):
    """Editions whose categories are compared and whose bounds are not known; oldest first."""

    def __init__(self, tell: Teller, editions: Sequence[Evaluation]) -> None:
        self._tell = tell
        self._editions = editions

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        told = self._tell.label("why-no-bounds")
        return tuple(
            Evidence(self._tell.label("scale", year=e.year), told, (e.place("scale"),))
            for e in self._editions
        )

    @term(Kind.YEAR)
    def years(self) -> Item:
        years = [edition.year for edition in self._editions]
        in_a_row = len(years) > MOST_YEARS and years[-1] - years[0] == len(years) - 1
        texts = [f"{years[0]}–{years[-1]}"] if in_a_row else list(map(str, years))
        facts = tuple(map(self._tell.edition_fact, self._editions))
        return self._tell.joined([Slot(Kind.YEAR, self.role, text, facts) for text in texts])

    @term(Kind.STATE)
    def unknown(self) -> str:
        return self._tell.word("unknown")
