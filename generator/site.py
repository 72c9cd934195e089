"""The whole site as address → content, each page made when it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import get_args

from generator.collector import paused
from generator.content import (
    PROSE_PAGES,
    check_content,
    check_texts,
    packaged,
    prose_files,
    read_prose,
)
from generator.evaluation.model import Dataset, Evaluation
from generator.facts import Facts
from generator.files import RECORDS, Around, downloads, files_of, records
from generator.files.record import FOLDER
from generator.format.base import NONE
from generator.format.problems import Problems
from generator.format.site import FileKind, Publisher
from generator.language import SITE_LANGUAGE, language
from generator.language.names import Names
from generator.language.wording import language_of, wording
from generator.load.folder import Kept
from generator.load.load import load
from generator.news import Newsroom
from generator.news.positions import Misplaced
from generator.news.sentences import phrases
from generator.pages import addresses
from generator.pages.finder import finder_files
from generator.pages.kinds import KINDS, Kind
from generator.pages.markup import Glossary, escape, slug, to_html
from generator.pages.method import METHOD_MARKER, method_part
from generator.pages.page import Page, Site
from generator.pages.prose import applying, decimals, measured
from generator.pages.versus import versus_files
from generator.settings import Settings
from generator.templating import safe

_ASK = re.compile(r"^## +(.*(?:meminta|permohonan) informasi.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the pages of a kind for a measure. They share one: there are as many as addresses."""

    kind: Kind
    site: Site

    def __call__(self, address: str) -> Page:
        return self.kind.page(self.site, address)

    def evaluations(self, address: str) -> list[Evaluation]:
        """What a page can show something of: a year of the measure, or all that the site has."""
        if not self.kind.of_measure:
            return [e for data in self.site.dataset.series for e in data.evaluations.values()]
        year = self.kind.year(self.site.dataset, address)
        return self.site.dataset.of_year(year)


@dataclass(frozen=True, slots=True)
class Whole:
    """Every address of a site and what stands there."""

    site: Site
    makers: dict[str, Maker]
    files: dict[str, Callable[[], bytes]]
    prose: dict[str, str]
    """The Markdown of the pages of prose by name, with placeholders."""

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
            for site in self.site.series:
                for evaluation in site.dataset.evaluations.values():
                    with site.facts.all_of_them():
                        site.newsroom.rarity(evaluation)
                        site.facts.questionnaire(evaluation)
                        if site.analysis:
                            site.facts.rank_ranges(evaluation)

    def share(self) -> None:
        """Make what the pages of each group show alike, before several processes do so each."""
        for address, maker in self.makers.items():
            if maker.kind.address is addresses.GROUP:
                self.page(address)

    def updated(self, address: str) -> str:
        """The date of the newest result that a page can show: never the day of the build."""
        maker = self.makers.get(address) or self.makers[""]  # prose is of the whole site
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
    prose: dict[str, str],
    *,
    language_code: str = SITE_LANGUAGE,
    prose_addresses: dict[str, str] | None = None,
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

    ``analysis``: also show what the site computes beyond the evaluation. ``files``: the kinds of files
    to download. ``design_page``: also the sample of what pages are made of. ``find``, ``compare``,
    ``search``: also find bodies by name, put them beside each other, search all texts.
    """
    names = Names(dataset.regions.values(), dataset.organizers)
    asked = _ASK.search(prose.get("metodologi", ""))
    series: list[Site] = []
    for one in reversed(dataset.series):
        facts = Facts(one)
        spoken = language_of(language(language_code), one.measure)
        made = Site(
            facts=facts,
            downloads=tuple(downloads(facts, Around(spoken, title, publisher), files)),
            names=names,
            newsroom=Newsroom(facts, names, analysis=analysis),
            title=title,
            publisher=publisher,
            glossary=Glossary(
                applying(
                    prose.get("glosarium", ""),
                    one,
                    analysis=analysis,
                    contact=bool(publisher.contact),
                )
            ),
            language=spoken,
            prose=prose_addresses or {},
            index=index,
            url=f"{url.rstrip('/')}/" if url else "",
            analysis=analysis,
            find=find,
            compare=compare,
            search=search,
            has_records=RECORDS in files and bool(one.regions),
            ask_address=addresses.METHOD() + (f"#{slug(asked[1])}" if asked else ""),
            others=tuple(reversed(series)) if one is dataset else (),
        )
        series.append(made)
    site = series[-1]
    makers = _makers(site, design_page=design_page)
    return Whole(site, makers, _files(site), prose)


def _makers(site: Site, *, design_page: bool) -> dict[str, Maker]:
    """What makes the page of each address, in the order in which they are made."""
    makers: dict[str, Maker] = {}
    for kind in KINDS:
        if (kind.sample and not design_page) or (kind.option and not getattr(site, kind.option)):
            continue
        for mine in site.series if kind.of_measure else (site,):
            makers |= dict.fromkeys(kind.addresses(mine.dataset), Maker(kind, mine))
    return makers


def _files(site: Site) -> dict[str, Callable[[], bytes]]:
    """The files of a site by their paths: downloads, and what the scripts of its pages read."""
    found = files_of([file for mine in site.series for file in mine.downloads])
    if site.has_records:
        around = Around(site.language, site.title, site.publisher)
        found |= records([mine.facts for mine in site.series], around)
    found |= finder_files(site) if site.find else {}
    found |= versus_files(site) if site.compare else {}
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
    try:
        phrases()
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
        language_code=settings.language,
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


def fill_prose(text: str, whole: Whole, name: str) -> str:
    """Prose with its placeholders filled: the publisher's words, and the generated part."""
    site, publisher = whole.site, whole.site.publisher
    _ = language(SITE_LANGUAGE).gettext  # that of the prose, whatever the pages are in
    unsaid = _("belum disebut oleh penerbit")
    contact = escape(publisher.contact or _("penerbit belum menyebut alamat kontak"))
    if publisher.contact_url:
        contact = safe(  # noqa: S704 — escaped
            f'<a href="{escape(publisher.contact_url)}">{escape(publisher.contact)}</a>'
        )
    known = {
        "situs": escape(site.title),
        "penerbit": escape(publisher.name or _("belum disebut")),
        "status": _("Situs ini situs resmi.")
        if publisher.official
        else _("Situs ini bukan situs resmi pemerintah atau komisi informasi."),
        "penanggung-jawab": escape(publisher.responsible or unsaid),
        "lisensi-teks": escape(publisher.text_license or unsaid),
        "lisensi-data": escape(publisher.data_license or unsaid),
        "kontak": contact,
        "desimal": decimals(site.dataset, language(SITE_LANGUAGE)),
    }
    measure = site.measure
    put = wording(language(SITE_LANGUAGE), measure)
    own = name not in PROSE_PAGES or text != packaged(site.dataset.measure_id, name)
    # Before words are put: those of the marks are no words of the text.
    told = bool(publisher.contact)
    text = applying(text, site.dataset, analysis=site.analysis, contact=told)
    if put is not None and not own:
        text = put(text)
    for key, value in (known | measured(measure, SITE_LANGUAGE)).items():
        text = text.replace(f"[[{key}]]", value)
    if name == "metodologi" and METHOD_MARKER in text:
        text = text.replace(METHOD_MARKER, method_part(site))
    return text
