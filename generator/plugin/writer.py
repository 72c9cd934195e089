"""The pages that MkDocs need not know: made, put into the theme and written where they are made.

Several processes share the addresses; each writes its pages straight into the staging folder, and
nothing but how many they were comes back. They are forked once MkDocs has its navigation and its
theme, so they read nothing again, and MkDocs writes its own few pages meanwhile. Where the system
cannot fork (Windows; macOS can, but its libraries may not survive it), has one processor, or the
site is small, this process does the same with the same function.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.collector import shared
from generator.plugin.child import leave_with, stay_with, uninterrupted
from generator.plugin.shell import Shells

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

FEWEST = 200
"""Pages for which a process is worth its start (about 20 ms) and its copy of the memory."""

MOST = 8
"""Processes at most: more only wait for the disk."""


class WriteError(Exception):
    """Pages that could not be written; the message is what a process said of it."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class Target:
    """A folder in which pages are written by their address."""

    folder: Path

    def write(self, address: str, text: str) -> None:
        """Write a page; OSError as the system says."""
        folder = os.path.join(self.folder, address)
        path = os.path.join(folder, "index.html")
        content = text.encode("utf-8", errors="xmlcharrefreplace")
        os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def missing(self, addresses: Sequence[str]) -> int:
        """How many pages are not there."""
        paths = (os.path.join(self.folder, address, "index.html") for address in addresses)
        return sum(not os.path.isfile(path) for path in paths)


class Writer:
    """Writes the pages of ``addresses`` into a folder; begun once, waited for once."""

    def __init__(self, shells: Shells, target: Target, addresses: Sequence[str]) -> None:
        self._shells = shells
        self._target = target
        self._addresses = addresses
        self._processes: list[tuple[ForkProcess, Connection, int]] = []

    def begin(self) -> None:
        """Start the processes; where there are none, the pages are written by ``end``."""
        count = min(processors(), MOST, len(self._addresses) // FEWEST)
        if sys.platform != "linux" or count < 2:
            return
        context = multiprocessing.get_context("fork")
        with shared(), uninterrupted():
            for number in range(count):
                mine = self._addresses[number::count]
                reading, writing = context.Pipe(duplex=False)
                process = context.Process(
                    target=self._work, args=(mine, writing, os.getpid()), daemon=True
                )
                process.start()
                writing.close()
                self._processes.append((process, reading, len(mine)))

    def end(self) -> None:
        """Wait until all pages are written; raises WriteError where one is not."""
        if not self._processes:
            self._write(self._addresses)
        for process, pipe, number in self._processes:
            try:
                written, problem = pipe.recv()
            except (EOFError, OSError):
                written, problem = 0, f"exit {process.exitcode}"
            if problem or written != number:
                self.stop()
                raise WriteError(problem or f"{written} of {number}")
        self.stop()
        missing = self._target.missing(self._addresses)
        if missing:
            raise WriteError(f"{missing} of {len(self._addresses)}")

    def stop(self) -> None:
        """End the processes."""
        for process, pipe, _ in self._processes:
            process.terminate()
            process.join()
            pipe.close()
        self._processes = []

    def _write(self, addresses: Sequence[str], parent: int | None = None) -> None:
        for address in addresses:
            if parent is not None:
                stay_with(parent)
            self._target.write(address, self._shells.page(address))

    def _work(self, addresses: Sequence[str], pipe: Connection, parent: int) -> None:
        leave_with(parent, pipe.fileno())
        said: tuple[int, str] = (len(addresses), "")
        try:
            self._write(addresses, parent)
        except OSError as error:
            said = (0, f"{error.filename}: {error.strerror}")
        except Exception:
            said = (0, traceback.format_exc())
        with contextlib.suppress(BrokenPipeError):  # the build was stopped
            pipe.send(said)
        pipe.close()
