"""States of regions and doors of an evaluation on the pages: words, marks, and whose word it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from conftest import EDITION, dataset_of, whole_of, write_results

from generator.language.states import STATES
from generator.site import Whole


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


def site(folder: Path, more: str, **files: str) -> Whole:
    edition = {"2024/edition.yml": EDITION + more}
    named = {f"2024/{name}.yml": content for name, content in files.items()}
    return whole_of(dataset_of(write_results(folder, edition | named)))


def test_each_state_has_a_mark_of_its_own() -> None:
    assert len({state.mark for state in STATES.values()}) == len(STATES) == 6


def test_table_and_legend_of_an_edition_say_the_state(tmp_path: Path) -> None:
    whole = site(tmp_path, "not_returned: [{region: beta, source: koran}]\nabsent: [kota-gama]\n")
    told = text(whole, "2024/")
    assert "Beta⊘ tidak mengembalikan kuesioner" in told
    assert "× tidak ikut serta; ⊘ tidak mengembalikan kuesioner." in told
    assert "Gama× tidak ikut serta" in told
    assert "Beta tidak mengembalikan kuesioner" in text(whole, "wilayah/beta/")
    assert "Kabupaten Beta pada 2024: ⊘ tidak mengembalikan kuesioner." in text(
        whole, "wilayah/beta/"
    )


def test_doors_stand_in_one_line_with_their_sources(tmp_path: Path) -> None:
    people = "invited: {value: 5, source: koran}, took_part: {value: 2, others: [{value: 3}]}"
    whole = site(tmp_path, f"participants: {{{people}, passed: {{SAQ: 1}}}}\n")
    told = text(whole, "2024/kelompok/kabupaten-kota/")
    assert "5 diundang Hasil evaluasi 2 ikut serta" in told
    assert "sumber lain: 3" in told and "1 lolos tahap SAQ" in told


def test_a_named_participant_is_shown_as_one(tmp_path: Path) -> None:
    whole = site(tmp_path, "participants: {names: [beta]}\n")
    assert "1 kabupaten/kota: ikut serta; hasil 2024 belum diketahui" in text(whole, "2024/")
    assert "keterangan apakah badan publik ini ikut serta" not in text(whole, "2024/beta/")


def test_a_rank_that_is_not_known_can_be_asked_for(tmp_path: Path) -> None:
    whole = site(tmp_path, "", beta="region: beta\nrank: {not_published: true}\n")
    assert "skor akhir, peringkat, skor tiap tahap" in text(whole, "2024/beta/")
    assert re.search(r"\d\.\s*peringkat;", text(whole, "2024/beta/"))  # in the letter
    assert "tidak dipublikasikan: peringkat, skor tiap tahap" in text(whole, "2024/alfa/")


def test_a_rank_that_is_known_is_not_asked_for(tmp_path: Path) -> None:
    whole = site(tmp_path, "", beta="region: beta\nrank: 2\n")
    assert "skor akhir, skor tiap tahap" in text(whole, "2024/beta/")


def test_sources_of_a_group_are_those_of_its_figures(tmp_path: Path) -> None:
    sources = "[{id: koran, title: Koran}, {id: lain, title: Sumber kelompok lain}]"
    edition = EDITION.replace("[{id: koran, title: Hasil evaluasi}]", sources)
    files = {
        "2024/edition.yml": edition,
        "2024/alfa.yml": "region: alfa\nscore: {value: 80, source: koran}\n",
    }
    told = text(whole_of(dataset_of(write_results(tmp_path, files))), "2024/")
    assert "Koran" in told and "Sumber kelompok lain" not in told


def test_a_tile_is_labelled_without_the_kind(tmp_path: Path) -> None:
    listed = "groups: [{id: g, name: Kabupaten/kota}]\nregions:\n" + "".join(
        f"  - {{id: {id_}, name: Kabupaten {name}, kind: kabupaten, group: g, tile: [{x}, 0]}}\n"
        for x, (id_, name) in enumerate((("alfa", "Luwu"), ("luwu-utara", "Luwu Utara")))
    )
    whole = whole_of(dataset_of(write_results(tmp_path, {"regions.yml": listed})))
    page = whole.made("")[1]
    assert ">Luwu<" in page and ">LuwuU<" in page and "Kabup<" not in page
