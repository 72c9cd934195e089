"""How many taps a reader with a phone needs for what readers come for, counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_browser import browser, served

__all__ = ["browser"]  # the fixture


class Phone:
    """A phone on a site: what is tapped is counted; typing and reading are no taps."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address
        self.taps = 0

    def opens(self, path: str = "") -> None:
        self.page.goto(self.address + path)
        self.taps = 0

    def tap(self, target: Any) -> None:
        target.tap()
        self.taps += 1

    def link(self, name: str) -> Any:
        return self.page.get_by_role("link", name=name).first

    def sees(self, text: str) -> None:
        """Wait for a text on the screen, without scrolling."""
        found = self.page.get_by_text(text).locator("visible=true").first
        found.wait_for()
        box = found.bounding_box()
        assert box and 0 <= box["y"] < 740, (text, box)


@pytest.fixture(scope="module")
def phone(browser: Any, kalsel: Path) -> Iterator[Phone]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with served(kalsel) as address:
        yield Phone(context.new_page(), address)
    context.close()


def test_a_region_is_found_with_what_is_unknown_and_why(phone: Phone) -> None:
    phone.opens()
    phone.tap(phone.page.locator("main .rk-find input"))
    phone.page.keyboard.type("tapin")
    phone.tap(phone.page.get_by_role("option", name="Kabupaten Tapin"))
    phone.sees("belum diketahui")
    phone.sees("Cukup Informatif")
    assert phone.taps <= 2


def test_two_are_compared(phone: Phone) -> None:
    phone.opens("2025/tabalong/")
    phone.tap(phone.page.locator(".rk-near").get_by_role("link", name="Tanah Laut"))
    phone.page.locator(".rk-versus").get_by_text("Tabalong").first.wait_for()
    phone.page.locator(".rk-versus").get_by_text("Tanah Laut").first.wait_for()
    assert phone.taps <= 3


def test_who_rose_most_needs_no_more_than_one(phone: Phone) -> None:
    phone.opens()
    phone.sees("naik dua kategori")
    assert phone.taps <= 1


def test_a_figure_is_cited_and_a_table_taken(phone: Phone) -> None:
    phone.opens("2025/tabalong/")
    phone.tap(phone.page.get_by_text("Kutip", exact=True).locator("visible=true").first)
    phone.tap(phone.page.get_by_role("button", name="Salin").locator("visible=true").first)
    assert "80,00" in phone.page.evaluate("navigator.clipboard.readText()")
    assert phone.taps <= 2
    phone.opens("2025/tabalong/")
    phone.tap(phone.page.get_by_text("Unduh", exact=True).locator("visible=true").first)
    with phone.page.expect_download() as taken:
        phone.tap(phone.page.locator("details[open] a[download]").first)
    assert taken.value.suggested_filename and phone.taps <= 2


def test_a_word_is_searched(phone: Phone) -> None:
    phone.opens()
    phone.tap(phone.page.locator("main .rk-find input"))
    phone.page.keyboard.type("sanggahan")
    phone.tap(phone.page.get_by_role("option", name="di seluruh teks"))
    phone.page.locator(".rk-hits h2").first.wait_for()
    assert phone.taps <= 2
