"""No violation of accessibility rules on any kind of page: phone and desk, light and dark, folded and open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_browser import DEEP, PAGES, browser, served

__all__ = ["browser"]  # the fixture

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
RUN = "options => axe.run(options).then(found => found.violations)"
OPEN = "open => document.querySelectorAll('details').forEach(d => { d.open = open; })"

STATES = [
    # Width, scheme, all details open, rules: each pair of the first three occurs, and no more is told by
    # all eight. What is not a colour depends on width and details alone.
    (360, "light", False, OPTIONS),
    (360, "dark", True, COLOURS),
    (1280, "light", True, OPTIONS),
    (1280, "dark", False, COLOURS),
]

SITES = {
    "kalsel": PAGES,
    "contoh": ["", *DEEP, "en/", *(f"en/{path}" for path in DEEP[::3])],
    "banten": ["2020/", "2020/lebak/", "2021/tangerang/"],
    "ikip": ["", "2021/", "2021/bali/", "wilayah/bali/"],
}
"""A page of each kind and depth."""


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_violated(browser: Any, name: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(name)
    context = browser.new_context()
    page = context.new_page()
    found = []
    with served(built) as address:
        for path in SITES[name]:
            assert (built / path).exists(), path
            page.goto(address + path)
            page.evaluate(Axe().axe_script)
            for width, scheme, opened, rules in STATES:
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)
                page.evaluate(OPEN, opened)
                for violation in page.evaluate(RUN, rules):
                    nodes = [node["html"][:200] for node in violation["nodes"]]
                    found.append((path, width, scheme, opened, violation["id"], nodes[:3]))
    context.close()
    assert not found, found


def test_a_violation_would_be_seen(browser: Any, tmp_path: Path) -> None:
    """The control of the test above."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="id"><title>x</title><main><h1>x</h1><img src="x.png">'
        '<p style="color:#bbb;background:#fff">pudar</p></main></html>'
    )
    page = browser.new_page()
    with served(tmp_path) as address:
        page.goto(address)
        page.evaluate(Axe().axe_script)
        found = {violation["id"] for violation in page.evaluate(RUN, OPTIONS)}
    page.close()
    assert {"image-alt", "color-contrast"} <= found
