"""``Unduh tabel ini``: exactly the rows in view, as they stand in the ready file; without script that."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from conftest import dataset_of, whole_of, write_results
from test_browser import browser
from test_csp import Visit, guarded

__all__ = ["browser"]  # the fixture

LINK = ".rk-take a"


def taken(page: Any, link: Any) -> tuple[str, bytes]:
    """The name and the bytes of what a link gives."""
    with page.expect_download() as waiting:
        link.click()
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def lines_of(path: Path) -> set[bytes]:
    return set(path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True))


def test_a_table_gives_the_rows_in_view(browser: Any, contoh: Path) -> None:
    with guarded(contoh) as address:
        visit = Visit(browser, accept_downloads=True, viewport={"width": 360, "height": 740})
        page = visit.page
        page.goto(f"{address}2025/kelompok/kabupaten-kota/")
        assert not [url for url in visit.asked if "unduh.js" in url], (
            "it comes when it is asked for"
        )
        ready = lines_of(contoh / "data/hasil-2025.csv")

        name, content = taken(page, page.locator(LINK).first)
        assert name == "hasil-2025-kabupaten-kota.csv" and content.startswith(b"\xef\xbb\xbf")
        shown = page.locator(".rk-ranking tbody tr").evaluate_all(
            "rows => rows.map(row => row.querySelector('th a').textContent)"
        )
        pairs = zip(rows_of(content), shown, strict=True)
        assert all(row["name"].endswith(text) for row, text in pairs)
        assert set(content[3:].splitlines(keepends=True)) <= ready, "nothing is written anew"

        page.locator("[data-order=nama]").click()
        page.locator(".rk-orders select").select_option("+")
        visible = page.locator(".rk-ranking tbody tr:not([hidden]) th a:not(.rk-compare)")
        hrefs = visible.evaluate_all("links => links.map(link => link.pathname)")
        assert 0 < len(hrefs) < len(shown)
        _name, content = taken(page, page.locator(LINK).first)
        found = rows_of(content)
        assert [row["region"] for row in found] == [href.split("/")[-2] for href in hrefs]
        assert all(row["score_state"] and row["source"] for row in found)

        page.goto(f"{address}2025/dongeng/")
        for link in page.locator(f"{LINK}[data-name^=tahap]").all():
            _name, content = taken(page, link)
            assert {row["region"] for row in rows_of(content)} == {"dongeng"}
            table = page.locator("table", has_text="Tahap penilaian").first
            assert len(rows_of(content)) == table.locator("tbody tr").count()
        page.goto(f"{address}2025/indikator/jenis-informasi/")
        _name, content = taken(page, page.locator(LINK).first)
        rows = rows_of(content)
        assert {row["indicator"] for row in rows} == {"jenis-informasi"}
        assert len(rows) == page.locator("tr[id^=wilayah-]").count() > 3
        assert page.evaluate("window.refused") == [] and visit.said == []
        visit.context.close()


def test_without_script_the_ready_file_is_there(browser: Any, contoh: Path) -> None:
    with guarded(contoh) as address:
        context = browser.new_context(java_script_enabled=False, accept_downloads=True)
        page = context.new_page()
        page.goto(f"{address}2025/kelompok/kabupaten-kota/")
        name, content = taken(page, page.locator(LINK).first)
        assert name == "hasil-2025.csv"
        assert content == (contoh / "data/hasil-2025.csv").read_bytes()
        context.close()


def test_no_link_where_there_is_no_file(tmp_path: Path) -> None:
    from generator.site import whole_site

    dataset = dataset_of(write_results(tmp_path, {}))
    with_files = whole_of(dataset)
    without = whole_site(dataset, "Contoh", with_files.site.publisher, {}, files=())
    address = "2024/kelompok/kabupaten-kota/"
    assert "rk-take" in with_files.page(address).markdown
    assert "rk-take" not in without.page(address).markdown
