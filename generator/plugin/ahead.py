"""Pages made by other processes while this one puts the theme around them and writes.

Making a page takes three quarters of a build and needs nothing but the facts, so it is what can be
shared out. Processes are forked: they see the facts without reading anything again. Where the
system cannot fork (Windows), or has one processor, or the site is small, every page is made here,
by the same function.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from generator.pages.page import Page
from generator.plugin.child import leave_with

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Made = tuple[Page, str]
"""A page without its Markdown, and its HTML."""

FEWEST = 200
"""Pages for which a process is worth its start (about 20 ms) and its copy of the memory."""

PIPE_BYTES = 1024 * 1024
"""What a pipe holds, the most that Linux grants by default; else it is four pages."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Ahead:
    """Makes the pages of ``addresses``, in this order, in as many processes as there are processors.

    Process ``k`` of ``n`` makes every ``n``-th page and waits when its pipe is full, some pages
    ahead: memory does not grow with the site.
    """

    def __init__(self, make: Callable[[str], Made], addresses: Sequence[str]) -> None:
        self._make = make
        self.addresses = addresses
        self._next = 0
        self._pipes: list[Connection] = []
        self._processes: list[ForkProcess] = []
        # macOS can fork, but its system libraries may not survive it.
        if sys.platform != "linux" or processors() < 2 or len(addresses) < FEWEST:
            return
        gc.freeze()  # else the collector touches, and so copies, what the processes share
        context = multiprocessing.get_context("fork")
        count = processors()
        for number in range(count):
            reading, writing = context.Pipe(duplex=False)
            _widen(writing)
            process = context.Process(
                target=_work,
                args=(make, addresses[number::count], writing, os.getpid()),
                daemon=True,
            )
            process.start()
            writing.close()
            self._pipes.append(reading)
            self._processes.append(process)

    def page(self, address: str) -> Made:
        """The page of an address. Out of its turn it is made here."""
        if not self._pipes or self.addresses[self._next : self._next + 1] != [address]:
            return self._make(address)
        pipe = self._pipes[self._next % len(self._pipes)]
        self._next += 1
        try:
            found: Made = pipe.recv()
        except (EOFError, OSError):  # the process was ended from outside
            self.close()
            return self._make(address)
        return found

    def close(self) -> None:
        """End the processes."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for pipe in self._pipes:
            pipe.close()
        if self._processes:
            gc.unfreeze()
        self._pipes, self._processes = [], []


def _widen(pipe: Connection) -> None:
    """Room for some forty pages: one that takes long (an edition) lets no other process wait."""
    import fcntl  # not everywhere

    with contextlib.suppress(OSError):  # the system grants less to this user
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def _work(
    make: Callable[[str], Made], addresses: Sequence[str], pipe: Connection, parent: int
) -> None:
    leave_with(parent, pipe.fileno())
    with contextlib.suppress(BrokenPipeError):  # the build was stopped
        for address in addresses:
            pipe.send(_made(make, address))
    pipe.close()


def _made(make: Callable[[str], Made], address: str) -> Made:
    page, html = make(address)
    return replace(page, markdown=""), html
