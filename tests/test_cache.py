"""What is kept in the user's cache folder saves time, and neither its loss nor its harm is felt."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader

from generator import cache
from generator.news import sentences
from generator.templating import SharedEnvironment, fill


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's cache folder of its own."""
    monkeypatch.setattr(cache, "user_cache_path", lambda *names, **more: tmp_path / "cache")
    cache._folder.cache_clear()
    yield tmp_path / "cache"
    cache._folder.cache_clear()


def filled() -> str:
    """A template filled by an environment that has seen none."""
    loader = DictLoader({"a": "skor {{ a }}{% if b %}, naik{% endif %}"})
    environment = SharedEnvironment(loader=loader, finalize=str)
    return fill(environment.get_template("a"), {"a": 8, "b": True})


def kept(home: Path) -> list[Path]:
    return sorted(home.glob("*/*.jinja"))


def test_a_template_is_compiled_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled() == "skor 8, naik"
    assert len(kept(home)) == 1
    monkeypatch.setattr(SharedEnvironment, "compile", None)  # not to be called
    assert filled() == "skor 8, naik"


@pytest.mark.parametrize("harm", [b"", b"x" * 300, None])
def test_what_was_lost_or_harmed_is_made_again(harm: bytes | None, home: Path) -> None:
    filled()
    for file in kept(home):
        if harm is None:
            file.unlink()
            file.parent.rmdir()
        else:
            file.write_bytes(harm)
    assert filled() == "skor 8, naik"


def test_a_changed_source_has_another_folder(home: Path, tmp_path: Path) -> None:
    source = tmp_path / "a.py"
    found = set()
    for text in ("one", "two"):
        source.write_text(text)
        found.add(cache.kept_folder(source))
    found.add(cache.kept_folder(source, variant="other"))
    assert len(found) == 3
    assert None not in found


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_programs_of_others_are_not_run(home: Path) -> None:
    filled()
    folder = kept(home)[0].parent
    folder.chmod(0o777)
    cache._folder.cache_clear()
    kept(home)[0].write_bytes(b"of somebody else")
    assert filled() == "skor 8, naik"
    assert kept(home)[0].read_bytes() == b"of somebody else", "neither read nor written"


@pytest.mark.skipif(sys.platform == "win32", reason="a file in the place of the folder")
def test_without_a_place_to_keep_all_is_made_again(home: Path) -> None:
    home.write_text("no folder")
    assert filled() == "skor 8, naik"


def test_what_nobody_used_for_long_is_removed(home: Path, tmp_path: Path) -> None:
    old, new = home / "old", home / "new"
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "x.jinja").write_bytes(b"")
    past = time.time() - 2 * cache.UNUSED
    os.utime(old, (past, past))
    filled()
    assert new.exists()
    assert not old.exists()


def test_sentences_found_right_are_not_checked_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []
    monkeypatch.setattr(sentences, "check", checked.append)
    for _ in range(2):
        sentences.phrases.cache_clear()
        sentences.phrases()
    sentences.phrases.cache_clear()
    assert len(checked) == 1
