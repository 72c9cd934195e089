"""The terms of what the data record in words: corrections, titles, absences, targets, speech."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from generator.evaluation.model import Evaluation
from generator.facts.model import Fact, Participation
from generator.format import (
    Activity,
    Correction,
    Decision,
    Distinction,
    Region,
    Response,
    Source,
    Stage,
    Statement,
)
from generator.format.problems import Place
from generator.language import grammar
from generator.language import indonesian as words
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, joined, term
from generator.news.tellers import RegionTeller, Teller


def shown_value(field: str, value: str) -> str:
    """A corrected value as the text says it: a score has its decimal comma."""
    return value.replace(".", ",") if field == "score" else value


class CorrectionTerms(Terms, name="correction"):
    """A correction of one figure: what stood there, what stands there now."""

    def __init__(self, tell: Teller, evaluation: Evaluation, index: int, item: Correction) -> None:
        self._tell = tell
        self._evaluation = evaluation
        self._index = index
        self.item = item

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        item = self.item
        before, after = shown_value(item.field, item.from_), shown_value(item.field, item.to)
        source = self._evaluation.source(item.source)
        return (
            Evidence(
                self._tell.label("correction"),
                f"{before} → {after}",
                (self._evaluation.place("corrections", self._index),),
                (source,) if source else (),
            ),
        )

    @cached_property
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
        return shown_value(self.item.field, self.item.from_)

    @term(Kind.VALUE, "after")
    def after(self) -> str:
        return shown_value(self.item.field, self.item.to)

    @term(Kind.REGION, "corrected", behind="region_facts")
    def region(self) -> str:
        return self._tell.names.short(self._region)


class CorrectionsTerms(Terms, name="corrections"):
    """Corrections of one act: their figures together, when, why, by which decision."""

    def __init__(self, tell: Teller, items: Sequence[CorrectionTerms], evaluation: Evaluation):
        self._tell = tell
        self._items = items
        self._evaluation = evaluation
        self._first = items[0].item

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(fact for item in self._items for fact in item.facts)

    @cached_property
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._evaluation),)

    @cached_property
    def region_facts(self) -> tuple[Evidence, ...]:
        return self._items[0].region_facts

    @property
    def decided(self) -> bool:
        return bool(self._first.decision)

    @term(Kind.FIELD)
    def fields(self) -> Item:
        """``skor dan peringkat``."""
        return joined([item.field for item in self._items])

    @term(Kind.YEAR, "corrected", behind="year_facts")
    def year(self) -> str:
        return str(self._evaluation.year)

    @term(Kind.REGION, "corrected", behind="region_facts")
    def region(self) -> str:
        return self._tell.names.short(self._tell.facts.dataset.regions[self._first.region])

    @term(Kind.VALUE, "before")
    def before(self) -> Item:
        """``92,31 dan 19``."""
        return joined([item.before for item in self._items])

    @term(Kind.VALUE, "before")
    def before_named(self) -> Item:
        """``skor 92,31 dan peringkat 19``."""
        say = self._tell.part
        return joined([say("part.corrected", item) for item in self._items])

    @term(Kind.VALUE, "after")
    def after_named(self) -> Item:
        """``skor 98,31 dan peringkat 2``."""
        say = self._tell.part
        return joined([say("part.corrected_to", item) for item in self._items])

    @term(Kind.DATE, "corrected")
    def date(self) -> str:
        return words.show_date(self._first.date, weekday=True)

    @term(Kind.DECISION)
    def decision(self) -> str:
        return self._first.decision or ""

    @term(Kind.TEXT, "reason")
    def reason(self) -> str:
        return self._tell.names.inside(self._first.reason or "").rstrip(".")


class PeerCorrectionsTerms(CorrectionsTerms, name="peer_corrections"):
    """Corrections of a region that shares the rank."""


class DistinctionTerms(Terms, name="distinction"):
    """A title that the organizer gave."""

    def __init__(self, tell: Teller, evaluation: Evaluation, index: int, item: Distinction):
        self._tell = tell
        self._evaluation = evaluation
        self._index = index
        self._item = item

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        places = (self._evaluation.place("distinctions", self._index),)
        source = self._evaluation.source(self._item.source)
        return (self._tell.text_fact("distinction", self._item.title, places, source),)

    @cached_property
    def region_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._region),)

    @property
    def _region(self) -> Region:
        return self._tell.facts.dataset.regions[self._item.region]

    @term(Kind.TITLE)
    def title(self) -> str:
        return self._item.title

    @term(Kind.REGION, "titled", behind="region_facts")
    def region(self) -> str:
        return self._tell.names.short(self._region)


class AbsenceTerms(Terms, name="absence"):
    """That the region did not take part or was not assessed, now or before, and whose word it is."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._mine = tell.mine
        self._years = sorted(tell.mine.absent_before)

    @cached_property
    def _source(self) -> Source | None:
        evaluation, id_ = self._tell.evaluation, self._mine.region.id
        for listed in (evaluation.absent, evaluation.not_assessed):
            if id_ in listed:
                return self._tell.source(listed[id_].source)
        return None

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        """This edition's word on it."""
        label = self._tell.label("absence", year=self._tell.year)
        sources = (self._source,) if self._source else ()
        places = self._mine.category.places
        return (Evidence(label, self._mine.region.name, places, sources),)

    @cached_property
    def facts_before(self) -> tuple[Evidence, ...]:
        """The word of the earlier editions that list it as absent, newest first."""
        return tuple(
            self._tell.absence_fact(self._tell.earlier(year), self._mine.region)
            for year in self._mine.absent_before
        )

    @cached_property
    def every_fact(self) -> tuple[Evidence, ...]:
        return (*self.facts, *self.facts_before)

    @property
    def _publisher_before(self) -> str:
        found = self.facts_before[0].sources if self.facts_before else ()
        return (found[0].publisher or "") if found else ""

    @property
    def told(self) -> bool:
        """Whether it is known who says so."""
        return bool(self._source and self._source.publisher)

    @property
    def told_before(self) -> bool:
        return bool(self._publisher_before)

    @term(Kind.STATE)
    def state(self) -> str:
        absent = self._mine.participation is Participation.ABSENT
        return self._tell.word("absent" if absent else "not-assessed")

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

    @term(Kind.STATE, "without")
    def without(self) -> str:
        return self._tell.word("without")

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        return (self._source.publisher or "") if self._source else ""

    @term(Kind.INSTITUTION, "says", behind="facts_before")
    def publisher_before(self) -> str:
        return self._tell.government(self._publisher_before)

    @term(Kind.YEAR, "before")
    def years(self) -> Item:
        return self._tell.years(self._mine.group, self._years, self.facts_before)


