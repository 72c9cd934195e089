"""From answers to scores: the built example against a recomputation from the YAML alone."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_site import check_links

from generator.scoring import weighted

RESULTS = ROOT / "examples/contoh/results"
YEARS = (2023, 2024, 2025)


def load(path: Path) -> Any:
    """YAML as plain data; numbers as text, for exact fractions."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def share(question: dict[str, Any], answer: dict[str, Any]) -> Fraction | None:
    """The part of a question's points, by a route of its own; None where it does not apply."""
    scale = question["scale"]
    kind = scale if isinstance(scale, str) else scale["kind"]
    if "points" in answer:
        return Fraction(answer["points"])  # only 0 in the example
    said = answer["verified"]
    if said == "tidak-berlaku":
        return None
    if kind == "yes-no":
        return Fraction(said == "ya")
    if kind == "number":
        return Fraction(said) / Fraction(scale["maximum"])
    worth = {option["id"]: Fraction(option["points"]) for option in scale["options"]}
    if kind == "levels":
        return worth[said] / max(worth.values())
    chosen = said if isinstance(said, list) else [said]
    return sum((worth[c] for c in chosen), Fraction(0)) / sum(worth.values())


def indicator_score(indicator: dict[str, Any], answers: dict[str, Any]) -> Fraction:
    told = [(Fraction(q["weight"]), share(q, answers[q["id"]])) for q in indicator["questions"]]
    kept = [(weight, part) for weight, part in told if part is not None]
    return 100 * sum(w * p for w, p in kept) / sum(w for w, _ in kept)


def rounded(value: Fraction) -> str:
    units = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{units // 100}.{units % 100:02}"


def recomputed(year: int, region: str) -> tuple[dict[str, Fraction], dict[str, Fraction], str]:
    """Indicators, stages and the final score ("" if stopped) of a region, from the YAML."""
    edition = load(RESULTS / f"{year}/edition.yml")
    instrument = load(RESULTS / f"instruments/{edition['instrument']}.yml")
    result = load(RESULTS / f"{year}/{region}.yml")
    scores = {i["id"]: indicator_score(i, result["answers"]) for i in instrument["indicators"]}
    stages = {id_: Fraction(v) for id_, v in result.get("stage_scores", {}).items()}
    for stage in instrument["stages"]:
        members = [i for i in instrument["indicators"] if i["stage"] == stage["id"]]
        if members:
            stages[stage["id"]] = sum(
                Fraction(i["weight"]) * scores[i["id"]] for i in members
            ) / Fraction(100)
    for stage in instrument["stages"]:
        if "threshold" in stage and stages[stage["id"]] < Fraction(stage["threshold"]):
            return scores, stages, ""
    final = sum(Fraction(s["weight"]) * stages[s["id"]] for s in instrument["stages"]) / 100
    return scores, stages, rounded(final)


CASES = [
    (year, path.stem)
    for year in YEARS
    for path in sorted((RESULTS / str(year)).glob("*.yml"))
    if path.stem != "edition"
]


@pytest.mark.parametrize(("year", "region"), CASES)
def test_every_number_of_the_page_can_be_recomputed(year: int, region: str, contoh: Path) -> None:
    indicators, stages, final = recomputed(year, region)
    text = unescape((contoh / f"{year}/{region}/index.html").read_text("utf-8"))
    for value in stages.values():
        assert f'<td class="rk-num">{rounded(value).replace(".", ",")}' in text
    for value in indicators.values():
        assert rounded(value).replace(".", ",") in text
    table = (contoh / f"data/hasil-{year}.csv").read_text("utf-8-sig")
    row = next(r for r in csv.DictReader(io.StringIO(table)) if r["region"] == region)
    assert row["score"] == final
    assert row["score_why"] == ("" if final else "stopped")
    shown = re.search(r'<th scope="row">Skor akhir</th><td class="rk-num">(.*?)</td>', text)
    assert shown is not None
    assert shown[1] == final.replace(".", ",") if final else "di bawah batas lolos" in shown[1]


def test_three_different_things(contoh: Path) -> None:
    zero = (contoh / "2023/misal-hulu/index.html").read_text("utf-8")
    assert "skor 0,00" in zero and "Tidak Informatif" in zero
    stopped = (contoh / "2024/dongeng/index.html").read_text("utf-8")
    assert "tidak memiliki skor akhir" in stopped and "di bawah batas lolos 40" in stopped
    assert "tidak dinilai dalam" in (contoh / "2025/misal-hilir/index.html").read_text("utf-8")


def test_the_instrument_in_full(contoh: Path) -> None:
    text = unescape((contoh / "metodologi/2024/index.html").read_text("utf-8"))
    assert "Indikator dan bobot Kalimantan Timur 2025" in text
    assert "Pertanyaan baru: Sarana apa saja yang tersedia bagi penyandang disabilitas?" in text
    assert "Indikator Jenis informasi: bobot 50 menjadi 40 persen" in text
    example = re.search(r"SAQ ([\d,]+) × 80 % \+ Visitasi ([\d,]+) × 20 % = ([\d,]+)", text)
    assert example is not None
    saq, visit, final = (Fraction(n.replace(",", ".")) for n in example.groups())
    assert abs(saq * 80 / 100 + visit * 20 / 100 - final) <= Fraction(1, 100)
    same = (contoh / "metodologi/2025/index.html").read_text("utf-8")
    assert "Tidak ada tahap, indikator, pertanyaan, atau bobot yang berubah" in same


def test_editions_that_do_not_compare(contoh: Path) -> None:
    text = (contoh / "2024/khayal/index.html").read_text("utf-8")
    assert "tidak dibandingkan dengan evaluasi sebelumnya" in text


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
