"""Where each kind of page stands. What is published once never moves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """The pattern of a kind's addresses from the root of the site, such as ``{year}/{region}/``."""

    pattern: str
    _regex: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        regex = re.sub(r"{\w+}", lambda part: f"({_SHAPES[part[0]]})", self.pattern)
        object.__setattr__(self, "_regex", re.compile(regex))

    def __call__(self, *parts: int | str) -> str:
        """The address of a page, its parts in the order of the pattern."""
        left = iter(parts)
        return re.sub(r"{\w+}", lambda _: str(next(left)), self.pattern)

    def parts(self, address: str) -> list[int | str]:
        """What an address of this pattern was made from; a year is a number."""
        found = self._regex.fullmatch(address)
        if found is None:
            raise ValueError(f"{address!r} is no {self.pattern!r}")
        return [int(part) if part.isdigit() else part for part in found.groups()]


_SHAPES = {"{year}": r"\d{4}", "{id}": "[^/]+"}

HOME = Address("")
REGIONS = Address("wilayah/")
REGION = Address("wilayah/{id}/")
EDITION = Address("{year}/")
ARTICLE = Address("{year}/{id}/")
METHOD = Address("metodologi/")
INSTRUMENT = Address("metodologi/{year}/")
OBSTACLES = Address("{year}/kendala/")
INDICATOR = Address("{year}/indikator/{id}/")
QUESTION = Address("{year}/pertanyaan/{id}/")
CORRECTIONS = Address("koreksi/")
DATA = Address("data/")
