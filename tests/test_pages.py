"""Pages of small sites, each made to show one thing."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, whole_of, write_results

from generator.site import Whole

Files = dict[str, str | None]


@pytest.fixture
def whole(tmp_path: Path) -> Callable[[Files], Whole]:
    return lambda files: whole_of(dataset_of(write_results(tmp_path, files)))


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


OLD = """\
title: Kuesioner lama
year: 2023
stages:
  - {id: saq, name: SAQ, weight: 80}
  - {id: visit, name: Visitasi, weight: 20, threshold: 60}
indicators:
  - id: situs
    stage: saq
    name: Situs
    weight: 100
    questions:
      - {id: ada, text: Apakah ada situs?, weight: 50, scale: yes-no, evidence: {kind: tautan}}
      - {id: cari, text: Apakah dapat dicari?, weight: 30, scale: yes-no, not_applicable: true}
      - {id: arsip, text: Apakah ada arsip?, weight: 20, scale: yes-no}
  - {id: kunjungan, stage: visit, name: Kunjungan, weight: 100}
"""
NEW = """\
title: Kuesioner baru
year: 2024
stages:
  - {id: saq, name: SAQ, weight: 70, threshold: 50}
  - {id: visit, name: Visitasi, weight: 30}
indicators:
  - id: situs
    stage: saq
    name: Situs
    weight: 60
    questions:
      - {id: ada, text: Apakah ada situs web?, weight: 100, scale: yes-no}
  - id: layanan
    stage: saq
    name: Layanan
    weight: 40
    questions:
      - {id: cari, text: Apakah dapat dicari?, weight: 60, scale: {kind: number, maximum: 5}}
      - {id: baru, text: Apakah ada loket?, weight: 40, scale: yes-no}
  - {id: kunjungan, stage: visit, name: Kunjungan, weight: 100}
