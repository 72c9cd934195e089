"""Every address is made by its kind, and none is taken twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, whole_of, write_results
from test_pages import OLD

from generator.format import RESERVED_IDS
from generator.pages.addresses import ARTICLE, QUESTION
from generator.pages.kinds import KINDS


def test_every_address_is_made_by_its_kind(tmp_path: Path) -> None:
    more: dict[str, str | None] = {
        "instruments/k.yml": OLD,
        "2024/edition.yml": EDITION + "instrument: k\n",
    }
    found = whole_of(dataset_of(write_results(tmp_path, more)))
    dataset = found.site.dataset
    kinds = [kind for kind in KINDS if not kind.sample and kind.option != "search"]
    listed = [address for kind in kinds for address in kind.addresses(dataset)]
    assert len(listed) == len(set(listed)) and listed == list(found.makers)
    for kind in kinds:
        for address in kind.addresses(dataset):
            assert kind.address(*kind.address.parts(address)) == address
            assert found.page(address).address == address


def test_no_region_can_take_the_address_of_a_page_of_its_year() -> None:
    patterns = [kind.address.pattern.split("/") for kind in KINDS]
    below_a_year = {parts[1] for parts in patterns if parts[0] == "{year}"} - {"", "{id}"}
    assert below_a_year and below_a_year <= RESERVED_IDS, "add them to RESERVED_IDS"


def test_an_address_of_another_kind_is_refused() -> None:
    assert ARTICLE.parts("2024/alfa/") == [2024, "alfa"]
    with pytest.raises(ValueError, match="2024/alfa/"):
        QUESTION.parts("2024/alfa/")
