"""The page stamped from a shell is the page that the theme renders in full, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, write_site
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.plugin import writer
from generator.plugin.pages import front_matter
from generator.plugin.shell import Shells

HOSTILE = 'Kabupaten O\'Brien & <b>"Alfa"</b>'
"""Every character that HTML, an attribute or the theme could treat in its own way."""

VARIANTS = {
    "directories": "",
    "files": "use_directory_urls: false\n",
    "address": "site_url: https://contoh.example/rapor/\n",
}


def compare_all(config_file: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Build a site, each generated page both ways; the kinds of pages that were stamped."""
    kinds: set[str] = set()
    stamped = Shells.pieces

    def both(self: Shells, address: str) -> list[str]:
        text = "".join(stamped(self, address))
        page, html = self._whole.made(address)
        meta = front_matter(self._whole, address, page)
        assert text == self._around.page(address, html, meta), address
        kinds.add(page.kind)
        return [text]

    monkeypatch.setattr(Shells, "pieces", both)
    monkeypatch.setattr(writer, "processors", lambda: 1)
    build(load_config(config_file=str(config_file), site_dir=str(site)))
    return kinds


@pytest.mark.parametrize("variant", VARIANTS)
def test_stamped_as_rendered(variant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regions = (
        "groups:\n  - {id: g, name: Kabupaten/kota}\nregions:\n"
        f"  - {{id: alfa, name: '{HOSTILE.replace(chr(39), chr(39) * 2)}', kind: kabupaten, group: g}}\n"
        "  - {id: beta, name: Kabupaten Beta, kind: kabupaten, group: g}\n"
    )
    edition = (
        "year: {y}\ntitle: E\norganizer: Komisi & Informasi\nstatus: {status}\n{more}"
        "scale: {{categories: [{{name: Baik, minimum: 50}}, {{name: Kurang, minimum: 0}}]}}\n"
    )
    files: dict[str, str | None] = {
        "regions.yml": regions,
        "2023/edition.yml": edition.format(y=2023, status="sample", more="published: 2023-12-01\n"),
        "2024/edition.yml": edition.format(y=2024, status="final", more=""),
        "2023/alfa.yml": "region: alfa\nscore: 40.00\n",
    }
    site = write_site(tmp_path, files, VARIANTS[variant] + "plugins: [rapor]\n")
    kinds = compare_all(site / "mkdocs.yml", tmp_path / "out", monkeypatch)
    assert kinds >= {"article", "notice", "region"}


SITES = {
    "banten": {"article", "notice", "region"},
    "sulsel": {"article", "notice", "region"},
    "contoh": {"article", "indicator", "question", "obstacles", "method"},
}


@pytest.mark.parametrize("name", SITES)
def test_every_page_of_a_whole_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = ROOT / f"examples/{name}/mkdocs.yml"
    assert compare_all(config, tmp_path / "out", monkeypatch) >= SITES[name]
