"""The files to download, one module each, found by listing this folder.

A module has ``of_site(facts)``, the files that span all years, or ``of_year(facts, year)``, those of
a year by itself, or both; each gives ``Download``: path, what it holds in words, content. A module
with neither is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator.facts import Facts
from generator.files.table import Download

__all__ = ["Download", "downloads"]


def downloads(facts: Facts) -> Iterator[Download]:
    """Every file of a site, in the order in which they are listed: those of a year by their path."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    for module in modules:
        if hasattr(module, "of_site"):
            yield from module.of_site(facts)
    yearly = [module.of_year for module in modules if hasattr(module, "of_year")]
    for year in facts.dataset.years:
        files: list[Download] = [file for of_year in yearly for file in of_year(facts, year)]
        yield from sorted(files, key=lambda file: file.path)
