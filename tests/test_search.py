"""The search of all texts: its page and its index in a browser, what words find, a site without it."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from conftest import ROOT, mkdocs, write_site
from of_each_kind import site_of
from test_browser import browser
from test_csp import Visit, guarded

from generator.language import language
from generator.pages.search import INDEX, synonyms_of
from generator.plugin.searching import SearchError, write_index

__all__ = ["browser"]  # the fixture

SEARCHED = "plugins: [rapor]\n"

TOLD = re.compile("halaman|tersedia")
"""What the state of the page says when the answer is there."""


def asked(visit: Visit, address: str, question: str) -> list[str]:
    """The titles of the first results, with the whole page under its policy."""
    visit.page.goto(f"{address}cari/?q={quote(question)}")
    visit.page.locator(".rk-words__state", has_text=TOLD).wait_for()
    if "Tidak ada" in visit.page.locator(".rk-words__state").inner_text():
        return []
    visit.page.locator(".rk-hits h2").first.wait_for()
    return list(visit.page.locator(".rk-hits h2").all_inner_texts())


def test_words_are_found_by_keyboard(browser: Any, kalsel: Path) -> None:
    visit = Visit(browser, viewport={"width": 360, "height": 740})
    page = visit.page
    with guarded(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        assert not [one for one in visit.asked if INDEX in one], "only where it is used"
        page.locator(".rk-seek summary").click()
        page.locator(".rk-find input:focus").wait_for()  # it comes an event later
        page.keyboard.type("pelayanan")
        option = page.get_by_role("option", name="Cari “pelayanan” di seluruh teks")
        option.wait_for()
        page.keyboard.press("ArrowUp")
        assert option.get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")
        page.locator(".rk-hits mark", has_text=re.compile("^layanan", re.I)).first.wait_for()
        assert page.url == f"{address}cari/?q=pelayanan"
        state = page.locator(".rk-words__state")
        assert state.get_attribute("role") == "status"
        assert 0 < int(state.inner_text().split()[0]) < 20, "not what all pages say alike"
        field = page.get_by_label("Kata di laporan")
        field.fill("kategori informatif")
        field.press("Enter")
        page.locator(".rk-words__state", has_text="kategori informatif").wait_for()
        page.locator(".rk-hits__what", has_text="Laporan · 2025").first.wait_for()
        assert int(state.inner_text().split()[0]) > 10
        assert page.locator(".rk-hits li").count() == 10
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        more = page.get_by_role("button", name="lagi")
        more.focus()
        page.keyboard.press("Enter")
        page.locator(".rk-hits li").nth(10).wait_for()
        eleventh = page.locator(".rk-hits li").nth(10).locator("h2 a")
        assert eleventh.evaluate("one => one === document.activeElement")
        field.fill("slamet enggo widodo")
        field.press("Enter")
        page.locator(".rk-words__state", has_text="slamet enggo").wait_for()
        page.locator(".rk-hits h2", has_text="Balangan Naik").wait_for()
        page.go_back()
        page.locator(".rk-words__state", has_text="kategori informatif").wait_for()
        assert asked(visit, address, "zzzqq") == [] and not page.locator(".rk-hits li").count()
        asked(visit, address, "<img src=x onerror=alert(1)>")  # and no dialog is said
        page.goto(f"{address}wilayah/?q=pelayanan")
        page.locator(".rk-asked a", has_text="di seluruh teks").click()
        page.locator(".rk-hits h2").first.wait_for()
        assert page.evaluate("window.refused") == [], "WebAssembly is allowed here"
    assert {url for url in visit.asked if not url.startswith((address, "data:"))} == set()
    assert visit.said == []
    visit.context.close()


def test_without_script_and_without_index(browser: Any, kalsel: Path, tmp_path: Path) -> None:
    shutil.copytree(kalsel / "cari", tmp_path / "cari")
    shutil.copytree(kalsel / "assets", tmp_path / "assets")
    for script in (False, True):
        visit = Visit(browser, java_script_enabled=script)
        with guarded(tmp_path) as address:
            visit.page.goto(f"{address}cari/?q=layanan")
            if script:
                visit.page.locator(".rk-words__state", has_text="tidak tersedia").wait_for()
            else:
                assert not visit.page.get_by_role("search").locator("#rk-kata").count()
            away = visit.page.get_by_role("link", name="semua wilayah menurut abjad")
            assert away.is_visible() and away.get_attribute("href") == "../wilayah/"
        visit.context.close()


def test_words_that_are_the_same_find_each_other(browser: Any, tmp_path: Path) -> None:
    """Pair by pair: of each list a page with one of its words alone is found by each of the others."""
    groups = [*synonyms_of(site_of(ROOT).site), ["pelayanan", "layanan"]]
    site = write_site(tmp_path, more=SEARCHED)
    pages = {word: f"Halaman {at}" for at, word in enumerate(w for one in groups for w in one)}
    for word, title in pages.items():
        text = f"# {title}\n\nXyz {word} abc.\n"
        (site / "content" / f"{title.replace(' ', '-').lower()}.md").write_text(text, "utf-8")
    done = mkdocs("build", "-q", cwd=site)
    assert done.returncode == 0, done.stdout
    visit = Visit(browser)
    with guarded(site / "site") as address:
        for group in groups:
            for one in group:
                found = asked(visit, address, f"xyz {one}")
                assert {pages[other] for other in group if other != one} <= {*found}, (one, found)
        assert pages["nilai"] in asked(visit, address, "xyz penilaiannya")
        assert pages["terbuka"] not in asked(visit, address, "xyz nilai")
        assert asked(visit, address, '"xyz permohonan abc"') == [pages["permohonan"]]
    visit.context.close()


def test_lists_that_share_a_word_are_one() -> None:
    lists = [(("nilai", "skor"), ("terbuka", "keterbukaan")), (("skor", "angka"),)]
    series = [SimpleNamespace(measure=SimpleNamespace(synonyms=words)) for words in lists]
    site: Any = SimpleNamespace(series=series, language=language("id"))
    assert synonyms_of(site) == [["terbuka", "keterbukaan"], ["nilai", "skor", "angka"]]


def test_the_index_is_the_same_each_time(contoh: Path, tmp_path: Path) -> None:
    found = []
    for name in ("satu", "dua"):
        folder = tmp_path / name / "site"
        shutil.copytree(contoh, folder, ignore=shutil.ignore_patterns("data", "pagefind"))
        write_index(folder, 100, as_files=False)
        found.append(files(folder / INDEX))
    assert found[0] == found[1] == files(contoh / INDEX)
    assert {path.suffix for path in (contoh / INDEX).iterdir()} == {
        *("", ".js", ".json", ".pagefind", ".pf_meta")
    }, "only what the page loads"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_site_without_it_says_so_once(tmp_path: Path) -> None:
    """Where the program does not run, and where nobody wants it, there is no page and no link."""
    left_out = "Situs dibangun tanpa pencarian di seluruh teks"
    off = "plugins:\n  - rapor: {search: false}\n"
    for more, path, told in ((SEARCHED, str(tmp_path / "none"), 1), (off, "", 0)):
        site = write_site(tmp_path / f"site{told}", more=more)
        done = mkdocs("build", cwd=site, **({"PAGEFIND_BINARY_PATH": path} if path else {}))
        assert done.returncode == 0, done.stdout
        assert done.stdout.count(left_out) == told
        assert not (site / "site" / "cari").exists() and not (site / "site" / INDEX).exists()
        for page in (site / "site").rglob("*.html"):
            text = page.read_text("utf-8")
            assert "pagefind" not in text and "cari/?" not in text and "data-search" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="a program of one line")
def test_a_program_that_fails_half_way_loses_no_site(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text('#!/bin/sh\n[ "$1" = --version ] || { echo rusak >&2; exit 3; }\n')
    program.chmod(0o755)
    site = write_site(tmp_path / "site", more=SEARCHED)
    done = mkdocs("build", cwd=site, PAGEFIND_BINARY_PATH=str(program))
    assert done.returncode == 0 and "tidak jadi dibuat (rusak)" in done.stdout
    assert (site / "site" / "cari" / "index.html").is_file()
    assert not (site / "site" / INDEX).exists()


def test_an_index_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SearchError):
        write_index(tmp_path / "none", 1, as_files=True)
