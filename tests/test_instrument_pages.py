"""Pages of indicators, questions and obstacles against a recomputation from the YAML alone."""

from __future__ import annotations

import re
import shutil
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from recomputed import (
    CASES,
    RESULTS,
    YEARS,
    comma,
    exactly,
    indicator_score,
    load,
    region_names,
    rounded,
    share,
)
from test_dependents import changed, pages


def changes_of(text: str) -> dict[str, str]:
    """Each region's change as an indicator page shows it."""
    rows = re.findall(r'rowheader"><a [^>]*>([^<]+)</a></th>(.*?)</tr>', text)
    found = {name: re.search(r"([+−][\d,]+ poin|tetap) dari (\d+)", row) for name, row in rows}
    return {name: f"{said[1]} {said[2]}" for name, said in found.items() if said}


def recomputed_changes(
    year: int, indicator: dict[str, Any], scores: dict[str, Fraction], names: dict[str, str]
) -> dict[str, str]:
    """Changes since the latest earlier edition with the same indicator, from the YAML alone."""
    found: dict[str, str] = {}
    own = load(RESULTS / f"{year}/edition.yml")["instrument"]
    for region, score in scores.items():
        for before in sorted((y for y in YEARS if y < year), reverse=True):
            file = RESULTS / f"{before}/{region}.yml"
            other = load(RESULTS / f"{before}/edition.yml")["instrument"]
            id_ = indicator["id"] if own == other else indicator.get("same_as", {}).get(other)
            if not file.exists() or id_ is None:
                continue
            old = next(
                i
                for i in load(RESULTS / f"instruments/{other}.yml")["indicators"]
                if i["id"] == id_
            )
            earlier = Fraction(rounded(indicator_score(old, load(file)["answers"])))
            points = Fraction(rounded(score)) - earlier
            sign = "+" if points > 0 else "−"
            told = f"{sign}{comma(rounded(abs(points)))} poin" if points else "tetap"
            found[names[region]] = f"{told} {before}"
            break
    return found


@pytest.mark.parametrize("year", YEARS)
def test_every_number_of_an_indicator_page_can_be_recomputed(year: int, contoh: Path) -> None:
    edition = load(RESULTS / f"{year}/edition.yml")
    instrument = load(RESULTS / f"instruments/{edition['instrument']}.yml")
    results = {p.stem: load(p) for p in (RESULTS / str(year)).glob("*.yml") if p.stem != "edition"}
    names = region_names()
    for indicator in instrument["indicators"]:
        text = unescape(
            (contoh / f"{year}/indikator/{indicator['id']}/index.html").read_text("utf-8")
        )
        scores = {r: indicator_score(indicator, found["answers"]) for r, found in results.items()}
        rows = re.findall(
            r'<a [^>]*>([^<]+)</a></th><td role="cell" class="rk-num" data-label="Skor">([\d,]+)</td>',
            text,
        )
        assert {name: score for name, score in rows} == {
            names[r]: rounded(score).replace(".", ",") for r, score in scores.items()
        }
        assert [score for _, score in rows] == sorted(
            (score for _, score in rows), key=lambda s: -float(s.replace(",", "."))
        )
        mean = sum(scores.values(), Fraction(0)) / len(scores)
        told = comma(rounded(mean))
        quoted = re.findall(
            r"<dt>Rata-rata</dt><dd>([\d,]+)<.*?: ([\d,]+)"
            r" \(dihitung Rapor KIP Provinsi Contoh dari (\d+) skor\)",
            text,
        )
        assert quoted == [(told, told, str(len(scores)))]
        claims = {
            r: indicator_score(indicator, found["answers"], "self") for r, found in results.items()
        }
        shown = re.findall(
            r'<a [^>]*>([^<]+)</a></th>.*?data-label="Menurut klaim">([\d,]+)<', text
        )
        assert dict(shown) == {names[r]: comma(rounded(c)) for r, c in claims.items()}
        claimed = sum(claims.values(), Fraction(0)) / len(claims)
        assert (
            f"<dd>{comma(rounded(claimed))} <small>menurut klaim, {comma(rounded(mean))} terverifikasi;"
            in text
        )
        drawn = {f"{names[r]} {comma(rounded(score))}" for r, score in scores.items()}
        dots = re.findall(r"<circle[^>]*><title>([^<]+)</title></circle>", text)
        assert set(map(unescape, dots)) == drawn and len(dots) == len(scores)
        assert changes_of(text) == recomputed_changes(year, indicator, scores, names)
        lost = []
        for question in indicator["questions"]:
            parts = [
                share(question, found["answers"][question["id"]]) for found in results.values()
            ]
            known = [part for part in parts if part is not None]
            average = sum(known, Fraction(0)) / len(known)
            lost.append((1 - average) * Fraction(question["weight"]))
            assert f"{sum(part == 0 for part in known)} dari {len(known)}</td>" in text
            assert f"{rounded(lost[-1]).replace('.', ',')}</td>" in text
        shown = re.findall(r'data-label="Poin indikator yang hilang">([\d,]+)<', text)
        assert shown == [rounded(v).replace(".", ",") for v in sorted(lost, reverse=True)]


def test_a_question_page_shows_every_mark(contoh: Path) -> None:
    text = unescape((contoh / "2025/pertanyaan/berkala/index.html").read_text("utf-8"))
    names = region_names()
    for path in (RESULTS / "2025").glob("*.yml"):
        if path.stem == "edition":
            continue
        answer = load(path)["answers"]["berkala"]
        row = text.partition(f">{names[path.stem]}</a></th>")[2].partition("</tr>")[0]
        assert f'data-label="Klaim">{answer["self"]}<' in row
        assert f"<span>{answer['verified']}" in row
    assert "UU Nomor 14 Tahun 2008 Pasal 9" in text


