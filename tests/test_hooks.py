"""The plugin inside MkDocs, in one process: what is built, what is refused, what a preview shows."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import write_site
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from test_site import digest

from generator.plugin import writer

BROKEN = "region: alfa\nskor: 780+\n"


def another_process() -> None:
    """A process has one plugin; what comes next has another."""
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def new_plugin() -> Iterator[None]:
    another_process()
    yield
    another_process()


def configured(site: Path, **more: Any) -> MkDocsConfig:
    config = load_config(config_file=str(site / "mkdocs.yml"), **more)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def built(site: Path, **more: Any) -> Path:
    build(configured(site, **more))
    return site / "site"


def test_a_page_of_every_kind(tmp_path: Path) -> None:
    site = built(write_site(tmp_path))
    for address in ("", "wilayah/", "wilayah/alfa/", "2024/", "2024/alfa/", "koreksi/", "data/"):
        assert "</html>" in (site / address / "index.html").read_text("utf-8"), address
    assert (site / "data/hasil.csv").is_file()
    assert [path.name for path in site.parent.glob(".site.*")] == [".site.lock"]


def test_pages_made_by_other_processes_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = digest(built(write_site(tmp_path / "a")))
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "processors", lambda: 2)
    assert digest(built(write_site(tmp_path / "b"))) == here


def test_own_prose_stands_in_the_place_of_the_package_s(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    (folder / "content/tentang").mkdir()
    (folder / "content/tentang/index.md").write_text(
        "# Tentang kami\n\nOleh [[penerbit]]. [Semua](wilayah/), [Alfa](2024/alfa/#sumber),"
        " [cara](metodologi/), [lain](https://contoh.go.id/).\n"
    )
    text = (built(folder) / "tentang/index.html").read_text("utf-8")
    assert "Oleh belum disebut." in text
    for href in ("../wilayah/", "../2024/alfa/#sumber", "../metodologi/", "https://contoh.go.id/"):
        assert f'href="{href}"' in text, href


def test_a_draft_of_prose_is_no_page(tmp_path: Path) -> None:
    folder = write_site(tmp_path, None, "plugins: [rapor]\ndraft_docs: |\n  privasi.md\n")
    (folder / "content/privasi.md").write_text("# Privasi\n")
    assert not (built(folder) / "privasi").exists()


def test_a_page_of_the_site_is_not_written_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write_site(tmp_path)
    before = digest(built(folder))
    (folder / "content/wilayah").mkdir()
    (folder / "content/wilayah/index.md").write_text("# Wilayah kami\n")
    with pytest.raises(Abort, match="Belum dapat diterbitkan"):
        built(folder)
    assert any("content/wilayah/index.md:1:1: alamat berkas ini" in t for t in caplog.messages)
    assert digest(folder / "site") == before


def test_broken_data_are_told_and_nothing_is_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write_site(tmp_path, {"2024/alfa.yml": BROKEN})
    with pytest.raises(Abort, match="Belum dapat diterbitkan"):
        built(folder)
    assert any("results/2024/alfa.yml:2:1: skor" in text for text in caplog.messages)
    assert not (folder / "site").exists()


def test_strict_publishes_nothing_with_a_warning(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    before = digest(built(folder))
    (folder / "content/catatan.md").write_text("# Catatan\n\n[hilang](tidak-ada.md)\n")
    with pytest.raises(Abort):
        built(folder, strict=True)
    assert digest(folder / "site") == before
    assert (built(folder) / "catatan/index.html").is_file()


def test_another_plugin_fails(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    before = digest(built(folder))
    (folder / "fails.py").write_text("def on_post_page(output, **_):\n    raise OSError('no')\n")
    with (folder / "mkdocs.yml").open("a") as stream:
        stream.write("hooks: [fails.py]\n")
    with pytest.raises(OSError, match="no"):
        built(folder)
    assert digest(folder / "site") == before
    assert not (folder / ".site.staging").exists()


def test_a_site_that_is_being_built_is_not_built_twice(tmp_path: Path) -> None:
    folder = write_site(tmp_path)
    config = configured(folder)
    config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    another_process()
    with pytest.raises(Abort, match="sedang"):
        built(folder)
    config.plugins.on_build_error(error=RuntimeError())
    assert (built(folder) / "index.html").is_file()


def test_dirty_builds_are_refused(tmp_path: Path) -> None:
    config = load_config(config_file=str(write_site(tmp_path) / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=True)
    with pytest.raises(Abort, match="--dirty"):
        build(config, dirty=True)


class Preview:
    """``mkdocs serve`` without its sockets: what a browser gets for a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = load_config(
            config_file=str(folder / "mkdocs.yml"), site_dir=str(folder / "pratinjau")
        )
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.build()
        self.server = LiveReloadServer(
            builder=self.build,
            host="127.0.0.1",
            port=0,
            root=self.config.site_dir,
            mount_path="/",
        )
        self.watched: list[str] = []
        self.server.watch = lambda path, *_, **__: self.watched.append(path)  # type: ignore[method-assign]
        self.config.plugins.on_serve(self.server, config=self.config, builder=self.build)

    def build(self) -> None:
        """As a rebuild does it: the configuration is read anew, the plugin stays."""
        self.config = load_config(
            config_file=str(self.folder / "mkdocs.yml"), site_dir=self.config.site_dir
        )
        build(self.config, serve_url="http://127.0.0.1:8000/")

    def get(self, path: str) -> str:
        """The text that stands at a path, or the status when there is none."""
        told: list[str] = []

        def start(status: str, headers: Any) -> None:
            told.append(status)

        app = self.server.get_app()
        assert app is not None
        environ = {"PATH_INFO": path, "SCRIPT_NAME": "", "REQUEST_METHOD": "GET"}
        body = b"".join(app(environ, start)).decode("utf-8")
        return body if told[0].startswith("200") else told[0]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    yield lambda files=None: Preview(write_site(tmp_path, files))
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


