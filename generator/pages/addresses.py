"""Where each kind of page stands. What is published once never moves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Address:
    """The pattern of a kind's addresses from the root of the site, such as ``{year}/{region}/``."""

    pattern: str

    def __call__(self, *parts: int | str) -> str:
        """The address of a page, its parts in the order of the pattern."""
        return _blank(self.pattern).format(*parts)

    def below(self, prefix: str) -> Address:
        """The same address below a folder (``ikip/``; "" for none)."""
        return Address(prefix + self.pattern)

    def parts(self, address: str) -> list[int | str]:
        """What an address of this pattern was made from, a year as a number; ValueError if it is
        of another."""
        shape = _PART.sub(lambda part: f"({_SHAPES[part[0]]})", self.pattern)
        found = re.fullmatch(shape, address)
        if found is None:
            raise ValueError(f"{address!r} is no {self.pattern!r}")
        named = zip(_PART.findall(self.pattern), found.groups(), strict=True)
        return [int(part) if name == "{year}" else part for name, part in named]


@cache
def _blank(pattern: str) -> str:
    return _PART.sub("{}", pattern)


_PART = re.compile(r"{\w+}")
_SHAPES = {"{year}": r"\d{4}", "{id}": "[^/]+", "{order}": "[^/]+"}

HOME = Address("")
REGIONS = Address("wilayah/")
REGION = Address("wilayah/{id}/")
EDITION = Address("{year}/")
GROUP = Address("{year}/kelompok/{id}/")
ORDERED = Address("{year}/kelompok/{id}/{order}/")
ARTICLE = Address("{year}/{id}/")
COMPARE = Address("bandingkan/")
COMPARED = Address("bandingkan/{id}/")
GROUP_YEARS = Address("kelompok/{id}/")
SEARCH = Address("cari/")
METHOD = Address("metodologi/")
INSTRUMENT = Address("metodologi/{year}/")
OBSTACLES = Address("{year}/kendala/")
INDICATOR = Address("{year}/indikator/{id}/")
QUESTION = Address("{year}/pertanyaan/{id}/")
CORRECTIONS = Address("koreksi/")
DATA = Address("data/")
DESIGN = Address("tentang/desain/")


class Addresses:
    """The addresses of a site as one of its measures has them.

    Those of editions begin with ``prefix``: "" for the main measure, else its id and a slash.
    """

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.FILE = Address(f"data/{prefix}{{id}}")
        self.HOME, self.REGIONS, self.REGION = HOME, REGIONS, REGION
        self.COMPARE, self.COMPARED, self.GROUP_YEARS = COMPARE, COMPARED, GROUP_YEARS
        self.METHOD, self.CORRECTIONS, self.DATA = METHOD, CORRECTIONS, DATA
        self.SEARCH = SEARCH
        self.EDITION, self.ARTICLE = EDITION.below(prefix), ARTICLE.below(prefix)
        self.GROUP, self.ORDERED = GROUP.below(prefix), ORDERED.below(prefix)
        self.INSTRUMENT, self.OBSTACLES = INSTRUMENT.below(prefix), OBSTACLES.below(prefix)
        self.INDICATOR, self.QUESTION = INDICATOR.below(prefix), QUESTION.below(prefix)
