"""Publishing: whatever happens to a build, a whole site stays at the site folder."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.plugin import publish
from generator.plugin.publish import Publication, PublishError

Tree = dict[str, bytes | str]

OLD: Tree = {"index.html": b"old", "2024/banjar/index.html": b"old banjar", "only-old.txt": b"o"}
NEW: Tree = {"index.html": b"new", "2025/banjar/index.html": b"new banjar"}
DOTS: Tree = {
    ".nojekyll": b"",
    ".git/HEAD": b"ref: refs/heads/gh-pages",
    ".git/objects/ab/cd": b"blob",
    ".git/link": "-> HEAD",
    ".git/folder": "-> objects",
    ".git/nowhere": "-> nothing",
    ".well-known/security.txt": b"Contact: mailto:ppid@example.id",
}


def write(folder: Path, tree: Tree) -> None:
    for name, content in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.symlink_to(content.removeprefix("-> "))
        else:
            path.write_bytes(content)


def read(folder: Path) -> Tree | None:
    """The files and links below a folder, or None without a folder."""
    if not folder.is_dir():
        return None
    tree: Tree = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            tree[name] = f"-> {os.readlink(path)}"
        elif path.is_file():
            tree[name] = path.read_bytes()
    return tree


def beside(site: Path) -> set[str]:
    return {path.name for path in site.parent.iterdir()} - {site.name}


def unsupported(first: Path, second: Path) -> None:
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def exchange_works() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "a"), Path(folder, "b")
        first.mkdir()
        second.mkdir()
        try:
            publish._exchange(first, second)
        except OSError:
            return False
    return True


needs_exchange = pytest.mark.skipif(not exchange_works(), reason="no RENAME_EXCHANGE here")
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX file system")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site with dot entries."""
    folder = tmp_path / "public" / "site"
    write(folder, OLD | DOTS)
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap; on a system without exchange the first is the second as well."""
    if request.param == "two renames":
        monkeypatch.setattr(publish, "_exchange", unsupported)
    return str(request.param)


# --- the usual way ---------------------------------------------------------------------------


def test_first_site(tmp_path: Path) -> None:
    site = tmp_path / "not" / "yet" / "site"
    publication = Publication(site)
    publication.begin()
    assert publication.staging_dir == site.parent / ".site.staging"
    assert read(publication.staging_dir) == {}
    assert not site.exists()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert read(site) == NEW
    assert beside(site) == {".site.lock"}


def test_next_site_keeps_dot_entries_only(site: Path, way: str) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    assert read(site) == OLD | DOTS
    publication.commit()
    assert read(site) == NEW | DOTS
    assert beside(site) == {".site.lock"}


def test_same_object_builds_again(site: Path, way: str) -> None:
    publication = Publication(site)
    for tree in (NEW, OLD, NEW):
        publication.begin()
        write(publication.staging_dir, tree)
        publication.commit()
        assert read(site) == tree | DOTS


def test_dot_entries_of_the_new_site_win(site: Path) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW | {".nojekyll": b"new", ".well-known/new.txt": b"n"})
    publication.commit()
    tree = read(site)
    assert tree is not None
    assert tree[".nojekyll"] == b"new"
    assert {name for name in tree if name.startswith(".well-known")} == {".well-known/new.txt"}
    assert tree[".git/HEAD"] == DOTS[".git/HEAD"]


@posix_only
def test_dot_entries_are_links_or_else_copies(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = Publication(site)
    inode = (site / ".git/objects/ab/cd").stat().st_ino
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert (site / ".git/objects/ab/cd").stat().st_ino == inode

    def no_links(*args: object, **kwargs: object) -> None:
        raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))

    monkeypatch.setattr(os, "link", no_links)
    publication.begin()
    write(publication.staging_dir, OLD)
    publication.commit()
    assert read(site) == OLD | DOTS
    assert (site / ".git/objects/ab/cd").stat().st_ino != inode


@posix_only
def test_rights_stay(site: Path) -> None:
    (site / ".git/objects/ab/cd").chmod(0o444)
    (site / ".git/objects").chmod(0o750)
    site.chmod(0o2751)
    publication = Publication(site)
    publication.begin()
    assert stat.S_IMODE(publication.staging_dir.stat().st_mode) == 0o2751
    write(publication.staging_dir, NEW)
    publication.commit()
    assert stat.S_IMODE(site.stat().st_mode) == 0o2751
    assert stat.S_IMODE((site / ".git/objects").stat().st_mode) == 0o750
    assert stat.S_IMODE((site / ".git/objects/ab/cd").stat().st_mode) == 0o444


def test_abandon_leaves_the_old_site(site: Path) -> None:
    publication = Publication(site)
    publication.abandon()
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.abandon()
    publication.abandon()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}
    Publication(site).begin()


def test_begin_abandons_what_was_left_open(site: Path) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.begin()
    assert read(publication.staging_dir) == {}
    publication.abandon()
    assert read(site) == OLD | DOTS
    Publication(site).begin()  # the lock was not taken twice


def test_commit_needs_begin(site: Path) -> None:
    publication = Publication(site)
    with pytest.raises(RuntimeError):
        publication.commit()
    publication.begin()
    publication.abandon()
    with pytest.raises(RuntimeError):
        publication.commit()
    assert read(site) == OLD | DOTS


def test_empty_build_is_refused(site: Path) -> None:
    publication = Publication(site)
    publication.begin()
    with pytest.raises(PublishError, match="kosong"):
        publication.commit()
    assert read(site) == OLD | DOTS
    publication.begin()


# --- two builds ------------------------------------------------------------------------------


def test_second_build_is_told_and_harms_nothing(site: Path) -> None:
    first, second = Publication(site), Publication(site)
    first.begin()
    write(first.staging_dir, NEW)
    with pytest.raises(PublishError) as told:
        second.begin()
    assert str(told.value) == (
        f"Pembangunan lain sedang berjalan untuk folder situs {site}; "
        "tunggu sampai selesai lalu jalankan lagi."
    )
    second.abandon()
    with pytest.raises(RuntimeError):
        second.commit()
    with pytest.raises(PublishError):  # the attempts above have not opened the lock
        Publication(site).begin()
    first.commit()
    assert read(site) == NEW | DOTS
    second.begin()


def test_second_process_is_told(site: Path) -> None:
    publication = Publication(site)
    publication.begin()
    script = (
        "import sys, pathlib; from generator.plugin.publish import Publication, PublishError\n"
        "try: Publication(pathlib.Path(sys.argv[1])).begin()\n"
        "except PublishError as e: sys.exit(7 if 'Pembangunan lain' in str(e) else 8)"
    )
    command = [sys.executable, "-c", script, str(site)]
    assert subprocess.run(command, check=False).returncode == 7
    publication.abandon()
    assert subprocess.run(command, check=False).returncode == 0


def test_different_sites_are_independent(tmp_path: Path) -> None:
    one, two = Publication(tmp_path / "one"), Publication(tmp_path / "two")
    one.begin()
    two.begin()
    write(one.staging_dir, OLD)
    write(two.staging_dir, NEW)
    one.commit()
    two.commit()
    assert (read(tmp_path / "one"), read(tmp_path / "two")) == (OLD, NEW)


# --- layouts ---------------------------------------------------------------------------------


@posix_only
def test_symlink_stays_and_its_target_is_swapped(tmp_path: Path, site: Path, way: str) -> None:
    link = tmp_path / "www"
    link.symlink_to("public/site")
    publication = Publication(link)
    publication.begin()
    assert publication.staging_dir.parent == site.parent
    with pytest.raises(PublishError, match="Pembangunan lain"):
        Publication(site).begin()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert os.readlink(link) == "public/site"
    assert read(site) == NEW | DOTS
    assert beside(link) == {"public"}


@posix_only
def test_symlink_without_target_gets_one(tmp_path: Path) -> None:
    link = tmp_path / "www"
    link.symlink_to("releases/1")
    publication = Publication(link)
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert read(tmp_path / "releases/1") == NEW


@posix_only
def test_symlink_turned_during_the_build(tmp_path: Path, site: Path) -> None:
    link = tmp_path / "www"
    link.symlink_to(site)
    publication = Publication(link)
    publication.begin()
    write(publication.staging_dir, NEW)
    other = tmp_path / "other"
    other.mkdir()
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(PublishError, match="berubah arah"):
        publication.commit()
    assert (read(site), read(other)) == (OLD | DOTS, {})


@posix_only
def test_symlink_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(PublishError):
        Publication(tmp_path / "a").begin()


def test_relative_folder_is_fixed_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    publication = Publication(Path("site"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert read(tmp_path / "site") == NEW


def test_site_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(PublishError, match="bukan folder"):
        Publication(tmp_path / "site").begin()
    assert (tmp_path / "site").read_text() == "mine"
    assert beside(tmp_path / "site") == set()


def test_site_became_a_file_during_the_build(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "site")
    publication.begin()
    write(publication.staging_dir, NEW)
    (tmp_path / "site").write_text("mine")
    with pytest.raises(PublishError, match="bukan folder"):
        publication.commit()
    assert (tmp_path / "site").read_text() == "mine"


def test_site_is_a_mount_point(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    with pytest.raises(PublishError, match=r"mount.*misalnya .*site.situs"):
        Publication(site).begin()
    assert beside(site) == set()


def test_dot_entry_is_a_mount_point(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site / ".well-known")
    with pytest.raises(PublishError, match=r"\.well-known adalah mount"):
        publication.commit()
    assert read(site) == OLD | DOTS


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX users")
def test_folder_that_cannot_be_written() -> None:
    # Not in tmp_path, whose folders above another user cannot enter.
    folder = Path(tempfile.mkdtemp())
    user = os.geteuid()
    try:
        folder.chmod(0o555)
        if user == 0:
            os.seteuid(65534)
        with pytest.raises(PublishError, match=r"Tidak ada izin .*pilih site_dir lain"):
            Publication(folder / "site").begin()
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(folder)


# --- errors of the operating system ----------------------------------------------------------


def failing(real: Callable[..., Any], code: int, when: Callable[[str], bool]) -> Callable[..., Any]:
    """A system function that fails for the paths that `when` names."""

    def function(path: Any, *args: Any, **kwargs: Any) -> Any:
        if when(os.fspath(path)):
            raise OSError(code, os.strerror(code), path)
        return real(path, *args, **kwargs)

    return function


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EBUSY, "mount tersendiri"),
        (errno.EXDEV, "mount tersendiri"),
        (errno.ENOSPC, "Ruang disk habis"),
        (errno.EROFS, "Tidak ada izin"),
        (errno.EACCES, "Tidak ada izin"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_failed_exchange(
    site: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def exchange(first: Path, second: Path) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(publish, "_exchange", exchange)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    with pytest.raises(PublishError, match=words):
        publication.commit()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}
    Publication(site).begin()  # the lock is free


@pytest.mark.parametrize("step", ["site", ".site.staging"])
def test_failed_rename_puts_the_old_site_back(
    site: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(publish, "_exchange", unsupported)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(
            os, "rename", failing(os.rename, errno.EACCES, lambda path: Path(path).name == step)
        )
        with pytest.raises(PublishError):
            publication.commit()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}


def test_file_open_on_windows(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", unsupported)
    monkeypatch.setattr(publish, "_WINDOWS", True)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(
            os, "rename", failing(os.rename, errno.EACCES, lambda path: Path(path) == site)
        )
        with pytest.raises(PublishError, match="dibuka program lain; tutup program itu"):
            publication.commit()
    assert read(site) == OLD | DOTS
    publication.begin()
    write(publication.staging_dir, NEW)
    publication.commit()
    assert read(site) == NEW | DOTS


def test_old_site_that_cannot_be_put_back_is_named(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_exchange", unsupported)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(
            os, "rename", failing(os.rename, errno.EIO, lambda path: Path(path).name != "site")
        )
        with pytest.raises(PublishError, match=r"tersimpan utuh di .*\.site\.backup"):
            publication.commit()
    assert read(site) is None
    assert read(site.with_name(".site.backup")) == OLD | DOTS
    publication.begin()
    assert read(site) == OLD | DOTS


@posix_only
def test_full_disk_while_dot_entries_are_copied(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)

    def everything(path: str) -> bool:
        return True

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", failing(os.link, errno.EMLINK, everything))
        patch.setattr(shutil, "copy2", failing(shutil.copy2, errno.ENOSPC, everything))
        with pytest.raises(PublishError, match="Ruang disk habis"):
            publication.commit()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}


def test_failed_begin_frees_the_lock(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = Publication(site)
    with monkeypatch.context() as patch:
        patch.setattr(
            os, "mkdir", failing(os.mkdir, errno.ENOSPC, lambda path: path.endswith(".staging"))
        )
        with pytest.raises(PublishError, match="Ruang disk habis"):
            publication.begin()
    Publication(site).begin()
    assert read(site) == OLD | DOTS


def test_interrupt_during_the_swap(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", unsupported)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    rename = os.rename

    def interrupted(source: Path, target: Path) -> None:
        rename(source, target)
        if Path(target).name == ".site.backup":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", interrupted)
        with pytest.raises(KeyboardInterrupt):
            publication.commit()
    assert read(site) == OLD | DOTS
    assert beside(site) == {".site.lock"}
    Publication(site).begin()


def test_old_site_that_cannot_be_removed_goes_next_time(
    site: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(
            shutil, "rmtree", failing(shutil.rmtree, errno.EIO, lambda path: ".site." in path)
        )
        publication.commit()
        assert read(site) == NEW | DOTS
        with pytest.raises(PublishError, match=os.strerror(errno.EIO)):
            publication.begin()
        assert read(site) == NEW | DOTS
    publication.begin()
    publication.abandon()
    assert read(site) == NEW | DOTS
    assert beside(site) == {".site.lock"}


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX users")
def test_read_only_folders_are_removed_and_files_keep_their_rights() -> None:
    # Not in tmp_path, whose folders above another user cannot enter.
    top = Path(tempfile.mkdtemp())
    user = os.geteuid()
    site = top / "site"
    try:
        if user == 0:
            os.chown(top, 65534, -1)
            os.seteuid(65534)
        write(site, OLD | DOTS)
        (site / ".git/HEAD").chmod(0o444)
        for folder in (".git/objects/ab", ".git/objects", "2024/banjar", "2024"):
            (site / folder).chmod(0o555)
        publication = Publication(site)
        publication.begin()
        write(publication.staging_dir, NEW)
        publication.commit()
        assert read(site) == NEW | DOTS
        assert beside(site) == {".site.lock"}
        assert stat.S_IMODE((site / ".git/HEAD").stat().st_mode) == 0o444
        assert stat.S_IMODE((site / ".git/objects/ab").stat().st_mode) == 0o555
    finally:
        os.seteuid(user)
        for folder in (".git/objects", ".git/objects/ab"):
            (site / folder).chmod(0o755)
        shutil.rmtree(top)


# --- the exchange itself ---------------------------------------------------------------------


@pytest.fixture(params=["renameat2", "system call"])
def exchange(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path, Path], None]]:
    """The exchange, by its name in the C library and by number where it has none."""
    if request.param == "system call":
        if platform.machine() not in publish._SYSCALL or sys.maxsize < 2**32:
            pytest.skip("no number known for this machine")

        class Unnamed:
            def __init__(self, name: None, use_errno: bool) -> None:
                self.syscall = real(name, use_errno=use_errno).syscall

        real = ctypes.CDLL
        monkeypatch.setattr(ctypes, "CDLL", Unnamed)
    yield publish._exchange


@needs_exchange
def test_exchange(tmp_path: Path, exchange: Callable[[Path, Path], None]) -> None:
    one, two = tmp_path / "satu é", tmp_path / "dua"
    write(one, OLD)
    write(two, NEW)
    exchange(one, two)
    assert (read(one), read(two)) == (NEW, OLD)
    with pytest.raises(FileNotFoundError):
        exchange(one, tmp_path / "none")


@needs_exchange
def test_site_is_there_at_every_moment_of_the_swap(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual way on Linux never falls back on two renames."""
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, NEW)
    monkeypatch.setattr(os, "rename", failing(os.rename, errno.EIO, lambda path: True))
    publication.commit()
    assert read(site) == NEW | DOTS


# --- killed ----------------------------------------------------------------------------------


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
