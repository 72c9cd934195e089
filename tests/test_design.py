"""The sample of components: there where it is asked for, with each part in each of its states."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import dataset_of, mkdocs, write_results, write_site
from test_browser import browser

from generator.facts.model import Category
from generator.format.site import Publisher
from generator.language.states import STATES
from generator.pages.labels import step
from generator.site import whole_site

__all__ = ["browser"]  # the fixture

ADDRESS = "tentang/desain/"

ASKED = "site_url: https://rapor.contoh.id/\nplugins: [{rapor: {design_page: true}}]\n"


def sample(folder: Path) -> str:
    dataset = dataset_of(write_results(folder, {}))
    whole = whole_site(dataset, "Contoh", Publisher(), {}, design_page=True)
    return str(whole.made(ADDRESS)[1])


def test_it_shows_each_colour_and_each_state(tmp_path: Path) -> None:
    html = sample(tmp_path)
    for of in range(2, 8):
        for index in range(of):
            name = step(Category("A", index, of))
            assert f"rk-cat--{name}" in html and f"rk-fill--{name}" in html
    assert all(f">{state.mark}</span>" in html for state in STATES.values())
    for direction in ("up", "down", "same"):
        assert f"rk-change--{direction}" in html
    for part in ("rk-strip", "rk-tiles", "rk-shares", "rk-ranking", "rk-result", "rk-rungs"):
        assert re.search(rf'class="[^"]*{part}\b', html), part


def test_it_is_there_only_where_it_is_asked_for(tmp_path: Path) -> None:
    for name, more, there in (("plain", "", False), ("asked", ASKED, True)):
        site = write_site(tmp_path / name, {}, more)
        assert mkdocs("build", "-q", cwd=site).returncode == 0
        page = site / "site" / ADDRESS / "index.html"
        assert page.exists() == there
        assert ADDRESS not in (site / "site" / "sitemap.xml").read_text("utf-8")
        if there:
            assert '<meta name="robots" content="noindex">' in page.read_text("utf-8")
            other = (site / "site" / "data" / "index.html").read_text("utf-8")
            assert 'name="robots"' not in other
