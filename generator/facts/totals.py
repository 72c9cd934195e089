"""Numbers that an organizer announced across its groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.evaluation.model import Evaluation
from generator.facts.doors import announced
from generator.facts.model import Fact


@dataclass(frozen=True, slots=True)
class TotalFacts:
    """What one organizer announced of a year."""

    organizer: str
    invited: Fact[int]
    took_part: Fact[int]
    categories: dict[str, Fact[int]]

    @property
    def placed(self) -> dict[str, Fact[int]]:
        """How many are in a category, by its name, where it is known."""
        return {name: fact for name, fact in self.categories.items() if fact}

    @property
    def said(self) -> bool:
        """Whether anything was announced, be it that something is not published."""
        return any(
            fact.places for fact in (self.took_part, self.invited, *self.categories.values())
        )


def totals_of(evaluations: Iterable[Evaluation]) -> list[TotalFacts]:
    """The announced totals of a year, each once though several groups share it."""
    found: list[TotalFacts] = []
    for evaluation in evaluations:
        totals = evaluation.settings.totals
        if totals is None:
            continue
        # The source of a group's results says nothing of numbers across the groups.
        usual = "source" not in evaluation.own
        facts = TotalFacts(
            evaluation.organizer,
            announced(evaluation, totals.invited, "totals", "invited", usual=usual),
            announced(evaluation, totals.took_part, "totals", "took_part", usual=usual),
            {
                name: announced(evaluation, figure, "totals", "categories", name, usual=usual)
                for name, figure in totals.categories.items()
            },
        )
        if facts.said and not any(_same(facts, known) for known in found):
            found.append(facts)
    return found


def _same(one: TotalFacts, other: TotalFacts) -> bool:
    """Whether two groups of an organizer name the same totals: those of the year."""
    return one.organizer == other.organizer and _places(one) == _places(other)


def _places(totals: TotalFacts) -> list[object]:
    return [f.places for f in (totals.took_part, totals.invited, *totals.categories.values())]
