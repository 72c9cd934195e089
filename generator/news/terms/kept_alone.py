"""The terms of a region that alone had its category in the edition before, and has kept it."""

from __future__ import annotations

from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.facts.standing import LEAST
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import RegionTeller


class KeptAloneTerms(Terms, name="kept_alone", role="kept-alone"):
    """That nobody else had the category in the edition before, counted exactly: so nobody else can
    have had it in both. False where that is not so."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._change = tell.mine.categories.value
        self._count = self._sole_then()

    def _sole_then(self) -> CategoryCount | None:
        change, mine = self._change, self._tell.mine
        if change is None or change.steps or change.year != mine.year - 1 or self._tell.contested:
            return None
        if not (mine.category.settled and change.earlier.settled):
            return None
        if change.before.index == change.before.of - 1:
            return None  # to be alone the last is no distinction
        whole = self._tell.facts.evaluation(self._tell.earlier(change.year))
        taking = whole.seen if whole.participants.value is None else whole.participants.value
        if taking < LEAST:
            return None
        found = next((c for c in whole.counts if c.category.name == change.before.name), None)
        count = found.count.value if found else None
        return found if count and count.number == 1 and not count.at_least else None

    def __bool__(self) -> bool:
        return self._count is not None

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        assert self._count is not None and self._change is not None
        name, year = self._count.category.name, self._change.year
        return (self._tell.figure("count", self._count.count, year, category=name),)

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        assert self._change is not None
        return (self._tell.edition_fact(self._tell.earlier(self._change.year)),)

    @term(Kind.SCOPE)
    def sole(self) -> str:
        return self._tell.word("sole")

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._change.year) if self._change else ""
