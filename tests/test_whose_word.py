"""Whose word a date, a number across groups, an absence is: what the pages say of it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from conftest import EDITION, dataset_of, whole_of, write_results
from newsroom import newsroom

from generator.site import Whole


def text(whole: Whole, address: str) -> str:
    """The words of a page, without its markup."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


def site(folder: Path, more: str) -> Whole:
    return whole_of(dataset_of(write_results(folder, {"2024/edition.yml": EDITION + more})))


def test_the_source_of_a_date_stands_beside_it(tmp_path: Path) -> None:
    whole = site(tmp_path, "published: 2024-12-10\npublished_source: koran\n")
    said = r"Hasil diumumkan Selasa, 10 Desember 2024(?: ?1|\[1\])? Hasil evaluasi"
    assert re.search(said, text(whole, "2024/alfa/"))
    assert re.search(said, text(whole, "2024/"))


def test_a_date_that_nobody_is_known_to_have_said_says_so(tmp_path: Path) -> None:
    said = "Selasa, 10 Desember 2024 sumbernya belum diketahui"
    whole = site(tmp_path, "published: 2024-12-10\n")
    assert said in text(whole, "2024/alfa/") and said in text(whole, "2024/")


def test_a_date_beside_the_organizer_s_own_word_says_nothing(tmp_path: Path) -> None:
    own = EDITION.replace("title: Hasil evaluasi}", "title: Hasil evaluasi, kind: decision}")
    files = {"2024/edition.yml": f"{own}published: 2024-12-10\n"}
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    assert "Selasa, 10 Desember 2024" in text(whole, "2024/alfa/")
    assert "2024 sumbernya belum diketahui" not in text(whole, "2024/alfa/")


def test_a_group_with_a_date_of_its_own_has_not_the_source_of_the_other(tmp_path: Path) -> None:
    own = "groups: {kabupaten-kota: {published: 2024-12-11}}\n"
    whole = site(tmp_path, f"published: 2024-12-10\npublished_source: koran\n{own}")
    told = text(whole, "2024/alfa/")
    assert "Rabu, 11 Desember 2024" in told and "Hasil evaluasi" not in told


def test_a_publisher_in_the_title_is_not_said_twice(tmp_path: Path) -> None:
    koran = "{id: koran, title: Berita Koran Pagi tentang hasil, publisher: Koran Pagi}"
    edition = EDITION.replace("{id: koran, title: Hasil evaluasi}", koran)
    files = {"2024/edition.yml": edition + "source: koran\n"}
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    assert text(whole, "2024/alfa/").count("Berita Koran Pagi tentang hasil") == 1
    assert "tentang hasil, Koran Pagi" not in text(whole, "2024/alfa/")
    table = whole.files["data/hasil.csv"]()
    table = table if isinstance(table, str) else table.decode()
    assert "Berita Koran Pagi tentang hasil" in table and "(Koran Pagi)" not in table


def test_numbers_across_groups_have_not_the_source_of_one_of_them(tmp_path: Path) -> None:
    own = "groups: {kabupaten-kota: {source: koran, totals: {took_part: 5}}}\n"
    told = text(site(tmp_path, own), "2024/")
    assert "Lima badan publik ikut serta" in told and "Sumbernya belum diketahui." in told


def test_no_digit_opens_the_sentence_of_numbers_across_groups(tmp_path: Path) -> None:
    own = "groups: {kabupaten-kota: {source: koran, totals: {took_part: 69}}}\n"
    assert " Sebanyak 69 badan publik ikut serta" in text(site(tmp_path, own), "2024/")


def test_numbers_across_groups_have_the_source_of_the_edition(tmp_path: Path) -> None:
    told = text(site(tmp_path, "source: koran\ntotals: {took_part: 5}\n"), "2024/")
    assert "Sumber: Hasil evaluasi." in told


def test_a_note_of_a_list_is_told_of_the_region_and_the_edition(tmp_path: Path) -> None:
    note = "Hanya Beta tidak ada dalam daftar."
    whole = site(tmp_path, f"not_returned: [{{region: beta, note: {note}}}]\n")
    assert note in text(whole, "2024/beta/")
    assert note in text(whole, "2024/kelompok/kabupaten-kota/")


def test_a_decision_is_not_presumed(tmp_path: Path) -> None:
    told = text(site(tmp_path, ""), "2024/kelompok/kabupaten-kota/")
    assert "Keputusan resmi: ? belum diketahui." in told
    assert "nomornya" not in told


def test_a_source_that_is_the_decision_is_named_as_that(tmp_path: Path) -> None:
    sk = "{id: koran, title: Keputusan tentang hasil, date: 2024-12-10, kind: decision}"
    edition = EDITION.replace("{id: koran, title: Hasil evaluasi}", sk)
    files = {"2024/edition.yml": edition + "source: koran\n"}
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    told = text(whole, "2024/kelompok/kabupaten-kota/")
    assert "Keputusan resmi: Keputusan tentang hasil, 10 Desember 2024." in told
    assert "belum ditemukan" not in text(whole, "2024/alfa/")


def test_a_note_about_a_printed_range_is_of_the_source_of_the_scale(tmp_path: Path) -> None:
    edition = EDITION.replace("sources: [", "sources: [{id: buku, title: Skala, publisher: Buku}, ")
    edition = edition.replace("scale:\n", "scale:\n  source: buku\n")
    edition = re.sub(r"(name: Informatif, minimum: \d+)", r'\1, printed: "90–100"', edition)
    note = "Rentang yang dicetak, 90–100, memuat skor itu."
    result = f'region: alfa\nscore: {{value: 95, note: "{note}", source: koran}}\n'
    files = {"2024/edition.yml": edition, "2024/alfa.yml": result}
    room = newsroom(write_results(tmp_path, files))
    evaluation = room.facts.dataset.evaluations[2024, "kabupaten-kota"]
    told = [s for p in room.article(evaluation, "alfa").paragraphs for s in p if note in s.text]
    found = [source.title for fact in told[0].evidence for source in fact.sources]
    assert found == ["Skala"]


def test_a_change_to_one_of_two_categories_is_shown_by_both(tmp_path: Path) -> None:
    two = "{value: Menuju Informatif, others: [{value: Cukup Informatif, source: koran}]}"
    files = {
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2023/alfa.yml": "region: alfa\ncategory: Informatif\n",
        "2024/edition.yml": EDITION + "participants: {complete: false}\n",
        "2024/alfa.yml": f"region: alfa\ncategory: {two}\n",
        "2024/beta.yml": "region: beta\ncategory: Cukup Informatif\n",
    }
    room = newsroom(write_results(tmp_path, files))
    told = room.edition(room.facts.dataset.evaluations[2024, "kabupaten-kota"])
    shown = [fact.value for p in told.paragraphs for s in p for fact in s.evidence]
    assert "−1 atau −2 dari Informatif (2023)" in shown