def test_obstacles_are_counted_by_indicator(contoh: Path) -> None:
    text = unescape((contoh / "2024/kendala/index.html").read_text("utf-8"))
    instrument = load(RESULTS / "instruments/contoh-2024.yml")
    names = region_names()
    told: dict[tuple[str, str], set[str]] = {}
    for path in (RESULTS / "2024").glob("*.yml"):
        if path.stem == "edition":
            continue
        result = load(path)
        for obstacle in result.get("obstacles", []):
            where = next(
                (
                    i["name"]
                    for i in instrument["indicators"]
                    if i["id"] == obstacle.get("indicator")
                ),
                "Kendala umum",
            )
            told.setdefault((where, obstacle["text"]), set()).add(names[path.stem])
        for indicator in instrument["indicators"]:
            for question in indicator["questions"]:
                said = result["answers"].get(question["id"], {}).get("obstacle")
                if said:
                    told.setdefault((indicator["name"], said), set()).add(names[path.stem])
    shown: dict[tuple[str, str], set[str]] = {}
    for heading, part in re.findall(
        r"<h3 [^>]*>([^<]+)</h3>(.*?)(?=<h3|<h2|</article>)", text, re.S
    ):
        for obstacle, who in re.findall(r"<li>([^<]+) <small[^>]*>(.*?)</small></li>", part):
            shown[heading, obstacle] = {name for name in names.values() if f">{name}<" in who}
            assert f"Tercatat bagi {COUNTS[len(shown[heading, obstacle])]} kabupaten/kota" in who
    assert shown == told
    assert max(len(who) for who in told.values()) > 1


COUNTS = ("nol", "satu", "dua", "tiga", "empat", "lima")

EVIDENCE = "evidence: [{title: Berkas baru, status: diterima}]"


@pytest.mark.parametrize(
    ("year", "region", "indicator", "question", "answers"),
    [
        (2025, "andai", "kualitas-informasi", "terbuka", ("3", "9")),
        (2025, "khayal", "komitmen", "anggaran", ("ya", "tidak")),
        (2024, "umpama", "digitalisasi", "kanal", ("[situs]", "[situs, aplikasi]")),
        (2023, "kota-angan", "kualitas-informasi", "mutakhir", ("tahun-ini", "lebih-lama")),
    ],
)
def test_one_answer_changes_the_pages_that_depend_on_it(
    tmp_path: Path,
    year: int,
    region: str,
    indicator: str,
    question: str,
    answers: tuple[str, str],
) -> None:
    root = tmp_path / "results"
    shutil.copytree(RESULTS, root)
    file = root / f"{year}/{region}.yml"
    text = file.read_text("utf-8")
    found = []
    for answer in answers:
        line = f"  {question}: {{self: {answer}, verified: {answer}, {EVIDENCE}}}\n"
        new = re.sub(rf"(?m)^  {question}:.*\n(?:    .*\n)*", line, text)
        assert new != text
        file.write_text(new, "utf-8")
        found.append(pages(root))
    differ = changed(*found)
    must = {
        f"{year}/",
        f"{year}/{region}/",
        f"wilayah/{region}/",
        f"{year}/indikator/{indicator}/",
        f"{year}/pertanyaan/{question}/",
        f"data/hasil-{year}.csv",
        "data/hasil.csv",
        f"data/indikator-{year}.csv",
        f"data/jawaban-{year}.csv",
    }
    assert must <= differ, must - differ
    # The instrument asks nothing else: no other question, no other indicator of that year.
    asked = {name for name in differ if re.match(rf"{year}/(indikator|pertanyaan)/", name)}
    assert asked == {f"{year}/indikator/{indicator}/", f"{year}/pertanyaan/{question}/"}
    # Nothing of an earlier year; of later ones only what is compared with this one.
    for name in differ:
        told = re.search(r"\d{4}", name)
        assert told is None or int(told[0]) >= year, name
        later = re.match(r"(\d{4})/(indikator|pertanyaan|kendala)/([a-z-]*)", name)
        if later and int(later[1]) > year:
            assert later[2] == "indikator" and later[3] == indicator, name


def test_the_lists_that_close_the_gap_do_close_it(contoh: Path, kalsel: Path) -> None:
    """Each list, applied to the YAML, lifts the recomputed score to the next category."""
    minima = {"Informatif": 90, "Menuju Informatif": 80, "Cukup Informatif": 60}
    shown = 0
    for year, region in CASES:
        text = unescape((contoh / f"{year}/{region}/index.html").read_text("utf-8"))
        told = re.search(
            r"batas bawah kategori ([\w ]+), yakni \d+, adalah [\d,]+ poin\. \w+", text
        )
        if told is None or told[1] not in minima:
            continue
        for block in re.findall(
            r"<summary>(?:Pilihan \d: )?([\d,]+ \+ .*?)</summary>\s*<ul>(.*?)</ul>", text, re.S
        ):
            sums, items = block
            value = exactly(year, region, re.findall(r"pertanyaan/([a-z-]+)/", items))[2]
            assert value is not None
            final = rounded(value)
            assert sums.endswith(f"menjadi {final.replace('.', ',')}"), (year, region, sums, final)
            assert Fraction(final) >= minima[told[1]]
            shown += 1
    assert shown > 10
    assert "bukan saran" not in (kalsel / "2025/tabalong/index.html").read_text("utf-8")
