"""Spoiled workbooks: each is told with the cell and what to do, and nothing is written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from office import NAMES, Of, files_of, write_book, write_office
from test_office_workbooks import CATEGORIES, SCORES, number

from generator.cli import main

HEAD = ["No", "Kabupaten/Kota", "Skor", "Kategori"]


def good() -> list[list[Any]]:
    """A table that is read without any question; each case spoils it."""
    rows = [
        [i, n, number(id_), CATEGORIES[id_]] for i, (id_, (n, _)) in enumerate(NAMES.items(), 1)
    ]
    return [HEAD, *rows]


def with_cell(row: int, column: int, value: Any) -> list[list[Any]]:
    rows = [list(one) for one in good()]
    rows[row - 1][column - 1] = value
    return rows


def shifted() -> list[list[Any]]:
    return [[None, *HEAD], *good()[1:]]


def half_shifted() -> list[list[Any]]:
    return [["No", "Kabupaten/Kota", "Kategori", "Skor"], *good()[1:]]


def doubled() -> list[list[Any]]:
    return [*good(), [8, "Kab. Andai", (81.0, "0.00"), "Menuju Informatif"]]


def merged_regions() -> list[list[Any]]:
    rows = with_cell(4, 2, None)
    return rows


SPOILED: dict[str, tuple[Callable[[], Sequence[Of]], list[str]]] = {
    "wrong sheet": (
        lambda: [Of([["Daftar hadir"], ["Nama", "Jabatan"], ["Budi", "Ketua"]], "Daftar hadir")],
        [
            "!Daftar hadir!A1: tidak ada lembar dengan kolom nama atau kode wilayah",
            "periksa berkas",
        ],
    ),
    "sheet of another year": (
        lambda: [Of([["HASIL TAHUN 2024"], [], *good()])],
        ["!Rekap!A1: berkas ini menyebut 2024, bukan 2026", "--accept tahun=2024"],
    ),
    "shifted header": (
        lambda: [Of(shifted())],
        ["!Rekap!C1: Kabupaten/Kota: judul “Kabupaten/Kota” ada di kolom C", "geser judul"],
    ),
    "header over the wrong column": (
        lambda: [Of(half_shifted())],
        [
            "!Rekap!D2: Skor: “Menuju Informatif” adalah kategori, bukan angka",
            "!Rekap!C2: Kategori: “80.00” adalah angka, bukan kategori",
            "periksa judul kolomnya",
        ],
    ),
    "merged regions": (
        lambda: [Of(merged_regions(), merged=["B3:B4"])],
        ["!Rekap!B3: sel B3:B4 digabung", "Unmerge"],
    ),
    "merged scores": (
        lambda: [Of(with_cell(4, 3, None), merged=["C3:C4"])],
        ["!Rekap!C3: sel C3:C4 digabung", "Unmerge"],
    ),
    "formula error": (
        lambda: [Of(with_cell(3, 3, "#DIV/0!"))],
        ["!Rekap!C3: Skor: sel ini berisi kesalahan rumus #DIV/0!", "perbaiki rumusnya"],
    ),
    "formula that was never computed": (
        lambda: [Of(with_cell(3, 3, "=20+17"))],
        ["!Rekap!C3: Skor: rumus di sel ini belum dihitung", "buka berkas ini di Excel"],
    ),
    "percent": (
        lambda: [Of(with_cell(3, 3, (0.8745, "0.00%")))],
        ["!Rekap!C3: Skor: “87.45%” adalah persen", "87,45"],
    ),
    "date": (
        lambda: [Of(with_cell(3, 3, (datetime.date(2026, 5, 2), "d-mmm")))],
        ["!Rekap!C3: Skor: sel ini berisi tanggal (2026-05-02)", "ketik ulang"],
    ),
    "hidden row": (
        lambda: [Of(good(), hidden_rows=[5])],
        ["!Rekap!B5: baris 5 (Kabupaten Khayal) tersembunyi", "baris tersembunyi=baca"],
    ),
    "region twice": (
        lambda: [Of(doubled())],
        ["!Rekap!B9: region: Kabupaten Andai sudah ada di B2", "hapus salah satu"],
    ),
    "unknown region": (
        lambda: [Of(with_cell(3, 2, "Kabupaten Negeri Jauh"))],
        ["!Rekap!B3: wilayah “Kabupaten Negeri Jauh” tidak dikenal", "Negeri Jauh=lewati"],
    ),
    "nearly a region": (
        lambda: [Of(with_cell(3, 2, "Kab. Dongen"))],
        ["!Rekap!B3: wilayah “Kab. Dongen” tidak dikenal", '--accept "Kab. Dongen=dongeng"'],
    ),
    "either of two": (
        lambda: [Of(with_cell(6, 2, "Serai"))],
        [
            "!Rekap!B6: wilayah “Serai” tidak dikenal",
            "Kabupaten Serai (serai), Kota Serai (kota-serai)",
        ],
    ),
    "comma as text": (
        lambda: [Of(with_cell(3, 3, "37,10"))],
        ["!Rekap!C3: “37,10” adalah teks, bukan angka", "--accept desimal=koma"],
    ),
    "850": (
        lambda: [Of(with_cell(3, 3, 850))],
        ["!Rekap!C3: Skor: skor 850 di atas skor tertinggi 100", "mungkin maksudnya 85"],
    ),
    "below nought": (
        lambda: [Of(with_cell(3, 3, -37.1))],
        ["!Rekap!C3: Skor: skor -37.1 di bawah 0"],
    ),
    "empty": (lambda: [Of([])], ["!Rekap!A1: buku kerja ini kosong", "simpan berkas"]),
    "only headers": (lambda: [Of([HEAD])], ["!Rekap!A1: tidak ada lembar dengan kolom nama"]),
    "values without a region": (
        lambda: [Of(with_cell(4, 2, None))],
        ["!Rekap!B4: region: baris 4 berisi nilai, tetapi tidak menyebut wilayah"],
    ),
    "last region without its name": (
        lambda: [Of(with_cell(8, 2, None))],
        ["!Rekap!B8: region: baris 8 berisi nilai, tetapi tidak menyebut wilayah"],
    ),
    "score against its category": (
        lambda: [Of(with_cell(3, 4, "Informatif"))],
        ["!Rekap!D3: category: "],
    ),
    "a dash": (
        lambda: [Of(with_cell(3, 3, "-"))],
        ["!Rekap!C3: “-” dapat berarti beberapa hal", '--accept "-=belum diketahui"'],
    ),
    "unknown category": (
        lambda: [Of(with_cell(3, 4, "Sangat Baik"))],
        ["!Rekap!D3: “Sangat Baik” bukan kategori skala edisi ini", "pilih salah satu: Informatif"],
    ),
    "two columns of scores": (
        lambda: [Of([[*r, r[2] if at else "Nilai Total"] for at, r in enumerate(good_total())])],
        ["lebih dari satu kolom dapat berarti score: C “Skor Akhir”, E “Nilai Total”", "score="],
    ),
    "the same in two sheets": (
        lambda: [Of(good(), "Rekap"), Of(good(), "Rekap (2)")],
        ["beberapa lembar memuat hal yang sama: Rekap, Rekap (2)", "lembar="],
    ),
}


def good_total() -> list[list[Any]]:
    return [["No", "Kabupaten/Kota", "Skor Akhir", "Kategori"], *good()[1:]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_office(tmp_path_factory.mktemp("situs"))


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_workbook_is_told_and_nothing_is_written(
    name: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, told = SPOILED[name]
    book = write_book(tmp_path / "nilai.xlsx", *make())
    before = files_of(site)
    assert main(["import", str(book), "--edition", "2026", "--site", str(site)]) == 1
    said = capsys.readouterr().err
    for part in told:
        assert part in said, said
    assert said.rstrip().endswith("Tidak ada yang ditulis.") and "Traceback" not in said
    assert files_of(site) == before


def test_the_table_that_is_spoiled_is_right(site: Path, tmp_path: Path) -> None:
    """Without this a table that is always refused would pass for twelve that are spoiled."""
    book = write_book(tmp_path / "nilai.xlsx", Of(good()))
    call = ["import", str(book), "--edition", "2026", "--site", str(site), "--dry-run"]
    assert main(call) == 0 and SCORES


def test_no_workbook_at_all(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"foto.xlsx": b"\x89PNG\r\n\x1a\n\0\0", "kosong.xlsx": b"", "rusak.xlsx": b"PK\3\4xx"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for name in (*files, "tidak-ada.xlsx"):
        call = ["import", str(tmp_path / name), "--edition", "2026", "--site", str(site)]
        assert main(call) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"{name}:1:1: ") and "Tidak ada yang ditulis." in said


def test_an_answer_to_nothing_is_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = write_book(tmp_path / "nilai.xlsx", Of(good()))
    before = files_of(site)
    call = [
        "import",
        str(book),
        "--edition",
        "2026",
        "--site",
        str(site),
        "--accept",
        "Kab. X=andai",
    ]
    assert main(call) == 1
    assert '--accept "Kab. X" tidak menjawab apa pun' in capsys.readouterr().err
    assert main(["import", str(book), "--edition", "2031", "--site", str(site)]) == 1
    assert "rapor new-edition 2031" in capsys.readouterr().err
    assert files_of(site) == before
