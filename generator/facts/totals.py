"""Numbers that an organizer announced across its groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dataset import Evaluation
from generator.facts.group import announced
from generator.facts.model import Fact


@dataclass(frozen=True, slots=True)
class TotalFacts:
    """What one organizer announced of a year."""

    organizer: str
    invited: Fact[int]
    took_part: Fact[int]
    placed: dict[str, Fact[int]]
    """How many are in a category, by its name, where it is known."""

    @property
    def figures(self) -> tuple[Fact[int], ...]:
        """Those that exist, in the order in which they are told."""
        return tuple(f for f in (self.took_part, self.invited, *self.placed.values()) if f)


def totals_of(evaluations: Iterable[Evaluation]) -> list[TotalFacts]:
    """The announced totals of a year, each once though several groups share it."""
    found: list[TotalFacts] = []
    for evaluation in evaluations:
        totals = evaluation.settings.totals
        if totals is None:
            continue
        facts = TotalFacts(
            evaluation.organizer,
            announced(evaluation, totals.invited, "totals", "invited"),
            announced(evaluation, totals.took_part, "totals", "took_part"),
            {
                name: announced(evaluation, figure, "totals", "categories", name)
                for name, figure in totals.categories.items()
                if figure.value is not None
            },
        )
        if facts.figures and not any(_same(facts, known) for known in found):
            found.append(facts)
    return found


def _same(one: TotalFacts, other: TotalFacts) -> bool:
    return one.organizer == other.organizer and [f.places for f in one.figures] == [
        f.places for f in other.figures
    ]
