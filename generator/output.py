"""Files that a command writes into a folder of someone's choice: never over the files of others."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.format.problems import Message, Place, Problems, message

LIST = ".rapor.sha256"
"""The files that stand in a folder by this command, as ``sha256sum`` writes and checks them."""

MOST = 10
"""Files in the way that are told: the folder is another's if there are so many."""

Written = dict[str, set[str]]
"""By the path of a file: the sums of what was written there."""


def move(staging: Path, folder: Path, problems: Problems) -> None:
    """Move all files of ``staging`` to the same paths below ``folder``, in the place of those moved before.

    Nothing is moved if a file, folder or link of someone else is in the way of any of them, or if
    a file was changed since it was moved: that is noted. What was moved before and is there no more
    is removed, unless someone changed it. Both folders are on one file system.
    """
    names = sorted(p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file())
    new = {name: {_sum(staging / name)} for name in names}
    before = _read(folder / LIST)
    found = list(islice(_in_the_way(names, before, folder), MOST))
    for path, wrong in found:
        problems.add(
            Place(os.fspath(path)),
            "",
            wrong,
            message("pilih folder tujuan lain, atau pindahkan berkas ini dahulu"),
        )
    if found:
        return
    # Both sums until all are moved: whenever this ends, each file is known.
    folder.mkdir(parents=True, exist_ok=True)
    both = {name: before.get(name, set()) | new.get(name, set()) for name in before | new}
    _list(both, staging, folder)
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staging / name, target)
    for name in before.keys() - new.keys():
        _remove(folder, name, before[name])
    _list(new, staging, folder)


def _remove(folder: Path, name: str, sums: set[str]) -> None:
    """Remove a file written here before, and the folders that it leaves empty; no link is followed."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        return  # no name that was written here
    target = folder / path
    above = target.parents[: len(path.parts) - 1]
    if any(place.is_symlink() for place in (target, *above)) or not target.is_file():
        return
    if _sum(target) not in sums:
        return
    target.unlink()
    for place in above:
        try:
            place.rmdir()
        except OSError:
            return


def put_schemas(schemas: dict[str, dict[str, object]], folder: Path, problems: Problems) -> None:
    """Write ``<name>.schema.json`` for each, over schemas of this product alone; else note why."""
    for name in schemas:
        path = folder / f"{name}.schema.json"
        if os.path.lexists(path) and not _is_schema(path):
            problems.add(
                Place(os.fspath(path)),
                "",
                message("berkas ini bukan tulisan rapor dan tidak akan ditimpa"),
                message("pilih folder tujuan lain, atau pindahkan berkas ini dahulu"),
            )
    if len(problems):
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")


def _is_schema(path: Path) -> bool:
    if path.is_symlink():
        return False
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and str(found.get("title")).startswith("Rapor KIP: ")


def _in_the_way(names: list[str], before: Written, folder: Path) -> Iterator[tuple[Path, Message]]:
    """What cannot be written over, and why, in the order of the names."""
    usable: dict[Path, bool] = {}
    for name in names:
        target = folder / name
        for path in reversed(target.parents[: name.count("/") + 1]):
            if path not in usable:
                folder_itself = path.is_dir() and not path.is_symlink()
                usable[path] = folder_itself or not os.path.lexists(path)
                if not usable[path]:
                    yield path, message("di sini perlu ada folder, bukan berkas atau tautan")
            if not usable[path]:
                break
        else:
            mine = target.is_file() and not target.is_symlink()
            if os.path.lexists(target) and not (mine and _sum(target) in before.get(name, ())):
                wrong = message("berkas ini bukan tulisan rapor, atau diubah sesudah ditulis rapor")
                yield target, wrong


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read(path: Path) -> Written:
    found: Written = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            sum_, _, name = line.partition("  ")
            found.setdefault(name, set()).add(sum_)
    return found


def _list(written: Written, staging: Path, folder: Path) -> None:
    lines = [f"{sum_}  {name}\n" for name in sorted(written) for sum_ in sorted(written[name])]
    (staging / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")
    os.replace(staging / LIST, folder / LIST)
