"""Work that takes long shows how far it is: a bar on a terminal, plain lines elsewhere.

Whoever starts the work opens ``showing(…)``; whoever does it names its phases and counts what it
has done, and need not know whether anybody looks. Nothing is shown where nobody opened anything.
No thread redraws the bar: a build forks.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from generator.format.problems import Message, Translate, message

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SOON = 1.0
"""Seconds that work may take on a terminal without showing itself."""
LONG = 3.0
"""Seconds from which a line elsewhere says how long it took: a busy machine is no news."""
OFTEN = 0.1
"""Seconds between two pictures of a bar."""
SELDOM = 10.0
"""Seconds between two lines where there is no terminal."""

Say = Callable[[str], None]


def _say(line: str) -> None:
    print(line, file=sys.stderr)


class Shown:
    """What is shown of one piece of work, on the usual stream for errors.

    ``verbose``: every phase is told with its seconds, also a short one.
    """

    def __init__(self, translate: Translate, say: Say = _say, *, verbose: bool = False) -> None:
        self._translate = translate
        self._say = say
        self._verbose = verbose
        self._terminal = on_terminal() and not verbose
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._told: Message | None = None
        self._began = self._next = time.monotonic()

    def begin(self, told: Message, *, uncounted: bool) -> None:
        """Begin a phase; of one that counts nothing its name is all that can be shown."""
        self._told, self._began = told, time.monotonic()
        self._next = self._began + (SOON if self._terminal else SELDOM)
        if uncounted and self._terminal:
            self._draw(told.text(self._translate), None, None)

    def advance(self, done: int, of: int) -> None:
        """So much of a phase is done; cheap, for it is called often."""
        now = time.monotonic()
        if now < self._next or self._told is None:
            return
        text = self._told.text(self._translate)
        if self._terminal:
            self._next = now + OFTEN
            self._draw(text, done, of)
            return
        self._next = now + SELDOM
        told = message("{what}: {done} dari {of}", what=text, done=done, of=of)
        self._say(told.text(self._translate))

    def end(self) -> None:
        """End a phase: a bar is wiped away, a line says how long it took."""
        told, took = self._told, time.monotonic() - self._began
        self._told = None
        self._wipe()
        if told is None or self._terminal or (took < LONG and not self._verbose):
            return
        line = message("{what}: {seconds} detik", what=told, seconds=round(took))
        self._say(line.text(self._translate))

    def _draw(self, text: str, done: int | None, of: int | None) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.fields[count]}"),
            )
            # Rich itself heeds NO_COLOR, and consoles of Windows that know no escapes.
            self._bar = Progress(
                *columns, console=Console(stderr=True), auto_refresh=False, transient=True
            )
            self._bar.start()
            self._task = self._bar.add_task("", total=None, count="")
        assert self._task is not None
        count = "" if of is None else f"{done}/{of}"
        self._bar.update(self._task, description=text, completed=done, total=of, count=count)
        self._bar.refresh()

    def _wipe(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


_now: ContextVar[Shown | None] = ContextVar("shown", default=None)


def on_terminal() -> bool:
    """Whether somebody sits at a terminal that can draw one line over another."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def show(shown: Shown) -> None:
    """Show what this process does from here on."""
    _now.set(shown)


@contextmanager
def showing(shown: Shown | None) -> Iterator[None]:
    """What is done within is shown, by nobody where ``shown`` is None."""
    before = _now.set(shown)
    try:
        yield
    finally:
        _now.reset(before)


@contextmanager
def phase(told: Message, *, uncounted: bool = False) -> Iterator[Callable[[int, int], None]]:
    """A phase of the work; what it yields is called with how much is done, and of how much.

    ``uncounted``: nobody knows how much there is to do, such as in another program.
    """
    shown = _now.get()
    if shown is None:
        yield lambda done, of: None
        return
    shown.begin(told, uncounted=uncounted)
    try:
        yield shown.advance
    finally:
        shown.end()


T = TypeVar("T")


def counted(told: Message, items: Collection[T]) -> Iterator[T]:
    """The items one after another, as a phase that is told how many there were."""
    with phase(told) as advance:
        for number, item in enumerate(items):
            advance(number, len(items))
            yield item
