"""What full points would give, against scores recomputed from the YAML, and as the browser computes it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from fractions import Fraction
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recomputed import CASES, category, comma, exactly, rounded
from test_browser import browser
from test_csp import Visit, guarded
from test_questionnaire import set_answer, set_line, site

from generator.evaluation.trial import Sums

__all__ = ["browser"]  # the fixture

LATEST = sorted({region: year for year, region in CASES if exactly(year, region)[2]}.items())
"""The latest edition of each region in which it has a final score."""

small = st.integers(0, 12)
rows = st.lists(st.tuples(small, small), min_size=1, max_size=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows, st.tuples(small, small))
def test_shortest_lists_are_those_of_brute_force(
    adds: list[tuple[int, int]], least: tuple[int, int]
) -> None:
    names = tuple(f"q{at}" for at in range(len(adds)))
    sums = Sums(names, 1, (0, 0), tuple(adds), (least,))
    expected: list[tuple[int, ...]] = []
    for size in range(1, len(adds) + 1):
        expected = [
            chosen
            for chosen in combinations(range(len(adds)), size)
            if sums.outcome(chosen)[1] == 0
        ]
        if expected:
            break
    assert sums.shortest(0, 3) == expected[:3]


def test_a_search_that_takes_too_long_is_given_up() -> None:
    adds = tuple((2 * at, 400 - 2 * at) for at in range(200))
    sums = Sums(tuple(map(str, range(200))), 1, (0, 0), adds, ((19_999, 20_001),))
    assert sums.shortest(0, 3) in (None, [])


class Page:
    """What a page gives for the sums, and what they are by it, in Python."""

    def __init__(self, html: str) -> None:
        self.html = html[html.index("<h2", html.index("Bila poinnya penuh") - 200) :]
        box = self.html.partition("<fieldset")[2].partition("</fieldset>")[0]
        self.unit, self.now = self._of("unit", box)[0][0], self._of("now", box)[0]
        self.adds, self.least = self._of("adds", box), self._of("least", box)
        self.names = re.findall(r'data-least="[^"]*"[^>]*>.*?</svg>([^<]+)</span>', box)
        self.asked = [unescape(one) for one in re.findall(r"<span>([^<]+)</span>\s*<b>", box)]

    def _of(self, name: str, box: str) -> list[list[int]]:
        found = re.findall(rf'data-{name}="([^"]*)"', box)
        return [[int(number) for number in one.split(" ")] for one in found]

    def outcome(self, chosen: Sequence[int]) -> tuple[Fraction, str]:
        sums = [sum(one) for one in zip(self.now, *(self.adds[at] for at in chosen), strict=True)]
        name = next(
            name
            for name, least in zip(self.names, self.least, strict=True)
            if all(one >= bound for one, bound in zip(sums, least, strict=True))
        )
        return Fraction(sums[0] // self.unit, 100), name


def questions(year: int) -> dict[str, str]:
    """The ids of questions by their text."""
    from recomputed import questions_of

    return {one["text"]: id_ for id_, one in questions_of(year).items()}


@pytest.mark.parametrize(("region", "year"), LATEST)
def test_any_choice_gives_what_those_answers_would(region: str, year: int, contoh: Path) -> None:
    html = (contoh / f"wilayah/{region}/index.html").read_text("utf-8")
    if category(year, region) == "Informatif":
        assert "rk-try" not in html
        return
    page, ids = Page(html), questions(year)
    assert page.html.index(f"Bila poinnya penuh pada {year}") < 200
    chance = random.Random(f"{region}{year}")
    every = range(len(page.asked))
    for size in (0, 1, 1, 2, 3, len(page.asked)):
        chosen = sorted(chance.sample(every, min(size, len(page.asked))))
        full = [ids[page.asked[at]] for at in chosen]
        final = exactly(year, region, full)[2]
        assert final is not None
        assert page.outcome(chosen) == (Fraction(rounded(final)), category(year, region, full))


@pytest.mark.parametrize(("region", "year"), LATEST)
def test_the_lists_are_the_shortest(region: str, year: int, contoh: Path) -> None:
    html = (contoh / f"wilayah/{region}/index.html").read_text("utf-8")
    if "rk-try" not in html:
        return
    page, ids = Page(html), questions(year)
    better = page.names[page.names.index(category(year, region)) - 1]
    told_lists = re.findall(r"<li>[^<]*menjadi ([\d,]+)<ul>(.*?)</ul>", page.html)
    shown = [one for one, _ in told_lists]
    lists = [re.findall(r"pertanyaan/([\w-]+)/", one) for _, one in told_lists]
    none = re.search(r"tidak cukup untuk kategori|skornya ([\d,]+), tetapi kategori", page.html)
    assert bool(lists) != bool(none)
    if none and none[1]:  # points alone would do
        final = exactly(year, region, [ids[asked] for asked in page.asked])[2]
        assert final is not None and none[1] == comma(rounded(final))
        assert re.search(r"tahap Visitasi sedikitnya 80 \(7\d,\d\d\)", page.html)
    for told, full in zip(shown, lists, strict=True):
        assert page.names.index(category(year, region, full)) <= page.names.index(better)
        final = exactly(year, region, full)[2]
        assert final is not None and told.endswith(comma(rounded(final)))
    sizes = {len(full) for full in lists}
    assert len(sizes) <= 1
    shorter = sizes.pop() - 1 if sizes else len(page.asked)
    for chosen in combinations(range(len(page.asked)), min(shorter, 2)):
        full = [ids[page.asked[at]] for at in chosen]
        assert page.names.index(category(year, region, full)) > page.names.index(better)


def test_there_is_no_trial_where_nothing_is_certain(tmp_path: Path) -> None:
    other = set_line("score", "score: {value: 70, note: Menurut keputusan.}")
    unknown = set_answer("kanal", "{self: tidak}")
    announced = set_line("category", "category: {value: Informatif, note: Menurut keputusan.}")
    whole = site(
        tmp_path,
        {"2025/andai.yml": other, "2025/umpama.yml": unknown, "2025/khayal.yml": announced},
    )
    for region in ("andai", "khayal"):
        assert "rk-try" not in whole.made(f"wilayah/{region}/")[1], region
    assert "Bila poinnya penuh pada 2024" in whole.made("wilayah/umpama/")[1]  # its last result
    assert "rk-try" in whole.made("wilayah/dongeng/")[1]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_browser_computes_it_by_the_keyboard(browser: Any, contoh: Path, width: int) -> None:
    """Under the policy of the README, each box ticked one after the other with the space bar."""
    with guarded(contoh) as address:
        visit = Visit(browser, viewport={"width": width, "height": 800})
        for region, year in (("dongeng", 2025), ("kota-angan", 2025)):
            assert visit.to(f"{address}wilayah/{region}/") == []
            page, ids = visit.page, questions(year)
            boxes = page.locator(".rk-try input")
            asked = page.locator(".rk-try label span").all_inner_texts()
            output = page.locator(".rk-try output")
            assert boxes.count() == len(asked) > 3
            boxes.first.focus()
            full: list[str] = []
            for at, text in enumerate(asked):
                assert boxes.nth(at).evaluate("box => box === document.activeElement")
                page.keyboard.press("Space")
                page.keyboard.press("Tab")
                full.append(ids[text])
                final = exactly(year, region, full)[2]
                assert final is not None
                told = f"{comma(rounded(final))} {category(year, region, full)}"
                assert " ".join(output.inner_text().split()) == told
            page.locator(".rk-try label").first.click()
            final = exactly(year, region, full[1:])[2]
            assert final is not None and comma(rounded(final)) in output.inner_text()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert visit.said == [] and visit.page.evaluate("window.refused") == []
        visit.context.close()


def test_without_script_the_lists_stand_there(browser: Any, contoh: Path) -> None:
    with guarded(contoh) as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}wilayah/dongeng/")
        assert not page.locator(".rk-try").is_visible()
        assert page.get_by_text("81,04 + 8,00 menjadi 89,04").is_visible()
        context.close()
