"""Articles of thousands of made-up datasets: what must hold of every text, whatever the facts."""

from __future__ import annotations

import re
import tempfile
from decimal import Decimal
from pathlib import Path

from conftest import EDITION, write_results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import newsroom

from generator.evaluation.rounding import round_half_up
from generator.facts.region import RegionFacts
from generator.news import Article, Newsroom, Sentence

NAMES = [
    ("kabupaten", "Kabupaten Kepulauan Siau Tagulandang Biaro"),
    ("kabupaten", "Kabupaten Banjar"),
    ("kota", "Kota Banjarmasin"),
    ("kabupaten", "Kabupaten Ogan Komering Ulu Selatan"),
    ("kabupaten", "Kabupaten Pangkajene dan Kepulauan"),
    ("kota", "Kota Administrasi Jakarta Pusat"),
    ("desa", "Desa Sukamaju 2"),
    ("opd", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak Provinsi Nusa Tenggara Barat"),
    ("kabupaten", "Kabupaten Naik Dua"),
    ("kabupaten", "Kabupaten Serang"),
    ("kota", "Kota Serang"),
    ("nagari", "Nagari III Koto Aur Malintang"),
]
ORGANIZERS = ["Komisi Informasi Pusat", "Komisi Informasi Provinsi Kepulauan Bangka Belitung"]
YEARS = (2021, 2022, 2023, 2024)
CATEGORIES = [
    "Informatif",
    "Menuju Informatif",
    "Cukup Informatif",
    "Kurang Informatif",
    "Tidak Informatif",
]
MINIMA = (90, 80, 60, 40, 0)
SCORES = st.one_of(
    st.decimals(0, 100, places=3),
    st.sampled_from(
        [Decimal(s) for s in ("0", "100", "79.995", "80.00", "89.995", "89.6", "60.3")]
    ),
)


@st.composite
def results(draw: st.DrawFn) -> dict[str, str | None]:
    """The files of a results folder: some regions, some years, every depth of data."""
    count = draw(st.integers(1, 6))
    first = draw(st.integers(0, len(NAMES) - 1))
    picked = [NAMES[(first + i) % len(NAMES)] for i in range(count)]
    regions = "groups: [{id: g, name: Kabupaten/kota}]\nregions:\n" + "".join(
        f"  - {{id: r{i}, name: {name}, kind: {kind}, group: g}}\n"
        for i, (kind, name) in enumerate(picked)
    )
    files: dict[str, str | None] = {"regions.yml": regions, "2024/alfa.yml": None}
    organizer = draw(st.sampled_from(ORGANIZERS))
    for year in YEARS[draw(st.integers(0, 3)) :]:
        states = {f"r{i}": draw(STATES) for i in range(count)}
        texts = {id_: draw(_result(state)) for id_, state in states.items()}
        edition = EDITION.replace("2024", str(year)).replace("Komisi Informasi Contoh", organizer)
        if draw(st.booleans()):
            edition += f"published: {year}-12-19\nplace: Banjarmasin\n"
        for name in ("absent", "not_assessed"):
            listed = [id_ for id_, state in states.items() if state == name]
            if listed:
                edition += f"{name}: [{', '.join(listed)}]\n"
        if draw(st.integers(0, 5)) == 0:
            edition += "participants: {took_part: 38, invited: 40, complete: false}\n"
        corrected = [id_ for id_, state in states.items() if state == "score"]
        if corrected and draw(st.integers(0, 3)) == 0:
            now = round_half_up(Decimal((texts[corrected[0]] or "").split()[1]), 2)
            before = "56.78" if now == Decimal("12.34") else "12.34"
            edition += (
                f"corrections: [{{date: {year}-12, region: {corrected[0]}, field: score,"
                f" from: {before}, to: {now}, reason: {_quoted(draw(TEXTS))},"
                f" decision: 5/KEP/{year}, source: koran}}]\n"
            )
        named = [id_ for id_, state in states.items() if state == "category"]
        if named and draw(st.booleans()):
            edition += f"distinctions: [{{region: {named[0]}, title: terbaik, source: koran}}]\n"
        files[f"{year}/edition.yml"] = edition
        for id_, text in texts.items():
            if draw(st.integers(0, 4)) == 0:
                text = (text or "") + draw(_said())
            if text is not None:
                files[f"{year}/{id_}.yml"] = f"region: {id_}\n{text}"
    if files.get("2024/edition.yml") is None:  # the sample's own edition is replaced
        files["2024/edition.yml"] = EDITION
    return files


STATES = st.sampled_from(
    ["score", "score", "score", "category", "rank", "absent", "not_assessed", "unknown"]
)

TEXTS = st.sampled_from(
    [
        "PPID menjawab 7 dari sepuluh permohonan pada Senin, 3 Mei 2021.",
        "layanan (SAQ) 100% daring & 'kutip' di Sogae'adu",
        "Tiga puluh layanan dibuka; Nomor 12/KEP/2021 berlaku",
        "naskah (lampiran 2) 1.250 halaman, 3,5 jam",
        "Kabupaten Banjar naik kelas, kata iPhone",
    ]
)


@st.composite
def _said(draw: st.DrawFn) -> str:
    """Activities, statements and replies with texts that hold numbers, names and signs."""
    text = ""
    if draw(st.booleans()):
        text += f"activities: [{{date: 2020-05, kind: visitasi, by: Komisi II, title: {_quoted(draw(TEXTS))}}}]\n"
    if draw(st.booleans()):
        said = ", ".join(
            f"{{speaker: Siti Aminah, office: Kepala Bidang 3, verb: {verb}, text: {_quoted(draw(TEXTS))}}}"
            for verb in draw(st.lists(st.sampled_from(["menyatakan", "berharap"]), min_size=1))[:2]
        )
        text += f"statements: [{said}]\n"
    if draw(st.booleans()):
        text += f"responses: [{{date: 2021-01-02, by: PPID 1, text: {_quoted(draw(TEXTS))}}}]\n"
    return text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def _result(draw: st.DrawFn, state: str) -> str | None:
    if state == "score":
        text = f"score: {draw(SCORES)}\n"
        if draw(st.integers(0, 4)) == 0:
            wanted = draw(st.sampled_from([*CATEGORIES, "75.5"]))
            text += f"target: {{at_least: {wanted}, by: Siti Aminah, date: 2020-03-01}}\n"
        return text
    if state == "category":
        return f"category: {draw(st.sampled_from(CATEGORIES))}\n"
    if state == "rank":
        return f"rank: {{value: {draw(st.integers(1, 38))}, note: Menurut satu sumber.}}\n"
    return None


FORBIDDEN = re.compile(
    r"\b(berkat|akibat|mengklaim|mengaku|melesat|anjlok|terpuruk|gemilang|persen|gratis|kemarin"
    r"|prestasi|membanggakan|mengecewakan|luar biasa|sayangnya)\b|\bdi 20\d\d|\{\{|\}\}|None|  ",
    re.IGNORECASE,
)
DATA_TEXT = (
    *("body.target", "body.statement", "body.activity", "body.response", "body.note"),
    *("body.correction", "edition.corrected"),
)
"""Rules whose sentences take in texts of the data, whatever those say and however long they are."""


def check_sentence(sentence: Sentence, limit: int) -> None:
    text = sentence.text
    if sentence.rule.startswith(DATA_TEXT):
        assert text.strip() and "{{" not in text
        return
    assert (text and text[0].isupper()) or text[0].isdigit(), sentence
    # "karena itu" joins two sentences; no result is given a cause.
    assert not FORBIDDEN.search(text), sentence
    assert not re.search(r"\bkarena\b", text.replace("karena itu", "")), sentence
    assert len(text.split()) <= limit, (len(text.split()), sentence)


def check_article(article: Article) -> None:
    assert len(article.headline.text) <= 90, article.headline
    check_sentence(article.headline, 90)
    check_sentence(article.lead, 35)
    body = [s for paragraph in article.paragraphs for s in paragraph]
    for sentence in body:
        check_sentence(sentence, 30)
        assert sentence.text[-1] in ".?!”" and not sentence.text.startswith(tuple("0123456789"))
    texts = [sentence.text for sentence in (article.lead, *body)]
    assert len(texts) == len(set(texts)), texts


def check_direction(article: Article, facts: RegionFacts, names: list[str]) -> None:
    """Rise and fall are said only where something rose or fell, and by the sign of the number."""
    told = [s for s in article.sentences if not s.rule.startswith(DATA_TEXT)]
    text = " ".join(sentence.text for sentence in told)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    moves = [
        facts.categories.value.steps if facts.categories.value else 0,
        facts.points.value.points if facts.points.value else 0,
        facts.places.value.places if facts.places.value else 0,
    ]
    said = {word.lower() for word in re.findall(r"\w+", text)}
    if said & {"naik", "kenaikan"}:
        assert any(move > 0 for move in moves), (text, moves)
    if said & {"turun", "penurunan"}:
        assert any(move < 0 for move in moves), (text, moves)
    if "bertahan" in said and facts.category:
        assert moves[0] == 0, (text, moves)
    lead = article.lead.text
    assert "naik dari kategori" not in lead or moves[0] > 0
    assert "turun dari kategori" not in lead or moves[0] < 0


def numbers_of(room: Newsroom, region: str) -> set[str]:
    """Every number that a text on a region may hold, by a route of its own: from the YAML values."""
    decimals: set[Decimal] = {Decimal(m) for m in MINIMA}
    whole: set[int] = set(range(0, 100)) | {2020, *YEARS}
    by_year: dict[int, Decimal] = {}
    apart: set[Decimal] = set()
    for (year, _), evaluation in room.facts.dataset.evaluations.items():
        others: list[Decimal] = []
        for id_, file in evaluation.results.items():
            figure = file.result.score
            if figure is not None and figure.value is not None:
                score = (figure.value * 100 + Decimal("0.5")) // 1 / 100
                if len(str(figure.value).partition(".")[2]) <= 2:
                    score = figure.value
                decimals |= {abs(score - m) for m in MINIMA}
                decimals.add(score)
                others.append(score)
                if id_ == region:
                    by_year[year] = score
        apart |= {abs(by_year[year] - other) for other in others if year in by_year}
    moves = apart | {abs(a - b) for a in by_year.values() for b in by_year.values()}
    # A difference takes the decimals of the coarser score.
    decimals |= moves | {round_half_up(move, places) for move in moves for places in range(3)}
    told = {f"{value:.{n}f}".replace(".", ",") for value in decimals for n in range(3)} | {
        "75,5",
        "75,50",
        "12,34",
        "56,78",
    }
    return told | {str(number) for number in whole}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(results())
def test_articles_of_made_up_results(files: dict[str, str | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = newsroom(write_results(Path(folder), files))
    dataset = room.facts.dataset
    names = [text for r in dataset.regions.values() for text in (r.name, room.names.short(r))]
    for evaluation in dataset.evaluations.values():
        edition = room.edition(evaluation)  # raises Unproven where a claim is no fact
        check_article(edition)
        for region in evaluation.regions:
            article = room.article(evaluation, region.id)
            check_article(article)
            check_direction(article, room.facts.region(evaluation, region.id), names)
            text = " ".join(s.text for s in article.sentences if not s.rule.startswith(DATA_TEXT))
            for name in sorted(names, key=len, reverse=True):
                text = text.replace(name, "")
            known = numbers_of(room, region.id)
            for number in re.findall(r"\d+(?:,\d+)?", text):
                assert number in known, (number, text)
    for id_ in dataset.regions:
        for paragraph in room.history(id_):
            for sentence in paragraph:
                check_sentence(sentence, 45)
