"""The places of a long list, such as the 84,000 villages of regions.yml, in little room.

A place by its path takes some 200 bytes, and each item has a dozen. Here an item is one row of
numbers; which path each number belongs to, thousands of items have in common.
"""

from __future__ import annotations

from array import array

Path_ = tuple[str | int, ...]
Place_ = tuple[int, int]
"""Line and column, from 1."""


class Folded(dict[Path_, Place_]):
    """Places by path, those of items of the top-level lists folded once an item is read."""

    def __init__(self) -> None:
        super().__init__()
        self._lists: dict[str, list[array[int]]] = {}
        """By the name of a list, an item's row: the number of its shape, then line and column of
        each of its places."""
        self._shapes: list[dict[Path_, int]] = []
        """Which place of a row is that of a path below its item."""
        self._numbers: dict[tuple[Path_, ...], int] = {}
        self.count = 0
        """How many places there are, folded or not."""

    def fold(self, name: str, after: int) -> None:
        """Fold all that was added since there were ``after`` of them: the next item of a list."""
        added = [self.popitem() for _ in range(len(self) - after)][::-1]
        paths = tuple(path[2:] for path, _ in added)
        if paths not in self._numbers:
            self._numbers[paths] = len(self._shapes)
            self._shapes.append({path: at for at, path in enumerate(paths)})
        numbers = (number for _, place in added for number in place)
        row = array("I", (self._numbers[paths], *numbers))
        self._lists.setdefault(name, []).append(row)
        self.count += len(added)

    def has(self, name: str) -> bool:
        """Whether the last part of the path of any folded place has this name."""
        return any(path and path[-1] == name for shape in self._shapes for path in shape)

    def __contains__(self, path: object) -> bool:
        return super().__contains__(path) or self._folded(path) is not None

    def __missing__(self, path: Path_) -> Place_:
        found = self._folded(path)
        if found is None:
            raise KeyError(path)
        return found

    def _folded(self, path: object) -> Place_ | None:
        if not isinstance(path, tuple) or len(path) < 2 or not isinstance(path[1], int):
            return None
        rows = self._lists.get(path[0], [])
        if not 0 <= path[1] < len(rows):
            return None
        row = rows[path[1]]
        at = self._shapes[row[0]].get(path[2:])
        return None if at is None else (row[2 * at + 1], row[2 * at + 2])
