"""Where each slot may stand: templates are checked once, when they are loaded.

A template is words between slots. Its words may claim nothing (no digit, no capital, no number
word, no word that only a fact may choose), and each slot stands where its kind and role may
stand: a table for each language (``positions.<language>.yml``) lists what may be directly left and
right of it. So a template in which two slots are exchanged, or a figure is written by hand, is
refused before anything is written with it, whatever command runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.format.once import loaded
from generator.format.problems import Message, Problem, message
from generator.news.phrases import Phrases
from generator.news.templates import Filled, Node, Wrong, conditions, parse
from generator.news.vocabulary import condition_known, kind_of

_WORD = re.compile(r"<[^>]*>|\d+(?:[.,]\d+)*|[\w-]+|[^\w\s]")
_FIGURE = re.compile(r"(?!<)\w*[\dA-Z]")
"""A figure or a name: digits and capitals come from facts alone."""

CLOSE = 4
"""Words and slots beside a slot that a phrase of the table may name."""

START, END, ANY = "^", "$", "any"

Context = tuple[str, ...]
"""Words and slots on one side of a place, in the order of reading."""


class Misplaced(Exception):
    """Templates that might say something untrue: a fault of the product, and nothing is written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.text() for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Table:
    """The positions of a language, and the words that only a fact may choose.

    ``left`` and ``right`` hold, by slot (``<kind:role>``), the phrases that may stand there; None
    for anything. ``file`` is where it stands, for who has to mend it.
    """

    file: str
    left: dict[str, frozenset[Context] | None]
    right: dict[str, frozenset[Context] | None]
    claims: frozenset[Context]
    harmless: tuple[str, ...]


def positions_file(language: str) -> Path:
    """Where the table of a language stands."""
    return Path(__file__).with_name(f"positions.{language}.yml")


def read_table(language: str) -> Table:
    """The table of a language."""
    path = positions_file(language)
    raw = loaded(path)
    left: dict[str, frozenset[Context] | None] = {}
    right: dict[str, frozenset[Context] | None] = {}
    for kind, roles in raw["positions"].items():
        for role, phrases in roles.items():
            slot = f"<{kind}:{role}>"
            left[slot], right[slot] = (_phrases(phrase) for phrase in phrases)
    claims = frozenset(tuple(claim.split()) for claim in (*raw["claims"], *raw["numbers"]))
    return Table(f"generator/news/{path.name}", left, right, claims, tuple(raw["harmless"]))


def _phrases(text: str) -> frozenset[Context] | None:
    return None if text == ANY else frozenset(tuple(_WORD.findall(p)) for p in text.split(" | "))


def check(phrases: Phrases) -> None:
    """Check every template of a language; raises Misplaced with all that is wrong."""
    table = read_table(phrases.words.code)
    problems = [
        Problem(phrases.place(name), name, told, remedy)
        for name, texts in phrases.sources.items()
        for text in texts
        for told, remedy in faults(text, table)
    ]
    if problems:
        raise Misplaced(list({problem.text(): problem for problem in problems}.values()))


def faults(source: str, table: Table) -> Iterator[tuple[Message, Message]]:
    """What is wrong with a template, and what would be right."""
    try:
        nodes = parse(source)
    except Wrong as error:
        yield (
            message("“{tag}” tidak dikenal dalam templat kalimat", tag=str(error)),
            message("tulis hanya slot, dan if, elif, else, endif dengan syarat"),
        )
        return
    unknown = [name for name in _filled(nodes) if kind_of(name) is None]
    unknown += [name for name in conditions(nodes) if not condition_known(name)]
    for name in dict.fromkeys(unknown):
        yield (
            message("tidak ada “{name}”", name=name),
            message("pakai slot dan syarat dari generator/news/terms/"),
        )
    if not unknown:
        yield from _claimed(nodes, table)
        yield from _misplaced(nodes, table)


def _filled(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Filled):
            yield node.name
        elif not isinstance(node, str):
            for way in node.ways:
                yield from _filled(way)


def _claimed(nodes: Sequence[Node], table: Table) -> Iterator[tuple[Message, Message]]:
    """Words of a template that say what only a fact may say."""
    for context in dict.fromkeys(_texts(nodes)):
        text = " ".join(context)
        for harmless in table.harmless:
            text = text.replace(harmless, "…")
        words = tuple(text.split())
        found: list[Context] = [(word,) for word in words if _FIGURE.match(word)]
        for size in (1, 2, 3):
            runs = (words[start : start + size] for start in range(len(words) - size + 1))
            found += table.claims.intersection(runs)
        for claim in found:
            yield (
                message("“{word}” menyatakan sesuatu tanpa fakta", word=" ".join(claim)),
                message("isi kata, angka, dan nama seperti itu sebagai slot"),
            )


