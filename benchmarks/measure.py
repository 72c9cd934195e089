"""One command with all its processes: time and peak memory, by the system's own accounting."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """Wall, user and system seconds, and the peak memory in MiB; or why there are none.

    Memory is that of all processes of the command together, each shared page counted once (the sum
    of their proportional set sizes, looked at ten times a second), where Linux tells it; elsewhere
    that of the largest process.
    """

    seconds: float | None
    mebibytes: float | None
    trouble: str = ""
    user: float | None = None
    system: float | None = None

    @property
    def processor(self) -> float | None:
        """User and system seconds together."""
        return None if self.user is None or self.system is None else self.user + self.system


@dataclass(slots=True)
class Command:
    """A command with what has to be done before each of its runs (not measured)."""

    name: str
    words: Sequence[str]
    folder: Path
    before: Callable[[], None] = field(default=lambda: None)
    environment: dict[str, str] = field(default_factory=dict)


def run(command: Command, timeout: float) -> Run:
    """Run a command once; one that takes longer than ``timeout`` seconds is stopped."""
    command.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        cwd=command.folder,
        env={**_environment(), "PYTHONUTF8": "1", **command.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    stopped, ended = threading.Event(), threading.Event()
    most = 0

    def look() -> None:
        nonlocal most
        while not ended.wait(0.1):
            most = max(most, sum(map(_proportional, _tree(process.pid))))

    def stop() -> None:
        stopped.set()
        os.killpg(process.pid, 9)

    clock = threading.Timer(timeout, stop)
    clock.start()
    looking = threading.Thread(target=look)
    looking.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    clock.cancel()
    ended.set()
    looking.join()
    memory = (most or usage.ru_maxrss) / 1024
    if stopped.is_set():
        return Run(None, None, f"stopped after {timeout:.0f} s")
    if status != 0:
        return Run(None, memory, f"failed after {seconds:.0f} s")
    return Run(seconds, memory, "", usage.ru_utime, usage.ru_stime)


def _environment() -> dict[str, str]:
    """That of a user: Python keeps what it has compiled."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def _tree(process: int) -> Iterator[int]:
    """A process and those that it started."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _proportional(process: int) -> int:
    """The proportional set size of a process in KiB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def in_turn(commands: Sequence[Command], runs: int, timeout: float) -> dict[str, Run]:
    """The medians of several runs; the commands take turns, so that a slow minute slows them all."""
    found: dict[str, list[Run]] = {command.name: [] for command in commands}
    for _ in range(runs):
        for command in commands:
            earlier = found[command.name]
            if earlier and earlier[-1].seconds is None:
                continue  # it will not be faster the next time
            earlier.append(run(command, timeout))
    return {name: _median(results) for name, results in found.items()}


def _median(results: Sequence[Run]) -> Run:
    good = [run for run in results if run.seconds is not None]
    if not good:
        return results[-1]

    def middle(name: str) -> float:
        return float(statistics.median(getattr(run, name) for run in good))

    return Run(middle("seconds"), middle("mebibytes"), "", middle("user"), middle("system"))
