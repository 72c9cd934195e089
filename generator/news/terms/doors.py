"""The terms of the doors of an evaluation: how many were invited, returned, took part, passed."""

from __future__ import annotations

from generator.facts.doors import Door
from generator.facts.kept import kept
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence
from generator.news.published import each
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import EvaluationTeller

_LABELS = {"took-part": "participants"}


def door_fact(tell: EvaluationTeller, door: Door) -> Evidence:
    """How many came through a door, by the name of its label."""
    name = _LABELS.get(door.kind, door.kind)
    sources = sources_of(door.number)
    return tell.figure(name, door.number, tell.year, sources, stage=door.stage)


class DoorTerms(Terms, name="door", role="door"):
    """One door, and how many came through it."""

    def __init__(self, tell: EvaluationTeller, door: Door) -> None:
        self._tell = tell
        self._door = door

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (door_fact(self._tell, self._door),)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return self._door.number.value == 1

    @property
    def invited(self) -> bool:
        """Whether it is the first: who came through it was invited."""
        return self._door.kind == "invited"

    @property
    def staged(self) -> bool:
        return bool(self._door.stage)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._door.number.known)

    @term(Kind.COUNT, "opening-door")
    def opening(self) -> str:
        return self._tell.words.opening_count(self._door.number.known)

    @term(Kind.COUNT)
    def values(self) -> Item:
        """All that was published: ``15 dan 18``."""
        door, tell = self._door, self._tell
        name = _LABELS.get(door.kind, door.kind)
        said = each(tell, name, door.number, tell.year, stage=door.stage)
        return self._tell.joined(
            [Slot(Kind.COUNT, "door", self._tell.words.digits(n), (it,)) for n, it in said.items()]
        )

    @term(Kind.STATE)
    def through(self) -> str:
        return self._tell.word(self._door.kind)

    @term(Kind.STAGE, "door")
    def stage(self) -> str:
        return self._door.stage


class DoorsTerms(Terms, name="doors", role="doors"):
    """The doors before that of the participants, on whose numbers the sources agree."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        doors = tell.whole.doors
        agreed = {d.kind: d for d in doors if d.number and not d.number.contested and not d.stage}
        self._invited = agreed.get("invited")
        self._before = agreed.get("invited") or agreed.get("returned")

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (door_fact(self._tell, self._before),) if self._before else ()

    @property
    def more(self) -> bool:
        """Whether more were asked than took part: *semua* says then out of how many."""
        took_part = self._tell.whole.participants
        before = self._before.number.value if self._before else None
        return before is not None and bool(took_part) and before > took_part.known

    @property
    def by_invitation(self) -> bool:
        """Whether the door before is the first of all."""
        return self._before is not None and self._before.kind == "invited"

    @term(Kind.COUNT)
    def invited(self) -> str:
        return self._tell.words.count(self._invited.number.known) if self._invited else ""

    @term(Kind.STATE, "asked")
    def asked(self) -> str:
        return self._tell.word("invited")

    @term(Kind.COUNT, "asked")
    def before(self) -> str:
        return self._tell.words.count(self._before.number.known) if self._before else ""

    @term(Kind.STATE, "asked")
    def before_through(self) -> str:
        return self._tell.word(self._before.kind) if self._before else ""
