"""What the files of a folder say against each other: one module a subject, found by listing this folder.

A module with ``check(read, problems)`` is a check: it notes every contradiction of its subject. One
with ``compare(evaluation, problems)`` compares the figures of a group with each other, or with what
was announced of all: that comes after all checks, and only where none of these figures was refused,
for what follows from a wrong figure is no mistake of another. Within these two rounds the order does
not matter, since problems are told in the order of file and line. A module without either helps
others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from generator.evaluation.model import Dataset
from generator.format import Edition
from generator.format.document import Document
from generator.format.guess import RegionGuesser
from generator.format.problems import Problems


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a folder: the dataset, and the files that it does not keep.

    ``editions`` are by year, also those of which nothing is shown; ``instruments`` by id.
    ``years`` are those of all folders, also where the edition could not be read; ``regions`` guesses
    which region was meant; ``complete``: no folder was there that could not be listed. ``shared``: the
    instruments, which all measures share, are looked at too.
    """

    dataset: Dataset
    editions: Mapping[int, tuple[Edition, Document]]
    instruments: Mapping[str, Document]
    years: frozenset[int]
    regions: RegionGuesser
    complete: bool = True
    shared: bool = True


_FIGURES = re.compile(r"(?:score|category|rank|indicators|stage_scores|answers)\b")


def check_all(read: Read, problems: Problems) -> None:
    """Note what any check of the folder finds."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    for module in modules:
        if hasattr(module, "check"):
            module.check(read, problems)
    refused = {one.place.file for one in problems if _FIGURES.match(one.field)}
    for evaluation in read.dataset.evaluations.values():
        files = (file.document.file for file in evaluation.results.values())
        if refused and not refused.isdisjoint(files):
            continue
        for module in modules:
            if hasattr(module, "compare"):
                module.compare(evaluation, problems)
