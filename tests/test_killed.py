"""A build that is killed leaves no process behind, and the next one starts at once.

The processes of a build are known by a mark in their environment, which they inherit.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import mkdocs
from many import write_many
from test_safety import data_of
from test_site import digest

from generator.plugin import writer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")

MARK = "RAPOR_TEST_KILLED"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL)
MOMENTS = (0.0, 0.3)
"""Seconds after the first process of its own was seen; 400 regions take more than one."""

SOON = 5
"""Seconds: a tenth of one is enough, but not for a machine that runs other tests as well."""


def processes(mark: str) -> list[int]:
    """The processes with a mark in their environment, dead ones that nobody waited for left out."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:  # ended meanwhile, or of another user
            continue
    return found


def wait_for(condition: object, seconds: float) -> bool:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 400 regions; it is built once, so that there is an old site."""
    folder = write_many(tmp_path_factory.mktemp("besar") / "situs", 400)
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def mark(request: pytest.FixtureRequest) -> Iterator[str]:
    """A mark of this test; what it leaves behind is ended after it."""
    value = f"{os.getpid()}-{request.node.name}"
    yield value
    for number in processes(value):
        os.kill(number, signal.SIGKILL)


def start(site: Path, mark: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=site,
        env={**os.environ, MARK: mark},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.once  # nine times what the others below show on each version
@pytest.mark.skipif(writer.processors() < 2, reason="one processor makes all pages itself")
@pytest.mark.parametrize(
    ("sent", "moment"),
    [*zip(SIGNALS, MOMENTS * 2, strict=True), (signal.SIGKILL, 0.0)],
    ids=lambda one: getattr(one, "name", str(one)),
)
def test_no_process_is_left(sent: signal.Signals, moment: float, large: Path, mark: str) -> None:
    before, data = digest(large / "site"), data_of(large)
    for seconds in (moment, moment / 4, 0):
        build = start(large, mark)
        assert wait_for(lambda: len(processes(mark)) > 1, 60), "no process was started"
        time.sleep(seconds)
        if build.poll() is None:
            break  # else a fast machine was done already
    build.send_signal(sent)
    build.wait(timeout=60)
    assert build.returncode != 0
    assert wait_for(lambda: not processes(mark), SOON), f"{len(processes(mark))} are left"
    assert digest(large / "site") == before and data_of(large) == data


@pytest.mark.skipif(writer.processors() < 2, reason="one processor makes all pages itself")
def test_the_next_build_starts_at_once(large: Path, mark: str) -> None:
    """The lock on the site folder ends with the build, not with the last of its processes."""
    build = start(large, mark)
    assert wait_for(lambda: len(processes(mark)) > 1, 60)
    build.kill()
    build.wait()
    again = start(large, mark + "-again")
    assert again.wait(timeout=180) == 0
    assert not processes(mark)


@pytest.mark.skipif(writer.processors() < 2, reason="one processor makes all pages itself")
def test_ctrl_c_reaches_all_and_is_told_once(large: Path, mark: str, tmp_path: Path) -> None:
    """A terminal sends SIGINT to every process of a build."""
    log = (tmp_path / "log").open("w+")
    build = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=large,
        env={**os.environ, MARK: mark},
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    assert wait_for(lambda: len(processes(mark)) > 1, 60)
    time.sleep(0.3)
    os.killpg(build.pid, signal.SIGINT)
    build.wait(timeout=60)
    assert wait_for(lambda: not processes(mark), SOON)
    assert (tmp_path / "log").read_text().count("Traceback") == 0, (tmp_path / "log").read_text()


def test_the_processes_of_another_are_not_counted() -> None:
    """The mark is seen where there is one, and only there."""
    value = f"{os.getpid()}-lain"
    other = subprocess.Popen([shutil.which("sleep") or "sleep", "30"], env={MARK: value})
    try:
        assert wait_for(lambda: processes(value) == [other.pid], 5)
        assert processes(value + "-x") == []
    finally:
        other.kill()
        other.wait()
    assert processes(value) == []


@pytest.mark.skipif(writer.processors() < 2, reason="one processor makes all pages itself")
def test_it_ends_without_the_signal_too(
    large: Path, mark: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without the signal that Linux sends to the children of a dead process."""
    folder = tmp_path / "tanpa"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(
        "import generator.plugin.child as child\nchild.die_with = lambda parent: None\n"
    )
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    monkeypatch.setenv("PYTHONPATH", path)
    build = start(large, mark)
    assert wait_for(lambda: len(processes(mark)) > 1, 60)
    time.sleep(0.2)
    build.kill()
    build.wait()
    assert wait_for(lambda: not processes(mark), SOON), f"{len(processes(mark))} are left"
