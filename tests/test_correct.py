"""``rapor correct``: what it shows, what it writes, and what the pages then say."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from conftest import dataset_of, whole_of, write_site

from generator.amend.change import with_figure
from generator.amend.write import write_all
from generator.cli import main
from generator.format.edits import NotChanged, add_item
from generator.site import Whole

EDITION = """\
# Disalin dari siaran pers.
year: 2024
title: Evaluasi 2024
organizer: Komisi Informasi Contoh
status: final
published: 2024-12-19   # hari pengumuman
decision: {number: 52/KEP/2024}
scale:
  categories:
    - {name: Informatif, minimum: 90}
    - {name: Menuju Informatif, minimum: 80}
    - {name: Tidak Informatif, minimum: 0}
sources:
  - {id: koran, title: Berita koran}
notes:
  - Satu catatan.
"""
FILES = {
    "2024/edition.yml": EDITION,
    "2024/alfa.yml": "region: alfa\nscore: 87.45   # semula\n",
    "2024/beta.yml": "region: beta\nscore: {value: 88.10, source: koran}\n",
    "2024/kota-gama.yml": "region: kota-gama\nscore: 60\n",
    "2025/edition.yml": "year: 2025\ntitle: E\norganizer: Komisi Informasi Contoh\nstatus: final\n"
    "published: 2025-12-19\nscale:\n  categories:\n    - {name: Informatif, minimum: 90}\n"
    "    - {name: Menuju Informatif, minimum: 80}\n    - {name: Tidak Informatif, minimum: 0}\n",
    "2025/alfa.yml": "region: alfa\nscore: 90.00\n",
    "2025/beta.yml": "region: beta\nscore: 80\n",
    "2025/kota-gama.yml": "region: kota-gama\nscore: 70\n",
}
CALL = ["correct", "2024", "alfa", "score", "92.31", "--date", "2025-01-20"]
WHY = ["--reason", "Salah hitung", "--decision", "53/KEP/2024"]


def called(site: Path, *arguments: str) -> int:
    return main([*arguments, "--site", str(site)])


def text(whole: Whole, address: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", whole.made(address)[1])))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_site(tmp_path, FILES)


def content(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in (folder / "results").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_what_moves_is_shown_and_nothing_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(folder)
    assert called(folder, *CALL, *WHY, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "Kabupaten Alfa: skor 87,45 → 92,31" in told
    assert "Kabupaten Beta 2024, peringkat: 1 → 2" in told
    assert "Kabupaten/kota 2024, rata-rata: 78,52 → 80,14" in told
    assert "jumlah berkategori Informatif: 0 → 1" in told
    assert "Kabupaten Alfa 2025, perubahan skor: +2,55 → −2,31" in told
    assert "/2024/alfa/" in told.partition("Judul yang berubah")[2]
    assert content(folder) == before


def test_all_is_written_and_pages_say_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = whole_of(dataset_of(folder / "results"))
    assert called(folder, *CALL, *WHY, "--source", "koran", "--yes") == 0
    now = content(folder)
    told = capsys.readouterr().out
    written = re.findall(r"Ditulis: (.+)", told)
    record = "results/2024/corrections/2025-01-20-alfa.yml"
    assert sorted(written) == ["results/2024/alfa.yml", record, "results/2024/edition.yml"]
    assert now["results/2024/alfa.yml"].decode() == (
        "region: alfa\nscore: {value: 92.31, source: koran}   # semula\n"
    )
    assert now["results/2024/edition.yml"].decode() == EDITION + (
        "corrections:\n  - date: 2025-01-20\n    region: alfa\n    field: score\n    from: 87.45\n"
        "    to: 92.31\n    reason: Salah hitung\n    decision: 53/KEP/2024\n    source: koran\n"
    )
    whole = whole_of(dataset_of(folder / "results"))
    listed = text(whole, "koreksi/")
    for part in (
        "92,31",
        "semula 87,45",
        "Salah hitung",
        "Keputusan 53/KEP/2024",
        "20 Januari 2025",
    ):
        assert part in listed
    assert "Keputusan semula: 52/KEP/2024" in listed
    assert "Kabupaten Beta 2024, peringkat: semula 1, kini 2" in listed
    # Where the figure itself moved, on the pages of others that moved with it, and a year later.
    kept = old.site.newsroom.article(old.site.dataset.evaluations[2024, "kabupaten-kota"], "beta")
    other = text(whole, "2024/beta/")
    assert "peringkat: semula 1, kini 2" in other and kept.headline.text in other
    assert "perubahan skor: semula +2,55, kini −2,31" in text(whole, "2025/alfa/")
    for address in ("2024/alfa/", "2024/", "2024/kelompok/kabupaten-kota/", "wilayah/alfa/"):
        assert "skor semula 87,45, kini 92,31" in text(whole, address), address
    assert "tidak disimpan" not in listed + other
    # Who did not move has no box.
    assert "Koreksi, " not in text(whole, "wilayah/kota-gama/")
    # A second one goes on from there, in a file of its own.
    assert called(folder, "correct", "2024", "alfa", "score", "92.40", "--date", "2025-01-20") == 0
    assert "results/2024/corrections/2025-01-20-alfa-2.yml" in content(folder)
    listed = text(whole_of(dataset_of(folder / "results")), "koreksi/")
    assert "semula 92,31" in listed and "semula 87,45" in listed


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("2024 alfa score 192", "skor 192 di atas skor tertinggi 100"),
        ("2024 alfa score abc", "abc"),
        ("2024 alfa score 87.45", "nilainya sama dengan semula"),
        ("2024 alfa rank 3", "results/2024/alfa.yml:1:1: rank: belum ada angka yang diumumkan"),
        ("2024 alfa score", "tiap kunci perlu satu nilai"),
        ("2024 alfa nilai 3", "“nilai” tidak dapat dikoreksi"),
        ("2024 entah score 3", "wilayah “entah” tidak ada"),
        ("2023 alfa score 3", "tidak punya edisi 2023 yang terbit; edisi yang terbit: 2025, 2024"),
        ("2024 alfa score 90 --source entah", "entah"),
        ("2024 alfa score 90 --measure entah", "ukuran “entah” tidak ada"),
    ],
)
def test_what_cannot_be_is_refused(
    arguments: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(folder)
    assert called(folder, "correct", *arguments.split(), "--date", "2025-01-20", "--yes") == 1
    assert told in capsys.readouterr().err
    assert content(folder) == before


def test_a_date_before_the_announcement_is_refused(folder: Path) -> None:
    assert called(folder, *CALL[:-1], "2024-12-01", "--yes") == 1


def test_a_category_and_published_ranks_follow(folder: Path, tmp_path: Path) -> None:
    results = folder / "results/2024"
    (results / "alfa.yml").write_text(
        "region: alfa\nscore: 87.45\nrank: 2\ncategory: Menuju Informatif\n"
    )
    (results / "beta.yml").write_text("region: beta\nscore: 88.10\nrank: 1\n")
    (results / "kota-gama.yml").write_text("region: kota-gama\nscore: 60\nrank: 3\n")
    assert called(folder, *CALL, "--yes") == 1  # the category says otherwise
    assert called(folder, *CALL[:5], "rank", "1", "category", "Informatif", *CALL[5:], "--yes") == 1
    wanted = [*CALL[:5], "rank", "1", "category", "Informatif", "--ranks", *CALL[5:]]
    assert called(folder, *wanted, "--yes") == 0
    assert (results / "beta.yml").read_text() == "region: beta\nscore: 88.10\nrank: 2\n"
    assert "category: Informatif\n" in (results / "alfa.yml").read_text()
    listed = text(whole_of(dataset_of(folder / "results")), "koreksi/")
    assert listed.count("semula 1") == 1  # of Beta


def test_a_revision_stands_apart(folder: Path) -> None:
    assert called(folder, *CALL, "--revision", "--yes") == 0
    listed = text(whole_of(dataset_of(folder / "results")), "koreksi/")
    assert "Revisi terjadwal" in listed and "Kekeliruan yang dikoreksi" not in listed
    told = text(whole_of(dataset_of(folder / "results")), "2024/alfa/")
    assert "hasil di sini sesudah revisi pada" in told and "revisi terjadwal menjadi skor" in told
    assert "koreksi menjadi" not in told and "Dikoreksi" not in told


def test_by_hand_it_says_that_nothing_was_kept(folder: Path) -> None:
    (folder / "results/2024/edition.yml").write_text(
        EDITION
        + "corrections: [{date: 2025-01, region: alfa, field: score, from: 81, to: 87.45}]\n"
    )
    whole = whole_of(dataset_of(folder / "results"))
    for address in ("2024/alfa/", "2024/", "2024/kelompok/kabupaten-kota/", "wilayah/alfa/"):
        assert "Bunyi halaman ini sebelum koreksi tidak disimpan" in text(whole, address)
    assert "bunyi halaman sebelumnya tidak disimpan" in text(whole, "koreksi/")


def test_the_correction_of_kalimantan_timur_shows_on_every_page(kalsel: Path) -> None:
    """Announced at 92.31 and rank 19; decision 53 changed it, January 2025. Written by hand."""
    name = "provinsi-kalimantan-timur"
    pages = [f"2024/{name}", f"wilayah/{name}", "2024", "2024/kelompok/provinsi"]
    for address in pages:
        page = unescape((kalsel / address / "index.html").read_text(encoding="utf-8"))
        told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))
        assert "skor semula 92,31, kini 98,31; peringkat semula 19, kini 2" in told, address
        assert "Keputusan 53/KEP/KIP/XII/2024" in told and "Januari 2025" in told
        assert "Bunyi halaman ini sebelum koreksi tidak disimpan" in told
        assert f'koreksi/#2024-{name}-2025-01"' in page
    listed = (kalsel / "koreksi/index.html").read_text(encoding="utf-8")
    assert f'id="2024-{name}-2025-01"' in listed and "52/KEP/KIP/XII/2024" in listed
    assert "kebijakan-koreksi/" in listed and (kalsel / "kebijakan-koreksi/index.html").is_file()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nscore: 80.00 # x\nb: 2\n", "a: 1\nscore: 81 # x\nb: 2\n"),
        ("score: '80'\r\nb: 2\r\n", "score: 81\r\nb: 2\r\n"),
        ("score:\n  note: x\n  value: 80\n", "score:\n  note: x\n  value: 81\n"),
        ("score: {source: a, value: 80}\n", "score: {source: a, value: 81}\n"),
    ],
)
def test_only_the_value_changes(before: str, after: str) -> None:
    assert with_figure(before, ("score",), "81", None) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("score: 80\n", "score: {value: 81, source: b}\n"),
        ("score: {source: a, value: 80}\n", "score: {source: b, value: 81}\n"),
        ("score: {value: 80}\n", "score: {value: 81, source: b}\n"),
        (
            "score:\n  value: 80 # x\n  note: y\n",
            "score:\n  value: 81 # x\n  note: y\n  source: b\n",
        ),
    ],
)
def test_the_source_changes_with_it(before: str, after: str) -> None:
    assert with_figure(before, ("score",), "81", "b") == after


ITEM = {"region": "b", "reason": "Satu, dua: tiga"}
LINES = '- region: b\n    reason: "Satu, dua: tiga"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1", f"a: 1\nlist:\n  {LINES}".rstrip()),
        ("list: []\na: 1\n", 'list: [{region: b, reason: "Satu, dua: tiga"}]\na: 1\n'),
        ("list:\na: 1\n", 'list: [{region: b, reason: "Satu, dua: tiga"}]\na: 1\n'),
        (
            "list: [{region: a}] # x\n",
            'list: [{region: a}, {region: b, reason: "Satu, dua: tiga"}] # x\n',
        ),
        (
            "list:\n  - {region: a} # x\n\n# akhir\na: 1\n",
            f"list:\n  - {{region: a}} # x\n  {LINES}\n# akhir\na: 1\n",
        ),
        (
            "list:\n- region: a\n  reason: >\n    panjang\n    sekali\na: 1\n",
            "list:\n- region: a\n  reason: >\n    panjang\n    sekali\n"
            '- region: b\n  reason: "Satu, dua: tiga"\na: 1\n',
        ),
    ],
)
def test_an_item_comes_last(before: str, after: str) -> None:
    assert add_item(before, ("list",), ITEM) == after


def test_what_has_no_place_is_left_to_hand() -> None:
    for text_ in ("list: x\n", "list: {a: b}\n"):
        with pytest.raises(NotChanged):
            add_item(text_, ("list",), ITEM)


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yml", tmp_path / "lain/b.yml"
    first.write_bytes(b"1")
    write_all({first: b"2", second: b"3"})
    assert (first.read_bytes(), second.read_bytes()) == (b"2", b"3")
    blocked = tmp_path / "c.yml"
    blocked.mkdir()
    with pytest.raises(OSError):
        write_all({first: b"4", second: b"5", tmp_path / "baru/d.yml": b"6", blocked: b"7"})
    assert (first.read_bytes(), second.read_bytes()) == (b"2", b"3")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.yml", "c.yml", "lain"]
