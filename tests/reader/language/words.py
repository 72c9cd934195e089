"""Words of a table, read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reader.patterns import Line, Reads


def words(table: Mapping[str, Any], ends: Callable[[Line, int], bool]) -> Reads:
    """Reads any of the words; ``ends`` says whether a word may end at a place."""

    def read(line: Line, start: int) -> Iterator[tuple[int, Any]]:
        for word, value in table.items():
            end = start + len(word)
            if line.folded.startswith(word, start) and ends(line, end):
                yield end, value

    return read
