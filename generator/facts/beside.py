"""Two bodies of one evaluation beside each other: by how much one is ahead, or why that is not said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.evaluation.model import Evaluation
from generator.evaluation.rounding import places, round_fraction, round_half_up
from generator.facts.model import Fact, Rule
from generator.facts.region import RegionFacts


class Unsaid(StrEnum):
    """Why no difference is said between two figures."""

    UNKNOWN = "unknown"
    CONTESTED = "contested"
    COMPUTED = "computed"
    FINER = "finer"


@dataclass(frozen=True, slots=True)
class Ahead:
    """By how many points one is ahead of another (below 0: behind); None, and why, if not said."""

    points: Decimal | None
    why: Unsaid | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure as it is set beside that of another: ``value``, who has several, whose word it is."""

    value: Decimal
    contested: bool = False
    computed: bool = False


def ahead(one: Beside | None, other: Beside | None) -> Ahead:
    """By how much one figure is ahead of another.

    Never finer than the coarser of the two was printed: of 80.4 and 80.44 nothing is said, for both may
    be the same figure. A figure that the site computed is not set against one that was published.
    The same rule stands in ``theme/assets/rapor/compare.js``; ``tests/cases/compare/`` holds both.
    """
    if one is None or other is None:
        return Ahead(None, Unsaid.UNKNOWN)
    if one.contested or other.contested:
        return Ahead(None, Unsaid.CONTESTED)
    if one.computed != other.computed:
        return Ahead(None, Unsaid.COMPUTED)
    exact = one.value - other.value
    rounded = round_half_up(exact, min(places(one.value), places(other.value)))
    if rounded == 0 and exact != 0:
        return Ahead(None, Unsaid.FINER)
    return Ahead(rounded + 0)


def beside(fact: Fact[Decimal]) -> Beside | None:
    """A score as it is set beside others; None if it is not known."""
    if fact.value is None:
        return None
    return Beside(fact.value, not fact.settled, fact.rule is Rule.BY_INSTRUMENT)


def indicators_of(evaluation: Evaluation, facts: RegionFacts) -> Iterator[tuple[str, str, Beside]]:
    """The indicators of a body whose score is known: id, name, score; in the order of the questionnaire.

    What was published stands; else what the verified answers give, rounded as scores are.
    """
    file = evaluation.results.get(facts.region.id)
    published = facts.indicators
    if evaluation.instrument is None:
        for id_, fact in published.items():
            if (known := beside(fact)) is not None:
                yield id_, id_.replace("-", " ").capitalize(), known
        return
    computed = file.scores.indicators if file is not None and file.scores is not None else {}
    for item in evaluation.instrument.indicators:
        known = beside(published[item.id]) if item.id in published else None
        if known is None and (found := computed.get(item.id)) is not None:
            known = Beside(round_fraction(found, evaluation.decimals), computed=True)
        if known is not None:
            yield item.id, item.name, known