class StageTerms(Terms, name="stage"):
    """A stage of the questionnaire with a threshold, and the region's score in it."""

    def __init__(
        self,
        tell: Teller,
        stage: Stage,
        facts: tuple[Evidence, ...],
        score: Fact[Decimal] | None = None,
    ) -> None:
        self._tell = tell
        self._stage = stage
        self._score = score
        self._facts = facts

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return self._facts

    @cached_property
    def threshold_facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("threshold")
        return (Evidence(label, f"{self._stage.name}: {self._shown_threshold}"),)

    @property
    def _shown_threshold(self) -> str:
        found = self._stage.threshold
        return words.plain_number(found) if found is not None else ""

    @term(Kind.STATE, "stage")
    def state(self) -> str:
        return self._tell.word("stopped")

    @term(Kind.STAGE)
    def name(self) -> str:
        return self._stage.name

    @term(Kind.SCORE, "stage")
    def score(self) -> str:
        return words.decimal(self._score.known) if self._score else ""

    @term(Kind.SIDE)
    def side(self) -> str:
        return self._tell.word("below")

    @term(Kind.SCORE, "threshold", behind="threshold_facts")
    def threshold(self) -> str:
        return self._shown_threshold


class NoteTerms(Terms, name="note"):
    """What the data say about a figure."""

    def __init__(self, tell: Teller, fact: Fact[object]) -> None:
        self._tell = tell
        self._fact = fact

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        fact = self._fact
        return (self._tell.text_fact("note", fact.note or "", fact.places, fact.source),)

    @term(Kind.TEXT, "note")
    def text(self) -> str:
        """The note; it may introduce the short form of a government."""
        note = self._fact.note or ""
        publisher = self._fact.source.publisher if self._fact.source else None
        if publisher and grammar.government(publisher, first=True) in note:
            self._tell.introduced.add(publisher)
        return note


