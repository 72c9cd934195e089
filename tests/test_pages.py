"""Pages of small sites, each made to show one thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, whole_of, write_results

from generator.format import RESERVED_IDS
from generator.pages.addresses import ARTICLE, QUESTION
from generator.pages.kinds import KINDS
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
    part = page.partition("### Yang berubah dari instrumen sebelumnya\n\n")[2].partition("\n\n")[0]
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
            "2023/alfa.yml": "region: alfa\nscore: 50\n",
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
            "2023/alfa.yml": "region: alfa\nscore: 50\n",
        }
    )
    page = text(found, "metodologi/2024/")
    assert "Tidak ada tahap, indikator, pertanyaan, atau bobot yang berubah" in page


def test_a_colour_of_the_scale_stands_beside_the_name(whole: Callable[[Files], Whole]) -> None:
    edition = EDITION.replace("minimum: 80}", 'minimum: 80, color: "#1A7F4B"}')
    page = whole({"2024/edition.yml": edition}).page("2024/alfa/").markdown
    assert 'fill="#1a7f4b"></rect></svg>Menuju Informatif</span>' in page.replace("&#35;", "#")


def test_editions_of_another_organizer_do_not_compare(whole: Callable[[Files], Whole]) -> None:
    other = EDITION.replace("2024", "2023").replace("Komisi Informasi Contoh", "Lembaga Lain")
    found = whole({"2023/edition.yml": other, "2023/alfa.yml": "region: alfa\nscore: 50\n"})
    assert _method(found).count("edisi pertama di situs ini") == 2


def test_other_scales_are_told_apart(whole: Callable[[Files], Whole]) -> None:
    other = EDITION.replace("2024", "2023").replace("Informatif", "Terbuka")
    found = whole({"2023/edition.yml": other, "2023/alfa.yml": "region: alfa\nscore: 50\n"})
    method = _method(found)
    assert "Skala 2023" in method and "Skala 2024" in method
    assert "skor dibandingkan dengan edisi sebelumnya mulai 2023" in method


def _method(whole: Whole) -> str:
    from generator.pages.method import method_part

    return method_part(whole.site)


def test_every_address_is_made_by_its_kind(whole: Callable[[Files], Whole]) -> None:
    found = whole({"instruments/k.yml": OLD, "2024/edition.yml": EDITION + "instrument: k\n"})
    dataset = found.site.dataset
    listed = [address for kind in KINDS for address in kind.addresses(dataset)]
    assert len(listed) == len(set(listed)) and listed == list(found.makers)
    for kind in KINDS:
        for address in kind.addresses(dataset):
            assert kind.address(*kind.address.parts(address)) == address
            assert found.page(address).address == address


def test_no_region_can_take_the_address_of_a_page_of_its_year() -> None:
    patterns = [kind.address.pattern.split("/") for kind in KINDS]
    below_a_year = {parts[1] for parts in patterns if parts[0] == "{year}"} - {"", "{id}"}
    assert below_a_year and below_a_year <= RESERVED_IDS, "add them to RESERVED_IDS"


def test_an_address_of_another_kind_is_refused() -> None:
    assert ARTICLE.parts("2024/alfa/") == [2024, "alfa"]
    with pytest.raises(ValueError, match="2024/alfa/"):
        QUESTION.parts("2024/alfa/")
