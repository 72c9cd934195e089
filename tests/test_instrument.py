"""From answers to scores: the built example against a recomputation from the YAML alone."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recomputed import (
    CASES,
    RESULTS,
    YEARS,
    indicator_score,
    load,
    recomputed,
    rounded,
    rows_of,
)
from test_site import check_links

from generator.evaluation.scoring import weighted


@pytest.mark.parametrize(("year", "region"), CASES)
def test_every_number_of_the_page_can_be_recomputed(year: int, region: str, contoh: Path) -> None:
    indicators, stages, final = recomputed(year, region)
    text = unescape((contoh / f"{year}/{region}/index.html").read_text("utf-8"))
    for value in stages.values():
        assert f'data-label="Skor"><span>{rounded(value).replace(".", ",")}' in text
    for value in indicators.values():
        assert rounded(value).replace(".", ",") in text
    table = (contoh / f"data/hasil-{year}.csv").read_text("utf-8-sig")
    row = next(r for r in csv.DictReader(io.StringIO(table)) if r["region"] == region)
    assert row["score"] == final
    assert row["score_why"] == ("" if final else "stopped")
    shown = re.search(r'rowheader">Skor akhir</th><td [^>]*><span>(.*?)</span></td>', text)
    assert shown is not None
    assert shown[1] == final.replace(".", ",") if final else "tidak lolos tahap" in shown[1]


def test_three_different_things(contoh: Path) -> None:
    zero = (contoh / "2023/misal-hulu/index.html").read_text("utf-8")
    assert "skor 0,00" in zero and "Tidak Informatif" in zero
    stopped = (contoh / "2024/dongeng/index.html").read_text("utf-8")
    assert "tidak memiliki skor akhir" in stopped and "di bawah batas lolos 40" in stopped
    assert "tidak dinilai dalam" in (contoh / "2025/misal-hilir/index.html").read_text("utf-8")


def test_the_instrument_in_full(contoh: Path) -> None:
    text = unescape((contoh / "metodologi/2024/index.html").read_text("utf-8"))
    assert "Kuesioner Provinsi Contoh 2024" in text
    assert "Pertanyaan baru: “Sarana apa saja yang tersedia bagi penyandang disabilitas?”" in text
    assert "Indikator Jenis informasi: bobot dari 50 menjadi 40 persen" in text
    assert "Tahap SAQ: tanpa batas lolos menjadi batas lolos 40" in text
    example = re.search(r"SAQ ([\d,]+) × 80\s% \+ Visitasi ([\d,]+) × 20\s% = ([\d,]+)", text)
    assert example is not None
    saq, visit, final = (Fraction(n.replace(",", ".")) for n in example.groups())
    assert abs(saq * 80 / 100 + visit * 20 / 100 - final) <= Fraction(1, 100)
    assert "Sebanding dengan indikator Digitalisasi dalam Kuesioner Provinsi Contoh 2023." in text
    same = (contoh / "metodologi/2025/index.html").read_text("utf-8")
    assert "Instrumennya sama dengan 2024." in same
    assert "Contoh: hasil di halaman ini rekaan" in same  # its worked example is a result


def test_editions_that_do_not_compare(contoh: Path) -> None:
    text = (contoh / "2024/khayal/index.html").read_text("utf-8")
    assert "Pada 2023, dengan syarat kategori dan kuesioner lain, Khayal berkategori" in text


def test_links_of_the_example(contoh: Path) -> None:
    assert check_links(contoh) > 500


@given(st.lists(st.tuples(st.integers(0, 100), st.none() | st.fractions(0, 100)), max_size=8))
def test_weights_of_what_does_not_apply_are_shared(
    parts: list[tuple[int, Fraction | None]],
) -> None:
    value = weighted((Decimal(weight), part) for weight, part in parts)
    kept = [(weight, part) for weight, part in parts if part is not None and weight]
    if not kept:
        assert value is None
    else:
        assert value is not None
        assert min(p for _, p in kept) <= value <= max(p for _, p in kept)
        total = sum(weight for weight, _ in kept)
        assert value == sum(Fraction(w, total) * p for w, p in kept)


@pytest.mark.parametrize("year", YEARS)
def test_downloads_hold_every_score_and_answer(year: int, contoh: Path) -> None:
    edition = load(RESULTS / f"{year}/edition.yml")
    instrument = load(RESULTS / f"instruments/{edition['instrument']}.yml")
    results = {p.stem: load(p) for p in (RESULTS / str(year)).glob("*.yml") if p.stem != "edition"}
    scores = {
        (r["region"], r["indicator"]): (r["score"], r["claimed"])
        for r in rows_of(contoh / f"data/indikator-{year}.csv")
    }
    assert scores == {
        (region, i["id"]): (
            rounded(indicator_score(i, found["answers"])),
            rounded(indicator_score(i, found["answers"], "self")),
        )
        for region, found in results.items()
        for i in instrument["indicators"]
    }
    answers = {
        (r["region"], r["question"]): (r["self"], r["verified"])
        for r in rows_of(contoh / f"data/jawaban-{year}.csv")
    }
    assert answers == {
        (region, id_): tuple(
            ";".join(said) if isinstance(said, list) else said
            for said in (answer["self"], answer["verified"])
        )
        for region, found in results.items()
        for id_, answer in found["answers"].items()
    }
    assert f"indikator-{year}.csv" in (contoh / "data/index.html").read_text("utf-8")
