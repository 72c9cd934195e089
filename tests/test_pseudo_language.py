"""Every page in a made-up language: a text that no catalogue can translate is found.

Its messages stand in ⟦bràckèts⟧. What stands outside them is a text of the data, or was forgotten;
a text of the data that stands on a page is marked as Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml
from conftest import ROOT, dataset_of, whole_of
from visible import Visible, outside, visible

from catalogues import DOMAINS, messages
from generator.format import PartialDate
from generator.language.bare import bare
from generator.language.en import English
from generator.pages.kinds import KINDS
from generator.pages.markup import to_html
from generator.pages.method import method_part
from generator.pages.page import Page, Site
from generator.pages.view import environment_of_templates

SITES = {
    "kalsel": ROOT / "results",
    "banten": ROOT / "examples" / "banten" / "results",
    "sulsel": ROOT / "examples" / "sulsel" / "results",
    "contoh": ROOT / "examples" / "contoh" / "results",
    "full": ROOT / "tests" / "full",
}
PAGES = next(domain for domain in DOMAINS if domain.name == "pages")
_ADDRESS = re.compile(r"https?://\S+|[\w./<>{}-]*/[\w./<>{}-]+|[\w-]+\.(?:csv|json|xml|yml|md)\b")
_WORD = re.compile(r"[^\W\d_]+")
_KEPT = re.compile(r"(%\(\w+\)s|<[^>]+>|&\w+;)")
_ACCENTS = str.maketrans("aiueo", "àìùèò")
PROSE = frozenset(("title", "note", "notes", "obstacle", "text", "description"))
"""Keys of the data whose texts are sentences or titles, not names."""
FORMATS = ("CSV", "JSON")
"""Names of the formats of files are the same in every language."""


class Brackets:
    """A catalogue that has every message; its letters differ from those of the data."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        parts = _KEPT.split(message)
        parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
        return f"⟦{''.join(parts)}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


BRACKETS = Brackets()


class Pseudo(English):
    """English numbers, dates and lists, bracketed as well: the language made them."""

    def show_date(self, value: PartialDate, *, weekday: bool = False) -> str:
        return f"⟦{super().show_date(value, weekday=weekday)}⟧"

    def count(self, number: int) -> str:
        return f"⟦{super().count(number)}⟧"

    def opening_count(self, number: int) -> str:
        return f"⟦{super().opening_count(number)}⟧"

    def ordinal(self, number: int) -> str:
        return f"⟦{super().ordinal(number)}⟧"

    def noun(self, name: str) -> str:
        return f"⟦{super().noun(name)}⟧"

    def group(self, name: str) -> str:
        return f"⟦{super().group(name)}⟧"

    def kind(self, kind: str) -> str:
        return f"⟦{super().kind(kind)}⟧"

    def region(self, name: str, kind: str = "") -> str:
        told = super().region(name, kind)
        return told if told == name else f"⟦{told}⟧"

    def institution(self, name: str, *, inside: bool = False) -> str:
        told = super().institution(name, inside=inside)
        return told if told == name else f"⟦{told}⟧"

    def activity(self, kind: str) -> str:
        told = super().activity(kind)
        return told if told == kind else f"⟦{told}⟧"

    def office(self, text: str) -> str:
        told = super().office(text)
        return told if told == text else f"⟦{told}⟧"

    def law(self, text: str) -> str:
        told = super().law(text)
        return told if told == text else f"⟦{told}⟧"

    def join(self, items: Sequence[str], word: str = "⟦and⟧") -> str:
        return super().join(items, word)


@cache
def pseudo() -> Pseudo:
    written = Pseudo(BRACKETS)
    # It has the code of English, whose compiled templates are kept in the user's cache folder.
    environment_of_templates(written).bytecode_cache = None
    return written


@cache
def site_of(name: str) -> Site:
    whole = whole_of(dataset_of(SITES[name]), analysis=True)
    return replace(whole.site, language=pseudo())


