"""The terms of figures that only the government that was judged publishes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.news.evidence import Evidence
from generator.news.slots import Kind, term
from generator.news.tellers import LONGEST_LIST, EvaluationTeller, Teller
from generator.news.terms.regions import RegionsTerms
from generator.news.terms.sources import UnsourcedTerms


class OwnWordTerms(UnsourcedTerms, name="own_word", role="own-word"):
    """Figures of a region in a year (at least one) that rest on its own government alone."""

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        source = getattr(self._mine, self._names[0]).source
        return self._tell.government(source.publisher)


class OwnWordsTerms(RegionsTerms, name="own_words", role="own-words"):
    """Those of a group (at least one) whose category rests on the word of their own government."""

    def __init__(self, tell: EvaluationTeller, found: Sequence[RegionFacts]) -> None:
        regions = [facts.region for facts in found]
        super().__init__(tell, regions, regions if len(regions) <= LONGEST_LIST else ())
        self._found = found

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        tell: Teller = self._tell
        return tuple(tell.figure("category", mine.category, mine.year) for mine in self._found)

    @property
    def alone(self) -> bool:
        return len(self._found) == 1

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        source = self._found[0].category.source
        return self._tell.government(source.publisher or "" if source else "")
