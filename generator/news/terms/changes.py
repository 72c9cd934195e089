"""The terms of a region's changes against its latest earlier edition: points, places, categories."""

from __future__ import annotations

from typing import Any

from generator.facts.kept import kept
from generator.facts.model import Fact
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.compared import compared, with_sides
from generator.news.evidence import Evidence
from generator.news.published import each
from generator.news.slots import Item, Kind, Slot, term
from generator.news.terms.figures import FigureTerms


class ComparedTerms(FigureTerms):
    """What the terms of a change share: it has two sides, each with its year and its source."""

    side = ""
    """The figure whose two values are compared."""

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        if self._value is None:
            return (self._tell.own_figure(self.label, self._fact),)
        sides = getattr(self._tell.mine, self.side), self._value.earlier
        change = self._tell.own_figure(self.label, self._fact, sources_of(*sides))
        return (with_sides(change, *sides),)

    @kept
    def earlier_facts(self) -> tuple[Evidence, ...]:
        """The earlier value."""
        earlier = self._value.earlier
        return (self._tell.figure(self.side, earlier, self._value.year, sources_of(earlier)),)

    @kept
    def judged_facts(self) -> tuple[Evidence, ...]:
        """The earlier value, of which the site says something itself."""
        return tuple(fact._replace(sources=(), alone=False) for fact in self.earlier_facts)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        """The year of the earlier edition."""
        return (self._tell.edition_fact(self._tell.earlier(self._value.year)),)

    @property
    def skips(self) -> bool:
        """Whether the compared edition is not that of the year before."""
        return self._value is not None and self._value.year != self._tell.year - 1

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._value.year)


class ChangeTerms(ComparedTerms, name="change", role="points"):
    """The score against the latest earlier one that compares."""

    label, side = "points", "score"

    @property
    def moved(self) -> bool:
        """Whether it is another one."""
        return self._value is not None and self._value.points != 0

    @property
    def fell(self) -> bool:
        return self._value is not None and self._value.points < 0

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        """``naik`` or ``turun``, by the sign of the difference."""
        return self._tell.word("points-up" if self._value.points > 0 else "points-down")

    @term(Kind.DIRECTION, "noun")
    def noun(self) -> str:
        """``kenaikan`` or ``penurunan``, by the sign of the difference."""
        return self._tell.word("rise" if self._value.points > 0 else "fall")

    @property
    def unchanged(self) -> bool:
        """Whether the scores are the same, and not only when rounded."""
        both = (self._tell.evaluation, self._tell.earlier(self._value.year))
        return len({e.results[self._tell.mine.region.id].exact for e in both}) == 1

    @term(Kind.DIRECTION, "same-points")
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.DIRECTION)
    def almost(self) -> str:
        """``hampir tidak berubah``: rounded, the scores are the same."""
        return self._tell.word("almost")

    @term(Kind.DIFFERENCE)
    def points(self) -> str:
        return self._tell.words.decimal(abs(self._value.points))

    @term(Kind.SCORE, "before", behind="earlier_facts")
    def before(self) -> str:
        return self._tell.words.decimal(self._value.before)


class AtLeastTerms(ComparedTerms, name="at_least", role="at-least"):
    """By how many points the score moved at least since an edition of which the category is known."""

    label, side = "at_least", "score"

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        if self._value is None:
            return (self._tell.own_figure(self.label, self._fact),)
        sides = self._tell.mine.score, self._value.earlier
        change = self._tell.own_figure(self.label, self._fact, sources_of(*sides))
        return (with_sides(change, *sides),)

    @kept
    def earlier_facts(self) -> tuple[Evidence, ...]:
        """The earlier category, whose bounds its score cannot have left."""
        earlier = self._value.earlier
        return (self._tell.figure("category", earlier, self._value.year, sources_of(earlier)),)

    @property
    def rose(self) -> bool:
        return self._value is not None and self._value.points > 0

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        return self._tell.word("points-up" if self._value.points > 0 else "points-down")

    @term(Kind.SCOPE)
    def least(self) -> str:
        return self._tell.word("at-least")

    @term(Kind.DIFFERENCE)
    def points(self) -> str:
        return self._tell.words.decimal(abs(self._value.points))

    @term(Kind.SIDE, "then", behind="earlier_facts")
    def under(self) -> str:
        return self._tell.word("below")

    @term(Kind.SCORE, "bound-then", behind="earlier_facts")
    def bound(self) -> str:
        return self._tell.words.plain_number(self._value.bound)


