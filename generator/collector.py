"""Python's garbage collector around work whose results all stay: it would look through them again
and again, and a look at an object that two processes share copies it. ``python -m benchmarks.fill``
measures what both save.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARELY = 50_000
"""Objects that a build makes before it looks for what nobody holds any more; Python's own 700 are
less than a page."""


def seldom() -> None:
    """For a process that only builds a site: what is there now stays, and a page leaves little."""
    gc.freeze()
    gc.set_threshold(RARELY, 20, 100)


@contextmanager
def paused() -> Iterator[None]:
    """For reading and computing what stays until the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def shared() -> Iterator[None]:
    """For forking: what is there now is looked at by nobody."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
