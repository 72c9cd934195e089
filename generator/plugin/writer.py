"""The pages that MkDocs need not know: made, put into the theme and written where they are made.

Several processes share the addresses: each takes the next piece of them, writes its pages straight
into the staging folder, and takes another; nothing but how many pages they were comes back. They
are forked once MkDocs has its navigation and its theme, so they read nothing again. MkDocs writes
its own few pages meanwhile; then its process takes pieces as well. Where the system cannot fork
(Windows; macOS can, but its libraries may not survive it), has one processor, or the site is small,
it takes them all.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import os
import re
import struct
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from generator.collector import shared
from generator.format.problems import Message, Translate, message, said
from generator.lasting.keeper import Keeper, Tally
from generator.plugin.child import leave_with, stay_with, uninterrupted
from generator.plugin.shell import Shells
from generator.progress import phase

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

FEWEST = 200
"""Pages for which a process is worth its start (about 20 ms) and its copy of the memory."""

MOST = 8
"""Processes at most: more only wait for the disk."""

PIECE = 60
"""Pages that a process takes at once: the pages of some regions, which share what they show."""

PIECES = 8000
"""Pieces at most: their beginnings wait in a pipe, which holds 64 KiB."""

NUMBER = struct.Struct("=i")
"""Where a piece begins, as it stands in the pipe."""


class WriteError(Exception):
    """Pages that could not be written; ``why`` is a message, or what the system or Python said."""

    def __init__(self, why: Message | str) -> None:
        super().__init__(why if isinstance(why, str) else why.text())
        self.why = why

    def text(self, translate: Translate) -> str:
        """Why, as far as it is a message in the language of ``translate``."""
        return self.why if isinstance(self.why, str) else self.why.text(translate)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class Target:
    """A folder in which pages are written by their address."""

    folder: Path
    keeper: Keeper = field(default_factory=lambda: Keeper(None, sums=False))
    """Who looks at what is written."""

    def write_file(self, path: str, content: bytes) -> None:
        """Write what is no page; OSError as the system says."""
        file = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        self._put(file, path, [content])

    def write(self, address: str, pieces: Iterable[str]) -> None:
        """Write a page; OSError as the system says."""
        folder = os.path.join(self.folder, address)
        path = os.path.join(folder, "index.html")
        content = (piece.encode("utf-8", errors="xmlcharrefreplace") for piece in pieces)
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        self._put(path, f"{address}index.html", content)

    def _put(self, path: str, name: str, content: Iterable[bytes]) -> None:
        if self.keeper.idle:
            with open(path, "wb") as file:
                file.writelines(content)
        else:
            self.keeper.write(path, name, content)

    def missing(self, addresses: Sequence[str]) -> int:
        """How many pages, or files that are none, are not there."""
        names = ("index.html" if not one or one.endswith("/") else "" for one in addresses)
        pairs = zip(addresses, names, strict=True)
        paths = (os.path.join(self.folder, one, name).rstrip(os.sep) for one, name in pairs)
        return sum(not os.path.isfile(path) for path in paths)


class Writer:
    """Writes the pages of ``addresses`` into a folder; begun once, waited for once.

    ``files`` are files that go with them, by their paths: among the addresses, and no pages.
    """

    def __init__(
        self,
        shells: Shells,
        target: Target,
        addresses: Sequence[str],
        files: Mapping[str, Callable[[], bytes]] | None = None,
    ) -> None:
        self._shells = shells
        self._target = target
        self._files = files or {}
        addresses = [*addresses, *self._files]
        self._addresses = sorted(addresses, key=_together)
        self._piece = max(PIECE, -(-len(addresses) // PIECES))
        self._left: int | None = None
        self._processes: list[tuple[ForkProcess, Connection]] = []

    def begin(self) -> None:
        """Start the other processes, if any."""
        count = min(processors(), MOST, len(self._addresses) // FEWEST) - 1
        if sys.platform != "linux" or count < 1:
            return
        self._shells.share()
        # Ctrl-C passes every hook by: they end before what they write into is removed.
        atexit.register(self.stop)
        self._left, starts = os.pipe()
        for start in range(0, len(self._addresses), self._piece):
            os.write(starts, NUMBER.pack(start))
        os.close(starts)
        context = multiprocessing.get_context("fork")
        with shared(), uninterrupted():
            for _ in range(count):
                reading, writing = context.Pipe(duplex=False)
                process = context.Process(
                    target=self._work, args=(writing, os.getpid()), daemon=True
                )
                process.start()
                writing.close()
                self._processes.append((process, reading))

    def end(self) -> None:
        """Write what is left and wait for the others; raises WriteError where a page is missing."""
        try:
            with shared(), phase(message("Menulis halaman")) as advance:
                written = self._write(advance)
            for process, pipe in self._processes:
                written += self._told(process, pipe)
        finally:
            self.stop()
        missing = len(self._addresses) - written or self._target.missing(self._addresses)
        if missing:
            raise WriteError(
                message(
                    "{missing} dari {count} halaman tidak ada",
                    missing=missing,
                    count=len(self._addresses),
                )
            )

    def stop(self) -> None:
        """End the other processes."""
        atexit.unregister(self.stop)
        for process, pipe in self._processes:
            process.terminate()
            process.join()
            pipe.close()
        self._processes = []
        if self._left is not None:
            os.close(self._left)
            self._left = None

    def _pieces(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The pieces that this process gets, with where they begin; each is got by one process alone."""
        if self._left is None:
            yield 0, self._addresses
            return
        while taken := os.read(self._left, NUMBER.size):
            (start,) = NUMBER.unpack(taken)
            yield start, self._addresses[start : start + self._piece]

    def _write(self, before: Callable[[int, int], None]) -> int:
        """Write pieces as long as there are any; how many pages they were.

        ``before`` each page it is told how many were begun, by whomever, and of how many.
        """
        written = 0
        for start, addresses in self._pieces():
            for place, address in enumerate(addresses, start):
                before(place, len(self._addresses))
                if address in self._files:
                    self._target.write_file(address, self._files[address]())
                else:
                    self._target.write(address, self._shells.pieces(address))
            written += len(addresses)
        return written

    def _work(self, pipe: Connection, parent: int) -> None:
        assert self._left is not None  # it was opened for this process too
        leave_with(parent, pipe.fileno(), self._left)
        keeper = self._target.keeper
        told: tuple[int, Message | str, Tally]
        try:
            told = (self._write(lambda place, of: stay_with(parent)), "", keeper.tally)
        except OSError as error:
            told = (0, said(error), Tally())
        except Exception:
            told = (0, traceback.format_exc(), Tally())
        with contextlib.suppress(BrokenPipeError):  # the build was stopped
            pipe.send(told)
        pipe.close()

    def _told(self, process: ForkProcess, pipe: Connection) -> int:
        """How many pages a process has written; raises WriteError with what stopped it."""
        try:
            written, problem, tally = pipe.recv()
        except (EOFError, OSError) as error:
            process.join()
            told = message("sebuah proses berhenti (exit {code})", code=process.exitcode)
            raise WriteError(told) from error
        if problem:
            raise WriteError(problem)
        self._target.keeper.add(tally)
        return int(written)


_GROUP = re.compile(r"\d{4}/kelompok/[^/]+/")


def _together(address: str) -> tuple[bool, str]:
    """What pages that share what they show have in common: the rankings of a group, which take
    longest, by its address; then the pages of a region by the last part of theirs."""
    group = _GROUP.search(address)
    return group is None, group[0] if group else address.rstrip("/").rpartition("/")[2]