def test_a_preview_makes_a_page_when_it_is_asked_for(preview: Callable[..., Preview]) -> None:
    shown = preview()
    site = Path(shown.config.site_dir)
    assert (site / "tentang/index.html").is_file(), "prose is MkDocs' own"
    for path in ("wilayah/index.html", "2024/index.html", "2024/alfa", "data/hasil.csv"):
        assert not (site / path).exists(), path
    assert "Kabupaten Alfa" in shown.get("/wilayah/")
    assert "Kabupaten Alfa" in shown.get("/2024/")
    assert "87,45" in shown.get("/2024/alfa/")
    assert "Kabupaten Alfa" in shown.get("/wilayah/alfa/index.html")
    assert "87.45" in shown.get("/data/hasil.csv")
    assert "404" in shown.get("/2024/delta/")
    assert "404" in shown.get("/lain/")
    assert str(shown.folder / "results") in shown.watched
    assert any(path.endswith("templates") for path in shown.watched)


def test_a_preview_shows_a_change(preview: Callable[..., Preview]) -> None:
    shown = preview()
    assert "87,45" in shown.get("/2024/alfa/")
    (shown.folder / "results/2024/alfa.yml").write_text("region: alfa\nscore: 91.00\n")
    shown.build()
    assert "91,00" in shown.get("/2024/alfa/")


def test_a_preview_lists_what_to_mend(preview: Callable[..., Preview]) -> None:
    shown = preview({"2024/alfa.yml": BROKEN})
    assert "results/2024/alfa.yml:2:1: skor" in shown.get("/")
    (shown.folder / "results/2024/alfa.yml").write_text("region: alfa\nscore: 91.00\n")
    shown.build()
    assert "91,00" in shown.get("/2024/alfa/")


def test_a_preview_says_that_its_pages_are_the_last_good_ones(
    preview: Callable[..., Preview],
) -> None:
    """On every page, with the place of what to mend, until it is mended; never in a data file."""
    shown = preview()
    assert "87,45" in shown.get("/2024/alfa/") and 'role="alert"' not in shown.get("/2024/alfa/")
    (shown.folder / "results/2024/alfa.yml").write_text(BROKEN + "rank: 0\n")
    shown.build()
    for path in ("/", "/2024/alfa/", "/tentang/"):
        page = shown.get(path)
        body = page.partition("<body")[2]
        assert body.index('role="alert"') < body.index("<h1"), path
        assert "2 masalah dalam 1 berkas" in page, path
        assert "<li>results/2024/alfa.yml:2:1: skor: kunci ini tidak dikenal" in page, path
    assert "87,45" in shown.get("/2024/alfa/")
    assert "alert" not in shown.get("/data/hasil.csv")
    (shown.folder / "results/2024/alfa.yml").write_text("region: alfa\nscore: 91.00\n")
    shown.build()
    assert "91,00" in shown.get("/2024/alfa/") and 'role="alert"' not in shown.get("/2024/alfa/")


def test_a_preview_with_many_problems_shows_the_first(preview: Callable[..., Preview]) -> None:
    shown = preview()
    (shown.folder / "results/2024/alfa.yml").write_text(
        "region: alfa\na: 1\nb: 1\nc: 1\nd: <b>\ne: 1\nf: 1\n"
    )
    shown.build()
    page = shown.get("/wilayah/")
    assert "6 masalah" in page and page.count("<li>results/") == 5
    assert "Selebihnya ada di terminal." in page


@pytest.mark.parametrize(
    "mkdocs_yml",
    ["site_name: [", "site_name: Situs\ndocs_dir: tidak-ada\n", "theme: {name: tiada}\n"],
)
def test_a_preview_survives_a_build_that_fails(
    mkdocs_yml: str, preview: Callable[..., Preview]
) -> None:
    """MkDocs would let each request wait, and nobody would see why."""
    shown = preview()
    assert "87,45" in shown.get("/2024/alfa/")
    file = shown.folder / "mkdocs.yml"
    before = file.read_text()
    file.write_text(mkdocs_yml)
    shown.server.builder()
    page = shown.get("/2024/alfa/")
    assert "87,45" in page and "Situs tidak dapat dibangun ulang: " in page
    file.write_text(before)
    shown.server.builder()
    assert "alert" not in shown.get("/2024/alfa/")


def test_prose_that_is_not_utf_8_stops_no_preview(preview: Callable[..., Preview]) -> None:
    shown = preview()
    (shown.folder / "content/catatan.md").write_bytes("# Café".encode("latin-1"))
    shown.server.builder()
    page = shown.get("/2024/alfa/")
    assert "87,45" in page and "content/catatan.md:1:6: berkas ini bukan UTF-8" in page


def test_drafts_are_shown_in_a_preview_alone(preview: Callable[..., Preview]) -> None:
    from conftest import EDITION

    shown = preview({"2024/edition.yml": EDITION.replace("final", "draft")})
    assert "Draf: hasil di halaman ini belum final" in shown.get("/2024/alfa/")
    assert not (built(shown.folder) / "2024").exists()
