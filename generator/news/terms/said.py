"""The terms of what was done and said: notes, activities, statements, replies."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.facts.kept import kept
from generator.facts.model import Category, Fact, Rank
from generator.facts.sources import sources_of
from generator.format import (
    Activity,
    Response,
    Source,
    Statement,
)
from generator.format.problems import Place
from generator.language import SITE_LANGUAGE, language
from generator.news.evidence import Evidence
from generator.news.published import in_words
from generator.news.slots import Item, Kind, Said, Slot, Terms, term
from generator.news.tellers import EvaluationTeller, RegionTeller, Teller

_DATA = language(SITE_LANGUAGE)
"""The language of notes: they are the data's."""


def noted_by(tell: Teller, fact: Fact[Any]) -> tuple[Source, ...]:
    """Whose word a note is: of those that it names, and of those whose value or printed range of a
    category it repeats; else of all who published the figure."""
    note = fact.note or ""
    said = [(fact.value, fact.source), *((other.value, other.source) for other in fact.others)]
    repeated = [
        source
        for value, source in said
        if source
        and isinstance(value, Category | Decimal | Rank | int)
        and in_words(value, _DATA) in note
    ]
    repeated += _printed_by(tell, note)
    named: dict[str, Source] = {}
    of_edition = tell.evaluation.sources.values() if isinstance(tell, EvaluationTeller) else ()
    for source in (*sources_of(fact), *tell.at_hand, *of_edition):
        publisher = source.publisher or ""
        forms = (publisher, _DATA.government(publisher, first=True))
        dated = source.date is not None and _DATA.show_date(source.date) in note
        if publisher and any(form in note for form in forms):
            named[publisher] = source if dated else named.get(publisher, source)
    return tuple(dict.fromkeys((*named.values(), *repeated))) or sources_of(fact)


def _printed_by(tell: Teller, note: str) -> list[Source]:
    """Whose scale it is, where a note repeats what it prints of a category."""
    scale = tell.evaluation.scale if isinstance(tell, EvaluationTeller) else None
    printed = [step.printed for step in scale.categories if step.printed] if scale else []
    if not any(text in note for text in printed) or not isinstance(tell, EvaluationTeller):
        return []
    source = tell.evaluation.source(scale.source if scale else None)
    return [source] if source else []


class NoteTerms(Terms, name="note"):
    """What the data say about a figure."""

    def __init__(self, tell: Teller, fact: Fact[Any]) -> None:
        self._tell = tell
        self._fact = fact

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        note, fact = self._fact.note or "", self._fact
        label, sources = self._tell.label("note"), noted_by(self._tell, fact)
        return (Evidence(label, note, fact.places, sources, quoted=True),)

    @term(Kind.TEXT, "note")
    def text(self) -> str:
        """The note; it may introduce the short form of a government."""
        note = self._fact.note or ""
        publisher = self._fact.source.publisher if self._fact.source else None
        if publisher and _DATA.government(publisher, first=True) in note:
            self._tell.introduced.add(publisher)
        return self._tell.words.taken(note) if self._tell.words.quotes else note


class ActivityTerms(Terms, name="activity"):
    """A step of the cycle: when, who, what."""

    def __init__(
        self, tell: Teller, item: Activity, places: tuple[Place, ...], source: Source | None
    ) -> None:
        self._tell = tell
        self._item = item
        self._places = places
        self._source = source

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        date = self._tell.words.show_date(self._item.date)
        sources = (self._source,) if self._source else ()
        return (Evidence(self._tell.label("activity"), date, self._places, sources),)

    @property
    def attributed(self) -> bool:
        return bool(self._item.by)

    @term(Kind.DATE, "happened")
    def date(self) -> str:
        return self._tell.words.dated(self._item.date)

    @term(Kind.INSTITUTION, "acts")
    def by(self) -> str:
        return self._tell.words.institution(self._item.by or "", inside=True)

    @term(Kind.TEXT, "activity")
    def title(self) -> str:
        words, title = self._tell.words, self._item.title.rstrip(".")
        return words.taken(title) if words.quotes else title


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

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(self._tell.statement_fact(index, item) for index, item in self._said)

    @property
    def dated(self) -> bool:
        return self._dated and self._first.date is not None

    @term(Kind.PERSON)
    def who(self) -> str:
        """The person, with the office at first mention."""
        office, speaker = self._first.office, self._first.speaker
        known = self._known or not office
        return speaker if known else self._tell.words.person(speaker, office or "")

    @term(Kind.PERSON)
    def speaker(self) -> str:
        return self._first.speaker

    @term(Kind.DATE, "said")
    def date(self) -> str:
        found = self._first.date
        return self._tell.words.dated(found) if found else ""

    @term(Kind.TEXT, "said")
    def said(self) -> Item:
        """``menyatakan … dan berharap …``: each verb is the source's own."""
        facts = self.facts
        found = []
        for number, (_, item) in enumerate(self._said):
            lead, text = self._tell.words.reported(item.verb, item.text)
            slot = Slot(Kind.TEXT, "said", text, facts[number : number + 1])
            found.append(Said(f"{lead} {text}" if lead else text, (slot,)))
        return self._tell.joined(found)


class ResponseTerms(Terms, name="response"):
    """The right of reply: who, when, what."""

    def __init__(self, tell: RegionTeller, index: int, item: Response) -> None:
        self._tell = tell
        self._index = index
        self._item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        source = self._tell.source(self._item.source)
        places = self._tell.at("responses", self._index)
        sources = (source,) if source else ()
        return (Evidence(self._tell.label("response"), self._item.by, places, sources),)

    @term(Kind.INSTITUTION, "acts")
    def by(self) -> str:
        return self._tell.words.institution(self._item.by, inside=True)

    @term(Kind.DATE, "said")
    def date(self) -> str:
        return self._tell.words.dated(self._item.date)

    @term(Kind.TEXT, "reply")
    def text(self) -> str:
        words, text = self._tell.words, self._item.text
        return words.quoted(text) if words.quotes else text
