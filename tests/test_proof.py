"""The proof of the sentences: a claim that is no fact stops the build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT, mkdocs, write_site
from newsroom import newsroom

from generator.news import Evidence, Unproven
from generator.news import phrases as phrases_module
from generator.news.proof import examine

FACTS = [
    Evidence("kategori", "Menuju Informatif", ("Menuju Informatif",)),
    Evidence("kategori sebelumnya", "Informatif", ("Informatif",)),
    Evidence("skor", "80,00", ("80,00", "80")),
    Evidence("jumlah", "12", ("dua belas", "12")),
    Evidence("wilayah", "Kabupaten Tabalong", ("Kabupaten Tabalong", "Tabalong")),
]


@pytest.mark.parametrize(
    "text",
    [
        "Tabalong masuk kategori Menuju Informatif dengan skor 80,00",
        "dua belas peserta; skor Tabalong 80,00, bukan Informatif",
        "Kabupaten Tabalong (80) di antara 12 peserta",
        "ikut serta semuanya",
    ],
)
def test_what_is_a_fact_is_proven(text: str) -> None:
    assert examine(text, FACTS)[1] == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("skor Tabalong 80,01", ["80,01"]),
        ("skor Tabalong 180,00", ["180,00"]),
        ("skor Tabalong 80,005", ["80,005"]),
        ("peringkat 2 dari 12", ["2"]),
        ("tiga belas peserta", ["tiga", "belas"]),
        ("kategori ketiga", ["ketiga"]),
        ("kategori Cukup Informatif", ["Cukup"]),
        ("Balangan di atas Tabalong", ["Balangan"]),
        ("kata Slamet Widodo", ["Slamet", "Widodo"]),
        ("diumumkan pada Jumat", ["Jumat"]),
        ("pada 19 Desember", ["19", "Desember"]),
        ("Tabalongan", ["Tabalongan"]),
        ("sejak 2024", ["2024"]),
        ("ke-13 kali", ["ke-13"]),
    ],
)
def test_what_is_no_fact_is_a_claim(text: str, claims: list[str]) -> None:
    assert examine(text, FACTS)[1] == claims


def test_longer_forms_first_and_only_used_facts() -> None:
    used, claims = examine("kategori Menuju Informatif", FACTS)
    assert claims == [] and [item.label for item in used] == ["kategori"]


PLANTED = {
    "lead.rose_to_top": ("{{ full }} naik", "{{ full }} naik 3 tempat", "3"),
    "body.score_unknown": ("belum diketahui", "belum diketahui dari tiga sumber", "tiga"),
    "body.category_place": ("adalah kategori", "di Tabalong adalah kategori", "Tabalong"),
    "headline.rose_to_top": ("naik ke", "bersama Kotabaru naik ke", "Kotabaru"),
    "body.activity": ("pada {{ date }}", "pada Senin, {{ date }}", "Senin"),
    "body.statement": ("{{ who }}", "{{ who }} dan Siti Aminah", "Siti"),
    "part.dateline": ("hasil diumumkan", "hasil diumumkan pada 2024", "2024"),
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_mistake_is_refused(rule: str) -> None:
    old, new, claim = PLANTED[rule]
    room = newsroom(ROOT / "results")
    templates = dict(room.phrases.templates)
    source = (ROOT / "generator/news/sentences.id.yml").read_text(encoding="utf-8")
    environment = templates[rule][0].environment
    line = source.splitlines()[room.phrases.lines[rule] - 1 :]
    text = next(part for part in line if old in part).strip().removeprefix("- ")
    planted = text.partition('"')[2].rpartition('"')[0].replace(old, new)
    templates[rule] = (environment.from_string(planted),)
    room.phrases = phrases_module.Phrases(
        room.phrases.language,
        room.phrases.file,
        templates,
        room.phrases.labels,
        room.phrases.lines,
    )
    evaluation = room.facts.dataset.evaluations[2025, "kabupaten-kota"]
    with pytest.raises(Unproven, match=f"“{claim}”") as refused:
        room.article(evaluation, "balangan")
    assert f"sentences.id.yml:{room.phrases.lines[rule]}" in str(refused.value)


def test_the_build_refuses_a_planted_mistake_and_keeps_the_old_site(tmp_path: Path) -> None:
    site = write_site(tmp_path / "situs")
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    before = (site / "site/2024/alfa/index.html").read_bytes()
    package = tmp_path / "paket"
    shutil.copytree(ROOT / "generator", package / "generator")
    sentences = package / "generator/news/sentences.id.yml"
    text = sentences.read_text(encoding="utf-8")
    assert "dengan skor {{ score }} dalam {{ evaluation }}" in text
    sentences.write_text(
        text.replace(
            "dengan skor {{ score }} dalam {{ evaluation }}",
            "dengan skor 99,99 dalam {{ evaluation }}",
        ).replace("selisih skor itu{% endif %} dengan", "selisih skor Balangan{% endif %} dengan"),
        encoding="utf-8",
    )
    done = mkdocs("build", "-q", cwd=site, PYTHONPATH=str(package))
    assert done.returncode == 1, done.stdout
    assert "“99,99”" in done.stdout and "“Balangan”" in done.stdout, "both at once"
    assert "sentences.id.yml:" in done.stdout and "Traceback" not in done.stdout
    assert (site / "site/2024/alfa/index.html").read_bytes() == before
    render = subprocess.run(
        [sys.executable, "-m", "generator.cli", "render", str(tmp_path / "halaman"), "--site", "."],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
    )
    assert render.returncode == 1 and "“99,99”" in render.stderr
    assert not (tmp_path / "halaman").exists(), "nothing is written"


def test_the_page_opens_the_facts_of_each_sentence(kalsel: Path) -> None:
    text = unescape((kalsel / "2025/balangan/index.html").read_text(encoding="utf-8"))
    assert text.count("<summary>Dari mana kalimat ini?</summary>") == 4
    assert "<code>results/2025/balangan.yml:3</code>; Antara Kalsel" in text
    assert "perubahan kategori 2025: +1 dari Menuju Informatif (2024)" in text


def test_explain_on_the_command_line() -> None:
    def explain(*what: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator.cli", "explain", *what],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    done = explain("2025", "tabalong")
    assert done.returncode == 0
    assert "fakta: skor 2025: 80,00 (Pemerintah Kabupaten Tabalong)" in done.stdout
    assert "results/2025/tabalong.yml:5:10" in done.stdout
    assert "didukung fakta" in explain().stdout
    assert "Kabupaten/kota (sudut: counts)" in explain("2025").stdout
    assert "/wilayah/tabalong/" in explain("tabalong").stdout
    for wrong in (["2025", "tablong"], ["1999"], ["2023", "balangan"]):
        refused = explain(*wrong)
        assert refused.returncode == 1 and refused.stderr and "Traceback" not in refused.stderr
