"""Measures first visits on a slow phone: ``python -m benchmarks.paint`` writes ``benchmarks/paint.md``.

A phone of 360 px whose processor is four times slower than this one, on a line of 400 kbit/s where
each request waits two seconds. Stock Material stands beside it, with the Markdown of the same pages.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.run import STOCK_CONFIG

HERE = Path(__file__).parent
ROOT = HERE.parent
RUNS = 5
PAGES = {
    "": "home",
    "2025/": "edition",
    "2025/kelompok/provinsi/": "ranking of 38",
    "2025/balangan/": "article",
    "2025/tapin/": "notice",
    "wilayah/balangan/": "region",
    "privasi/": "prose",
}
PACKED = (".html", ".css", ".js", ".svg")
SLOW = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
WATCH = """
window.moved = 0;
window.busy = 0;
const watch = (type, of) => new PerformanceObserver(
  list => list.getEntries().forEach(of)).observe({type, buffered: true});
watch("layout-shift", one => { window.moved += one.value; });
watch("longtask", one => { window.busy = Math.max(window.busy, one.duration); });
"""
TOLD = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  moved, busy, files: performance.getEntriesByType("resource").length + 1,
})"""


class Packing(http.server.SimpleHTTPRequestHandler):
    """A server that packs text as hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """A measurement is quiet."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the visit is over
            self.wfile.write(content)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Browsers drop their lines when a visit ends."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(Packing, directory=str(site))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def visit(browser: Browser, address: str) -> dict[str, float]:
    """One first visit: milliseconds to the first paint, what moved, the longest task, bytes and files."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(WATCH)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    network.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    came: list[float] = []
    network.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(1000)
    found: dict[str, float] = page.evaluate(TOLD)
    context.close()
    return found | {"bytes": sum(came)}


def measure(browser: Browser, site: Path) -> dict[str, dict[str, float]]:
    found = {}
    with served(site) as address:
        for path in PAGES:
            runs = [visit(browser, address + path) for _ in range(RUNS)]
            found[path] = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            print(site.parent.name, path or "/", found[path], flush=True)
    return found


def build(folder: Path) -> tuple[Path, Path]:
    """The site of this repository, and stock Material on its Markdown."""
    own, stock, markdown = folder / "rapor" / "site", folder / "stock", folder / "markdown"
    stock.mkdir()
    (stock / "mkdocs.yml").write_text(STOCK_CONFIG.format(docs=markdown), "utf-8")
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run([*mkdocs, "-d", str(own)], cwd=ROOT, check=True)
    render = [sys.executable, "-m", "generator.cli", "render", str(markdown), "--site", "."]
    subprocess.run(render, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(mkdocs, cwd=stock, check=True, stderr=subprocess.DEVNULL)
    return own, stock / "site"


def table(own: dict[str, dict[str, float]], stock: dict[str, dict[str, float]]) -> str:
    lines = [
        "## First visits on a slow phone",
        "",
        f"`python -m benchmarks.paint`, {date.today()}: 360 px, processor four times slower, 400 kbit/s, two"
        f" seconds for each request; medians of {RUNS} first visits of the site of South Kalimantan, and of"
        " stock Material for MkDocs with the Markdown of the same pages. Moved is the layout shift.",
        "",
        "| page | first paint | stock | loaded | stock | requests | stock | moved | longest task |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for path, name in PAGES.items():
        mine, other = own[path], stock[path]
        lines.append(
            f"| {name} | {mine['paint'] / 1000:.1f} s | {other['paint'] / 1000:.1f} s"
            f" | {mine['bytes'] / 1000:.0f} kB | {other['bytes'] / 1000:.0f} kB | {mine['files']:.0f}"
            f" | {other['files']:.0f} | {mine['moved']:.3f} | {mine['busy']:.0f} ms |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        own, stock = build(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        text = table(measure(browser, own), measure(browser, stock))
        browser.close()
    (HERE / "paint.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
