"""Where `rapor render` and `rapor schema` may write: never over the files of others."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import mkdocs, rapor, write_site
from hypothesis import given, settings
from hypothesis import strategies as st
from test_safety import (
    below,
    data_of,
    links,
    needs_links,
    paths,
    site_of_data,
    with_link,
    write_config,
)
from test_site import digest

from generator import folders
from generator.folders import Layout, check_target
from generator.format.problems import Problems
from generator.output import move


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of_data(tmp_path)


@pytest.mark.parametrize("command", ["render", "schema"])
@pytest.mark.parametrize(
    "folder",
    ["results", "results/2024", "results/baru", "content", "content/x", ".", "..", "RESULTS"],
)
def test_commands_do_not_write_into_the_data(command: str, folder: str, site: Path) -> None:
    before, listed = data_of(site), sorted(site.parent.rglob("*"))
    done = rapor(command, folder, cwd=site)
    assert done.returncode == 1 and "folder tujuan" in done.stderr, done.stdout + done.stderr
    assert data_of(site) == before and sorted(site.parent.rglob("*")) == listed
    assert "target folder" in rapor("--messages", "en", command, folder, cwd=site).stderr


@pytest.mark.parametrize("command", ["render", "schema"])
def test_commands_do_not_write_into_another_site(command: str, site: Path) -> None:
    other = write_site(site.parent / "lain")
    before = data_of(other)
    for folder in ("../lain", "../lain/results", "../lain/results/x"):
        assert rapor(command, folder, cwd=site).returncode == 1
    assert data_of(other) == before


@pytest.mark.parametrize(
    "config",
    [
        "docs_dir: prosa\nplugins: [{rapor: {results: data}}]\n",  # no name, no theme
        "site_name: x\ndocs_dir: prosa\nplugins: [{rapor: {results: data, publisher: 3}}]\n",
        "INHERIT: dasar.yml\nplugins: [{rapor: {results: data}}]\n",
    ],
)
def test_mistakes_in_the_settings_of_another_site_lay_nothing_open(config: str, site: Path) -> None:
    other = site_of_data(site.parent / "lain")
    (other / "results").rename(other / "data")
    (other / "content").rename(other / "prosa")
    (other / "dasar.yml").write_text("docs_dir: prosa\n", encoding="utf-8")
    (other / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = rapor("schema", "../lain/situs/data/baru", cwd=site)
    assert done.returncode == 1 and "folder tujuan" in done.stderr, done.stderr
    assert not (other / "data/baru").exists()


def test_settings_that_nobody_can_read_lay_nothing_open(site: Path) -> None:
    """Where its data are is not known; the folders of the manual are kept."""
    (site / "mkdocs.yml").write_text("site_name: 'x\n", encoding="utf-8")
    for folder in ("results/baru", "content/baru"):
        done = rapor("schema", folder, cwd=site)
        assert done.returncode == 1 and "folder tujuan" in done.stderr, done.stderr


def test_a_site_by_the_name_of_its_file(site: Path) -> None:
    """The folders of that file are kept, not those of another beside it."""
    (site / "content").rename(site / "prosa")
    (site / "content").mkdir()
    config = (
        (site / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: prosa")
    )
    (site / "lain.yml").write_text(config, encoding="utf-8")
    before = digest(site / "prosa")
    done = rapor("render", "prosa/keluar", "--site", "lain.yml", cwd=site)
    assert done.returncode == 1 and "folder isi" in done.stderr, done.stderr
    assert rapor("render", "keluar", "--site", "lain.yml", cwd=site).returncode == 0
    assert digest(site / "prosa") == before


@pytest.mark.parametrize("command", ["render", "schema"])
def test_a_refusal_is_in_the_language_of_the_settings(command: str, site: Path) -> None:
    write_config(site, "plugins: [{rapor: {messages: en}}]\n")
    assert "target folder" in rapor(command, "results", cwd=site).stderr
    assert "folder tujuan" in rapor("--messages", "id", command, "results", cwd=site).stderr


def test_schema_needs_no_site(tmp_path: Path) -> None:
    """In a folder that is no site there is nothing to protect."""
    for folder in ("docs/skema", "results", "."):
        assert rapor("schema", folder, cwd=tmp_path).returncode == 0
    assert (tmp_path / "results/result.schema.json").is_file()


def test_render_writes_over_its_own_files_alone(site: Path) -> None:
    out = site / "keluar"
    assert rapor("render", "keluar", cwd=site).returncode == 0
    (out / "2024/catatan.md").write_text("# Catatan saya\n", encoding="utf-8")
    (site / "results/2024/alfa.yml").write_text("region: alfa\nscore: 91.00\n", encoding="utf-8")
    done = rapor("render", "keluar", cwd=site)
    assert done.returncode == 0, done.stderr
    assert "91,00" in (out / "2024/alfa/index.md").read_text("utf-8")
    assert (out / "2024/catatan.md").read_text("utf-8") == "# Catatan saya\n"


@pytest.mark.parametrize("name", ["index.md", "2024/alfa/index.md", "data/hasil.csv"])
def test_render_refuses_to_write_over_the_files_of_others(name: str, site: Path) -> None:
    mine = site.parent / "tulisan" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("Tulisan saya\n", encoding="utf-8")
    done = rapor("render", "../tulisan", cwd=site)
    assert done.returncode == 1 and name in done.stderr, done.stderr
    assert list(digest(site.parent / "tulisan")) == [name], "nothing was written beside it"
    assert mine.read_text("utf-8") == "Tulisan saya\n"


def test_render_keeps_what_was_changed_after_it(site: Path) -> None:
    assert rapor("render", "keluar", cwd=site).returncode == 0
    home = site / "keluar/index.md"
    home.write_text("# Kata sambutan saya\n", encoding="utf-8")
    done = rapor("render", "keluar", cwd=site)
    assert done.returncode == 1 and "keluar/index.md" in done.stderr
    assert home.read_text("utf-8") == "# Kata sambutan saya\n"
    home.unlink()
    assert rapor("render", "keluar", cwd=site).returncode == 0


@needs_links
def test_render_follows_no_link(site: Path) -> None:
    """Through a link below the folder it would write into the data after all."""
    (site / "keluar").mkdir()
    (site / "keluar/2024").symlink_to("../results/2024")
    before = data_of(site)
    done = rapor("render", "keluar", cwd=site)
    assert done.returncode == 1 and "keluar/2024" in done.stderr, done.stderr
    assert data_of(site) == before


def test_render_where_a_file_is_in_the_way(site: Path) -> None:
    (site / "keluar").write_text("berkas\n", encoding="utf-8")
    done = rapor("render", "keluar", cwd=site)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert (site / "keluar").read_text("utf-8") == "berkas\n"


def test_schema_writes_over_schemas_alone(site: Path) -> None:
    assert rapor("schema", "skema", cwd=site).returncode == 0
    assert rapor("schema", "skema", cwd=site).returncode == 0
    mine = site / "skema/result.schema.json"
    mine.write_text('{"title": "Skema saya"}\n', encoding="utf-8")
    before = digest(site / "skema")
    done = rapor("schema", "skema", cwd=site)
    assert done.returncode == 1 and "result.schema.json" in done.stderr
    assert digest(site / "skema") == before
    mine.unlink()
    if sys.platform != "win32":
        mine.symlink_to("../results/2024/alfa.yml")
        before = data_of(site)
        assert rapor("schema", "skema", cwd=site).returncode == 1
        assert data_of(site) == before


def test_a_target_that_is_apart_is_not_refused(site: Path) -> None:
    layout = Layout(site / "mkdocs.yml", site / "results", site / "content")
    for name in ("keluar", "docs/schema", "../keluar", "site"):
        assert check_target(site / name, layout) is None


def test_where_the_system_says_nothing_of_mounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOUNTS", Path("/tidak/ada"))
    assert folders.mounts_below(Path("/")) == []


@needs_links
@settings(max_examples=60, deadline=None)
@given(
    folder=paths,
    results=paths,
    content=paths,
    links=links,
    inside=st.sampled_from(("b", "a", "a/b", "2024", "index.md", "b/index.md", ".rapor.sha256")),
    into=st.sampled_from(("results", "results/2024", "results/2024/alfa.yml", "content", "x")),
    runs=st.integers(1, 2),
)
def test_whatever_the_folder_no_data_change(
    folder: str,
    results: str,
    content: str,
    links: list[tuple[str, str]],
    inside: str,
    into: str,
    runs: int,
) -> None:
    """Refused, or written as the command does it, once or again: the data are what they were."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(os.path.realpath(name)) / "x/y/proyek"
        top.mkdir(parents=True)
        (top / "mkdocs.yml").write_text("site_name: Contoh\n")
        for where, to in links:
            with_link(top / where, top / to)
        kept = [top / results / "2024/alfa.yml", top / content / "b/index.md"]
        try:
            for file in kept:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(file.name)
        except OSError:
            return
        into = into.replace("results", results).replace("content", content)
        with_link(top / folder / inside, top / into)
        before = below(top / results, top / content)
        layout = Layout(top / "mkdocs.yml", top / results, top / content)
        for _ in range(runs):
            if check_target(top / folder, layout) is not None:
                break
            staging = top.parent / "sementara"
            for made in ("index.md", "b/index.md", "a/b/index.md", "2024/alfa.yml"):
                (staging / made).parent.mkdir(parents=True, exist_ok=True)
                (staging / made).write_text("baru")
            with suppress(OSError):  # a link that leads nowhere
                move(staging, Path(os.path.realpath(top / folder)), Problems())
        assert below(top / results, top / content) == before


def test_pages_may_be_written_for_another_site_builder(site: Path) -> None:
    """That is what they are for; its own pages are not written over."""
    other = site.parent / "lain"
    (other / "docs").mkdir(parents=True)
    (other / "mkdocs.yml").write_text("site_name: Lain\n", encoding="utf-8")
    (other / "docs/index.md").write_text("# Lain\n", encoding="utf-8")
    assert rapor("render", "../lain/docs/rapor", cwd=site).returncode == 0
    assert rapor("render", "../lain/docs", cwd=site).returncode == 1
    assert (other / "docs/index.md").read_text("utf-8") == "# Lain\n"
    assert mkdocs("build", "-q", "-d", "../lain/docs/situs", cwd=site).returncode == 0
    done = mkdocs("build", "-d", "../lain/docs", cwd=site)
    assert done.returncode == 1 and "folder isi" in done.stdout, done.stdout
