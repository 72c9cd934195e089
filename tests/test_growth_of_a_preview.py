"""A preview that is open for days holds no more after the thousandth edit than after the tenth.

What is allocated is counted, not measured: ``python -m benchmarks.serve FOLDER --changes 1000`` tells
what the system says of a real server.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper

import pytest
from test_hooks import Preview, preview

__all__ = ["preview"]  # the fixture

WARM, MANY = 9, 25  # both after an edit that is right: what is told of a wrong one is held as well
PAGES = ("/", "/2024/", "/2024/alfa/", "/wilayah/alfa/", "/data/hasil.csv")
FEW = 80
"""Blocks for each edit that are no growth: how a set or a pool of MkDocs happens to stand."""


def held() -> int:
    """Blocks of memory that Python has given out, without what caches that have an end hold."""
    gc.unfreeze()
    for cached in gc.get_objects():
        if isinstance(cached, _lru_cache_wrapper) and cached.cache_parameters()["maxsize"]:
            cached.cache_clear()
    gc.collect()
    return sys.getallocatedblocks()


def growth(shown: Preview, many: int = MANY) -> float:
    """Blocks that an edit leaves behind."""
    edited = shown.folder / "results/2024/alfa.yml"
    before = 0
    for number in range(many):
        score = f"{40 + number}.{number:02}"
        wrong = "" if number % 5 else "skor: 1\n"
        edited.write_text(f"region: alfa\nscore: {score}\n{wrong}", encoding="utf-8")
        shown.build()
        for path in PAGES:
            told = shown.get(path)
        assert wrong or score in told, number
        if number == WARM:
            before = held()
    return (held() - before) / (many - WARM)


def test_edits_leave_nothing_behind(preview: Callable[..., Preview]) -> None:
    assert growth(preview()) < FEW


def test_what_an_edit_leaves_is_seen(
    preview: Callable[..., Preview], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, left = preview(), []
    build = shown.build
    monkeypatch.setattr(shown, "build", lambda: (build(), left.append([[] for _ in range(99)])))
    assert growth(shown, 15) > FEW
