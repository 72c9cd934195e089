"""A new site of each of the 38 provinces, checked and built: `python -m tests.every_province`.

By hand, for a build of each takes a minute; `tests/test_init.py` has three of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.cli import main
from generator.starting.bodies import provinces


def run() -> int:
    """Tell of each province how long it took; the number that failed."""
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        for code, name in provinces().items():
            site, began = Path(temporary) / code, time.perf_counter()
            right = main(["init", str(site), "--province", code, "--year", "2026"]) == 0
            right = right and main(["check", str(site)]) == 0
            built = [sys.executable, "-m", "mkdocs", "build", "-q"]
            right = right and subprocess.run(built, cwd=site, check=False).returncode == 0
            right = right and (site / "site/wilayah/index.html").is_file()
            failed += not right
            told = "ok" if right else "FAILED"
            print(f"{code} {name}: {told}, {time.perf_counter() - began:.1f} s", file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(run())
