"""What the eye is given: step signs, marks, rankings on a phone, and the unknown said once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest
from conftest import EDITION, dataset_of, whole_of, write_results
from test_browser import browser, served

from generator.facts.model import Category
from generator.language.states import STATES
from generator.pages.signs import step_sign
from generator.site import Whole

__all__ = ["browser"]  # the fixture

SITES = ("kalsel", "banten", "sulsel", "contoh", "ikip")
MOST = 6
"""How often a page may say outside its sentences what is not known or not published."""


def site(folder: Path, more: str = "", **files: str) -> Whole:
    named: dict[str, str | None] = {f"2024/{name}.yml": content for name, content in files.items()}
    edition: dict[str, str | None] = {"2024/edition.yml": EDITION + more}
    return whole_of(dataset_of(write_results(folder, edition | named)))


@pytest.mark.parametrize(("index", "of"), [(0, 5), (4, 5), (1, 3), (6, 7), (0, 1)])
def test_a_step_sign_has_a_bar_for_each_category(index: int, of: int) -> None:
    sign = step_sign(Category("A", index, of))
    on, *off = re.findall(r'd="([^"]*)"', sign)
    assert on.count("M") == of - index
    assert sum(part.count("M") for part in off) == index
    assert 'aria-hidden="true"' in sign


def test_a_category_is_never_a_colour_alone(tmp_path: Path) -> None:
    whole = site(tmp_path)
    for address in ("", "2024/", "2024/alfa/", "wilayah/", "wilayah/alfa/"):
        page = whole.made(address)[1]
        labels = re.findall(r'<span class="rk-cat[^>]*>(.*?)</span>', page)
        assert labels, address
        for label in labels:
            assert label.startswith('<svg class="rk-step"') and label.endswith("Informatif"), (
                address
            )


def test_those_of_whom_nothing_is_known_are_named_once(tmp_path: Path) -> None:
    page = site(tmp_path, "absent: [kota-gama]\n").made("2024/")[1]
    table, after = page.split("</table>")[:2]
    assert "Kabupaten Beta" not in table and page.count("Kabupaten Beta</a>") == 1
    assert "1 kabupaten/kota: hasil 2024 belum diketahui dari sumber situs ini." in after
    row = table.split('scope="row"')[-1]
    assert "Gama" in row and "tidak ikut serta" in row


def test_what_is_withheld_is_not_folded_with_what_is_unknown(tmp_path: Path) -> None:
    page = site(tmp_path, beta="region: beta\nscore: {not_published: true}\n").made("2024/")[1]
    told = [re.sub("<[^>]*>", "", one) for one in re.findall("<summary>(.*?)</summary>", page)]
    assert any("skor tidak dipublikasikan" in one and one.startswith("?") for one in told), told
    assert any("hasil 2024 belum diketahui" in one for one in told), told


@pytest.mark.parametrize("listed", ["absent", "not_assessed", "not_returned"])
def test_a_map_calls_each_state_its_own(tmp_path: Path, listed: str) -> None:
    page = site(tmp_path, f"{listed}: [beta]\n").made("")[1]
    state = STATES[listed.replace("_", "-")]
    (caption,) = re.findall(r"<figcaption>(.*?)</figcaption>", page)
    assert f"{state.mark} {state.word}." in caption
    assert "belum diketahui" not in caption and "Bergaris" not in caption
    assert f"<title>Kabupaten Beta: {state.word}</title>" in page


def said_outside_sentences(element: Any) -> Iterator[str]:
    """The visible text of an element without paragraphs of reports and notes; details stay closed."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    classes = (element.get("class") or "").split()
    sentence = tag == "p" and "rk-small" not in classes
    if tag in ("script", "style", "title") or sentence or "rk-said" in classes:
        return
    yield element.text or ""
    closed = tag == "details" and element.get("open") is None
    for child in element:
        if not closed or child.tag == "summary":
            yield from said_outside_sentences(child)
        yield "" if closed else child.tail or ""


def unknowns(text: str) -> int:
    """How often a text says that something is not known."""
    said = " ".join(text.split()).lower()
    return said.count("belum diketahui") + said.count("tidak dipublikasikan")


@pytest.mark.parametrize("name", SITES)
def test_the_unknown_is_said_a_few_times_at_most(name: str, request: Any) -> None:
    built: Path = request.getfixturevalue(name)
    for path in built.rglob("*.html"):
        if path.parent.name in ("metodologi", "tentang"):
            continue  # prose about what is unknown
        source = path.read_text("utf-8")
        if unknowns(re.sub("<[^>]*>", "", unescape(source))) <= MOST:
            continue  # sentences and all; most pages are not worth a closer look
        page = html5lib.parse(source, namespaceHTMLElements=False)
        found = unknowns("".join(said_outside_sentences(page.find("body"))))
        assert found <= MOST, (path, found)


