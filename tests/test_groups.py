"""The pages of groups: each ranking its own address, in several orders; the overview of an edition."""

from __future__ import annotations

import gzip
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results
from reader import texts
from reader_adapter import with_editions
from test_browser import browser, served

from generator.site import Whole

__all__ = ["browser"]  # the fixture

KALSEL = whole_of(dataset_of(ROOT / "results"))


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())


def names(whole: Whole, address: str) -> list[str]:
    """Whom the ranking of a page has, in its order."""
    table = whole.made(address)[1].partition("<tbody")[2].partition("</tbody>")[0]
    return [words(one) for one in re.findall(r'<th scope="row"[^>]*><a [^>]*>(.*?)</a>', table)]


def test_each_group_has_its_page_and_a_line_on_the_overview() -> None:
    for year in KALSEL.site.dataset.years:
        overview = KALSEL.made(f"{year}/")[1]
        groups = [evaluation.group for evaluation in KALSEL.site.dataset.of_year(year)]
        for group in groups:
            assert f"{year}/kelompok/{group.id}/" in KALSEL.makers
            if len(groups) > 1:
                assert f'href="kelompok/{group.id}/"' in overview, (year, group.id)
        anchors = {"kabupatenkota", "instansi-vertikal", "perangkat-daerah-provinsi", "provinsi"}
        found = set(re.findall(r' id="([^"]+)"', overview))
        assert len(anchors & found) == len(groups), "links of old find each group"


def test_the_overview_says_nothing_else_than_the_page_of_its_first_group() -> None:
    pages = {address: KALSEL.page(address).markdown for address in KALSEL.makers}
    merged = with_editions(pages)
    for year in KALSEL.site.dataset.years:
        said = texts(f"{year}/", pages[f"{year}/"])
        assert {text.place for text in said} >= {"headline", "lead"}
        assert set(said) <= set(texts(f"{year}/", merged[f"{year}/"]))


def test_a_ranking_can_be_read_in_other_orders(tmp_path: Path) -> None:
    scores = {"alfa": 70, "beta": 90, "kota-gama": 80}
    files: dict[str, str | None] = {"2024/edition.yml": EDITION}
    files["2023/edition.yml"] = EDITION.replace("2024", "2023")
    regions = "groups: [{id: kabupaten-kota, name: Kabupaten/kota}]\nregions:\n"
    for number, (id_, score) in enumerate({**scores, "delta": 60, "epsilon": 50}.items()):
        regions += f"  - {{id: {id_}, name: Kabupaten {id_.title()}, kind: kabupaten, group: kabupaten-kota}}\n"
        files[f"2024/{id_}.yml"] = f"region: {id_}\nscore: {score}\n"
        files[f"2023/{id_}.yml"] = f"region: {id_}\nscore: {score - 10 * number}\n"
    whole = whole_of(dataset_of(write_results(tmp_path, {"regions.yml": regions, **files})))
    page = "2024/kelompok/kabupaten-kota/"
    short = [name.rpartition(" ")[2] for name in names(whole, page)]
    assert short[0] == "Beta"
    by_name = [name.rpartition(" ")[2] for name in names(whole, f"{page}nama/")]
    assert by_name == sorted(short)
    moved = [name.rpartition(" ")[2] for name in names(whole, f"{page}perubahan/")]
    assert moved[-1] == "Alfa" and sorted(moved) == by_name, "who did not move comes last"
    for order in ("nama", "perubahan"):
        assert f'href="{order}/"' in whole.made(page)[1]
        assert 'href="../"' in whole.made(f"{page}{order}/")[1], "and back"


def test_no_order_of_changes_where_nothing_compares() -> None:
    """What the page of changes has is a column of changes."""
    for name in ("contoh", "sulsel", "banten", "ikip"):
        whole = whole_of(dataset_of(ROOT / "examples" / name / "results"))
        for year in whole.site.dataset.years:
            for evaluation in whole.site.dataset.of_year(year):
                page = f"{year}/kelompok/{evaluation.group.id}/"
                with_changes = 'class="rk-moved"' in whole.made(page)[1]
                linked = 'href="perubahan/"' in whole.made(page)[1]
                assert (f"{page}perubahan/" in whole.makers) is linked
                assert linked <= with_changes, (name, page)


