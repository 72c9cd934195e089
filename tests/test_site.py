"""The built sites: every link leads somewhere, nothing comes from elsewhere, pages are well-formed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import markdown
import pytest
from conftest import ROOT, dataset_of, mkdocs, whole_of, write_site
from showcase import Shown

from generator.pages.markup import to_html
from generator.theme import inline_script_hash

START = re.compile(r'<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*/?>')
ATTRIBUTE = re.compile(r'\s([^\s=>"]+)="([^"]*)"')

Element = tuple[str, dict[str, str]]


def pages(site: Path) -> Iterator[tuple[str, list[Element]]]:
    """The elements of each page with their attributes, all written in one way: a strict parser, forty
    times as slow, reads what ``test_pages_are_well_formed`` gives it."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = [(tag, dict(ATTRIBUTE.findall(more))) for tag, more in START.findall(text)]
        for name in ("href", "src", "id"):
            read = sum(name in attributes for _, attributes in found)
            assert read == len(re.findall(rf"<[^>]*\s{name}=", text)), (path, name)
        yield path.relative_to(site).as_posix(), found


def check_links(site: Path, base: str = "/") -> int:
    found = dict(pages(site))
    ids = {
        name: {more["id"] for _, more in listed if "id" in more} for name, listed in found.items()
    }
    checked = 0
    for name, listed in found.items():
        here = base + (name if name == "404.html" else name.removesuffix("index.html"))
        for tag, attributes in listed:
            for attribute in ("href", "src"):
                link = unescape(attributes.get(attribute, "mailto:"))
                if urlsplit(link).scheme in ("mailto", "tel"):
                    continue
                rel = attributes.get("rel")
                if rel in ("external", "canonical") or link.startswith("http"):
                    assert tag == "a" or (tag, rel) == ("link", "canonical"), (name, link)
                    continue
                target = urlsplit(urljoin(f"http://site{here}", link))
                path = unquote(target.path).removeprefix(base)
                path = path + "index.html" if path == "" or path.endswith("/") else path
                assert (site / path).is_file(), (name, link)
                assert not target.fragment or target.fragment in ids[path], (name, link)
                checked += 1
    return checked


def test_links(kalsel: Path, banten: Path, sulsel: Path) -> None:
    assert check_links(kalsel) > 3000
    assert check_links(banten) > 500
    assert check_links(sulsel) > 3000


def test_pages_are_well_formed(sites: dict[str, Path], shown: list[Shown]) -> None:
    """Of those that show no more than others, every tenth is parsed as well."""
    parser = html5lib.HTMLParser(strict=True)
    hashes = set()
    for name, site in sites.items():
        paths = sorted(site.rglob("*.html"))
        english = {path for path in paths if path.relative_to(site).parts[0] == "en"}
        named = (site / one.path for one in shown if one.site == name)
        parsed = {path / "index.html" if path.is_dir() else path for path in named}
        parsed |= {*paths[::10]}
        for path in paths:
            text = path.read_text(encoding="utf-8")
            if path in parsed:
                parser.parse(text)
            assert len(re.findall(r"<h1[ >]", text)) == 1, path
            found = re.findall(r'\sid="([^"]+)"', text)
            assert len(found) == len(set(found)), path
            assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", text), path
            code, unofficial = (
                ("en", "not an official") if path in english else ("id", "bukan situs resmi")
            )
            assert f'<html lang="{code}"' in text and "<title>" in text, path
            assert unofficial in text and "Laporkan kesalahan" not in text, path
            hashes |= set(re.findall(r"<script>(.*?)</script>", text, re.DOTALL))
            assert text.count("<table") == text.count("<caption") or "rk-page--prose" in text, path
    assert len(hashes) == 1, "one inline script, the same on every page"
    assert inline_script_hash().startswith("'sha256-")


