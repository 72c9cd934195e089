"""What ``rapor check`` advises: each piece where there is cause, and none where there is not."""

from __future__ import annotations

from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, write_results, write_site
from test_colours import DISTANCE, SCHEMES, lab

from generator.advice.shown import advice
from generator.cli import main
from generator.facts.model import Category
from generator.format.problems import Problems
from generator.pages.labels import step
from generator.pages.sight import tokens, too_alike
from generator.settings import read_settings

ADDRESS = "site_url: https://contoh.id/\nplugins: [rapor]\n"


LINKED = EDITION.replace("Hasil evaluasi}", "Hasil evaluasi, url: https://contoh.id/p}")
"""The sample's edition with a source that readers can open."""


def told(folder: Path, files: dict[str, str | None]) -> list[str]:
    site = write_site(folder, {"2024/edition.yml": LINKED} | files, ADDRESS)
    settings = read_settings(site, Problems())
    return [one.text() for one in advice(settings, dataset_of(site / "results"))]


def test_a_sample_with_an_address_needs_no_advice(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


def test_advice_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    assert main(["--messages", "en", "check", str(site)]) == 0
    assert "Advice: write site_url in mkdocs.yml" in capsys.readouterr().out


def test_data_without_a_site_are_not_asked_for_its_address(tmp_path: Path) -> None:
    write_results(tmp_path, {"2024/edition.yml": LINKED})
    settings = read_settings(tmp_path, Problems())
    assert not list(advice(settings, dataset_of(tmp_path / "results")))


@pytest.mark.parametrize(
    ("names", "advised"),
    [
        (("Misal Hulu", "Misal Hilir"), "petak Kabupaten Misal Hulu dan Kabupaten Misal Hilir"),
        (("Misal Hulu, also: [Hulu]", "Misal Hilir"), ""),
        (("A, also: [Nama yang panjang sekali]", "B"), "label petak Kabupaten A"),
        (("A, also: [Kalteng]", "B"), ""),
    ],
)
@pytest.mark.parametrize("column", [1, 9])
def test_labels_of_tiles(names: tuple[str, str], advised: str, column: int, tmp_path: Path) -> None:
    regions = "groups: [{id: g, name: Kabupaten}]\nregions:\n" + "".join(
        f"  - {{id: r{at}, kind: kabupaten, group: g, tile: [{at * column}, 0], name: Kabupaten {name}}}\n"
        for at, name in enumerate(names)
    )
    results = "region: r0\nscore: 80\n"
    files = {"regions.yml": regions, "2024/alfa.yml": None, "2024/r0.yml": results}
    found = told(tmp_path, dict(files))
    assert len(found) == bool(advised) and all(advised in one for one in found), found


def test_tiles_of_two_groups_share_no_map(tmp_path: Path) -> None:
    regions = (
        "groups: [{id: g, name: Kabupaten}, {id: h, name: Kota}]\nregions:\n"
        "  - {id: a, kind: kabupaten, group: g, tile: [0, 0], name: Kabupaten Misal}\n"
        "  - {id: b, kind: kota, group: h, tile: [0, 0], name: Kota Misal}\n"
    )
    files = {"regions.yml": regions, "2024/alfa.yml": None, "2024/a.yml": "region: a\nscore: 80\n"}
    assert told(tmp_path, dict(files)) == []


def test_sources_without_an_address_are_counted_and_named(tmp_path: Path) -> None:
    sources = ", ".join(
        f"{{id: s{at}, title: Sumber {at}{', url: https://a.id/' * (at == 0)}}}" for at in range(5)
    )
    edition = EDITION.replace("[{id: koran, title: Hasil evaluasi}]", f"[{sources}]")
    (found,) = told(tmp_path, {"2024/edition.yml": edition})
    assert found.startswith("Saran: 4 sumber edisi 2024 tanpa url") and "s1, s2, s3, …" in found


def coloured(*colours: str) -> str:
    last = len(colours) - 1
    steps = [
        f"{{name: K{at}, minimum: {20 * (last - at)}{', color: ' * bool(one)}{one and repr(one)}}}"
        for at, one in enumerate(colours)
    ]
    return LINKED.partition("scale:")[0] + f"scale: {{categories: [{', '.join(steps)}]}}\n"


@pytest.mark.parametrize(
    ("colours", "pairs"),
    [
        (("#034a39", "#1066ab", "#937e15", "#dd896d", "#e3b5c1"), []),
        (("#c04040", "#40a040", "#000000"), ["K0 dan K1"]),  # red and green of one lightness
        (("#000000", "#ffffff"), []),
        (("#000000", "#0a0a0a"), ["K0 dan K1"]),
        (("#034a39", "", ""), ["K0 dan K2"]),  # in the dark
        (
            ("", "#034a39", ""),
            ["K0 dan K1", "K1 dan K2"],
        ),  # the colour that the best category has in the light
    ],
)
def test_colours_that_some_eye_takes_for_one_another(
    colours: tuple[str, ...], pairs: list[str], tmp_path: Path
) -> None:
    edition = coloured(*colours)
    alfa = "region: alfa\ncategory: K0\n"
    found = told(tmp_path, {"2024/edition.yml": edition, "2024/alfa.yml": alfa})
    assert len(found) == len(pairs), found
    assert all(pair in one for pair, one in zip(pairs, found, strict=True)), found


@pytest.mark.parametrize("of", range(2, 8))
def test_the_colours_of_the_theme_need_no_advice(of: int) -> None:
    assert tokens() == (SCHEMES["light"], SCHEMES["dark"])
    for scheme in tokens():
        colours = [scheme[step(Category("A", at, of))] for at in range(of)]
        assert list(too_alike(colours)) == []


def test_two_measures_of_colours_agree() -> None:
    colours = [
        f"#{red}{green}{blue}"
        for red in ("20", "c0")
        for green in ("20", "90")
        for blue in ("30", "d0")
    ]
    near = {
        (one, other)
        for one, other in combinations(range(len(colours)), 2)
        if any(
            dist(lab(colours[one], sight), lab(colours[other], sight)) < DISTANCE
            for sight in ("normal", "protanopia", "deuteranopia", "tritanopia")
        )
    }
    assert near and near <= {(one, other) for one, other, _ in too_alike(colours)}


def test_the_example_sites_have_labels_that_fit() -> None:
    root = Path(__file__).parent.parent
    for folder in (root, *sorted(path.parent for path in root.glob("examples/*/mkdocs.yml"))):
        settings = read_settings(folder, Problems())
        found = [one.text() for one in advice(settings, dataset_of(folder / "results"))]
        assert not [one for one in found if "petak" in one or "warna" in one], folder