class ActivityTerms(Terms, name="activity"):
    """A step of the cycle: when, who, what."""

    def __init__(
        self, tell: Teller, item: Activity, places: tuple[Place, ...], source: Source | None
    ) -> None:
        self._tell = tell
        self._item = item
        self._places = places
        self._source = source

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        date = words.show_date(self._item.date)
        sources = (self._source,) if self._source else ()
        return (Evidence(self._tell.label("activity"), date, self._places, sources),)

    @property
    def attributed(self) -> bool:
        return bool(self._item.by)

    @term(Kind.DATE, "happened")
    def date(self) -> str:
        return words.show_date(self._item.date, weekday=True)

    @term(Kind.INSTITUTION, "acts")
    def by(self) -> str:
        return self._item.by or ""

    @term(Kind.TEXT, "activity")
    def title(self) -> str:
        return self._item.title.rstrip(".")


class StatementTerms(Terms, name="statement"):
    """Indirect speech of one person on one day: who, in which office, when, what."""

    def __init__(
        self,
        tell: RegionTeller,
        said: Sequence[tuple[int, Statement]],
        *,
        known: bool = False,
        dated: bool = True,
    ) -> None:
        """``known``: the text has named the office before; ``dated``: the day is told here."""
        self._tell = tell
        self._said = said
        self._first = said[0][1]
        self._known = known
        self._dated = dated

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.statement_fact(index, item) for index, item in self._said)

    @property
    def dated(self) -> bool:
        return self._dated and self._first.date is not None

    @term(Kind.PERSON)
    def who(self) -> str:
        """The person, with the office at first mention."""
        office, speaker = self._first.office, self._first.speaker
        return f"{office} {speaker}" if office and not self._known else speaker

    @term(Kind.PERSON)
    def speaker(self) -> str:
        return self._first.speaker

    @term(Kind.DATE, "said")
    def date(self) -> str:
        found = self._first.date
        return words.show_date(found, weekday=True) if found else ""

    @term(Kind.TEXT, "said")
    def said(self) -> Item:
        """``menyatakan … dan berharap …``: each verb is the source's own."""
        facts = self.facts
        return joined(
            [
                Slot(Kind.TEXT, "said", f"{item.verb} {item.text.rstrip('.')}", facts[n : n + 1])
                for n, (_, item) in enumerate(self._said)
            ]
        )


class ResponseTerms(Terms, name="response"):
    """The right of reply: who, when, what."""

    def __init__(self, tell: RegionTeller, index: int, item: Response) -> None:
        self._tell = tell
        self._index = index
        self._item = item

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        source = self._tell.source(self._item.source)
        places = self._tell.at("responses", self._index)
        sources = (source,) if source else ()
        return (Evidence(self._tell.label("response"), self._item.by, places, sources),)

    @term(Kind.INSTITUTION, "acts")
    def by(self) -> str:
        return self._item.by

    @term(Kind.DATE, "said")
    def date(self) -> str:
        return words.show_date(self._item.date, weekday=True)

    @term(Kind.TEXT, "reply")
    def text(self) -> str:
        return self._item.text


class DecisionTerms(Terms, name="decision"):
    """The decision behind the results of an edition."""

    def __init__(self, tell: Teller, evaluation: Evaluation, item: Decision) -> None:
        self._tell = tell
        self._evaluation = evaluation
        self._item = item

    @cached_property
    def facts(self) -> tuple[Evidence, ...]:
        place = (self._evaluation.place("decision"),)
        return (Evidence(self._tell.label("decision"), self._item.number, place),)

    @property
    def dated(self) -> bool:
        return self._item.date is not None

    @term(Kind.DECISION)
    def number(self) -> str:
        return self._item.number

    @term(Kind.DATE, "decided")
    def date(self) -> str:
        return words.show_date(self._item.date, weekday=True) if self._item.date else ""
