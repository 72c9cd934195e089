"""Every command works with results/ and content/ read-only: none of them writes data."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, mkdocs, rapor, write_site
from serving import serving
from test_safety import data_of
from test_site import digest

from generator.cli import command_line
from generator.command import WRITES_DATA

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="paths of open folders in /proc")

CALLS: dict[str, list[tuple[str, ...]]] = {
    "check": [("check",), ("check", "."), ("--messages", "en", "check")],
    "doctor": [("doctor",)],
    "export": [
        ("export", "--edition", "2024", "-o", "hasil.xlsx"),
        ("export", "--edition", "2024", "-o", "hasil.xlsx", "--force"),
    ],
    "explain": [("explain",), ("explain", "2024", "alfa"), ("explain", "2024")],
    "find": [("find", "alfa"), ("find", "kab", "beta")],
    "preview": [("preview", "pratinjau"), ("preview", "pratinjau")],
    "render": [("render", "keluar"), ("render", "keluar")],
    "schema": [("schema", "skema"), ("schema", "skema")],
    "template": [("template", "2024", "-o", "nilai.xlsx")],
    "verify": [("verify", "site")],
}
"""How each command is run here, one after another."""


class ReadOnly:
    """A site whose data no Python process may change, and the attempts to do so."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.log = site.parent / "log"
        self.log.touch()
        self.before = data_of(site)

    def environment(self, folder: str) -> dict[str, str]:
        """For what is forked (``forked``)."""
        return {"RAPOR_READONLY": str(self.site / folder), "RAPOR_READONLY_LOG": str(self.log)}

    def fresh(self, folder: str) -> dict[str, str]:
        """For a process that is started afresh."""
        path = f"{ROOT / 'tests/readonly'}{os.pathsep}{ROOT}"
        own = {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return {**own, **self.environment(folder)}

    def check(self) -> None:
        assert self.log.read_text() == ""
        assert data_of(self.site) == self.before and len(self.before) > 3


@pytest.fixture
def guarded(tmp_path: Path) -> ReadOnly:
    site = write_site(tmp_path / "situs")
    (site / "content/catatan.md").write_text("# Catatan\n", encoding="utf-8")
    return ReadOnly(site)


def commands() -> list[str]:
    found = next(a.choices for a in command_line(str)._actions if a.dest == "command")
    assert found is not None
    return sorted(found)


@pytest.mark.parametrize("command", commands())
@pytest.mark.parametrize("folder", ["results", "content"])
def test_a_command_writes_no_data(command: str, folder: str, guarded: ReadOnly) -> None:
    if command in WRITES_DATA:
        pytest.skip("its purpose is to write data")
    assert command in CALLS, "write in CALLS how it is run"
    if command == "verify":
        assert mkdocs("build", "-q", cwd=guarded.site).returncode == 0
    for call in CALLS[command]:
        done = rapor(*call, cwd=guarded.site, **guarded.environment(folder))
        assert done.returncode == 0, done.stdout + done.stderr
    guarded.check()


def test_the_commands_that_write_data_are_commands() -> None:
    assert set(commands()) >= WRITES_DATA


@pytest.mark.parametrize("folder", ["results", "content"])
def test_build_writes_no_data(folder: str, guarded: ReadOnly) -> None:
    for _ in range(2):  # the second removes the site of the first
        done = mkdocs("build", "--strict", cwd=guarded.site, **guarded.environment(folder))
        assert done.returncode == 0, done.stdout
    assert len(digest(guarded.site / "site")) > 20
    guarded.check()


def test_build_of_a_site_that_needs_many_processes_writes_no_data(tmp_path: Path) -> None:
    from many import write_many

    guarded = ReadOnly(write_many(tmp_path / "situs", 120))
    done = mkdocs("build", "-q", cwd=guarded.site, **guarded.environment("results"))
    assert done.returncode == 0, done.stdout
    guarded.check()


@pytest.mark.parametrize("folder", ["results", "content"])
def test_serve_writes_no_data(folder: str, guarded: ReadOnly) -> None:
    with serving(guarded.site, **guarded.fresh(folder)) as served:
        assert served.get("2024/alfa/", "87,45"), served.said()
        served.process.send_signal(signal.SIGINT)
        served.process.wait(timeout=20)
    guarded.check()


WRITES = {
    "open": "open('results/2024/alfa.yml', 'a')",
    "open a new file": "open('results/2024/beta.yml', 'x')",
    "open by number": "import os; os.open('results/2024/alfa.yml', os.O_WRONLY | os.O_TRUNC)",
    "write_text": "import pathlib; pathlib.Path('results/regions.yml').write_text('')",
    "remove": "import os; os.remove('results/2024/alfa.yml')",
    "rename away": "import os; os.rename('results/2024', 'lain')",
    "rename into": "import os; os.rename('mkdocs.yml', 'results/mkdocs.yml')",
    "replace": "import os; os.replace('mkdocs.yml', 'results/2024/alfa.yml')",
    "the folder itself": "import os; os.rename('results', 'lain')",
    "rmtree": "import shutil; shutil.rmtree('results')",
    "through a link": "import os; os.symlink('results', 'tautan'); open('tautan/x', 'w')",
    "in a forked process": (
        "import os, sys\n"
        "if os.fork() == 0:\n"
        "    try: open('results/x', 'w')\n"
        "    finally: os._exit(1)\n"
        "sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))"
    ),
    "by number of the folder": (
        "import os; os.unlink('alfa.yml', dir_fd=os.open('results/2024', os.O_RDONLY))"
    ),
}


@pytest.mark.parametrize("code", WRITES.values(), ids=WRITES)
def test_a_write_is_seen(code: str, guarded: ReadOnly) -> None:
    """Without this, a hook that sees nothing would pass for commands that write nothing."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=guarded.site,
        env={**os.environ, **guarded.fresh("results")},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0, code
    assert guarded.log.read_text().startswith(("open ", "os.", "shutil.")), done.stderr
    assert data_of(guarded.site) == guarded.before


def test_a_write_of_the_commands_is_seen(guarded: ReadOnly) -> None:
    """The same commands, with the folder read-only into which they do write."""
    done = mkdocs("build", cwd=guarded.site, **guarded.environment("."))
    assert done.returncode != 0 and ".site.lock" in guarded.log.read_text(), done.stdout
    for command, folder in (("render", "keluar"), ("schema", "skema")):
        guarded.log.write_text("")
        done = rapor(command, folder, cwd=guarded.site, **guarded.environment("."))
        assert done.returncode != 0 and guarded.log.read_text(), done.stdout
