"""An edition of which only edition.yml is there: the first step of every year, and no mistake.

Three states are told apart. *Not announced*: no ``published``, or a date that is still to come.
*Announced, not known to this site*: ``published`` is there and no result. *Known*: a result is.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.evaluation.model import Dataset
from generator.site import Whole

KALSEL = "Komisi Informasi Provinsi Kalimantan Selatan"
STEP_1 = f"""\
year: 2026
title: Evaluasi keterbukaan informasi publik 2026
organizer: {KALSEL}
status: final
sources: [{{id: antara, title: Pengumuman evaluasi, publisher: Antara}}]
scale:
  categories:
    - {{name: Informatif, minimum: 90}}
    - {{name: Menuju Informatif, minimum: 80}}
    - {{name: Cukup Informatif, minimum: 60}}
    - {{name: Kurang Informatif, minimum: 40}}
    - {{name: Tidak Informatif, minimum: 0}}
"""
"""What the README's step 1 asks for: organizer, scale, sources; the date where there is one."""

STATES = {
    "not announced": "",
    "announced": "published: 2026-02-02\nplace: Banjarmasin\n",
    "scheduled": "published: 2026-12-15\n",
}
TODAY = "1772409600"  # 2 March 2026, as SOURCE_DATE_EPOCH has it


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


def kalsel_2026(folder: Path, more: str = "") -> Path:
    """The repository's own site with a year more."""
    for name in ("results", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "results/2026").mkdir()
    (folder / "results/2026/edition.yml").write_text(STEP_1 + more, encoding="utf-8")
    return folder


def small(folder: Path, edition: str = "", **files: str | None) -> Dataset:
    """The sample with an edition of 2025 beside that of 2024, and no result of it."""
    later = EDITION.replace("2024", "2025") + edition
    return dataset_of(write_results(folder, {"2025/edition.yml": later, **files}))


def text_of(whole: Whole, address: str) -> str:
    """A page as a reader sees it."""
    text = re.sub(r"<[^>]+>", " ", whole.page(address).markdown)
    return re.sub(r"\s+", " ", text)


# --- which groups it covers ------------------------------------------------------------------


def covered(dataset: Dataset, year: int) -> list[str]:
    return [evaluation.group.id for evaluation in dataset.of_year(year)]


def test_groups_of_the_latest_edition_of_its_organizer(tmp_path: Path) -> None:
    dataset = dataset_of(kalsel_2026(tmp_path) / "results")
    assert covered(dataset, 2026) == ["kabupaten-kota", "opd", "vertikal"]
    other = tmp_path / "results/2026/edition.yml"
    other.write_text(STEP_1.replace(KALSEL, "Komisi Informasi Pusat"), encoding="utf-8")
    assert covered(dataset_of(tmp_path / "results"), 2026) == ["provinsi"]


def test_groups_that_it_names(tmp_path: Path) -> None:
    dataset = dataset_of(kalsel_2026(tmp_path, "groups: {opd: {}}\n") / "results")
    assert covered(dataset, 2026) == ["opd"]


def test_all_groups_where_its_organizer_is_new(tmp_path: Path) -> None:
    site = kalsel_2026(tmp_path)
    (site / "results/2026/edition.yml").write_text(STEP_1.replace(KALSEL, "Ombudsman"), "utf-8")
    dataset = dataset_of(site / "results")
    assert covered(dataset, 2026) == list(dataset.groups)


def test_the_first_edition_of_all(tmp_path: Path) -> None:
    root = write_results(tmp_path, {"2024/alfa.yml": None})
    whole = whole_of(dataset_of(root))
    assert {"2024/", "2024/alfa/", "2024/beta/", "2024/kota-gama/"} <= set(whole.makers)
    assert "belum diumumkan" in text_of(whole, "")
    assert "belum diumumkan" in text_of(whole, "wilayah/alfa/")


def test_a_result_shows_which_groups_were_evaluated(tmp_path: Path) -> None:
    """As soon as there are results they say what the edition covers, as ever."""
    site = kalsel_2026(tmp_path)
    (site / "results/2026/balangan.yml").write_text("region: balangan\nscore: 91.00\n", "utf-8")
    assert covered(dataset_of(site / "results"), 2026) == ["kabupaten-kota"]


# --- announced or not ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", False),
        ("published: 2026-03-03\n", False),
        ("published: 2026-04\n", False),
        ("published: 2027\nnotes: [Diumumkan pada 2027.]\n", False),
        ("published: 2026-03-02\n", True),
        ("published: 2026-03\n", True),
        ("published: 2026\n", True),
        ("decision: {number: 1/KEP/2026}\n", True),
        ("participants: {took_part: 3}\n", True),
        ("participants: {invited: 3}\n", False),
        ("participants: {categories: {Informatif: 1}}\n", True),
        ("not_published: [score]\n", True),
        ("absent: [beta]\n", True),
        ("absent: [beta]\npublished: 2026-04-01\n", False),
        ("activities: [{date: 2026-01-02, kind: sosialisasi, title: membuka evaluasi}]\n", False),
    ],
)
def test_whether_results_are_announced(more: str, expected: bool, tmp_path: Path) -> None:
    dataset = small(tmp_path, more)
    assert dataset.evaluations[2025, "kabupaten-kota"].announced is expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("score: 80.00\n", True),
        ("score: {not_published: true}\n", True),
        ("rank: 2\n", True),
        ("stage_scores: {saq: 80}\n", True),
        ("target: {at_least: Informatif}\n", False),
        ("activities: [{date: 2025-05-02, kind: asistensi, title: mendampingi}]\n", False),
    ],
)
def test_results_are_announced_by_figures(result: str, expected: bool, tmp_path: Path) -> None:
    dataset = small(tmp_path, **{"2025/beta.yml": "region: beta\n" + result})
    assert dataset.evaluations[2025, "kabupaten-kota"].announced is expected


def test_what_was_followed_by_results_was_announced(tmp_path: Path) -> None:
    """An old edition of which nothing is known was announced long ago: that is not known here."""
    old = EDITION.replace("2024", "2023")
    dataset = dataset_of(write_results(tmp_path, {"2023/edition.yml": old}))
    assert dataset.evaluations[2023, "kabupaten-kota"].announced
    whole = whole_of(dataset)
    assert "belum diketahui dari sumber situs ini" in text_of(whole, "2023/")
    assert "belum diumumkan" not in text_of(whole, "2023/") + text_of(whole, "2023/alfa/")


# --- what its pages say ----------------------------------------------------------------------
