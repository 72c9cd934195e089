"""Other measures: another index, marks to 4 without ranks and questionnaire, two measures in one site."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from conftest import ROOT
from test_keys import EACH, Keys, leaves, parents

from generator.format import Measure
from generator.format.problems import Problems
from generator.language import language, languages
from generator.language.wording import wording
from generator.pages.markup import to_html
from generator.placeholders import fill_prose
from generator.settings import read_settings
from generator.site import Whole, read_site

MEASURES = Path(__file__).parent / "measures"
KIP = re.compile(r"\b(KIP|SAQ|PPID|[Kk]uesioner|Informatif)\b")


def site(folder: Path) -> Whole:
    problems = Problems()
    whole = read_site(read_settings(folder, problems), problems)
    assert whole is not None, problems.report()
    return whole


def pages_of(whole: Whole) -> Iterator[tuple[str, str]]:
    """Every page with what is said of it, those of prose by their names."""
    for address in whole.makers:
        page = whole.page(address)
        yield address, f"{to_html(page.markdown)}<!-- {page.description} -->"
    for name, text in whole.prose.items():
        yield name, to_html(fill_prose(text, whole, name))


def texts(whole: Whole) -> dict[str, str]:
    """What stands on each page, without tags."""
    return {a: re.sub(r"<[^>]+>", " ", html) for a, html in pages_of(whole)}


@pytest.fixture(scope="module")
def puskesmas() -> dict[str, str]:
    return texts(site(MEASURES / "puskesmas"))


@pytest.fixture(scope="module")
def of_ikip() -> dict[str, str]:
    return texts(site(ROOT / "examples/ikip"))


def test_no_word_of_kip_on_the_site_of_another_measure(
    puskesmas: dict[str, str], of_ikip: dict[str, str]
) -> None:
    for name, pages in (("puskesmas", puskesmas), ("ikip", of_ikip)):
        for address, text in pages.items():
            if name == "ikip" or address.endswith("tentang"):
                text = text.replace("IKIP", "").replace("Rapor KIP", "")
                text = re.sub("(predikat|rating) Informatif", "", text)
            found = KIP.search(text)
            assert not found, (name, address, text[found.start() - 60 : found.end() + 60])


def test_of_an_index_no_decision_is_denied(of_ikip: dict[str, str]) -> None:
    denied = [address for address, text in of_ikip.items() if "bukan keputusan" in text]
    assert {address.strip("/") for address in denied} <= {"metodologi"}
    assert "daftar ini tidak lengkap" in " ".join(of_ikip["2021/"].split())


def test_its_own_words(puskesmas: dict[str, str]) -> None:
    article = " ".join(puskesmas["2024/melati/"].split())
    assert "penilaian layanan puskesmas 2024 oleh Dinas Kesehatan Contoh" in article
    assert "Batas atas skala nilai itu 4." in article
    assert "skala sampai 4" in article
    for address, text in puskesmas.items():
        if address not in ("privasi", "data/"):
            assert not re.search(r"\b[Ss]kor", text), (address, text)


def test_nobody_is_ranked(puskesmas: dict[str, str]) -> None:
    reason = "Dinas tidak menyusun urutan puskesmas."
    assert reason in puskesmas["2024/melati/"] and reason in puskesmas["wilayah/melati/"]
    for address, text in puskesmas.items():
        if address != "data/":
            assert not re.search(r"[Pp]eringkat", text), (address, text)


def test_no_page_speaks_of_categories_where_there_are_none(tmp_path: Path) -> None:
    shutil.copytree(MEASURES / "puskesmas", tmp_path / "site")
    file = tmp_path / "site/results/measures/layanan.yml"
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    del data["scale"]["categories"]
    file.write_text(json.dumps(data | {"categories": "false"}))
    pages = texts(site(tmp_path / "site"))
    assert "3,2 pada 2024" in pages["wilayah/"]
    for address, text in pages.items():
        assert not re.search(r"[Kk]ategori|[Kk]elas", text), (address, text)


def test_two_measures_of_one_group_in_one_year(tmp_path: Path) -> None:
    shutil.copytree(MEASURES / "puskesmas", tmp_path / "site")
    results = tmp_path / "site/results"
    (results / "kip/2024").mkdir(parents=True)
    (results / "kip/2024/edition.yml").write_text(
        "year: 2024\ntitle: Evaluasi 2024\norganizer: Komisi Informasi Contoh\nstatus: sample\n"
    )
    (results / "kip/2024/melati.yml").write_text("region: melati\nscore: 71.00\n")
    whole = site(tmp_path / "site")
    pages = texts(whole)
    assert "3,2" in pages["2024/melati/"] and "71,00" not in pages["2024/melati/"]
    assert "71,00" in pages["kip/2024/melati/"] and "3,2" not in pages["kip/2024/melati/"]
    assert "3,2" in pages["wilayah/melati/"] and "71,00" in pages["wilayah/melati/"]
    assert "data/kip/hasil-2024.csv" in whole.files
    assert "Keterbukaan informasi publik" in pages["wilayah/melati/"]
    listed = " ".join(pages["wilayah/"].split())
    assert (
        "Puskesmas Melati Layanan puskesmas: Kelas B 2024; Keterbukaan informasi publik: 71,00 pada"
        in listed
    )
    assert "Layanan puskesmas: hasil, edisi 2024" in pages["data/"]
    assert "Keterbukaan informasi publik: hasil, edisi 2024" in pages["data/"]
    method = " ".join(pages["metodologi"].split())
    assert "Penilaian layanan puskesmas: skala dan edisi" in method
    assert "Evaluasi keterbukaan informasi publik: skala dan edisi" in method
    rows = [*csv.DictReader(StringIO(whole.files["data/hasil.csv"]().decode("utf-8-sig")))]
    assert {(row["measure"], row["score_maximum"]) for row in rows} == {("layanan", "4")}
    rows = [*csv.DictReader(StringIO(whole.files["data/kip/hasil.csv"]().decode("utf-8-sig")))]
    assert {(row["measure"], row["score_maximum"]) for row in rows} == {("kip", "")}
    assert whole.updated("kip/2024/melati/") == "2024-01-01"
    assert whole.updated("2023/melati/") < whole.updated("2024/melati/")


SOURCES = "sources:\n  - {id: laporan, title: Laporan}"


class Filled:
    """A site by a measure that has every key; with an edition that leaves all it can to it."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(MEASURES / "puskesmas", folder)
        self.folder, results = folder, folder / "results"
        self.file = results / "measures/layanan.yml"
        text = (MEASURES / "lengkap.yml").read_text("utf-8")
        self.data: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
        for edition in results.glob("*/edition.yml"):
            text = edition.read_text("utf-8").replace("sources:", SOURCES)
            edition.write_text(text)
        (results / "2024/kenanga.yml").write_text("region: kenanga\n")
        with (results / "2024/edition.yml").open("a", encoding="utf-8") as edition_of_2024:
            edition_of_2024.write("participants: {took_part: 5}\n")
        (results / "kip/2024").mkdir(parents=True)
        (results / "kip/2024/edition.yml").write_text(
            "year: 2024\ntitle: Evaluasi 2024\norganizer: Komisi Informasi Contoh\nstatus: sample\n"
        )
        self.before = dict(self.published())
        assert self.before, "refused"

    def published(self) -> Iterator[tuple[str, str]]:
        """All pages in both languages; none where the file is refused."""
        self.file.write_text(json.dumps(self.data))
        for code in languages():
            problems = Problems()
            settings = replace(read_settings(self.folder, problems), languages=(code,))
            whole = read_site(settings, problems)
            if whole is None:
                return
            yield f"{code} has", ", ".join(sorted(whole.makers))
            for address, html in pages_of(whole):
                yield f"{code}/{address}", html

    def outcome(self) -> str:
        """What becomes of a change, as far as pages have to be made to know it."""
        after = iter(self.published())
        first = next(after, None)
        if first is None:
            return "refused"
        changed = any(self.before.get(name) != said for name, said in chain([first], after))
        return "changed" if changed else "nothing changed"


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return Filled(tmp_path_factory.mktemp("measure") / "site")


