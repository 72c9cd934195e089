"""``rapor correct`` of what stands below a score: stages, indicators and answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import dataset_of, whole_of, write_site
from test_correct import called, content, text

from generator.files import results
from generator.files.record import record
from generator.files.table import Around

INSTRUMENT = """\
title: Kuesioner 2024
year: 2024
stages: [{id: saq, name: SAQ, weight: 80}, {id: visitasi, name: Visitasi, weight: 20}]
indicators:
  - id: layanan
    stage: saq
    name: Layanan
    weight: 50
    questions:
      - {id: berkala, text: Apakah laporan diumumkan?, weight: 50, scale: yes-no}
      - id: saluran
        text: Lewat saluran apa?
        weight: 30
        scale:
          kind: choices
          options: [{id: situs, name: situs web, points: 1}, {id: papan, name: papan, points: 1}]
      - {id: jumlah, text: Berapa yang dijawab?, weight: 20, scale: {kind: number, maximum: 10}}
  - {id: mutu, stage: saq, name: Mutu, weight: 50}
"""
EDITION = """\
year: 2024
title: Evaluasi 2024
organizer: Komisi Informasi Contoh
status: final
published: 2024-12-19
instrument: saq-2024
scale:
  categories:
    - {name: Informatif, minimum: 90}
    - {name: Menuju Informatif, minimum: 80}
    - {name: Tidak Informatif, minimum: 0}
sources:
  - {id: koran, title: Berita koran}
"""
ALFA = """\
region: alfa
stage_scores: {visitasi: 90}
indicators: {mutu: 80.00}
answers:
  berkala: {self: ya, verified: tidak}   # belum diperiksa ulang
  saluran: {self: [situs, papan], verified: [situs]}
  jumlah: {points: 8}
