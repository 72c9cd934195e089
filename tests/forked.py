"""``python -m mkdocs`` and ``python -m generator.cli`` without what importing them costs each time.

One process (this file, run as a program) has imported both and forks for each call; its child has the
folder, the environment, the standard streams, the arguments and the end of a process that was started
afresh. Where that could make a difference (a system that cannot fork, variables that Python reads
when it starts, a call with variables of its own) a process is started afresh.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ("mkdocs", "generator.cli")
TIME = 300
"""Seconds that a call may take."""

GUARD = Path(__file__).parent / "readonly/sitecustomize.py"
"""Makes the folder ``RAPOR_READONLY`` read-only for a process and those that it forks."""

HARMLESS = frozenset(("PYTHONUTF8", "SOURCE_DATE_EPOCH", "RAPOR_READONLY", "RAPOR_READONLY_LOG"))
"""Variables that change nothing here, or are read when they are needed."""

_BEGAN = dict(os.environ)
_servers: list[subprocess.Popen[str]] = []


def run(
    module: str,
    arguments: tuple[str, ...],
    cwd: Path,
    env: Mapping[str, str],
    own: Mapping[str, str],
    *,
    together: bool,
) -> subprocess.CompletedProcess[str]:
    """A module run in a folder; what it printed, the two streams ``together`` or each for itself.

    ``own`` variables are those of this call.
    """
    env = {**env, **own}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        streams = (out, out if together else err)
        if own.keys() <= HARMLESS and _can_fork(env):
            status = _forked(module, arguments, cwd, env, *(s.fileno() for s in streams))
        else:
            command = [sys.executable, "-m", module, *arguments]
            call = subprocess.run(
                command, cwd=cwd, env=env, stdout=streams[0], stderr=streams[1], timeout=TIME
            )
            status = call.returncode
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read().decode("utf-8").replace("\r\n", "\n"))
    return subprocess.CompletedProcess([module, *arguments], status, *said)


def _can_fork(env: Mapping[str, str]) -> bool:
    """Whether a fork is the same as a new process with these variables."""
    changed = {name for name in {*env, *os.environ} if env.get(name) != _BEGAN.get(name)}
    return sys.platform == "linux" and not any(n.startswith("PYTHON") for n in changed - HARMLESS)


def _forked(
    module: str, arguments: tuple[str, ...], cwd: Path, env: Mapping[str, str], out: int, err: int
) -> int:
    """The exit status of a call in a child of the server."""
    if not _servers:
        _servers.append(_started())
    server = _servers[0]
    assert server.stdin and server.stdout
    files = [f"/proc/{os.getpid()}/fd/{number}" for number in (out, err)]
    call = [module, list(arguments), os.path.abspath(cwd), dict(env), *files]
    server.stdin.write(json.dumps(call) + "\n")
    server.stdin.flush()
    return int(server.stdout.readline())


def clean() -> dict[str, str]:
    """This process's variables, without a language: a command speaks Indonesian unless it is told."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}


def _started() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, __file__],
        cwd=ROOT,
        env={**_BEGAN, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    with contextlib.suppress(OSError):
        assert server.stdin
        server.stdin.close()
    server.wait()


def serve() -> tuple[str, list[str]]:
    """Fork for each call that is asked for; what the child is to run, in the child."""
    sys.path[0] = os.fspath(ROOT)
    import mkdocs.__main__
    import mkdocs.commands.build  # noqa: F401

    import generator

    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        importlib.import_module(found.name)
    for name in MODULES:  # what is run is imported by itself
        del sys.modules[name if "." in name else f"{name}.__main__"]
    gc.collect()
    gc.freeze()
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        module, arguments, folder, env, out, err = json.loads(line)
        child = os.fork()
        if not child:
            answers.close()
            _become(folder, env, out, err)
            return module, arguments
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answers.write(f"{status}\n")
        answers.flush()
    os._exit(0)


def _become(folder: str, env: dict[str, str], out: str, err: str) -> None:
    signal.alarm(TIME)  # ends it
    appended = os.O_WRONLY | os.O_APPEND
    for number, name, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, out, appended),
        (2, err, appended),
    ):
        opened = os.open(name, flags)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    sys.path[0] = os.getcwd()
    if "RAPOR_READONLY" in env:
        runpy.run_path(str(GUARD))


if __name__ == "__main__":
    module, arguments = serve()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
