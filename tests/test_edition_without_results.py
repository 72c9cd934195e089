"""An edition of which only edition.yml is there: the first step of every year, and no mistake.

Three states are told apart. *Not announced*: no ``published``, or a date that is still to come.
*Announced, not known to this site*: ``published`` is there and no result. *Known*: a result is.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from html import unescape
from pathlib import Path

import pytest
from conftest import BASE, EDITION, ROOT, dataset_of, mkdocs, whole_of, write_results, write_site
from test_plugin import rapor
from test_site import check_links

from generator.dataset import Dataset
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
    (site / "results/2026/balangan.yml").write_text("region: balangan\nscore: 91\n", "utf-8")
    assert covered(dataset_of(site / "results"), 2026) == ["kabupaten-kota"]


# --- announced or not ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", False),
        ("published: 2026-03-03\n", False),
        ("published: 2026-04\n", False),
        ("published: 2027\n", False),
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
        ("score: 80\n", True),
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

SAID = {
    "not announced": ("belum diumumkan", "dijadwalkan"),
    "announced": ("belum diketahui dari sumber situs ini", "belum diumumkan"),
    "scheduled": ("pengumumannya dijadwalkan Selasa, 15 Desember 2026", "belum diketahui dari"),
}


@pytest.mark.parametrize("state", STATES)
def test_the_pages_of_the_edition(state: str, tmp_path: Path) -> None:
    dataset = dataset_of(kalsel_2026(tmp_path, STATES[state]) / "results")
    whole = whole_of(dataset)
    said, unsaid = SAID[state]
    members = [r for e in dataset.of_year(2026) for r in e.regions]
    assert len(members) > 20
    for address in ("2026/", *(f"2026/{region.id}/" for region in members)):
        page = whole.page(address)
        text = text_of(whole, address)
        assert said in text and said in page.description, address
        assert unsaid not in text, address
        assert "dipublikasikan" not in page.title + page.description, address
        assert "belum dipublikasikan" not in text, address
        assert page.published == ("2026-02-02" if state == "announced" else "")
        dated = "Hasil diumumkan di Banjarmasin, Senin, 2 Februari 2026" in text
        assert dated is (state == "announced" and address == "2026/"), address
    assert not any(address.startswith("2026/provinsi-") for address in whole.makers)


@pytest.mark.parametrize("state", STATES)
def test_titles_promise_no_result(state: str, tmp_path: Path) -> None:
    whole = whole_of(dataset_of(kalsel_2026(tmp_path, STATES[state]) / "results"))
    told = "belum diketahui" if state == "announced" else "belum diumumkan"
    assert whole.page("2026/").title == f"Evaluasi 2026: hasil {told}"
    assert whole.page("2026/").markdown.startswith(f"# Evaluasi 2026: hasil {told}\n")
    assert whole.page("2025/").title == "Hasil evaluasi 2025"
    titled = whole.page("2026/balangan/").title
    assert titled.endswith("Belum Diketahui" if state == "announced" else "Belum Diumumkan")


def test_the_edition_leads_to_the_last_result_of_each_group(tmp_path: Path) -> None:
    whole = whole_of(dataset_of(kalsel_2026(tmp_path) / "results"))
    text = whole.page("2026/").markdown
    assert 'href="../2025/#kabupatenkota"' in unescape(text)
    assert text.count("Hasil terakhir yang diketahui") == 3
    assert "Angka ringkas" not in text and "Keputusan:" not in text and "<table" not in text


def test_nobody_is_told_to_ask_for_what_is_not_announced(tmp_path: Path) -> None:
    root = kalsel_2026(tmp_path) / "results"
    assert "Surat permohonan" not in text_of(whole_of(dataset_of(root)), "2026/balangan/")
    (root / "2026/edition.yml").write_text(STEP_1 + STATES["announced"], encoding="utf-8")
    assert "Surat permohonan" in text_of(whole_of(dataset_of(root)), "2026/balangan/")


def test_the_articles_tell_the_last_result(tmp_path: Path) -> None:
    whole = whole_of(dataset_of(kalsel_2026(tmp_path) / "results"))
    text = text_of(whole, "2026/balangan/")
    assert "Hasil Kabupaten Balangan dalam Evaluasi 2026 Belum Diumumkan" in text
    assert "berkategori Menuju Informatif" in text and "Informatif pada 2025" in text


def test_what_is_known_before_the_results(tmp_path: Path) -> None:
    """Targets and activities are known months before; whether a target is met is not."""
    result = (
        "region: alfa\ntarget: {at_least: Informatif, by: Nama, date: 2026-01-05}\n"
        "activities: [{date: 2026-02-01, kind: asistensi, title: mendampingi PPID}]\n"
    )
    files: dict[str, str | None] = {"2025/alfa.yml": result}
    whole = whole_of(small(tmp_path, "published: 2026-05-01\n", **files))
    for address in ("2025/alfa/", "wilayah/alfa/"):
        text = text_of(whole, address)
        assert "belum diumumkan" in text and "mendampingi ppid" in text.lower()
        assert "belum diketahui dari sumber situs ini apakah target itu tercapai" not in text
        assert "mengumumkan hasilnya" not in text, "it has not happened"
        assert "sebelum hasil diumumkan" not in text.lower()


# --- the pages around it ---------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_the_newest_results_stay_on_the_home_page(state: str, tmp_path: Path) -> None:
    before = whole_of(dataset_of(ROOT / "results")).page("").markdown.splitlines()
    whole = whole_of(dataset_of(kalsel_2026(tmp_path, STATES[state]) / "results"))
    after = whole.page("").markdown.splitlines()
    assert [line for line in before if line not in after] == []
    added = re.sub(r"<[^>]+>", "", "\n".join(line for line in after if line not in before))
    told = "belum diketahui dari" if state == "announced" else "belum diumumkan"
    listed = added.count(f"; hasil {told.removesuffix(' dari')}")
    assert listed == 1, "once in the list of editions"
    assert added.count(told) == (3 if state == "announced" else 4), "and once a group"
    assert 'href="2026/#kabupatenkota"' in unescape("\n".join(after))


def test_a_region_keeps_its_last_result(tmp_path: Path) -> None:
    whole = whole_of(dataset_of(kalsel_2026(tmp_path) / "results"))
    text = text_of(whole, "wilayah/balangan/")
    assert "Hasil terakhir yang diketahui: 2025" in text
    assert "Hasil Balangan pada 2026 belum diumumkan" in text
    assert "cat--1" in whole.page("wilayah/").markdown.partition("balangan/")[2][:300]


def test_pages_of_other_years_stay_as_they_are(tmp_path: Path) -> None:
    before = whole_of(dataset_of(ROOT / "results"))
    after = whole_of(dataset_of(kalsel_2026(tmp_path) / "results"))
    assert set(before.makers) < set(after.makers)
    changed = {a for a in before.makers if before.page(a).markdown != after.page(a).markdown}
    covered_ids = {r.id for e in after.site.dataset.of_year(2026) for r in e.regions}
    assert changed == {"", "data/", *(f"wilayah/{id_}/" for id_ in covered_ids)}
    assert before.files["data/hasil-2025.csv"]() == after.files["data/hasil-2025.csv"]()
    for address in before.makers:
        assert before.updated(address) == after.updated(address), address


@pytest.mark.parametrize("state", STATES)
def test_no_page_is_dated_in_the_future(state: str, tmp_path: Path) -> None:
    whole = whole_of(dataset_of(kalsel_2026(tmp_path, STATES[state]) / "results"))
    assert max(whole.updated(address) for address in whole.makers) <= "2026-03-02"


def test_the_downloads_say_why(tmp_path: Path) -> None:
    root = kalsel_2026(tmp_path) / "results"
    for more, why in (("", "not-announced"), (STATES["announced"], "unknown")):
        (root / "2026/edition.yml").write_text(STEP_1 + more, encoding="utf-8")
        whole = whole_of(dataset_of(root))
        text = whole.files["data/hasil-2026.csv"]().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) > 20 and {row["region"] for row in rows} >= {"balangan"}
        for row in rows:
            assert row["category"] == row["score"] == row["rank"] == ""
            assert {row[f"{name}_why"] for name in ("category", "score", "rank")} == {why}
        assert ("not-announced" in whole.page("data/").markdown) is (more == "")


def test_the_method_says_so(tmp_path: Path) -> None:
    from generator.site import fill_prose

    whole = whole_of(dataset_of(kalsel_2026(tmp_path) / "results"))
    text = fill_prose("<!-- rapor:metodologi -->", whole, "metodologi")
    row = next(line for line in text.splitlines() if ">2026, kabupaten/kota<" in line)
    assert "hasil belum diumumkan" in row and "tidak ada skor" not in row


def test_a_questionnaire_known_before_the_results(tmp_path: Path) -> None:
    instrument = (
        "title: Kuesioner 2025\nyear: 2025\nstages: [{id: saq, name: SAQ, weight: 100}]\n"
        "indicators:\n  - {id: a, stage: saq, name: Indikator A, weight: 100, questions: "
        "[{id: q, text: Apakah diumumkan?, weight: 100, scale: yes-no}]}\n"
    )
    files: dict[str, str | None] = {"instruments/k.yml": instrument}
    whole = whole_of(small(tmp_path, "instrument: k\n", **files))
    assert "Skor indikator ini belum diumumkan" in text_of(whole, "2025/indikator/a/")
    assert "belum diketahui" not in text_of(whole, "2025/pertanyaan/q/")
    for address in ("2025/", "2025/kendala/", "2025/alfa/", "metodologi/2025/"):
        assert "belum diketahui" not in text_of(whole, address), address
    claimed = {"2025/alfa.yml": "region: alfa\nanswers: {q: {self: ya}}\n", **files}
    dataset = small(tmp_path, "instrument: k\n", **claimed)
    assert not dataset.evaluations[2025, "kabupaten-kota"].announced, "a claim is no result"
    claimed["2025/alfa.yml"] = "region: alfa\nanswers: {q: {self: ya, verified: ya}}\n"
    dataset = small(tmp_path, "instrument: k\n", **claimed)
    assert dataset.evaluations[2025, "kabupaten-kota"].announced


# --- the commands ----------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
def test_step_1_of_the_readme(state: str, tmp_path: Path) -> None:
    """Check, explain, render, build: all work, and all links lead somewhere."""
    site = kalsel_2026(tmp_path, STATES[state])
    checked = rapor("check", cwd=site)
    assert checked.returncode == 0, checked.stderr
    assert "Edisi 2026 belum berisi hasil" in checked.stdout
    assert ("tulis published" in checked.stdout) is (state != "announced")
    assert "Edition 2026 holds no results" in rapor("--lang", "en", "check", cwd=site).stdout
    for what in ([], ["2026"], ["2026", "balangan"], ["balangan"]):
        done = rapor("explain", *what, cwd=site)
        assert done.returncode == 0 and (what == [] or "2026" in done.stdout), done.stderr
    assert "results/2026/edition.yml:" in rapor("explain", "2026", "balangan", cwd=site).stdout
    assert rapor("render", "keluar", cwd=site).returncode == 0
    assert (site / "keluar/2026/balangan/index.md").is_file()
    built = mkdocs("build", "--strict", cwd=site)
    assert built.returncode == 0 and "WARNING" not in built.stdout, built.stdout
    assert check_links(site / "site") > 3000
    home = (site / "site/index.html").read_text("utf-8")
    assert 'href="2026/"' in home and "hasil 2025" in home


def test_check_says_nothing_of_editions_with_results() -> None:
    assert "belum berisi hasil" not in rapor("check", cwd=ROOT).stdout


def test_draft_is_seen_under_serve_alone(tmp_path: Path) -> None:
    draft = EDITION.replace("2024", "2025").replace("final", "draft")
    site = write_site(tmp_path, {"2025/edition.yml": draft})
    assert mkdocs("build", "-q", "--strict", cwd=site).returncode == 0
    assert not (site / "site/2025").exists()


@pytest.mark.parametrize("files", [{}, {"2024/alfa.yml": None}], ids=["second", "first"])
def test_serve(files: dict[str, str | None], tmp_path: Path) -> None:
    year = "2024" if files else "2025"
    later = {"2025/edition.yml": EDITION.replace("2024", "2025")}
    site = write_site(tmp_path, files if files else later)
    port = "17" + str(os.getpid() % 1000).zfill(3)
    log = (tmp_path / "log").open("w+")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=site,
        stdout=log,
        stderr=log,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    try:
        for path in ("", f"{year}/", f"{year}/alfa/", "wilayah/alfa/", "data/"):
            for _ in range(80):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}") as answer:
                        text = answer.read().decode()
                        break
                except OSError:
                    assert server.poll() is None, (tmp_path / "log").read_text()
                    time.sleep(0.25)
            assert path == "data/" or "belum diumumkan" in text, path
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()


def test_the_sample_is_complete() -> None:
    assert "2024/alfa.yml" in BASE
