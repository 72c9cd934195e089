"""Python's garbage collector around work whose results all stay: it would look through them again
and again, and a look at an object that two processes share copies it. ``python -m benchmarks.fill``
measures what both save.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
