"""No command changes or removes a file of results/ or content/, wherever the folders are.

Folders that would do so are refused before anything is touched. Links are made where the system
lets a user make them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import mkdocs, write_site
from hypothesis import given, settings
from hypothesis import strategies as st
from test_site import digest

from generator.folders import Layout, check_site, overlaps
from generator.plugin.publish import Publication, PublishError

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def data_of(folder: Path) -> dict[str, str]:
    """The files of results/ and content/, by name and content; through links too."""
    return {
        f"{name}/{path}": sum_
        for name in ("results", "content")
        for path, sum_ in digest(folder / name).items()
    }


def site_of_data(parent: Path) -> Path:
    """A complete site with a page of prose, in a folder that holds nothing else."""
    folder = write_site(parent / "situs")
    (folder / "content/catatan.md").write_text("# Catatan\n", encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_of_data(tmp_path)


# --- which folders are apart -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("site", "results", False),
        ("results", "results", True),
        ("results/situs", "results", True),
        ("a", "a/b/results", True),
        ("results2", "results", False),
        ("a/../results", "results", True),
        ("./results/", "results", True),
        ("Results", "results", True),  # one folder on Windows and macOS
        ("straße", "STRASSE/x", True),
        ("e\N{COMBINING ACUTE ACCENT}", "é", True),  # one folder on macOS
        (".", "results", True),
        ("..", "results", True),
        ("/", "results", True),
    ],
)
def test_folders_that_do_not_exist_yet(
    one: str, other: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert overlaps(Path(one), Path(other)) is expected
    assert overlaps(Path(other), Path(one)) is expected


@needs_links
def test_links_are_followed_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "data/results").mkdir(parents=True)
    (tmp_path / "results").symlink_to(tmp_path / "data/results")
    (tmp_path / "pub").mkdir()
    (tmp_path / "pub/tautan").symlink_to(tmp_path / "data")
    (tmp_path / "putar").symlink_to(tmp_path / "putar")
    assert overlaps(tmp_path / "results", tmp_path / "data")
    assert overlaps(tmp_path / "results", tmp_path / "pub/tautan/results/2024")
    # `..` after a link is the folder above its target, as the system has it.
    assert overlaps(tmp_path / "pub/tautan/../data", tmp_path / "results")
    # Without the link the data would be there and not be found.
    assert overlaps(tmp_path / "pub", tmp_path / "pub/tautan/results")
    assert not overlaps(tmp_path / "putar", tmp_path / "results")


# --- mkdocs build ----------------------------------------------------------------------------

REFUSED = {
    "results": "",
    "content": "",
    ".": "",
    "..": "",
    "results/2024": "",
    "results/situs": "",
    "content/situs": "",
    "RESULTS": "",
    "a/../results": "",
    "pub": "plugins: [{rapor: {results: pub/results}}]\n",
    "pub/results/.": "plugins: [{rapor: {results: pub/results}}]\n",
    # Beside the site are .site.staging, .site.backup and .site.trash, which a build removes.
    "site": "plugins: [{rapor: {results: .site.staging}}]\n",
    "./site": "plugins: [{rapor: {results: .site.backup/results}}]\n",
    "site/": "plugins: [{rapor: {results: .site.trash}}]\n",
}


@pytest.mark.parametrize("site_dir", REFUSED)
@pytest.mark.parametrize("way", ["option", "setting"])
def test_build_refuses_folders_of_data(site_dir: str, way: str, site: Path) -> None:
    more = REFUSED[site_dir] or "plugins: [rapor]\n"
    if "results:" in more:
        target = site / more.partition("results: ")[2].partition("}")[0]
        target.parent.mkdir(exist_ok=True)
        (site / "results").rename(target)
        (site / "results").symlink_to(target)
    if way == "setting":
        more += f"site_dir: {site_dir}\n"
    write_config(site, more)
    before, listed = data_of(site), sorted(site.parent.rglob("*"))
    done = mkdocs("build", *(["-d", site_dir] if way == "option" else []), cwd=site)
    assert data_of(site) == before and len(before) > 3
    assert sorted(site.parent.rglob("*")) == listed, "nothing at all was touched"
    assert done.returncode == 1 and "Traceback" not in done.stdout, done.stdout


def write_config(site: Path, more: str) -> None:
    head = "site_name: Situs Contoh\ndocs_dir: content\ntheme: {name: rapor}\n"
    (site / "mkdocs.yml").write_text(head + more, encoding="utf-8")


def test_the_refusal_names_both_folders_and_another(site: Path) -> None:
    done = mkdocs("build", "-d", "results", cwd=site)
    assert f"folder situs {site / 'results'} dan folder data {site / 'results'}" in done.stdout
    assert f"misalnya {site / 'site'}" in done.stdout
    write_config(site, "plugins: [{rapor: {messages: en}}]\n")
    done = mkdocs("build", "-d", "results/pub", cwd=site)
    assert f"the site folder {site / 'results/pub'} and the data folder" in done.stdout
    assert f"such as {site / 'site'}" in done.stdout


@needs_links
def test_results_may_be_a_link(site: Path) -> None:
    (site / "results").rename(site.parent / "data")
    (site / "results").symlink_to("../data")
    before = data_of(site)
    assert mkdocs("build", "-q", "--strict", cwd=site).returncode == 0
    for site_dir in ("../data", "../data/2024"):
        done = mkdocs("build", "-d", site_dir, cwd=site)
        assert done.returncode == 1 and "folder data" in done.stdout, done.stdout
    assert data_of(site) == before and len(before) > 3


@needs_links
def test_a_page_that_is_a_link_into_the_site_is_kept(site: Path) -> None:
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    (site / "site/lama.md").write_text("# Lama\n", encoding="utf-8")
    (site / "content/lama.md").symlink_to("../site/lama.md")
    before = data_of(site)
    assert mkdocs("build", "-q", cwd=site).returncode == 1
    assert data_of(site) == before and "content/lama.md" in before


@needs_links
def test_a_mount_inside_the_old_site_is_not_emptied(site: Path) -> None:
    """A folder of data that is mounted below the site would be emptied with the old site."""
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    (site / "site/sini").mkdir()
    before = data_of(site)
    script = (
        "mount --bind results/2024 site/sini && "
        f"{sys.executable} -m mkdocs build; code=$?; ls site/sini; exit $code"
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], cwd=site, capture_output=True, text=True
    )
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this user may not mount")
    assert data_of(site) == before
    assert "alfa.yml" in done.stdout
    assert done.returncode == 1 and "mount tersendiri" in done.stdout, done.stdout


def test_build_refuses_the_folders_of_another_site(site: Path) -> None:
    other = write_site(site.parent / "lain")
    before = data_of(other)
    for folder in ("../lain", "../lain/results", "../lain/results/pub", "../lain/content"):
        done = mkdocs("build", "-d", folder, cwd=site)
        assert done.returncode == 1 and "Traceback" not in done.stdout, done.stdout
    assert data_of(other) == before
    # Its site folder holds nothing that cannot be built again.
    assert mkdocs("build", "-q", "-d", "../lain/site", cwd=site).returncode == 0


def test_build_refuses_a_folder_that_is_no_site(site: Path) -> None:
    letters = site.parent / "surat"
    letters.mkdir()
    (letters / "kepada-ppid.txt").write_text("Yth.", encoding="utf-8")
    done = mkdocs("build", "-d", str(letters), cwd=site)
    assert done.returncode == 1 and "kepada-ppid.txt" in done.stdout, done.stdout
    assert [path.name for path in letters.iterdir()] == ["kepada-ppid.txt"]


def test_build_refuses_an_old_site_that_holds_a_project(site: Path) -> None:
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    inside = write_site(site / "site/proyek")
    before = data_of(inside)
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1 and str(inside / "mkdocs.yml") in done.stdout, done.stdout
    assert data_of(inside) == before


def test_a_copy_from_content_is_no_project(site: Path) -> None:
    (site / "content/contoh").mkdir()
    (site / "content/contoh/mkdocs.yml").write_text("site_name: Contoh\n", encoding="utf-8")
    for _ in range(2):
        assert mkdocs("build", "-q", cwd=site).returncode == 0
    assert (site / "site/contoh/mkdocs.yml").is_file()


def test_results_and_content_are_apart(site: Path) -> None:
    (site / "results").rename(site / "content/results")
    write_config(site, "plugins: [{rapor: {results: content/results}}]\n")
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1 and "docs_dir" in done.stdout, done.stdout


def test_a_theme_of_ones_own_is_kept(site: Path) -> None:
    (site / "pub/tema").mkdir(parents=True)
    head = "site_name: Situs Contoh\ndocs_dir: content\n"
    more = "theme: {name: rapor, custom_dir: pub/tema}\nplugins: [rapor]\nsite_dir: pub\n"
    (site / "mkdocs.yml").write_text(head + more, encoding="utf-8")
    done = mkdocs("build", cwd=site)
    assert done.returncode == 1 and "folder tema" in done.stdout, done.stdout
    assert (site / "pub/tema").is_dir()


# --- any layout ------------------------------------------------------------------------------

NAMES = ("a", "b", "A", "site", ".site.staging", ".site.backup", ".site.trash", "results", "..")
paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)
links = st.lists(st.tuples(paths, paths), max_size=3)


@needs_links
@settings(max_examples=60, deadline=None)
@given(site=paths, results=paths, content=paths, links=links, old=st.booleans())
def test_whatever_the_layout_no_data_change(
    site: str, results: str, content: str, links: list[tuple[str, str]], old: bool
) -> None:
    """Refused, or published as a build does it: then the data are what they were."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(os.path.realpath(name)) / "x/y/proyek"
        top.mkdir(parents=True)
        (top / "mkdocs.yml").write_text("site_name: Contoh\n")
        for where, to in links:
            with_link(top / where, top / to)
        kept = [top / results / "2024/alfa.yml", top / content / "tentang.md"]
        for file in kept:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(file.name)
            except OSError:
                return  # a link that leads nowhere: there are no data
        if old:
            try:
                (top / site).mkdir(parents=True, exist_ok=True)
                (top / site / "index.html").write_text("lama")
            except OSError:
                return
        before = [file.read_bytes() for file in kept]
        layout = Layout(top / "mkdocs.yml", top / results, top / content)
        if check_site(top / site, layout) is None:
            publication = Publication(top / site)
            with suppress(PublishError):  # the name is a file, or a link that leads nowhere
                publication.begin()
                (publication.staging_dir / "index.html").write_text("baru")
                publication.commit()
        assert [file.read_bytes() for file in kept] == before
        assert (top / "mkdocs.yml").is_file()


