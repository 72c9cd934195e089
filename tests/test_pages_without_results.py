"""The pages of an edition that has no results yet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from conftest import BASE, EDITION, ROOT, dataset_of, mkdocs, rapor, whole_of, write_site
from serving import serving
from test_edition_without_results import STATES, STEP_1, TODAY, kalsel_2026, small, text_of
from test_site import check_links

from generator.site import Whole

SAID = {
    "not announced": ("belum diumumkan", "dijadwalkan"),
    "announced": ("belum diketahui dari sumber situs ini", "belum diumumkan"),
    "scheduled": ("pengumumannya dijadwalkan Selasa, 15 Desember 2026", "belum diketahui dari"),
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


Made = Callable[[str], Whole]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The repository's own site with an edition of 2026, by its state, made once each."""

    @cache
    def of(state: str) -> Whole:
        folder = kalsel_2026(tmp_path_factory.mktemp("made"), STATES[state])
        return whole_of(dataset_of(folder / "results"))

    return of


@pytest.fixture(scope="module")
def before() -> Whole:
    """The repository's own site as it is."""
    return whole_of(dataset_of(ROOT / "results"))


@pytest.mark.parametrize("state", STATES)
def test_the_pages_of_the_edition(state: str, made: Made) -> None:
    whole = made(state)
    dataset = whole.site.dataset
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
def test_titles_promise_no_result(state: str, made: Made) -> None:
    whole = made(state)
    told = "belum diketahui" if state == "announced" else "belum diumumkan"
    assert whole.page("2026/").title == f"Evaluasi 2026: hasil {told}"
    assert whole.page("2026/").markdown.startswith(f"# Evaluasi 2026: hasil {told}\n")
    assert whole.page("2025/").title == "Hasil evaluasi 2025"
    titled = whole.page("2026/balangan/").title
    assert titled.endswith("Belum Diketahui" if state == "announced" else "Belum Diumumkan")


def test_the_edition_leads_to_the_last_result_of_each_group(made: Made) -> None:
    whole = made("not announced")
    members = whole.site.dataset.of_year(2026)
    pages = [whole.page(f"2026/kelompok/{e.group.id}/").markdown for e in members]
    assert all('href="../../../2025/kelompok/' in unescape(page) for page in pages)
    assert all(page.count("Hasil sebelumnya: ") == 1 for page in pages)
    text = whole.page("2026/").markdown + "".join(pages)
    assert "Angka ringkas" not in text and "Keputusan:" not in text and "<table" not in text


def test_nobody_is_told_to_ask_for_what_is_not_announced(tmp_path: Path) -> None:
    root = kalsel_2026(tmp_path) / "results"
    assert "Surat permohonan" not in text_of(whole_of(dataset_of(root)), "2026/balangan/")
    (root / "2026/edition.yml").write_text(STEP_1 + STATES["announced"], encoding="utf-8")
    assert "Surat permohonan" in text_of(whole_of(dataset_of(root)), "2026/balangan/")


def test_the_articles_tell_the_last_result(made: Made) -> None:
    whole = made("not announced")
    text = text_of(whole, "2026/balangan/")
    assert "Hasil Kabupaten Balangan dalam Evaluasi 2026 Belum Diumumkan" in text
    assert "Pada 2025 Balangan berkategori Informatif" in text


def test_an_article_without_a_result_calls_the_result_beside_it_earlier(tmp_path: Path) -> None:
    """It is the last one only while no later edition has one."""
    later = "region: alfa\ncategory: Informatif\n"
    files: dict[str, str | None] = {"2023/edition.yml": EDITION.replace("2024", "2023")}
    files |= {"2023/alfa.yml": later, "2024/alfa.yml": None, "2025/alfa.yml": later}
    text = text_of(whole_of(small(tmp_path, **files)), "2024/alfa/")
    assert "Hasil sebelumnya: 2023" in text and "Hasil terakhir yang diketahui" not in text


def test_the_last_result_is_the_last_where_it_is_known_that_there_is_no_other(
    tmp_path: Path,
) -> None:
    files: dict[str, str | None] = {"2023/edition.yml": EDITION.replace("2024", "2023")}
    files |= {"2023/alfa.yml": "region: alfa\ncategory: Informatif\n", "2024/alfa.yml": None}
    text = text_of(whole_of(small(tmp_path / "open", **files)), "wilayah/alfa/")
    assert "Hasil terakhir yang diketahui: 2023" in text
    absent = EDITION + "absent: [alfa]\n"
    files |= {"2024/edition.yml": absent, "2025/edition.yml": absent.replace("2024", "2025")}
    text = text_of(whole_of(small(tmp_path / "absent", **files)), "wilayah/alfa/")
    assert "Hasil terakhir: 2023" in text


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
def test_the_newest_results_stay_on_the_home_page(state: str, made: Made, before: Whole) -> None:
    lines = before.page("").markdown.splitlines()
    after = made(state).page("").markdown.splitlines()
    assert [line for line in lines if line not in after] == []
    added = re.sub(r"<[^>]+>", "", "\n".join(line for line in after if line not in lines))
    told = "belum diketahui dari" if state == "announced" else "belum diumumkan"
    listed = added.count(f"; hasil {told.removesuffix(' dari')}")
    assert listed == 1, "once in the list of editions"
    assert added.count(told.removesuffix(" dari")) == 4, "and once a group"
    assert 'href="2026/kelompok/kabupaten-kota/"' in unescape("\n".join(after))


