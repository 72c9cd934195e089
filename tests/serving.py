"""``mkdocs serve`` as a person starts it, on a port of its own, and what it answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 90
"""Seconds to wait for an answer: one is enough, but not for a machine that runs other tests as well."""


@dataclass
class Served:
    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def get(self, path: str, wanted: str = "") -> bool:
        """Whether a page is there, in time, in which a text stands."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                    if wanted in answer.read().decode():
                        return True
            except OSError:
                pass
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)
        return False

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


@contextmanager
def serving(site: Path, **environment: str) -> Iterator[Served]:
    """The server of a site, ended afterwards; what it says is beside the site."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    log = site.parent / f"{site.name}-serve.log"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=site,
            stdout=said,
            stderr=said,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
        )
        try:
            yield Served(process, f"http://127.0.0.1:{port}/", log)
        finally:
            process.kill()
            process.wait()
