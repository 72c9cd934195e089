"""The terms of a region's part in an evaluation: that it has no result and why, or took part."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.format import (
    Source,
)
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import RegionTeller, Teller
from generator.news.terms.history import years_of


class AbsenceTerms(Terms, name="absence"):
    """That the region has no result, now or before: why, and whose word it is."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._mine = tell.mine
        self._years = sorted(tell.mine.absent_before)

    @kept
    def _source(self) -> Source | None:
        return self._mine.state.source

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        """This edition's word on it."""
        label = self._tell.label("absence", year=self._tell.year)
        sources = (self._source,) if self._source else ()
        places = self._mine.state.places
        return (Evidence(label, self._tell.full_name(self._mine.region), places, sources),)

    def _absence(self, evaluation: Evaluation) -> Evidence:
        """That an edition lists the region as absent, and whose word that is."""
        region = self._mine.region
        state = self._tell.facts.region(evaluation, region.id).state
        label = self._tell.label("absence", year=evaluation.year)
        return Evidence(
            label,
            self._tell.full_name(region),
            state.places,
            (state.source,) if state.source else (),
        )

    @kept
    def facts_before(self) -> tuple[Evidence, ...]:
        """The word of the earlier editions that list it as absent, newest first."""
        return tuple(self._absence(self._tell.earlier(year)) for year in self._mine.absent_before)

    @kept
    def every_fact(self) -> tuple[Evidence, ...]:
        return (*self.facts, *self.facts_before)

    @property
    def _publisher_before(self) -> str:
        """Who says so of all the years; "" where not one alone does."""
        found = {fact.sources[0].publisher if fact.sources else "" for fact in self.facts_before}
        return (found.pop() or "") if len(found) == 1 else ""

    @property
    def told(self) -> bool:
        """Whether it is known who says so, and it is not the organizer, who is named as such."""
        publisher = self._source.publisher if self._source else ""
        return bool(publisher) and publisher != self._tell.evaluation.organizer

    @property
    def told_before(self) -> bool:
        return bool(self._publisher_before)

    @term(Kind.STATE)
    def state(self) -> str:
        return self._tell.word(self._mine.participation.value)

    @term(Kind.STATE, behind="every_fact")
    def again(self) -> str:
        return self._tell.word("absent-again")

    @term(Kind.STATE, behind="facts_before")
    def also(self) -> str:
        return self._tell.word("absent-too")

    @term(Kind.STATE, "back", behind="facts_before")
    def back(self) -> str:
        return self._tell.word("back")

    @term(Kind.STATE, behind="facts_before")
    def state_before(self) -> str:
        return self._tell.word("absent")

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        publisher = self._source.publisher if self._source else None
        return self._tell.words.institution(publisher, inside=True) if publisher else ""

    @term(Kind.INSTITUTION, "says", behind="facts_before")
    def publisher_before(self) -> str:
        return self._tell.government(self._publisher_before)

    @term(Kind.YEAR, "before")
    def years_without(self) -> Item:
        """The same, of which it is not said that there was an absence but that nothing compares."""
        facts = tuple(fact._replace(sources=()) for fact in self.facts_before)
        return self._tell.years(self._mine.group, self._years, facts)

    @term(Kind.YEAR, "before")
    def years(self) -> Item:
        return self._tell.years(self._mine.group, self._years, self.facts_before)


class ParticipationTerms(Terms, name="participation"):
    """That the region took part, whatever is known of its result: a source names it, or says that so
    many did as the group has."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._region = tell.mine.region

    @property
    def _is_named(self) -> bool:
        return self._region.id in self._tell.evaluation.names

    @kept
    def _source(self) -> Source | None:
        if not self._is_named:
            return None
        return self._tell.source(self._tell.evaluation.names[self._region.id].source)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        if not self._is_named:
            return (self._tell.whole_figure("participants", self._tell.whole.took_part),)
        label = self._tell.label("absence", year=self._tell.year)
        place = self._tell.evaluation.place_of_listed("names", self._region.id)
        return (
            Evidence(
                label,
                self._tell.full_name(self._region),
                (place,),
                tuple(filter(None, (self._source,))),
            ),
        )

    @property
    def told(self) -> bool:
        """Whether it is known who says so."""
        publisher = self._source.publisher if self._source else None
        return bool(publisher) and publisher != self._tell.evaluation.organizer

    @term(Kind.STATE, "took-part")
    def state(self) -> str:
        return self._tell.word("took-part")

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        return self._tell.government((self._source.publisher or "") if self._source else "")


class TakenPartTerms(Terms, name="taken_part"):
    """The years in which it took part, of a region of which no result is known; false without any."""

    def __init__(self, tell: Teller, tellers: Sequence[RegionTeller]) -> None:
        self._tell = tell
        self._tellers = tellers

    def __bool__(self) -> bool:
        return bool(self._tellers)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(fact for each in self._tellers for fact in ParticipationTerms(each).facts)

    @term(Kind.STATE, "took-part")
    def state(self) -> str:
        return self._tell.word("took-part")

    @term(Kind.YEAR, "taken-part")
    def years(self) -> Item:
        facts = tuple(self._tell.edition_fact(each.evaluation) for each in self._tellers)
        years = years_of([each.mine for each in self._tellers])
        return self._tell.joined([Slot(Kind.YEAR, "taken-part", year, facts) for year in years])


class NotAmongTerms(Terms, name="not_among", role="not-among"):
    """That all participants are known by name, and the region is none of them."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("participants", self._whole.took_part),)

    @property
    def alone(self) -> bool:
        """Whether everybody else of the group is one of them."""
        evaluation = self._tell.evaluation
        return not evaluation.group.partial and self._whole.seen == len(evaluation.regions) - 1

    @property
    def one(self) -> bool:
        """Whether a single one took part: languages with a plural ask."""
        return self._whole.took_part.value == 1

    @term(Kind.SCOPE, "only-not-among")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._whole.took_part.known)
