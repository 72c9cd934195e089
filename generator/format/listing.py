"""Documents of long lists: the places of each item are folded once it was read."""

from __future__ import annotations

from generator.format.document import Builder, Value
from generator.format.folded import Folded, Path_
from generator.format.problems import Problems


class ListBuilder(Builder):
    """For a file that is one long list or several: what is known of each item takes little room."""

    values: Folded
    keys: Folded

    def __init__(self, file: str, problems: Problems, text: bytes, most: int) -> None:
        super().__init__(file, problems, text, most)
        self.values, self.keys = Folded(), Folded()
        self.before = 0, 0

    def sequence(self, path: Path_) -> list[Value]:
        if len(path) == 1:
            self.before = len(self.values), len(self.keys)
        return super().sequence(path)

    def built(self, path: Path_) -> None:
        if len(path) == 1:
            for places, before in zip((self.values, self.keys), self.before, strict=True):
                places.fold(str(path[0]), before)

    def counted(self) -> int:
        return len(self.values) + self.values.count
