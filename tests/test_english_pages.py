"""What English pages say of what the data have in Indonesian: named, introduced, never shown as code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ESCAPED = re.compile(r"&lt;/?(?:span|i|em|a|b|small)\b")


def _main(site: Path, address: str) -> str:
    page = (site / "en" / address / "index.html").read_text("utf-8")
    return " ".join(page[page.index("<main") : page.index("</main>")].split())


def _words(site: Path, address: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", _main(site, address)).split())


def test_no_page_shows_markup(kalsel: Path, contoh: Path) -> None:
    for site in (kalsel, contoh):
        shown = [p for p in site.rglob("*.html") if ESCAPED.search(p.read_text("utf-8"))]
        assert not shown


@pytest.mark.parametrize(
    ("address", "told"),
    (
        ("2025/kendala", "Recorded for one regency or city:"),
        ("2025/kota-angan", "Article 7 of Law Number 14 of 2008"),
        (
            "2025/kota-angan",
            "upheld in part (diterima sebagian setelah buktinya diperiksa kembali)",
        ),
        ("2025/rekaan-utara", "the objection was dismissed"),
        ("2025/kota-angan", "The category of Angan City in"),
        ("2025/rekaan-utara", "site visit (visitasi)"),
        ("2023/andai", "Andai was in Kurang Informatif (Less Informative) by score"),
        (
            "2023/andai",
            "Full points on three questions would close the gap; 16 such combinations exist",
        ),
        ("2023/andai", "One of 12 answers was changed on verification."),
    ),
)
def test_pages_of_the_sample_say(contoh: Path, address: str, told: str) -> None:
    assert told in _words(contoh, address)


@pytest.mark.parametrize(
    ("address", "told"),
    (
        ("wilayah/balangan", "Regency (kabupaten); region code 63.11; capital Paringin"),
        ("2025/tabalong", "This site’s note, in Indonesian: Skor dan kategori itu"),
        ("2025", "The source of these figures is not known."),
        ("2025/tabalong", "according to the government of Tabalong Regency"),
        ("tentang", "What the site covers"),
    ),
)
def test_pages_of_real_results_say(kalsel: Path, address: str, told: str) -> None:
    assert told in _words(kalsel, address)


def test_what_is_reported_is_no_quotation(kalsel: Path) -> None:
    page = _main(kalsel, "2025/balangan")
    assert '(reported in Indonesian): <i lang="id">Balangan naik ke kategori' in page


def test_categories_of_another_measure_have_their_meaning(ikip: Path) -> None:
    assert "Sedang (Fair)" in _words(ikip, "2021/bengkulu")
