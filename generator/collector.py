"""Python's garbage collector around work whose results all stay: it would look through them again
and again. Measured with 2,000 regions in two years (CPU seconds of a build): without ``paused``
0.5 s more, without ``shared`` 0.4 s more and twice the memory, for a look at an object that two
processes share copies it.
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
