"""All names that a template may use: the terms of facts, and a few slots and parts given by name.

The terms are the classes of ``terms/``, whose modules are found by listing that folder.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from generator.news import terms as folder
from generator.news.slots import Kind, Terms

for _found in iter_modules(folder.__path__):
    import_module(f"{folder.__name__}.{_found.name}")

GIVEN: dict[str, tuple[Kind, str]] = {
    "name": (Kind.REGION, "own"),
    "evaluation": (Kind.PART, "evaluation"),
    "how_many": (Kind.PART, "how-many"),
    "earlier": (Kind.PART, "earlier"),
    "moved": (Kind.PART, "moved"),
    "rank_moved": (Kind.PART, "rank-moved"),
    "rank_told": (Kind.PART, "rank-told"),
    "rank_from": (Kind.PART, "rank-from"),
    "rank_then": (Kind.PART, "rank-then"),
    "score_was": (Kind.PART, "score-was"),
    "gap_told": (Kind.PART, "gap"),
    "series": (Kind.PART, "series"),
    "fall": (Kind.PART, "fall"),
    "wanted": (Kind.PART, "wanted"),
    "named": (Kind.PART, "counts"),
    "counted": (Kind.PART, "counts"),
    "division": (Kind.PART, "counts"),
    "requirements": (Kind.PART, "requirements"),
    "outcomes_told": (Kind.PART, "outcomes"),
    "figures_moved": (Kind.PART, "figures-moved"),
    "stages_told": (Kind.PART, "stages"),
    "changed": (Kind.PART, "changed"),
    "through": (Kind.PART, "through"),
    "ranked_at": (Kind.PART, "ranked"),
    "ranked_among": (Kind.PART, "ranked"),
    "figured": (Kind.PART, "figured"),
    "before": (Kind.PART, "before"),
    "near_told": (Kind.PART, "near"),
    "had": (Kind.PART, "had"),
    "had_in_full": (Kind.PART, "had-in-full"),
}
"""What is given by name and not in the terms of a fact: how the region is called, and parts."""


def kind_of(name: str) -> tuple[Kind, str] | None:
    """Kind and role of what a template fills in under a name; None if there is no such thing."""
    root, _, attribute = name.partition(".")
    if not attribute:
        return GIVEN.get(root)
    terms = Terms.vocabulary.get(root)
    return terms.slot(attribute) if terms else None


def condition_known(name: str) -> bool:
    """Whether a condition may look at a name: terms, what they know of a fact, or a bare word."""
    root, _, attribute = name.partition(".")
    if not attribute:
        return True
    terms = Terms.vocabulary.get(root)
    return terms is not None and hasattr(terms, attribute) and terms.slot(attribute) is None
