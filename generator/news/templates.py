"""The templates of sentences as a tree: text, what is filled in, and branches; nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")
_CONDITION = re.compile(
    r"(?:(?:not\s+)?[a-z_]+(?:\.[a-z_]+)?)(?:\s+(?:and|or)\s+(?:not\s+)?[a-z_.]+)*"
)


class Wrong(Exception):
    """A template that is more than text, slots and branches; the message says where."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A place that is filled: ``score.value``, or the bare name of a slot or part."""

    name: str


@dataclass(frozen=True, slots=True)
class Branches:
    """Alternatives, of which at most one is taken; ``total`` if one always is."""

    conditions: tuple[str, ...]
    ways: tuple[tuple[Node, ...], ...]
    total: bool


Node = str | Filled | Branches


@dataclass(slots=True)
class _Open:
    """A block that has not ended yet."""

    conditions: list[str] = field(default_factory=list)
    ways: list[list[Node]] = field(default_factory=lambda: [[]])
    total: bool = False


def parse(source: str) -> tuple[Node, ...]:
    """The nodes of a template; raises Wrong for any other part of Jinja."""
    stack = [_Open()]
    for piece in _TAG.split(source):
        if piece.startswith("{{"):
            stack[-1].ways[-1].append(_filled(piece))
        elif piece.startswith("{%"):
            _tag(piece[2:-2].strip("- \n"), stack)
        elif piece:
            stack[-1].ways[-1].append(piece)
    if len(stack) > 1:
        raise Wrong("{% if %}")
    return tuple(stack[0].ways[0])


def _filled(piece: str) -> Filled:
    name = piece[2:-2].strip("- \n")
    if not _NAME.fullmatch(name):
        raise Wrong(piece)
    return Filled(name)


def _tag(tag: str, stack: list[_Open]) -> None:
    word, _, condition = tag.partition(" ")
    condition = " ".join(condition.split())
    if word in ("if", "elif") and not _CONDITION.fullmatch(condition):
        raise Wrong(tag)
    if word == "if":
        stack.append(_Open([condition]))
        return
    if len(stack) == 1 or word not in ("elif", "else", "endif") or (condition and word != "elif"):
        raise Wrong(tag)
    block = stack[-1]
    if word == "endif":
        stack.pop()
        ways = tuple(tuple(way) for way in block.ways)
        stack[-1].ways[-1].append(Branches(tuple(block.conditions), ways, block.total))
        return
    if block.total:
        raise Wrong(tag)
    block.total = word == "else"
    if word == "elif":
        block.conditions.append(condition)
    block.ways.append([])


def conditions(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Every name that the conditions of a template look at."""
    for node in nodes:
        if isinstance(node, Branches):
            for condition in node.conditions:
                yield from (w for w in condition.split() if w not in ("and", "or", "not"))
            for way in node.ways:
                yield from conditions(way)
