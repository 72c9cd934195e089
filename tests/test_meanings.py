"""What each category means, where its name leads."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from conftest import EDITION, dataset_of, whole_of, write_results

from generator.pages.meanings import meanings
from generator.pages.method import method_part


def test_each_category_leads_to_a_plain_sentence(tmp_path: Path) -> None:
    """By the newest scale that has it; that its bound is known to be another elsewhere is said."""
    earlier = EDITION.replace("2024", "2023").replace("minimum: 80", "minimum: 75")
    files = {"2023/edition.yml": earlier, "2024/alfa.yml": "region: alfa\nscore: 87.45\n"}
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    told = meanings(whole.site)["Menuju Informatif"]
    assert told.text == (
        "Kategori kedua dari lima dalam skala kabupaten/kota 2024: skor 80 sampai di bawah 90. "
        "Edisi lain memakai batas lain."
    )
    assert "Edisi lain" not in meanings(whole.site)["Informatif"].text
    link = f'<a class="rk-means" href="../../metodologi/#{told.anchor}">'
    assert unescape(whole.made("2024/alfa/")[1]).count(link) == 3, "result, figures, ladder"
    assert f'<div id="{told.anchor}"><dt><b>Menuju Informatif</b></dt>' in method_part(whole.site)
