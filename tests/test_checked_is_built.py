"""What `rapor check` accepts, a build accepts: whatever the names, states, corrections and drafts."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from conftest import whole_of
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from reader.made_up import site as made_up_site

from generator.format.problems import Problems
from generator.load.load import load

SITES = int(os.environ.get("RAPOR_MADE_UP_SITES", "20"))
WORDS = (
    *("Dinas", "Pemberdayaan", "Perempuan", "dan", "Kepulauan", "Sogae'adu", "III", "2024", "naik"),
    *(
        "Provinsi",
        "Kabupaten",
        "R&D",
        "<b>",
        "“Satu”",
        "Tiga-belas",
        "a.n.",
        "{{",
        "_x_",
        "*",
        "ñ",
        "|",
    ),
)


def named(chance: Random, letters: int) -> str:
    """A name of so many letters, of words that a template or a page might take for its own."""
    text = "Badan"
    while len(text) < letters:
        text += f" {chance.choice(WORDS)}"
    return text[:letters].strip()


def renamed(files: dict[str, Any], chance: Random) -> dict[str, Any]:
    """Some regions with names of 20 to 120 letters, some editions as drafts."""
    for region in files["regions.yml"]["regions"]:
        if chance.random() < 0.6:
            region["name"] = f"{named(chance, chance.randint(20, 118))} {region['id'][-1]}"
    for name, content in files.items():
        if name.endswith("edition.yml") and chance.random() < 0.2:
            content["status"] = "draft"
    return files


@settings(
    max_examples=SITES,
    deadline=None,
    derandomize="RAPOR_MADE_UP_SITES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.randoms(use_true_random=False), st.booleans(), st.booleans())
def test_every_page_of_what_is_accepted_is_made(
    chance: Random, analysis: bool, drafts: bool
) -> None:
    files = renamed(made_up_site(chance), chance)
    problems = Problems()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "results"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        dataset = load(root, problems, drafts=drafts)
    assume(not len(problems))
    assert dataset is not None
    whole = whole_of(dataset, analysis=analysis)
    for address in whole.makers:
        page, html = whole.made(address)
        assert page.title and "<h1" in html, address
    for path, content in whole.files.items():
        assert content(), path


def test_a_correction_of_a_body_with_a_long_name(tmp_path: Path) -> None:
    """Its name of 57 letters leaves no room for the corrected figure in a headline."""
    name = "Dinas Pemberdayaan Perempuan dan Perlindungan Anak Provin"
    assert len(name) == 57
    root = tmp_path / "results"
    (root / "2024").mkdir(parents=True)
    (root / "regions.yml").write_text(
        "groups: [{id: g, name: Perangkat daerah}]\n"
        f"regions: [{{id: a, name: '{name}', kind: opd, group: g}}]\n",
        encoding="utf-8",
    )
    (root / "2024/edition.yml").write_text(
        "year: 2024\ntitle: Evaluasi\norganizer: Komisi Informasi\nstatus: final\n"
        "published: 2024-01-02\nscale: {categories: [{name: Sangat Informatif Sekali}, {name: Lain}]}\n"
        "sources: [{id: s, title: Berita}]\n"
        "corrections: [{date: 2024-02-03, region: a, field: category, from: Lain,"
        " to: Sangat Informatif Sekali, source: s}]\n",
        encoding="utf-8",
    )
    (root / "2024/a.yml").write_text(
        "region: a\ncategory: Sangat Informatif Sekali\n", encoding="utf-8"
    )
    problems = Problems()
    dataset = load(root, problems)
    assert dataset is not None and not len(problems), problems.report()
    page = whole_of(dataset).page("2024/a/")
    assert name in page.title and len(page.title) <= 120