def strings(found: Any, under: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a YAML file with its key; keys too: questions and indicators are keys."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield "", str(key)
            yield from strings(value, str(key))
    elif isinstance(found, list):
        for value in found:
            yield from strings(value, under)
    elif isinstance(found, str):
        yield under, found


@cache
def data_of(name: str) -> tuple[tuple[str, str], ...]:
    """The texts of the YAML files of a site with their keys."""
    files = sorted(SITES[name].rglob("*.yml"))
    files.append(ROOT / "generator/measures/kip.yml")
    return tuple(
        item for path in files for item in strings(yaml.safe_load(path.read_text("utf-8")))
    )


def forms(text: str) -> Iterator[str]:
    """A text of the data as it may stand: a name in short, an id as a label, inside a sentence."""
    for form in (text, bare(text)):
        yield from (form, form[:5], form[:1].lower() + form[1:], form[:1].upper() + form[1:])
    first, *more = bare(text).split() or [""]
    yield from (first[:4] + last[0] for last in more[-1:])  # on a tile: ``LuwuU``


class Known:
    """Texts that need no catalogue; runs of their words are taken out of a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        runs: dict[str, set[tuple[str, ...]]] = {}
        for form in {form for text in texts for form in forms(text)}:
            run = tuple(_WORD.findall(_ADDRESS.sub(" ", form)))
            if run:
                runs.setdefault(run[0], set()).add(run)
        self._runs = {first: sorted(found, key=len, reverse=True) for first, found in runs.items()}

    def rest(self, text: str) -> str:
        """The words that stand in no known text."""
        words = tuple(_WORD.findall(_ADDRESS.sub(" ", text)))
        left: list[str] = []
        at = 0
        while at < len(words):
            for run in self._runs.get(words[at], ()):
                if words[at : at + len(run)] == run:
                    at += len(run)
                    break
            else:
                left.append(words[at])
                at += 1
        return " ".join(left)


def written_of(site: Site) -> Iterator[str]:
    """The sentences of all articles: they are Indonesian."""
    for evaluation in site.dataset.evaluations.values():
        articles = [site.newsroom.article(evaluation, region.id) for region in evaluation.regions]
        for article in [*articles, site.newsroom.edition(evaluation)]:
            for sentence in (article.headline, *article.sentences):
                yield sentence.text


def pages(site: Site) -> Iterator[tuple[str, Page]]:
    """Every page with its kind; the part that is made for the page of the method is one too."""
    for kind in KINDS:
        for address in kind.addresses(site.dataset):
            yield kind.make.__name__, kind.page(site, address)
    yield "method", Page("metodologi/", "", "method", "", method_part(site))


@cache
def seen(name: str) -> list[tuple[str, Page, Visible]]:
    """Every page of a site with what its readers see."""
    return [(kind, page, visible(to_html(page.markdown))) for kind, page in pages(site_of(name))]


def around(page: Page) -> list[str]:
    """What is told of a page outside it, where no element can stand."""
    links = [*page.breadcrumbs, *(link for link in (page.previous, page.next) if link)]
    told = [text for link in links for text in (link.title, link.label)]
    return [page.title, page.description, page.banner, *told]


def forgotten(name: str) -> Iterator[str]:
    """What no catalogue can translate: kind of page, an example, on how many pages its words are."""
    site = site_of(name)
    data = [site.title, site.publisher.name, *FORMATS, *(text for _, text in data_of(name))]
    # A long list has a link for each letter that its names begin with.
    for region in site.dataset.regions.values():
        data += [bare(region.name)[:1], site.language.short_region(region.name, region.kind)[:1]]
    shown, plain = Known(data), Known([*data, *written_of(site)])
    found: dict[tuple[str, str], list[str]] = {}
    for kind, page, page_seen in seen(name):
        alone = [*(text for text, marked in page_seen.spoken if not marked), *around(page)]
        texts = [(text, shown) for text in outside(page_seen.texts)]
        texts += [(text, plain) for one in alone for text in outside([(one, False)])]
        here = {rest: text for text, known in texts if (rest := known.rest(text))}
        for rest, text in here.items():
            found.setdefault((kind, rest), []).append(" ".join(text.split()))
    return told(found)


def unmarked(name: str) -> Iterator[str]:
    """Titles and sentences of the data that stand on a page as if they were in its language."""
    texts = {text for key, text in data_of(name) if key in PROSE and len(text.split()) > 2}
    found: dict[tuple[str, str], list[str]] = {}
    for kind, _, page_seen in seen(name):
        shown = "".join(text for text, marked in page_seen.texts if not marked)
        for text in texts:
            if text[1:].rstrip(".") in shown:
                found.setdefault((kind, text), []).append(text)
    return told(found)


def told(found: dict[tuple[str, str], list[str]]) -> Iterator[str]:
    for (kind, _), examples in sorted(found.items()):
        yield f"{kind}: {examples[0][:120]} ({len(examples)} pages)"


@pytest.mark.parametrize("name", SITES)
def test_every_text_is_a_message_or_of_the_data(name: str) -> None:
    lines = list(forgotten(name))
    assert not lines, f"{len(lines)} texts are in no catalogue:\n" + "\n".join(lines)


@pytest.mark.parametrize("name", SITES)
def test_every_message_that_is_looked_up_is_one_of_the_catalogues(name: str) -> None:
    """A call by a name that the catalogues do not look for has no English, and nobody is told."""
    assert seen(name)
    known = {text for one in messages(PAGES) for text in (one.id if one.pluralizable else [one.id])}
    assert sorted(BRACKETS.asked - known) == []


@pytest.mark.parametrize("name", SITES)
def test_every_text_of_the_data_is_marked_as_indonesian(name: str) -> None:
    lines = list(unmarked(name))
    assert not lines, f"{len(lines)} texts are not marked:\n" + "\n".join(lines)


def test_what_is_found() -> None:
    known = Known(["Kabupaten Alfa", "Catatan dari data."])

    def found(html: str) -> list[str]:
        page = visible(html)
        texts = [*outside(page.texts), *(out for one in page.spoken for out in outside([one]))]
        return [rest for text in texts if (rest := known.rest(text))]

    assert found("<p>⟦Skor <b>80</b> dari</b> 100⟧ Alfa, 87.45<br> kabupaten Alfa</p>") == []
    assert found('<p>⟦Skor⟧ naik <span lang="id">menurut <em lang="en">SAQ</em></span></p>') == [
        "naik"
    ]
    assert found('<p>Catatan dari sumber</p><svg aria-label="Peta"><title>Petak</title></svg>') == [
        "Catatan dari sumber",
        "Petak",
        "Peta",
    ]
    assert found("<p>⟦Skor⟧⟧ ⟦terbuka</p>") == ["in Skor terbuka", "that is never closed"]
    assert found("<p><code>results/a.yml:3</code> <a>data/skor.csv</a> https://a.id/b</p>") == []
