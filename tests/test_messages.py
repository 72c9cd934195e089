"""Every message of the code is in every catalogue, with the same placeholders, and nothing else is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from conftest import ROOT

import catalogues
from catalogues import DOMAINS, messages, problems, update
from generator.language.catalogue import catalogue_file

pytestmark = pytest.mark.once


@pytest.fixture(scope="module", autouse=True)
def extracted_once() -> Iterator[None]:
    """The messages of the code, which no test changes here."""
    found = {domain.name: messages(domain) for domain in DOMAINS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "messages", lambda domain: deepcopy(found[domain.name]))
        yield


def test_every_message_is_translated() -> None:
    assert [len(catalogues.messages(domain)) > 50 for domain in DOMAINS] == [True, True]
    assert list(problems()) == []


def unseen(code: str) -> Iterator[str]:
    """Calls of ``message`` whose text does not stand in them: no catalogue can have it."""
    for node in ast.walk(ast.parse(code)):
        named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message"
        if named and not (node.args and isinstance(node.args[0], ast.Constant)):
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_every_message_is_seen_by_the_catalogues() -> None:
    for path in (ROOT / "generator").rglob("*.py"):
        assert list(unseen(path.read_text("utf-8"))) == [], path
    assert list(unseen('text = "x"\nmessage(text, a=1)\nmessage("x", a=1)')) == [
        "2: message(text, a=1)"
    ]


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Catalogues of English that a test may spoil."""

    def copy(language: str, domain: str) -> Path:
        path = tmp_path / f"{domain}.po"
        if not path.exists():
            path.write_bytes(catalogue_file(language, domain).read_bytes())
        return path

    monkeypatch.setattr(catalogues, "catalogue_file", copy)
    monkeypatch.setattr(catalogues, "_translated", lambda _domain: ["en"])
    monkeypatch.setattr(catalogues, "_shown", lambda path: path.name)
    for domain in DOMAINS:
        copy("en", domain.name)
    return tmp_path


WRONG = {
    "missing": ('msgid "Beranda"', 'msgid "Berandaku"'),
    "fuzzy": ('msgid "Beranda"', '#, fuzzy\nmsgid "Beranda"'),
    "obsolete": ('msgid "Beranda"', 'msgid "Lama"\nmsgstr "Old"\n\nmsgid "Beranda"'),
    "placeholders": ('msgstr "unchanged since %(year)s"', 'msgstr "unchanged since %(yaer)s"'),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_named(name: str, copies: Path) -> None:
    old, new = WRONG[name]
    file = copies / "pages.po"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = list(problems())
    assert any(name in line and "pages.po" in line for line in told), told


def test_a_message_without_its_form_for_many_is_missing(copies: Path) -> None:
    file = copies / "pages.po"
    text = file.read_text(encoding="utf-8")
    many = 'msgstr[1] "up %(number)s categories"'
    assert many in text
    file.write_text(text.replace(many, 'msgstr[1] ""'), encoding="utf-8")
    assert [line for line in problems() if "missing" in line and "naik %(number)s kategori" in line]


def test_an_update_changes_what_the_code_changed_alone(copies: Path) -> None:
    file = copies / "pages.po"
    before = file.read_text(encoding="utf-8")
    update()
    assert file.read_text(encoding="utf-8") == before
    first, _, rest = before.partition('msgid "belum diketahui"\nmsgstr "not known"\n\n')
    assert rest
    file.write_text(f'{first}{rest}\nmsgid "lama"\nmsgstr "old"\n', encoding="utf-8")
    update()
    after = file.read_text(encoding="utf-8")
    assert 'msgid "belum diketahui"\n' in after and '"lama"' not in after
    assert after.startswith(f"{first}{rest}"[:2000]), "what stays keeps its place"
    assert any("'belum diketahui'" in line for line in problems()), "it has no English yet"
