"""Runs the tutorial and takes its pictures, of the site as it is at that step: ``python -m handbook.pictures``.

Needs Chromium, and Playwright from the development dependencies.
"""

from __future__ import annotations

import base64
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from handbook.tutorial import DOCS, follow

SHOWN: dict[str, tuple[str, int, int]] = {
    "mulai-baru": ("/", 360, 640),
    "mulai-edisi": ("/2021/", 1024, 720),
    "mulai-laporan": ("/2021/tangerang/", 360, 640),
    "mulai-koreksi": ("/koreksi/", 1024, 720),
}
"""The page, width and height of each picture."""

QUALITY = 70


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _call(words: tuple[str, ...], here: Path) -> tuple[int, str]:
    program, *arguments = words
    module = {"rapor": "generator.cli", "mkdocs": "mkdocs"}[program]
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(DOCS.parent), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def _picture(browser: Browser, name: str, site: Path) -> None:
    """Build the site as it is, and take the picture of this name."""
    address, width, height = SHOWN[name]
    shown = site.parent / name
    assert _call(("mkdocs", "build", "-q", "--site-dir", str(shown)), site)[0] == 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(shown)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(f"http://127.0.0.1:{server.server_port}{address}", wait_until="networkidle")
        taken = page.context.new_cdp_session(page).send(
            "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
        )
        page.close()
    finally:
        server.shutdown()
    (DOCS / "gambar" / f"{name}.webp").write_bytes(base64.b64decode(taken["data"]))


def main() -> int:
    """Take all pictures; 1 if the tutorial did not go as it says."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        wrong = follow(Path(folder), _call, functools.partial(_picture, browser))
        browser.close()
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