def _texts(nodes: Sequence[Node]) -> Iterator[Context]:
    """The runs of words of a template, each as it may be read across the ends of branches."""
    for _, lefts in _contexts(nodes, {(START,)}, backwards=False, every=True):
        yield from lefts


def beside(source: str) -> Iterator[tuple[str, int, set[Context]]]:
    """For each slot of a template all that may stand on its left (0) and on its right (1)."""
    yield from _beside(parse(source))


def _beside(nodes: Sequence[Node]) -> Iterator[tuple[str, int, set[Context]]]:
    for slot, contexts in _contexts(nodes, {(START,)}, backwards=False):
        yield slot, 0, contexts
    for slot, contexts in _contexts(nodes, {(END,)}, backwards=True):
        yield slot, 1, contexts


def _misplaced(nodes: Sequence[Node], table: Table) -> Iterator[tuple[Message, Message]]:
    told: set[tuple[str, Context]] = set()
    for slot, side, contexts in _beside(nodes):
        phrases = (table.left, table.right)[side].get(slot, frozenset())
        if phrases is None:
            continue
        for context in sorted(contexts):
            if phrases.isdisjoint(near(context, side)) and (slot, context) not in told:
                told.add((slot, context))
                yield _told(slot, context, bool(side), table)


def near(context: Context, side: int) -> Iterator[Context]:
    """The phrases of a context that the table may name, from the slot on, the shortest first."""
    sizes = range(1, min(len(context), CLOSE) + 1)
    return (context[:size] if side else context[-size:] for size in sizes)


def _told(slot: str, context: Context, backwards: bool, table: Table) -> tuple[Message, Message]:
    """The words beside a slot as the table would name them, and where in it they would stand."""
    values = {"slot": slot, "words": " ".join(context)}
    kind, _, role = slot.strip("<>").partition(":")
    there = {"file": table.file, "kind": kind, "role": role}
    if backwards:
        return (
            message("slot {slot} tidak boleh berdiri sebelum “{words}”", **values),
            message("bila boleh, tambahkan di {file}: {kind}, {role}, di kanan", **there),
        )
    return (
        message("slot {slot} tidak boleh berdiri sesudah “{words}”", **values),
        message("bila boleh, tambahkan di {file}: {kind}, {role}, di kiri", **there),
    )


def _contexts(
    nodes: Sequence[Node], before: set[Context], *, backwards: bool, every: bool = False
) -> Iterator[tuple[str, set[Context]]]:
    """For each slot all that may stand on one side of it, over all branches.

    With ``every`` it is told after each text as well, under the name "".
    """
    found: list[tuple[str, set[Context]]] = []
    after = _walk(nodes, before, found, backwards, every)
    if every:
        found.append(("", after))
    yield from found


def _walk(
    nodes: Sequence[Node],
    sides: set[Context],
    found: list[tuple[str, set[Context]]],
    backwards: bool,
    every: bool,
) -> set[Context]:
    for node in reversed(nodes) if backwards else nodes:
        if isinstance(node, str):
            new = tuple(_WORD.findall(node))
            if every:
                # All its words, and what the last ones before it make with the first.
                found.append(("", {(*side[-2:], *new) for side in sides}))
            sides = {_extended(side, new, backwards) for side in sides}
        elif isinstance(node, Filled):
            slot = slot_of(node.name)
            if not every:
                found.append((slot, sides))
            sides = {_extended(side, (slot,), backwards) for side in sides}
        else:
            ends = set() if node.total else set(sides)
            for way in reversed(node.ways) if backwards else node.ways:
                ends |= _walk(way, sides, found, backwards, every)
            sides = ends
    return sides


def _extended(side: Context, new: Context, backwards: bool) -> Context:
    return (new + side)[:CLOSE] if backwards else (side + new)[-CLOSE:]


def slot_of(name: str) -> str:
    """How the table names what a template fills in: ``<score:own>``."""
    found = kind_of(name)
    if found is None:
        raise KeyError(name)
    kind, role = found
    return f"<{kind.value}:{role or 'plain'}>"
