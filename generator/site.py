"""The whole site as address → content, each page made when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from pathlib import Path

import pyromark

from generator import downloads
from generator.dataset import Dataset, keeping
from generator.facts import Facts
from generator.markup import Glossary, slug
from generator.news import Names, Newsroom
from generator.pages import overview, questions, reference, single
from generator.pages.page import Page, Site
from generator.schema.site import Publisher

PROSE = Path(__file__).parent / "prose"
PROSE_PAGES = ("metodologi", "tentang", "privasi", "glosarium")
"""Prose that every site has: its own in content/, else the package's."""

_ASK = re.compile(r"^## +(.*(?:meminta|permohonan) informasi.*)$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)


Maker = Callable[[str], Page]
"""Makes the page of an address. All pages of a kind share one: there are as many as pages."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Every address of a site and what stands there."""

    site: Site
    makers: dict[str, Maker]
    files: dict[str, Callable[[], bytes]]

    def page(self, address: str) -> Page:
        """The page of an address; KeyError if there is none."""
        return self.makers[address](address)

    def made(self, address: str) -> tuple[Page, str]:
        """The page of an address and its HTML; raises Unproven."""
        page = self.page(address)
        return page, to_html(page.markdown)

    def prepare(self) -> None:
        """Compute what compares all regions with each other, once and before any page is made."""
        with keeping():
            for evaluation in self.site.dataset.evaluations.values():
                self.site.newsroom.rarity(evaluation)
                self.site.facts.questionnaire(evaluation)
                if self.site.analysis:
                    self.site.facts.rank_ranges(evaluation)

    def updated(self, address: str) -> str:
        """The date of the newest result that a page can show: never the day of the build."""
        dataset = self.site.dataset
        year = re.match(r"(\d{4})/", address)
        evaluations = dataset.of_year(int(year[1])) if year else list(dataset.evaluations.values())
        dates = [e.settings.published for e in evaluations if e.settings.published is not None]
        latest = max((date.first_day for date in dates), default=None)
        return latest.isoformat() if latest else f"{max(dataset.years, default=2000)}-01-01"


def whole_site(
    dataset: Dataset,
    title: str,
    publisher: Publisher,
    prose: dict[str, str],
    *,
    prose_addresses: dict[str, str] | None = None,
    index: str = "",
    analysis: bool = False,
) -> Whole:
    """The site of a checked dataset. ``prose`` is the Markdown of the prose pages by name.

    ``analysis``: also show what the site computes beyond the evaluation, marked as such.
    """
    facts = Facts(dataset)
    names = Names(dataset.regions.values())
    method = prose.get("metodologi", "")
    asked = _ASK.search(method)
    site = Site(
        facts=facts,
        names=names,
        newsroom=Newsroom(facts, names, analysis=analysis),
        title=title,
        publisher=publisher,
        glossary=Glossary(prose.get("glosarium", "")),
        prose=prose_addresses or {},
        index=index,
        analysis=analysis,
        ask_address="metodologi/" + (f"#{slug(asked[1])}" if asked else ""),
    )
    listed = _downloads(facts, dataset)
    files = {path: content for path, (_, content) in listed.items()}
    return Whole(site, dict(_makers(site, dataset, listed)), files)


Download = tuple[str, Callable[[], bytes]]
"""What a file holds, in words, and its content."""


def _downloads(facts: Facts, dataset: Dataset) -> dict[str, Download]:
    """The files to download by their path; their rows are made once, when first asked for."""
    rows_of = cache(partial(downloads.rows, facts))
    found: dict[str, Download] = {
        "data/hasil.csv": (
            "hasil, semua edisi",
            partial(downloads.table, rows_of, dataset.years),
        )
    }
    for year in dataset.years:
        content = partial(downloads.table, rows_of, [year])
        found[f"data/hasil-{year}.csv"] = (f"hasil, edisi {year}", content)
    for year in dataset.years:
        evaluations = [e for e in dataset.of_year(year) if e.instrument is not None]
        results = [file for e in evaluations for file in e.results.values()]
        if any(file.scores and file.scores.indicators for file in results):
            found[f"data/indikator-{year}.csv"] = (
                f"skor tiap indikator, edisi {year}",
                cache(partial(downloads.indicators, facts, year)),
            )
        if any(file.result.answers for file in results):
            found[f"data/jawaban-{year}.csv"] = (
                f"tiap jawaban, edisi {year}",
                cache(partial(downloads.answers, facts, year)),
            )
    return found


def _makers(
    site: Site, dataset: Dataset, listed: dict[str, Download]
) -> Iterator[tuple[str, Maker]]:
    def region(address: str) -> Page:
        return single.region(site, address.split("/")[1])

    def edition(address: str) -> Page:
        return overview.edition(site, int(address[:-1]))

    def article(address: str) -> Page:
        year, id_ = address.split("/")[:2]
        return single.article(site, int(year), id_)

    def instrument(address: str) -> Page:
        return reference.instrument(site, int(address.split("/")[1]))

    def indicator(address: str) -> Page:
        return questions.indicator(site, int(address[:4]), address.split("/")[2])

    def question(address: str) -> Page:
        return questions.question(site, int(address[:4]), address.split("/")[2])

    def obstacles(address: str) -> Page:
        return questions.obstacles(site, int(address[:4]))

    def data(_: str) -> Page:
        named = [(path, about, len(content())) for path, (about, content) in listed.items()]
        return reference.data(site, named)

    yield "", lambda _: overview.home(site)
    yield "wilayah/", lambda _: overview.regions(site)
    for id_ in dataset.regions:
        yield f"wilayah/{id_}/", region
    for year in dataset.years:
        yield f"{year}/", edition
        for evaluation in dataset.of_year(year):
            for member in evaluation.regions:
                yield f"{year}/{member.id}/", article
        asked = [e.instrument for e in dataset.of_year(year) if e.instrument is not None]
        if asked:
            yield f"metodologi/{year}/", instrument
            yield f"{year}/kendala/", obstacles
            for id_ in dict.fromkeys(i.id for found in asked for i in found.indicators):
                yield f"{year}/indikator/{id_}/", indicator
            for id_ in dict.fromkeys(id_ for found in asked for id_ in found.questions):
                yield f"{year}/pertanyaan/{id_}/", question
    yield "koreksi/", lambda _: reference.corrections(site)
    yield "data/", data


def fill_prose(text: str, whole: Whole, name: str) -> str:
    """Prose with its placeholders filled: the publisher's words, and the generated part."""
    site, publisher = whole.site, whole.site.publisher
    contact = publisher.contact or "penerbit belum menyebut alamat kontak"
    if publisher.contact_url:
        contact = f"[{publisher.contact}]({publisher.contact_url})"
    known = {
        "situs": site.title,
        "penerbit": publisher.name,
        "status": "Situs ini situs resmi."
        if publisher.official
        else "Situs ini bukan situs resmi pemerintah atau komisi informasi.",
        "penanggung-jawab": publisher.responsible or "belum disebut oleh penerbit",
        "lisensi-teks": publisher.text_license or "belum disebut oleh penerbit",
        "lisensi-data": publisher.data_license or "belum disebut oleh penerbit",
        "kontak": contact,
    }
    for key, value in known.items():
        text = text.replace(f"[[{key}]]", value)
    if name == "metodologi" and reference.METHOD_MARKER in text:
        text = text.replace(reference.METHOD_MARKER, reference.method_part(site))
    return text


def to_html(markdown: str) -> str:
    """CommonMark to HTML, with the anchors that MkDocs gives to headings."""
    seen: set[str] = set()

    def with_anchor(found: re.Match[str]) -> str:
        text = _TAG.sub("", found[2])
        base = anchor = slug(unescape(text)) or "bagian"
        number = 1
        while anchor in seen:
            anchor, number = f"{base}_{number}", number + 1
        seen.add(anchor)
        return f'<h{found[1]} id="{anchor}">{found[2]}</h{found[1]}>'

    return _HEADING.sub(with_anchor, pyromark.html(markdown))
