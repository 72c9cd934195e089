"""Makes a folder read-only for every Python process that has this file's folder on its path.

Rights do not protect a folder from root, as whom tests run in containers; so each event by which
Python opens, makes, renames or removes a file is looked at, in the processes that it forks too. One
that would change something below ``RAPOR_READONLY`` is written to ``RAPOR_READONLY_LOG`` and
refused. Calls past Python (ctypes) are not seen: the test compares the files as well.
"""

from __future__ import annotations

import os
import sys
from typing import Any

FOLDER = os.path.realpath(os.environ["RAPOR_READONLY"])
LOG = os.open(os.environ["RAPOR_READONLY_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)

CHANGES = {  # the arguments of each event that are paths, and the place of its dir_fd
    "os.remove": ((0,), 1),
    "os.rmdir": ((0,), 1),
    "os.mkdir": ((0,), 2),
    "os.rename": ((0, 1), 2),
    "os.link": ((1,), 3),
    "os.symlink": ((1,), 2),
    "os.truncate": ((0,), None),
    "os.chmod": ((0,), 2),
    "os.chown": ((0,), 3),
    "os.utime": ((0,), 3),
    "shutil.rmtree": ((0,), None),
    "shutil.move": ((0, 1), None),
    "shutil.copyfile": ((1,), None),
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def look(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        writes = any(c in mode for c in "wax+") if mode else bool((flags or 0) & WRITING)
        found = [path] if writes else []
        folder = None
    elif event in CHANGES:
        places, at = CHANGES[event]
        found = [arguments[place] for place in places]
        folder = arguments[at] if at is not None and len(arguments) > at else None
    else:
        return
    for path in found:
        if isinstance(path, int):  # an open file: it was looked at when it was opened
            continue
        name = os.path.join(_of(folder), os.fsdecode(path))
        # The folder of the file, not the file: a link is not what it leads to.
        place = os.path.join(os.path.realpath(os.path.dirname(name)), os.path.basename(name))
        for changed in (place, os.path.realpath(name)):
            if os.path.commonpath([changed, FOLDER]) == FOLDER:
                os.write(LOG, f"{event} {changed}\n".encode())
                raise PermissionError(f"{event} in a read-only folder: {changed}")


def _of(folder: object) -> str:
    if isinstance(folder, int) and folder >= 0:
        return os.readlink(f"/proc/self/fd/{folder}")
    return os.getcwd()


sys.addaudithook(look)
