"""The bar of a page in a browser: on a phone, with and without script, under the policy, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import ROOT, write_results
from test_browser import browser
from test_citation import site_of
from test_csp import WATCH, guarded

from generator.pages.article import article
from generator.pages.markup import to_html

__all__ = ["browser"]  # the fixture

PHONE = {"width": 360, "height": 740}

TARGETS = """() => [...document.querySelectorAll(".rk-ref a, .rk-use summary, .rk-quote > summary")]
  .filter(one => one.checkVisibility()).map(one => {
    const box = one.getBoundingClientRect();
    return [one.textContent.trim().slice(0, 30), box.width, box.height];
  })"""

OVERLAP = """() => [...document.querySelectorAll(".rk-ref")].flatMap(mark => {
  const at = [...mark.querySelectorAll("a")].map(one => one.getBoundingClientRect());
  return at.slice(1).map((box, index) => box.left + box.width / 2 - at[index].left - at[index].width / 2);
})"""


def test_a_page_is_cited_and_taken_along_in_two_taps(browser: Any, contoh: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.add_init_script(
        "window.told = [];"
        "const writeText = text => (told.push(text), Promise.resolve());"
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText}});"
    )
    with guarded(contoh) as address:
        page.goto(f"{address}2025/umpama/")
        for name, width, height in page.evaluate(TARGETS):
            assert width >= 24 and height >= 24, (name, width, height)
        for path in ("2025/umpama/", "2025/kelompok/kabupaten-kota/", "2025/", "wilayah/umpama/"):
            page.goto(address + path)
            page.get_by_text("Kutip", exact=True).first.click()
            page.get_by_role("button", name="Salin Kalimat").click()
            page.get_by_role("button", name="Tersalin").wait_for()
            said = page.evaluate("told.pop() || ''")
            assert "oleh Komisi Informasi Provinsi Contoh" in said and "contoh" in said, (
                path,
                said,
            )
            page.get_by_text("Unduh", exact=True).first.click()
            assert page.locator(".rk-use a[download]:visible").count() >= 3, path
            assert not page.get_by_role("button", name="Salin APA").is_visible(), "one at a time"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= PHONE["width"], (path, wide)
        page.goto(f"{address}2025/umpama/#skor")
        row = page.locator("#skor")
        row.locator("summary").click()
        row.get_by_role("button").click()
        assert page.evaluate("told.pop()").startswith("Skor Kabupaten Umpama dalam evaluasi")
        assert page.evaluate("window.refused") == []
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.emulate_media(media="print")
        assert not page.locator(".rk-use:visible, .rk-quote:visible").count()
    context.close()


def test_the_sheet_of_the_device_is_asked_where_there_is_one(browser: Any, contoh: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.add_init_script(
        "navigator.share = what => { window.shared = what; return Promise.resolve(); };"
    )
    with guarded(contoh) as address:
        page.goto(f"{address}2025/umpama/")
        page.get_by_text("Bagikan", exact=True).click()
        shared = page.evaluate("window.shared")
        assert shared["url"] == f"{address}2025/umpama/" and "Umpama" in shared["title"]
        assert not page.locator(".rk-use details[open]").count()
    context.close()


def test_everything_opens_without_script(browser: Any, contoh: Path) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    with guarded(contoh) as address:
        page.goto(f"{address}2025/umpama/")
        page.locator(".rk-use summary").nth(1).click()
        assert page.locator("#rk-kalimat").is_visible() and page.locator("#rk-bibtex").is_visible()
        assert not page.get_by_role("button", name="Salin Kalimat").count()
        assert page.locator(".rk-use button:visible").count() == 0
    context.close()


def test_a_source_says_its_kind_as_far_as_the_data_do(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "2024/edition.yml": (
            "year: 2024\ntitle: E\norganizer: Komisi Informasi Contoh\nstatus: final\n"
            "decision: {number: 1/KEP, url: https://contoh.id/kep}\n"
            "sources:\n"
            "  - {id: a, title: Koran Pagi, kind: press, url: https://contoh.id/a}\n"
            "  - {id: b, title: Pengumuman, publisher: Komisi Informasi Contoh}\n"
            "  - {id: c, title: Naskah, url: https://contoh.id/kep}\n"
            "  - {id: d, title: Pers Lokal, publisher: Pemerintah Alfa}\n"
            "scale: {categories: [{name: Baik, minimum: 50}, {name: Kurang, minimum: 0}]}\n"
        ),
        "2024/alfa.yml": (
            "region: alfa\nscore: {value: 60, source: a}\ncategory: {value: Baik, source: b}\n"
            "rank: {value: 1, source: c, others: [{value: 1, source: d}]}\n"
        ),
    }
    html = to_html(article(site_of(write_results(tmp_path, files)), 2024, "alfa").text)
    listed = html.partition('class="rk-sources"')[2]
    marks = {
        name: listed.partition(name)[2].partition("</li>")[0]
        for name in ("Koran Pagi", "Pengumuman", "Naskah", "Pers Lokal")
    }
    assert "(pers)" in marks["Koran Pagi"]
    assert "(penyelenggara; tanpa tautan)" in marks["Pengumuman"]
    assert "(keputusan)" in marks["Naskah"]
    assert "(tanpa tautan)" in marks["Pers Lokal"], "no kind is guessed from a name"


def test_the_real_sources_of_news_say_so() -> None:
    site = site_of(ROOT / "results")
    kinds = [s.kind for e in site.dataset.evaluations.values() for s in e.sources.values()]
    assert kinds.count("press") > 3
