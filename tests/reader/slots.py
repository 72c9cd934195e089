"""What may fill a gap: a kind of value, a word of the data, or a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.language import Language
from reader.naive import Site
from reader.patterns import Line, Reads
from reader.vocabulary import vocabulary


class Slots(Mapping[str, Reads]):
    """The reader of each role in a language, for the words of a site.

    ``kinds`` are those of the roles: a kind of the language, of the vocabulary, ``series:kind``,
    ``alternatives:kind`` or ``series:&part`` for a list of pieces.
    """

    def __init__(self, site: Site, language: Language, kinds: Mapping[str, str]) -> None:
        self._language = language
        self._kinds = kinds
        self._words = vocabulary(site, language)
        self._made: dict[str, Reads] = {}

    def __getitem__(self, role: str) -> Reads:
        kind = self._kinds[role]
        if kind not in self._made:
            self._made[kind] = _remembered(kind, self._reader(kind))
        return self._made[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def _reader(self, kind: str) -> Reads:
        list_, _, of = kind.partition(":")
        if kind == "series:year":
            years = _series(self._item("years"), self._language.two, self._language.three)
            return _together(years)
        if list_ == "series":
            return _series(self._item(of), self._language.two, self._language.three)
        if list_ == "alternatives":
            return _series(self._item(of), self._language.alternatives, self._language.alternatives)
        return self._item(kind)

    def _item(self, kind: str) -> Reads:
        if kind.startswith("&"):
            node = self._language.part(kind[1:])

            def piece(line: Line, start: int) -> Iterator[tuple[int, Any]]:
                for end, said in node.match(line, start, self):
                    yield end, dict(said)

            return piece
        if kind == "value":
            numbers = _either(self._language.kinds["value"], self._words["category"])
            return _either(self._words["quoted value"], numbers)
        return self._language.kinds.get(kind) or self._words[kind]


def _remembered(kind: str, reads: Reads) -> Reads:
    def remembered(line: Line, start: int) -> Iterator[tuple[int, Any]]:
        key = (kind, start)
        if key not in line.memory:
            line.memory[key] = list(reads(line, start))
        return iter(line.memory[key])

    return remembered


def _together(lists: Reads) -> Reads:
    """The years of a list of years and of ranges of years."""

    def together(line: Line, start: int) -> Iterator[tuple[int, list[Any]]]:
        for end, found in lists(line, start):
            yield end, [year for years in found for year in years]

    return together


def _either(one: Reads, other: Reads) -> Reads:
    """What the one reads; where it reads nothing, what the other does."""

    def either(line: Line, start: int) -> Iterator[tuple[int, Any]]:
        found = list(one(line, start))
        yield from found or other(line, start)

    return either


def _series(item: Reads, two: tuple[str, ...], three: tuple[str, ...]) -> Reads:
    """``A``, ``A dan B``, ``A, B, dan C``: every list that begins at a position."""

    def series(line: Line, start: int) -> Iterator[tuple[int, list[Any]]]:
        for end, first in item(line, start):
            yield end, [first]
            for joint in two:
                if line.folded.startswith(joint, end):
                    for last, second in item(line, end + len(joint)):
                        yield last, [first, second]
            yield from longer(line, end, [first])

    def longer(line: Line, start: int, found: list[Any]) -> Iterator[tuple[int, list[Any]]]:
        for joint in three:
            if len(found) > 1 and line.folded.startswith(joint, start):
                for end, value in item(line, start + len(joint)):
                    yield end, [*found, value]
        if line.folded.startswith(", ", start):
            for end, value in item(line, start + 2):
                yield from longer(line, end, [*found, value])

    return series
