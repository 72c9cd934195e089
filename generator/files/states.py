"""The state of a figure: one word for each, whether it has a value or not."""

from __future__ import annotations

from typing import Any

from generator.facts.model import Fact, Why
from generator.files.column import ABOUT, KNOWN, ZERO


def state_of(fact: Fact[Any]) -> str:
    """The code of a fact's state; of one of which sources give several values that it is unsure."""
    if fact.why is not None:
        return fact.why.value
    if fact.contested:
        return Why.UNSURE.value
    if not fact.exact:
        return ABOUT
    return ZERO if fact.value == 0 else KNOWN
