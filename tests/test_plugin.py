"""`mkdocs build` as people use it: a mistake harms nothing, every option works."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import mkdocs, rapor, write_site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from serving import serving
from test_site import check_links, digest

from generator.plugin import sitemap

BROKEN = "region: alfa\nskor: 780+\n"


def test_four_lines_make_a_site(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    done = mkdocs("build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout and "MkDocs 2" not in done.stdout
    assert (folder / "site/2024/alfa/index.html").is_file()
    assert list((folder / "content").iterdir()) == []
    assert check_links(folder / "site") > 50


def test_broken_data_leave_the_site(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    before = digest(folder / "site")
    (folder / "results/2024/alfa.yml").write_text(BROKEN)
    done = mkdocs("build", cwd=folder, LC_ALL="C")
    assert done.returncode == 1
    assert "results/2024/alfa.yml:2:1: skor: kunci ini tidak dikenal" in done.stdout
    assert "Traceback" not in done.stdout
    assert digest(folder / "site") == before


def test_strict_refuses_before_the_swap(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    before = digest(folder / "site")
    (folder / "content/catatan.md").write_text("# Catatan\n\n[hilang](tidak-ada.md)\n")
    done = mkdocs("build", "--strict", cwd=folder)
    assert done.returncode == 1, done.stdout
    assert digest(folder / "site") == before
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    assert (folder / "site/catatan/index.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    before = digest(folder / "site")
    for delay in (0.2, 0.5, 0.7, 0.9):
        build = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder)
        time.sleep(delay)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert digest(folder / "site") == before, delay
    assert mkdocs("build", "-q", cwd=folder).returncode == 0
    assert digest(folder / "site") == before


def test_addresses_as_files(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    with (folder / "mkdocs.yml").open("a") as stream:
        stream.write("use_directory_urls: false\n")
    done = mkdocs("build", "-q", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert check_links(folder / "site") > 50
    home = (folder / "site/index.html").read_text("utf-8")
    assert 'href="wilayah/index.html"' in home and 'href="tentang.html"' in home


def test_subdirectory_and_site_dir(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    with (folder / "mkdocs.yml").open("a") as stream:
        stream.write("site_url: https://contoh.go.id/rapor/\n")
    done = mkdocs("build", "-q", "--strict", "--site-dir", str(tmp_path / "keluar"), cwd=folder)
    assert done.returncode == 0, done.stdout
    assert check_links(tmp_path / "keluar", "/rapor/") > 50
    assert "https://contoh.go.id/rapor/2024/alfa/" in (tmp_path / "keluar/sitemap.xml").read_text()
    assert not (folder / "site").exists()


def test_gh_deploy(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "situs")
    git = [
        "git",
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
        "-c",
        "init.defaultBranch=main",
    ]
    bare = tmp_path / "bare.git"
    subprocess.run([*git, "init", "-q", "--bare", str(bare)], check=True)
    for call in (
        ["init", "-q"],
        ["add", "."],
        ["commit", "-qm", "x"],
        ["remote", "add", "origin", str(bare)],
    ):
        subprocess.run([*git, *call], cwd=folder, check=True)
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "a"), ("EMAIL", "a@example.org"))
    }
    done = mkdocs("gh-deploy", "-q", cwd=folder, **who)
    assert done.returncode == 0, done.stdout
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"],
        cwd=bare,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "2024/alfa/index.html" in listed


def test_drafts_stay_out_and_samples_say_so(tmp_path: Path) -> None:
    from conftest import EDITION

    later = EDITION.replace("2024", "2025").replace("final", "draft")
    sample = EDITION.replace("final", "sample")
    folder = write_site(
        tmp_path,
        {
            "2024/edition.yml": sample,
            "2025/edition.yml": later,
            "2025/alfa.yml": "region: alfa\nscore: 1.00\n",
        },
    )
    assert mkdocs("build", "-q", "--strict", cwd=folder).returncode == 0
    assert not (folder / "site/2025").exists()
    assert "Contoh: hasil di halaman ini rekaan" in (
        folder / "site/2024/alfa/index.html"
    ).read_text("utf-8")


def test_dirty_is_refused(tmp_path: Path) -> None:
    done = mkdocs("build", "--dirty", cwd=write_site(tmp_path))
    assert done.returncode == 1 and "--dirty tidak dapat dipakai" in done.stdout


def test_serve_shows_problems_and_lives(tmp_path: Path) -> None:
    folder = write_site(tmp_path / "situs", {"2024/alfa.yml": BROKEN})
    result, config = folder / "results/2024/alfa.yml", folder / "mkdocs.yml"
    with serving(folder) as served:
        assert served.get("", "results/2024/alfa.yml:2:1")
        result.write_text("region: alfa\nscore: 91.00\n")
        assert served.get("2024/alfa/", "91,00")
        assert served.get("wilayah/alfa/index.html", "Kabupaten Alfa")
        assert served.get("data/hasil.csv", "91.00")
        assert served.get("data/", "hasil-2024.csv")
        result.write_text(BROKEN)
        assert served.get("2024/alfa/", "<li>results/2024/alfa.yml:2:1"), "each page says so"
        assert served.get("2024/alfa/", "91,00"), "the last good pages stay"
        before = config.read_text()
        config.write_text("site_name: [")
        assert served.get("2024/alfa/", "Situs tidak dapat dibangun ulang"), (
            "no request waits for ever"
        )
        config.write_text(before)
        assert served.get("2024/alfa/", "<li>results/2024/alfa.yml:2:1")
        assert "results/2024/alfa.yml:2:1" in served.said()


def test_sitemap_is_split_where_it_must_be() -> None:
    urls = "".join(f"<url><loc>https://a.example/{i}/</loc></url>\n" for i in range(5))
    whole = f'<?xml version="1.0"?>\n<urlset xmlns="x">\n{urls}</urlset>\n'
    assert sitemap.split(whole, "https://a.example/", most=5) == (whole, {})
    index, parts = sitemap.split(whole, "https://a.example/", most=2)
    assert list(parts) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert index.count("<sitemap>") == 3 and "https://a.example/sitemap-2.xml" in index
    found = []
    for text in parts.values():
        tree = ElementTree.fromstring(text.partition("\n")[2])
        found += [loc.text for loc in tree.iter("{x}loc")]
    assert found == [f"https://a.example/{i}/" for i in range(5)]


def test_a_large_sitemap_in_the_built_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(tmp_path, None, "site_url: https://a.example/b/\nplugins: [rapor]\n")
    monkeypatch.setattr(sitemap.split, "__defaults__", (3,))
    build(load_config(config_file=str(site / "mkdocs.yml")))
    index = (site / "site/sitemap.xml").read_text("utf-8")
    assert "https://a.example/b/sitemap-2.xml" in index
    assert "https://a.example/b/2024/alfa/" in "".join(
        path.read_text("utf-8") for path in (site / "site").glob("sitemap-*.xml")
    )


def test_command(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    assert rapor("check", cwd=folder, LC_ALL="C").stdout.startswith("Data benar: 3 wilayah")
    assert rapor("render", "keluar", cwd=folder).returncode == 0
    assert (
        (folder / "keluar/2024/alfa/index.md").read_text("utf-8").startswith("# Alfa Berkategori")
    )
    assert rapor("schema", "skema", cwd=folder).returncode == 0
    assert json.loads((folder / "skema/result.schema.json").read_text("utf-8"))["properties"][
        "score"
    ]
    told = rapor("--help", cwd=folder).stdout
    assert len(told.splitlines()) <= 40 and "contoh:" in told
    (folder / "results/2024/alfa.yml").write_text(BROKEN)
    done = rapor("check", cwd=folder)
    assert done.returncode == 1 and "mungkin maksudnya “score”" in done.stderr
    assert "did you mean" in rapor("--messages", "en", "check", cwd=folder).stderr
    assert "did you mean" in rapor("check", cwd=folder, LANG="en_US.UTF-8").stderr
