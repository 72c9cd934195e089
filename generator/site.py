"""The whole site as address → content, each page made when it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from generator.collector import paused
from generator.content import check_content, check_texts, prose_files, read_prose
from generator.evaluation.model import Dataset, Evaluation
from generator.facts import Facts
from generator.files import RECORDS, Around, downloads, files_of, records
from generator.files.record import FOLDER
from generator.format.base import NONE
from generator.format.problems import Problems
from generator.format.site import FileKind, Publisher
from generator.language import SITE_LANGUAGE, language
from generator.language.names import Names
from generator.language.wording import language_of
from generator.load.folder import Kept
from generator.load.load import load
from generator.news import Newsroom
from generator.news.positions import Misplaced
from generator.news.sentences import phrases, sentence_languages
from generator.pages import addresses
from generator.pages.finder import finder_files
from generator.pages.kinds import KINDS, Kind
from generator.pages.markup import Glossary, relative, slug, to_html
from generator.pages.page import Page, Site
from generator.pages.prose import applying
from generator.pages.versus import versus_files
from generator.settings import Settings

_ASK = re.compile(
    r"^## +(.*(?:(?:meminta|permohonan) informasi|ask for information).*)$",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the pages of a kind for a measure, in a language. They share one: there are as many as
    addresses."""

    kind: Kind
    site: Site

    def __call__(self, address: str) -> Page:
        return self.kind.page(self.site, self.below(address))

    def below(self, address: str) -> str:
        """An address from where the pages of its language stand."""
        return address.removeprefix(self.site.folder)

    def evaluations(self, address: str) -> list[Evaluation]:
        """What a page can show something of: a year of the measure, or all that the site has."""
        if not self.kind.of_measure:
            return [e for data in self.site.dataset.series for e in data.evaluations.values()]
        year = self.kind.year(self.site.dataset, self.below(address))
        return self.site.dataset.of_year(year)


@dataclass(frozen=True, slots=True)
class Whole:
    """Every address of a site and what stands there."""

    sites: tuple[Site, ...]
    """The site in each of its languages, the first at the root."""
    makers: dict[str, Maker]
    files: dict[str, Callable[[], bytes]]
    prose: Mapping[str, str]
    """The Markdown of the pages of prose by name (``tentang``, ``en/tentang``), with placeholders."""

    @property
    def site(self) -> Site:
        """The site in its first language."""
        return self.sites[0]

    def site_at(self, address: str) -> Site:
        """The site in the language of an address."""
        others = (site for site in self.sites[1:] if address.startswith(site.folder))
        return next(others, self.site)

    def alternates(self, address: str) -> list[dict[str, str]]:
        """The same page in each language: code, name, link from here, full address; none where there
        is but one."""
        if len(self.sites) == 1:
            return []
        mine = self.site_at(address)
        below = address.removeprefix(mine.folder)
        here = mine.placed(below)
        return [
            {
                "lang": one.language.code,
                "title": one.language.name,
                "url": relative(here, one.placed(below), index=one.index),
                "canonical": one.full(below),
            }
            for one in self.sites
        ]

    @property
    def many_files(self) -> dict[str, Callable[[], bytes]]:
        """The files of which there is one for each body: they are written where its pages are."""
        return {path: made for path, made in self.files.items() if path.startswith(FOLDER)}

    @property
    def few_files(self) -> dict[str, Callable[[], bytes]]:
        """All others."""
        return {path: made for path, made in self.files.items() if not path.startswith(FOLDER)}

    def page(self, address: str) -> Page:
        """The page of an address; KeyError if there is none."""
        return self.makers[address](address)

    def made(self, address: str) -> tuple[Page, str]:
        """The page of an address and its HTML."""
        page = self.page(address)
        return page, "".join(page.filled(to_html(page.text)))

    def prepare(self) -> None:
        """Compute what compares all regions with each other, once and before any page is made."""
        with paused():
            # A measure in all languages at once: of a large group the facts stay no longer than that.
            for spoken in zip(*(site.series for site in self.sites), strict=True):
                first = spoken[0]
                for evaluation in first.dataset.evaluations.values():
                    with first.facts.all_of_them():
                        for site in spoken:
                            site.newsroom.rarity(evaluation)
                        first.facts.questionnaire(evaluation)
                        if first.analysis:
                            first.facts.rank_ranges(evaluation)

    def share(self) -> None:
        """Make what the pages of each group show alike, before several processes do so each."""
        for address, maker in self.makers.items():
            if maker.kind.address is addresses.GROUP:
                self.page(address)

    def updated(self, address: str) -> str:
        """The date of the newest result that a page can show: never the day of the build."""
        # Prose is of the whole site, and dated by all.
        maker = self.makers.get(address) or self.makers[""]
        evaluations = maker.evaluations(address)
        dates = [e.published.first_day for e in evaluations if e.published is not None]
        if dates:
            return max(dates).isoformat()
        years = [e.year for e in evaluations if e.announced] or self.site.dataset.years
        return f"{max(years, default=2000)}-01-01"


