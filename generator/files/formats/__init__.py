"""The formats of tables, one module each, found by listing this folder.

A module has ``NAME``, by which the option ``files`` switches it on, ``ORDER`` among the formats of a
table, ``ENDING`` of its files, ``TITLE`` in words, and ``written(table)``, its bytes.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, Protocol

from generator.files.table import Table


class Writer(Protocol):
    def __call__(self, table: Table) -> bytes: ...


class Format(NamedTuple):
    """A format: its name in the options, what its files end with, what it is called, its writer."""

    name: str
    ending: str
    title: str
    written: Writer


@cache
def _all() -> tuple[Format, ...]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    found = [module for module in modules if hasattr(module, "NAME")]
    found.sort(key=lambda module: module.ORDER)
    return tuple(Format(m.NAME, m.ENDING, m.TITLE, m.written) for m in found)


def formats(names: Collection[str]) -> tuple[Format, ...]:
    """The formats that a site wants, in their order."""
    return tuple(found for found in _all() if found.name in names)
