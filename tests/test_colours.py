"""The colours of categories are told apart by every eye, and by their lightness alone."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import dist

import pytest
from conftest import ROOT

from generator.facts.model import Category
from generator.pages.labels import step
from generator.pages.sight import SIGHTS, TO_XYZ, lab, light, times

CSS = (ROOT / "generator/theme/assets/rapor/rapor.css").read_text("utf-8")

DISTANCE, LIGHTER, LIGHTER_SEEN = 20, 9, 5
"""CIE76 between any two; steps of lightness under normal sight, and under every other."""


def contrast(one: str, other: str) -> float:
    dark, bright = sorted(times(TO_XYZ, light(code))[1] for code in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    """The tokens of each scheme by name."""
    heads = {
        "light": ":root {\n  color-scheme: light;",
        "dark": ':root:not([data-rk-scheme="light"]) {',
        "switched": ':root[data-rk-scheme="dark"] {',
    }
    bodies = {name: CSS.partition(head)[2].partition("}")[0] for name, head in heads.items()}
    return {
        name: dict(re.findall(r"--rk-([\w-]+): (#[0-9a-f]{6});", body))
        for name, body in bodies.items()
    }


SCHEMES = schemes()


@pytest.mark.parametrize("of", range(2, 8))
@pytest.mark.parametrize("scheme", SCHEMES)
def test_categories_are_told_apart_by_every_eye(scheme: str, of: int) -> None:
    colours = [SCHEMES[scheme][step(Category("A", index, of))] for index in range(of)]
    for sight in SIGHTS:
        seen = [lab(colour, sight) for colour in colours]
        least = min(dist(one, other) for one, other in combinations(seen, 2))
        assert least >= DISTANCE, (sight, colours, least)
        # Lighter from best to worst on light paper, darker on dark.
        way = 1 if scheme == "light" else -1
        steps = [way * (after[0] - before[0]) for before, after in pairwise(seen)]
        assert min(steps) >= (LIGHTER if sight == "normal" else LIGHTER_SEEN), (sight, steps)


def test_both_ways_into_the_dark_give_the_same_colours() -> None:
    assert SCHEMES["dark"] == SCHEMES["switched"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_faint_on_the_paper_has_an_outline(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    outlined = [rule for rule in CSS.splitlines() if rule.endswith("/* below 3:1 on the paper */")]
    assert len(outlined) == 2, "labels and pictures"
    for name, colour in tokens.items():
        if re.fullmatch(r"(7-)?[1-7]", name) and contrast(colour, tokens["bg"]) < 3:
            assert all(re.search(rf"--{name}[,)]", rule) for rule in outlined), (name, colour)


def test_a_scale_of_any_length_has_its_colours() -> None:
    for of in (1, *range(8, 15)):
        found = [step(Category("A", index, of)) for index in range(of)]
        assert all(name in SCHEMES["light"] for name in found)
        assert found == sorted(found)


def test_the_measure_of_colours_is_right() -> None:
    """The control: values that are known."""
    assert lab("#ffffff") == pytest.approx((100, 0, 0), abs=0.02)
    assert lab("#ff0000") == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    red, green = lab("#c04040", "deuteranopia"), lab("#708040", "deuteranopia")
    assert dist(red, green) < 30 < dist(lab("#c04040"), lab("#708040"))
