"""What a page costs grows no faster than what it shows.

Calls are counted, not seconds: the same data give the same number on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import dataset_of, whole_of, write_results
from many import write_many

from benchmarks.parts import shares
from generator.boundaries import neighbours
from generator.evaluation.model import Dataset
from generator.facts.standing import bordering
from generator.site import Whole

pytestmark = pytest.mark.once

FEW, MANY = 100, 400
PARTS = ["reading and checking", "facts", "text", "page templates", "Markdown", "writing"]
PAGES = 20


def calls(work: Callable[[], object]) -> int:
    """Calls and steps of generators, Python's and C's."""
    count = 0

    def counted(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", params=[False, True], ids=["scores", "corrections and titles"])
def datasets(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[Dataset]:
    """The results of few regions and of many; reading keeps nothing for later."""
    folders = [(tmp_path_factory.mktemp("many"), number) for number in (FEW, MANY)]
    sites = [write_many(folder / "site", number, more=request.param) for folder, number in folders]
    return [dataset_of(site / "results") for site in sites]


@pytest.fixture
def sites(datasets: list[Dataset]) -> tuple[Whole, Whole]:
    """A site of few regions and one of many, whose groups are known."""
    found = []
    for dataset in datasets:
        whole = whole_of(dataset)
        whole.prepare()
        for address in ("2025/wilayah-0000/", "wilayah/wilayah-0000/"):
            whole.page(address)
        found.append(whole)
    few, many = found
    return few, many


def _make(whole: Whole, addresses: Iterable[str]) -> Callable[[], object]:
    return lambda: [whole.page(address) for address in addresses]


@pytest.mark.parametrize("address", ["2025/{}/", "wilayah/{}/"])
def test_a_page_of_a_region_costs_the_same_in_a_large_group(
    sites: tuple[Whole, Whole], address: str
) -> None:
    few, many = (
        calls(_make(site, [address.format(f"wilayah-{n:04}") for n in range(last - PAGES, last)]))
        for site, last in zip(sites, (FEW, MANY), strict=True)
    )
    assert few > 10_000
    assert many < few * 1.05, f"{few} calls among {FEW} regions, {many} among {MANY}"


@pytest.mark.parametrize("address", ["", "2024/", "2025/", "wilayah/", "data/", "koreksi/"])
def test_a_page_of_all_regions_grows_with_their_number(
    sites: tuple[Whole, Whole], address: str
) -> None:
    few, many = (calls(_make(site, [address])) for site in sites)
    times = MANY / FEW
    assert many < few * times * 1.3, f"{few} calls for {FEW} regions, {many} for {MANY}"


def test_downloads_grow_with_the_number_of_regions(sites: tuple[Whole, Whole]) -> None:
    for name, content in sites[0].files.items():
        few, many = calls(content), calls(sites[1].files[name])
        assert many < few * MANY / FEW * 1.3, f"{name}: {few} calls, {many}"


def test_reading_and_checking_grow_with_the_number_of_regions(tmp_path: Path) -> None:
    folders = [write_many(tmp_path / str(number), number) / "results" for number in (FEW, MANY)]
    few, many = (calls(partial(dataset_of, folder)) for folder in folders)
    assert many < few * MANY / FEW * 1.3, f"{few} calls for {FEW} regions, {many} for {MANY}"


def test_the_parts_of_a_build_can_be_measured(tmp_path: Path) -> None:
    parts = shares(write_many(tmp_path / "site", 13))
    assert list(parts) == PARTS


def test_who_borders_a_village_is_not_looked_for_among_all(tmp_path: Path) -> None:
    class Untouched(tuple[Any, ...]):
        def __iter__(self) -> Any:
            raise AssertionError("each region of a large group would go through all of them")

    dataset = dataset_of(write_results(tmp_path, {}))
    evaluation = next(iter(dataset.evaluations.values()))
    alone = dataset.regions["alfa"]  # its code stands in no table of boundaries
    assert alone.code and not neighbours(alone.code)
    assert bordering(replace(evaluation, regions=Untouched()), alone) == ()