"""
FILES = {
    "instruments/saq-2024.yml": INSTRUMENT,
    "2024/edition.yml": EDITION,
    "2024/alfa.yml": ALFA,
    "2024/beta.yml": "region: beta\nscore: 70\n",
    "2024/kota-gama.yml": "region: kota-gama\nscore: 60\n",
}
DATE = ["--date", "2025-01-20"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_site(tmp_path, FILES)


def test_an_answer_moves_all_that_is_computed_from_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # (0 × 50 + 50 × 30 + 80 × 20) ÷ 100 = 31, then 81; SAQ 55.5, then 80.5; with the visit 62.40, 82.40.
    call = ["correct", "2024", "alfa", "answers.berkala", "ya", *DATE, "--reason", "Ada di situs"]
    assert called(folder, *call, "--dry-run") == 0
    told = capsys.readouterr().out
    for line in (
        "Kabupaten Alfa: jawaban atas “Apakah laporan diumumkan?” tidak → ya",
        "Kabupaten Alfa 2024, skor indikator Layanan: 31,00 → 81,00",
        "Kabupaten Alfa 2024, skor tahap SAQ: 55,50 → 80,50",
        "Kabupaten Alfa 2024, skor: 62,40 → 82,40",
        "Kabupaten Alfa 2024, peringkat: 2 → 1",
        "Kabupaten Beta 2024, peringkat: 1 → 2",
    ):
        assert line in told, told
    assert content(folder)["results/2024/alfa.yml"].decode() == ALFA
    assert called(folder, *call, "--yes") == 0
    now = content(folder)
    assert now["results/2024/alfa.yml"].decode() == ALFA.replace("verified: tidak", "verified: ya")
    assert now["results/2024/edition.yml"].decode() == EDITION + (
        "corrections:\n  - date: 2025-01-20\n    region: alfa\n    field: answer\n    of: berkala\n"
        "    from: tidak\n    to: ya\n    reason: Ada di situs\n"
    )
    assert "results/2024/corrections/2025-01-20-alfa.yml" in now
    whole = whole_of(dataset_of(folder / "results"))
    listed = text(whole, "koreksi/")
    assert "Jawaban atas “Apakah laporan diumumkan?” ya semula tidak" in listed
    assert "Kabupaten Alfa 2024, skor tahap SAQ: semula 55,50, kini 80,50" in listed
    assert "tidak disimpan" not in listed
    box = "jawaban atas “Apakah laporan diumumkan?” semula tidak, kini ya"
    pages = ["2024/alfa/", "2024/", "2024/kelompok/kabupaten-kota/", "wilayah/alfa/"]
    for address in (*pages, "2024/pertanyaan/berkala/", "2024/indikator/layanan/"):
        assert box in text(whole, address), address
    article = text(whole, "2024/alfa/")
    assert "skor indikator Layanan: semula 31,00, kini 81,00" in article
    assert "hasil di sini sesudah koreksi pada Senin, 20 Januari 2025" in article
    assert "Bunyi sebelum koreksi" in article  # the earlier text is kept
    assert "peringkat: semula 1, kini 2" in text(whole, "2024/beta/")
    assert box not in text(whole, "2024/pertanyaan/saluran/")  # another question


def test_one_after_the_other_they_form_a_chain(folder: Path) -> None:
    said = ["correct", "2024", "alfa"]
    assert called(folder, *said, "answers.saluran", "papan, situs", *DATE, "--yes") == 0
    assert called(folder, *said, "answers.saluran", "tidak", "--date", "2025-02", "--yes") == 0
    more = ["answers.jumlah", "9", "indicators.mutu", "82.50", "stage_scores.visitasi", "91"]
    assert called(folder, *said, *more, "--date", "2025-03", "--source", "koran", "--yes") == 0
    kept = content(folder)["results/2024/alfa.yml"].decode()
    assert "verified: tidak}" in kept.splitlines()[5] and "jumlah: {points: 9}" in kept
    assert "mutu: {value: 82.50, source: koran}" in kept
    assert "visitasi: {value: 91, source: koran}" in kept
    whole = whole_of(dataset_of(folder / "results"))
    listed = text(whole, "koreksi/")
    for part in (
        "papan; situs web semula situs web",
        "tidak satu pun semula papan; situs web",
        "Skor indikator Mutu 82,50 semula 80,00",
        "Skor tahap Visitasi 91 semula 90",
        "Jawaban atas “Berapa yang dijawab?” 9 semula 8",
        "Sumber: Berita koran",
    ):
        assert part in listed, part


def test_points_beside_a_verdict_follow_it(folder: Path) -> None:
    path = folder / "results/2024/alfa.yml"
    path.write_text(ALFA.replace("verified: tidak}", "verified: tidak, points: 0}"))
    assert called(folder, "correct", "2024", "alfa", "answers.berkala", "ya", *DATE, "--yes") == 0
    assert "berkala: {self: ya, verified: ya, points: 1}" in path.read_text()


def test_a_reason_that_may_no_longer_hold_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "results/2024/alfa.yml"
    path.write_text(ALFA.replace("verified: tidak}", "verified: tidak, note: Tidak ada bukti.}"))
    call = ["correct", "2024", "alfa", "answers.berkala", "ya", *DATE, "--dry-run"]
    assert called(folder, *call) == 0
    assert "Alasan verifikator tetap: “Tidak ada bukti.” Ubah “note”" in capsys.readouterr().out


def test_downloads_name_the_part(folder: Path) -> None:
    assert called(folder, "correct", "2024", "alfa", "answers.berkala", "ya", *DATE, "--yes") == 0
    whole = whole_of(dataset_of(folder / "results"))
    facts = whole.site.facts
    names = [column.name for column in results.COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in results.rows(facts, 2024)]
    told = {row["region"]: row["correction"] for row in rows}
    assert told["alfa"] == "answer berkala: tidak → ya (2025-01-20)" and told["beta"] is None
    around = Around(whole.site.language, whole.site.title, whole.site.publisher)
    kept = json.loads(record([facts], facts.dataset.regions["alfa"], around))
    (item,) = kept["editions"][0]["corrections"]
    assert [item[key] for key in ("field", "of", "from", "to")] == [
        "answer",
        "berkala",
        "tidak",
        "ya",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            "answers.berkala mungkin",
            "“mungkin” bukan jawaban pertanyaan ini; yang dapat dijawab: ya",
        ),
        ("answers.berkala tidak", "nilainya sama dengan semula"),
        ("answers.jumlah 11", "poin 11 di atas poin tertinggi 10"),
        ("answers.berkal ya", "answers.berkal: belum ada angka yang diumumkan di sini"),
        ("answers.berkal ya", "berkala"),
        ("indicators.layanan 80", "koreksi jawaban (“answers.…”) yang keliru"),
        ("indicators.mutu 101", "101"),
        ("indicators 80", "“indicators” tidak dapat dikoreksi"),
        ("indicators. 80", "“indicators.” tidak dapat dikoreksi"),
        ("score.x 80", "“score.x” tidak dapat dikoreksi"),
    ],
)
def test_what_cannot_be_is_refused(
    arguments: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(folder)
    assert called(folder, "correct", "2024", "alfa", *arguments.split(), *DATE, "--yes") == 1
    assert told in capsys.readouterr().err
    assert content(folder) == before
