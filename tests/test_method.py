"""What pages say of scales, of what compares with what, and of what is not known of that."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from itertools import count
from pathlib import Path

import pytest
from conftest import EDITION, REGIONS, dataset_of, whole_of, write_results

from generator.content import packaged
from generator.pages.method import method_part
from generator.placeholders import fill_prose
from generator.site import Whole

Files = dict[str, str | None]
OLD = EDITION.replace("2024", "2023")
UNBOUNDED = re.sub(r", minimum: \d+", "", OLD)
INSTRUMENT = "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 100}]\n"
ASKED = (
    INSTRUMENT + "indicators:\n  - {id: web, stage: saq, name: Situs, weight: 50}\n"
    "  - {id: loket, stage: saq, name: Loket, weight: 50}\n"
)


@pytest.fixture
def whole(tmp_path: Path) -> Callable[[Files], Whole]:
    """A site of its own for each call."""
    number = count()
    return lambda files: whole_of(dataset_of(write_results(tmp_path / str(next(number)), files)))


def text(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def words(whole: Whole, address: str) -> str:
    return text(re.sub('(?s)<details class="rk-quote.*?</details>', "", whole.made(address)[1]))


def method(whole: Whole) -> str:
    return text(method_part(whole.site))


def prose(whole: Whole, name: str = "metodologi") -> str:
    return fill_prose(packaged("kip", name), whole, name)


BOTH: Files = {
    "2023/alfa.yml": "region: alfa\nscore: 81.00\ncategory: Menuju Informatif\n",
    "2024/alfa.yml": "region: alfa\nscore: 91.00\ncategory: Informatif\n",
}
K, L = "instrument: k\n", "instrument: l\n"
NAMED: Files = {"instruments/k.yml": INSTRUMENT, "instruments/l.yml": INSTRUMENT}
CAUTIONS: dict[str, tuple[Files, str]] = {
    "questionnaires": (
        {"2023/edition.yml": OLD},
        "Kuesioner 2023 dan 2024 belum diketahui; perubahan dapat juga datang dari kuesioner yang "
        "berbeda.",
    ),
    "one questionnaire": (
        {**NAMED, "2023/edition.yml": OLD, "2024/edition.yml": EDITION + K},
        "Kuesioner 2023 belum diketahui; perubahan dapat juga datang dari kuesioner yang berbeda.",
    ),
    "bounds": (
        {**NAMED, "2023/edition.yml": UNBOUNDED + K, "2024/edition.yml": EDITION + K},
        "Batas kategori 2023 belum diketahui; perubahan kategori dapat juga datang dari batas yang "
        "berbeda.",
    ),
    "both": (
        {"2023/edition.yml": UNBOUNDED},
        "Kuesioner 2023 dan 2024 serta batas kategori 2023 belum diketahui; perubahan dapat juga "
        "datang dari kuesioner atau batas yang berbeda.",
    ),
}
TOLD = ("", "2024/", "2024/alfa/", "wilayah/alfa/")
WITH_TEXT = ("2024/alfa/", "wilayah/alfa/")
SAID = "Batas kategori 2023 belum diketahui; skala yang dibandingkan mungkin berbeda."
LEFT = {"bounds": (SAID, ""), "both": (SAID, CAUTIONS["questionnaires"][1])}


@pytest.mark.parametrize("name", CAUTIONS)
def test_every_page_that_tells_a_change_says_once_what_is_not_known(
    name: str, whole: Callable[[Files], Whole]
) -> None:
    files, caution = CAUTIONS[name]
    found = whole({**BOTH, **files})
    for address in TOLD:
        # Beside a text that says itself which bounds are unknown, the rest is left.
        said, rest = LEFT.get(name, ("", caution)) if address in WITH_TEXT else ("", caution)
        page = words(found, address)
        assert page.count("belum diketahui; perubahan") == bool(rest), address
        assert page.count(rest or said) == page.count(said or rest) == 1, address
    assert method(found).count(caution) == 1
    # Where nothing is compared nothing is cautioned.
    for address in ("2023/", "2023/alfa/", "2024/beta/", "wilayah/beta/"):
        assert "belum diketahui; perubahan" not in words(found, address), address


def test_nothing_is_cautioned_where_all_is_known(whole: Callable[[Files], Whole]) -> None:
    found = whole({**BOTH, **NAMED, "2023/edition.yml": OLD + K, "2024/edition.yml": EDITION + K})
    assert "2023: kategori dan skor" in method(found)
    for address in TOLD:
        assert "belum diketahui; perubahan" not in words(found, address), address


def test_the_caution_is_of_the_edition_that_is_compared_with(
    whole: Callable[[Files], Whole],
) -> None:
    """Alfa was absent in 2023, so that its change is since 2022."""
    files = {"2022/edition.yml": EDITION.replace("2024", "2022"), "2023/edition.yml": OLD + K}
    files["2022/alfa.yml"] = "region: alfa\nscore: 71.00\n"
    files["2024/edition.yml"] = EDITION + K
    found = whole({**NAMED, **files, "2024/alfa.yml": BOTH["2024/alfa.yml"]})
    assert "Kuesioner 2022 belum diketahui; perubahan" in words(found, "2024/alfa/")


REQUIRING = EDITION.replace("minimum: 90}", "minimum: 90, requires: [{stage: saq, minimum: 95}]}")
APART: dict[str, tuple[Files, str]] = {
    "bounds": ({"2023/edition.yml": OLD.replace("90}", "97}")}, "skalanya berbeda"),
    "questionnaire": (
        {**NAMED, "2023/edition.yml": OLD + L, "2024/edition.yml": EDITION + K},
        "kuesionernya berbeda",
    ),
    "both": (
        {
            **NAMED,
            "2023/edition.yml": OLD.replace("90}", "97}") + L,
            "2024/edition.yml": EDITION + K,
        },
        "skala dan kuesionernya berbeda",
    ),
    "the data alone": (
        {"2023/edition.yml": OLD, "2024/edition.yml": EDITION + "comparable_with: []\n"},
        "data situs ini tidak menyebutnya sebanding",
    ),
    "requirements": (
        {**NAMED, "2023/edition.yml": OLD + K, "2024/edition.yml": REQUIRING + K},
        "syarat kategorinya berbeda",
    ),
    "requirements and questionnaire": (
        {**NAMED, "2023/edition.yml": OLD + L, "2024/edition.yml": REQUIRING + K},
        "syarat kategori dan kuesionernya berbeda",
    ),
}


@pytest.mark.parametrize("name", APART)
def test_what_two_editions_differ_in_is_named(name: str, whole: Callable[[Files], Whole]) -> None:
    """Of bounds, and of what a category requires, only categories are not compared."""
    files, told = APART[name]
    found = whole({**BOTH, **files})
    article = words(found, "2024/alfa/")
    assert f"Perubahan kategoritidak sebanding dengan 2023: {told}" in article
    scores = name in ("bounds", "requirements")
    assert ("+10,00 poin dari 81,00 (2023)" in article) == scores
    assert f"tidak dengan 2023: {told}" in method(found)
    # What a category requires keeps no score apart.
    of_scores = told.replace("syarat kategori dan kuesioner", "kuesioner")
    assert (f"Perubahan skortidak sebanding dengan 2023: {of_scores}" in article) is not scores
    if not scores:
        assert f"“Tidak sebanding”: dengan 2023, {told}." in words(found, "wilayah/alfa/")
        # Where it is known what differs, the earlier category says so in passing.
        apart = told.replace("nya berbeda", " lain").replace("skala dan", "skala dan")
        known = name != "the data alone"
        expected = f"dengan {apart}," if known else f"evaluasi sebelumnya: {told}."
        assert expected in article
    assert "skala atau kuesioner" not in article + words(found, "wilayah/alfa/")


def test_what_a_category_requires_is_a_change_of_the_method(
    whole: Callable[[Files], Whole],
) -> None:
    files = {"2023/edition.yml": OLD + K, "2024/edition.yml": REQUIRING + K}
    page = words(whole({**BOTH, **NAMED, **files}), "metodologi/2024/")
    assert "Instrumennya sama dengan 2023." in page
    asked = "skor tahap SAQ sedikitnya 95 (pada 2023: tidak ada)"
    assert f"Syarat kategori Informatif: {asked}" in page and "Menuju" not in page


def test_each_kind_of_figure_has_the_editions_with_which_it_is_compared(
    whole: Callable[[Files], Whole],
) -> None:
    found = whole(
        {
            "2022/edition.yml": EDITION.replace("2024", "2022"),
            "2022/alfa.yml": "region: alfa\nscore: 71.00\nrank: 2\n",
            "2023/edition.yml": OLD + "not_published: [score, category]\n",
            "2023/alfa.yml": "region: alfa\nrank: 2\n",
            "2024/alfa.yml": "region: alfa\nscore: 91.00\nrank: 2\n",
        }
    )
    told = method(found)
    assert "2023: peringkat; 2022: kategori dan skor" in told
    known = "diumumkan; diketahui 1; banyaknya yang diperingkat belum diketahui"
    row = f"2023, kabupaten/kota0{known}tidak dihitung: skor tidak dipublikasikan2022: peringkat"
    assert row in told
    assert f"2022, kabupaten/kota1{known}tidak dihitung" in told


def test_of_how_many_ranks_are_known_no_number_of_results_says(
    whole: Callable[[Files], Whole],
) -> None:
    found = whole(
        {
            "2024/alfa.yml": "region: alfa\nscore: 87.45\nrank: 1\n",
            "2024/beta.yml": "region: beta\nscore: 81.00\n",
        }
    )
    assert "diumumkan; diketahui 1; banyaknya yang diperingkat belum diketahui" in method(found)


def test_nothing_is_said_to_be_compared_where_nothing_can_be(
    whole: Callable[[Files], Whole],
) -> None:
    found = whole({"2023/edition.yml": OLD, "2023/beta.yml": "region: beta\nscore: 61.00\n"})
    assert "belum ada angka yang dapat dibandingkan" in method(found)


def test_printed_bounds_stand_beside_those_that_close_their_gaps(
    whole: Callable[[Files], Whole],
) -> None:
    printed = EDITION.replace("minimum: 80}", "minimum: 80, printed: 80–89}")
    told = method(whole({"2024/edition.yml": printed}))
    assert "Menuju Informatif80–8980 sampai di bawah 90" in told
    assert "Informatif–90–100" in told
    assert told.count("ditutup menurut aturan di bawah, bukan oleh sumbernya") == 1
    assert "Tercetak" not in method(whole({"2024/edition.yml": EDITION}))


def test_rounding_is_told_where_a_score_meets_a_bound(whole: Callable[[Files], Whole]) -> None:
    rounded = "sebelum dibandingkan dengan batas"
    assert rounded in method(whole({}))
    told = method(whole({"2024/alfa.yml": "region: alfa\ncategory: Informatif\n"}))
    assert rounded not in told and "Tidak ada skor yang diketahui" in told
    unbounded = UNBOUNDED.replace("2023", "2024")
    told = method(whole({"2024/edition.yml": unbounded}))
    assert rounded not in told and "skor tertinggi" not in told
    assert told.count("Batas skornya belum diketahui dari sumber situs ini") == 1


def test_each_edition_has_the_source_of_its_own_scale(whole: Callable[[Files], Whole]) -> None:
    sourced = EDITION.replace("scale:\n", "scale:\n  source: koran\n")
    before = OLD.replace("id: koran, title: Hasil", "id: radio, title: Siaran").replace(
        "scale:\n", "scale:\n  source: radio\n"
    )
    told = method(whole({"2023/edition.yml": before, "2024/edition.yml": sourced}))
    assert "Sumber skala (2024: Kabupaten/kota): Hasil evaluasi." in told
    assert "Sumber skala (2023: Kabupaten/kota): Siaran evaluasi." in told
    alone = method(whole({"2023/edition.yml": None, "2024/edition.yml": sourced}))
    assert "Sumber skala: Hasil evaluasi." in alone
    # That a scale was taken from elsewhere is said only where it is known where the results are from.
    said = sourced.replace(
        "title: Hasil evaluasi}]", "title: Hasil evaluasi}, {id: berita, title: B}]"
    )
    for more, lent in (("", False), ("source: koran\n", False), ("source: berita\n", True)):
        files = {"2023/edition.yml": None, "2024/edition.yml": said + more}
        assert ("bukan sumber hasilnya" in method(whole(files))) is lent


def test_the_rule_of_evaluations_is_that_of_their_years(whole: Callable[[Files], Whole]) -> None:
    old, new = "Perki) Nomor 5 Tahun 2016", "Perki) Nomor 1 Tahun 2022"
    for years, said in {(2024,): (new,), (2021,): (old,), (2021, 2024): (old, new)}.items():
        files: Files = {
            f"{year}/edition.yml": EDITION.replace("2024", str(year)) if year in years else None
            for year in (2021, 2024)
        }
        files |= {f"{year}/alfa.yml": "region: alfa\nscore: 91.00\n" for year in years}
        files |= {} if 2024 in years else {"2024/alfa.yml": None}
        root = whole(files)
        assert [rule for rule in (old, new) if rule in prose(root)] == list(said)
        assert ("Perki 5/2016" in prose(root, "glosarium")) == (old in said)
        assert ("Perki 1/2022" in prose(root, "glosarium")) == (new in said)


def test_prose_of_what_a_site_has(whole: Callable[[Files], Whole]) -> None:
    """Computed scores where an instrument is known, several groups, the decimals that are used."""
    plain = prose(whole({}))
    assert "menurut bobot instrumen" not in plain and "kelompok berbeda" not in plain
    assert "Seberapa kokoh" not in plain and "Skor dibulatkan ke dua desimal." in plain
    assert "[[" not in plain
    two = REGIONS.replace("groups:\n", "groups:\n  - {id: desa, name: Desa}\n") + (
        "  - {id: sari, name: Desa Sari, kind: desa, group: desa}\n"
    )
    found = whole(
        {
            **NAMED,
            "regions.yml": two,
            "2023/edition.yml": OLD.replace("scale:\n", "scale:\n  decimals: 1\n"),
            "2023/sari.yml": "region: sari\nscore: 81.0\n",
            "2024/edition.yml": EDITION + K,
        }
    )
    more = prose(found)
    assert "menurut bobot instrumen" in more and "kelompok berbeda" in more
    assert "Skor dibulatkan ke satu atau dua desimal, seperti disebut pada tiap skala." in more


def test_an_indicator_that_does_not_compare_names_both_years(
    whole: Callable[[Files], Whole],
) -> None:
    """And who was out the year before is not told to be in its first edition."""
    scores = "indicators: {web: 70, loket: 80}\n"
    files: Files = {
        "instruments/k.yml": ASKED.replace("name: Loket,", "name: Loket, same_as: {l: loket},"),
        "instruments/l.yml": ASKED,
        "2023/edition.yml": OLD + L + "absent: [beta]\n",
        "2023/alfa.yml": "region: alfa\n" + scores,
        "2024/edition.yml": EDITION + K,
        "2024/alfa.yml": "region: alfa\n" + scores,
        "2024/beta.yml": "region: beta\n" + scores,
    }
    found = whole(files)
    assert (
        "Tidak dibandingkan dengan 2023: instrumen edisi 2024 tidak menyebut indikator ini sebanding "
        "dengan indikator edisi 2023."
    ) in words(found, "2024/indikator/web/")
    compared = words(found, "2024/indikator/loket/")
    assert "Kabupaten Beta80,00sebelumnya tidak ikut serta" in compared
    assert "evaluasi pembanding" not in compared


def test_a_legend_explains_only_what_is_in_its_table(whole: Callable[[Files], Whole]) -> None:
    alone = words(whole({}), "wilayah/alfa/")
    assert "Tidak dihitung: " in alone  # others' scores are not known
    files: Files = {
        f"2024/{id_}.yml": f"region: {id_}\nscore: 81.00\n" for id_ in ("beta", "kota-gama")
    }
    assert "Tidak dihitung" not in words(whole(files), "wilayah/alfa/")


def test_words_of_a_measure_leave_the_marks_of_prose(tmp_path: Path) -> None:
    """Where bodies do not take part nothing is said of those that did not."""
    from conftest import ROOT

    from generator.format.problems import Problems
    from generator.settings import read_settings
    from generator.site import read_site

    problems = Problems()
    settings = read_settings(ROOT / "examples" / "ikip" / "mkdocs.yml", problems)
    assert settings is not None
    found = read_site(settings, problems)
    assert found is not None
    filled = fill_prose(found.prose["metodologi"], found, "metodologi")
    assert "Tidak dinilai" in filled
    assert "Tidak ikut serta" not in filled and "menjadi provinsi" not in filled
