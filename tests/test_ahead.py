"""Pages made by other processes are the pages made here, in whatever order they are asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from conftest import write_site

from generator.format.problems import Problems
from generator.load.load import load
from generator.plugin import ahead
from generator.plugin.pages import Maker
from generator.settings import read_settings
from generator.site import site_of


@pytest.fixture
def maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    settings = read_settings(write_site(tmp_path), Problems())
    dataset = load(settings.results, Problems())
    assert dataset is not None
    return Maker(site_of(settings, dataset, Problems()))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_another_order_begins_anew(maker: Maker) -> None:
    addresses = list(maker.whole.makers)
    maker.start(addresses)
    begun = maker._ahead
    assert begun is not None and begun._processes
    maker.start(list(addresses))
    assert maker._ahead is begun
    maker.start(addresses[::-1])
    assert maker._ahead is not begun and not begun._processes
    made = {address: maker.page(address)[1] for address in addresses[::-1]}
    maker.stop()
    assert made == {address: maker.whole.made(address)[1] for address in addresses}
