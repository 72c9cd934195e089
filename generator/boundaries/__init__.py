"""Boundaries of regencies, cities and provinces, and which of them border each other.

README.md says where they come from. Only the small table of neighbours is read here, once and when
it is first asked for: a millisecond, against half a second for the boundaries themselves.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
TABLE = FOLDER / "neighbours.json"
TOO_SHORT = FOLDER / "short.json"

WITHOUT_BOUNDARY = frozenset({"21.04", "21.71", "72.11", "81.07", "82.04", "92.08", "96.03"})
"""Regencies and cities that the source does not have: what borders them is not known."""


def neighbours(code: str) -> tuple[str, ...]:
    """The codes of the regions that border one: regencies and cities, or provinces (two digits).

    None for an island, for a code that is unknown, and for those ``WITHOUT_BOUNDARY``.
    """
    return _table().get(code, ())


def perhaps_corners(code: str) -> frozenset[str]:
    """Those of its ``neighbours`` with which a region may have no more than a corner in common: what
    they share is so short that the simplified boundaries do not tell. No sentence rests on it."""
    return _short().get(code, frozenset())


@cache
def _short() -> dict[str, frozenset[str]]:
    listed: list[tuple[str, str]] = json.loads(TOO_SHORT.read_text("utf-8"))
    both = {pair for one, other in listed for pair in ((one, other), (other, one))}
    # Provinces have such a border where no regencies of theirs have a longer one.
    long = {
        (code[:2], other[:2])
        for code, others in _table().items()
        for other in others
        if len(code) > 2 and (code, other) not in both
    }
    wide = {(one[:2], other[:2]) for one, other in both if one[:2] != other[:2]} - long
    found: dict[str, set[str]] = {}
    for one, other in both | wide:
        found.setdefault(one, set()).add(other)
    return {code: frozenset(others) for code, others in found.items()}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    listed: dict[str, list[str]] = json.loads(TABLE.read_text("utf-8"))
    provinces: dict[str, set[str]] = {}
    for code, others in listed.items():
        provinces.setdefault(code[:2], set()).update(other[:2] for other in others)
    table = {code: tuple(others) for code, others in listed.items()}
    return table | {code: tuple(sorted(near - {code})) for code, near in provinces.items()}
