"""What is kept from one build to the next in the user's cache folder; deleting it harms nothing.

Compiled templates, and that the sentences of this version were found right: on a small site both
take longer than making its pages. Everything stands under a name made of the sources that it
depends on, so a changed template, sentence, rule or version never meets what was kept of another.
What cannot be kept (no home, no room, a folder of someone else) is simply made again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

UNUSED = 30 * 24 * 3600
"""Seconds after which what an earlier version kept is removed."""


def kept_folder(*sources: Path, variant: str = "") -> Path | None:
    """The folder for what depends on these files (of folders: all in them) and on how it was made.

    None if there is none, and nothing can be kept.
    """
    return _folder(_digest(sources, variant))


@cache
def _folder(name: str) -> Path | None:
    try:
        above = user_cache_path("rapor-kip", appauthor=False)
        folder = above / name
        if not folder.is_dir():
            folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
            _clear(above)
        # Compiled templates are programs: never those of a folder that others may write to.
        found = folder.stat()
        mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
        open_to_others = os.name == "posix" and found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        return folder if mine and not open_to_others else None
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None


def _clear(above: Path) -> None:
    for old in above.iterdir():
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > UNUSED:
                shutil.rmtree(old)


def _digest(sources: Iterable[Path], variant: str) -> str:
    made_by = f"{sys.implementation.cache_tag} {version('jinja2')} {variant}"
    found = hashlib.sha256(made_by.encode())
    for source in sources:
        files = sorted(source.rglob("*")) if source.is_dir() else [source]
        for file in files:
            if file.suffix in (".py", ".yml", ".po"):
                content = file.read_bytes()
                found.update(f"\0{file.name} {len(content)}\0".encode())
                found.update(content)
    return found.hexdigest()[:32]


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's own, in a folder that may vanish or fill up at any moment."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(*sources: Path, variant: str = "") -> CompiledTemplates | None:
    """Where templates are kept that are compiled by these files, in this way."""
    folder = kept_folder(*sources, variant=variant)
    return CompiledTemplates(str(folder), "%s.jinja") if folder else None
