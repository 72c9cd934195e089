"""Pages in a real browser: phone and desk, light and dark, with and without JavaScript."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION, REGIONS, mkdocs, write_site


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Tests are quiet."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def address(kalsel: Path) -> Iterator[str]:
    with served(kalsel) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Any) -> Iterator[Any]:
    """The browser of the run; what a module leaves open is closed after it."""
    yield chromium
    for context in chromium.contexts:
        context.close()


def test_dark_is_dark(browser: Any, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert colours[0] != colours[1]


def test_menu_by_keyboard(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator(".rk-drawer summary").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Metode").first
    link.click()
    assert page.url.endswith("/metodologi/")
    context.close()


def test_the_request_can_be_copied(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "2025/balangan/")
    page.get_by_text("Surat permohonan yang siap disalin").click()
    page.get_by_role("button", name="Salin surat").click()
    page.get_by_role("button", name="Tersalin").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Yth. PPID Kabupaten Balangan" in text
    assert "skor tiap tahap dan tiap indikator" in text and "Nama: …" in text
    assert "Alamatnya belum diketahui dari sumber situs ini" in page.locator("main").inner_text()
    context.close()


def test_without_script_there_is_no_button(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "2025/balangan/")
    page.get_by_text("Surat permohonan yang siap disalin").click()
    assert page.locator("#surat").is_visible()
    assert not page.locator("[data-copy]:visible").count()
    context.close()


LONG = "Sangat Memperhatikan Keterbukaan Informasi Publik Menurut Penilaian Tahun Itu Se"
UNBROKEN = "Informatifseinformatifinformatifnyatanpaspasiyangdapatdipenggalolehperambanapapu"
"""Names of a category of eighty letters, the second without a place to break."""


@pytest.mark.parametrize("name", [LONG, UNBROKEN], ids=["words", "one word"])
def test_long_names_fit_a_phone(browser: Any, name: str, tmp_path: Path) -> None:
    region = f"Kabupaten {UNBROKEN[:60]}"
    scale = f"{{name: {name}, minimum: 80}}, {{name: Lain {name[:70]}, minimum: 0}}"
    site = write_site(
        tmp_path,
        {
            "regions.yml": REGIONS.replace("Kabupaten Alfa", region),
            "2024/edition.yml": EDITION.partition("scale:")[0]
            + f"scale: {{categories: [{scale}]}}\n",
            "2024/beta.yml": "region: beta\nscore: 12.5\n",
        },
    )
    done = mkdocs("build", "-q", cwd=site)
    assert done.returncode == 0, done.stdout
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    for path in ("", "2024/", "2024/alfa/", "wilayah/", "wilayah/alfa/", "metodologi/", "data/"):
        page.goto((site / "site" / path / "index.html").as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, f"/{path}: {wide} px"
    context.close()