def whole_site(
    dataset: Dataset,
    title: str,
    publisher: Publisher,
    prose: Mapping[str, str],
    *,
    languages: Sequence[str] = (SITE_LANGUAGE,),
    prose_addresses: Mapping[str, dict[str, str]] = NONE,
    index: str = "",
    url: str = "",
    analysis: bool = False,
    design_page: bool = False,
    find: bool = True,
    compare: bool = True,
    search: bool = False,
    files: Collection[str] = get_args(FileKind),
) -> Whole:
    """The site of a checked dataset. ``prose`` is the Markdown of the prose pages by name.

    ``languages``: those of the pages, the first at the root. ``prose_addresses``: by language where
    prose stands that is not where it would be. ``analysis``: also show what the site computes beyond
    the evaluation. ``files``: the kinds of files to download. ``design_page``: also the sample of what
    pages are made of. ``find``, ``compare``, ``search``: also find bodies by name, put them beside each
    other, search all texts.
    """
    names = Names(dataset.regions.values(), dataset.organizers, language(languages[0]))
    series: list[Site] = []
    for one in reversed(dataset.series):
        facts = Facts(one)
        spoken = language_of(language(languages[0]), one.measure)
        made = Site(
            facts=facts,
            downloads=tuple(downloads(facts, Around(spoken, title, publisher), files)),
            names=names,
            newsroom=_newsroom(facts, names, languages[0], analysis=analysis),
            title=title,
            publisher=publisher,
            glossary=Glossary(""),
            language=spoken,
            index=index,
            url=f"{url.rstrip('/')}/" if url else "",
            analysis=analysis,
            find=find,
            compare=compare,
            search=search,
            has_records=RECORDS in files and bool(one.regions),
            others=tuple(reversed(series)) if one is dataset else (),
        )
        series.append(made)
    sites = tuple(_in_language(series[-1], code, prose, prose_addresses) for code in languages)
    makers: dict[str, Maker] = {}
    for site in sites:
        makers |= _makers(site, design_page=design_page)
    return Whole(sites, makers, _files(sites), prose)


def _in_language(
    site: Site, code: str, prose: Mapping[str, str], prose_addresses: Mapping[str, dict[str, str]]
) -> Site:
    """A site in a language, with its prose: the facts are the same ones."""
    first = code == site.language.code
    folder = "" if first else f"{code}/"
    asked = _ASK.search(prose.get(f"{folder}metodologi", ""))
    regions, organizers = site.dataset.regions.values(), site.dataset.organizers
    names = site.names if first else Names(regions, organizers, language(code))
    series: list[Site] = []
    for mine in reversed(site.series):
        facts, analysis = mine.facts, mine.analysis
        terms = applying(
            prose.get(f"{folder}glosarium", ""),
            facts.dataset,
            analysis=analysis,
            contact=bool(mine.publisher.contact),
        )
        written = not first and code in sentence_languages()
        made = replace(
            mine,
            names=names,
            newsroom=_newsroom(facts, names, code, analysis=analysis) if written else mine.newsroom,
            glossary=Glossary(terms),
            language=language_of(language(code), mine.measure),
            prose=prose_addresses.get(code, {}),
            folder=folder,
            ask_address=addresses.METHOD() + (f"#{slug(asked[1])}" if asked else ""),
            others=tuple(reversed(series)) if mine is site else (),
            _shared={},
        )
        series.append(made)
    return series[-1]


