"""The proof of the sentences: what a page and `rapor explain` show, and a build that is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

from conftest import ROOT, mkdocs, rapor, write_site


def test_the_build_refuses_a_planted_mistake_and_keeps_the_old_site(tmp_path: Path) -> None:
    site = write_site(tmp_path / "situs")
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    before = (site / "site/2024/alfa/index.html").read_bytes()
    package = tmp_path / "paket"
    shutil.copytree(ROOT / "generator", package / "generator")
    sentences = package / "generator/news/sentences.id.yml"
    text = sentences.read_text(encoding="utf-8")
    planted = text.replace(
        "dengan skor {{ score.value }} dalam {{ evaluation }}",
        "dengan skor 99,99 dalam {{ evaluation }}",
    ).replace(
        "{{ change.points }} poin dari {{ change.before }}",
        "{{ change.before }} poin dari {{ change.points }}",
    )
    assert planted.count("99,99") and planted.count("{{ change.before }} poin dari")
    sentences.write_text(planted, encoding="utf-8")
    done = mkdocs("build", "-q", cwd=site, PYTHONPATH=str(package))
    assert done.returncode == 1, done.stdout
    assert "“99,99”" in done.stdout, "both at once"
    assert "<score:before>" in done.stdout and "<difference:points>" in done.stdout
    assert "sentences.id.yml:" in done.stdout and "Traceback" not in done.stdout
    assert (site / "site/2024/alfa/index.html").read_bytes() == before
    code = (
        "from generator.cli import main\n"
        "for command in (['render', '../halaman'], ['check'], ['explain']):\n"
        "    assert main(command) == 1, command\n"
    )
    refused = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
    )
    assert refused.returncode == 0 and "Traceback" not in refused.stderr, refused.stderr
    assert min(map(refused.stderr.count, ("“99,99”", "<score:before>"))) >= 3, "each of them both"
    assert not (tmp_path / "halaman").exists(), "nothing is written"


def test_the_page_opens_the_facts_of_each_sentence(kalsel: Path) -> None:
    text = unescape((kalsel / "2025/balangan/index.html").read_text(encoding="utf-8"))
    assert text.count("<summary>Periksa kalimat") == 1, "one list for the whole article"
    assert text.count('<div class="rk-proof">') == 4, (
        "the lead with its headline, and each paragraph"
    )
    assert "<code>results/2025/balangan.yml:3</code>; Antara Kalsel" in text
    assert "perubahan kategori 2025: +1 dari Menuju Informatif (2024)" in text


def test_explain_on_the_command_line() -> None:
    def explain(*what: str) -> subprocess.CompletedProcess[str]:
        return rapor("explain", *what, cwd=ROOT)

    done = explain("2025", "tabalong")
    assert done.returncode == 0
    assert "fakta: skor 2025: 80,00 (Pemerintah Kabupaten Tabalong)" in done.stdout
    assert "results/2025/tabalong.yml:5:10" in done.stdout
    assert "didukung fakta" in explain().stdout
    assert "Kabupaten/kota (sudut: moved)" in explain("2025").stdout
    assert "/wilayah/tabalong/" in explain("tabalong").stdout
    for wrong in (["2025", "tablong"], ["1999"], ["2023", "balangan"]):
        refused = explain(*wrong)
        assert refused.returncode == 1 and refused.stderr and "Traceback" not in refused.stderr
