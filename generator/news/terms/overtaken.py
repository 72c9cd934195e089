"""The terms of whom a region has overtaken since the edition since which it rose."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.facts.overtaken import overtaken
from generator.facts.region import RegionFacts
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import RegionTeller


class OvertakenTerms(Terms, name="overtaken", role="overtaken"):
    """The few who were ahead then, and have a lower score now. False where there are none."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._found = overtaken(tell.whole, tell.mine, self._then)

    def _then(self, region: str) -> RegionFacts:
        """A body in the edition since which this one rose."""
        return self._tell.facts.region(
            self._tell.earlier(self._tell.mine.categories.known.year), region
        )

    def __bool__(self) -> bool:
        return bool(self._found)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        tell = self._tell
        own = tell.own_figure("score", tell.mine.score)
        scores = [tell.figure("score", item.score, item.year) for item in self._found]
        then = [self._then(item.region.id) for item in self._found]
        before = [tell.figure("category", one.category, one.year) for one in then]
        ranks = [tell.figure("rank", one.rank, one.year) for one in then if one.rank.settled]
        return (own, *scores, *before, *ranks)

    @term(Kind.VERB, "overtook")
    def overtook(self) -> str:
        return self._tell.word("overtook")

    @term(Kind.REGION)
    def names(self) -> Item:
        found = self._tell.region_names([item.region for item in self._found], alphabetical=True)
        return self._tell.joined(
            [
                slot._replace(role="overtaken", facts=(*slot.facts, *self.facts))
                for slot in found.slots
            ]
        )
