"""Pictures and the tables with the same values, as they are heard: from the accessibility tree alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from recomputed import comma, rows_of
from test_browser import browser, served
from test_look import below, heard, tree_of

__all__ = ["browser"]  # the fixture

OPEN = "document.querySelectorAll('main details, article details').forEach(d => { d.open = true; })"
Table = tuple[str, list[dict[str, str]]]


class Heard:
    """A page as it is heard, all that it folds away opened: what its pictures say, and its tables."""

    def __init__(self, page: Any, url: str) -> None:
        page.goto(url)
        page.evaluate(OPEN)
        self.tree = tree_of(page)
        self.root = next(iter(self.tree.values()))
        self.pictures = [
            str(node["name"]["value"])
            for node in below(
                self.tree, self.root, ("img", "image", "group", "graphics-document", "SvgRoot")
            )
            if node.get("name", {}).get("value")
        ]
        self.tables = dict(self._tables())

    def _tables(self) -> Iterator[Table]:
        for table in below(self.tree, self.root, ("table",)):
            rows = list(below(self.tree, table, ("row",)))
            names = [heard(self.tree, one) for one in below(self.tree, rows[0], ("columnheader",))]
            cells = [list(below(self.tree, row, ("cell", "rowheader"))) for row in rows[1:]]
            yield (
                str(table.get("name", {}).get("value", "")),
                [
                    dict(zip(names, (heard(self.tree, one).strip() for one in row), strict=True))
                    for row in cells
                    if len(row) == len(names)
                ],
            )

    def table(self, name: str) -> list[dict[str, str]]:
        return next(rows for told, rows in self.tables.items() if name in told)

    def picture(self, name: str) -> str:
        return next(told for told in self.pictures if name in told)

    def maps(self, page: Any) -> Iterator[list[str]]:
        """What the links of each map say: where there are two kinds, each one after it was chosen."""
        chosen = [page.locator(f".rk-maps .rk-which__{one}") for one in ("land", "squares")]
        if not chosen[0].count():
            if links := self.links("Peta petak "):
                yield links
            return
        for which, name in zip(chosen, ("Peta ", "Peta petak "), strict=True):
            which.check(force=True)
            self.tree = tree_of(page)
            self.root = next(iter(self.tree.values()))
            yield self.links(name)

    def links(self, name: str) -> list[str]:
        """What the links of a picture of links say."""
        for group in below(self.tree, self.root, ("group", "graphics-document", "SvgRoot")):
            if name in str(group.get("name", {}).get("value", "")):
                return [str(one["name"]["value"]) for one in below(self.tree, group, ("link",))]
        return []


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("name", "regions"),
    [("kalsel", ["balangan", "tapin"]), ("contoh", ["andai", "khayal"]), ("banten", ["lebak"])],
)
def test_the_years_of_an_article(
    page: Any, name: str, regions: list[str], request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(name)
    data = {
        path.stem.removeprefix("hasil-"): {row["region"]: row for row in rows_of(path)}
        for path in (built / "data").glob("hasil-????.csv")
    }
    with served(built) as address:
        for region in regions:
            newest = max(year for year, found in data.items() if region in found)
            found = Heard(page, f"{address}{newest}/{region}/")
            told = found.picture("Kategori ")
            rows = found.table("dari tahun ke tahun")
            assert len(rows) > 1 and [row["Tahun"] for row in rows] == sorted(
                (row["Tahun"] for row in rows), reverse=True
            )
            for row in rows:
                given = data[row["Tahun"]][region]
                known = given["category"] and "(" not in row["Kategori"]
                assert not known or row["Kategori"] == given["category"], (region, row)
                assert given["category"] in row["Kategori"]
                if given["score"]:
                    assert row["Skor"] == comma(given["score"]), (region, row)
                else:  # the words of its state, or all that were published
                    assert row["Skor"] and (
                        "atau" in row["Skor"] or not re.search(r"\d", row["Skor"])
                    )
                assert f"{row['Tahun']}: {row['Kategori']}" in told


def test_the_indicators_of_an_article(page: Any, contoh: Path) -> None:
    with served(contoh) as address:
        for year in ("2023", "2025"):
            data = rows_of(contoh / f"data/indikator-{year}.csv")
            for region in ("andai", "kota-contoh"):
                found = Heard(page, f"{address}{year}/{region}/")
                rows = found.table("Skor indikator")
                given = {
                    row["indicator_name"]: row["score"] for row in data if row["region"] == region
                }
                assert {row["Indikator"]: row["Skor"] for row in rows} == {
                    name: comma(score) for name, score in given.items()
                }
                told = found.picture("Skor tiap indikator")
                for row in rows:
                    assert f"{row['Indikator']} {row['Skor']}" in told
                    assert f"median kabupaten/kota {row['Median']}" in told


def test_where_a_body_stands_among_its_group(page: Any, contoh: Path, kalsel: Path) -> None:
    """All scores of the group, its own named in words inside the picture; none where one is unknown."""
    with served(contoh) as address:
        for year, region in (("2025", "kota-contoh"), ("2024", "andai")):
            rows = [row for row in rows_of(contoh / f"data/hasil-{year}.csv") if row["score"]]
            given = {row["region"]: f"{row['name']} {comma(row['score'])}" for row in rows}
            found = Heard(page, f"{address}{year}/{region}/")
            told = found.picture("Sebaran skor").partition(": ")[2].partition("; median ")[0]
            assert sorted(told.split("; ")) == sorted(given.values())
            own = page.locator(".rk-strip > .rk-dot--own, .rk-strip a:has(.rk-dot--own)")
            assert own.text_content() == given[region]
            words = page.locator(".rk-strip > text").first
            assert words.text_content() == f"di sini: {given[region].split()[-1]}"
            assert words.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 13
            for width in (320, 360, 768, 1280):
                page.set_viewport_size({"width": width, "height": 740})
                picture = page.locator(".rk-strip").bounding_box()
                box = words.bounding_box()
                assert box["x"] >= picture["x"] - 1
                assert box["x"] + box["width"] <= picture["x"] + picture["width"] + 1
                assert width > 400 or picture["y"] > 740  # the answer comes first
    with served(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        assert not page.locator(".rk-strip").count() and page.locator(".rk-ladder").count()


def test_the_scores_of_an_indicator(page: Any, contoh: Path) -> None:
    data = rows_of(contoh / "data/indikator-2025.csv")
    with served(contoh) as address:
        found = Heard(page, f"{address}2025/indikator/digitalisasi/")
    given = {row["name"]: comma(row["score"]) for row in data if row["indicator"] == "digitalisasi"}
    rows = found.table("Skor Digitalisasi")
    assert {row["Kabupaten/kota"]: row["Skor"] for row in rows} == given
    told = found.picture("Sebaran skor")
    assert all(f"{name} {score}" in told for name, score in given.items())


@pytest.mark.parametrize("name", ["contoh", "kalsel", "banten"])
def test_the_categories_of_a_group(page: Any, name: str, request: pytest.FixtureRequest) -> None:
    """Bars beside their table, and maps: each region by its category or what is the case instead.

    On the pages of the two newest years.
    """
    built: Path = request.getfixturevalue(name)
    pictures = maps = 0
    with served(built) as address:
        newest = sorted(built.glob("2???/kelompok"))[-2:]
        for path in sorted(path for year in newest for path in year.glob("*/index.html")):
            year, group = path.parts[-4], path.parts[-2]
            found = Heard(page, f"{address}{year}/kelompok/{group}/")
            data = [
                row for row in rows_of(built / f"data/hasil-{year}.csv") if row["group"] == group
            ]
            by_name = {row["name"]: row for row in data}
            for links in found.maps(page):
                maps += 1
                said_of = dict(told.split(": ", 1) for told in links)
                assert len(said_of) == len(links) > 0, (path, links)
                for region, said in said_of.items():
                    category = by_name[region]["category"]
                    assert said == category if category else said not in ("", category)
            told = next((one for one in found.pictures if one.startswith("Sebaran kategori")), "")
            bars = re.findall(r"(?:: |, )(\D+?) (≥ )?(\d+)(?=,|$)", told)
            if not bars or "Angka ringkas" not in " ".join(found.tables):
                continue
            pictures += 1
            rows = {row["Angka"]: row["Nilai dan asalnya"] for row in found.table("Angka ringkas")}
            for category, least, number in bars:
                cell = next(
                    v for k, v in rows.items() if category.lower() == k.lstrip("? ").lower()
                )
                assert re.match(f"{'sedikitnya ' * bool(least)}{number}(?!\\d)", cell), (
                    path,
                    category,
                )
                counted = sum(row["category"] == category for row in data)
                assert category == "Belum diketahui" or counted <= int(number)
                if not least and category != "Belum diketahui" and "dihitung" in cell:
                    assert counted == int(number), (path, category)
    assert pictures and maps


def test_what_stays_in_view_covers_nothing(page: Any, contoh: Path) -> None:
    """On a wide screen, wherever an article is scrolled to, no part of its side column lies on another."""
    with served(contoh) as address:
        page.goto(f"{address}2025/andai/")
        for top in range(0, 1500, 300):
            page.evaluate(f"window.scrollTo(0, {top})")
            boxes = page.evaluate(
                "[...document.querySelectorAll('.rk-side')].map(one => one.getBoundingClientRect())"
                ".map(box => [box.top, box.bottom])"
            )
            assert len(boxes) == 2 and boxes[0][1] <= boxes[1][0], (top, boxes)
