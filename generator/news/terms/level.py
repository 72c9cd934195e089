"""The terms of those whose score is almost that of a region, where nobody is ranked."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import RegionTeller
from generator.news.terms.places import PlacedTerms


class LevelTerms(Terms, name="level_with", role="level-with"):
    """Those whose score is less than half a point away. False where there are none, or many."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        ids = tell.whole.almost_level.get(tell.mine.region.id, ())
        self._found = [tell.facts.region(tell.evaluation, region.id) for region in ids]

    def __bool__(self) -> bool:
        return bool(self._found)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        scores = (self._tell.mine, *self._found)
        return tuple(self._tell.figure("score", item.score, item.year) for item in scores)

    @term(Kind.SIDE, "almost")
    def almost(self) -> str:
        return self._tell.word("almost-level")

    @term(Kind.PART)
    def names(self) -> Item:
        placed = (PlacedTerms(self._tell, item, ranked=False) for item in self._found)
        return self._tell.joined([self._tell.part("part.scored", one) for one in placed])
