"""What may not be published yet: seen in a preview with a banner, and nowhere in the built site."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, mkdocs, rapor, write_results, write_site

from generator.evaluation import editions
from generator.format.problems import Problems
from generator.load.load import load

HELD = EDITION.replace("2024", "2025").replace("koran", "rahasia-sumber") + (
    "embargo: 2026-12-18T10:00+08:00\npublished: 2026-12-18\nplace: Tempat Rahasia\n"
)
FILES: dict[str, str | None] = {
    "2025/edition.yml": HELD,
    "2025/alfa.yml": "region: alfa\nscore: 31.17\ncategory: Tidak Informatif\n",
    "2025/beta.yml": "region: beta\nscore: 93.71\n",
}
SECRETS = ("31,17", "31.17", "93,71", "93.71", "62,44", "62.44", "Tempat Rahasia", "rahasia-sumber")
"""The figures of the edition, their mean, and its own words."""
BEFORE, AFTER = "1797559199", "1797559200"  # 18 December 2026, 09.59.59 and 10.00 WITA


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site as text, what is packed unpacked."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        if content.startswith(b"PK"):
            with zipfile.ZipFile(BytesIO(content)) as packed:
                content = b"".join(packed.read(name) for name in packed.namelist())
        yield path.relative_to(site).as_posix(), content.decode("utf-8", "replace")


def leaks(site: Path) -> set[str]:
    return {secret for _, text in texts(site) for secret in SECRETS if secret in text}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    more = "site_url: https://contoh.id/\nplugins: [rapor]\n"
    return write_site(tmp_path_factory.mktemp("embargo"), FILES, more)


def test_before_its_time_nothing_of_it_is_in_the_site(site: Path) -> None:
    assert mkdocs("build", "-q", cwd=site, SOURCE_DATE_EPOCH=BEFORE).returncode == 0
    found = dict(texts(site / "site"))
    assert not leaks(site / "site")
    assert not [name for name in found if "2025" in name]
    named = re.sub(r"[0-9a-f]{64}", "", found["data/manifest.json"])  # sums hold any digits
    assert "/2025/" not in found["sitemap.xml"] and "2025" not in named
    assert "87,45" in found["2024/alfa/index.html"]  # what is published stays


def test_a_preview_has_it_and_is_no_site_to_be_found(site: Path) -> None:
    done = rapor("preview", "lihat", cwd=site, SOURCE_DATE_EPOCH=BEFORE)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (site / "lihat/2025/alfa/index.html").read_text("utf-8")
    assert "31,17" in page
    assert "Embargo sampai 18 Desember 2026 pukul 10.00 WITA" in page
    pages = [text for name, text in texts(site / "lihat") if name.endswith("index.html")]
    assert all('<meta name="robots" content="noindex' in text for text in pages) and pages
    refused = rapor("preview", "site", cwd=site, SOURCE_DATE_EPOCH=BEFORE)
    assert refused.returncode == 1 and "tempat situs yang diterbitkan" in refused.stderr
    assert not (site / "site/2025").exists()


def test_at_its_time_the_next_build_has_it(site: Path) -> None:
    assert mkdocs("build", "-q", cwd=site, SOURCE_DATE_EPOCH=AFTER).returncode == 0
    assert leaks(site / "site") >= {"31,17", "93,71", "Tempat Rahasia"}
    page = (site / "site/2025/alfa/index.html").read_text("utf-8")
    assert "Embargo" not in page and "noindex" not in page


@pytest.mark.parametrize(("epoch", "status"), [(BEFORE, "draft"), (AFTER, "final")])
def test_the_clock_is_asked_to_the_second(
    epoch: str, status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    dataset = dataset_of(write_results(tmp_path, FILES))
    held = dataset.evaluations[2025, "kabupaten-kota"]
    assert (held.status, held.embargoed) == (status, status == "draft")


def test_what_a_draft_alone_says_makes_no_other_edition_announced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2024 has no result yet. That 2025 has some would say that 2024 was announced."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)
    root = write_results(tmp_path, FILES | {"2024/alfa.yml": None})
    shown = {
        drafts: load(root, Problems(), drafts=drafts).evaluations[2024, "kabupaten-kota"].announced  # type: ignore[union-attr]
        for drafts in (True, False)
    }
    assert shown == {True: True, False: False}


def test_without_an_embargo_no_clock_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BEFORE)
    assert editions.now().isoformat() == "2026-12-18T01:59:59+00:00"
    assert editions.withheld({}, editions.now()) == {}
