"""How workbooks are read: the files ``results/import/<name>.yml``, of which nothing is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.format import validate
from generator.format.document import Document
from generator.format.mapping import IMPORTS, Mapping
from generator.format.problems import Problems


def read_mappings(
    root: Path,
    files: Callable[[Path], Iterator[Path]],
    document_of: Callable[[Path], Document | None],
    problems: Problems,
) -> dict[str, Mapping]:
    """The mappings of a results folder by the names of their files; mistakes are noted."""
    folder = root / IMPORTS
    found: dict[str, Mapping] = {}
    for path in files(folder) if os.path.isdir(folder) else ():
        document = document_of(path)
        mapping = validate(document, Mapping, problems) if document else None
        if mapping is not None:
            found[path.stem] = mapping
    return found
