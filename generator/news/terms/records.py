"""The terms of decisions: corrections, titles, the decision behind the results."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.format import (
    Correction,
    Distinction,
    Region,
)
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import Teller


def shown_value(tell: Teller, field: str, value: str) -> str:
    """A corrected value as the text says it: a score has its decimal comma."""
    return tell.words.written(value) if field == "score" else value


class CorrectionTerms(Terms, name="correction"):
    """A correction of one figure: what stood there, what stands there now."""

    def __init__(self, tell: Teller, evaluation: Evaluation, index: int, item: Correction) -> None:
        self._tell = tell
        self._evaluation = evaluation
        self._index = index
        self.item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        item = self.item
        tell = self._tell
        before, after = (shown_value(tell, item.field, value) for value in (item.from_, item.to))
        source = self._evaluation.source(item.source)
        return (
            Evidence(
                self._tell.label("correction"),
                f"{before} → {after}",
                (self._evaluation.place("corrections", self._index),),
                (source,) if source else (),
            ),
        )

    @kept
    def region_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._region),)

    @property
    def _region(self) -> Region:
        return self._tell.facts.dataset.regions[self.item.region]

    @term(Kind.FIELD)
    def field(self) -> str:
        """Which figure: ``skor``."""
        return self._tell.word(self.item.field)

    @term(Kind.VALUE, "before")
    def before(self) -> str:
        return shown_value(self._tell, self.item.field, self.item.from_)

    @term(Kind.VALUE, "after")
    def after(self) -> str:
        return shown_value(self._tell, self.item.field, self.item.to)

    @term(Kind.REGION, "corrected", behind="region_facts")
    def region(self) -> str:
        return self._tell.short_name(self._region)


class CorrectionsTerms(Terms, name="corrections"):
    """Corrections of one act: their figures together, when, why, by which decision."""

    def __init__(self, tell: Teller, items: Sequence[CorrectionTerms], evaluation: Evaluation):
        self._tell = tell
        self._items = items
        self._evaluation = evaluation
        self._first = items[0].item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(fact for item in self._items for fact in item.facts)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._evaluation),)

    @kept
    def region_facts(self) -> tuple[Evidence, ...]:
        return self._items[0].region_facts

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._items) == 1

    @property
    def decided(self) -> bool:
        return bool(self._first.decision)

    @property
    def revised(self) -> bool:
        """Whether that had been scheduled, and is no correction of an error."""
        return self._first.kind == "revision"

    @term(Kind.FIELD)
    def fields(self) -> Item:
        """``skor dan peringkat``."""
        return self._tell.joined([item.field for item in self._items])

    @term(Kind.YEAR, "corrected", behind="year_facts")
    def year(self) -> str:
        return str(self._evaluation.year)

    @term(Kind.REGION, "corrected", behind="region_facts")
    def region(self) -> str:
        return self._tell.short_name(self._tell.facts.dataset.regions[self._first.region])

    @term(Kind.VALUE, "before")
    def before(self) -> Item:
        """``92,31 dan 19``."""
        return self._tell.joined([item.before for item in self._items])

    @term(Kind.VALUE, "before")
    def before_named(self) -> Item:
        """``skor 92,31 dan peringkat 19``."""
        say = self._tell.part
        return self._tell.joined([say("part.corrected", item) for item in self._items])

    @term(Kind.VALUE, "after")
    def after_named(self) -> Item:
        """``skor 98,31 dan peringkat 2``."""
        say = self._tell.part
        return self._tell.joined([say("part.corrected_to", item) for item in self._items])

    @term(Kind.DATE, "corrected")
    def date(self) -> str:
        return self._tell.words.dated(self._first.date)

    @term(Kind.DECISION)
    def decision(self) -> str:
        return self._first.decision or ""

    @term(Kind.TEXT, "reason")
    def reason(self) -> str:
        return self._tell.taken(self._first.reason or "")


class PeerCorrectionsTerms(CorrectionsTerms, name="peer_corrections"):
    """Corrections of a region that shares the rank."""


class DistinctionTerms(Terms, name="distinction"):
    """A title that the organizer gave."""

    def __init__(self, tell: Teller, evaluation: Evaluation, index: int, item: Distinction):
        self._tell = tell
        self._evaluation = evaluation
        self._index = index
        self._item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        places = (self._evaluation.place("distinctions", self._index),)
        source = self._evaluation.source(self._item.source)
        return (self._tell.text_fact("distinction", self._item.title, places, source),)

    @kept
    def region_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._region),)

    @property
    def _region(self) -> Region:
        return self._tell.facts.dataset.regions[self._item.region]

    @term(Kind.TITLE)
    def title(self) -> str:
        return self._tell.words.titled(self._item.title)

    @term(Kind.REGION, "titled", behind="region_facts")
    def region(self) -> str:
        return self._tell.short_name(self._region)
