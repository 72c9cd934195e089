"""Which fact leads an article: one readable table, the first match wins."""

from __future__ import annotations

from collections.abc import Callable

from generator.facts.model import Participation, RegionFacts, Why

Condition = Callable[[RegionFacts], bool]


def _changed_by(sign: int) -> Condition:
    def condition(facts: RegionFacts) -> bool:
        return bool(facts.categories) and facts.categories.known.steps * sign > 0

    return condition


def _not_published(facts: RegionFacts) -> bool:
    return facts.category.why is Why.NOT_PUBLISHED and facts.rank.why is Why.NOT_PUBLISHED


ANGLES: tuple[tuple[str, Condition], ...] = (
    ("absent", lambda f: f.participation is Participation.ABSENT),
    ("not_assessed", lambda f: f.participation is Participation.NOT_ASSESSED),
    ("rose", _changed_by(+1)),
    ("fell", _changed_by(-1)),
    ("entered", lambda f: bool(f.category and f.score and (f.on_bound or f.absent_before))),
    ("entered_without_score", lambda f: bool(f.category and f.absent_before)),
    ("stayed", lambda f: bool(f.categories)),
    ("scored", lambda f: bool(f.category and f.score)),
    ("category", lambda f: bool(f.category)),
    ("score", lambda f: bool(f.score)),
    ("rank", lambda f: bool(f.rank)),
    ("not_published", _not_published),
    ("unknown", lambda f: True),
)
"""Name of the angle (a key of `headline` and `lead` in the sentences) and its condition."""

NOTICES = frozenset({"not_published", "unknown"})
"""Angles that say nothing of a result: a short notice, not an article."""


def angle(facts: RegionFacts) -> str:
    """The name of the angle that leads the article of these facts."""
    return next(name for name, condition in ANGLES if condition(facts))
