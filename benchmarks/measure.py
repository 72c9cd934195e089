"""One command as a whole process: wall time and peak memory, by the system's own accounting."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """Wall seconds and peak memory in MiB of the largest process; or why there are none."""

    seconds: float | None
    mebibytes: float | None
    trouble: str = ""


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
        env={**os.environ, "PYTHONUTF8": "1", **command.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        os.killpg(process.pid, 9)

    clock = threading.Timer(timeout, stop)
    clock.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    clock.cancel()
    if stopped.is_set():
        return Run(None, None, f"stopped after {timeout:.0f} s")
    if status != 0:
        return Run(None, usage.ru_maxrss / 1024, f"failed after {seconds:.0f} s")
    return Run(seconds, usage.ru_maxrss / 1024)


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
    seconds = [r.seconds for r in results if r.seconds is not None]
    memory = [r.mebibytes for r in results if r.mebibytes is not None]
    if not seconds:
        return results[-1]
    return Run(statistics.median(seconds), statistics.median(memory))
