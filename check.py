"""All checks of the project, in the order in which they fail fastest: ``python check.py``.

``python check.py --coverage`` measures which lines the tests reach, which takes them more than twice
the time. ``python check.py --lowest`` runs the tests that can depend on a version (all but those marked
``once``) on the lowest versions of all dependencies (``requirements-lowest.lock``) with this Python,
and on the locked ones with each other supported Python that is there, each in a virtual environment
of its own that is removed afterwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

AROUND = "generator/plugin/*,generator/command/*,generator/cli.py"
"""What needs MkDocs or a command line: some of it runs in processes of its own, unmeasured."""

COMMANDS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("importlinter.cli", "lint"),
    ("catalogues",),
    ("pytest", "-n", "2", "--dist", "worksteal"),
)

MEASURED = (
    ("pytest", "-n", "2", "--dist", "worksteal", "--cov", "--cov-report="),
    ("coverage", "report", "--skip-covered", f"--omit={AROUND}", "--fail-under=90"),
    ("coverage", "report", "--skip-covered", f"--include={AROUND}", "--fail-under=75"),
)

SUPPORTED = ("3.11", "3.12", "3.13")
DEV, LOWEST = "requirements-dev.lock", "requirements-lowest.lock"


def main() -> int:
    """Run every check, also after one has failed; 0 if all passed."""
    if "--lowest" in sys.argv[1:]:
        return around()
    failed = []
    for command in MEASURED if "--coverage" in sys.argv[1:] else COMMANDS:
        print("==", " ".join(command), flush=True)
        code = (
            "from importlinter.cli import lint_imports_command as run; run()"
            if command[0].startswith("importlinter")
            else ""
        )
        call = [sys.executable, "-c", code] if code else [sys.executable, "-m", *command]
        if subprocess.run(call).returncode != 0:
            failed.append(command[0])
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def around() -> int:
    """The tests on other versions than the locked ones, also after some have failed."""
    runs = [("lowest versions", sys.executable, (DEV, LOWEST))]
    runs += [(f"Python {number}", python, (DEV,)) for number, python in others()]
    failed = [name for name, python, locks in runs if not passes(name, python, locks)]
    print("Failed: " + ", ".join(failed) if failed else f"All of {len(runs)} runs passed.")
    return 1 if failed else 0


def others() -> Iterator[tuple[str, str]]:
    """The other supported Pythons of this machine: on the path, or where pyenv keeps them."""
    for number in SUPPORTED:
        if number == f"{sys.version_info.major}.{sys.version_info.minor}":
            continue
        kept = Path.home().glob(f".pyenv/versions/{number}.*/bin/python")
        for python in filter(None, (shutil.which(f"python{number}"), *map(str, kept))):
            if subprocess.run([python, "-c", ""], capture_output=True).returncode == 0:
                yield number, python
                break
        else:
            print(f"== Python {number} is not there", flush=True)


def passes(name: str, python: str, locks: tuple[str, ...]) -> bool:
    """Whether the tests pass in a new environment with these locks, the later over the earlier."""
    print(f"== pytest on {name}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run([python, "-m", "venv", folder]).returncode != 0:
            return False
        inside = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        pip = [os.fspath(inside), "-m", "pip", "install", "-q"]
        calls = [[*pip, "--require-hashes", "-r", lock] for lock in locks]
        calls.append([*pip, "--no-deps", "--no-build-isolation", "-e", "."])
        calls.append(
            [os.fspath(inside), "-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", "not once"]
        )
        passed = all(subprocess.run(call).returncode == 0 for call in calls)
    print(f"== {name}: {time.monotonic() - began:.0f} s", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main())