"""
CHANGES = """\
Tahap SAQ: bobot dari 80 menjadi 70 persen
Tahap Visitasi: bobot dari 20 menjadi 30 persen
Indikator baru: Layanan
Indikator Situs: bobot dari 100 menjadi 60 persen
Pertanyaan baru: “Apakah ada loket?”
Pertanyaan dihapus: “Apakah ada arsip?”
Pertanyaan “Apakah ada situs web?”: bobot dari 50 menjadi 100 persen
Pertanyaan “Apakah dapat dicari?”: bobot dari 30 menjadi 60 persen
Tahap SAQ: tanpa batas lolos menjadi batas lolos 50
Tahap Visitasi: batas lolos 60 menjadi tanpa batas lolos
Pertanyaan “Apakah ada situs?” kini berbunyi “Apakah ada situs web?”
Pertanyaan “Apakah ada situs web?”: bukti tidak lagi diminta
Pertanyaan “Apakah dapat dicari?” kini termasuk indikator Layanan
Pertanyaan “Apakah dapat dicari?” tidak lagi dapat dijawab “tidak berlaku”
Pertanyaan “Apakah dapat dicari?”: pilihan jawaban atau poinnya berubah
"""


def test_everything_that_changed_between_two_questionnaires(
    whole: Callable[[Files], Whole],
) -> None:
    found = whole(
        {
            "instruments/lama.yml": OLD,
            "instruments/baru.yml": NEW,
            "2023/edition.yml": EDITION.replace("2024", "2023") + "instrument: lama\n",
            "2023/alfa.yml": "region: alfa\nindicators: {situs: 70, kunjungan: 80}\n",
            "2024/edition.yml": EDITION + "instrument: baru\n",
            "2024/alfa.yml": "region: alfa\nindicators: {situs: 70, kunjungan: 80}\n",
        }
    )
    page = found.page("metodologi/2024/").markdown
    part = page.partition("### Yang berubah dari 2023\n\n")[2].partition("\n\n")[0]
    assert part.splitlines() == [f"- {line}" for line in CHANGES.splitlines()]
    # The other way round: what was dropped is new, and evidence is asked for again.
    turned = whole(
        {
            "instruments/lama.yml": NEW,
            "instruments/baru.yml": OLD,
            "2024/edition.yml": EDITION + "instrument: baru\n",
        }
    )
    assert "bukti kini diminta" in turned.page("metodologi/2024/").markdown


def test_an_indicator_in_another_stage_and_other_evidence(
    whole: Callable[[Files], Whole],
) -> None:
    new = OLD.replace("stage: saq\n    name: Situs", "stage: visit\n    name: Situs")
    new = new.replace("kunjungan, stage: visit", "kunjungan, stage: saq")
    new = new.replace("kind: tautan", "kind: dokumen")
    found = whole(
        {
            "instruments/lama.yml": OLD,
            "instruments/baru.yml": new,
            "2023/edition.yml": EDITION.replace("2024", "2023") + "instrument: lama\n",
            "2024/edition.yml": EDITION + "instrument: baru\n",
            "2023/alfa.yml": "region: alfa\nscore: 50.00\n",
        }
    )
    page = text(found, "metodologi/2024/")
    assert "Indikator Situs kini termasuk tahap lain" in page
    assert "Pertanyaan “Apakah ada situs?”: bukti yang diminta berubah" in page


def test_nothing_changed(whole: Callable[[Files], Whole]) -> None:
    found = whole(
        {
            "instruments/lama.yml": OLD,
            "2023/edition.yml": EDITION.replace("2024", "2023") + "instrument: lama\n",
            "2024/edition.yml": EDITION + "instrument: lama\n",
            "2023/alfa.yml": "region: alfa\nscore: 50.00\n",
        }
    )
    page = text(found, "metodologi/2024/")
    assert "Instrumennya sama dengan 2023." in page and "Tidak ada tahap" not in page


def test_a_colour_of_the_scale_stands_beside_the_name(whole: Callable[[Files], Whole]) -> None:
    edition = EDITION.replace("minimum: 80}", 'minimum: 80, color: "#1A7F4B"}')
    page = whole({"2024/edition.yml": edition}).page("2024/alfa/").markdown
    assert '<path class="rk-step__on" fill="#1a7f4b"' in page.replace("&#35;", "#")


def test_editions_of_another_organizer_do_not_compare(whole: Callable[[Files], Whole]) -> None:
    other = EDITION.replace("2024", "2023").replace("Komisi Informasi Contoh", "Lembaga Lain")
    found = whole({"2023/edition.yml": other, "2023/alfa.yml": "region: alfa\nscore: 50.00\n"})
    method = _method(found)
    assert method.count("evaluasi pertama kelompok ini di situs ini") == 1
    assert method.count("evaluasi pertama kelompok ini oleh penyelenggara ini di situs ini") == 1


def test_other_scales_are_told_apart(whole: Callable[[Files], Whole]) -> None:
    other = EDITION.replace("2024", "2023").replace("Informatif", "Terbuka")
    found = whole({"2023/edition.yml": other, "2023/alfa.yml": "region: alfa\nscore: 50.00\n"})
    method = _method(found)
    assert "Skala 2023" in method and "Skala 2024" in method
    assert "2023: skor; tidak dengan 2023: skalanya berbeda" in method


REQUIRING = EDITION.replace(
    "minimum: 90}",
    "minimum: 90, requires: [{question: a}, {indicator: web}, {stage: saq, minimum: 95}]}",
)
ASKED = (
    "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 100}]\nindicators:\n"
    "- {id: web, stage: saq, name: Situs, weight: 100, questions: [{id: a, text: Ada di situs?,"
    " weight: 9, scale: yes-no}, {id: b, text: Lengkap?, weight: 91, scale: yes-no}]}\n"
)


def test_what_a_category_requires(whole: Callable[[Files], Whole]) -> None:
    """On the method's page of every category, and on a region's where its score reaches it."""
    found = whole(
        {
            "2024/edition.yml": REQUIRING + "instrument: k\n",
            "instruments/k.yml": ASKED,
            "2024/alfa.yml": "region: alfa\nanswers: {a: {verified: tidak}, b: {verified: ya}}\n",
            "2024/beta.yml": "region: beta\nscore: 92.00\n",
            "2024/kota-gama.yml": "region: kota-gama\nscore: 85.00\n",
        }
    )
    asked = (
        "poin penuh pada pertanyaan “Ada di situs?”; poin penuh pada indikator Situs{};"
        " skor tahap SAQ sedikitnya 95{}"
    )
    method = re.sub("<[^>]+>", "", unescape(_method(found)))
    assert f"90–100{asked.format('', '')}" in re.sub(r"\s+", " ", method)
    unmet = f"tidak terpenuhi: {asked.format(' (91,00)', ' (91,00)')}"
    article = text(found, "2024/alfa/")
    assert f"Syarat kategori Informatif{unmet} dihitung" in article
    assert "skornya mencapai batasnya, tetapi syaratnya tidak terpenuhi" in article
    assert f"Syarat kategori Informatif{unmet}" in text(found, "wilayah/alfa/")
    assert "Syarat kategori Informatifbelum diketahui" in text(found, "wilayah/beta/")
    assert "Syarat kategori" not in text(found, "wilayah/kota-gama/")


def test_a_rank_within_the_category(whole: Callable[[Files], Whole]) -> None:
    """Told apart from the rank in the group, in every table and in the download."""
    found = whole(
        {
            "2024/alfa.yml": "region: alfa\ncategory: Cukup Informatif\n"
            "rank: {value: 2, within: category}\n",
            "2024/beta.yml": "region: beta\ncategory: Informatif\nrank: 1\n",
        }
    )
    told = "2 dalam kategori Cukup Informatif"
    for address in ("2024/alfa/", "wilayah/alfa/"):
        page = text(found, address)
        assert f"Peringkat dalam kategori{told}" in page and "peringkat: ? belum diketahui" in page
    edition = text(found, "2024/")
    assert f"{told}Kabupaten Alfa⇄Cukup Informatif" in edition
    assert "1tidak adaKabupaten Beta⇄Informatif" in edition
    rows = list(csv.DictReader(found.files["data/hasil.csv"]().decode("utf-8-sig").splitlines()))
    ranks = [(row["region"], row["rank"], row["rank_in_category"]) for row in rows]
    assert ranks == [("beta", "1", ""), ("alfa", "", "2"), ("kota-gama", "", "")]


def test_objections_of_an_edition(whole: Callable[[Files], Whole]) -> None:
    """Counted by what became of them, and what they moved where both figures are known."""
    alfa = (
        "region: alfa\nscore: 87.45\nobjections:\n"
        "  - {date: 2024-09-10, text: Satu., outcome: granted, decided: 2024-09-24,"
        " before: {score: 84.20, rank: 2}}\n"
        "  - {date: 2024-09-11, text: Dua., decision: Ditolak.}\n"
    )
    beta = "region: beta\nobjections: [{date: 2024-09-12, text: Tiga.}]\n"
    page = text(
        whole({"2024/alfa.yml": alfa, "2024/beta.yml": beta}), "2024/kelompok/kabupaten-kota/"
    )
    told = "tiga: satu diterima, satu ditolak, satu keputusannya belum diketahui"
    assert f"Sanggahan{told} dihitung dari sanggahan yang tercatat" in page
    # No rank is known now, so nothing is said of the one before.
    assert "Kabupaten Alfaditerima, 24 September 202487,45, semula 84,20–" in page
    assert "Kabupaten Alfaditolak––" in page and "Kabupaten Betabelum diketahui––" in page


def test_the_line_of_a_group_says_that_it_counts_participants(
    whole: Callable[[Files], Whole],
) -> None:
    """Where they are not the whole group: else as many as the group has is told without the word."""
    regions = (
        "groups: [{id: kabupaten, name: Kabupaten}, {id: kota, name: Kota, partial: true}]\nregions:\n"
        "  - {id: alfa, name: Kabupaten Alfa, kind: kabupaten, group: kabupaten}\n"
        "  - {id: beta, name: Kabupaten Beta, kind: kabupaten, group: kabupaten}\n"
        "  - {id: kota-gama, name: Kota Gama, kind: kota, group: kota}\n"
        "  - {id: kota-delta, name: Kota Delta, kind: kota, group: kota}\n"
    )
    files: Files = {
        "regions.yml": regions,
        "2024/edition.yml": EDITION
        + "groups:\n  kabupaten: {participants: {took_part: 2}}\n"
        + "  kota: {participants: {took_part: 2}}\n",
        "2024/alfa.yml": "region: alfa\ncategory: Informatif\n",
        "2024/beta.yml": "region: beta\ncategory: Cukup Informatif\n",
        "2024/kota-gama.yml": "region: kota-gama\ncategory: Informatif\n",
        "2024/kota-delta.yml": "region: kota-delta\ncategory: Cukup Informatif\n",
    }
    page = text(whole(files), "2024/")
    assert "1 dari 2 Informatif" in page and "1 dari 2 peserta Informatif" in page


STAGES = (
    "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 80}, {id: visit, name: Visitasi,"
    " weight: 20}]\n"
)
STAGE_ALONE: dict[str, Files] = {
    "no instrument": {},
    "two stages": {"2024/edition.yml": EDITION + "instrument: k\n", "instruments/k.yml": STAGES},
    "beside another's score": {
        "2024/edition.yml": EDITION + "instrument: k\nparticipants: {took_part: 2}\n",
        "instruments/k.yml": STAGES,
        "2024/beta.yml": "region: beta\nscore: 70.00\n",
    },
    "beside a category": {
        "2024/alfa.yml": "region: alfa\ncategory: Informatif\nstage_scores: {saq: 83.17}\n"
    },
    "beside an earlier score": {
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2023/alfa.yml": "region: alfa\nscore: 60.00\n",
    },
}


@pytest.mark.parametrize("name", STAGE_ALONE)
def test_the_score_of_a_stage_is_no_score_of_the_region(
    name: str, whole: Callable[[Files], Whole]
) -> None:
    """It stands in the tables of stages and in the sentence of stages, and nowhere else."""
    files = {"2024/alfa.yml": "region: alfa\nstage_scores: {saq: 83.17}\n", **STAGE_ALONE[name]}
    found = whole(files)
    for address in found.makers:
        page = found.page(address)
        assert "83,17" not in page.title + (page.description or "")
        told = text(found, address)
        # With file and line of it below the sentence.
        for fixed in ("Skor tahap yang diketahui adalah SAQ 83,17", "skor tahap 2024: 83,17"):
            told = told.replace(fixed, "")
        assert told.count("83,17") == (address == "2024/alfa/"), address
    article = text(found, "2024/alfa/")
    assert re.search("(Tahap *Skor tahap *Saq|Sumbangan *SAQ) *83,17", article)
    assert "Skor akhir: ? belum diketahui" in article or "Skor akhir? belum diketahui" in article
    for path, content in found.files.items():
        if path == "data/wilayah/alfa.json":
            held = json.loads(content())
            for edition in held["editions"]:
                assert edition["year"] != 2024 or edition["score"]["value"] is None
                told_of_stages = [stage["score"] for stage in edition.pop("stages")]
                known = edition["year"] == 2024 and "instruments/k.yml" in files
                assert told_of_stages.count("83.17") == known
            assert "83.17" not in json.dumps(held)
        elif not path.startswith("data/tahap"):
            assert b"83.17" not in content() and b"83,17" not in content(), path
    facts = found.site.facts
    for evaluation in found.site.dataset.of_year(2024):
        assert facts.region(evaluation, "alfa").score.value is None
        assert not facts.evaluation(evaluation).complete


def _method(whole: Whole) -> str:
    from generator.pages.method import method_part

    return method_part(whole.site)
