"""What pages say to machines and in previews of links: what they say to readers, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, dataset_of, whole_of, write_results
from test_citation import SITES, URL, shown, site_of
from visible import visible

from generator.pages.article import article
from generator.pages.edition import edition
from generator.pages.group import group
from generator.pages.linked_data import written
from generator.pages.markup import to_html
from generator.pages.page import Page, Site
from generator.pages.preview import MOST, fit, of_prose
from generator.pages.region import region
from generator.plugin.pages import front_matter
from generator.site import Whole


def graph(site: Site, page: Page) -> dict[str, Any]:
    """The data of a page by their types."""
    return {part["@type"]: part for part in json.loads(written(site, page))["@graph"]}


def seen(page: Page) -> str:
    texts = visible(to_html(page.text)).texts
    return " ".join(" ".join(text for text, _ in texts).split())


def articles(site: Site) -> Iterator[tuple[Page, Any]]:
    for evaluation in site.dataset.evaluations.values():
        for one in evaluation.regions:
            yield article(site, evaluation.year, one.id), site.facts.region(evaluation, one.id)


@pytest.mark.parametrize("name", SITES)
def test_the_figures_of_the_data_are_those_of_the_page(name: str) -> None:
    site, found = site_of(SITES[name] / "results"), 0
    for page, facts in articles(site):
        data = graph(site, page)["Report"]
        assert "NewsArticle" not in json.dumps(data)
        text = seen(page)
        told = {item["name"]: item for item in data.get("mainEntity", [])}
        for figure, called in (("category", "kategori"), ("score", "skor"), ("rank", "peringkat")):
            fact = getattr(facts, figure)
            assert (called in told) is (bool(fact) and not fact.contested), page.address
            if called not in told:
                continue
            found += 1
            value = told[called]["value"]
            of = told[called].get("measurementDenominator")
            as_shown = shown(Decimal(value)) if figure == "score" else str(value)
            assert (f"{as_shown} dari {of}" if of else as_shown) in text, (page.address, called)
            assert ("measurementMethod" in told[called]) is (fact.rule.value != "published")
        assert data["url"] == f"{URL}{page.address}"
        assert {one["name"] for one in data.get("isBasedOn", ())} <= {
            source.title for e in site.dataset.evaluations.values() for source in e.sources.values()
        } | {
            s.title
            for e in site.dataset.evaluations.values()
            for f in e.results.values()
            for s in f.result.sources
        }
    assert found > 20


def test_an_edition_is_a_dataset_of_who_measured() -> None:
    site = site_of(ROOT / "results")
    for page in (edition(site, 2025), group(site, 2025, "kabupaten-kota")):
        data = graph(site, page)["Dataset"]
        assert data["creator"][0]["name"] == "Komisi Informasi Provinsi Kalimantan Selatan"
        assert data["publisher"]["name"] == "Contoh" and data["temporalCoverage"] == "2025"
        paths = {item["contentUrl"].removeprefix(URL) for item in data["distribution"]}
        assert paths == {file.path for file in site.downloads if file.year == 2025}
        assert all("encodingFormat" in item for item in data["distribution"])
        assert 50 <= len(data["description"]) <= 5000, "what a search for data sets asks for"
    sample = site_of(ROOT / "examples" / "contoh" / "results")
    assert "contoh" in graph(sample, edition(sample, 2025))["Dataset"]["creativeWorkStatus"]


def test_the_way_to_a_page_has_full_addresses_or_is_left_out() -> None:
    folder = ROOT / "examples" / "contoh" / "results"
    site = site_of(folder)
    way = graph(site, region(site, "umpama"))["BreadcrumbList"]["itemListElement"]
    assert [item["item"] for item in way] == [URL, f"{URL}wilayah/", f"{URL}wilayah/umpama/"]
    alone = site_of(folder, url="")
    for page in (region(alone, "umpama"), article(alone, 2025, "umpama"), edition(alone, 2025)):
        text = written(alone, page)
        assert "BreadcrumbList" not in text and "https://rapor" not in text
        assert "contentUrl" not in text and '"@type"' in text


def test_no_text_ends_the_element(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script><!--&amp;"
    files: dict[str, str | None] = {
        "2024/alfa.yml": f'region: alfa\nscore: {{value: 87.45, source: a}}\nsources: [{{id: a, title: "{hostile}"}}]\n'
    }
    site = site_of(write_results(tmp_path, files))
    page = article(site, 2024, "alfa")
    text = written(site, page)
    assert not set("<>&") & set(text)
    assert graph(site, page)["Report"]["isBasedOn"][0]["name"] == hostile


def previews(whole: Whole) -> Iterator[tuple[Page, str]]:
    for address in whole.makers:
        page = whole.page(address)
        yield page, str(front_matter(whole, address, page)["preview"])


@pytest.mark.parametrize("name", ["banten", "contoh"])
def test_a_preview_is_short_and_says_what_the_page_says(name: str) -> None:
    whole = whole_of(dataset_of(SITES[name] / "results"))
    for page, told in previews(whole):
        assert 0 < len(told) <= MOST, (page.address, told)
        if page.kind == "article":
            known = [part for part in told.split(" · ") if part.startswith(("skor ", "peringkat "))]
            text = seen(page)
            for part in known:
                assert part.partition(" ")[2] in text, (page.address, part)
            if name == "contoh":
                assert told.startswith("data contoh"), "the banner is not shared with the link"


def test_a_long_text_ends_at_a_word() -> None:
    assert fit("Satu. Dua.") == "Satu. Dua."
    assert fit(f"Satu kalimat. {'kata ' * 30}.") == "Satu kalimat."
    cut = fit("kata " * 40)
    assert len(cut) <= MOST and cut.endswith("kata…")
    assert fit("x" * 200) == "x" * (MOST - 1) + "…"
    told = of_prose("# Judul\n\n- butir\n\n**Situs** ini [memuat](a.md) hasil.\n\nLain.")
    assert told == "Situs ini memuat hasil."
