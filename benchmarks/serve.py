"""How long a changed score takes to be on screen under ``mkdocs serve``: file saved to page served.

``--changes 1000`` makes as many edits, and tells what the server holds in memory after each hundred
(MiB, Linux): it should stay as it is.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def held(process: int) -> float:
    """MiB of memory that a process holds; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = re.search(r"^VmRSS:\s+(\d+) kB", told, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def measure(site: Path, port: int, changes: int = 5) -> list[float]:
    """Seconds from saving a result file to the page with the new score, for some changes."""
    file = sorted((site / "results").glob("2025/*-*.yml"))[0]
    url = f"http://127.0.0.1:{port}/2025/{file.stem}/"
    text = file.read_text(encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"],
        cwd=site,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    taken = []
    try:
        while not fetch(url):
            time.sleep(0.1)
        for number in range(changes):
            score = f"{50 + number % 40}.{10 + number % 89}"
            file.write_text(re.sub(r"(?m)^score: .*$", f"score: {score}", text), encoding="utf-8")
            start = time.perf_counter()
            while score.replace(".", ",") not in fetch(url):
                time.sleep(0.02)
            taken.append(time.perf_counter() - start)
            if number % 100 == 0:
                print(f"{number} changes: {held(server.pid):.0f} MiB", flush=True)
            time.sleep(0.5)
    finally:
        server.terminate()
        server.wait()
        file.write_text(text, encoding="utf-8", newline="\n")
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--changes", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:  # scores are changed, so never in the site itself
        site = Path(folder) / "site"
        ignore = shutil.ignore_patterns(".*", "site", "node_modules")
        shutil.copytree(options.site, site, ignore=ignore)
        taken = measure(site, options.port, options.changes)
        print(f"{min(taken):.2f} to {max(taken):.2f} s, median {statistics.median(taken):.2f} s")


if __name__ == "__main__":
    main()
