"""What the site computed is marked as its own wherever a page shows it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path

from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.site import Whole

KUESIONER = (
    "title: Kuesioner\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 80}, "
    "{id: visit, name: Visitasi, weight: 20}]\n"
)


@cache
def contoh() -> Whole:
    return whole_of(dataset_of(ROOT / "examples" / "contoh" / "results"))


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


def site(folder: Path, **files: str) -> Whole:
    named = {f"2024/{name}.yml": f"region: {name}\n{more}" for name, more in files.items()}
    return whole_of(dataset_of(write_results(folder, named)))


def test_the_box_of_a_region_marks_what_is_the_sites_own() -> None:
    told = text(contoh(), "wilayah/dongeng/")
    assert "Cukup Informatif menurut skala" in told
    assert "81,04 menurut hitungan situs" in told
    assert "4 dari 9 menurut urutan skor" in told


def test_the_table_of_a_region_says_which_years_are_computed() -> None:
    told = "Kategori, skor, dan peringkat pada 2023, 2024, dan 2025 menurut hitungan situs, bukan"
    assert told in text(contoh(), "wilayah/andai/")
    assert "pada 2023 dan 2025 menurut hitungan situs" in text(contoh(), "wilayah/rekaan-selatan/")


def test_figures_of_other_years_are_told_apart(tmp_path: Path) -> None:
    told = text(site(tmp_path), "wilayah/alfa/")
    assert "Kategori pada 2024 menurut skala, bukan keputusan." in told
    assert "menurut hitungan situs" not in told


def test_what_was_published_is_not_marked(tmp_path: Path) -> None:
    told = text(site(tmp_path, beta="score: 91\ncategory: Informatif\nrank: 1\n"), "wilayah/beta/")
    assert not re.search("menurut (skala|hitungan|urutan)", told)


def test_a_verdict_on_a_target_is_as_sure_as_the_result(tmp_path: Path) -> None:
    target = "target: {at_least: Menuju Informatif, by: Bupati}\n"
    whole = site(
        tmp_path, beta=f"score: 61\n{target}", **{"kota-gama": f"category: Informatif\n{target}"}
    )
    assert "Hasilnya: tidak tercapai menurut skala." in text(whole, "wilayah/beta/")
    assert "Hasilnya: tercapai, hasilnya di atas target." in text(whole, "wilayah/kota-gama/")
    assert "tidak tercapai menurut skala" in text(whole, "2024/beta/")


def test_a_verdict_on_a_target_of_a_computed_score(tmp_path: Path) -> None:
    target = "target: {at_least: 80, by: Bupati}\n"
    files = {
        "instruments/k.yml": KUESIONER,
        "2024/edition.yml": EDITION + "instrument: k\n",
        "2024/alfa.yml": f"region: alfa\nstage_scores: {{saq: 82.4, visit: 91}}\n{target}",
    }
    told = text(whole_of(dataset_of(write_results(tmp_path, files))), "wilayah/alfa/")
    assert "Hasilnya: tercapai, hasilnya di atas target menurut hitungan situs." in told


def test_a_ranking_says_whose_score_reaches_a_category_that_it_does_not_have() -> None:
    told = text(contoh(), "2025/")
    why = "tidak terpenuhi: poin penuh pada pertanyaan “Apakah rencana umum pengadaan diumumkan?”"
    who = f"Kabupaten Dongeng (syarat kategori Menuju Informatif {why})."
    assert f"‡ Skornya mencapai batas kategori di atasnya: {who}" in told
    assert told.count("‡") == 2 and "‡" not in text(contoh(), "2024/")


def test_scores_of_an_indicator_are_marked(tmp_path: Path) -> None:
    told = "Skor: dihitung menurut bobot instrumen, bukan keputusan."
    assert told in text(contoh(), "2025/indikator/digitalisasi/")
    files = {
        "instruments/k.yml": KUESIONER
        + "indicators: [{id: web, stage: saq, name: Situs, weight: 100, questions: "
        "[{id: a, text: Ada?, weight: 100, scale: yes-no}]}]\n",
        "2024/edition.yml": EDITION + "instrument: k\n",
        "2024/alfa.yml": "region: alfa\nindicators: {web: 70}\n",
        "2024/beta.yml": "region: beta\nanswers: {a: {verified: ya}}\n",
    }
    page = text(whole_of(dataset_of(write_results(tmp_path, files))), "2024/indikator/web/")
    assert "100,00 menurut hitungan situs" in page and "70 menurut" not in page
    assert told not in page
