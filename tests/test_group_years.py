"""The page of a group over the years: each body against the edition that its own page compares it with."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.evaluation.model import Evaluation
from generator.facts.similar import ALIKE, FEW, Near, Similar
from generator.pages.moved import moved_in
from generator.pages.orders import in_order
from generator.site import Whole

SULSEL = whole_of(dataset_of(ROOT / "examples/sulsel/results"))
CONTOH = whole_of(dataset_of(ROOT / "examples/contoh/results"))
PAGE = "kelompok/kabupaten-kota/"


def text(whole: Whole, address: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", whole.page(address).markdown)).split())


def of_year(whole: Whole, year: int) -> Evaluation:
    return whole.site.dataset.evaluations[year, "kabupaten-kota"]


def test_each_is_compared_with_the_edition_of_its_own_page() -> None:
    """Also who is known to have fallen by each of several categories that are published."""
    for whole in (SULSEL, CONTOH):
        for evaluation in whole.site.dataset.of_group("kabupaten-kota"):
            named = {
                facts.region.id: (moved.before, change.steps)
                for moved in moved_in(whole.site, evaluation)
                for facts, change in (*moved.rose, *moved.fell)
            }
            facts = whole.site.facts.regions(evaluation)
            for id_ in (region.id for region in evaluation.regions):
                change = facts[id_].categories.value or facts[id_].surely_moved.value
                told = (change.year, change.steps) if change and change.steps else None
                assert named.get(id_) == told, (evaluation.year, id_)
    page = text(SULSEL, PAGE)
    assert "2022 dibanding 2021" in page
    fallen = page.partition("2022 dibanding 2021")[2].partition("dibanding")[0]
    assert all(name in fallen for name in ("Luwu Utara", "Parepare", "Sinjai"))
    assert fallen.index("Sinjai") < fallen.index("Luwu Utara")  # by two categories
    assert "Luwu Utara turun satu atau dua kategori" in fallen  # its sources name two
    # Ten have a category in 2022 and 2019; two of them are compared with 2021.
    assert "1 sama, di antara 8 yang kategorinya dibandingkan dengan 2019" in page
    page = text(CONTOH, PAGE)
    assert page.index("Kota Contoh naik dua") < page.index("Andai naik satu")


def test_lines_of_years_count_alike() -> None:
    page = text(SULSEL, PAGE)
    assert "hasil diketahui" not in page.partition("Yang berpindah")[0]
    assert "2021 sedikitnya 3 Informatif" in page


def test_every_category_that_sources_name_is_shown() -> None:
    row = text(SULSEL, PAGE).partition("Tiap tahun")[2]
    assert "Menuju Informatif atau" in row and "beberapa" not in row


def test_years_that_do_not_compare_are_marked() -> None:
    assert "≠ skala lain: kategorinya tidak dibandingkan" in text(SULSEL, PAGE)
    assert "≠ syarat kategori lain: kategorinya tidak dibandingkan" in text(CONTOH, PAGE)


def test_editions_of_one_scale_have_no_mark(tmp_path: Path) -> None:
    files: dict[str, str | None] = {"2024/edition.yml": EDITION}
    files["2023/edition.yml"] = EDITION.replace("2024", "2023")
    for year, score in (("2023", 70), ("2024", 90)):
        files[f"{year}/alfa.yml"] = f"region: alfa\nscore: {score}\n"
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    assert "≠" not in text(whole, PAGE)
    assert "Batas kategori 2024 menurut" not in text(whole, "2024/alfa/")


def test_bounds_of_another_stand_beside_the_figures() -> None:
    for id_ in ("bone", "sinjai", "bantaeng", "luwu-utara"):
        page = text(SULSEL, f"2018/{id_}/")
        assert "Batas kategori 2018 menurut Ketua Komisi Informasi Riau" in page
        assert "Skala 2019 lain" in page
    assert "Batas kategori 2019 menurut" not in text(SULSEL, "2019/bone/")


def test_who_is_alike_is_the_nearest_and_near() -> None:
    evaluation = of_year(CONTOH, 2025)
    facts = CONTOH.site.facts.regions(evaluation)
    found = Similar(evaluation, facts, dict)
    alike = 0
    for region in evaluation.regions:
        mine = found._profile(region.id)
        others = {one.id: found._profile(one.id) for one in evaluation.regions if one != region}
        apart = sorted(
            (sum(abs(mine[name] - theirs[name]) for name in mine), id_)
            for id_, theirs in others.items()
            if mine and theirs.keys() == mine.keys()
        )
        near = [id_ for distance, id_ in apart[:FEW] if distance <= ALIKE * len(mine)]
        told = dict(found.of(region)).get(Near.INDICATORS, [])
        assert set(told) <= set(near), region.id
        alike += len(near)
    assert alike, "some are alike"
    assert Near.INDICATORS not in dict(found.of(CONTOH.site.dataset.regions["dongeng"]))


def test_the_order_by_change_is_parted_by_the_edition_compared() -> None:
    address = "2022/kelompok/kabupaten-kota/perubahan/"
    rows = in_order(
        SULSEL.site, SULSEL.site.facts.evaluation(of_year(SULSEL, 2022)).order, "perubahan"
    )
    years = [change.year if (change := item.categories.value) else 0 for item in rows]
    moved = [year for year in years if year]
    assert moved == sorted(moved, reverse=True) and {2021, 2019} <= set(moved)
    told = "Lebih dahulu yang dibandingkan dengan 2021, lalu dengan 2019."
    assert told in text(SULSEL, address)
    assert told not in text(SULSEL, address.replace("perubahan", "nama"))


def test_that_it_took_part_is_told_beside_other_years() -> None:
    for id_, name in (("barru", "Barru"), ("kota-palopo", "Palopo"), ("tana-toraja", "")):
        page = text(SULSEL, f"wilayah/{id_}/")
        assert f"{name} ikut serta pada 2018, tetapi hasilnya belum diketahui" in page
        assert "Hasil 2021–2023 belum diketahui" in page


def test_a_computed_figure_is_not_cited_as_announced() -> None:
    cited = [
        one
        for one in re.findall(r'<p id="kutip-[^>]*>(.*?)</p>', CONTOH.made("2025/khayal/")[1])
        if "dihitung" in one
    ]
    assert len(cited) > 4 and not [one for one in cited if "(diumumkan" in one]
    category = SULSEL.made("2019/bone/")[1]
    announced = SULSEL.site.dataset.evaluations[2019, "kabupaten-kota"].published is not None
    assert ("(diumumkan" in category) is announced, "what was announced has its day"


def test_a_target_is_cited_with_who_set_it() -> None:
    target = CONTOH.site.facts.region(of_year(CONTOH, 2025), "andai").target.known.target
    cited = re.search(r'<p id="kutip-target">(.*?)</p>', CONTOH.made("2025/andai/")[1])
    assert cited and target.by and target.by in unescape(cited[1])
    assert not target.office or target.office in unescape(cited[1])
    assert "(diumumkan" not in cited[1]
