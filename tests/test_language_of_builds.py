"""What an admin is told, and what stands around every page, is in the language that was chosen.

A word is foreign where only the other side of the catalogues has it: what is no message of any
catalogue, or is told without asking one, is found.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import BASE, ROOT, write_site
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort
from test_hooks import BROKEN, Preview, another_process, configured
from visible import visible

from catalogues import DOMAINS, messages
from generator import cli
from generator.cli import main
from generator.command import explain
from generator.language.catalogue import read_catalogue
from generator.plugin import guard, publish, writer
from generator.plugin.publish import Publication

LANGUAGES = ("id", "en")
_GAP = re.compile(r"\{\w+\}|%\(\w+\)\w|<[^>]+>|--\w+|/\S+|\w+/\w+/\S+|[\w.]+\.\w+")
_WORD = re.compile(r"[^\W\d_]{3,}")


@pytest.fixture(autouse=True)
def anybody(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody without a language set; and a plugin of its own for each test."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    another_process()
    yield
    another_process()


Captured = pytest.CaptureFixture[str]


def spoken(text: str) -> set[str]:
    """The words of a text without placeholders and names of files and options."""
    return set(_WORD.findall(_GAP.sub(" ", text).lower()))


@cache
def of_catalogues() -> dict[str, frozenset[str]]:
    """The words that messages have in one language alone."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for domain in DOMAINS:
        english = read_catalogue("en", domain.name)
        for one in messages(domain):
            if one.id and one.pluralizable:
                found["id"] |= spoken(one.id[1])
                found["en"] |= spoken(english.ngettext(*one.id, 2))
            elif one.id:
                found["id"] |= spoken(one.id)
                found["en"] |= spoken(english.gettext(one.id))
    return {
        "id": frozenset(found["id"] - found["en"]),
        "en": frozenset(found["en"] - found["id"]),
    }


def foreign(text: str, language: str, *known: object) -> list[str]:
    """The words of the other language in a text; ``known`` stands there in any language."""
    other = next(code for code in LANGUAGES if code != language)
    for one in known:
        text = text.replace(str(one), " ")
    # Typed alike in every language: commands, options and the values to choose from.
    names = "|".join(one.NAME for one in cli.commands())
    typed = rf"\{{[a-z]+(?:,[a-z]+)+\}}|(?<![\w-])(?:--[a-z-]+|(?:{names})(?![\w-]))"
    text = re.sub(typed, " ", text)
    return sorted(spoken(text) & of_catalogues()[other])


def test_words_of_the_other_language_are_found() -> None:
    assert [len(words) > 500 for words in of_catalogues().values()] == [True, True]
    assert foreign("Halaman dapat ditulis", "en") == ["dapat", "ditulis", "halaman"]
    assert foreign("Halaman belum dapat ditulis", "id") == []
    assert "written" in foreign("Pages could not be written", "id")


# --- the command -------------------------------------------------------------------------------


def said(capsys: Captured, *arguments: str) -> str:
    """All that a call prints."""
    with suppress(SystemExit):  # help, or a wrong call
        main(arguments)
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *(one.NAME for one in cli.commands())])
def test_help(command: str, language: str, capsys: Captured) -> None:
    told = said(capsys, "--messages", language, *filter(None, [command]), "--help")
    assert "rapor" in told and "-h, --help" in told
    assert foreign(told, language, "schema") == []


def test_help_of_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.chdir(write_site(tmp_path, None, "plugins: [{rapor: {messages: en}}]\n"))
    assert foreign(said(capsys, "check", "--help"), "en") == []
    assert foreign(said(capsys, "--messages", "id", "check", "--help"), "id") == []


