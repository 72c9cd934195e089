"""Files of the data that are written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files, new ones first; if one cannot be written, those before it are as they were.

    Each is written beside its place and put there in one step. OSError as the system says.
    """
    before = {path: path.read_bytes() if os.path.lexists(path) else None for path in files}
    order = sorted(files, key=lambda path: before[path] is not None)
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path in order:
            missing = [path.parent, *path.parent.parents]
            for folder in reversed([one for one in missing if not one.is_dir()]):
                folder.mkdir()
                made.append(folder)
            waiting[path] = path.with_name(f".{path.name}.tmp")
            _put(waiting[path], files[path], path)
        for path in order:
            os.replace(waiting[path], path)
            done.append(path)
    except BaseException:
        for path in reversed(done):
            old = before[path]
            if old is None:
                path.unlink()
            else:
                path.write_bytes(old)
        raise
    finally:
        for path in waiting.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()  # only an empty one


def _put(path: Path, content: bytes, like: Path) -> None:
    """Write a file with the rights of the one whose place it takes."""
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        os.chmod(path, like.stat().st_mode & 0o777)