OTHERWISE = {
    ("ranking",): "computed",
    ("scale", "decimals"): "2",
    ("scale", "maximum"): "5",
    ("scale", "categories", EACH, "minimum"): "3.2",
    ("scale", "categories", EACH, "color"): "#123456",
    ("scale", "source"): None,
}
"""What a key has instead, where it takes no other text; None leaves it out."""


INDONESIAN = frozenset(
    (
        *(("law", "en"), ("about", "en"), ("request", "law", "en")),
        *(("glossary", EACH, "term", "en"), ("glossary", EACH, "text", "en")),
    )
)
"""Keys that prose and letters alone ask for, which are Indonesian on pages of any language."""

REQUIRED = {
    ("scale", "categories", EACH, "requires", EACH, key)
    for key in ("question", "indicator", "stage", "minimum")
}
ASIDE = INDONESIAN | REQUIRED | {("scale", "rounding"), ("categories",), ("synonyms",)}
"""Rounding has one value, which /metodologi/ says; a measure without categories has its own test;
what a category requires is of an edition's instrument, and tests/test_keys.py changes it there;
synonyms are tried pair by pair in tests/test_search.py."""


@pytest.mark.parametrize(
    "keys", [keys for keys in leaves(Measure) if keys not in ASIDE], ids=".".join
)
def test_every_key_of_a_measure_is_said(keys: Keys, complete: Filled) -> None:
    holder = next(parents(complete.data, keys))
    now = holder[keys[-1]]
    other = OTHERWISE.get(keys, f"{now} pula")
    try:
        if other is None:
            del holder[keys[-1]]
        else:
            holder[keys[-1]] = other
        assert complete.outcome() == "changed"
    finally:
        holder[keys[-1]] = now


