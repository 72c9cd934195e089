"""What the tests of publishing share: trees of files, a published site, both ways to swap."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.plugin import publish

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


def failing(real: Callable[..., Any], code: int, when: Callable[[str], bool]) -> Callable[..., Any]:
    """A system function that fails for the paths that `when` names."""

    def function(path: Any, *args: Any, **kwargs: Any) -> Any:
        if when(os.fspath(path)):
            raise OSError(code, os.strerror(code), path)
        return real(path, *args, **kwargs)

    return function