class PlacesTerms(ComparedTerms, name="places", role="places"):
    """The rank against the latest earlier one."""

    label, side = "places", "rank"

    @property
    def moved(self) -> bool:
        """Whether it is another one."""
        return self._value is not None and self._value.places != 0

    @property
    def agreed(self) -> bool:
        """Whether everything published says the same direction."""
        return self.moved and self._value.agreed and not self._tell.mine.rank.note

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        """``naik`` or ``turun``, by the sign of the places won."""
        return self._tell.word("places-up" if self._value.places > 0 else "places-down")

    @term(Kind.DIRECTION)
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.DIRECTION, "better")
    def better(self) -> str:
        """``lebih tinggi`` or ``lebih rendah`` than all that was published for the earlier rank."""
        return self._tell.word("better" if self._value.places > 0 else "worse")

    @term(Kind.SCOPE, "than", behind="judged_facts")
    def than(self) -> str:
        return self._tell.word("than-both" if len(self._value.others) == 1 else "than-all")

    @term(Kind.RANK, "before", behind="earlier_facts")
    def before(self) -> str:
        return self._tell.words.rank(self._value.before.place)

    @property
    def of_known(self) -> bool:
        return bool(self._value.before.of)

    @term(Kind.SCOPE, "also-rank", behind="earlier_facts")
    def also(self) -> str:
        return self._tell.word("also")

    @term(Kind.TOTAL, "before", behind="earlier_facts")
    def of(self) -> str:
        return self._tell.words.digits(self._value.before.of)

    @term(Kind.RANK, "before")
    def values(self) -> Item:
        """All that was published for the earlier rank: ``17 dan 14``."""
        said = each(self._tell, "rank", self._value.earlier, self._value.year)
        places = {self._tell.words.rank(value.place): (told,) for value, told in said.items()}
        return self._tell.joined(
            [Slot(Kind.RANK, "before", text, facts) for text, facts in places.items()]
        )


class StepsTerms(ComparedTerms, name="steps", role="steps"):
    """The category against the latest earlier one that compares."""

    label, side = "categories", "category"

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        """The year of the earlier edition, and the category there: a sentence may leave it out."""
        earlier = self._tell.edition_fact(self._tell.earlier(self._value.year))
        return (earlier, *self.earlier_facts)

    @property
    def several(self) -> bool:
        return self._value is not None and abs(self._value.steps) > 1

    @property
    def skips(self) -> bool:
        """Whether the compared edition is not that of the year before."""
        return self._value is not None and self._value.year != self._tell.mine.year - 1

    @property
    def back(self) -> bool:
        """Whether the category is known to have been another one since, or none."""
        return self._tell.mine.back

    @term(Kind.DIRECTION)
    def direction(self) -> str:
        """``naik``, ``turun`` or ``bertahan``, by the sign of the steps."""
        steps = self._value.steps
        return self._tell.word("up" if steps > 0 else "down" if steps < 0 else "kept")

    @term(Kind.DIRECTION, "still")
    def again(self) -> str:
        """``tetap``; ``kembali`` after another category, or where it was announced once more
        against the scale."""
        return self._tell.word("again" if self._tell.contested or self.back else "still")

    @term(Kind.DIRECTION, "same-as")
    def same_as(self) -> str:
        return self._tell.word("same-as")

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(abs(self._value.steps))

    @term(Kind.CATEGORY, "before", behind="earlier_facts")
    def before(self) -> str:
        name: str = self._value.before.name
        return name

    @term(Kind.STATE, "undecided", behind="judged_facts")
    def undecided(self) -> str:
        return self._tell.word("undecided")


class WhicheverTerms(StepsTerms, name="whichever", role="steps"):
    """The same of a contested category, where all that was published says one direction."""

    def fact_of(self, mine: RegionFacts) -> Fact[Any]:
        return mine.surely_moved

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        if self._value is None:
            return ()
        sides = self._tell.mine.category, self._value.earlier
        return (compared(self._tell, self.label, self._fact, self._tell.year, *sides),)
