"""The index in pieces: a look-up reads the first one and one or two others, however many there are.

Texts stand on two shelves, by their beginning and by their end: a slip is in one half of a name, and
the other half still leads to the right piece.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.finding.answers import Answer, find, is_direct
from generator.finding.entries import PLACE, Body, Entry, bodies_of, entries_of
from generator.finding.spelling import asked_without_kind, folded, without_kind, words_of
from generator.format import Region

PIECE, EITHER_WAY = 100, 40
"""Texts of a piece, about two kilobytes when packed, and how many more or fewer it may have: it ends
where the next one begins with the fewest letters, which halves the list of all beginnings."""

AT_HAND = 700
"""Bodies whose names are at hand for every question; of more, names are in pieces too."""

APART = "!"
"""Stands between a name and what the body is part of; comes before all letters."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pieces in the order of the keys of their texts; ``keys`` is where each begins, the first at ""."""

    keys: tuple[str, ...]
    pieces: tuple[tuple[Entry, ...], ...]

    def numbers(self, key: str) -> Iterator[int]:
        """The pieces in which texts with a key, or beginning with it, are to be looked for: at most
        two."""
        at = bisect_right(self.keys, key) - 1
        if at >= 0:
            yield at
            if at + 1 < len(self.keys) and self.keys[at + 1].startswith(key):
                yield at + 1


@dataclass(frozen=True, slots=True)
class Index:
    """What a site is searched by. ``at_hand`` are the texts that every question is compared with."""

    bodies: tuple[Body, ...]
    at_hand: tuple[Entry, ...]
    front: Shelf
    back: Shelf

    def answers(self, question: str) -> list[Answer]:
        """The bodies that a question may mean, from as many pieces as a browser would read."""
        found, read = list(self.at_hand), list[tuple[Shelf, int]]()
        answers = find(question, found, self.bodies) if found else []
        for shelf, key in self._looked_up(question):
            for number in shelf.numbers(key):
                if (shelf, number) not in read:
                    read.append((shelf, number))
                    found += shelf.pieces[number]
            answers = find(question, found, self.bodies)
            if is_direct(answers):
                break
        return answers

    def _looked_up(self, question: str) -> Iterator[tuple[Shelf, str]]:
        """Where to look, one after the other until something is found that has no slip."""
        words = asked_without_kind(words_of(question))
        key = folded("".join(words))
        if not key:
            return
        yield self.front, key
        for at in range(1, len(words)):
            yield self.front, folded("".join(words[:at])) + APART + folded("".join(words[at:]))
        yield self.back, key[::-1]


def index_of(regions: Mapping[str, Region], *, places: bool = True) -> Index:
    """The index of a list of bodies by id, in their order."""
    bodies = bodies_of(regions)
    entries = entries_of(regions.values(), places=places)
    near = len(bodies) <= AT_HAND
    apart = [entry for entry in entries if not near or entry.role == PLACE]
    keys = [_keys(entry, bodies) for entry in apart]
    return Index(
        tuple(bodies),
        tuple(entry for entry in entries if near and entry.role != PLACE),
        _shelf([front for front, _ in keys], apart),
        _shelf([back for _, back in keys], apart),
    )


def _keys(entry: Entry, bodies: Sequence[Body]) -> tuple[str, str]:
    body = bodies[entry.of]
    key = _key(entry.text)
    around = APART + _key(body.name if entry.role == PLACE else body.parent)
    return key + around, key[::-1] + around


def _key(text: str) -> str:
    return folded("".join(without_kind(words_of(text))))


def _shelf(keys: Sequence[str], entries: Sequence[Entry]) -> Shelf:
    order = sorted(range(len(entries)), key=lambda at: (keys[at], at))
    placed = [keys[at] for at in order]
    starts, pieces = [""], []
    start = 0
    while start + PIECE + EITHER_WAY < len(order):
        end = _end(placed, start + PIECE)
        starts.append(_start(placed, end))
        pieces.append(order[start:end])
        start = end
    pieces.append(order[start:])
    return Shelf(
        tuple(starts) if order else (),
        tuple(tuple(entries[at] for at in piece) for piece in pieces if piece),
    )


def _end(keys: Sequence[str], about: int) -> int:
    """The best place for the end of a piece near to one."""
    places = range(about - EITHER_WAY, about + EITHER_WAY + 1)
    return min(places, key=lambda at: (len(_start(keys, at)), abs(at - about)))


def _start(keys: Sequence[str], at: int) -> str:
    """Where a piece begins, of which this key is the first."""
    return _shortest(keys[at - 1], keys[at])


def _shortest(before: str, key: str) -> str:
    """The shortest beginning of a key that comes after the one before it."""
    ends = (key[:length] for length in range(1, len(key)))
    return next((end for end in ends if end > before), key)
