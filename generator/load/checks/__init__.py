"""What the files of a folder say against each other: one module a subject, found by listing this folder.

A module with ``check(read, problems)`` is a check: it notes every contradiction of its subject. The
order does not matter, since problems are told in the order of file and line. A module without it
helps others.
"""

from __future__ import annotations

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
    which region was meant. ``shared``: the instruments, which all measures share, are looked at too.
    """

    dataset: Dataset
    editions: Mapping[int, tuple[Edition, Document]]
    instruments: Mapping[str, Document]
    years: frozenset[int]
    regions: RegionGuesser
    shared: bool = True


def check_all(read: Read, problems: Problems) -> None:
    """Note what any check of the folder finds."""
    for found in iter_modules(__path__):
        module = import_module(f"{__name__}.{found.name}")
        if hasattr(module, "check"):
            module.check(read, problems)
