"""The terms of a rank that was published as one within the category."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, term
from generator.news.terms.figures import FigureTerms


class CategoryRankTerms(FigureTerms, name="category_rank", role="in-category"):
    """A rank that was published as one within the category."""

    label = "rank_in_category"

    @kept
    def category_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("category", self._tell.mine.category),)

    @term(Kind.CATEGORY, behind="category_facts")
    def category(self) -> str:
        return self._tell.mine.category.known.name

    @term(Kind.RANK)
    def place(self) -> str:
        return self._tell.words.rank(self._value.place)

    @term(Kind.RANK)
    def values(self) -> Item:
        """All that was published: ``2 dan 3``."""
        return self._every(Kind.RANK, lambda value: self._tell.words.rank(value.place))
