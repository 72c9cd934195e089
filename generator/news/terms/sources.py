"""The terms of sources themselves: that one is not known, and whose word the bounds of a scale are."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.facts.region import RegionFacts
from generator.format import Source
from generator.news.evidence import Evidence
from generator.news.scales import scale_fact
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import RegionTeller, Teller


class UnsourcedTerms(Terms, name="unsourced", role="unsourced"):
    """Figures of a region in a year (at least one) whose source is not known."""

    def __init__(self, tell: Teller, mine: RegionFacts, names: Sequence[str]) -> None:
        self._tell = tell
        self._mine = mine
        self._names = names

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        year = self._mine.year
        return tuple(
            self._tell.figure(name, getattr(self._mine, name), year) for name in self._names
        )

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.edition(self._mine)),)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._names) == 1

    @term(Kind.FIELD)
    def fields(self) -> Item:
        """``kategori dan skor``."""
        fields = [self._tell.word(name) for name in self._names]
        return self._tell.joined(
            [Slot(Kind.FIELD, "unsourced", field, self.facts) for field in fields]
        )

    @term(Kind.YEAR, behind="year_facts")
    def year(self) -> str:
        return str(self._mine.year)

    @term(Kind.STATE)
    def unknown(self) -> str:
        return self._tell.word("unknown")


class ScaleTerms(Terms, name="scale", role="scale"):
    """Whose word the bounds of the categories are."""

    def __init__(self, tell: RegionTeller, source: Source) -> None:
        self._tell = tell
        self._source = source

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (scale_fact(self._tell, self._source),)

    @property
    def dated(self) -> bool:
        return self._source.date is not None

    @term(Kind.INSTITUTION)
    def publisher(self) -> str:
        words, publisher = self._tell.words, self._source.publisher
        return (
            words.institution(publisher, inside=True)
            if publisher
            else words.quoted(self._source.title)
        )

    @term(Kind.DATE)
    def date(self) -> str:
        return self._tell.words.show_date(self._source.date) if self._source.date else ""


class ScaleThenTerms(ScaleTerms, name="scale_then", role="scale-then"):
    """The same of an edition that is compared, by which its category was computed."""

    def __init__(self, tell: RegionTeller, evaluation: Evaluation, source: Source) -> None:
        super().__init__(tell, source)
        self._evaluation = evaluation

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (scale_fact(self._tell, self._source, self._evaluation),)
