"""Bodies beside each other: by how much one is ahead, who is near whom, the page in a browser."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import BASE, ROOT, dataset_of, whole_of, write_results
from hypothesis import given
from hypothesis import strategies as st
from test_browser import browser, served

from generator.content import PROSE_PAGES, packaged
from generator.facts.beside import Beside, ahead
from generator.facts.similar import Near
from generator.format.site import Publisher
from generator.language import language as language_of
from generator.pages.sought import sought_among
from generator.pages.versus import FOLDER, near_named_in, near_of, piece_number, versus_files
from generator.site import whole_site

__all__ = ["browser"]  # the fixture

CASES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/cases/compare/scores.yml").read_text("utf-8")
)


def sides(case: dict[str, Any]) -> list[Beside | None]:
    found = []
    for at, name in enumerate(("one", "other")):
        flags = [case.get(flag, [False, False])[at] for flag in ("contested", "computed")]
        found.append(Beside(Decimal(case[name]), *flags) if case[name] else None)
    return found


def test_by_how_much_one_is_ahead() -> None:
    for case in CASES:
        found = ahead(*sides(case))
        said = (None if found.points is None else f"{found.points:f}", found.why)
        assert said == (case.get("points"), case.get("why")), case


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=1))
def test_it_is_never_finer_than_the_coarser_and_the_same_both_ways(
    one: Decimal, other: Decimal
) -> None:
    found, back = ahead(Beside(one), Beside(other)), ahead(Beside(other), Beside(one))
    if found.points is None:
        assert found.why == back.why == "finer" and 0 < abs(one - other) < Decimal("0.05")
    else:
        assert found.points == -(back.points or 0)
        assert found.points.as_tuple().exponent == -1
        assert abs(found.points - (one - other)) <= Decimal("0.05")


def scored(*scores: str) -> dict[str, str | None]:
    """Six regencies of one province, with their scores."""
    ids = ("alfa", "beta", "gama", "delta", "eta", "zeta")
    listed = "".join(
        f"  - {{id: {id_}, name: Kabupaten {id_.capitalize()}, kind: kabupaten, group: g}}\n"
        for id_ in ids
    )
    files: dict[str, str | None] = dict.fromkeys(BASE)
    files |= {"2024/edition.yml": BASE["2024/edition.yml"]}
    files["regions.yml"] = f"groups: [{{id: g, name: Kabupaten}}]\nregions:\n{listed}"
    for id_, score in zip(ids, scores, strict=False):
        files[f"2024/{id_}.yml"] = f"region: {id_}\nscore: {score}\n"
    return files


def test_who_is_near_whom(tmp_path: Path) -> None:
    root = write_results(tmp_path, scored("90.00", "80.00", "70.00", "60.00", "50.00", "40.00"))
    site = whole_of(dataset_of(root)).site
    found = {
        id_: {why: [one for one, _ in others] for why, others in near_of(site, region)}
        for id_, region in site.dataset.regions.items()
    }
    assert found["beta"][Near.RANK] == ["alfa", "gama"]
    assert found["alfa"][Near.RANK] == ["beta"]
    for id_, near in found.items():
        named = [one for others in near.values() for one in others]
        assert id_ not in named and len(named) == len(set(named))
        assert set(near) <= {Near.RANK, Near.KIND}, "no other reason is known here"


def test_of_unknown_ranks_nobody_is_near_in_the_ranking(tmp_path: Path) -> None:
    root = write_results(tmp_path, scored("90.00", "80.00"))
    site = whole_of(dataset_of(root)).site
    assert Near.RANK not in dict(near_of(site, site.dataset.regions["alfa"]))


def test_each_edition_names_those_near_in_it_and_no_figure_of_another(tmp_path: Path) -> None:
    """The ranking of 2024 is that of its own page; the page of 2025, without ranks, has only the
    categories of the year before, and that of the first edition none."""
    files = scored("90.00", "80.00", "70.00", "60.00", "50.00", "40.00")
    scale = "scale: {categories: [{name: Baik, minimum: 75}, {name: Kurang, minimum: 0}]}\n"
    plain = "year: 2024\ntitle: E\norganizer: K\nstatus: final\n"
    files["2024/edition.yml"] = plain + scale
    files["2025/edition.yml"] = plain.replace("2024", "2025") + scale
    files |= {f"2025/{id_}.yml": f"region: {id_}\nscore: 70.00\n" for id_ in ("alfa", "zeta")}
    site = whole_of(dataset_of(write_results(tmp_path, files))).site
    evaluations, alfa = site.dataset.evaluations, site.dataset.regions["alfa"]
    first, second = (
        dict(near_named_in(site, evaluations[year, "g"], alfa)) for year in (2024, 2025)
    )
    assert [id_ for id_, _ in first["Berdekatan peringkatnya pada 2024"]] == ["beta"]
    assert not [why for why in first if why.startswith("Sekategori")], "nothing was before"
    assert not [why for why in second if "peringkat" in why], "no rank of 2025 is known"
    assert set(second) - {"Sejenis"} == {"Sekategori pada 2024"}
    category = site.facts.region(evaluations[2024, "g"], "alfa").category.known
    for id_, _region in second["Sekategori pada 2024"]:
        then = site.facts.region(evaluations[2024, "g"], id_)
        assert then.category.known.name == category.name


def test_the_field_names_only_kinds_that_the_site_has() -> None:
    language = language_of("id")
    for kinds, told in (
        ({"provinsi"}, "provinsi"),
        ({"kota", "kabupaten"}, "kabupaten atau kota"),
        ({"kabupaten", "kota", "opd"}, "kabupaten, kota, atau badan publik"),
        ({"opd"}, "badan publik"),
    ):
        assert sought_among(language, kinds) == told


def test_borders_come_from_the_map(kalsel: Path) -> None:
    site = whole_of(dataset_of(ROOT / "results")).site
    near = dict(near_of(site, site.dataset.regions["balangan"]))
    assert "hulu-sungai-utara" in [id_ for id_, _region in near[Near.MAP]]


def test_each_body_is_in_the_piece_that_a_browser_reads(tmp_path: Path) -> None:
    root = write_results(tmp_path, scored("90.00"))
    site = whole_of(dataset_of(root)).site
    files = versus_files(site)
    for id_ in site.dataset.regions:
        piece = json.loads(files[f"{FOLDER}{piece_number(id_, len(files))}.json"]())
        year = piece[id_]["m"][0]["2024"]
        assert year["h"] == int(id_ == "alfa") and (year["h"] or year["w"] == "belum diketahui")


def test_the_page_beside_its_group(contoh: Path) -> None:
    """Score and indicators beside medians; what is said of the two follows from both."""
    text = (contoh / "bandingkan/rekaan-utara/index.html").read_text("utf-8")
    assert "Median" in text and '<th scope="row"' in text
    assert "lebih tinggi" in text or "lebih rendah" in text


def test_comparing_in_a_browser(browser: Any, kalsel: Path, contoh: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with served(kalsel) as address:
        # Two at the third tap: the article, who is beside it; or the menu, the name, the next name.
        page.goto(f"{address}2025/balangan/")
        page.locator(".rk-near a").first.click()
        page.locator(".rk-versus__fact").first.wait_for()
        assert "wilayah=balangan," in page.url
        page.goto(f"{address}bandingkan/?wilayah=balangan,tabalong")
        page.locator(".rk-versus__fact").first.wait_for()
        told = page.locator(".rk-versus").inner_text()
        assert "Balangan lebih tinggi satu kategori" in told
        assert told.index("skor Balangan belum diketahui") < told.index("Hasil 2025")
        assert "80,00" in told and "poin" not in told, (
            "of a score that is not known nothing follows"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.mouse.wheel(0, 300)
        assert page.locator(".rk-versus__head").bounding_box()["y"] >= 0
        field = page.locator(".rk-choose input")
        field.click()
        page.keyboard.type("banjarba")
        page.wait_for_function(
            "(document.querySelector('[role=option]') || document.body).textContent.startsWith('Kota Banjarbaru')"
        )
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/bandingkan/?wilayah=balangan,tabalong,kota-banjarbaru")
        page.locator(".rk-versus--3").wait_for()
        page.locator(".rk-versus__away").first.click()
        page.wait_for_url("**/bandingkan/?wilayah=tabalong,kota-banjarbaru")
        page.goto(f"{address}bandingkan/?wilayah=balangan,provinsi-banten,tidak-ada")
        page.get_by_text("bukan satu kelompok").wait_for()
        assert page.get_by_text("“tidak-ada” tidak dikenal").is_visible()
        assert page.locator(".rk-versus__fact").count() == 0
        for case in CASES:
            given_ = [
                [f"{one.value:f}", 2 if one.contested else int(one.computed)] if one else "?"
                for one in sides(case)
            ]
            found = page.evaluate("([one, other]) => window.raporAhead(one, other)", given_)
            assert found == [case.get("points"), case.get("why")], case
    with served(contoh) as address:
        page.goto(f"{address}bandingkan/?wilayah=kota-contoh,rekaan-utara")
        page.locator(".rk-versus__fact").first.wait_for()
        assert page.locator(".rk-versus__fact").count() > 3, "indicators too"
        assert "poin" in page.locator(".rk-versus").inner_text()
        context = browser.new_context(java_script_enabled=False)
        still = context.new_page()
        still.goto(f"{address}bandingkan/?wilayah=kota-contoh,rekaan-utara")
        still.get_by_role("link", name="Kota Contoh").first.click()
        assert still.url == f"{address}bandingkan/kota-contoh/"
        assert still.get_by_role("heading", level=1).is_visible()
        context.close()
    page.close()
    assert errors == []


@pytest.mark.parametrize("options", ["find", "compare"])
def test_both_can_be_switched_off(options: str, tmp_path: Path) -> None:
    prose = {name: packaged("kip", name) for name in PROSE_PAGES}
    dataset = dataset_of(write_results(tmp_path, {}))
    whole = whole_site(dataset, "Contoh", Publisher(), prose, **{options: False})
    folders = {"find": "data/cari/", "compare": "data/banding/"}
    assert not [path for path in whole.files if path.startswith(folders[options])]
    assert ("bandingkan/" in whole.makers) == (options != "compare")
    assert all("data-first" not in whole.page(one).text for one in whole.makers) == (
        options == "find"
    )
    assert "bandingkan/" in whole.page("2024/alfa/").text or options == "compare"
