"""Checks what would be written as ``rapor check`` does."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.format.problems import Problem, Problems
from generator.workbook.plan import Plan

Check = Callable[[Path, Problems], object]
"""Reads the results in a folder and notes what is wrong."""


def new_problems(root: Path, files: Mapping[str, str], check: Check) -> list[Problem]:
    """What a check finds in a copy of the results with ``files``, and not in the results as they are."""
    with tempfile.TemporaryDirectory(prefix="rapor-") as temporary:
        copy = Path(temporary) / root.name
        shutil.copytree(root, copy, symlinks=True, ignore=_no_files)
        for name, text in files.items():
            path = copy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        after = Problems()
        check(copy, after)
        if not len(after):
            return []
    before = Problems()
    check(root, before)
    known = {(p.place.file, p.field, p.wrong.text()) for p in before}
    return [p for p in after if (p.place.file, p.field, p.wrong.text()) not in known]


def _no_files(folder: str, names: list[str]) -> list[str]:
    """What is neither a file, a folder nor a link: a pipe cannot be copied, and is told already."""
    modes = {name: os.lstat(os.path.join(folder, name)).st_mode for name in names}
    return [
        name
        for name, mode in modes.items()
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))
    ]


def at_cells(problems: list[Problem], plan: Plan, root: Path) -> Problems:
    """The problems of files that are not there yet, at the cells that their values come from."""
    told = Problems()
    for problem in problems:
        name = problem.place.file.removeprefix(f"{root.name}/")
        path = tuple(
            part for part in problem.field.replace("[", ".").replace("]", "").split(".") if part
        )
        cell = None
        for length in range(len(path), 0, -1):
            found = [
                e
                for (file, p), e in plan.entries.items()
                if file == name and p[:length] == path[:length]
            ]
            if found:
                cell = found[0]
                break
        told.extend([problem if cell is None else replace(problem, place=cell.place)])
    return told
