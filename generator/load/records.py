"""The folder ``<year>/corrections/``: how pages stood before each correction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.evaluation.model import Recorded
from generator.format.document import Document
from generator.format.problems import Problems
from generator.format.record import CorrectionRecord
from generator.format.validation import validate
from generator.load.listing import Listing

FOLDER = "corrections"
RECORDS = (FOLDER,)
"""The folders in that of a year."""


def records_of(
    year: int,
    below: Path,
    listing: Listing,
    read: Callable[[Path], Document | None],
    problems: Problems,
) -> Iterator[Recorded]:
    """The records of a year, in the order of their names; what is wrong with one is noted."""
    folder = below / FOLDER
    if not os.path.isdir(folder):
        return
    for path in listing.files(folder):
        document = read(path)
        record = validate(document, CorrectionRecord, problems) if document else None
        if document is not None and record is not None:
            yield Recorded(year, record, document)
