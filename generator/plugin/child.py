"""What a forked process does first, so that it never outlives the build that it works for.

A fork has a copy of all that its parent holds open: the reading ends of the pipes (its own too, so
that writing into it never fails) and the lock on the site folder (so that the next build is
refused). Both go first. A process whose parent is gone then ends before its next page; Linux ends
it at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def leave_with(parent: int, *kept: int) -> None:
    """End when the process ``parent`` ends; close all but the descriptors ``kept`` and 0 to 2."""
    # The parent tells of an interruption, and ends this process.
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    _close_all_but(kept)
    die_with(parent)


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C and SIGTERM back while processes are forked: Python loses one that comes amid a fork."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _ended(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)  # who asks again does not want to wait
    sys.exit(128 + number)


def end_in_order() -> None:
    """Let SIGTERM, by which a host cancels a build, end this process as Ctrl-C does.

    What is to be done at the end is done then: no staging folder stays. A handler of others stays.
    """
    here = threading.current_thread() is threading.main_thread()
    if here and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _ended)


def die_with(parent: int) -> None:
    """Have the system end this process with its parent, where it can (Linux)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    stay_with(parent)  # it may have ended before


def stay_with(parent: int) -> None:
    """End this process if the process that forked it is gone."""
    if os.getppid() != parent:
        os._exit(1)


def _close_all_but(kept: Iterable[int]) -> None:
    try:
        found = [int(name) for name in os.listdir("/proc/self/fd")]
    except OSError:
        found = list(range(3, 1024))
    for number in found:
        if number > 2 and number not in kept:
            with contextlib.suppress(OSError):  # the folder that was just read
                os.close(number)
