"""Whose word each figure is, in the cells of the pages and in the files."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.site import Whole

Files = dict[str, str | None]


@pytest.fixture
def whole(tmp_path: Path) -> Callable[[Files], Whole]:
    return lambda files: whole_of(dataset_of(write_results(tmp_path, files)))


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup and the links that compare."""
    html = re.sub(r'<a class="rk-compare".*?</a>', "", whole.made(address)[1])
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


PAPERS = EDITION.replace(
    "sources: [{id: koran, title: Hasil evaluasi}]\n",
    "sources: [{id: koran, title: H, publisher: Koran}, {id: radio, title: R, publisher: Radio}]\n",
)


def test_each_value_has_its_own_source(whole: Callable[[Files], Whole]) -> None:
    """Nobody is named for what somebody else said, and no contested value stands alone."""
    found = whole(
        {
            "2024/edition.yml": f"{PAPERS}source: koran\n"
            "participants: {took_part: {value: 3, source: radio}}\n",
            "2024/alfa.yml": "region: alfa\ncategory: {value: Informatif, others: "
            "[{value: Cukup Informatif, source: radio}]}\n"
            "score: {value: 92.08, others: [{value: 92.84, source: radio}]}\n",
            "2024/beta.yml": "region: beta\ncategory: Informatif\nrank: 2\n",
        }
    )
    category, score = "Informatif Koran; Cukup Informatif Radio", "92,08 Koran; 92,84 Radio"
    article = text(found, "2024/alfa/")
    assert f"Kategori{category}" in article and f"Skor{score}" in article
    assert "Skor92,08 atau 92,84" in article, "the tile"
    assert f"Kabupaten Alfa{category}†{score}†" in text(found, "2024/")
    assert "92,08 atau 92,84" in text(found, "wilayah/alfa/")
    assert "2 dari 3 Koran banyaknya peserta: Radio" in text(found, "2024/beta/")
    rows = {row["region"]: row for row in rows_of(found)}
    alfa, beta = rows["alfa"], rows["beta"]
    assert (alfa["category"], alfa["category_why"], alfa["score"]) == ("", "unsure", "")
    assert alfa["category_values"] == "Informatif (Koran); Cukup Informatif (Radio)"
    assert alfa["score_values"] == "92.08 (Koran); 92.84 (Radio)"
    assert (beta["rank"], beta["rank_source"], beta["rank_of_source"]) == (
        "2",
        "H (Koran)",
        "R (Radio)",
    )


def test_a_mark_says_why_it_stands_there(whole: Callable[[Files], Whole]) -> None:
    """A figure by a source that the edition names has none; the legend has the causes that occur."""
    office = "{id: kantor, title: K, publisher: Pemerintah Kabupaten Alfa}"
    files: Files = {
        "2024/edition.yml": PAPERS.replace("sources: [", f"sources: [{office}, "),
        "2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: radio}\n",
        "2024/beta.yml": "region: beta\ncategory: {value: Informatif, source: koran}\n",
    }
    assert "†" not in text(whole(files), "2024/")
    files["2024/alfa.yml"] = "region: alfa\nscore: {value: 87.45, source: kantor}\n"
    edition = text(whole(files), "2024/")
    assert "87,45† Pemerintah Kabupaten Alfa" in edition
    assert "† menurut pihak yang dinilai; rinciannya pada laporan masing-masing." in edition
    files["2024/alfa.yml"] = (
        "region: alfa\nscore: {value: 87.45, others: [{value: 81, source: radio}]}\n"
    )
    files["2024/kota-gama.yml"] = "region: kota-gama\ncategory: Informatif\n"
    edition = text(whole(files), "2024/")
    assert edition.count("†") == 3
    told = "tanpa sumber yang dikenal atau sumber-sumbernya menyebut nilai yang berbeda"
    assert f"† {told}; rinciannya" in edition


def test_a_number_of_nobody_proves_of_no_one_that_it_took_part(
    whole: Callable[[Files], Whole],
) -> None:
    """As many as there are: whose word that is must be known before it says anything of each."""
    files: Files = {
        "2024/edition.yml": f"{PAPERS}participants: {{took_part: {{value: 3, source: radio}}}}\n",
        "2024/beta.yml": "region: beta\ncategory: {value: Informatif, source: koran}\n",
    }
    asked = "keterangan apakah badan publik ini ikut serta"
    found = whole(files)
    assert "Keikutsertaan dan kategori" not in text(found, "2024/kota-gama/")
    assert asked not in text(found, "2024/kota-gama/")
    files["2024/edition.yml"] = (
        f"{PAPERS}participants: {{took_part: {{value: 3, unsourced: true}}}}\n"
    )
    found = whole(files)
    told = text(found, "2024/kota-gama/")
    assert "Kategori Kota Gama" in told and "Kota Gama ikut serta" not in told
    assert asked in told


