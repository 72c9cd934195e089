"""The bodies that somebody may have meant, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.finding.entries import CAPITAL, PLACE, Body, Entry
from generator.finding.spelling import (
    Spelt,
    allowed,
    asked_without_kind,
    distance,
    spelt,
    spelt_name,
    without_kind,
    words_of,
)

MOST = 8
"""Answers to one question."""

EXACT, BEGUN, WORD, WITH_PARENT = 0, 10, 20, 25
SLIPPED, PLACE_BEGUN, SLIPPED_BEGUN, SLIPPED_PLACE = 40, 43, 50, 60
"""What it costs that the question is only a part of a text, or has slips: those come on top."""
IN_OLD = 4
"""What it costs that the two are the same in the new spelling alone."""
NONE = 99


class Asked(NamedTuple):
    """A question as it is compared, and whether it names the kind."""

    name: Spelt
    kind: bool

    @classmethod
    def of(cls, text: str) -> Asked:
        """What was asked by a text."""
        words = words_of(text)
        bare = asked_without_kind(words)
        return cls(spelt(words, bare), bare != words)


@dataclass(frozen=True, slots=True)
class Answer:
    """A body by its place in the list, and the text by which it was found; a lower ``cost`` is nearer."""

    of: int
    cost: int
    entry: Entry


def find(question: str, entries: Iterable[Entry], bodies: Sequence[Body]) -> list[Answer]:
    """The bodies that a question may mean, at most ``MOST``; none for one without a letter.

    A text with what the body is part of behind it names both: "tanjung tabalong", "banjar jawa barat".
    """
    asked = Asked.of(question)
    if not asked.name.whole:
        return []
    best: dict[int, tuple[tuple[int, int, bool, int, str], Answer]] = {}
    for entry in entries:
        name = spelt_name(entry.text)
        cost = cost_of(asked, name, entry.role)
        if cost >= SLIPPED:
            cost = min(cost, _with_parent(asked, name.bare, entry, bodies[entry.of]))
        if cost < NONE:
            divided = name.words != asked.name.words  # "Sukatani" before "Suka Tani"
            rank = (cost, entry.role, divided, len(name.bare), name.whole)
            if entry.of not in best or rank < best[entry.of][0]:
                best[entry.of] = rank, Answer(entry.of, cost, entry)
    ranked = sorted(best.values(), key=lambda found: (*found[0], *bodies[found[1].of][:2]))
    return [answer for _rank, answer in ranked[:MOST]]


def cost_of(asked: Asked, name: Spelt, role: int) -> int:
    """How far a text is from what was asked; NONE if it is not meant."""
    mine = asked.name
    if mine.whole == name.whole:
        return EXACT + role
    if mine.bare == name.bare:
        return EXACT + role + (1 if asked.kind else 0)
    if mine.new == name.new:
        return EXACT + role + IN_OLD
    begun = PLACE_BEGUN if role == PLACE else BEGUN + role
    if name.bare.startswith(mine.bare) or name.whole.startswith(mine.whole):
        return begun
    if name.new.startswith(mine.new):
        return begun + IN_OLD
    if role != PLACE and len(mine.bare) > 1:
        rest = name.words[1:]
        if any("".join(rest[at:]).startswith(mine.bare) for at in range(len(rest))):
            return WORD + role
    return _slipped(mine, name, role)


def _slipped(mine: Spelt, name: Spelt, role: int) -> int:
    length = len(mine.new)
    most = allowed(length)
    missing = 2 * (mine.letters & ~name.letters).bit_count()
    lacking = 2 * (name.letters & ~mine.letters).bit_count()
    if not most or missing > most + 2:  # a spelling that only looks old has one letter more
        return NONE
    found = most + 1
    if lacking <= most + 2:
        found = distance(mine.new, name.new, most)
        if mine.bare != mine.new:
            found = min(found, distance(mine.bare, name.bare, most))
    if found <= most:
        return (SLIPPED_PLACE if role == PLACE else SLIPPED) + found
    if role == PLACE or len(name.new) <= length or length < 4:
        return NONE
    found = distance(mine.new, name.new[:length], most)
    return SLIPPED_BEGUN + found if found <= most else NONE


def _with_parent(asked: Asked, key: str, entry: Entry, body: Body) -> int:
    """A text with what the body is part of behind it, or, of a place in it, with the body's name."""
    if not key or not asked.name.bare.startswith(key):
        return NONE
    rest = asked.name.bare[len(key) :]
    for around in (body.parent, body.name if entry.role in (CAPITAL, PLACE) else ""):
        words = words_of(around)
        if any("".join(way).startswith(rest) for way in (words, without_kind(words))):
            return WITH_PARENT
    return NONE


def is_direct(answers: list[Answer]) -> bool:
    """Whether an answer needs no slip forgiven."""
    return any(
        one.cost < SLIPPED or (one.entry.role == PLACE and one.cost < SLIPPED_BEGUN)
        for one in answers
    )