def test_a_ranking_is_filtered_in_place(browser: Any, contoh: Path) -> None:
    """With script; the address keeps what is shown, and opens so again."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    with served(contoh) as address:
        page.goto(f"{address}2025/kelompok/kabupaten-kota/")
        rows = page.locator(".rk-ranking tbody tr:visible")
        every = rows.count()
        page.get_by_label("Tampilkan").select_option("turun")
        assert 0 < rows.count() < every
        assert page.url.endswith("?tampil=-")
        page.reload()
        assert 0 < rows.count() < every
        page.get_by_label("Tampilkan").select_option("")
        page.get_by_role("link", name="nama", exact=True).click()
        assert rows.count() == every and page.url.endswith("?urut=nama")
        shown = rows.locator("th").all_inner_texts()
        assert shown == sorted(shown)
    page.close()


READ_AT_ONCE = """
window.most = 0;
const find = Element.prototype.querySelectorAll, later = window.setTimeout;
let rows = new Set();
Element.prototype.querySelectorAll = function (...what) {
  if (this.tagName === "TR") window.most = Math.max(window.most, rows.add(this).size);
  return find.apply(this, what);
};
window.setTimeout = (act, ...more) => later(() => { rows = new Set(); act(); }, ...more);
"""
"""How many rows of a table a script reads without a pause."""


def test_a_long_ranking_is_done_in_pieces(browser: Any, kalsel: Path) -> None:
    """The filter reads a few rows at a time, so that a slow phone can do other things between."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(READ_AT_ONCE)
    with served(kalsel) as address:
        page.goto(f"{address}2025/kelompok/provinsi/")
        page.get_by_label("Tampilkan").locator("option").nth(3).wait_for(state="attached")
        assert 0 < page.evaluate("most") <= 20
    page.close()


def test_one_switch_puts_the_facts_below_their_paragraphs(browser: Any, kalsel: Path) -> None:
    page = browser.new_page()
    with served(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        proofs = page.locator(".rk-told > .rk-proof")
        assert proofs.count() == 0
        switch = page.get_by_role("switch", name="Periksa kalimat")
        switch.click()
        assert proofs.count() == 4
        assert page.locator(".rk-lead + .rk-proof").count() == 1
        switch.click()
        assert proofs.count() == 0
    page.close()


def printed(page: Any) -> int:
    """How many sheets of A4 a page fills."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_an_article_and_a_ranking_fit_on_one_sheet(
    browser: Any, kalsel: Path, contoh: Path
) -> None:
    page = browser.new_page()
    with served(kalsel) as address:
        for path in ("2025/balangan/", "2025/tapin/", "2025/kelompok/kabupaten-kota/"):
            page.goto(address + path)
            assert printed(page) == 1, path
        text = page.pdf()
        assert text
    with served(contoh) as address:
        for path in ("2025/rekaan-utara/", "2025/kelompok/kabupaten-kota/nama/"):
            page.goto(address + path)
            assert printed(page) == 1, path
    page.close()


@pytest.mark.parametrize(("width", "most"), [(360, 4), (1280, 8)])
def test_few_tab_stops_lie_before_the_first_result(
    browser: Any, kalsel: Path, width: int, most: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    with served(kalsel) as address:
        page.goto(address)
        before = 0
        while not page.evaluate("!!document.activeElement.closest('.rk-rungs')"):
            page.keyboard.press("Tab")
            before += 1
            assert before <= most + 1, "the header, the search, and then the result"
    page.close()


def test_prose_without_extensions_is_light(kalsel: Path, tmp_path: Path) -> None:
    """A first visit: the page, the style sheet and the script, as a server sends them."""
    page = (kalsel / "metodologi/index.html").read_text("utf-8")
    assert "assets/stylesheets/" not in page
    own = [kalsel / "assets/rapor/rapor.css", kalsel / "assets/rapor/rapor.js"]
    weight = sum(len(gzip.compress(path.read_bytes())) for path in own)
    assert weight + len(gzip.compress(page.encode())) < 25_000
    article = (kalsel / "2025/balangan/index.html").read_bytes()
    assert weight + len(gzip.compress(article)) < 35_000


def test_a_thumb_finds_the_number_of_a_source(browser: Any, kalsel: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    with served(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        boxes = [mark.bounding_box() for mark in page.locator(".rk-ref a").all()]
        assert boxes and all(box["width"] >= 24 and box["height"] >= 24 for box in boxes), boxes
    page.close()
