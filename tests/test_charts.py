"""Pictures: each says in words what it shows, keeps text as text, and is drawn to scale."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from conftest import ROOT

from generator.facts.model import Category
from generator.pages.charts.bars import Bar, bars
from generator.pages.charts.columns import columns
from generator.pages.charts.measures import Measure, measures
from generator.pages.charts.tiles import Tile, tiles

HOSTILE = "<b>\"R&D\" 'x' *y* _z_ `c` [a](b)</b>"
PICTURES: dict[str, Callable[[str], str]] = {
    "bars": lambda text: bars([Bar(text, 3, text, "rk-fill--1"), Bar("B", 1, "1", "", text)], text),
    "columns": lambda text: columns((0, 2, 4), Decimal(50), text),
    "measures": lambda text: measures([Measure(text, Decimal(80), text, Decimal(60))], text),
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


def lengths(picture: ElementTree.Element, attribute: str, *classes: str) -> list[float]:
    return [
        float(item.attrib[attribute]) for item in picture if item.attrib.get("class") in classes
    ]


def test_every_picture_of_the_folder_is_drawn_here() -> None:
    files = (ROOT / "generator/pages/charts").glob("*.py")
    found = {path.stem for path in files if f"def {path.stem}(" in path.read_text("utf-8")}
    assert found == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_what_it_shows_and_text_stays_text(name: str) -> None:
    picture = drawn(name, HOSTILE)
    assert picture.tag == "svg" and picture.attrib["aria-label"] == HOSTILE
    for item in picture.iter():
        assert item.tag in ("svg", "a", "title", "rect", "line", "circle", "text", "path"), item.tag
        assert not [key for key in item.attrib if key == "style" or key.startswith("on")]
    assert "\n" not in PICTURES[name](HOSTILE), "a blank line would end the HTML block"
    assert not re.search(r"[*_`\[\]]", re.sub("<[^>]*>", "", PICTURES[name](HOSTILE)))


@pytest.mark.parametrize("name", PICTURES)
def test_every_class_of_a_picture_is_known_to_the_theme(name: str) -> None:
    used = {one for item in drawn(name, "A").iter() for one in item.get("class", "").split()}
    assert used and all(re.search(rf"\.{one}\b", CSS) for one in used), used


def test_pictures_are_drawn_to_scale() -> None:
    long, short = (float(item.attrib["width"]) for item in drawn("bars", "A") if item.tag == "rect")
    assert long == pytest.approx(3 * short, abs=0.2)
    one, other = lengths(drawn("columns", "A"), "height", "rk-measure")
    assert other == pytest.approx(2 * one, abs=0.2)
    shown = drawn("measures", "A")
    (track,) = lengths(shown, "width", "rk-track")
    assert lengths(shown, "width", "rk-measure") == [pytest.approx(track * 0.8, abs=0.1)]
    assert lengths(shown, "x1", "rk-middle") == [pytest.approx(track * 0.6, abs=0.1)]


def test_there_is_no_map_without_places() -> None:
    assert tiles([], "Peta") == ""
