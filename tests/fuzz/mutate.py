"""Right data made wrong at random: bytes, lines, values, structure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from fuzz.fields import KEY, Path, leaves, put
from fuzz.hostile import ATTACK, OPENERS, UNSEEN, Files

Written = dict[str, bytes]
"""The files of a site by their names, as they are written."""

TOKENS = (
    *(
        "- ",
        ": ",
        "? ",
        "&a ",
        "*a",
        "<<: *a",
        "!!python/object:x ",
        "!x ",
        "|\n",
        ">-\n",
        "%YAML 9\n",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "#",
        "---\n",
        "...\n",
        "\t",
        "\r",
        "\n",
        "\ufeff",
        "\u00a0",
    ),
    *("~", "null", "=", "0x10", ".inf", "1e9", "-0", "999999999", "1.000000001", "2025-02-30"),
)
VALUES: tuple[Any, ...] = (
    *("", " ", "0", "-1", "1", "100", "100.005", "999999999", "0.000000001", "4", "true", "false"),
    *(
        "ya",
        "tidak",
        "tidak-berlaku",
        "1990",
        "2100",
        "2024",
        "2024-02-29",
        "2024-13",
        "nul",
        "kip",
    ),
    *(
        "naik",
        "tertinggi",
        "semua",
        "Informatif",
        "a" * 5000,
        "kata " * 3000,
        "x-" * 39 + "x",
        "ß" * 90,
    ),
    *(ATTACK, *OPENERS, *UNSEEN, "١٢٣", "Ⅷ", "²", "🇮🇩", "e\u0301" * 50, "\u0130", "ﬁ"),
    *([], {}, [[]], [{}], {"": ""}, {"value": "1"}, {"not_published": "true"}, [[[[[[]]]]]]),
)


def written(files: Files) -> Written:
    """Plain values as bytes, one key a line where there is a choice."""
    return {name: json.dumps(data, indent=0).encode() for name, data in files.items()}


def mutated(chance: Random, files: Files) -> Written:
    """The site with some changes of one or several sorts."""
    files = dict(files)
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        name = chance.choice(sorted(files))
        files[name] = _changed(chance, name, files[name], files)
    return damaged(chance, written(files), chance.choice((0, 0, 1, 1, 3)))


def damaged(chance: Random, files: Written, times: int) -> Written:
    """The files with some bytes changed, now and then with one in the wrong place."""
    found = dict(files)
    for _ in range(times):
        name = chance.choice(sorted(found))
        found[name] = _bytes(chance, found[name])
    if chance.random() < 0.1:
        _files(chance, found)
    return found


def _changed(chance: Random, name: str, data: Any, files: Files) -> Any:
    """One value changed: for another of its field, for any, moved, doubled, left out."""
    below = name.removeprefix("results/")
    found = list(leaves(below, data)) if isinstance(data, dict) else []
    roll = chance.random()
    if found and roll < 0.35:
        leaf = chance.choice(found)
        return put(data, leaf.path, _like(chance, leaf.kind, leaf.value, files))
    paths = list(paths_of(data))
    if not paths:
        return chance.choice(VALUES)
    path = chance.choice(paths)
    if roll < 0.6:
        return put(data, path, chance.choice(VALUES))
    if roll < 0.75:
        return without(data, path)
    other = _at(data, chance.choice(paths))
    if roll < 0.9:
        return put(data, path, other)
    parent = _at(data, path[:-1])
    if isinstance(parent, list):
        return put(data, path[:-1], [*parent, *parent]) if path[:-1] else data
    return put(data, (*path, KEY), str(chance.choice(("source", "note", "value", "id", "x"))))


def _like(chance: Random, kind: str, value: str, files: Files) -> str:
    """Another value of the same kind, from anywhere in the site."""
    same = [
        leaf.value
        for name, data in files.items()
        if isinstance(data, dict)
        for leaf in leaves(name.removeprefix("results/"), data)
        if leaf.kind == kind
    ]
    return chance.choice(same) if same else value


def paths_of(data: Any, above: Path = ()) -> Iterator[Path]:
    """The paths of all values below a value."""
    inner = data.items() if isinstance(data, dict) else ()
    for key, item in enumerate(data) if isinstance(data, list) else inner:
        yield (*above, key)
        yield from paths_of(item, (*above, key))


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def without(data: Any, path: Path) -> Any:
    """The data without the value at a path."""
    parent = _at(data, path[:-1])
    kept: Any
    if isinstance(parent, list):
        kept = [item for at, item in enumerate(parent) if at != path[-1]]
    else:
        kept = {key: item for key, item in parent.items() if key != path[-1]}
    return put(data, path[:-1], kept)


def _bytes(chance: Random, text: bytes) -> bytes:
    """Bytes or tokens put in, taken out, exchanged, repeated."""
    at = chance.randint(0, len(text))
    end = min(len(text), at + chance.choice((0, 1, 1, 3, 20, 200)))
    roll = chance.random()
    if roll < 0.2:
        return (
            text[:at]
            + bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
            + text[end:]
        )
    if roll < 0.6:
        return text[:at] + chance.choice(TOKENS).encode() + text[end:]
    if roll < 0.75:
        return text[:at] + text[end:]
    if roll < 0.85:
        return text[:at] + text[at:end] * chance.choice((2, 50)) + text[end:]
    if roll < 0.9:
        return text[:at] + chance.choice((b"[", b"{a: ", b"- ", b"*a ", b"'")) * 3000 + text[end:]
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines) if chance.random() < 0.3 else text[:at]


def _files(chance: Random, found: Written) -> None:
    """A file left out, renamed, or beside the others."""
    name = chance.choice(sorted(found))
    folder = chance.choice(("results", "results/2024", "results/measures", "results/instruments"))
    other = f"{folder}/{chance.choice(('edition.yml', 'alfa.yml', 'nul.yml', 'kip.yml', 'x.yaml', '٢٠٢٤'))}"
    content = found.pop(name) if chance.random() < 0.6 else found[name]
    if chance.random() < 0.7 and not any(at.startswith(f"{other}/") for at in found):
        found[other] = content
