"""Publishing: whatever happens to a build, a whole site stays at the site folder."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from publication import (
    DOTS,
    NEW,
    OLD,
    beside,
    posix_only,
    read,
    write,
)

from generator.plugin.publish import Publication, PublishError


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