def test_pages_of_another_measure_link_to_its_own(tmp_path: Path) -> None:
    shutil.copytree(MEASURES / "puskesmas", tmp_path / "site")
    results = tmp_path / "site/results"
    (results / "instruments").mkdir()
    (results / "instruments/saq.yml").write_text(
        "title: Kuesioner\nyear: 2024\nstages:\n  - {id: saq, name: SAQ, weight: 100}\n"
        "indicators:\n  - {id: sarana, stage: saq, name: Sarana, weight: 100, questions: ["
        "{id: meja, text: Ada meja?, weight: 100, scale: yes-no}]}\n"
    )
    (results / "kip/2024").mkdir(parents=True)
    (results / "kip/2024/edition.yml").write_text(
        "year: 2024\ntitle: Evaluasi 2024\norganizer: Komisi Informasi Contoh\nstatus: sample\n"
        "instrument: saq\n"
    )
    (results / "kip/2024/melati.yml").write_text(
        "region: melati\nanswers:\n  meja: {self: ya, verified: ya}\n"
    )
    whole = site(tmp_path / "site")
    there = {*whole.makers, *whole.files, *(f"{name}/" for name in whole.prose)}
    led: set[str] = set()
    for address in whole.makers:
        page, html = whole.made(address)
        assert page.address == whole.makers[address].below(address)
        for href in re.findall(r'href="([^"#?]+)["#?]', unescape(html)):
            led.add(urljoin(f"/{address}", href).removeprefix("/"))
    assert {one for one in led - there if "://" not in one} == set()
    assert {"data/kip/jawaban-2024.csv", "data/kip/indikator-2024.csv"} <= led
    assert {"kip/metodologi/2024/", "kip/2024/pertanyaan/meja/"} <= led


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("2024/melati.yml", "region: melati\nscore: 3.2\nrank: 1\n", "rank: peringkat ditulis"),
        ("measures/data.yml", "name: a\nshort: b\nsubject: c\n", "dipakai situs"),
        ("measures/con.yml", "name: a\nshort: b\nsubject: c\n", "nama perangkat di Windows"),
        ("measures/x.yml", "name: a\nshort: b\n", "subject: kunci wajib ini tidak ada"),
    ],
)
def test_what_is_wrong_with_a_measure(file: str, text: str, told: str, tmp_path: Path) -> None:
    shutil.copytree(MEASURES / "puskesmas", tmp_path / "site")
    (tmp_path / "site/results" / file).write_text(text)
    problems = Problems()
    assert read_site(read_settings(tmp_path / "site", problems), problems) is None
    assert any(told in line for line in problems.report()), problems.report()


def test_a_measure_that_is_not_there(tmp_path: Path) -> None:
    shutil.copytree(MEASURES / "puskesmas", tmp_path / "site")
    config = tmp_path / "site/mkdocs.yml"
    config.write_text(config.read_text().replace("layanan", "layanam"))
    problems = Problems()
    assert read_site(read_settings(tmp_path / "site", problems), problems) is None
    assert any("mkdocs.yml:5:" in line and "tidak dikenal" in line for line in problems.report())


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("id", "skor, Skornya, skoring, %(skor)s", "nilai, Nilainya, skoring, %(skor)s"),
        ("en", "Scores, a score’s, scored, %(score)s", "Marks, a mark’s, scored, %(score)s"),
    ],
)
def test_whole_words_alone_are_a_measures_own(code: str, text: str, told: str) -> None:
    put = wording(language(code), site(MEASURES / "puskesmas").site.measure)
    assert put is not None and put(text) == told


def test_english_pages_in_its_own_english_words() -> None:
    problems = Problems()
    settings = read_settings(MEASURES / "puskesmas", problems)
    from dataclasses import replace

    whole = read_site(replace(settings, languages=("en",)), problems)
    assert whole is not None
    pages = texts(whole)
    assert "Mark" in pages["2024/melati/"] and "Score" not in pages["2024/melati/"]
    assert "The office does not put health centres in an order." in pages["2024/melati/"]
