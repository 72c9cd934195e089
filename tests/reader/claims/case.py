"""What a claim looks at, and the table of all claims.

A claim has a role, the kind of value that fills it, and a check. The check says what the data hold
where that is not what the sentence says, and nothing where the claim is true.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reader.naive import Edition, Site
from reader.patterns import Said

WORDS = "words"
"""The kind of a role that is made of fixed words: its value is whether they are said."""


@dataclass(frozen=True)
class Case:
    """A sentence on a page: an ``article`` and a ``running`` text have a region, the others a group.

    ``edition`` is that of an article or an edition's page. ``before`` is what the sentence before
    says, if it is known.
    """

    site: Site
    kind: str
    said: Said
    edition_: Edition | None = None
    region_: str | None = None
    before: Said = ()

    @property
    def edition(self) -> Edition:
        assert self.edition_ is not None
        return self.edition_

    @property
    def region(self) -> str:
        assert self.region_ is not None
        return self.region_

    def get(self, role: str, default: Any = None) -> Any:
        """What the sentence says in a role; the first, if it says several things."""
        return next((value for name, value in self.said if name == role), default)

    def says(self, role: str) -> bool:
        """Whether fixed words are there."""
        return self.get(role) is True

    def member(self, said: Collection[str]) -> str:
        """The region of the group that a name means; "" if it is none of them."""
        return next((id_ for id_ in said if id_ in self.edition.members), "")

    def members(self, said: Iterable[Collection[str]]) -> list[str]:
        return [self.member(one) for one in said]

    def names(self, ids: Iterable[str]) -> str:
        """Regions as a message shows them."""
        return (
            ", ".join(sorted(self.site.regions[id_]["name"] if id_ else "?" for id_ in ids)) or "–"
        )


Check = Callable[[Case, Any], str | None]


@dataclass(frozen=True)
class Claim:
    role: str
    kind: str
    check: Check


CLAIMS: dict[str, Claim] = {}


def claim(role: str, kind: str = WORDS) -> Callable[[Check], Check]:
    """Register a check under a role."""

    def register(check: Check) -> Check:
        assert role not in CLAIMS, role
        CLAIMS[role] = Claim(role, kind, check)
        return check

    return register


def equals(role: str, kind: str, expected: Callable[[Case], object]) -> None:
    """A claim that is true where the value is exactly the expected one.

    A decimal counts with its decimals: 80.00 is not 80.
    """

    def check(case: Case, value: Any) -> str | None:
        found = expected(case)
        return None if found is not None and shown(value) == shown(found) else f"{shown(found)}"

    claim(role, kind)(check)


def holds(role: str, found: Callable[[Case], bool], otherwise: str) -> None:
    """A claim of fixed words that is true where something holds. Words left out claim nothing."""

    def check(case: Case, value: Any) -> str | None:
        return None if not value or found(case) else otherwise

    claim(role)(check)


def exactly(role: str, found: Callable[[Case], bool], meaning: str) -> None:
    """Fixed words that stand there if, and only if, something holds."""

    def check(case: Case, value: Any) -> str | None:
        return None if value is found(case) else f"{meaning}: {'ya' if found(case) else 'tidak'}"

    claim(role)(check)


def part(role: str, kind: str) -> None:
    """A value inside the items of a list: the claim of the list looks at it."""
    claim(role, kind)(lambda _case, _value: None)


def shown(value: object) -> object:
    """A decimal as text, so that its decimals count; a bound is said without needless ones."""
    return str(value) if isinstance(value, Decimal) else value


def plain(value: Decimal | str | None) -> str | None:
    """A bound as it is said: ``90`` for 90.00, ``89.5`` for 89.50."""
    if value is None:
        return None
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
