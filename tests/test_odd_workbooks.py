"""Odd workbooks: read without a wrong cell, or told with the cell; never half understood in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from office import NAMES, Of, results_of, write_book, write_office
from test_office_workbooks import CATEGORIES, RANKS, SCORES, number

from generator.cli import main

LIST = [(id_, *told) for id_, told in NAMES.items()]
SCORED = {id_: {"score": score} for id_, score in SCORES.items()}
WITH_CATEGORY = {id_: {"category": CATEGORIES[id_], "score": SCORES[id_]} for id_ in NAMES}


def table(head: Sequence[str], *columns: Callable[[str, str, str], Any]) -> list[list[Any]]:
    return [list(head), *([column(*one) for column in columns] for one in LIST)]


def name(_id: str, name_: str, _code: str) -> str:
    return name_


def score(id_: str, *_: str) -> Any:
    return number(id_)


def category(id_: str, *_: str) -> str:
    return CATEGORIES[id_]


READ: dict[str, tuple[list[Of], dict[str, Any], list[str]]] = {
    "the kind in a column of its own": (
        [
            Of(
                table(
                    ["Jenis", "Nama", "Skor"],
                    lambda i, n, c: n.split()[0],
                    lambda i, n, c: n.partition(" ")[2],
                    score,
                )
            )
        ],
        SCORED,
        [],
    ),
    "categories by their first letters": (
        [
            Of(
                table(
                    ["Badan Publik", "Nilai (0-100)", "Kualifikasi"],
                    *(name, score, lambda i, n, c: "".join(w[0] for w in CATEGORIES[i].split())),
                )
            )
        ],
        WITH_CATEGORY,
        ["singkatan kategori=ya"],
    ),
    "footnotes and more words than needed": (
        [
            Of(
                [
                    ["PEMERINTAH KABUPATEN ANDAI"],
                    [],
                    *table(
                        ["Instansi", "Skor Akhir (100%)", "Predikat"],
                        *(lambda i, n, c: f"PPID Utama {n} 1)" if i == "andai" else f"2. {n}*)",),
                        *(score, lambda i, n, c: f"Badan Publik {CATEGORIES[i].upper()} (A)"),
                    ),
                ]
            )
        ],
        WITH_CATEGORY,
        [],
    ),
    "stages below merged headers, with weights": (
        [
            Of(
                [
                    ["Wilayah", "SAQ", None, "Visitasi", None],
                    [None, "Nilai", "Bobot", "Nilai", "Bobot"],
                    *([n, number(id_), 80, (50.0, "0.0"), 20] for id_, n, _ in LIST),
                ],
                merged=["A1:A2", "B1:C1", "D1:E1"],
            )
        ],
        {id_: {"stage_scores": {"saq": SCORES[id_], "visitasi": "50.0"}} for id_ in NAMES},
        [],
    ),
    "a region merged over its answers": (
        [
            Of(
                [
                    ["Instansi", "Kode", "Jawaban"],
                    ["Kota Angan", "berkala", "ya"],
                    [None, "pelatihan", 4],
                    [None, "kanal", "medsos"],
                    [None, "lengkap", "tidak ada"],
                ],
                merged=["A2:A5"],
            )
        ],
        {
            "kota-angan": {
                "answers": {
                    "berkala": {"self": "ya"},
                    "pelatihan": {"self": "4"},
                    "kanal": {"self": ["medsos"]},
                    "lengkap": {"self": "kosong"},
                }
            }
        },
        [],
    ),
    "no header": ([Of(table(["x"], name, score)[1:])], SCORED, ["(B)=score"]),
    "a sheet for each year, and one that is hidden from sight": (
        [
            Of(table(["Wilayah", "Skor"], name, lambda *_: 1), "2025"),
            Of(table(["Wilayah", "Skor"], name, score), "2026"),
        ],
        SCORED,
        [],
    ),
    "numbers as text": (
        [Of(table(["Wilayah", "Skor"], name, lambda i, n, c: SCORES[i].replace(".", ",")))],
        SCORED,
        ["desimal=koma"],
    ),
    "the same header again": (
        [
            Of(
                [
                    *table(["Wilayah", "Skor"], name, score)[:6],
                    [],
                    *([["Wilayah", "Skor"]]),
                    *table(["x"], name, score)[6:],
                ]
            )
        ],
        SCORED,
        [],
    ),
    "tails of a computation, and a sign in the format": (
        [
            Of(
                [
                    ["Wilayah", "Skor"],
                    *(
                        [n, float(SCORES[i]) + 1 / 3000 if i != "dongeng" else (37.1, '0.0" %"')]
                        for i, n, _ in LIST
                    ),
                ]
            )
        ],
        SCORED,
        [],
    ),
}

TOLD: dict[str, tuple[list[Of], str]] = {
    "tables side by side": (
        [
            Of(
                [
                    ["No", "Kabupaten", "Skor", None, "No", "Kota", "Skor"],
                    [1, "Kabupaten Andai", 80, None, 1, "Kota Angan", 95],
                    [2, "Kabupaten Khayal", 60, None, 2, "Kota Serai", 40],
                ]
            )
        ],
        "!Rekap!F2: kolom F juga memuat nama wilayah, yang tidak ada di kolom B",
    ),
    "regions beside each other": (
        [Of([["Wilayah", *(n for _, n, _ in LIST)], ["Skor", *(number(i) for i, *_ in LIST)]])],
        "!Rekap!C1: nama wilayah berderet di baris 1",
    ),
    "a second table with another order of columns": (
        [
            Of(
                [
                    *table(["Wilayah", "Skor", "Kategori"], name, score, category)[:5],
                    ["Wilayah", "Kategori", "Skor"],
                    *table(["x"], name, category, score)[5:],
                ]
            )
        ],
        "!Rekap!B6: Skor: judul di sini “Kategori”, di atas “Skor”",
    ),
    "a code of another region": (
        [
            Of(
                table(
                    ["Kode", "Wilayah", "Skor"],
                    lambda i, n, c: "99.02" if i == "andai" else c,
                    name,
                    score,
                )
            )
        ],
        "!Rekap!A2: code: kode 99.02 milik Kabupaten Dongeng",
    ),
    "a score of something that is not known": (
        [
            Of(
                [
                    ["Wilayah", "Tahap X", None],
                    [None, "Nilai", "Bobot"],
                    *([n, 50, 3] for _, n, _ in LIST),
                ],
                merged=["A1:A2", "B1:C1"],
            )
        ],
        "!Rekap!B2: belum pasti bahwa kolom B “Tahap X / Nilai” berarti score",
    ),
    "two ranks that contradict": (
        [Of(table(["Wilayah", "Peringkat", "Skor"], name, lambda i, n, c: 8 - RANKS[i], score))],
        "!Rekap!B2: rank: peringkat 5 bertentangan dengan skor",
    ),
}


def call(tmp_path: Path, sheets: list[Of], *accepted: str) -> tuple[int, Path]:
    site = write_office(tmp_path / "situs")
    book = write_book(tmp_path / "nilai.xlsx", *sheets)
    given = [part for one in accepted for part in ("--accept", one)]
    return main(["import", str(book), "--edition", "2026", "--site", str(site), *given]), site


@pytest.mark.parametrize("case", READ)
def test_an_odd_workbook_is_read(case: str, tmp_path: Path) -> None:
    sheets, expected, accepted = READ[case]
    status, site = call(tmp_path, sheets, *accepted)
    assert status == 0 and results_of(site) == expected


@pytest.mark.parametrize("case", TOLD)
def test_an_odd_workbook_is_told(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets, told = TOLD[case]
    status, site = call(tmp_path, sheets)
    assert status == 1 and told in capsys.readouterr().err and results_of(site) == {}


def test_remarks_say_who_has_no_result_and_nought_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = table(["Wilayah", "Skor", "Ket."], name, score)
    rows[1][1:] = [None, "Tidak mengembalikan SAQ"]
    rows[2][1] = 0
    status, site = call(tmp_path, [Of(rows)])
    assert status == 0 and results_of(site)["dongeng"] == {"score": "0"}
    assert "0 dibaca sebagai skor nol, sebuah nilai (B3)" in capsys.readouterr().out
    assert "not_returned: [andai]" in (site / "results/2026/edition.yml").read_text("utf-8")


def test_a_dash_means_what_is_said(tmp_path: Path) -> None:
    rows = table(["Wilayah", "Skor", "Kategori"], name, score, category)
    rows[1][1:] = ["-", "-"]
    status, site = call(tmp_path, [Of(rows)], "-=tidak dipublikasikan")
    hidden = {"not_published": "true"}
    assert status == 0 and results_of(site)["andai"] == {"score": hidden, "category": hidden}


def test_at_a_terminal_what_is_unclear_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By number, by typing it, or not at all, which writes nothing."""
    from generator.command import import_

    rows = table(["Wilayah", "Skor"], name, score)
    rows[3][0], rows[5][0] = "Kab. HST", "Serai"
    monkeypatch.setattr(import_, "_terminal", lambda: True)
    answers = iter(["", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    status, site = call(tmp_path / "a", [Of(rows)])
    assert status == 1 and results_of(site) == {}
    answers = iter(["1", "kabupaten serai"])
    status, site = call(tmp_path / "b", [Of(rows)])
    assert status == 0 and results_of(site) == SCORED
    assert "1  hulu-sungai-teduh" in capsys.readouterr().out
    kept = (site / "results/import/nilai.yml").read_text("utf-8")
    assert "Kab. HST: hulu-sungai-teduh" in kept and "Serai: serai" in kept
