"""What pages share is made once, and each page is the same as if it had been made alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, dataset_of, whole_of, write_results
from markupsafe import Markup

from generator.facts.region import RegionFacts
from generator.pages import section
from generator.pages.page import ROWS, Page, Site
from generator.pages.rows import Rows
from generator.pages.section import section_of

SITES = ("results", "examples/contoh/results", "examples/sulsel/results")


@pytest.mark.parametrize("results", SITES)
def test_a_page_is_what_it_is_alone(results: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = dataset_of(ROOT / results)
    whole = whole_of(dataset)
    shared = {address: whole.page(address).markdown for address in reversed(whole.makers)}

    def alone(site: Site, key: Hashable, make: Callable[[], Any]) -> Any:
        return make()

    monkeypatch.setattr(Site, "once", alone)
    whole = whole_of(dataset)
    assert {address: whole.page(address).markdown for address in whole.makers} == shared


def test_a_row_is_written_once_for_all_orders(tmp_path: Path) -> None:
    more: dict[str, str | None] = {
        "2024/beta.yml": "region: beta\nscore: 60\n",
        "2024/kota-gama.yml": "region: kota-gama\nscore: 70\n",
    }
    site = whole_of(dataset_of(write_results(tmp_path, more))).site
    evaluation = site.dataset.evaluations[2024, "kabupaten-kota"]
    written: list[str] = []

    def write(facts: RegionFacts, href: Markup, beside: Markup) -> Markup:
        written.append(facts.region.id)
        return Markup("{} {}").format(facts.region.id, href)

    def page(here: str) -> list[str]:
        rows = Rows(site, section_of(site, here, evaluation), here)
        assert rows(write) == ROWS
        return "".join(rows).split("\n")

    found = [page(here) for here in ("2024/", "2024/kelompok/kabupaten-kota/", "wilayah/alfa/")]
    assert [lines[0] for lines in found] == [
        "alfa alfa/",
        "alfa ../../alfa/",
        "alfa ../../2024/alfa/",
    ]
    assert sorted(written) == ["alfa", "beta", "kota-gama"]


def test_the_rows_of_several_lists_stand_at_their_marks() -> None:
    page = Page("", "", "", "", f"a\n{ROWS}\nb\n{ROWS}\nc", rows=("1", "\n2", ROWS, "3"))
    assert page.markdown == "a\n1\n2\nb\n3\nc"
    assert replace(page, text="a").markdown == "a"


def test_what_processes_would_each_make_is_made_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = whole_of(dataset_of(write_results(tmp_path, {})))
    whole.share()

    def again(*_: object) -> None:
        raise AssertionError("it was made before")

    monkeypatch.setattr(section, "_section_of", again)
    assert 'href="../../alfa/"' in whole.page("2024/kelompok/kabupaten-kota/").markdown
    assert 'href="alfa/"' in whole.page("2024/").markdown
