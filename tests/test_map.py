"""Maps of boundaries: neighbours share their borders, names are read and reached, and they weigh little."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import EDITION, dataset_of, whole_of, write_results
from test_browser import browser, served
from test_charts import CSS, HOSTILE

from generator.boundaries import FOLDER
from generator.boundaries.shapes import rings_of
from generator.facts.model import Category
from generator.pages.charts.map import Area, Plan, map_of, plan
from generator.pages.charts.outline import outlines
from generator.pages.map_states import label_of

__all__ = ["browser"]  # the fixture


def codes_of(name: str) -> list[str]:
    found = json.loads((FOLDER / f"{name}.geojson").read_text("utf-8"))
    return [feature["properties"]["code"] for feature in found["features"]]


def planned(name: str, cells: int = 320) -> Plan:
    names = {code: f"Nm {code[-2:]}" for code in codes_of(name)}
    return plan(outlines(rings_of(names), cells), names)


def drawn(plan: Plan, text: str = "A") -> str:
    areas = [
        Area(code, text, text, "rk-fill--2", Category(text, at % 5, 5))
        if at % 3
        else Area(code, text, text, "rk-fill--x", None, "?×∅"[at % 9 // 3])
        for at, code in enumerate(plan.plates)
    ]
    return map_of(plan, areas, text, "arsir")


SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]


def test_shapes_lie_as_they_do() -> None:
    """North is up, east is right; what lies on a line and islands that nobody would see are left out."""
    east = [(x + 1, y) for x, y in SQUARE]
    straight = [(1.0, 0.0), (1.4, 0.0), *east[1:]]
    islet = [(x / 50 + 0.4, y / 50 - 0.4) for x, y in SQUARE]
    found = outlines({"a": [SQUARE, islet], "b": [straight]}, 20)
    assert (found.width, found.height) == (20, 10)
    west, other = found.shapes["a"], found.shapes["b"]
    assert west.middle[0] < other.middle[0] and west.area == other.area == 100
    assert west.path == "M0 10l10 0 0-10-10 0z"
    assert other.path == "M10 10l10 0 0-10-10 0z"


@pytest.mark.parametrize(("name", "cells", "most"), [("63", 320, 3000), ("provinces", 360, 5000)])
def test_a_map_weighs_little_and_its_names_do_not_meet(name: str, cells: int, most: int) -> None:
    drawing = planned(name, cells)
    assert len(gzip.compress(drawn(drawing).encode(), 6)) <= most
    assert not [pair for pair in combinations(drawing.plates.values(), 2) if pair[0].meets(pair[1])]
    for plate in drawing.plates.values():
        assert plate.wide / 2 <= plate.x <= drawing.wide - plate.wide / 2
        assert 13 * plate.wide >= 24


def test_every_province_has_a_map() -> None:
    """What is drawn of each is well-formed, in its frame, and says and links what it should; however
    many regions it has, no name hides another."""
    for path in sorted(FOLDER.glob("[0-9]*.geojson")):
        found = json.loads(path.read_text("utf-8"))["features"]
        names = {one["properties"]["code"]: label_of(one["properties"]["name"]) for one in found}
        drawing = plan(outlines(rings_of(names), 320), names)
        assert drawing.broad or not drawing.crowded, "a map on a phone shows its shapes"
        pairs = combinations(drawing.plates.values(), 2)
        assert not [path for one, other in pairs if one.meets(other)]
        for x, y in (one.middle for one in drawing.outlines.shapes.values()):
            assert 0 <= x <= drawing.outlines.width and 0 <= y <= drawing.outlines.height
        picture = ElementTree.fromstring(drawn(drawing))
        assert len(picture.findall("a/title")) == len(drawing.plates)


def test_an_island_far_from_all_makes_no_map_smaller() -> None:
    far = [(x / 8 + 3, y / 8 + 3) for x, y in SQUARE]
    large = [(x / 2 + 3, y / 2 + 3) for x, y in SQUARE]
    assert outlines({"a": [SQUARE, far], "b": [SQUARE]}, 20).width == 20
    assert outlines({"a": [SQUARE, far], "b": [SQUARE]}, 20).shapes["a"].path.count("M") == 1
    assert outlines({"a": [SQUARE, large], "b": [SQUARE]}, 20).shapes["a"].path.count("M") == 2


def test_a_broad_map_has_whole_names(tmp_path: Path) -> None:
    """Two of one name are told apart: the city says that it is one."""
    found = json.loads((FOLDER / "33.geojson").read_text("utf-8"))["features"]
    regions = "groups: [{id: kabupaten-kota, name: Kabupaten/kota}]\nregions:\n"
    for number, one in enumerate(found):
        code, name = one["properties"]["code"], one["properties"]["name"]
        kind = name.partition(" ")[0].lower()
        regions += f"  - {{id: r{number}, name: {name}, kind: {kind}, group: kabupaten-kota, code: '{code}'}}\n"
    files: dict[str, str | None] = {"regions.yml": regions, "2024/edition.yml": EDITION}
    files |= {"2024/alfa.yml": None, "2024/r0.yml": "region: r0\ncategory: Informatif\n"}
    page = whole_of(dataset_of(write_results(tmp_path, files))).made(
        "2024/kelompok/kabupaten-kota/"
    )[1]
    for name in ("Purbalingga", "Magelang", "Kota Magelang", "Surakarta"):
        assert f">{name}</text>" in page


def test_text_stays_text_and_classes_are_known() -> None:
    shown = planned("63")
    picture = ElementTree.fromstring(
        drawn(replace(shown, names=dict.fromkeys(shown.names, HOSTILE)), HOSTILE)
    )
    assert picture.attrib["aria-label"] == HOSTILE
    assert {item.text for item in picture.iter("title")} == {HOSTILE}
    used = {one for item in picture.iter() for one in item.get("class", "").split()}
    assert not [one for one in used if not re.search(rf"\.{one}\b", CSS)]
    assert not [item for item in picture.iter() if "style" in item.attrib]
    shapes = picture.find("svg")
    assert shapes is not None and not list(shapes.iter("text")), "no text shrinks with the shapes"


@pytest.mark.parametrize(("code", "has"), [("63.02", True), ("63.99", False), (None, False)])
def test_only_a_group_with_all_its_boundaries_has_a_map(
    tmp_path: Path, code: str | None, has: bool
) -> None:
    regions = "groups: [{id: kabupaten-kota, name: Kabupaten/kota}]\nregions:\n"
    for id_, own in (("alfa", "63.01"), ("beta", code)):
        regions += f"  - {{id: {id_}, name: Kabupaten {id_.title()}, kind: kabupaten, group: kabupaten-kota"
        regions += f", code: '{own}'}}\n" if own else "}\n"
    files: dict[str, str | None] = {"regions.yml": regions, "2024/edition.yml": EDITION}
    for id_ in ("alfa", "beta"):
        files[f"2024/{id_}.yml"] = f"region: {id_}\ncategory: Informatif\n"
    whole = whole_of(dataset_of(write_results(tmp_path, files)))
    assert ("rk-map" in whole.page("2024/kelompok/kabupaten-kota/").text) is has


def test_a_reader_chooses_the_map(browser: Any, kalsel: Path) -> None:
    """Squares first on a phone, the map first where there is room; one of them, without script."""
    for width, first in ((360, "squares"), (1280, "land")):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=False
        )
        page = context.new_page()
        with served(kalsel) as address:
            page.goto(f"{address}2024/")
            maps = page.locator(".rk-maps").first
            shown = {name: maps.locator(f"div.rk-maps__{name}") for name in ("squares", "land")}
            assert [name for name, one in shown.items() if one.is_visible()] == [first]
            other = "land" if first == "squares" else "squares"
            maps.locator(f".rk-which__{other}").check(force=True)
            assert [name for name, one in shown.items() if one.is_visible()] == [other]
            box = maps.locator(f".rk-maps__{other} > svg").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            assert "lisensi MIT" in maps.locator("figcaption").text_content()
        context.close()


def test_a_site_draws_its_own_boundaries(tmp_path: Path) -> None:
    """Its map, and whose boundaries they are; a group that the file does not have whole has none."""
    squares = [[[x, 0.0], [x + 1, 0.0], [x + 1, 1.0], [x, 1.0], [x, 0.0]] for x in range(3)]
    features = [
        {
            "type": "Feature",
            "properties": {"code": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for code, ring in zip(("99.01", "99.02", "99.71"), squares, strict=True)
    ]
    file = {"type": "FeatureCollection", "source": "Peta <Contoh>", "license": "CC0"}
    for number, drawn in ((3, True), (2, False)):
        text = json.dumps({**file, "features": features[:number]})
        files = {"boundaries.geojson": text, "2024/alfa.yml": "region: alfa\nscore: 87.45\n"}
        page = whole_of(dataset_of(write_results(tmp_path, files))).made("2024/")[1]
        assert ('rk-tiles rk-map"' in page) is drawn
        assert ("dari Peta &#60;Contoh&#62; (lisensi CC0)." in page) is drawn
