"""What limits a figure stands with it: in the box, in the table of years, and in a citation, which travels alone."""

from __future__ import annotations

import re
from html import unescape

from conftest import ROOT, dataset_of, whole_of

from generator.site import Whole

SULSEL, CONTOH, BANTEN = (
    whole_of(dataset_of(ROOT / f"examples/{name}/results"))
    for name in ("sulsel", "contoh", "banten")
)


def text(whole: Whole, address: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", whole.page(address).markdown)).split())


def test_what_does_not_compare_is_said_with_what_is_not_known_there() -> None:
    evaluation = SULSEL.site.dataset.evaluations[2019, "kabupaten-kota"]
    then = SULSEL.site.dataset.evaluations[2018, "kabupaten-kota"]
    unknown = [
        facts
        for facts in SULSEL.site.facts.evaluation(evaluation).with_result
        if not SULSEL.site.facts.region(then, facts.region.id).category
    ]
    assert len(unknown) > 5
    for facts in unknown:
        page = text(SULSEL, f"2019/{facts.region.id}/")
        assert "kategori 2018 belum diketahui, dan skalanya berbeda" in page


def test_a_citation_of_a_change_says_what_is_not_known_of_the_editions() -> None:
    page = text(SULSEL, "2022/sinjai/")
    cited = page.partition("Perubahan kategori Kabupaten Sinjai")[2].partition("Dimuat di")[0]
    assert "batas kategori 2021 dan 2022 belum diketahui" in cited


def test_a_citation_of_a_distance_says_that_points_alone_do_not_give_the_category() -> None:
    told = 0
    for evaluation in CONTOH.site.dataset.of_group("kabupaten-kota"):
        for facts in CONTOH.site.facts.evaluation(evaluation).with_result:
            page = text(CONTOH, f"{facts.year}/{facts.region.id}/")
            cited = page.partition("Selisih ke kategori berikutnya Kab")[2].partition("Dimuat")[0]
            assert bool(facts.next_requires and cited) == ("bersyarat selain skor." in cited)
            told += "bersyarat selain skor." in cited
    assert told


def test_an_indicator_that_compares_is_not_cited_as_one_that_does_not() -> None:
    pages = [text(CONTOH, a) for a in CONTOH.makers if a.startswith("2024/indikator/")]
    assert pages
    for page in pages:
        if "poin dari 2023" in page:
            assert "Tidak sebanding dengan edisi 2023" not in page


def test_a_target_is_of_whoever_set_it() -> None:
    page = text(CONTOH, "2024/andai/")
    told = "target dari Kepala Dinas Kominfo Kabupaten Andai, menurut Komisi Informasi Provinsi"
    assert told in page


def test_the_table_of_years_has_the_ranks() -> None:
    table = text(BANTEN, "2021/kota-serang/").partition("Kota Serang dari tahun ke tahun")[2]
    assert "Tahun Kategori Skor Peringkat" in table[:60]
    assert "2020 belum diketahui – tidak dipublikasikan 5" in table
