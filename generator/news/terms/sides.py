"""Above and below: the words of terms that tell who stands on either side of a region."""

from __future__ import annotations

from generator.news.slots import Kind, Terms, term
from generator.news.tellers import RegionTeller


class SideTerms(Terms):
    """What such terms share."""

    _tell: RegionTeller

    @term(Kind.SIDE, "over")
    def over(self) -> str:
        return self._tell.word("above")

    @term(Kind.SIDE, "under")
    def under(self) -> str:
        return self._tell.word("below")
