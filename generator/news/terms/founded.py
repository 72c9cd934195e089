"""The term of when a region was founded."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.format import Region
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import Teller


class FoundedTerms(Terms, name="founded", role="founded"):
    """Since when a region exists, where that is known."""

    def __init__(self, tell: Teller, region: Region) -> None:
        self._tell = tell
        self._region = region

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        place = self._tell.facts.dataset.place_of(self._region.id)
        return (Evidence(self._tell.label("founded"), self._told, (place,)),)

    @property
    def _told(self) -> str:
        return (
            self._tell.words.dated(self._region.founded.date, weekday=False)
            if self._region.founded
            else ""
        )

    @term(Kind.DATE)
    def date(self) -> str:
        return self._told