CALLS: dict[str, tuple[str, ...]] = {
    "no command": (),
    "unknown command": ("chekc",),
    "unknown option": ("check", "--all"),
    "too many": ("check", ".", "lain"),
    "nothing to write into": ("render",),
    "no value": ("render", "keluar", "--language"),
    "another value": ("render", "keluar", "--language", "fr"),
    "a value too many": ("check", "--help=x"),
    "right": ("check",),
    "no site": ("check", "lain"),
    "own folder": ("render", "results"),
    "sentences": ("explain",),
    "nobody": ("explain", "delta"),
    "no page": ("explain", "2025", "alfa"),
    "written": ("render", "keluar"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", CALLS)
def test_calls(
    call: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(write_site(tmp_path))
    told = said(capsys, "--messages", language, *CALLS[call])
    assert told and foreign(told, language, tmp_path, *CALLS[call], "explain", "schema") == []


EXPLAINED = {
    "id": ({"aturan", "slot", "fakta"}, "(sudut: ", "dihitung", "dan 1 tempat lain"),
    "en": ({"rule", "slots", "fact"}, "(angle: ", "computed", "and 1 more"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_explain(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """The sentences, their slots and their facts are in the language of the article."""
    monkeypatch.chdir(write_site(tmp_path))
    monkeypatch.setattr(explain, "MOST_PLACES", 0)
    for what in (("2024",), ("2024", "alfa"), ("alfa",)):
        told = said(capsys, "--messages", language, "explain", *what)
        heads, angle, computed, more = EXPLAINED[language]
        assert set(re.findall(r"^   (\w+): ", told, re.MULTILINE)) == heads
        assert (angle in told) == ("2024" in what) and more in told
        assert set(re.findall(r"\((computed|dihitung)", told)) <= {computed}
        rest = re.findall(r"^(?!/|\d+\. |   \w).+", told, re.MULTILINE)
        assert foreign("\n".join(rest), language) == []
    assert f"({computed}" in said(capsys, "--messages", language, "explain", "2024")


# --- the build ---------------------------------------------------------------------------------

Spoil = Callable[[Path, pytest.MonkeyPatch], Any]


def refused(code: int) -> Spoil:
    def exchange(first: Path, second: Path) -> None:
        raise OSError(code, os.strerror(code), str(second))

    def spoil(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (site / "site").mkdir()
        monkeypatch.setattr(publish, "_exchange", exchange)
        monkeypatch.setattr(publish, "_NO_EXCHANGE", set())

    return spoil


def busy(site: Path, monkeypatch: pytest.MonkeyPatch) -> Publication:
    other = Publication(site / "site")
    other.begin()
    return other


def staging_removed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_identity", lambda folder: object())


def pages_gone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer.Target, "write", lambda self, address, text: None)


def process_ends(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FEWEST", 1)
    monkeypatch.setattr(writer, "processors", lambda: 2)
    monkeypatch.setattr(writer.Writer, "_work", lambda self, pipe, parent: os._exit(3))


HOOK = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

@event_priority(100)
def on_files(files, config):
    files.append(File.generated(config, "wilayah/index.md", content="# X"))
"""


def written_over(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By another plugin, after the folder of prose was checked."""
    (site / "kait.py").write_text(HOOK)
    with (site / "mkdocs.yml").open("a") as stream:
        stream.write("hooks: [kait.py]\n")


def linked_elsewhere(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Publication.begin

    def then(self: Publication) -> None:
        begin(self)
        self._site = site / "lain"

    monkeypatch.setattr(Publication, "begin", then)


def branch_of_the_data(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = SimpleNamespace(stdout="gh-pages\n")
    git = SimpleNamespace(run=lambda *_, **__: done)
    monkeypatch.setattr(guard, "subprocess", git)  # there alone: the search runs a program too


FAILURES: dict[str, Spoil] = {
    "data": lambda site, _: (site / "results/2024/alfa.yml").write_text(BROKEN),
    "file": lambda site, _: (site / "site").write_text("x"),
    "strange folder": lambda site, _: ((site / "site").mkdir(), (site / "site/x.txt").touch()),
    "busy": busy,
    "full": refused(errno.ENOSPC),
    "not allowed": refused(errno.EACCES),
    "mounted": refused(errno.EXDEV),
    "linked elsewhere": linked_elsewhere,
    "staging removed": staging_removed,
    "pages gone": pages_gone,
    "process ends": process_ends,
    "written over": written_over,
    "dirty": lambda site, _: None,
    "branch": branch_of_the_data,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("failure", FAILURES)
def test_failures(
    failure: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    if failure == "process ends" and not hasattr(os, "fork"):
        pytest.skip("no other processes")
    site = write_site(tmp_path, None, f"plugins: [{{rapor: {{messages: {language}}}}}]\n")
    kept = FAILURES[failure](site, monkeypatch)
    config = configured(site)
    command = "gh-deploy" if failure == "branch" else "build"
    config.plugins.on_startup(command=command, dirty=failure == "dirty")
    with pytest.raises(Abort) as told:
        build(config)
    del kept
    mine = [one.getMessage() for one in caplog.records if one.name == "mkdocs.plugins.rapor"]
    text = "\n".join([str(told.value), *mine])
    assert len(spoken(text)) > 3, text
    assert foreign(text, language, ": skor:") == [], text


@pytest.mark.parametrize("pages", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_problems(language: str, pages: str, tmp_path: Path) -> None:
    more = f"plugins: [{{rapor: {{messages: {language}, language: {pages}}}}}]\n"
    (folder := tmp_path / "site").mkdir()
    text = Preview(write_site(folder, {"2024/alfa.yml": BROKEN}, more)).get("/")
    assert f'<html lang="{pages}"' in text
    start, end = text.index("<article"), text.index("</article>")
    article, around = text[start:end], text[:start] + text[end:]
    assert ('lang="' in article.partition(">")[0]) == (language != pages)
    assert foreign(shown(article), language, "skor") == []
    assert foreign(shown(around), pages, TITLE[language], "Situs Contoh") == []


TITLE = {"id": "Data belum dapat ditampilkan", "en": "The data cannot be shown yet"}


def shown(html: str, marked: str = "") -> str:
    """What is read or heard of a page, but for what is marked as being in a language."""
    found = visible(html, marked)
    return "\n".join(text for text, is_marked in found.texts + found.spoken if not is_marked)


# --- the theme ---------------------------------------------------------------------------------

THEME = sorted((ROOT / "generator/theme").rglob("*.html"))
PUBLISHER = (
    "publisher: {official: true, responsible: X, contact: X, text_license: X, data_license: X}"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_around_their_content(language: str, tmp_path: Path) -> None:
    more = f"plugins: [{{rapor: {{messages: {language}, language: {language}, {PUBLISHER}}}}}]\n"
    site = write_site(
        tmp_path, {"2023/edition.yml": BASE["2024/edition.yml"].replace("4", "3")}, more
    )
    (site / "content/tabel.md").write_text("---\nlang: en\n---\n# X\n\n| a |\n| - |\n| b |\n")
    build(configured(site))
    pages = sorted((site / "site").rglob("*.html"))
    assert len(pages) > 12
    for page in pages:
        text = page.read_text("utf-8")
        assert f'<html lang="{language}"' in text, page
        start, end = text.index("<article"), text.index("</article>")
        title = re.findall(r"<title>.*?</title>", text)[0]  # that of the article
        around = shown((text[:start] + text[end:]).replace(title, ""))
        assert foreign(around, language, "Kabupaten", "Situs Contoh") == [], page
        if "rk-page--prose" in text:
            # Prose of a site says what it is in; the package's is in the language of the pages.
            own = "en" if page.parent.name == "tabel" else language
            assert (f'lang="{own}"' in text[start : text.index(">", start)]) == (own != language)
    assert 'aria-label="Table"' in (site / "site/tabel/index.html").read_text("utf-8")


@pytest.mark.parametrize("path", THEME, ids=lambda path: path.name)
def test_every_word_of_the_theme_asks_the_catalogue(path: Path) -> None:
    """Outside of its expressions a template of the theme has no word that is read or heard."""
    tokens = Environment(autoescape=True).lex(path.read_text("utf-8"))
    text = "".join(value if kind == "data" else "" for _, kind, value in tokens)
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    assert set(_WORD.findall(re.sub(r"<[^>]*>", "", text))) <= {"ltr"}  # the direction
    assert re.findall(r'\b(?:aria-label|title|alt|placeholder)="[^"]*\w', text) == []
