"""A phone paints before the style sheet is there, and nothing on its first screen moves when it comes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from of_each_kind import SITES
from test_browser import browser, served

from generator.theme.first import all_first_styles, first_styles

__all__ = ["browser"]  # the fixture

PHONE = {"width": 360, "height": 740}


SHIFTS = """
window.moved = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.moved += one.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize(
    ("width", "paths"),
    [
        (360, ("", "2025/rekaan-utara/", "wilayah/rekaan-utara/", "metodologi/")),
        (1280, ("2025/kelompok/kabupaten-kota/", "2025/rekaan-utara/")),
    ],
)
def test_a_slow_sheet_shifts_nothing(
    browser: Any, contoh: Path, width: int, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    network.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    found = {}
    with served(contoh) as address:
        for path in paths:
            network.send("Network.clearBrowserCache")
            page.goto(address + path)
            page.wait_for_timeout(100)
            found[path] = page.evaluate("window.moved")
    context.close()
    assert max(found.values()) < 0.02, found


def pages(built: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(built.rglob("*.html")):
        text = path.read_text("utf-8")
        yield str(path.relative_to(built)), text


@cache
def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


LARGEST = {"other": 25_000, "article": 33_000}
"""Bytes of a first visit: prose, and pages of results."""
FILES = 5


@pytest.mark.parametrize("name", SITES)
def test_a_first_visit_is_light(name: str, request: Any) -> None:
    """The page with all that it loads, packed as servers pack it, and how many files that are."""
    built: Path = request.getfixturevalue(name)
    for path, text in pages(built):
        kind = re.search(r'class="rk-page rk-page--(\w+)', text)
        assert kind, path
        loaded = set(
            re.findall(
                r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*"([^"]*assets/[^"]*)"', text
            )
        )
        files = {one.partition("assets/")[2] for one in loaded}
        icons = {one for one in files if "favicon" in one}
        files -= set(sorted(icons)[1:])  # a browser takes one of them
        more = 2 if kind[1] in ("compare", "search") else 0  # their own script and sheet
        assert len(files) + 1 <= FILES + more, (path, files)
        weight = packed(text.encode()) + sum(
            packed((built / "assets" / one).read_bytes()) for one in files
        )
        most = LARGEST["other"] if kind[1] == "prose" else LARGEST["article"]
        assert weight <= most, (path, weight)


def test_what_a_page_brings_along_is_small() -> None:
    for styles in all_first_styles():
        assert packed(styles.encode()) <= 5_700
        assert not re.search(r"@media [^{]*(print|min-width)|:hover\{", styles)
    assert first_styles("article") == first_styles("region") != first_styles("home")


LINES = {
    "rapor": 199,
    "find": 500,
    "compare": 320,
    "search": 160,
    "ranking": 99,
    "trial": 99,
    "unduh": 99,
}
"""What a first visit loads, and then what is loaded where there is a part, or when it is used."""


def test_own_scripts_are_short() -> None:
    folder = Path(__file__).parents[1] / "generator/theme/assets/rapor"
    found = {path.stem: len(path.read_text("utf-8").splitlines()) for path in folder.glob("*.js")}
    assert found.keys() == LINES.keys()
    assert not {name: lines for name, lines in found.items() if lines > LINES[name]}


def test_a_page_brings_only_scripts_of_parts_that_it_has(browser: Any, contoh: Path) -> None:
    """Until somebody uses them: of an article the small script alone, of a ranking its own too."""
    asked: list[str] = []
    page = browser.new_page(viewport=PHONE)
    page.on("request", lambda request: asked.append(request.url))
    found = {}
    with served(contoh) as address:
        for path in ("2025/rekaan-utara/", "2025/kelompok/kabupaten-kota/", "metodologi/"):
            asked.clear()
            page.goto(address + path, wait_until="networkidle")
            found[path] = {url.rpartition("/")[2] for url in asked if url.endswith(".js")}
    page.close()
    assert list(found.values()) == [{"rapor.js"}, {"rapor.js", "ranking.js"}, {"rapor.js"}]