def test_nothing_from_another_host(kalsel: Path) -> None:
    for path in kalsel.rglob("*"):
        if path.suffix in (".css", ".js"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(
                r"url\([\"']?https?:|import [\"']https?:|fetch\([\"'`](?:https?:|//)", text
            ), path
    assert not list(kalsel.rglob("bundle*.js")), "the theme's unused files stay out"


def test_story_of_balangan(kalsel: Path) -> None:
    text = (kalsel / "2025/balangan/index.html").read_text(encoding="utf-8")
    for words in (
        "naik dari kategori Menuju Informatif ke Informatif",
        "21 Oktober 2025",
        "M. Ayub Khan",
        "Slamet Enggo Widodo",
        "Hasil 2025 melampaui target itu",
    ):
        assert words in text


def test_tabalong_has_no_rank(kalsel: Path) -> None:
    text = (kalsel / "2025/tabalong/index.html").read_text(encoding="utf-8")
    assert (
        "peringkat 1 dari" not in text
        and "tidak dihitung; skor peserta lain belum diketahui" in text
    )


def test_banten(banten: Path) -> None:
    text = (banten / "2021/tangerang/index.html").read_text(encoding="utf-8")
    assert "12,48 poin" in text
    assert "Kota Serang, 87,25, termasuk Menuju Informatif menurut skala" in (
        banten / "2021/kota-serang/index.html"
    ).read_text("utf-8")
    ranking = (banten / "2021/index.html").read_text(encoding="utf-8")
    row = ranking.partition('id="wilayah-kota-serang"')[2].partition("</tr>")[0]
    assert "kategori dengan catatan" in row
    assert ranking.count("kategori dengan catatan") == 2  # of Pandeglang too, and of nobody else
    assert "§</span> Kategori dengan catatan, yang tertera pada laporan badan itu." in ranking


def test_sulsel_keeps_what_its_sources_disagree_on(sulsel: Path) -> None:
    """Both scores, and what both print of the participants; and 2018, on another scale, is compared with nothing."""
    article = (sulsel / "2018/luwu-utara/index.html").read_text("utf-8")
    assert "92,08 oleh koranseruya.com" in article and "92,84 oleh makassar" in article
    edition = (sulsel / "2018/kelompok/kabupaten-kota/index.html").read_text("utf-8")
    assert "Menurut koranseruya.com pada 21 Desember 2018, 15 ikut serta" in edition
    assert "menyebut lima hasil dan 13 kabupaten/kota lain" in edition
    region = (sulsel / "wilayah/kota-parepare/index.html").read_text("utf-8")
    assert "dari 2019" in region and "dari 2018" not in region


EXTENSIONS = [
    "tables",
    "attr_list",
    "md_in_html",
    "def_list",
    "admonition",
    "footnotes",
    "toc",
    "abbr",
    "pymdownx.superfences",
    "pymdownx.details",
    "pymdownx.tilde",
    "pymdownx.caret",
    "pymdownx.mark",
    "pymdownx.betterem",
    "pymdownx.tasklist",
]


def plain(html: str) -> str:
    """The letters of a page; where its columns begin is a comment to other readers of Markdown."""
    tree = html5lib.parse(re.sub("<!--.*?-->", "", html), treebuilder="etree")
    return re.sub(r"\s+", "", "".join(tree.itertext()))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "wilayah/",
        "wilayah/balangan/",
        "2025/",
        "2025/balangan/",
        "2025/banjar/",
        "koreksi/",
        "data/",
        "2024/provinsi-kalimantan-timur/",
    ],
)
def test_markdown_means_the_same_to_both_readers(address: str) -> None:
    text = whole_of(dataset_of(ROOT / "results")).page(address).markdown
    assert plain(to_html(text)) == plain(markdown.markdown(text, extensions=EXTENSIONS))


HOSTILE = """<script>alert(1)</script> *a* _b_ `c` [x](javascript:alert(1)) # h | {: .x } "q" 'r' &amp; ~~s~~ 1. x"""


def test_text_stays_text(tmp_path: Path) -> None:
    import yaml

    regions = {
        "groups": [{"id": "kabupaten-kota", "name": HOSTILE}],
        "regions": [
            {
                "id": "alfa",
                "name": HOSTILE,
                "kind": "kabupaten",
                "group": "kabupaten-kota",
                "also": ["=1+1", HOSTILE],
                "tile": [0, 0],
                "ppid": {"office": HOSTILE},
            }
        ],
    }
    result = {
        "region": "alfa",
        "score": {"value": "87.45", "note": HOSTILE},
        "statements": [{"speaker": HOSTILE, "verb": "menyatakan", "text": HOSTILE}],
        "responses": [{"date": "2024-01-01", "by": HOSTILE, "text": HOSTILE}],
        "activities": [{"date": "2024-01-01", "kind": "x", "title": HOSTILE}],
    }
    folder = write_site(
        tmp_path, {"regions.yml": yaml.safe_dump(regions), "2024/alfa.yml": yaml.safe_dump(result)}
    )
    made = whole_of(dataset_of(folder / "results"))
    for address in made.makers:
        page = made.page(address)
        html = to_html(page.markdown)
        assert "<script" not in html and 'javascript:alert(1)"' not in html, address
        assert plain(html) == plain(markdown.markdown(page.markdown, extensions=EXTENSIONS)), (
            address
        )
        if address.startswith(("wilayah/alfa", "2024/alfa")):
            assert re.sub(r"\s", "", HOSTILE) in plain(html), address
    done = mkdocs("build", "-q", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout
    text = (folder / "site/2024/alfa/index.html").read_text("utf-8")
    assert "<script>alert" not in text


def digest(site: Path) -> dict[str, str]:
    return {
        p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(site.rglob("*"))
        if p.is_file()
    }


def test_same_input_same_bytes(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    assert mkdocs("build", "-q", cwd=folder, PYTHONHASHSEED="1").returncode == 0
    first = digest(folder / "site")
    assert (
        mkdocs("build", "-q", cwd=folder, PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1").returncode == 0
    )
    second = digest(folder / "site")
    assert first == second and len(first) > 10
