"""Swap a finished site in as a whole, so that a failed build never harms the published one.

On Linux the swap is one ``renameat2(RENAME_EXCHANGE)``: a process killed at any moment leaves the
old or the new site, whole, at the site folder. Elsewhere, and on file systems without exchange, it
is two renames; a process killed between them leaves no site folder and the old site beside it
under its backup name, which the next ``begin`` puts back before anything else.

Files beside a site folder ``site``: ``.site.staging`` (in the making, or an old site on its way
out), ``.site.backup`` (only ever a whole old site, between the two renames), ``.site.trash`` (being
removed) and ``.site.lock`` (stays; the lock on it ends with its process, however that ends).

Nothing is forced onto the disk: after a loss of power (not of a process) soon after a swap, files
of the new site may be empty or cut short, as the operating system had not written them yet. Build
again. Dot entries are hard links to the files that were there before wherever links are possible,
so what cannot be built again is not rewritten.

What holds the folder and not its name (a container that mounts just this folder, a server started
inside it) goes on seeing the removed old site: mount or serve the folder above it.
"""

from __future__ import annotations

import atexit
import ctypes
import errno
import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.format.problems import Message, message, why

_WINDOWS = os.name == "nt"
# renameat2 by number, for a C library that does not name it (older musl).
_SYSCALL = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
# Errors that mean "no exchange here". EPERM is what some container sandboxes say of a system call
# they do not know; where it means a missing right, the renames that follow fail with it as well.
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


class PublishError(Exception):
    """A site that cannot be published; ``told`` says why to the person who builds it."""

    def __init__(self, told: Message) -> None:
        super().__init__(told.text())
        self.told = told