def _newsroom(facts: Facts, names: Names, code: str, *, analysis: bool) -> Newsroom:
    """Who writes the texts in a language; where there are no sentences in it, they are Indonesian."""
    if code not in sentence_languages():
        names = Names(facts.dataset.regions.values(), facts.dataset.organizers)
        code = SITE_LANGUAGE
    return Newsroom(facts, names, language=code, analysis=analysis)


def _makers(site: Site, *, design_page: bool) -> dict[str, Maker]:
    """What makes the page of each address, in the order in which they are made."""
    makers: dict[str, Maker] = {}
    for kind in KINDS:
        if (kind.sample and not design_page) or (kind.option and not getattr(site, kind.option)):
            continue
        for mine in site.series if kind.of_measure else (site,):
            listed = (f"{site.folder}{address}" for address in kind.addresses(mine.dataset))
            makers |= dict.fromkeys(listed, Maker(kind, mine))
    return makers


def _files(sites: Sequence[Site]) -> dict[str, Callable[[], bytes]]:
    """The files of a site by their paths: downloads, and what the scripts of its pages read.

    Downloads are there once; what scripts show is in the language of the pages.
    """
    site = sites[0]
    found = files_of([file for mine in site.series for file in mine.downloads])
    if site.has_records:
        around = Around(site.language, site.title, site.publisher)
        found |= records([mine.facts for mine in site.series], around)
    for one in sites:
        read = (finder_files(one) if one.find else {}) | (versus_files(one) if one.compare else {})
        found |= {f"{one.folder}{path}": made for path, made in read.items()}
    return found


def read_site(
    settings: Settings,
    problems: Problems,
    *,
    drafts: bool = False,
    kept: Kept | None = None,
    as_files: bool = False,
    instead: Mapping[str, bytes] = NONE,
) -> Whole | None:
    """The checked site of settings; None if there are problems, those of the settings included.

    All that is wrong is noted at once: with the sentences, the data and the prose. ``drafts``,
    ``kept`` and ``instead`` are for ``load``, ``as_files`` for ``site_of``.
    """
    for code in sentence_languages(settings.languages):
        try:
            phrases(code)
        except Misplaced as error:
            problems.extend(error.problems)
    check_texts(settings, problems)
    if not os.path.isdir(settings.results):
        return None  # noted with the settings
    dataset = load(
        settings.results,
        problems,
        drafts=drafts,
        kept=kept,
        measure=settings.measure,
        instead=instead,
    )
    if dataset is None or len(problems):
        return None
    whole = site_of(settings, dataset, problems, as_files=as_files)
    return None if len(problems) else whole


def site_of(
    settings: Settings, dataset: Dataset, problems: Problems, *, as_files: bool = False
) -> Whole:
    """The site of a folder; what is wrong with its prose is noted.

    ``as_files``: links name files (``wilayah/index.html``) and not folders.
    """
    whole = whole_site(
        dataset,
        settings.title,
        settings.publisher,
        read_prose(settings, problems),
        languages=settings.languages,
        prose_addresses=prose_files(settings) if as_files else {},
        index="index.html" if as_files else "",
        url=settings.address,
        analysis=settings.analysis,
        design_page=settings.design_page,
        find=settings.find,
        compare=settings.compare,
        search=settings.search,
        files=settings.files,
    )
    check_content(settings, whole.makers, whole.files, problems)
    return whole
