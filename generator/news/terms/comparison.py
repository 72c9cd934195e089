"""That editions do not compare, and what they differ in."""

from __future__ import annotations

from generator.facts.apart import UNNAMED, Apart
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import Teller


class ComparisonTerms(Terms, name="comparison", role="own"):
    """That results are not compared, of which figures, and what the editions differ in."""

    def __init__(self, tell: Teller, facts: tuple[Evidence, ...], other: Apart | None) -> None:
        self._tell = tell
        self._facts = facts
        self._other = other.other if other else UNNAMED

    @property
    def facts(self) -> tuple[Evidence, ...]:
        return self._facts

    @term(Kind.STATE, "compared")
    def withheld(self) -> str:
        return self._tell.word("not-compared")

    @term(Kind.STATE, "compared")
    def apart(self) -> str:
        return self._tell.word("not-comparable")

    @term(Kind.STATE, "reason")
    def reason(self) -> str:
        """What is known to be other."""
        return self._tell.word(_OTHER[self._other])


_OTHER = {
    "scale": "other-scale",
    "instrument": "other-instrument",
    "both": "other-both",
    "requirements": "other-requirements",
    "requirements-and-instrument": "other-requirements-and-instrument",
    UNNAMED: "other-unnamed",
}