class Publication:
    """One build's way from a staging folder to the site folder; usable again after its end.

    Objects for the same folder, in this process or another, exclude each other from ``begin`` to
    ``commit`` or ``abandon``; those for different folders are independent.
    """

    def __init__(self, site_dir: Path) -> None:
        """Remember the folder; nothing on disk is read but links, and nothing is changed.

        A ``site_dir`` that is a symbolic link stays one: its target is what is swapped.
        """
        self._named = Path(os.path.abspath(site_dir))
        self._site = Path(os.path.realpath(site_dir))
        self._staging = self._beside("staging")
        self._backup = self._beside("backup")
        self._trash = self._beside("trash")
        # Not thread-local: a build may end in another thread than it began in (mkdocs serve).
        self._lock = FileLock(self._beside("lock"), timeout=0, thread_local=False)
        self._begun = False
        self._made: tuple[int, int] | None = None

    @property
    def staging_dir(self) -> Path:
        """Where the build writes: beside the real site folder, hence on the same file system."""
        return self._staging

    def begin(self) -> None:
        """Take the lock and make an empty staging folder, after settling an earlier crash.

        A build of this object that was left open is abandoned first. Missing folders above the
        site are created. Raises ``PublishError`` at once if another build holds the lock, or if the
        site folder is a file, a mount point or in a place that cannot be written to.
        """
        self.abandon()
        with self._explained():
            self._check()
            self._site.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire()
            except Timeout as busy:
                told = message(
                    "Pembangunan lain sedang berjalan untuk folder situs {site}; "
                    "tunggu sampai selesai lalu jalankan lagi.",
                    site=self._named,
                )
                raise PublishError(told) from busy
            self._begun = True
            atexit.register(self.abandon)  # Ctrl-C passes every hook by
            try:
                self._settle()
                _remove(self._trash)
                _remove(self._staging)
                self._staging.mkdir()
                self._made = _identity(self._staging)
                self._inherit()
            except BaseException:
                self.abandon()
                raise

    def commit(self) -> None:
        """Swap the staging folder in, with the dot entries of the old site that it lacks.

        Raises ``PublishError`` (and ``RuntimeError`` without ``begin``); then the old site is in
        place and the build is abandoned. An old site that cannot be removed is no error: the next
        ``begin`` tries again.
        """
        if not self._begun:
            raise RuntimeError("commit() without begin()")
        try:
            with self._explained():
                self._check()
                if _identity(self._staging) != self._made:
                    told = message(
                        "Folder sementara {folder} hilang atau diganti selama pembangunan; "
                        "jalankan lagi.",
                        folder=self._staging,
                    )
                    raise PublishError(told)
                if not any(self._staging.iterdir()):
                    told = message(
                        "Hasil kosong; folder situs {site} tidak diubah.", site=self._named
                    )
                    raise PublishError(told)
                if self._site.exists():
                    self._carry_over()
                    self._swap()
                else:
                    os.rename(self._staging, self._site)
        finally:
            # Also after Ctrl-C. Once swapped, what is called staging is the old site: either way
            # the same has to be put back or removed.
            self.abandon()

    def abandon(self) -> None:
        """Remove staging and release the lock; does nothing without a build begun here.

        Raises ``PublishError`` only if a swap stopped half-way and the old site cannot be put back
        now; the next ``begin`` tries again.
        """
        if not self._begun:
            return
        self._begun = False
        atexit.unregister(self.abandon)
        try:
            try:
                self._settle()
            except OSError as error:
                if not os.path.lexists(self._site):
                    told = message(
                        "Situs lama tersimpan utuh di {backup} tetapi belum dapat dikembalikan ke "
                        "{site} ({error}); jalankan lagi, atau ganti nama folder itu.",
                        backup=self._backup,
                        site=self._site,
                        error=why(error),
                    )
                    raise PublishError(told) from error
            # What cannot be removed now is removed, or named to the person, by the next begin().
            for path in (self._trash, self._staging):
                with suppress(OSError):
                    _remove(path)
        finally:
            self._lock.release()

    def _beside(self, role: str) -> Path:
        return self._site.parent / f".{self._site.name}.{role}"

    def _check(self) -> None:
        """Raise ``PublishError`` where no swap can succeed: better now than after a long build."""
        if Path(os.path.realpath(self._named)) != self._site:
            told = message("Tautan simbolik {link} berubah arah; jalankan lagi.", link=self._named)
            raise PublishError(told)
        if os.path.lexists(self._site) and not self._site.is_dir():
            told = message(
                "site_dir {site} bukan folder; pindahkan atau hapus berkas itu, "
                "atau pilih site_dir lain di mkdocs.yml.",
                site=self._named,
            )
            raise PublishError(told)
        if os.path.ismount(self._site):
            raise self._mounted(self._site)

    def _inherit(self) -> None:
        """Give staging the rights of the site folder, before files inherit them (setgid, ACL)."""
        if not self._site.exists():
            return
        old = self._site.stat()
        if sys.platform != "win32":
            for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
                with suppress(OSError):  # only an administrator may give a folder away
                    os.chown(self._staging, owner, group)
        with suppress(OSError):
            shutil.copystat(self._site, self._staging)
        os.chmod(self._staging, stat.S_IMODE(old.st_mode) | stat.S_IRWXU)

    def _carry_over(self) -> None:
        """Copy the dot entries of the old site, the ones MkDocs keeps, unless the new one has them.

        Copied and never moved: until the swap both sites are whole, whenever the process dies.
        """
        for name in sorted(os.listdir(self._site)):
            source, target = self._site / name, self._staging / name
            if not name.startswith(".") or os.path.lexists(target):
                continue
            if os.path.ismount(source):  # removing the old site would empty what is mounted there
                raise self._mounted(source)
            _copy(source, target)

    def _swap(self) -> None:
        try:
            _exchange(self._staging, self._site)
        except OSError as error:
            if error.errno not in _NO_EXCHANGE:
                raise
            # If the second fails or never comes, _settle() undoes the first.
            os.rename(self._site, self._backup)
            os.rename(self._staging, self._site)

    def _settle(self) -> None:
        """Finish or undo a swap that stopped at any point of its two renames (OSError)."""
        if not os.path.lexists(self._backup):
            return
        # An empty folder is no site: something that needs the folder made it while it was missing.
        with suppress(OSError):
            self._site.rmdir()
        if os.path.lexists(self._site):
            # Renamed before it is removed, so that a backup is never half a site.
            _remove(self._trash)
            os.rename(self._backup, self._trash)
        else:
            os.rename(self._backup, self._site)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn an OSError into a PublishError that says what to do."""
        try:
            yield
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise self._mounted(self._site) from error
            place = error.filename or self._site.parent
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                told = message("Ruang disk habis; kosongkan ruang lalu jalankan lagi.")
            elif _WINDOWS and isinstance(error, PermissionError):
                told = message(
                    "{place} tidak dapat diganti, mungkin karena sedang dibuka program lain; "
                    "tutup program itu lalu jalankan lagi.",
                    place=place,
                )
            elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                told = message(
                    "Tidak ada izin untuk {place}; beri izin tulis di {folder}, "
                    "atau pilih site_dir lain di mkdocs.yml.",
                    place=place,
                    folder=self._site.parent,
                )
            else:
                told = message(
                    "Situs tidak dapat dipasang ({place}: {error}).",
                    place=place,
                    error=why(error),
                )
            told = message("{why} Situs lama di {site} tidak berubah.", why=told, site=self._named)
            raise PublishError(told) from error

    def _mounted(self, place: Path) -> PublishError:
        told = message(
            "{place} adalah mount tersendiri (misalnya volume kontainer) sehingga tidak dapat "
            "ditukar secara utuh; pilih folder di dalam sebuah mount sebagai site_dir di "
            "mkdocs.yml, misalnya {example}.",
            place=place,
            example=self._named / "situs",
        )
        return PublishError(told)


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of its name; None if there is none."""
    try:
        found = folder.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _exchange(first: Path, second: Path) -> None:
    """Swap two folders in one step; OSError as the kernel says, ENOSYS where there is no way."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    libc = ctypes.CDLL(None, use_errno=True)
    number = _SYSCALL.get(platform.machine()) if sys.maxsize > 2**32 else None
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    arguments = (here, os.fsencode(first), here, os.fsencode(second), exchange)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(*arguments)
    elif number is not None:
        failed = libc.syscall(ctypes.c_long(number), *arguments)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(second))


def _copy(source: Path, target: Path) -> None:
    """Copy a file, link or tree: hard links where possible, as ``.git`` may be large."""
    if source.is_dir() and not source.is_symlink():
        target.mkdir()
        for name in os.listdir(source):
            _copy(source / name, target / name)
        shutil.copystat(source, target)
        return
    if not _WINDOWS:  # there, hard links share the read-only mark that _remove() has to clear
        # No links here, too many, a file of another user; no way to link a link (macOS), or to link
        # at all (Android): copy.
        with suppress(OSError, NotImplementedError, AttributeError):
            os.link(source, target, follow_symlinks=False)
            return
    shutil.copy2(source, target, follow_symlinks=False)


def _remove(path: Path) -> None:
    """Remove a file, link or tree, if there, also one with read-only folders; else OSError."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        try:
            shutil.rmtree(path)
        except PermissionError:
            os.chmod(path, stat.S_IRWXU)
            for folder, folders, files in os.walk(path):
                # Never a file on POSIX: the new site may hold a hard link to it.
                for name in folders + (files if _WINDOWS else []):
                    if not os.path.islink(os.path.join(folder, name)):
                        os.chmod(os.path.join(folder, name), stat.S_IRWXU)
            shutil.rmtree(path)