def test_a_region_keeps_its_last_result(made: Made) -> None:
    whole = made("not announced")
    text = text_of(whole, "wilayah/balangan/")
    assert "Hasil terakhir yang diketahui: 2025" in text
    assert "Hasil 2026 belum diumumkan" in text
    assert "cat--1" in whole.page("wilayah/").markdown.partition("balangan/")[2][:300]


def test_pages_of_other_years_stay_as_they_are(made: Made, before: Whole) -> None:
    after = made("not announced")
    assert set(before.makers) < set(after.makers)
    changed = {a for a in before.makers if before.page(a).markdown != after.page(a).markdown}
    covered_ids = {r.id for e in after.site.dataset.of_year(2026) for r in e.regions}
    # Those of a group over the years say that the newest edition has no results yet.
    groups = {f"kelompok/{e.group.id}/" for e in after.site.dataset.of_year(2026)}
    assert changed == {"", "data/", *groups, *(f"wilayah/{id_}/" for id_ in covered_ids)}
    assert before.files["data/hasil-2025.csv"]() == after.files["data/hasil-2025.csv"]()
    for address in before.makers:
        assert before.updated(address) == after.updated(address), address


@pytest.mark.parametrize("state", STATES)
def test_no_page_is_dated_in_the_future(state: str, made: Made) -> None:
    whole = made(state)
    assert max(whole.updated(address) for address in whole.makers) <= "2026-03-02"


def test_the_downloads_say_why(made: Made) -> None:
    for state, why in (("not announced", "not-announced"), ("announced", "unknown")):
        whole = made(state)
        text = whole.files["data/hasil-2026.csv"]().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) > 20 and {row["region"] for row in rows} >= {"balangan"}
        for row in rows:
            assert row["category"] == row["score"] == row["rank"] == ""
            assert {row[f"{name}_why"] for name in ("category", "score", "rank")} == {why}
        assert ("not-announced" in whole.page("data/").markdown) is (state != "announced")


def test_the_method_says_so(made: Made) -> None:
    from generator.placeholders import fill_prose

    whole = made("not announced")
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
    """Check and explain work, and once render and build as well, and all links lead somewhere."""
    site = kalsel_2026(tmp_path, STATES[state])
    checked = rapor("check", cwd=site)
    assert checked.returncode == 0, checked.stderr
    assert "Edisi 2026 belum berisi hasil" in checked.stdout
    assert ("tulis published" in checked.stdout) is (state != "announced")
    done = rapor("explain", "2026", "balangan", cwd=site)
    assert done.returncode == 0 and "results/2026/edition.yml:" in done.stdout, done.stderr
    if state != "scheduled":
        return
    assert "Edition 2026 holds no results" in rapor("--messages", "en", "check", cwd=site).stdout
    for what in ([], ["2026"], ["balangan"]):
        done = rapor("explain", *what, cwd=site)
        assert done.returncode == 0 and (what == [] or "2026" in done.stdout), done.stderr
    assert rapor("render", "keluar", cwd=site).returncode == 0
    assert (site / "keluar/2026/balangan/index.md").is_file()
    with (site / "mkdocs.yml").open("a") as config:  # of which tests/test_search.py asks the rest
        config.write("      search: false\n")
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
    site = write_site(tmp_path / "situs", files if files else later)
    with serving(site) as served:
        for path in ("", f"{year}/", f"{year}/alfa/", "wilayah/alfa/", "data/"):
            assert served.get(path, "" if path == "data/" else "belum diumumkan"), path


def test_the_sample_is_complete() -> None:
    assert "2024/alfa.yml" in BASE


def test_a_region_is_called_what_its_group_is_where_its_kind_is_that() -> None:
    """No id of a group stands on a page."""
    text = text_of(whole_of(dataset_of(ROOT / "results")), "wilayah/dinas-sosial/")
    assert "Perangkat daerah provinsi, bagian dari Provinsi Kalimantan Selatan" in text
    assert "Opd" not in text
