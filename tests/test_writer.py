"""Pages are written where they are made; what is missing, gone or wrong stops the build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import mkdocs, write_site

from generator.format.problems import Problems
from generator.load.load import load
from generator.plugin import writer
from generator.plugin.writer import Target, WriteError, Writer
from generator.settings import read_settings
from generator.site import Whole, site_of

forked = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")


class Plain:
    """Pages without a theme around them; ``broken`` is an address that cannot be made."""

    def __init__(self, whole: Whole, broken: str = "?") -> None:
        self._whole = whole
        self._broken = broken

    def share(self) -> None:
        self._whole.share()

    def pieces(self, address: str) -> list[str]:
        if address == self._broken:
            raise ValueError(address)
        return [self._whole.made(address)[1]]


@pytest.fixture
def whole(tmp_path: Path) -> Whole:
    problems = Problems()
    settings = read_settings(write_site(tmp_path), problems)
    dataset = load(settings.results, problems)
    assert dataset is not None
    return site_of(settings, dataset, problems)


def written(whole: Whole, folder: Path, broken: str = "?") -> dict[str, str]:
    addresses = list(whole.makers)
    found = Writer(Plain(whole, broken), Target(folder), addresses)  # type: ignore[arg-type]
    found.begin()
    found.end()
    return {a: (folder / a / "index.html").read_text("utf-8") for a in addresses}


@forked
def test_several_processes_write_what_one_does(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = written(whole, tmp_path / "one")
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "processors", lambda: 3)
    assert written(whole, tmp_path / "three") == alone


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_that_cannot_be_made_is_told(
    count: int, whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "processors", lambda: count)
    with pytest.raises((WriteError, ValueError), match="2024/alfa/"):
        written(whole, tmp_path / "out", broken="2024/alfa/")


@forked
def test_a_process_that_ends_is_told(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "processors", lambda: 2)
    here = os.getpid()
    ended = lambda self, before: 0 if os.getpid() == here else sys.exit(3)  # noqa: E731
    monkeypatch.setattr(Writer, "_write", ended)
    with pytest.raises(WriteError, match="exit 3"):
        written(whole, tmp_path / "out")


def test_at_most_eight_processes_and_fewer_for_small_sites(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "processors", lambda: 64)
    addresses = list(whole.makers)
    found = Writer(Plain(whole), Target(tmp_path), addresses)  # type: ignore[arg-type]
    found.begin()
    assert not found._processes, "a small site needs none"
    monkeypatch.setattr(writer, "FEWEST", 1)
    found.begin()
    assert len(found._processes) <= 8
    found.end()


def test_pages_that_are_gone_are_missed(whole: Whole, tmp_path: Path) -> None:
    written(whole, tmp_path / "out")
    shutil.rmtree(tmp_path / "out/2024")
    assert Target(tmp_path / "out").missing(list(whole.makers)) > 1


def test_a_staging_folder_that_is_removed_stops_the_build(tmp_path: Path) -> None:
    """Half a site is not published: the old one stays."""
    site = write_site(tmp_path / "situs")
    assert mkdocs("build", "-q", cwd=site).returncode == 0
    before = (site / "site/2024/alfa/index.html").read_bytes()
    (site / "hooks.py").write_text(
        "import shutil\n"
        "def on_post_template(output, template_name, config):\n"
        "    if template_name == 'sitemap.xml':\n"
        "        shutil.rmtree(config.site_dir)\n"
        "    return output\n",
        encoding="utf-8",
    )
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "hooks: [hooks.py]\n", encoding="utf-8")
    done = mkdocs("build", "-q", cwd=site)
    assert done.returncode == 1, done.stdout
    assert (site / "site/2024/alfa/index.html").read_bytes() == before


INTERRUPTED = """
import sys, time
from pathlib import Path
from generator.plugin import publish, writer

class Pages:
    def share(self):
        pass

    def pieces(self, address):
        time.sleep(0.001)
        return ["x"]

writer.FEWEST, writer.processors = 1, lambda: 4
remove = publish._remove

def slowly(path):
    remove(path)
    time.sleep(0.1)

publish._remove = slowly
publication = publish.Publication(Path(sys.argv[1]))
publication.begin()
found = writer.Writer(Pages(), writer.Target(publication.staging_dir), [f"{n}/" for n in range(9999)])
found.begin()
while not any(publication.staging_dir.iterdir()):
    time.sleep(0.001)
raise KeyboardInterrupt
"""


@forked
def test_nothing_is_written_after_an_interruption(tmp_path: Path) -> None:
    """The other processes end before the staging folder is removed, or they would make it again."""
    call = [sys.executable, "-c", INTERRUPTED, str(tmp_path / "site")]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert "KeyboardInterrupt" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [".site.lock"]
