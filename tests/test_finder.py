"""The field that finds a body, in a browser: suggestions, keys, the list without script, what is kept."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from test_browser import browser, served
from test_find import case_file, index, regions

from generator.finding import index_of
from generator.pages.finder import FIRST, finder_files
from generator.site import Whole

__all__ = ["browser"]  # the fixture

MOST_LINES = 1300
"""Of all scripts of the site together; none has more than a third of it, and comes packed in 7 kB."""

FOUND = """async ([first, questions]) => {
  const found = [];
  for (const question of questions) {
    const answers = await window.rapor.answers(first, question);
    found.push(answers.map(one => one.entry.body.id));
  }
  return found;
}"""


def test_suggestions_by_keyboard(browser: Any, kalsel: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        assert not [one for one in asked if "find.js" in one or "/cari/" in one], (
            "only when it is used"
        )
        page.locator(".rk-seek summary").click()
        field = page.get_by_role("combobox")
        assert field.evaluate("one => one === document.activeElement")
        page.keyboard.type("t")
        options = page.get_by_role("option")
        options.first.wait_for()
        page.keyboard.type("ap")
        page.wait_for_function("document.querySelectorAll('[role=option]').length < 8")
        first = options.first.inner_text()
        assert "Kabupaten Tapin" in first and "Provinsi Kalimantan Selatan" in first
        assert "Cukup Informatif 2024" in first and options.first.locator(".rk-step").count() == 1
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowDown")
        active = field.get_attribute("aria-activedescendant")
        assert active == options.first.get_attribute("id")
        assert options.first.get_attribute("aria-selected") == "true"
        assert field.get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowUp")
        assert field.get_attribute("aria-activedescendant") is None
        page.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false" and field.is_visible()
        page.keyboard.press("ArrowDown")
        options.first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/wilayah/tapin/")
        page.get_by_role("button", name="Ingat wilayah ini").click()
        assert page.get_by_role("button", name="Lupakan wilayah ini").is_visible()
        page.goto(address)
        mine = page.locator(".rk-mine")
        mine.wait_for()
        assert "Kabupaten Tapin" in mine.inner_text() and "2024" in mine.inner_text()
        page.goto(f"{address}en/")
        mine.wait_for()
        assert "Tapin Regency" in mine.inner_text(), "in the language of the page"
        page.go_back()
        mine.get_by_role("button", name="Lupakan").click()
        assert not mine.is_visible()
        page.reload()
        assert not mine.is_visible()
        page.goto(f"{address}wilayah/?q=paringin")
        page.locator(".rk-asked a").first.wait_for()
        assert page.locator(".rk-asked a").first.inner_text().startswith("Kabupaten Balangan")
        assert (
            page.locator(".rk-asked a")
            .first.evaluate("one => one.href")
            .endswith("wilayah/balangan/")
        )
    context.close()
    assert all(one.startswith(address) for one in asked)


def test_without_script_the_form_leads_to_the_list(browser: Any, kalsel: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(kalsel) as address:
        page.goto(f"{address}2025/balangan/")
        page.locator(".rk-seek summary").click()
        page.locator(".rk-find input").fill("tapin")
        page.locator(".rk-find button").click()
        assert page.url == f"{address}wilayah/?q=tapin"
        page.locator(".rk-letters").first.get_by_role("link", name="T", exact=True).click()
        assert page.locator(":target").inner_text().startswith("Kabupaten Tabalong")
    context.close()


def test_the_browser_answers_as_the_command_does(
    browser: Any, kalsel: Path, whole_country: Whole
) -> None:
    """All cases, for the built site and for all regencies and cities; fast on a slow processor."""
    files = {path: make() for path, make in finder_files(whole_country.site).items()}
    page = browser.new_page()
    with served(kalsel) as address:
        page.goto(f"{address}2025/")
        page.add_script_tag(url=f"{address}assets/rapor/find.js")
        page.route(
            "**/nasional/**",
            lambda route: route.fulfill(body=files[route.request.url.partition("/nasional/")[2]]),
        )
        for name, first in (("kalsel", f"/{FIRST}"), ("nasional", f"/nasional/{FIRST}")):
            questions = [case["ask"] for case in case_file(name)["cases"]]
            bodies = index(name).bodies
            want = [[bodies[one.of].id for one in index(name).answers(q)] for q in questions]
            assert page.evaluate(FOUND, [first, questions]) == want
        processor = page.context.new_cdp_session(page)
        processor.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        taken = page.evaluate(
            """async first => {
              const start = performance.now();
              for (const question of ["kota banjr", "Soerabaja"]) await window.rapor.answers(first, question);
              return performance.now() - start;
            }""",
            f"/nasional/{FIRST}",
        )
    page.close()
    print(f"two look-ups among 514 on a slow processor: {taken:.0f} ms")
    sizes = {path: len(gzip.compress(content, 6)) for path, content in files.items()}
    most = max(size for path, size in sizes.items() if path != FIRST)
    assert sizes[FIRST] + most <= 10_000, sizes


@pytest.fixture(scope="module")
def whole_country(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A site of all regencies and cities, one of them with a result; its pages are not made."""
    from conftest import dataset_of, whole_of, write_results

    listed = "".join(
        f"  - {{id: {one.id}, name: {json.dumps(one.name)}, kind: kabupaten,"
        f" group: g, code: '{one.code}'}}\n"
        for one in regions("nasional").values()
    )
    root = write_results(
        tmp_path_factory.mktemp("nasional"),
        {
            "regions.yml": f"groups: [{{id: g, name: Kabupaten/kota}}]\nregions:\n{listed}",
            "2024/alfa.yml": None,
            "2024/63-05.yml": "region: 63-05\nscore: 70.00\n",
        },
    )
    return whole_of(dataset_of(root))


def test_pieces_say_what_is_known_last(whole_country: Whole) -> None:
    files = finder_files(whole_country.site)
    first = json.loads(files[FIRST]())
    found = {row[0]: row for row in first["near"]["b"]}
    assert first["of"] == 514 and len(found) == 514
    name, _id, parent, told, year = found["Kabupaten Tapin"]
    assert (first["scales"][told][:3], year) == (["Cukup Informatif", 3, 5], 2024)
    assert first["near"]["p"][parent] == "Provinsi Kalimantan Selatan"
    assert found["Kabupaten Banjar"][3:] == ["", 0] and name
    assert len(index_of(whole_country.site.dataset.regions).front.keys) == len(first["a"])


def test_scripts_are_few_and_small() -> None:
    scripts = list((ROOT / "generator/theme").rglob("*.js"))
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in scripts}
    assert sum(lines.values()) <= MOST_LINES and max(lines.values()) <= MOST_LINES / 2, lines
    assert all(len(gzip.compress(path.read_bytes(), 6)) <= 7_000 for path in scripts)
