"""The positions of slots against the sentences: `python positions.py`, with `--update` to mend.

What the sentences of a language need and `positions.<language>.yml` has not, and what it has and no
sentence needs, each a line, with the sentence. Read them before you commit: the table is there to refuse
a slot in the wrong place, and `--update` allows whatever the sentences do.
"""

from __future__ import annotations

import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.language import languages
from generator.news.phrases import Phrases, read_phrases, sentences_file
from generator.news.positions import Context, Table, beside, near, positions_file, read_table
from generator.news.templates import Wrong

SIDES = ("on the left", "on the right")
WIDTH = 110
"""Signs of a line of the table."""


class Slot(NamedTuple):
    """A slot as the table names it: ``<kind:role>``, and one of its sides, 0 or 1."""

    name: str
    side: int

    def __str__(self) -> str:
        return f"{self.name} {SIDES[self.side]}"


Places = Mapping[Slot, Mapping[Context, str]]
"""What stands beside each slot, with a sentence in which it does."""


@dataclass(frozen=True, slots=True)
class Change:
    """A phrase that the table lacks, or one that no sentence needs (``rule`` is "" then)."""

    slot: Slot
    phrase: Context
    rule: str

    def __str__(self) -> str:
        told = f"{self.slot}: {' '.join(self.phrase)}"
        return f"+ {told} ({self.rule})" if self.rule else f"- {told}"


def places_of(phrases: Phrases) -> Places:
    """What stands beside each slot in all sentences of a language; SystemExit if one is no template."""
    found: dict[Slot, dict[Context, str]] = defaultdict(dict)
    for rule, texts in phrases.sources.items():
        for text in texts:
            try:
                around = list(beside(text))
            except (KeyError, Wrong) as error:
                raise SystemExit(f"{phrases.place(rule)}: {rule}: there is no {error}") from error
            for name, side, contexts in around:
                for context in contexts:
                    found[Slot(name, side)].setdefault(context, rule)
    return found


def changes(places: Places, table: Table) -> list[Change]:
    """What has to change in a table so that it allows what the sentences do, and no more."""
    owners = _owners(places)
    listed = {
        Slot(name, side): phrases
        for side, allowed in enumerate((table.left, table.right))
        for name, phrases in allowed.items()
    }
    found = []
    for slot in sorted({*places, *listed}):
        allowed = listed.get(slot, frozenset())
        if allowed is None:
            continue
        there = places.get(slot, {})
        lacking = {
            context: rule
            for context, rule in there.items()
            if allowed.isdisjoint(near(context, slot.side))
        }
        new = {_shortest(context, slot, owners): rule for context, rule in sorted(lacking.items())}
        found += [Change(slot, phrase, rule) for phrase, rule in sorted(new.items())]
        needed = {phrase for context in there for phrase in near(context, slot.side)}
        found += [Change(slot, phrase, "") for phrase in sorted(allowed - needed)]
    return found


def _owners(places: Places) -> Mapping[tuple[int, Context], set[str]]:
    """Which slots have a phrase beside them, by side and phrase."""
    found: dict[tuple[int, Context], set[str]] = defaultdict(set)
    for slot, contexts in places.items():
        for context in contexts:
            for phrase in near(context, slot.side):
                found[slot.side, phrase].add(slot.name)
    return found


def _shortest(
    context: Context, slot: Slot, owners: Mapping[tuple[int, Context], set[str]]
) -> Context:
    """The shortest phrase that stands beside no other slot; all that is near if there is none."""
    tried = list(near(context, slot.side))
    return next((one for one in tried if owners[slot.side, one] == {slot.name}), tried[-1])


def mended(text: str, wanted: Sequence[Change]) -> str:
    """The text of a table with the changes in it; what does not change stays as it is."""
    lines = text.splitlines()
    roles = _roles(text)
    first = min((span.start for role in roles.values() for span in role.values()), default=0)
    by_slot: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in wanted:
        kind, _, role = change.slot.name.strip("<>").partition(":")
        by_slot[kind, role].append(change)
    edits: list[tuple[int, int, list[str]]] = []
    for (kind, role), those in sorted(by_slot.items()):
        here = roles.get(kind, {})
        span = here.get(role)
        sides = [set[str](), set[str]()] if span is None else [_choices(one) for one in span.sides]
        for change in those:
            phrase = " ".join(change.phrase)
            side = sides[change.slot.side]
            (side.add if change.rule else side.discard)(phrase)
        written = _written(role, sides) if all(sides) else []
        if span is not None:
            edits.append((span.start, span.end, written))
        elif here:
            after = [one.end for name, one in sorted(here.items()) if name < role]
            at = after[-1] if after else min(one.start for one in here.values())
            edits.append((at, at, written))
        else:
            edits.append((first - 1, first - 1, [f"  {kind}:", *written]))
    for start, end, written in sorted(edits, reverse=True):
        lines[start:end] = written
    return "\n".join(lines) + "\n"


class Span(NamedTuple):
    """The lines of a role in a table, and its two texts."""

    start: int
    end: int
    sides: tuple[str, ...]


def _roles(text: str) -> dict[str, dict[str, Span]]:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    positions = next(value for key, value in root.value if key.value == "positions")
    return {
        kind.value: {
            role.value: Span(
                role.start_mark.line,
                phrases.end_mark.line + 1,
                tuple(one.value for one in phrases.value),
            )
            for role, phrases in roles.value
        }
        for kind, roles in positions.value
    }


def _choices(side: str) -> set[str]:
    return set(side.split(" | ")) - {""}


def _written(role: str, sides: Sequence[set[str]]) -> list[str]:
    left, right = (" | ".join(sorted(side)) for side in sides)
    return textwrap.wrap(
        f'{role}: ["{left}", "{right}"]',
        WIDTH,
        initial_indent="    ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def compared(language: str) -> list[Change]:
    """What has to change in the table of a language."""
    return changes(places_of(read_phrases(language)), read_table(language))


def _update(path: Path, wanted: Sequence[Change]) -> None:
    path.write_bytes(mended(path.read_text("utf-8"), wanted).encode())


def problems(*, update: bool = False) -> Iterator[str]:
    """What differs, a line each; with ``update`` the tables are mended."""
    for language in languages():
        if not sentences_file(language).is_file():
            continue
        wanted = compared(language)
        path = positions_file(language)
        yield from (f"{path.name}: {change}" for change in wanted)
        if update and wanted:
            _update(path, wanted)


def main(arguments: list[str]) -> int:
    """Tell what differs; 0 if nothing does or it has been mended."""
    if arguments not in ([], ["--update"]):
        print("python positions.py [--update]", file=sys.stderr)
        return 2
    update = bool(arguments)
    found = list(problems(update=update))
    print("\n".join(found) if found else "Every slot stands where its table says.")
    return 1 if found and not update else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
