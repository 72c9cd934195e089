"""Publishing when the process is killed at any moment: the next build finds a whole site."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from publication import (
    DOTS,
    NEW,
    OLD,
    Tree,
    beside,
    needs_exchange,
    read,
    write,
)

from generator.plugin.publish import Publication


def test_backup_and_site(site: Path) -> None:
    """Killed after both renames: the new site stays, the backup goes."""
    write(site.with_name(".site.backup"), {"index.html": b"older"})
    write(site.with_name(".site.trash"), {"index.html": b"oldest"})
    publication = Publication(site)
    publication.begin()
    publication.abandon()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}


def test_backup_and_empty_folder(site: Path) -> None:
    """Killed between the renames, and a server made the folder it needs: the old site returns."""
    site.rename(site.with_name(".site.backup"))
    site.mkdir()
    Publication(site).begin()
    assert read(site) == OLD | DOTS


def test_leftovers_without_backup_are_no_site(tmp_path: Path) -> None:
    """Neither half a new site nor half an old one is ever put in the site folder."""
    site = tmp_path / "site"
    write(tmp_path / ".site.staging", {"index.html": b"half"})
    write(tmp_path / ".site.trash", {"index.html": b"half"})
    publication = Publication(site)
    publication.begin()
    publication.abandon()
    assert read(site) is None
    assert beside(site) == {".site.lock"}


# Builds one site per kill point: child n dies by SIGKILL just before its n-th change to the file
# system (seen by an audit hook) and the driver prints which children were killed. The exchange
# makes no audit event of its own, so it is given one.
KILLER = """
import errno, json, os, pathlib, signal, sys
from generator.plugin import publish

CHANGES = {"open", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir",
           "os.chmod", "os.chown", "os.utime", "os.setxattr", "shutil.rmtree", "exchange"}
top, way, new = pathlib.Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
real = publish._exchange

def exchange(first, second):
    sys.audit("exchange")
    if way == "two renames":
        raise OSError(errno.ENOSYS, "forced")
    real(first, second)

def build(site, kill_at):
    seen = 0
    def hook(event, args):
        nonlocal seen
        if event in CHANGES:
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
    publish._exchange = exchange
    sys.addaudithook(hook)
    publication = publish.Publication(site)
    publication.begin()
    for name, text in new.items():
        path = publication.staging_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w") as file:
            file.write(text)
    publication.commit()

killed = []
for folder in sorted(top.iterdir()):
    child = os.fork()
    if child == 0:
        try:
            build(folder / "site", int(folder.name))
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        killed.append(os.WTERMSIG(status) == signal.SIGKILL)
    else:
        assert os.waitstatus_to_exitcode(status) == 0
        break
print(json.dumps(killed))
"""

KILL_POINTS = 150  # more than a build here has: the last child must live


def within(folder: str, tree: Tree) -> Tree:
    return {f"{folder}/{name}": content for name, content in tree.items()}


def kill_everywhere(top: Path, way: str, start: Tree) -> list[Path]:
    """The site folders of builds killed before each of their changes, and of one that lived.

    `start` is what each build finds, by path from the folder above the site folder.
    """
    folders = [top / f"{number:03}" for number in range(1, KILL_POINTS + 1)]
    for folder in folders:
        folder.mkdir()
        write(folder, start)
    text = {name: content.decode() for name, content in NEW.items() if isinstance(content, bytes)}
    command = [sys.executable, "-c", KILLER, str(top), way, json.dumps(text)]
    killed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert all(killed)
    assert len(killed) < KILL_POINTS
    return [folder / "site" for folder in folders[: len(killed) + 1]]


def recover(site: Path) -> Tree | None:
    """What is at the site folder after the next build began and was given up."""
    publication = Publication(site)
    publication.begin()
    publication.abandon()
    assert beside(site) == {".site.lock"}
    return read(site)


def name_of(tree: Tree | None) -> str:
    names = {"none": None, "old": OLD | DOTS, "new": NEW | DOTS}
    return next((name for name, known in names.items() if known == tree), f"half: {tree}")


def runs(names: list[str]) -> list[str]:
    """The names without immediate repetitions: how a sweep goes from one state to the next."""
    return [name for name, before in zip(names, [None, *names], strict=False) if name != before]


needs_kill = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@needs_kill
@pytest.mark.parametrize("way", [pytest.param("exchange", marks=needs_exchange), "two renames"])
def test_killed_at_any_moment(tmp_path: Path, way: str) -> None:
    sites = kill_everywhere(tmp_path, way, within("site", OLD | DOTS))
    left = [name_of(read(site)) for site in sites]
    # A backup is whole, also where a person removes the site before the next build.
    backups = {name_of(read(site.with_name(".site.backup"))) for site in sites}
    assert backups == ({"none"} if way == "exchange" else {"none", "old"})
    if way == "exchange":
        assert runs(left) == ["old", "new"]
    else:
        assert runs(left) == ["old", "none", "new"]
        assert left.count("none") == 1
    assert runs([name_of(recover(site)) for site in sites]) == ["old", "new"]
    for site in sites:  # and the next build goes through
        publication = Publication(site)
        publication.begin()
        write(publication.staging_dir, NEW)
        publication.commit()
        assert name_of(read(site)) == "new"


@needs_kill
@pytest.mark.parametrize("way", [pytest.param("exchange", marks=needs_exchange), "two renames"])
def test_killed_again_while_recovering(tmp_path: Path, way: str) -> None:
    start = within(".site.backup", OLD | DOTS)
    start |= within(".site.staging", {"index.html": b"half"})
    start |= within(".site.trash", {"index.html": b"half"})
    sites = kill_everywhere(tmp_path, way, start)
    left = ["none", "old", "new"] if way == "exchange" else ["none", "old", "none", "new"]
    assert runs([name_of(read(site)) for site in sites]) == left
    assert runs([name_of(recover(site)) for site in sites]) == ["old", "new"]


@needs_kill
def test_first_build_killed_at_any_moment(tmp_path: Path) -> None:
    seen = [recover(site) for site in kill_everywhere(tmp_path, "exchange", {})]
    assert all(tree in (None, NEW) for tree in seen)
    assert (seen[0], seen[-1]) == (None, NEW)
