"""What a column of a file is: its name for programs, its title and its meaning for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.language.catalogue import N_
from generator.language.reasons import REASONS, SHORT_REASONS

Value = str | int | Decimal | None
"""A cell: a text, a number, an exact decimal with the decimals that are shown, or nothing."""


class Type(StrEnum):
    """What the cells of a column hold, by the names of Frictionless' Table Schema."""

    TEXT = "string"
    COUNT = "integer"
    NUMBER = "number"
    YEAR = "year"


WHYS: Mapping[str, str] = {**REASONS, **SHORT_REASONS}
"""Why a figure is missing, in short, by the code that the files give to each reason."""

KNOWN, ZERO, ABOUT, LEAST = "known", "zero", "about", "at-least"
"""States of a figure that has a value; ``about``: its source gives it as about or at least so much."""

STATE: Mapping[str, str] = {
    **WHYS,
    KNOWN: N_("diketahui"),
    ZERO: N_("nol"),
    ABOUT: N_("kira-kira atau sedikitnya"),
    LEAST: N_("sedikitnya"),
}
"""Every state of a figure, never empty: a file says it in words."""

RULES: Mapping[str, str] = {
    "published": N_("dipublikasikan"),
    "by-scale": N_("menurut skala"),
    "by-instrument": N_("menurut bobot instrumen"),
    "ranked": N_("menurut urutan skor"),
    "counted": N_("dihitung dari daftar"),
    "average": N_("dihitung dari semua skor"),
    "difference": N_("selisih"),
}
"""How a figure came about, by the code in the files."""

PARTICIPATION: Mapping[str, str] = {
    "took-part": N_("ikut serta"),
    "absent": WHYS["absent"],
    "not-returned": WHYS["not-returned"],
    "not-assessed": WHYS["not-assessed"],
    "unknown": WHYS["unknown"],
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``title`` and ``about`` are messages, in each language of the catalogues.

    ``words`` are messages for the codes that stand in it: formats for people say those, ``said``
    columns are words in every format. ``state`` names the column that says why a cell is empty.
    """

    name: str
    title: str
    about: str
    type: Type = Type.TEXT
    unit: str = ""
    required: bool = False
    least: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    said: bool = False
    state: str = ""
    of_categories: bool = False
    """Whether it is empty where a measure has no categories."""

    @property
    def numeric(self) -> bool:
        """Whether it is one of numbers to compute with."""
        return self.type in (Type.COUNT, Type.NUMBER)