def tree_of(page: Any) -> dict[str, Any]:
    """The accessibility tree by id, each node with its role, texts and children."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return {node["nodeId"]: node for node in nodes}


def heard(tree: dict[str, Any], node: dict[str, Any]) -> str:
    """All text of a node, as it is read out."""
    role = node.get("role", {}).get("value")
    if role == "StaticText":
        return str(node["name"]["value"])
    return "".join(heard(tree, tree[id_]) for id_ in node.get("childIds", ()) if id_ in tree)


def below(tree: dict[str, Any], node: dict[str, Any], roles: tuple[str, ...]) -> Iterator[Any]:
    for id_ in node.get("childIds", ()):
        child = tree.get(id_)
        if child is None:
            continue
        if child.get("role", {}).get("value") in roles:
            yield child
        else:
            yield from below(tree, child, roles)


def rankings(page: Any) -> Iterator[list[dict[str, str]]]:
    """The rows of each ranking, each cell under the name of its column, from the tree alone."""
    tree = tree_of(page)
    root = next(iter(tree.values()))
    for table in below(tree, root, ("table",)):
        head, *rows = below(tree, table, ("row",))
        names = [heard(tree, one) for one in below(tree, head, ("columnheader",))]
        cells = [list(below(tree, row, ("cell", "rowheader"))) for row in rows]
        assert all(len(row) == len(names) for row in cells)
        # Names come first or after the place; other tables of the page have none of these columns.
        if {"Kategori", "Skor", "Perubahan"} & set(names) and "Keputusan" not in names:
            roles = [[one["role"]["value"] for one in row] for row in cells]
            assert all(row.count("rowheader") == 1 for row in roles)
            yield [
                dict(zip(names, (heard(tree, one) for one in row), strict=True)) for row in cells
            ]


def shown(number: str) -> str:
    return number.replace("-", "−").replace(".", ",")


def compare(row: dict[str, str], cells: dict[str, str]) -> None:
    for column, name in (("category", "Kategori"), ("score", "Skor"), ("rank", "Peringkat")):
        if row[column]:
            value = row[column] if column == "category" else shown(row[column])
            assert cells[name].strip().startswith(value), (row["name"], column, cells)
        elif name in cells and not row[f"{column}_values"]:
            assert not re.match(r"\d", cells[name].strip()), (row["name"], column, cells)
    moved = cells.get("Perubahan", "")
    if row["score_change"]:
        points = shown(row["score_change"].lstrip("-"))
        assert points in moved or (not float(row["score_change"]) and "skor" in moved), cells
    if row["category_change"]:
        steps = int(row["category_change"])
        assert ("naik" if steps > 0 else "turun" if steps else "kategori") in moved, cells


@pytest.mark.parametrize("name", SITES)
def test_a_ranking_is_heard_as_its_data_are(browser: Any, name: str, request: Any) -> None:
    built: Path = request.getfixturevalue(name)
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=True)
    page = context.new_page()
    compared = 0
    with served(built) as address:
        for path in sorted((built / "data").glob("hasil-????.csv")):
            rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
            by_name = {row["name"]: row for row in rows}
            assert len(by_name) == len(rows)
            tabled: set[str] = set()
            left: set[str] = set()
            year = path.stem.removeprefix("hasil-")
            for group in sorted({row["group"] for row in rows}):
                page.goto(f"{address}{year}/kelompok/{group}/")
                for ranking in rankings(page):
                    for cells in ranking:
                        region = next(
                            (v.strip() for k, v in cells.items() if v.strip() in by_name), None
                        )
                        if region is not None:
                            tabled.add(by_name[region]["group"])
                            compare(by_name.pop(region), cells)
                            compared += 1
                left |= set(page.locator(".rk-fold li a").all_text_contents())
            for region, row in by_name.items():
                known = row["category"] or row["score"] or row["rank"] or row["category_values"]
                assert not known, (path, region)
                if row["group"] in tabled:
                    assert region in left, (path, region)
    context.close()
    assert compared


@pytest.mark.parametrize("name", SITES)
def test_a_ranking_fits_a_phone(browser: Any, name: str, request: Any) -> None:
    """No column out of sight, rows of two lines, the first one on the first screen."""
    built: Path = request.getfixturevalue(name)
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    seen = 0
    with served(built) as address:
        for path in sorted(
            path
            for below in ("", "en/")
            for kind in ("2???/index.html", "2???/kelompok/*/index.html")
            for path in built.glob(below + kind)
        ):
            page.goto(f"{address}{path.parent.relative_to(built)}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            found = page.evaluate(MEASURED)
            for table in found:
                seen += 1
                assert table["left"] >= 0 and table["right"] <= 360, (path, table)
                assert table["tallest"] <= 72, (path, table)
                assert table["height"] <= 6 * 800 * max(1, table["rows"] / 38), (path, table)
            if found and found[0]["first"]:
                assert found[0]["top"] < 560, (path, found[0])
    context.close()
    assert seen


MEASURED = """() => [...document.querySelectorAll(".rk-ranking")].map((table, at) => {
  const rows = [...table.tBodies[0].rows];
  const cells = rows.flatMap(row => [...row.cells]).filter(cell => cell.offsetWidth > 1);
  const boxes = cells.map(cell => cell.getBoundingClientRect());
  // A figure that sources give differently is told in full, however many lines that takes.
  const plain = rows.filter(row => ![...row.querySelectorAll("td")].some(
    cell => /;|atau/.test(cell.innerText)));
  // Nor is a long name cut: its own lines count as one.
  const tall = row => {
    const name = row.querySelector("th");
    return row.offsetHeight - name.offsetHeight + parseFloat(getComputedStyle(name).lineHeight);
  };
  return {
    left: Math.min(...boxes.map(box => box.left)),
    right: Math.max(...boxes.map(box => box.right)),
    tallest: Math.max(0, ...plain.map(tall)),
    height: table.offsetHeight, rows: rows.length,
    top: rows[0].getBoundingClientRect().top,
    first: at === 0,
  };
})"""
