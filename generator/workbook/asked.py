"""What a workbook leaves open: problems that only a change of a cell mends, and questions that an
answer settles; and what was understood, to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.format.mapping import IGNORE
from generator.format.problems import Message, Problems
from generator.workbook.cells import Cell, CellPlace, Sheet
from generator.workbook.regions import key_of
from generator.workbook.values import Unclear

ANSWERS = {"abaikan": IGNORE, "lewati": IGNORE, "klaim": "self", "verifikasi": "verified"}
"""Indonesian words for what an answer may be, and what the format calls it."""


def answer_key(text: str) -> str:
    """What a question is looked up by: capitals and blanks do not count, signs alone do."""
    return key_of(text) or text.strip()


@dataclass(slots=True)
class Asked:
    """A question: what is unclear, where first, in how many cells, and what may be answered."""

    key: str
    wrong: Message
    right: Message
    options: tuple[str, ...]
    place: CellPlace
    cells: int = 1

    @property
    def proposal(self) -> str | None:
        """The answer that is likely enough to be proposed."""
        return self.options[0] if len(self.options) == 1 else None


@dataclass(slots=True)
class Findings:
    """All that is told of a workbook while it is read; ``answers`` settle questions, by their keys."""

    answers: Mapping[str, str]
    problems: Problems = field(default_factory=Problems)
    asked: dict[str, Asked] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    notes: list[Message] = field(default_factory=list)
    kept: dict[str, dict[str, str]] = field(default_factory=dict)
    """What answers settled that holds for the next workbook too, by the key of the mapping."""
    renamed: dict[tuple[str, str], int] = field(default_factory=dict)
    """What cells show and what was made of it, with the number of cells."""

    def answer(self, key: str) -> str | None:
        """What settles a question, if anything does."""
        found = self.answers.get(answer_key(key))
        if found is None:
            return None
        self.used.add(answer_key(key))
        return ANSWERS.get(found.strip().casefold(), found.strip())

    def ask(
        self, sheet: Sheet, cell: Cell, key: str, wrong: Message, right: Message, *options: str
    ) -> None:
        before = self.asked.get(answer_key(key))
        if before is not None:
            before.cells += 1
            return
        self.asked[answer_key(key)] = Asked(key, wrong, right, options, sheet.place(cell))

    def unclear(self, sheet: Sheet, cell: Cell, field_: str, found: Unclear) -> None:
        if found.key is None:
            self.problems.add(sheet.place(cell), field_, found.wrong, found.right)
        else:
            self.ask(sheet, cell, found.key, found.wrong, found.right, *found.options)

    def keep(self, key: str, text: str, said: str) -> None:
        """Remember what an answer settled: ``regions``, ``values`` or ``questions``."""
        self.kept.setdefault(key, {})[text] = said

    def problem(
        self, sheet: Sheet, cell: Cell, field_: str, wrong: Message, right: Message
    ) -> None:
        self.problems.add(sheet.place(cell), field_, wrong, right)

    def made(self, shown: str, said: str) -> None:
        self.renamed[shown, said] = self.renamed.get((shown, said), 0) + 1

    @property
    def clear(self) -> bool:
        return not self.asked and not len(self.problems)
