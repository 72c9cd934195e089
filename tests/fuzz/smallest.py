"""Smaller files with the same mistake: files, then values, then lines are left out as long as it stays."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator

from fuzz.mutate import Written, paths_of, without

Fails = Callable[[Written], bool]


def smallest(files: Written, fails: Fails, seconds: float) -> Written:
    """The smallest files found in the time, of which each part is needed for the mistake."""
    until = time.monotonic() + seconds
    again = True
    while again:
        again = False
        for smaller in _smaller(files):
            if time.monotonic() > until:
                return files
            if fails(smaller):
                files, again = smaller, True
                break
    return files


def _smaller(files: Written) -> Iterator[Written]:
    """The files with something left out, the largest first."""
    for name in sorted(files, key=lambda name: -len(files[name])):
        yield {other: content for other, content in files.items() if other != name}
    for name in sorted(files, key=lambda name: -len(files[name])):
        for content in _less(files[name]):
            yield {**files, name: content}


def _less(content: bytes) -> Iterator[bytes]:
    with contextlib.suppress(ValueError):
        data = json.loads(content)
        for path in sorted(paths_of(data), key=len):
            yield json.dumps(without(data, path), indent=0).encode()
        return
    lines = content.splitlines(keepends=True)
    size = len(lines) // 2
    while size:
        for at in range(0, len(lines), size):
            yield b"".join(lines[:at] + lines[at + size :])
        size //= 2
    if len(lines) == 1 and len(content) > 1:
        half = len(content) // 2
        yield from (content[:half], content[half:])
