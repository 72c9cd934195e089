"""Pictures: each says in words what it shows, keeps text as text, and is drawn to scale."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import EDITION, ROOT, dataset_of, whole_of, write_results

from generator.facts.model import Category
from generator.pages.charts.bars import Bar, bars
from generator.pages.charts.measures import Measure, measures
from generator.pages.charts.shares import Share, shares
from generator.pages.charts.steps import Step, steps
from generator.pages.charts.strip import Band, Dot, strip
from generator.pages.charts.tiles import Tile, tiles

HOSTILE = "<b>\"R&D\" 'x' *y* _z_ `c` [a](b)</b>"
PICTURES: dict[str, Callable[[str], str]] = {
    "bars": lambda text: bars([Bar(text, 3, text, "rk-fill--1"), Bar("B", 1, "1", "", text)], text),
    "measures": lambda text: measures([Measure(text, Decimal(80), text, Decimal(60))], text),
    "shares": lambda text: shares([Share(1, "rk-fill--1"), Share(2, "", text)], 4, text),
    "steps": lambda text: steps(
        [
            Step(2023, Category(text, 2, 3), "", text),
            Step(2024, Category("B", 0, 3), joined=True),
            Step(2025, None, text),
        ],
        ["B", "C", text],
        text,
    ),
    "strip": lambda text: strip(
        [Dot(Decimal(50), text, own=text), Dot(Decimal(51), text), Dot(Decimal(90), text)],
        [
            Band(Decimal(0), Decimal(40), "0", "rk-fill--2"),
            Band(Decimal(40), Decimal(100), text, "rk-fill--1", text),
        ],
        Decimal(60),
        text,
        text,
    ),
    "tiles": lambda text: tiles(
        [
            Tile(0, 1, text, text, text, "rk-fill--x", None, text),
            Tile(1, 1, text, text, text, "rk-fill--2", Category(text, 1, 3)),
        ],
        text,
    ),
}
"""How each picture is drawn here, with a text wherever it takes one."""

CSS = (ROOT / "generator/theme/assets/rapor/rapor.css").read_text("utf-8")


def drawn(name: str, text: str) -> ElementTree.Element:
    """The picture as a browser reads it; not well-formed is an error."""
    return ElementTree.fromstring(PICTURES[name](text))


def test_every_picture_of_the_folder_is_drawn_here() -> None:
    files = (ROOT / "generator/pages/charts").glob("*.py")
    found = {path.stem for path in files if f"def {path.stem}(" in path.read_text("utf-8")}
    assert found == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_what_it_shows_and_text_stays_text(name: str) -> None:
    picture = drawn(name, HOSTILE)
    assert picture.tag == "svg" and picture.attrib["aria-label"] == HOSTILE
    for item in picture.iter():
        assert item.tag in (
            "svg",
            "a",
            "title",
            "rect",
            "line",
            "circle",
            "text",
            "path",
            "use",
            "defs",
            "g",
        ), item.tag
        assert not [key for key in item.attrib if key == "style" or key.startswith("on")]
    assert "\n" not in PICTURES[name](HOSTILE), "a blank line would end the HTML block"
    assert not re.search(r"[*_`\[\]]", re.sub("<[^>]*>", "", PICTURES[name](HOSTILE)))


@pytest.mark.parametrize("name", PICTURES)
def test_every_class_of_a_picture_is_known_to_the_theme(name: str) -> None:
    used = {one for item in drawn(name, "A").iter() for one in item.get("class", "").split()}
    assert used and all(re.search(rf"\.{one}\b", CSS) for one in used), used


def share(value: str) -> float:
    return float(value.removesuffix("%"))


def test_pictures_are_drawn_to_scale() -> None:
    long, short = (share(item.attrib["width"]) for item in drawn("bars", "A") if item.tag == "rect")
    assert long == pytest.approx(3 * short, abs=0.2)
    shown = [item for item in drawn("measures", "A") if item.attrib.get("class") == "rk-measure"]
    assert [item.attrib["width"] for item in shown] == ["80%"]
    lines = [item for item in drawn("measures", "A") if item.tag == "line"]
    assert [item.attrib["x1"] for item in lines] == ["60%"]


def test_years_stand_at_the_height_of_their_category() -> None:
    picture = drawn("steps", "A")
    worst, best = (item for item in picture if item.tag == "circle")
    assert float(worst.attrib["cy"][:-2]) > float(best.attrib["cy"][:-2])
    assert share(worst.attrib["cx"]) < share(best.attrib["cx"])
    assert sum(item.attrib.get("class") == "rk-way" for item in picture) == 1, "what compares"


def test_scores_that_are_near_lie_one_above_the_other() -> None:
    dots = [item for item in drawn("strip", "A") if item.tag == "circle"]
    own, near, far = dots
    assert [item.attrib["cx"] for item in dots] == ["50%", "51%", "90%"]
    assert near.attrib["cy"] < own.attrib["cy"] == far.attrib["cy"]
    assert own.attrib["class"] == "rk-dot rk-dot--own"


@pytest.mark.parametrize("name", PICTURES)
def test_texts_of_a_picture_never_shrink(name: str) -> None:
    picture = drawn(name, "A")
    assert picture.attrib["width"] == "100%"
    for item in picture.iter():
        assert not {"viewBox", "font-size", "transform"} & set(item.attrib)
        for key in ("x", "x1", "x2", "cx", "width"):
            value = item.attrib.get(key, "0")
            assert value == "0" or value.endswith("%"), (key, value)
        for key in ("y", "y1", "y2", "cy", "r", "height", "dx"):
            value = item.attrib.get(key, "0")
            assert value == "0" or value.endswith(("em", "100%")), (key, value)
    assert "font: .8125rem" in CSS.partition(".rk-page .rk-chart {")[2].partition("}")[0]


def test_a_broad_map_keeps_its_width() -> None:
    tile = Tile(9, 0, "A", "A", "a/", "rk-fill--x", None, "?")
    assert ElementTree.fromstring(tiles([tile], "A")).attrib["width"] == "44.0em"


def test_there_is_no_map_without_places() -> None:
    assert tiles([], "Peta") == ""


def test_a_year_of_another_scale_or_contested_has_no_dot(tmp_path: Path) -> None:
    other = EDITION.replace("2024", "2022").replace("minimum: 90", "minimum: 97")
    two = "{value: Informatif, others: [{value: Menuju Informatif}]}"
    files = {
        "2022/edition.yml": other,
        "2022/alfa.yml": "region: alfa\ncategory: Informatif\nscore: {value: 98, others: [{value: 97}]}\n",
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2023/alfa.yml": f"region: alfa\ncategory: {two}\n",
        "2024/alfa.yml": "region: alfa\nscore: {value: 91, others: [{value: 92}]}\ncategory: Informatif\n",
    }
    page = whole_of(dataset_of(write_results(tmp_path, files))).made("wilayah/alfa/")[1]
    chart = page[page.index('<svg class="rk-chart"') :].partition("</svg>")[0]
    assert chart.count("<circle") == 1 and ">91" not in chart and ">98" not in chart
    assert "2022: Informatif (skala lain)" in chart
    assert "≠ disebut berbeda oleh sumbernya / skala lain." in page


def test_a_year_whose_categories_required_something_else_has_no_dot(tmp_path: Path) -> None:
    asked = EDITION.replace("minimum: 90}", "minimum: 90, requires: [{stage: saq, minimum: 95}]}")
    files = {
        "instruments/k.yml": "title: K\nyear: 2024\nstages: [{id: saq, name: SAQ, weight: 100}]\n",
        "2023/edition.yml": EDITION.replace("2024", "2023"),
        "2023/alfa.yml": "region: alfa\ncategory: Informatif\n",
        "2024/edition.yml": asked + "instrument: k\n",
        "2024/alfa.yml": "region: alfa\ncategory: Informatif\n",
    }
    page = whole_of(dataset_of(write_results(tmp_path, files))).made("wilayah/alfa/")[1]
    assert "2023: Informatif (syarat kategori lain)" in page
    assert "≠ syarat kategori lain." in page