def test_no_office_is_named_that_the_data_do_not_name(whole: Callable[[Files], Whole]) -> None:
    """Who answers for a body is another's office, as often as not: it is not named after the body."""
    found = whole({"2024/beta.yml": "region: beta\ncategory: Informatif\n"})
    article, page = text(found, "2024/beta/"), text(found, "wilayah/beta/")
    assert "PPID Kabupaten Beta" not in article + page
    assert "berhak meminta informasi kepada PPID yang melayani Kabupaten Beta." in article
    assert "Yth. PPID yang melayani Kabupaten Beta" in article
    assert "(PPID) yang melayani Kabupaten Beta. Alamat dan nomor kontaknya" in page


def rows_of(whole: Whole) -> list[dict[str, str]]:
    """The rows of the download of all results."""
    return list(csv.DictReader(whole.files["data/hasil.csv"]().decode("utf-8-sig").splitlines()))


def test_what_the_site_computed_is_nobodys_word(whole: Callable[[Files], Whole]) -> None:
    """A category by the scale stands beside no source, and the lines are those of its inputs."""
    found = whole(
        {
            "2024/edition.yml": PAPERS,
            "2024/alfa.yml": "region: alfa\nscore: {value: 87.45, source: koran}\n"
            "target: {at_least: Informatif, by: Pejabat, source: radio}\n",
            "2024/beta.yml": "region: beta\ncategory: {value: Informatif, source: koran}\n",
            "2024/kota-gama.yml": "region: kota-gama\ncategory: Informatif\n",
        }
    )
    edition, article = text(found, "2024/"), text(found, "2024/alfa/")
    assert "Kabupaten AlfaMenuju Informatif *menurut skala87,45 Koran" in edition
    assert "Kabupaten BetaInformatif Koran" in edition
    assert "Kota GamaInformatif† sumbernya belum diketahui" in edition
    told = "tidak tercapai menurut skala (target dari Pejabat, menurut Radio; hasilnya dihitung)"
    assert f"sedikitnya Informatif: {told}" in article
    assert "kategori dihitung dari results/2024/alfa.yml:2, results/2024/edition.yml:" in article
    assert "; skor results/2024/alfa.yml:2." in article
    alfa = next(row for row in rows_of(found) if row["region"] == "alfa")
    assert (alfa["category_rule"], alfa["score_rule"]) == ("by-scale", "published")
    assert alfa["source"] == "H (Koran)", "that of what it was computed from"


def test_a_table_of_computed_results_says_so_once(whole: Callable[[Files], Whole]) -> None:
    found = whole(
        {
            "instruments/k.yml": "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 100}]\n",
            "2024/edition.yml": f"{PAPERS}source: koran\ninstrument: k\n",
            "2024/alfa.yml": "region: alfa\nstage_scores: {saq: 81.00}\n",
        }
    )
    edition = text(found, "2024/")
    assert edition.count("Kategori: menurut skala, bukan keputusan.") == 1
    assert "Kabupaten AlfaMenuju Informatif81,00" in edition
    assert "Skor: dihitung menurut bobot instrumen, bukan keputusan." in edition
    article = text(found, "2024/alfa/")
    assert "H, Koran" in article, "the source of the stage that it was computed from is listed"
    alfa = next(row for row in rows_of(found) if row["region"] == "alfa")
    assert (alfa["score_rule"], alfa["score_source"]) == ("by-instrument", "H (Koran)")


def test_no_change_is_counted_from_one_of_several_ranks(whole: Callable[[Files], Whole]) -> None:
    older = PAPERS.replace("2024", "2023")
    found = whole(
        {
            "2023/edition.yml": f"{older}source: koran\n",
            "2024/edition.yml": f"{PAPERS}source: koran\n",
            "2023/alfa.yml": "region: alfa\ncategory: Informatif\n"
            "rank: {value: 3, others: [{value: 2, source: radio}]}\n",
            "2024/alfa.yml": "region: alfa\ncategory: Informatif\nrank: 1\n",
        }
    )
    rows = {row["year"]: row for row in rows_of(found) if row["region"] == "alfa"}
    assert (rows["2024"]["rank_change"], rows["2024"]["rank_change_why"]) == ("", "unsure")
    assert (rows["2023"]["rank"], rows["2023"]["rank_values"]) == ("", "3 (Koran); 2 (Radio)")


def test_a_group_names_who_speaks_of_silence_and_whom_a_note_names() -> None:
    banten = whole_of(dataset_of(ROOT / "examples/banten/results"))
    withheld = banten.made("2020/kelompok/kabupaten-kota/")[1]
    assert re.search(r"Cilegon tidak dipublikasikan\.<sup", withheld)
    noted = banten.made("2021/kelompok/kabupaten-kota/")[1]
    sources = noted.partition('<ol class="rk-sources">')[2].partition("</ol>")[0]
    assert "kualifikasi badan publik, 18 Oktober 2021" in re.sub(r"<[^>]+>", "", sources)