def with_link(link: Path, target: Path) -> None:
    try:
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(target, link.parent))
    except OSError:
        pass  # there is something already


def test_the_usual_layouts_are_not_refused(tmp_path: Path) -> None:
    for site in ("site", "../pub", "../proyek-site", "a/b/site", "results-site"):
        layout = Layout(
            tmp_path / "proyek/mkdocs.yml",
            tmp_path / "proyek/results",
            tmp_path / "proyek/content",
        )
        assert check_site(tmp_path / "proyek" / site, layout) is None


# --- serve and gh-deploy write elsewhere -----------------------------------------------------


def test_serve_ignores_the_site_folder(site: Path) -> None:
    """Its site folder is a temporary one, so a wrong site_dir harms nothing."""
    layout = Layout(site / "mkdocs.yml", site / "results", site / "content")
    temporary = Path(tempfile.mkdtemp(prefix="mkdocs_"))
    try:
        assert check_site(temporary, layout, temporary=True) is None
    finally:
        temporary.rmdir()
    assert check_site(site / "results/mkdocs_x", layout, temporary=True) is not None


# --- rapor render, rapor schema --------------------------------------------------------------


def below(*folders: Path) -> dict[str, bytes]:
    """All files of some folders, by their names as they are reached."""
    return {
        os.path.join(at, name): Path(at, name).read_bytes()
        for folder in folders
        for at, _, files in os.walk(folder)
        for name in files
        if os.path.isfile(os.path.join(at, name))
    }


def test_gh_deploy_does_not_take_the_branch_of_the_data(site: Path) -> None:
    """The working copy would stay, but the branch would hold the site alone, here and there."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for call in (["init", "-q", "-b", "utama"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *call], cwd=site, check=True)
    files = ["git", "ls-tree", "-r", "--name-only", "utama"]
    before = subprocess.run(files, cwd=site, capture_output=True, check=True).stdout
    done = mkdocs("gh-deploy", "-b", "utama", cwd=site)
    assert done.returncode == 1 and "remote_branch" in done.stdout, done.stdout
    assert subprocess.run(files, cwd=site, capture_output=True, check=True).stdout == before
    assert not (site / "site").exists()
