"""Articles: golden texts of real results, made-up cases, every angle, every sentence proven."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import EDITION, ROOT, write_results
from newsroom import article_text, newsroom, text_of
from two_languages import differences, every_text, faults, in_english

from generator.command.explain import accounted, explained
from generator.language import grammar
from generator.language.id import LANGUAGE as words
from generator.language.messages import translator
from generator.language.names import Names
from generator.news import Newsroom
from generator.news.angles import ANGLES

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/*.txt"))
CASES = sorted((Path(__file__).parent / "cases" / "news").glob("*.yml"))
UPDATE = bool(os.environ.get("RAPOR_UPDATE_GOLDEN"))
"""Write the golden texts anew, to be read and committed by a person."""

SITES = {
    "kalsel": ROOT / "results",
    "banten": ROOT / "examples/banten/results",
    "sulsel": ROOT / "examples/sulsel/results",
    "contoh": ROOT / "examples/contoh/results",
}


@pytest.fixture(scope="module")
def rooms() -> dict[str, Newsroom]:
    return {name: newsroom(path, analysis=name == "contoh") for name, path in SITES.items()}


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_golden(golden: Path, rooms: dict[str, Newsroom]) -> None:
    told = text_of(rooms[golden.parent.name], golden.stem)
    if UPDATE:
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


def case_room(case: dict[str, Any], folder: Path) -> Newsroom:
    """The sample results with the case on top: ``editions`` adds lines to a year's edition.

    ``analysis: true`` is the option of the site.
    """
    files: dict[str, str | None] = {}
    for year, more in case.get("editions", {}).items():
        files[f"{year}/edition.yml"] = EDITION.replace("2024", str(year)) + more
    if "many" in case:
        files |= many_regions(case["many"])
    root = write_results(folder, files | case.get("files", {}))
    return newsroom(root, analysis=case.get("analysis", False))


def many_regions(number: int) -> dict[str, str | None]:
    """A complete group of ``number`` regions with scores from 20 to 100, some of them level."""
    listed = "".join(
        f"  - {{id: r-{i}, name: Kabupaten R{i}, kind: kabupaten, group: g}}\n"
        for i in range(1, number + 1)
    )
    files: dict[str, str | None] = {
        "regions.yml": "groups: [{id: g, name: Kabupaten/kota}]\nregions:\n" + listed,
        "2024/alfa.yml": None,
    }
    for i in range(1, number + 1):
        files[f"2024/r-{i}.yml"] = f"region: r-{i}\nscore: {20 + (i * 37) % 161 / 2}\n"
    return files


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    room = case_room(case, tmp_path)
    told = text_of(room, case["text"])
    if UPDATE:
        head = path.read_text(encoding="utf-8").partition("\nexpect:")[0].rstrip("\n")
        block = "".join(f"  {line}".rstrip() + "\n" for line in told.splitlines())
        path.write_text(f"{head}\nexpect: |\n{block}", encoding="utf-8", newline="\n")
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told == case["expect"]
    pairs = zip(every_text(room), every_text(in_english(room)), strict=True)
    own, other = next((own, other) for (name, own), (_, other) in pairs if name == case["text"])
    assert [*differences(own, other), *faults(other)] == []
    if "angle" in case:
        year, _, region = case["text"].partition("-")
        evaluation = room.facts.dataset.evaluations[
            int(year), room.facts.dataset.regions[region].group
        ]
        assert room.article(evaluation, region).angle == case["angle"]


def test_every_angle_has_a_case() -> None:
    tested = {yaml.safe_load(path.read_text(encoding="utf-8")).get("angle") for path in CASES}
    assert {angle.name for angle in ANGLES} <= tested


def test_every_angle_has_its_sentences(rooms: dict[str, Newsroom]) -> None:
    phrases = rooms["kalsel"].phrases
    for angle in ANGLES:
        assert phrases.variants(f"headline.{angle.name}"), angle
        assert phrases.variants(f"lead.{angle.name}"), angle


@pytest.mark.parametrize("name", SITES)
def test_every_sentence_of_every_text_is_accounted_for(
    name: str, rooms: dict[str, Newsroom]
) -> None:
    texts, sentences = accounted(rooms[name])
    assert texts > 30 and sentences > 150


@pytest.mark.parametrize("name", SITES)
def test_every_fact_has_a_place_or_says_why_not(name: str, rooms: dict[str, Newsroom]) -> None:
    room = rooms[name]
    for evaluation in room.facts.dataset.evaluations.values():
        for region in evaluation.regions:
            for sentence in room.article(evaluation, region.id).sentences:
                assert sentence.evidence or "tidak dipublikasikan" in sentence.text, sentence
                for item in sentence.evidence:
                    assert item.label and item.value, (sentence, item)
                    for place in item.places:
                        assert place.file.startswith("results/") and place.line > 0


def test_explain_names_files_and_lines(rooms: dict[str, Newsroom]) -> None:
    told = "\n".join(explained(rooms["kalsel"], 2025, "balangan", translator("id")))
    assert "aturan: lead.rose_to_top (generator/news/sentences.id.yml:" in told
    assert (
        "fakta: kategori 2025: Informatif (Antara Kalsel)\n     results/2025/balangan.yml:3" in told
    )
    assert "results/2024/balangan.yml:4" in told, "the earlier category too"


def test_same_data_same_words() -> None:
    one, other = newsroom(ROOT / "results"), newsroom(ROOT / "results")
    evaluation = one.facts.dataset.evaluations[2025, "kabupaten-kota"]
    assert article_text(one.article(evaluation, "balangan")) == article_text(
        other.article(other.facts.dataset.evaluations[2025, "kabupaten-kota"], "balangan")
    )


def test_short_names_only_where_they_are_clear(rooms: dict[str, Newsroom]) -> None:
    regions = rooms["kalsel"].facts.dataset.regions
    names = Names(regions.values())
    assert names.short(regions["balangan"]) == "Balangan"
    assert names.short(regions["banjar"]) == "Kabupaten Banjar"
    assert names.short(regions["provinsi-papua"]) == "Provinsi Papua"
    assert names.short(regions["provinsi-kalimantan-selatan"]) == "Kalimantan Selatan"


def test_a_short_name_is_no_other_place_of_an_organizer(rooms: dict[str, Newsroom]) -> None:
    dataset = rooms["contoh"].facts.dataset
    names = Names(dataset.regions.values(), dataset.organizers)
    assert names.short(dataset.regions["kota-contoh"]) == "Kota Contoh"
    assert names.short(dataset.regions["dongeng"]) == "Dongeng"
    kalsel = rooms["kalsel"].facts.dataset
    own = Names(kalsel.regions.values(), kalsel.organizers)
    assert own.short(kalsel.regions["provinsi-kalimantan-selatan"]) == "Kalimantan Selatan"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Balangan naik ke kategori Informatif pada 2025",
            "Balangan Naik ke Kategori Informatif pada 2025",
        ),
        (
            "sedikitnya empat dari dua belas kabupaten/kota",
            "Sedikitnya Empat dari Dua Belas Kabupaten/Kota",
        ),
        ("dalam lima edisi berturut-turut", "Dalam Lima Edisi Berturut-turut"),
        ("Pangkajene dan Kepulauan tidak ikut serta", "Pangkajene dan Kepulauan Tidak Ikut Serta"),
    ],
)
def test_headline_case(text: str, title: str) -> None:
    assert grammar.title_case(text) == title


def test_governments_in_full_first() -> None:
    full = "Pemerintah Kabupaten Tabalong"
    assert grammar.government(full, first=True) == "Pemerintah Kabupaten (Pemkab) Tabalong"
    assert grammar.government(full, first=False) == "Pemkab Tabalong"
    assert grammar.government("Antara Kalsel", first=False) == "Antara Kalsel"
    assert grammar.government("Pemerintah Pusat", first=True) == "Pemerintah Pusat"


def test_small_grammar() -> None:
    assert grammar.at_place("Banjarmasin") == "di Banjarmasin"
    assert grammar.at_place("di Mahligai Pancasila") == "di Mahligai Pancasila"
    assert grammar.generic("kabupaten") == "kabupaten itu"
    assert grammar.generic("opd") == "badan publik itu"
    assert grammar.lower_first("Kesalahan hitung") == "kesalahan hitung"
    assert grammar.lower_first("PPID menjawab") == "PPID menjawab"
    assert words.noun("BUMD provinsi") == "BUMD provinsi"
    assert words.noun("Kabupaten/kota") == "kabupaten/kota"
    assert words.sentence("sudah selesai?") == "Sudah selesai?"
