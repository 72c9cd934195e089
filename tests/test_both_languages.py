"""A site in Indonesian and English: the same pages, each leading to the other, and no word of the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from conftest import ROOT, dataset_of, mkdocs, write_site
from test_browser import browser, served

from generator.content import PROSE_PAGES, packaged
from generator.format.problems import Problems
from generator.format.site import Publisher
from generator.language import language, names_en
from generator.settings import read_settings
from generator.site import Whole, whole_site

__all__ = ["browser"]  # the fixture

FULL = ROOT / "tests" / "full"
CODES = ("id", "en")


@cache
def whole(*codes: str) -> Whole:
    prose = {
        f"{'' if code == codes[0] else code + '/'}{name}": packaged("kip", name, code)
        for code in codes
        for name in PROSE_PAGES
    }
    return whole_site(dataset_of(FULL), "Contoh", Publisher(name="P"), prose, languages=codes)


def test_every_page_is_in_both() -> None:
    both = whole("id", "en")
    indonesian = {one for one in both.makers if not one.startswith("en/")}
    english = {one.removeprefix("en/") for one in both.makers if one.startswith("en/")}
    assert english == indonesian == set(whole("id").makers)
    assert set(whole("id").files) <= set(both.files), "the files are there once"


def test_facts_are_computed_once() -> None:
    for mine, other in zip(*(site.series for site in whole("id", "en").sites), strict=True):
        assert mine.facts is other.facts


def test_another_language_changes_no_page_of_the_first() -> None:
    one, both = whole("id"), whole("id", "en")
    for address in one.makers:
        assert one.made(address)[1] == both.made(address)[1], address
    assert one.alternates("2024/alfa/") == []


def test_the_first_language_stands_at_the_root() -> None:
    turned = whole("en", "id")
    assert turned.page("").title == turned.page("id/").title == "Contoh"
    assert "Regions" in turned.page("wilayah/").title
    assert turned.page("id/wilayah/").title.startswith("Wilayah")
    assert turned.site_at("id/2024/").language.code == "id"
    assert [one["url"] for one in turned.alternates("id/2024/alfa/")] == [
        "../../../2024/alfa/",
        "./",
    ]


# What stands on built pages.


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def alternates_of(name: str, text: str) -> dict[str, str]:
    base = f"https://x/{name.removesuffix('index.html')}"
    found = re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]*)"', text)
    return {code: urljoin(base, unescape(href)) for code, href in found}


@pytest.mark.parametrize("name", ["kalsel", "contoh"])
def test_each_page_names_and_links_the_other(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    pages = dict(pages_of(site))
    listed = {path: alternates_of(path, text) for path, text in pages.items()}
    for path, text in pages.items():
        code, other = ("en", "id") if path.startswith("en/") else ("id", "en")
        assert re.search(r'<html[^>]* lang="([a-z]+)"', text)[1] == code, path  # type: ignore[index]
        assert f'property="og:locale" content="{language(code).locale}"' in text, path
        switch = re.findall(r'<a class="rk-lang" href="([^"]+)" hreflang="([a-z]+)"', text)
        assert [to for _, to in switch] == [other], path
        if path.endswith("404.html"):
            continue
        assert listed[path].keys() == {"id", "en", "x-default"}, path
        assert listed[path]["x-default"] == listed[path]["id"], path
        base = f"https://x/{path.removesuffix('index.html')}"
        assert urljoin(base, unescape(switch[0][0])) == listed[path][other], path
        there = listed[path][other].removeprefix("https://x/") + "index.html"
        assert listed[there] == listed[path], path
    assert sum(path.startswith("en/") for path in pages) * 2 == len(pages)


def test_names_are_english(kalsel: Path, contoh: Path) -> None:
    text = (kalsel / "en/2025/balangan/index.html").read_text("utf-8")
    assert "Balangan Regency" in text
    assert "the Information Commission of South Kalimantan" in text
    assert text.count("(Informative)</span>") == 1, (
        "what a category means stands at its first label"
    )
    assert "Banjar Regency" in (kalsel / "en/2024/index.html").read_text("utf-8")
    assert "Regencies and cities" in (contoh / "en/2025/index.html").read_text("utf-8")
    compared = "".join(one.read_text("utf-8") for one in kalsel.glob("en/data/banding/*.json"))
    assert '"Regencies and cities"' in compared and '"Kabupaten/kota"' not in compared


# Prose, options, the rest of a site.


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with prose of its own in one language or in both."""
    more = "site_url: https://contoh.id/sub/\nplugins: [rapor: {search: false}]\n"
    folder = write_site(tmp_path_factory.mktemp("both"), None, more)
    (folder / "content/en").mkdir()
    (folder / "content/gambar.png").write_bytes(b"")
    prose = {
        "catatan.md": "# Catatan\n\n![gambar](gambar.png) [wilayah](../wilayah/) [metode](metodologi.md)\n",
        "panduan.md": "# Panduan",
        "privasi.md": "# Privasi kami",
        "en/panduan.md": "# Guide",
        "en/tentang.md": "# About us\n\n[All regions](../wilayah/)",
    }
    for name, text in prose.items():
        (folder / "content" / name).write_text(text, "utf-8")
    done = mkdocs("build", "-q", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout
    return folder / "site"


def test_prose_is_in_the_language_of_its_place(small: Path) -> None:
    def read(path: str) -> str:
        return (small / path / "index.html").read_text("utf-8")

    assert "<h1" in read("en/tentang") and "About us" in read("en/tentang")
    assert 'href="../wilayah/"' in read("en/tentang"), "to the English list"
    assert (
        "Guide" in read("en/panduan")
        and "lang=" not in read("en/panduan").split("<article")[1][:200]
    )
    assert "It sets no cookies" in read("en/privasi")
    assert "This site’s own text is on the Indonesian page" in read("en/privasi")
    assert "own text" not in read("en/metodologi"), "there is none in either"
    copied = read("en/catatan")
    assert "This page exists in Indonesian only." in copied
    article = copied.split("<article")[1]
    assert article.partition(">")[0].endswith('lang="id"') and "data-pagefind-body" not in article
    assert 'src="../../gambar.png"' in copied and 'href="../metodologi/"' in copied
    assert "This page exists" not in read("catatan")


def test_full_addresses_and_the_sitemap_have_both(small: Path) -> None:
    page = (small / "en/2024/alfa/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://contoh.id/sub/en/2024/alfa/">' in page
    assert 'hreflang="id" href="https://contoh.id/sub/2024/alfa/"' in page
    assert '"inLanguage":"en"' in page
    sitemap = (small / "sitemap.xml").read_text("utf-8")
    for path in ("2024/alfa/", "en/2024/alfa/", "tentang/", "en/tentang/", "en/"):
        assert f"<loc>https://contoh.id/sub/{path}</loc>" in sitemap, path


def test_lost_readers_are_told_in_both(small: Path) -> None:
    for path, told, to in (
        ("404.html", "Halaman tidak ditemukan", "/sub/en/"),
        ("en/404.html", "Page not found", "/sub/"),
    ):
        text = (small / path).read_text("utf-8")
        assert told in text and f'class="rk-lang" href="{to}"' in text, path
    assert 'href="/sub/en/wilayah/"' in (small / "en/404.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "codes"),
    [
        ("", CODES),
        ("languages: [id]", ("id",)),
        ("languages: [en, id]", ("en", "id")),
        ("language: en", ("en",)),
    ],
)
def test_the_option(option: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    site = write_site(tmp_path, None, f"plugins: [rapor: {{{option}}}]\n")
    problems = Problems()
    assert read_settings(site, problems).languages == codes
    assert not len(problems)


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("languages: []", "bukan satu bahasa atau lebih"),
        ("languages: [en, en]", "bukan satu bahasa atau lebih"),
        ("languages: [id, de]", "de"),
        ("language: id, languages: [id, en]", "language dan languages ditulis bersama"),
    ],
)
def test_a_wrong_option_is_told_with_its_line(option: str, told: str, tmp_path: Path) -> None:
    site = write_site(tmp_path, None, f"plugins: [rapor: {{{option}}}]\n")
    problems = Problems()
    read_settings(site, problems)
    (line,) = problems.report()[:-1]
    assert line.startswith("mkdocs.yml:4:") and told in line


def test_what_category_names_mean() -> None:
    measure = whole("id").site.measure
    assert measure.category_in("Menuju Informatif", "en") == "Towards Informative"
    assert measure.category_in("Menuju Informatif", "id") == "Menuju Informatif"
    assert measure.category_in("Lain", "en") == ""
    assert names_en.province("Papua Barat Daya") == "Southwest Papua"


# In a browser.


def test_one_tap_on_a_phone(browser: Any, kalsel: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    with served(kalsel) as address:
        for path in ("", "2025/balangan/", "2025/kelompok/kabupaten-kota/", "metodologi/", "data/"):
            page.goto(address + path)
            header = page.locator(".rk-header").bounding_box()["height"]
            switch = page.locator(".rk-lang")
            box = switch.bounding_box()
            assert switch.is_visible() and box["height"] >= 44 and box["width"] >= 24, path
            assert switch.inner_text().startswith("EN") and header < 80, "one line"
            switch.click()
            page.wait_for_url(f"{address}en/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
            page.locator(".rk-lang").click()
            page.wait_for_url(f"{address}{path}")
        page.goto(f"{address}bandingkan/?wilayah=balangan,tabalong")
        page.locator(".rk-lang").click()
        page.wait_for_url(f"{address}en/bandingkan/?wilayah=balangan,tabalong")
        page.get_by_text("than Tabalong").or_(page.get_by_text("Balangan is")).first.wait_for()
        page.locator(".rk-seek summary").click()
        page.keyboard.type("tapin")
        first = page.get_by_role("option").first
        # There are suggestions from the first letter on: those of the whole word are waited for.
        page.wait_for_function(
            "document.querySelector('[role=option]')?.innerText.includes('Tapin Regency')"
        )
        assert "Tapin Regency" in first.inner_text() and "South Kalimantan" in first.inner_text()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}en/wilayah/tapin/")
    context.close()


def test_english_texts_are_found(browser: Any, kalsel: Path) -> None:
    page = browser.new_page()
    with served(kalsel) as address:
        page.goto(f"{address}en/cari/?q=objection")
        hit = page.locator(".rk-hits a").first
        hit.wait_for()
        assert "/en/" in hit.evaluate("one => one.href")
        assert "contain" in page.locator(".rk-words__state").inner_text()
    page.close()
