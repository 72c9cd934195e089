"""The least that any generator of these pages has to do: the YAML read, and the bytes written."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import yaml


def floor(site: Path, out: Path) -> tuple[float, float]:
    """Seconds for reading all result files by the C loader, and for writing the built pages again.

    The files are read and written one by one, by a bare loop in one process; ``site`` was built.
    """
    clock = time.perf_counter
    start = clock()
    for path in sorted((site / "results").rglob("*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    reading = clock() - start
    writing = 0.0
    built = site / "site"
    for base, _, names in os.walk(built):
        for name in names:
            content = Path(base, name).read_bytes()
            folder = os.path.join(out, os.path.relpath(base, built))
            start = clock()
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
            writing += clock() - start
    shutil.rmtree(out)
    return reading, writing
