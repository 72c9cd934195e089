"""Workbooks as offices keep them: each is read with at most three confirmations, and no cell wrongly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from office import NAMES, QUESTIONS, Of, results_of, shown, write_book, write_ods, write_office
from oldexcel import write_xls

from generator.cli import main

SCORES = {
    "andai": "80.00",
    "dongeng": "37.1",
    "hulu-sungai-teduh": "91.25",
    "khayal": "60.50",
    "serai": "79.99",
    "kota-angan": "95.10",
    "kota-serai": "40.00",
}
CATEGORIES = {
    "andai": "Menuju Informatif",
    "dongeng": "Tidak Informatif",
    "hulu-sungai-teduh": "Informatif",
    "khayal": "Cukup Informatif",
    "serai": "Cukup Informatif",
    "kota-angan": "Informatif",
    "kota-serai": "Kurang Informatif",
}
RANKS = {
    "kota-angan": 1,
    "hulu-sungai-teduh": 2,
    "andai": 3,
    "serai": 4,
    "khayal": 5,
    "kota-serai": 6,
    "dongeng": 7,
}
WRITTEN = {
    "andai": "Kab. Andai",
    "dongeng": "KABUPATEN DONGENG",
    "hulu-sungai-teduh": "Kab. HST",
    "khayal": "Pemerintah Kabupaten Khayal",
    "serai": "Kab. Serai",
    "kota-angan": "Kota Angan",
    "kota-serai": "Pemkot Serai",
}
HST = "Kab. HST=hulu-sungai-teduh"


def number(id_: str) -> Any:
    """A score with the format in which its digits are shown."""
    text = SCORES[id_]
    return (float(text), "0.00") if text != "37.1" else float(text)


def expected(*keys: str) -> dict[str, dict[str, str]]:
    tables = {
        "category": CATEGORIES,
        "score": SCORES,
        "rank": {k: str(v) for k, v in RANKS.items()},
    }
    return {id_: {key: tables[key][id_] for key in keys} for id_ in NAMES}


def imported(site: Path, file: Path, *accepted: str) -> dict[str, dict[str, Any]]:
    """The results after an import with some confirmations, of which none is too many."""
    given = [part for one in accepted for part in ("--accept", one)]
    call = ["import", str(file), "--edition", "2026", "--site", str(site)]
    assert len(accepted) <= 3
    for at in range(len(accepted)):  # each is needed
        assert main([*call, "--dry-run", *given[: 2 * at], *given[2 * at + 2 :]]) == 1
    assert main([*call, *given]) == 0
    found = results_of(site)
    # The second time nothing has to be confirmed that is remembered, and nothing changes.
    again = [
        one for one in accepted if one.split("=")[0] in ("tahun", "baris tersembunyi", "lembar")
    ]
    assert main([*call, *(part for one in again for part in ("--accept", one))]) == 0
    assert results_of(site) == found
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_office(tmp_path / "situs dengan spasi é")


def test_two_header_rows_headings_and_a_signature(site: Path) -> None:
    rows: list[Sequence[Any]] = [
        ["REKAPITULASI HASIL MONITORING DAN EVALUASI TAHUN 2026"],
        [],
        ["No", "Kabupaten/Kota", "Nilai", None, "Kualifikasi", "Peringkat"],
        [None, None, "Persentase", "Akhir", None, None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["A. KABUPATEN"],
    ]
    for at, id_ in enumerate(NAMES, 1):
        if id_ == "kota-angan":
            rows += [[None, "Jumlah Kabupaten", 5, 349.84], ["B. KOTA"]]
        rows.append(
            [at, WRITTEN[id_], (0.8, "0%"), number(id_), CATEGORIES[id_].upper(), RANKS[id_]]
        )
    rows += [
        [None, "Rata-rata", None, 69.13],
        [],
        [None, None, None, None, "Kota Contoh, 1 Desember 2026"],
        [None, "Mengetahui,", None, None, "Ketua Komisi Informasi"],
        [None, None, None, None, "NIP. 19700101 199903 1 001"],
    ]
    merged = ["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A6:F6"]
    book = write_book(site / "Rekap Nilai (final) 2026.xlsx", Of(rows, merged=merged))
    assert imported(site, book, HST) == expected("category", "score", "rank")


def test_ranks_typed_by_hand_and_hidden_columns(site: Path) -> None:
    rows: list[Sequence[Any]] = [
        ["Peringkat", "Badan Publik", "Skor 2025", "Skor 2026", "Skor", "Kategori", "Ket."]
    ]
    for id_ in sorted(NAMES, key=RANKS.__getitem__):
        rank = f"Peringkat {RANKS[id_]}" if RANKS[id_] < 4 else RANKS[id_]
        rows.append([rank, NAMES[id_][0], 12.5, number(id_), 11, f"{CATEGORIES[id_]} ", "-"])
    book = write_book(site / "hasil.xlsx", Of(rows, hidden_columns=["E"]))
    assert imported(site, book) == expected("category", "score", "rank")


def test_bare_names_below_headings_and_codes_as_numbers(site: Path) -> None:
    """Kota Serai and Kabupaten Serai are told apart by the headings; 99.10 is shown as 99.1."""
    rows: list[Sequence[Any]] = [["Hasil 2026"], ["No.", "Kode", "Nama", "Nilai Akhir", "Nilai"]]
    rows.append([None, None, "KABUPATEN"])
    for at, (id_, (name, code)) in enumerate(NAMES.items(), 1):
        if id_ == "kota-angan":
            rows.append([None, None, "KOTA"])
        bare = name.partition(" ")[2]
        rows.append([at, float(code) if at % 2 else code, bare, number(id_), 7])
    book = write_book(site / "nilai.xlsx", Of(rows))
    assert imported(site, book) == expected("score")


def test_stages_and_states(site: Path) -> None:
    rows: list[Sequence[Any]] = [["Wilayah", "SAQ", "Nilai Visitasi", "Skor Akhir", "Status"]]
    for name, _ in NAMES.values():
        rows.append([name, *shown(70.5, 90), None, "ikut serta"])
    rows[2] = ["Kabupaten Dongeng", None, None, None, "Tidak mengembalikan kuesioner"]
    rows[4] = ["Kab Khayal", None, None, "tidak ikut serta", None]
    book = write_book(site / "tahap.xlsx", Of(rows))
    found = imported(site, book)
    assert found["andai"] == {"stage_scores": {"saq": "70.50", "visitasi": "90.00"}}
    assert set(found) == set(NAMES) - {"dongeng", "khayal"}
    edition = (site / "results/2026/edition.yml").read_text("utf-8")
    assert "absent: [khayal]" in edition and "not_returned: [dongeng]" in edition


def test_csv_of_excel(site: Path) -> None:
    lines = ["Kode;Kabupaten/Kota;Skor;Kategori"]
    lines += [
        f"{code};{WRITTEN[id_]};{SCORES[id_].replace('.', ',')};{CATEGORIES[id_].lower()}"
        for id_, (_, code) in NAMES.items()
    ]
    book = site / "hasil ekspor.csv"
    book.write_bytes("\r\n".join(lines).encode("cp1252"))
    assert imported(site, book) == expected("category", "score")


@pytest.mark.parametrize("write", [write_ods, write_xls], ids=["ods", "xls"])
def test_ods_and_old_excel_with_the_decimals_of_the_edition(
    write: Callable[[Path, Sequence[Sequence[Any]]], Path], site: Path
) -> None:
    rows: list[Sequence[Any]] = [["Kabupaten/Kota", "Nilai"]]
    rows += [[NAMES[id_][0], float(SCORES[id_]) + 0.004] for id_ in NAMES]
    found = imported(site, write(site / f"hasil.{write.__name__[-3:]}", rows))
    assert {id_: float(said["score"]) for id_, said in found.items()} == {
        id_: float(score) for id_, score in SCORES.items()
    }


ANSWERS = {"berkala": "ya", "pelatihan": "3", "kanal": ["situs", "medsos"], "lengkap": "kurang"}
SAID = {"berkala": "Ya", "pelatihan": 3, "kanal": "situs web, Media Sosial", "lengkap": "sebagian"}


def test_wide_answers_in_two_sheets(site: Path) -> None:
    """Questions by their numbers, the claim in one sheet and the verdict in another."""
    head: list[Any] = ["No", "Nama Badan Publik", *range(1, 5)]
    claims = [head, *([i, n, *SAID.values()] for i, (n, _) in enumerate(NAMES.values(), 1))]
    verdicts = [
        head,
        *([i, n, "Tidak", 2, "tidak", "lengkap"] for i, (n, _) in enumerate(NAMES.values(), 1)),
    ]
    book = write_book(site / "saq.xlsx", Of(claims, "Klaim"), Of(verdicts, "Hasil Verifikasi"))
    found = imported(site, book, "nomor=urut")
    assert set(found) == set(NAMES)
    verified = {"berkala": "tidak", "pelatihan": "2", "kanal": "tidak", "lengkap": "penuh"}
    for said in found.values():
        assert said == {
            "answers": {q: {"self": ANSWERS[q], "verified": verified[q]} for q in QUESTIONS}
        }


def test_long_answers_of_an_application(site: Path) -> None:
    """A row an answer, questions by the number of their indicator, columns nobody asked for."""
    rows: list[Sequence[Any]] = [
        [
            "ID",
            "Instansi",
            "No Pertanyaan",
            "Pertanyaan (teks)",
            "Jawaban",
            "Hasil Verifikasi",
            "Catatan",
        ]
    ]
    numbers = ("1.1", "1.2", "2.1", "2.2")
    for id_, (name, _) in NAMES.items():
        for at, question in enumerate(QUESTIONS):
            note = "Dua dokumen belum ada: lihat #3." if at == 0 and id_ == "andai" else None
            rows.append([1000 + at, name, numbers[at], "…", SAID[question], SAID[question], note])
    found = imported(site, write_book(site / "export.xlsx", Of(rows, "data")), "nomor=indikator")
    assert set(found) == set(NAMES)
    for id_, said in found.items():
        for question in QUESTIONS:
            answer = said["answers"][question]
            note = answer.pop("note", None)
            assert answer == {"self": ANSWERS[question], "verified": ANSWERS[question]}
            assert (note is not None) == (id_ == "andai" and question == "berkala")
