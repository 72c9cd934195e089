"""Numbers in Indonesian letters, by the package ``lokal``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec


def spelled(number: int) -> str:
    """``dua puluh satu``, ``seribu seratus``."""
    return _terbilang()(number)


@cache
def _terbilang() -> Callable[[int], str]:
    """The one function that is used, from its own module.

    All of ``lokal`` takes a fifth of a second to import, as much as a fifth of a small build. So an
    empty package stands in its place for that moment; who imports it afterwards gets the whole one.
    """
    if "lokal" in sys.modules:
        from lokal import terbilang

        return terbilang
    found = find_spec("lokal")
    if found is None:
        raise ModuleNotFoundError("No module named 'lokal'", name="lokal")
    sys.modules["lokal"] = module_from_spec(found)
    try:
        alone: Callable[[int], str] = import_module("lokal.terbilang").terbilang
    finally:
        del sys.modules["lokal"]
    return alone
