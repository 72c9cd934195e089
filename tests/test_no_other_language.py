"""No text of a page is in the other language, unless it is marked as that, or a name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, dataset_of
from test_pseudo_language import strings

CODES = ("id", "en")


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


INDONESIAN = frozenset(
    (
        *("yang", "dan", "dari", "pada", "untuk", "dengan", "tidak", "belum", "adalah"),
        *("ini", "itu", "atau", "oleh", "dalam", "menurut", "hasil", "kategori", "skor"),
        *("peringkat", "berkategori", "sedikitnya", "serta", "diketahui", "sumber", "semua"),
        *("lain", "antara", "edisi", "evaluasi", "kelompok", "halaman", "unduh", "cari"),
        *("bagikan", "kutip", "perubahan", "naik", "turun", "tetap", "laporan", "koreksi"),
        *("peserta", "beranda", "tentang", "metode", "glosarium", "wilayah", "kabupaten"),
        *("provinsi", "bandingkan", "poin", "tahun", "rata", "bukan"),
    )
)
"""Words that every Indonesian sentence has some of, and those of names of kinds."""

ENGLISH = frozenset(
    (
        *("the", "of", "and", "was", "were", "is", "are", "not", "known", "from", "this"),
        *("by", "its", "results", "rank", "with", "which", "that", "regency", "at", "least"),
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+|\S*[/.]\S+|@misc.*", re.DOTALL)
ATTRIBUTES = (
    *("aria-label", "alt", "title", "placeholder", "data-none", "data-some", "data-anywhere"),
    *("data-words", "data-told", "data-keep", "data-forget", "data-label"),
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass
class Spoken(HTMLParser):
    """The texts and attributes of a page, with the language that each is marked as."""

    code: str
    texts: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[str, str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def _here(self) -> tuple[str, bool]:
        return (self._open[-1][1], self._open[-1][2]) if self._open else (self.code, False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marked, hidden = self._here()
        given = dict(attrs)
        code = given.get("lang") or marked
        self.texts += [
            (said, code)
            for name, text in attrs
            if name in ATTRIBUTES and text
            for said in said_in(name, text)
        ]
        if tag not in VOID:
            self._open.append((tag, code, hidden or tag in ("script", "style", "code", "pre")))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        code, hidden = self._here()
        if not hidden:
            self.texts.append((data, code))


NAMES = frozenset(
    ("name", "publisher", "organizer", "by", "office", "speaker", "place", "site_name", "text")
)
"""Keys of the data whose values are names, and questions: they stay Indonesian, also where no element can mark
them, such as in the title of a page."""


def names_of(folder: Path) -> set[str]:
    """The names of a site, what categories and the measure are called, and how tiles shorten names."""
    results = folder / "results"
    files = [*sorted(results.rglob("*.yml")), folder / "mkdocs.yml"]
    found = {
        text
        for path in files
        for key, text in strings(yaml.safe_load(path.read_text("utf-8")))
        if key in NAMES
    }
    measure = dataset_of(results).measure
    return found | {one.id for one in measure.category_names} | {measure.name.id}


def said_in(name: str, text: str) -> list[str]:
    """What an attribute says: of words for a script, each by itself."""
    if name not in ("data-words", "data-told"):
        return [text]
    return [said for _, said in strings(json.loads(text))]


def wrong(site: Path, code: str, kept: set[str]) -> Iterator[str]:
    """Texts of a language's pages, not marked as another, that hold words of the other."""
    others = INDONESIAN if code == "en" else ENGLISH
    names = re.compile("|".join(sorted(map(re.escape, kept), key=len, reverse=True)))
    seen: set[str] = set()
    for path, html in pages_of(site):
        if path.startswith("en/") != (code == "en"):
            continue
        page = Spoken(code)
        page.feed(html)
        for text, marked in page.texts:
            if marked != code or text in seen or text.endswith("…"):
                continue  # the opening of a sentence, which stands above in full
            if path == "en/glosarium/index.html" and text.endswith(")"):
                continue  # its contents, where no element can mark the Indonesian word of a term
            seen.add(text)
            plain = names.sub(" ", _ADDRESS.sub(" ", text))
            found = others.intersection(word.lower() for word in _WORD.findall(plain))
            if len(found) > (code == "id"):  # one alone is also a name
                yield f"{path}: {' '.join(text.split())[:110]} ({', '.join(sorted(found))})"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("name", "folder"), [("kalsel", "."), ("contoh", "examples/contoh")])
def test_no_text_is_of_the_other_language(
    name: str, folder: str, code: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    found = list(wrong(site, code, names_of(ROOT / folder)))
    assert not found, f"{len(found)} texts:\n" + "\n".join(found[:60])


def test_a_word_of_the_other_language_would_be_found(tmp_path: Path) -> None:
    """The control of the test above."""
    (tmp_path / "en").mkdir()
    html = '<html lang="en"><p>Skor belum diketahui</p><p lang="id">Skor belum diketahui</p>'
    (tmp_path / "en/index.html").write_text(html)
    (tmp_path / "index.html").write_text('<html lang="id"><p>not known from this site</p>')
    assert len(list(wrong(tmp_path, "en", {"Kabupaten Alfa"}))) == 1
    assert len(list(wrong(tmp_path, "id", {"Kabupaten Alfa"}))) == 1
