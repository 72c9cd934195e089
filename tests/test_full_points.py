"""What full points would help: recomputed from the YAML alone, by exact scores with and without them."""

from __future__ import annotations

import re
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest
from recomputed import (
    CASES,
    RESULTS,
    YEARS,
    comma,
    exactly,
    load,
    questions_of,
    region_names,
    rounded,
    share,
)
from test_questionnaire import set_answer, set_line, site


def marks(year: int, question: str) -> dict[str, Fraction | None]:
    """Of each region that answered: its share of the points, None where it does not apply."""
    asked = questions_of(year)[question]
    return {
        region: share(asked, load(RESULTS / f"{year}/{region}.yml")["answers"][question])
        for other, region in CASES
        if other == year
    }


def losses(year: int, region: str) -> dict[str, Fraction]:
    """What full points in each question would add to the final score, in the order of the questions."""
    final = exactly(year, region)[2]
    assert final is not None
    found = {id_: exactly(year, region, [id_])[2] for id_ in questions_of(year)}
    answered = load(RESULTS / f"{year}/{region}.yml")["answers"]
    applies = {id_ for id_, one in answered.items() if one["verified"] != "tidak-berlaku"}
    return {
        id_: value - final
        for id_, value in found.items()
        if value is not None and value > final and id_ in applies
    }


def first_part(html: str) -> str:
    """The part of a page under the heading of the first things."""
    found = re.search(r"<h2[^>]*>(?:Hal|Dua hal|Tiga hal) pertama.*?(?=<h2)", html, re.DOTALL)
    return unescape(found[0]) if found else ""


@pytest.mark.parametrize(("year", "region"), CASES)
def test_the_first_things_cost_most_and_name_who_met_them(
    year: int, region: str, contoh: Path
) -> None:
    part = first_part((contoh / f"{year}/{region}/index.html").read_text("utf-8"))
    if exactly(year, region)[2] is None:
        assert not part
        return
    lost = losses(year, region)
    first = sorted(lost.items(), key=lambda item: -item[1])[:3]
    shown = re.findall(r'pertanyaan/([\w-]+)/">[^<]*</a> <b>−([\d,]+) poin</b>(.*?)</li>', part)
    assert [(id_, points) for id_, points, _ in shown] == [
        (id_, comma(rounded(points))) for id_, points in first
    ]
    left = list(lost.values()).count(first[-1][1]) - [cost for _, cost in first].count(first[-1][1])
    assert ("sama banyak seperti yang terakhir disebut" in part) == (len(first) == 3 and left > 0)
    names = region_names()
    for id_, _, told in shown:
        full = sorted(names[who] for who, part_ in marks(year, id_).items() if part_ == 1)
        linked = [names[who] for who in re.findall(r'\.\./([a-z-]+)/">', told)]
        assert linked == (full if len(full) <= 7 else full[:3])
        assert ("lainnya" in told) == (len(full) > 7)
        assert ("Tidak ada yang berpoin penuh" in told) == (not full)


def test_there_are_no_first_things_where_an_answer_is_not_known(tmp_path: Path) -> None:
    gone = set_answer("kanal", "{self: tidak}")
    whole = site(tmp_path, {"2025/andai.yml": gone})
    assert "hal pertama" in whole.made("2025/umpama/")[1]
    assert "hal pertama" not in whole.made("2025/andai/")[1]


def test_there_are_no_first_things_where_another_score_was_published(tmp_path: Path) -> None:
    other = set_line("score", "score: {value: 70, note: Menurut keputusan.}")
    whole = site(tmp_path, {"2025/andai.yml": other})
    assert "hal pertama" not in whole.made("2025/andai/")[1]


@pytest.mark.parametrize("year", YEARS)
def test_a_question_names_who_has_all_points_with_what_evidence(year: int, contoh: Path) -> None:
    names = region_names()
    for id_ in questions_of(year):
        text = unescape((contoh / f"{year}/pertanyaan/{id_}/index.html").read_text("utf-8"))
        part = text.partition(">Nilai penuh</h2>")[2]
        part = part[: part.index('<caption id="t-jawaban')]
        found = marks(year, id_)
        full = {names[who] for who, value in found.items() if value == 1}
        linked = re.findall(rf'/{year}/|\.\./\.\./[a-z-]+/">([^<]+)</a>', part)
        assert set(filter(None, linked)) == full, id_
        assert ("tidak ada yang berpoin penuh" in part) == (not full)
        for who, value in found.items():
            evidence = load(RESULTS / f"{year}/{who}.yml")["answers"][id_].get("evidence", [])
            if value == 1 and evidence:
                row = part.partition(f">{names[who]}</a>")[2].partition("</li>")[0]
                assert all(item["title"] in row for item in evidence), (id_, who)
        counted = re.findall(r"<li><span>([\d.,]+) poin</span> <b>(\d+)</b>", text)
        known = [value for value in found.values() if value is not None]
        if counted:
            assert sum(int(number) for _, number in counted) == len(known)
        exempt = len(found) - len(known)
        assert (f"{exempt} kabupaten/kota: tidak berlaku" in text) == bool(exempt)


def test_a_question_says_how_full_points_are_reached(contoh: Path) -> None:
    asked = {
        id_: unescape((contoh / f"2025/pertanyaan/{id_}/index.html").read_text("utf-8"))
        for id_ in ("berkala", "kanal", "setiap-saat", "terbuka")
    }
    assert "Poin penuh, yakni 1, untuk jawaban: ya." in asked["berkala"]
    assert "untuk jawaban: semua pilihan: " in asked["kanal"]
    assert "Poin penuh, yakni 10, untuk jawaban: 10." in asked["terbuka"]
    told = asked["berkala"][asked["berkala"].index("Nilai penuh") :]
    assert "Penjelasan bagi pengisi: Tautan menuju laporan keuangan" in told
    assert "Penjelasan bagi pengisi" not in asked["terbuka"]
