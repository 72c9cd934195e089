"""Publishing when the operating system refuses, and the exchange of two folders itself."""

from __future__ import annotations

import ast
import ctypes
import errno
import os
import platform
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from publication import (
    DOTS,
    NEW,
    OLD,
    beside,
    failing,
    needs_exchange,
    posix_only,
    read,
    unsupported,
    write,
)

from generator.plugin import publish
from generator.plugin.publish import Publication, PublishError


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EBUSY, "mount tersendiri"),
        (errno.EXDEV, "mount tersendiri"),
        (errno.ENOSPC, "Ruang disk habis"),
        (errno.EROFS, "Tidak ada izin"),
        (errno.EACCES, "Tidak ada izin"),
        (errno.EIO, "perangkat penyimpanannya gagal"),
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
        with pytest.raises(PublishError, match="perangkat penyimpanannya gagal"):
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


@pytest.mark.parametrize(
    "said",
    [NotImplementedError("linkat"), OSError(errno.EPERM, "x"), OSError(errno.EMLINK, "x"), None],
)
def test_links_that_cannot_be_linked_are_copied(
    said: Exception | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python says NotImplementedError where the system has no linkat, as some of macOS; where it has
    no links at all there is no such function."""

    def none(*_: object, **__: object) -> None:
        assert said is not None
        raise said

    site = tmp_path / "site"
    write(site, {".git/config": b"old", "index.html": b"old"})
    os.symlink("config", site / ".git/link")
    if said is None:
        monkeypatch.delattr(os, "link")
    else:
        monkeypatch.setattr(os, "link", none)
    publication = Publication(site)
    publication.begin()
    write(publication.staging_dir, {"index.html": b"new"})
    publication.commit()
    assert (site / ".git/config").read_bytes() == b"old"
    assert os.readlink(site / ".git/link") == "config"


def test_no_test_needs_a_module_of_one_system_to_be_collected() -> None:
    """``import resource`` at the top keeps a whole file of tests from running under Windows."""
    for path in Path(__file__).parent.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not {"resource", "fcntl", "pwd", "grp", "winreg", "msvcrt"} & set(names), path
