"""The terms of what a category requires besides the score, where the score alone would reach it."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.facts.model import HeldBack, Required
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import RegionTeller


class HeldBackTerms(Terms, name="held_back", role="required"):
    """A category whose minimum the score reaches and whose requirements do not hold for certain."""

    def __init__(self, tell: RegionTeller, found: HeldBack) -> None:
        self._tell = tell
        self._found = found

    @property
    def one(self) -> bool:
        """Whether a single requirement does not hold: languages with a plural ask."""
        return len(self._found.unmet) == 1

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("held_back", self._tell.mine.held_back),)

    @term(Kind.CATEGORY)
    def category(self) -> str:
        return self._found.category

    @term(Kind.SCORE)
    def minimum(self) -> str:
        return self._tell.words.plain_number(self._found.minimum)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._found.unmet))

    @term(Kind.STATE, "unmet")
    def unmet(self) -> str:
        return self._tell.word("unmet")

    @term(Kind.STATE, "required")
    def unknown_in_full(self) -> str:
        return self._tell.word("unknown-in-full")


class NextRequiresTerms(HeldBackTerms, name="next_requires", role="next-required"):
    """The next category, where the points to it are not all that it takes."""

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("next_requires", self._tell.mine.next_requires),)


class RequiredTerms(Terms, name="required", role="required"):
    """One requirement that does not hold."""

    def __init__(self, tell: RegionTeller, item: Required) -> None:
        self._tell = tell
        self._item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.own_figure("held_back", self._tell.mine.held_back),)

    @property
    def of_question(self) -> bool:
        return self._item.item.question is not None

    @property
    def of_indicator(self) -> bool:
        return self._item.item.indicator is not None

    @property
    def full(self) -> bool:
        """Whether all points are required."""
        return self._item.item.minimum is None

    @term(Kind.QUESTION)
    def question(self) -> str:
        return self._item.name

    @term(Kind.INDICATOR)
    def indicator(self) -> str:
        return self._item.name

    @term(Kind.STAGE)
    def stage(self) -> str:
        return self._item.name

    @term(Kind.STATE, "not-full")
    def not_full(self) -> str:
        return self._tell.word("not-full")

    @term(Kind.SCORE, "part")
    def score(self) -> str:
        return "" if self._item.score is None else self._tell.words.decimal(self._item.score)

    @term(Kind.SIDE)
    def below(self) -> str:
        return self._tell.word("below")

    @term(Kind.SCORE, "part-minimum")
    def minimum(self) -> str:
        minimum = self._item.item.minimum
        return "" if minimum is None else self._tell.words.plain_number(minimum)
