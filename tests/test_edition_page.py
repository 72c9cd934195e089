"""The page of an edition beside those of its groups."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.site import Whole

IKIP = whole_of(dataset_of(ROOT / "examples" / "ikip" / "results"))


def text(whole: Whole, address: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", whole.page(address).markdown).split()))


def test_the_report_stands_on_the_page_of_the_group_alone(tmp_path: Path) -> None:
    """The year has headline, ranking and lead, also where it has one group."""
    files: dict[str, str | None] = {"2024/edition.yml": EDITION + "notes: [Catatan edisi itu.]\n"}
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    edition, group = text(whole, "2024/"), text(whole, "2024/kelompok/kabupaten-kota/")
    lead = "Kabupaten Alfa berkategori Menuju Informatif"
    assert lead in edition and lead in group
    assert "Laporan, catatan, dan sumber kabupaten/kota 2024" in edition
    told = "Hasil kabupaten/kota lain dalam evaluasi itu"
    assert told in group and told not in edition
    assert "Catatan edisi itu." in group and "Catatan edisi itu." in edition


def test_the_notes_of_each_group_are_named() -> None:
    page = unescape(whole_of(dataset_of(ROOT / "results")).page("2025/").markdown)
    for group in ("kabupaten/kota", "perangkat daerah provinsi", "instansi vertikal", "provinsi"):
        assert f"Laporan, catatan, dan sumber {group} 2025" in page


def test_each_claim_of_a_report_has_the_number_of_its_source(tmp_path: Path) -> None:
    files: dict[str, str | None] = {
        "2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: koran}\n"
    }
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    group = whole.page("2024/kelompok/kabupaten-kota/").markdown
    assert '<a href="#sumber-1"' in group and 'id="sumber-1"' in group
    assert "#sumber-" not in whole.page("2024/").markdown, "there is no list of sources"


def test_what_was_published_of_the_whole_group_stands_on_its_page() -> None:
    """With its source and citation; each region's article says how far from it its score is."""
    page = text(IKIP, "2021/kelompok/provinsi/")
    assert "Skor nasional 71,38 jogja.suara.com" in page
    assert "Skor nasional Indonesia dalam" in page
    assert "1,19 poin di bawah skor nasional (71,38)" in text(IKIP, "2021/bengkulu/")
