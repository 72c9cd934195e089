"""Blanks that only look like a space, and those that are missing after a colon or a comma.

YAML takes both for letters, so that ``score:90.74`` is one word. What its parser says of it, if it
says anything, is about another line.
"""

from __future__ import annotations

import re

import yaml

from generator.format.problems import Message, Place, Problems, message

_ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""What a word processor or a web page has in the place of a space."""

_LINE = re.compile(
    rf"[ \t-]*(?P<before>[{_ODD}])|[ \t]*(?:- +)*[\"']?(?P<key>[\w-]+)[\"']?:(?P<after>[{_ODD}])"
)
_KEY = re.compile(rf"[\s{_ODD}]*(?P<key>[A-Za-z][\w-]*):(?P<after>[{_ODD}]|[^\s/])")
_ITEM = re.compile(r"[ \t]*(?:- +)*")


def has_odd(key: str) -> bool:
    """Whether an unquoted key holds a blank that YAML takes for a letter."""
    return re.search(rf"^[{_ODD}]|:[{_ODD}]", key) is not None


def note_odd(lines: list[str], file: str, problems: Problems) -> bool:
    """Note each line with such a blank before or after its key; whether there is any."""
    found = False
    for number, line in enumerate(lines, 1):
        match = _LINE.match(line)
        if match is None:
            continue
        found = True
        group = "before" if match["before"] else "after"
        problems.add(Place(file, number, match.start(group) + 1), "", *_odd(match[group]))
    return found


def note_odd_anywhere(lines: list[str], file: str, problems: Problems) -> None:
    """Note the first such blank, wherever it stands: in ``{…}`` a key does not begin its line."""
    places = ((n, re.search(f"[{_ODD}]", line)) for n, line in enumerate(lines, 1))
    number, match = next(((n, found) for n, found in places if found), (1, None))
    if match is not None:
        problems.add(Place(file, number, match.start() + 1), "", *_odd(match[0]))
        return
    problems.add(
        Place(file),
        "",
        message("kunci tidak terbaca"),
        message("tulis baris seperti “kunci: nilai”"),
    )


def _odd(character: str) -> tuple[Message, Message]:
    return (
        message(
            "tanda ini tampak seperti spasi, tetapi bukan (U+{code})", code=f"{ord(character):04X}"
        ),
        message("hapus tanda itu, lalu ketik spasi biasa"),
    )


def joined(text: str) -> tuple[Message, Message] | None:
    """What is wrong with an unquoted text that was meant as key and value; None if it was not."""
    match = _KEY.match(text)
    if match is None:
        return None
    if has_odd(match[0]):
        return _odd(match["after"])
    return (
        message("tidak ada spasi sesudah titik dua"),
        message("tulis “{key}: …”, dengan satu spasi sesudah titik dua", key=match["key"]),
    )


def joined_key(text: str) -> str | None:
    """The key of such a text."""
    match = _KEY.match(text)
    return match["key"] if match else None


def note_joined(lines: list[str], file: str, first: int, last: int, problems: Problems) -> bool:
    """Note each of some lines (from 1, the last one included) whose key has no blank after it."""
    found = False
    for number in range(max(first, 1), min(last, len(lines)) + 1):
        line = lines[number - 1]
        start = _ITEM.match(line).end()  # type: ignore[union-attr]  # it matches nothing as well
        told = joined(line[start:])
        if told is not None:
            found = True
            problems.add(Place(file, number, line.index(":", start) + 2), "", *told)
    return found


def is_split(before: yaml.NodeEvent, event: yaml.NodeEvent) -> bool:
    """Whether two items of ``[…]`` are one text: ``Rata-rata 71,38``, but not ``2024,2025``."""
    if not all(isinstance(item, yaml.ScalarEvent) and not item.style for item in (before, event)):
        return False
    end, start = before.end_mark, event.start_mark
    return (
        (start.line, start.column) == (end.line, end.column + 1)
        and before.value[-1:].isdigit()
        and event.value[:1].isdigit()
        and not all(re.fullmatch(r"[0-9.-]+", item.value) for item in (before, event))
    )
