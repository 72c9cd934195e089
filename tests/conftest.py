"""Sites built once for all tests, and the sample results that the cases change."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bytecode
import forked
import pytest
from filelock import FileLock
from playwright.sync_api import sync_playwright
from publication import DOTS, OLD, unsupported, write
from showcase import Shown, showcase

from generator.content import PROSE_PAGES, packaged
from generator.evaluation.model import Dataset
from generator.format.problems import Problems
from generator.format.site import Publisher
from generator.load.folder import Kept
from generator.load.load import load
from generator.plugin import publish
from generator.site import Whole, whole_site

ROOT = bytecode.ROOT

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background leaves them deaf to it, and all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

REGIONS = """\
groups:
  - {id: kabupaten-kota, name: Kabupaten/kota}
regions:
  - {id: alfa, name: Kabupaten Alfa, kind: kabupaten, group: kabupaten-kota, code: 99.01, tile: [0, 0]}
  - {id: beta, name: Kabupaten Beta, kind: kabupaten, group: kabupaten-kota, code: 99.02, tile: [1, 0]}
  - {id: kota-gama, name: Kota Gama, kind: kota, group: kabupaten-kota, code: 99.71}
"""
EDITION = """\
year: 2024
title: Evaluasi 2024
organizer: Komisi Informasi Contoh
status: final
sources: [{id: koran, title: Hasil evaluasi}]
scale:
  categories:
    - {name: Informatif, minimum: 90}
    - {name: Menuju Informatif, minimum: 80}
    - {name: Cukup Informatif, minimum: 60}
    - {name: Kurang Informatif, minimum: 40}
    - {name: Tidak Informatif, minimum: 0}
"""
BASE = {
    "regions.yml": REGIONS,
    "2024/edition.yml": EDITION,
    "2024/alfa.yml": "region: alfa\nscore: 87.45\n",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a browser shows is the same bytes on every version."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("once")


def write_results(folder: Path, files: dict[str, str | None]) -> Path:
    """A results folder: the sample above with ``files`` on top (None removes one)."""
    root = folder / "results"
    for name, content in {**BASE, **files}.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="")
    return root


def write_site(folder: Path, files: dict[str, str | None] | None = None, more: str = "") -> Path:
    """A complete site: a mkdocs.yml of four lines, results, an empty content folder.

    Without the search of all texts, which takes half of the time of a small build.
    """
    write_results(folder, files or {})
    (folder / "content").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Situs Contoh\ndocs_dir: content\ntheme: {name: rapor}\n"
        + (more or "plugins: [rapor: {search: false, languages: [id]}]\n"),
        encoding="utf-8",
    )
    return folder


def dataset_of(root: Path, kept: Kept | None = None) -> Dataset:
    """The dataset of a results folder without problems."""
    problems = Problems()
    dataset = load(root, problems, kept=kept)
    assert dataset is not None and not len(problems), problems.report()
    return dataset


def whole_of(dataset: Dataset, *, analysis: bool = False, **prose: str) -> Whole:
    """The site of a dataset with the package's prose, some of it replaced."""
    default = {name: packaged("kip", name) for name in PROSE_PAGES}
    publisher = Publisher(name="Contoh")
    return whole_site(dataset, "Contoh", publisher, {**default, **prose}, analysis=analysis)


def mkdocs(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs as a user does; its exit status and all that it printed."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    return forked.run("mkdocs", arguments, cwd, env, environment, together=True)


def rapor(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run rapor as a user does; its exit status and what it printed."""
    return forked.run("generator.cli", arguments, cwd, forked.clean(), environment, together=False)


@pytest.fixture(scope="session")
def kalsel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built elsewhere."""
    return _built(tmp_path_factory, ROOT / "mkdocs.yml")


@pytest.fixture(scope="session")
def banten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory, ROOT / "examples" / "banten" / "mkdocs.yml")


@pytest.fixture(scope="session")
def sulsel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(tmp_path_factory, ROOT / "examples" / "sulsel" / "mkdocs.yml")


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up province with its questionnaire in full depth."""
    return _built(tmp_path_factory, ROOT / "examples" / "contoh" / "mkdocs.yml")


@pytest.fixture(scope="session")
def ikip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another measure: scores and categories of provinces."""
    return _built(tmp_path_factory, ROOT / "examples" / "ikip" / "mkdocs.yml")


@pytest.fixture(scope="session")
def sites(kalsel: Path, banten: Path, sulsel: Path, contoh: Path, ikip: Path) -> dict[str, Path]:
    """All of them by their names."""
    return {"kalsel": kalsel, "banten": banten, "sulsel": sulsel, "contoh": contoh, "ikip": ikip}


@pytest.fixture(scope="session")
def shown(sites: dict[str, Path]) -> list[Shown]:
    """The few pages of them that show all that any of them shows."""
    return showcase(sites)


def _built(factory: pytest.TempPathFactory, config: Path) -> Path:
    """The site of a configuration, built by the first process of the run that asks for it."""
    base = factory.getbasetemp()
    everybody = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    site = everybody / "built" / config.parent.name / "site"
    with FileLock(everybody / f"{config.parent.name}.lock"):
        if not site.is_dir():
            site.parent.mkdir(parents=True)
            call = ("build", "-q", "--strict", "-f", str(config), "--site-dir", str(site))
            done = mkdocs(*call, cwd=ROOT)
            assert done.returncode == 0, done.stdout
    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a process (``test_browser.browser``)."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: browser tests may not be skipped in CI")
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site with dot entries, for the tests of publishing."""
    folder = tmp_path / "public" / "site"
    write(folder, OLD | DOTS)
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap; on a system without exchange the first is the second as well."""
    if request.param == "two renames":
        monkeypatch.setattr(publish, "_exchange", unsupported)
    return str(request.param)
