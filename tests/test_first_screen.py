"""What stands on the first screen, and that broad screens are not left half empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_browser import browser, served

__all__ = ["browser"]  # the fixture

SITES = ("kalsel", "banten", "sulsel", "contoh", "ikip")

PHONE = {"width": 360, "height": 740}

RESULT = """() => {
  const of = query => document.querySelector(query);
  const banner = of(".rk-banner");
  const result = of(".rk-told .rk-rungs li, .rk-told .rk-list li");
  return {
    banner: banner ? banner.offsetHeight + 16 : 0,
    result: result && result.getBoundingClientRect().bottom,
    lead: of(".rk-told > p").getBoundingClientRect().top,
    intro: of(".rk-hero__text").getBoundingClientRect().top,
  };
}"""


@pytest.mark.parametrize("name", SITES)
def test_the_first_screen_of_a_phone_holds_the_result(
    browser: Any, name: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(name)
    page = browser.new_page(viewport=PHONE)
    with served(built) as address:
        page.goto(address)
        found = page.evaluate(RESULT)
    page.close()
    assert found["lead"] - found["banner"] < 300, found
    if found["result"] is not None:
        assert found["result"] < PHONE["height"], found
    assert found["intro"] > found["lead"], "what the site is about comes after what it found"


@pytest.mark.parametrize(
    ("name", "path"),
    [("kalsel", "2025/tapin/"), ("kalsel", "2025/balangan/"), ("contoh", "2025/rekaan-utara/")],
)
def test_what_to_do_next_is_on_the_first_screen(
    browser: Any, name: str, path: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(name)
    page = browser.new_page(viewport=PHONE)
    with served(built) as address:
        page.goto(address + path)
        link = page.locator(".rk-result a[href^='#']").last
        box = link.bounding_box()
        link.click()
        heading = page.locator(":target").inner_text()
    page.close()
    assert box["y"] + box["height"] < PHONE["height"]
    assert heading == "Yang dapat dilakukan warga"


def test_obstacles_fill_a_broad_screen(browser: Any, contoh: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with served(contoh) as address:
        page.goto(f"{address}2025/kendala/")
        boxes = page.evaluate(
            """() => [...document.querySelectorAll(".rk-part")].map(part => {
              const box = part.getBoundingClientRect();
              return [box.left, box.right, box.top];
            })"""
        )
    page.close()
    assert len(boxes) > 1
    (_left, right, top), (beside, end, level) = boxes[:2]
    assert right < beside and top == level and end > 1280 * 0.9, boxes


SCREENS = 6

LENGTH = """() => [...document.querySelectorAll("#isi .rk-note--correction")].reduce(
  (height, one) => height - one.offsetHeight - parseFloat(getComputedStyle(one).marginBottom),
  document.querySelector("#isi").offsetHeight
)"""
"""How long a page is without its corrections."""


@pytest.mark.parametrize("name", SITES)
def test_a_ranking_takes_six_screens_of_a_phone(
    browser: Any, name: str, request: pytest.FixtureRequest
) -> None:
    """With its report, figures, notes and sources; a map broader than the phone waits to be asked for.

    Corrections, of which a page tells as many as there were, come on top of that.
    """
    built: Path = request.getfixturevalue(name)
    page = browser.new_page(viewport=PHONE)
    with served(built) as address:
        for path in sorted(built.glob("2???/kelompok/*/index.html")):
            page.goto(f"{address}{path.parent.relative_to(built)}/")
            height = page.evaluate(LENGTH)
            assert height <= SCREENS * PHONE["height"], (path, height / PHONE["height"])
            more = page.locator(".rk-folded a")
            if more.count():
                figure = page.locator(".rk-broad")
                assert not figure.is_visible()
                more.click()
                assert figure.is_visible()
    page.close()
