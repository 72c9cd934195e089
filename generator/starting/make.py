"""Makes the folder of a new site: all of it, checked as ``rapor check`` does, or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.format.problems import Message, Problems, message
from generator.load.load import load
from generator.settings import read_settings
from generator.site import read_site
from generator.starting.machine import runs_in_a_shell
from generator.workbook.skeleton import skeleton

MAY_BE_THERE = frozenset({".git"})
"""What a folder may hold in which a site begins: that of a repository without a file."""


def in_the_way(folder: Path) -> Message | None:
    """Why no site can begin in a folder; None if one can."""
    if not folder.exists():
        return None
    if not folder.is_dir():
        return message("{folder} adalah berkas, bukan folder; sebut folder lain.", folder=folder)
    found = sorted({path.name for path in folder.iterdir()} - MAY_BE_THERE)
    if not found:
        return None
    return message(
        "Folder {folder} tidak kosong (berisi {name}); sebut folder baru, atau kosongkan dahulu.",
        folder=folder,
        name=", ".join(found[:3]) + (", …" if len(found) > 3 else ""),
    )


def make(
    folder: Path, files: Mapping[str, str | bytes], problems: Problems, *, year: int | None = None
) -> bool:
    """Write the files of a site, and the skeleton of an edition; False, with problems noted, if
    ``rapor check`` would refuse them: then nothing is written. OSError if it cannot be written."""
    with _beside(folder) as staging:
        for name, content in files.items():
            _write(staging / name, content)
            if runs_in_a_shell(name):
                (staging / name).chmod(0o755)
        settings = read_settings(staging, problems)
        if year is not None and not len(problems):
            dataset = load(settings.results, problems, measure=settings.measure)
            if dataset is not None:
                text = skeleton(dataset, None, year, settings.publisher.name)
                _write(settings.results / f"{year}/edition.yml", text)
        if not len(problems):
            read_site(settings, problems, drafts=True)
        if len(problems):
            return False
        _move(staging, folder)
    return True


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder on the same file system, which is gone afterwards."""
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".rapor-", dir=parent))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def _move(staging: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    moved: list[Path] = []
    try:
        for path in sorted(staging.iterdir()):
            os.replace(path, folder / path.name)
            moved.append(folder / path.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
