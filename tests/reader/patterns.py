"""The small language in which the sentences of a language are written down, and how it is matched.

``{role}``          a place that the reader fills: a score, a name, a list; its role says what must hold
``{role:words}``    words that claim something, such as ``{only_fall:hanya}``
``{role?words}``    words that may be missing: the claim is made or not made
``{role!}``         the claim is not made, where other words than those that make it stand in their place
``{&part}``         another piece of the language file, such as the name of the evaluation
``[…]``             may be missing      ``<…|…>``  one of these

Everything outside the braces must stand in the sentence letter by letter and claims nothing: a test
looks through it for figures, directions and superlatives. Matching finds every way to read a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Said = tuple[tuple[str, Any], ...]
"""What a sentence says: (role, value), in the order of the words."""


@dataclass(eq=False)
class Line:
    """A sentence as it is matched: without the difference of small and capital letters.

    ``ends`` are the positions at which a word may end. ``memory`` holds what was read in it.
    """

    text: str
    headline: bool = False
    folded: str = field(init=False)
    ends: list[int] = field(init=False)
    memory: dict[tuple[str, int], list[tuple[int, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lower = self.text.lower()
        self.folded = lower if len(lower) == len(self.text) else self.text
        inside = (i for i in range(1, len(self.text)) if not self.text[i - 1 : i + 1].isalnum())
        self.ends = [*inside, len(self.text)]


Reads = Callable[[Line, int], Iterator[tuple[int, Any]]]
"""Every (end, value) of a kind of value that may begin at a position."""


class Node:
    """A piece of a pattern; ``match`` gives every (end, said) from a position on."""

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        raise NotImplementedError

    def literals(self) -> Iterator[str]:
        """The words that stand outside all braces."""
        return iter(())

    def roles(self) -> Iterator[str]:
        return iter(())

    def openings(self) -> tuple[set[str] | None, bool]:
        """The words with which a text may begin (None: any), and whether it may be empty."""
        return None, False


@dataclass(frozen=True)
class Words(Node):
    """Words as they stand; with a role they claim something, and may be missing if ``optional``."""

    words: str
    role: str = ""
    optional: bool = False

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        if line.folded.startswith(self.words, start):
            said: Said = ((self.role, True),) if self.role else ()
            yield start + len(self.words), said
        if self.optional:
            yield start, ((self.role, False),)

    def literals(self) -> Iterator[str]:
        if not self.role:
            yield self.words

    def roles(self) -> Iterator[str]:
        if self.role:
            yield self.role

    def openings(self) -> tuple[set[str] | None, bool]:
        return ({self.words} if self.words else set()), self.optional or not self.words


@dataclass(frozen=True)
class Denied(Node):
    """No words, which say that a claim is not made."""

    role: str

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        yield start, ((self.role, False),)

    def roles(self) -> Iterator[str]:
        yield self.role

    def openings(self) -> tuple[set[str] | None, bool]:
        return set(), True


@dataclass(frozen=True)
class Gap(Node):
    """A place that is filled by what the reader of its role finds."""

    role: str

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        for end, value in reads[self.role](line, start):
            yield end, ((self.role, value),)

    def roles(self) -> Iterator[str]:
        yield self.role


@dataclass(frozen=True)
class Series(Node):
    """Pieces one after the other."""

    parts: tuple[Node, ...]

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        return self._from(0, line, start, reads)

    def _from(
        self, index: int, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        if index == len(self.parts):
            yield start, ()
            return
        for end, said in self.parts[index].match(line, start, reads):
            for last, more in self._from(index + 1, line, end, reads):
                yield last, said + more

    def literals(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.literals()

    def roles(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.roles()

    def openings(self) -> tuple[set[str] | None, bool]:
        found: set[str] = set()
        for part in self.parts:
            words, empty = part.openings()
            if words is None:
                return None, False
            found |= words
            if not empty:
                return found, False
        return found, True


@dataclass(frozen=True)
class Choice(Node):
    """One of several pieces."""

    options: tuple[Node, ...]

    def match(
        self, line: Line, start: int, reads: Mapping[str, Reads]
    ) -> Iterator[tuple[int, Said]]:
        for option in self.options:
            yield from option.match(line, start, reads)

    def literals(self) -> Iterator[str]:
        for option in self.options:
            yield from option.literals()

    def roles(self) -> Iterator[str]:
        for option in self.options:
            yield from option.roles()

    def openings(self) -> tuple[set[str] | None, bool]:
        found: set[str] = set()
        empties = False
        for option in self.options:
            words, empty = option.openings()
            if words is None:
                return None, False
            found |= words
            empties = empties or empty
        return found, empties


def parse(source: str, parts: Mapping[str, str]) -> Node:
    """A pattern from its text; ``parts`` are the pieces that ``{&part}`` names."""
    node, end = _series(source, 0, "", parts)
    if end != len(source):
        raise ValueError(f"unbalanced at {end}: {source}")
    return node


def _series(source: str, at: int, stops: str, parts: Mapping[str, str]) -> tuple[Node, int]:
    found: list[Node] = []
    words = ""
    while at < len(source) and source[at] not in stops:
        sign = source[at]
        if sign not in "{[<":
            words += sign
            at += 1
            continue
        if words:
            found.append(Words(words))
            words = ""
        if sign == "{":
            end = source.index("}", at)
            found.append(_braces(source[at + 1 : end], parts))
            at = end + 1
        elif sign == "[":
            inner, at = _options(source, at + 1, "]", parts)
            found.append(Choice((inner, Series(()))))
        else:
            inner, at = _options(source, at + 1, ">", parts)
            found.append(inner)
    if words:
        found.append(Words(words))
    return Series(tuple(found)), at


def _options(source: str, at: int, close: str, parts: Mapping[str, str]) -> tuple[Node, int]:
    options: list[Node] = []
    while True:
        option, at = _series(source, at, f"|{close}", parts)
        options.append(option)
        if at >= len(source):
            raise ValueError(f"“{close}” is missing: {source}")
        at += 1
        if source[at - 1] == close:
            return Choice(tuple(options)), at


def _braces(inside: str, parts: Mapping[str, str]) -> Node:
    if inside.startswith("&"):
        return parse(parts[inside[1:]], parts)
    if inside.endswith("!"):
        return Denied(inside[:-1])
    for sign in ":?":
        role, found, words = inside.partition(sign)
        if found and role.replace("_", "").isalnum():
            return Words(words, role, optional=sign == "?")
    return Gap(inside)


@dataclass(frozen=True)
class Pattern:
    """A sentence of a language, by the name of the rule that writes it."""

    name: str
    source: str
    node: Node
    opens: tuple[str, ...] | None
    """With which words the sentence begins, if it begins with any: most patterns need no closer look."""

    def read(self, line: Line, reads: Mapping[str, Reads]) -> Iterator[Said]:
        """Every way in which the pattern reads the whole line."""
        if self.opens is not None and not line.folded.startswith(self.opens):
            return
        for end, said in self.node.match(line, 0, reads):
            if end == len(line.text):
                yield said


def patterns(listed: Mapping[str, Sequence[str]], parts: Mapping[str, str]) -> list[Pattern]:
    return [
        _pattern(name, source, parse(source, parts))
        for name, sources in listed.items()
        for source in sources
    ]


def _pattern(name: str, source: str, node: Node) -> Pattern:
    words, _ = node.openings()
    return Pattern(name, source, node, None if words is None else tuple(words))
